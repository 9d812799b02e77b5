package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"
	"unicode"

	"congvan/ingest/parse/ocr"
)

// labelled is a row of a manifest of public documents.
type labelled struct {
	File       string `json:"file"`
	TextLayer  string `json:"text_layer"`
	Transcript string `json:"transcript_page1"`
}

// devManifest reads the manifest in the folder that DEV_FILES names.
func devManifest(t *testing.T) (folder string, rows []labelled) {
	folder = os.Getenv("DEV_FILES")
	if folder == "" {
		t.Skip("DEV_FILES names no folder of public documents")
	}
	b, err := os.ReadFile(filepath.Join(folder, "manifest.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		var row labelled
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatal(err)
		}
		if row.TextLayer != "" {
			rows = append(rows, row)
		}
	}
	return folder, rows
}

// TestDevVerdicts compares the verdict on each document's text layer with its label.
func TestDevVerdicts(t *testing.T) {
	folder, rows := devManifest(t)
	right := 0
	for _, row := range rows {
		content, err := os.ReadFile(filepath.Join(folder, row.File))
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		r, err := Parse(context.Background(), content, Options{})
		if err != nil {
			t.Errorf("%s: %v", row.File, err)
			continue
		}
		blind := 0
		for i := range r.Pages {
			if r.Pages[i].NeedsOCR() {
				blind++
			}
		}
		want := row.TextLayer != "good"
		if got := blind*2 > len(r.Pages); got == want && (want || blind == 0) {
			right++
		} else {
			t.Errorf("%s: %d of %d pages go to OCR; the label says %q", row.File, blind, len(r.Pages), row.TextLayer)
		}
		t.Logf("%-60s %2d/%2d pages to OCR, %d signatures, %v", row.File, blind, len(r.Pages), len(r.Signatures), time.Since(start).Round(time.Millisecond))
	}
	t.Logf("%d of %d layers judged as labelled", right, len(rows))
}

// TestDevTranscripts compares the first page of documents with what a person wrote down of it.
// Transcripts have slips of their own, so the figures are printed and only collapses fail.
func TestDevTranscripts(t *testing.T) {
	folder, rows := devManifest(t)
	reader := ocr.New("", nil)
	if found := reader.Available(t.Context()); !found.OK() {
		if os.Getenv("CONGVAN_REQUIRE_TOOLS") == "1" {
			t.Fatal(found.Missing)
		}
		t.Skip(found.Missing)
	}
	engine := NewEngine("")
	defer engine.Close()
	for _, row := range rows {
		if row.Transcript == "" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(folder, row.File))
		if err != nil {
			t.Fatal(err)
		}
		transcript, err := os.ReadFile(filepath.Join(folder, row.Transcript))
		if err != nil {
			t.Fatal(err)
		}
		r, err := Parse(t.Context(), content, Options{Engine: engine, OCR: reader})
		if err != nil {
			t.Fatal(err)
		}
		got, want := wordsOf(r.Pages[0].Text), wordsOf(string(transcript))
		found, inOrder, missing := compare(got, want)
		t.Logf("%-36s by OCR %-5v words %5.1f%%, in order %5.1f%%, missing %v", row.File, r.Pages[0].OCR, found*100, inOrder*100, missing)
		if found < 0.8 {
			t.Errorf("%s: only %.0f%% of the words", row.File, found*100)
		}
	}
}

// wordsOf are a text's words in lower case without their outer punctuation.
func wordsOf(s string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(s)) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// compare is the share of wanted words that were found, as a bag and in order, and which are
// missing.
func compare(got, want []string) (found, inOrder float64, missing []string) {
	bag := map[string]int{}
	for _, w := range got {
		bag[w]++
	}
	for _, w := range want {
		if bag[w]--; bag[w] >= 0 {
			found++
		} else {
			missing = append(missing, w)
		}
	}
	sort.Strings(missing)
	row := make([]int, len(got)+1)
	for _, w := range want {
		corner := 0
		for j, g := range got {
			above := row[j+1]
			if w == g {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			corner = above
		}
	}
	return found / float64(len(want)), float64(row[len(got)]) / float64(len(want)), missing
}
