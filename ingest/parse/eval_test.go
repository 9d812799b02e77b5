package parse

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// TestFilesWithTranscripts prints, for the files of the folder DEV_FILES that have a transcript
// beside them (x.gt.txt of x.doc), how many of the transcript's words are read, and how many of
// the words read are the transcript's.
func TestFilesWithTranscripts(t *testing.T) {
	folder := os.Getenv("DEV_FILES")
	if folder == "" {
		t.Skip("DEV_FILES names no folder of files with transcripts")
	}
	var all, low int
	err := filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		base, ok := strings.CutSuffix(path, ".gt.txt")
		if err != nil || !ok {
			return err
		}
		files, _ := filepath.Glob(base + ".*")
		for _, file := range files {
			if file == path || strings.HasSuffix(file, ".pdf") {
				continue
			}
			want, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			content, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			raw := Parse(context.Background(), content, Options{})
			got := raw.Text
			recall, precision := overlap(words(string(want)), words(got))
			fmt.Printf("%-4s %-8s %6.2f%% of words, %6.2f%% right  %s\n", raw.Form, raw.Status, 100*recall, 100*precision, strings.TrimPrefix(file, folder))
			all++
			if recall < 0.99 {
				low++
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%d of %d files give 99%% of the words or more\n", all-low, all)
	if all == 0 {
		t.Error("no file with a transcript in " + folder)
	}
}

func words(s string) map[string]int {
	count := map[string]int{}
	for _, w := range strings.FieldsFunc(norm.NFC.String(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		count[strings.ToLower(w)]++
	}
	return count
}

// overlap is the share of want's words that are in got, and of got's that are in want.
func overlap(want, got map[string]int) (recall, precision float64) {
	var common, wants, gots int
	for w, n := range want {
		wants += n
		common += min(n, got[w])
	}
	for _, n := range got {
		gots += n
	}
	return float64(common) / float64(max(wants, 1)), float64(common) / float64(max(gots, 1))
}
