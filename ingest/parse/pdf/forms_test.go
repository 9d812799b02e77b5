package pdf

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestForms reads one letter as several producers print it. The words and their order are the
// same in all; where lines break is the producer's choice.
func TestForms(t *testing.T) {
	want := words(t, "testdata/forms/expected.txt")
	files, err := filepath.Glob("testdata/forms/*.pdf")
	if err != nil || len(files) < 3 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Parse(context.Background(), content, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var pages []string
			for _, p := range r.Pages {
				pages = append(pages, p.Text)
				if p.Verdict != Good {
					t.Errorf("verdict %s", p.Verdict)
				}
			}
			got := norm.NFC.String(strings.Join(strings.Fields(strings.Join(pages, "\n")), " "))
			wrong := distance(got, want)
			rate := 100 * float64(wrong) / float64(len([]rune(want)))
			t.Logf("character error rate %.3f%%", rate)
			if rate > 0.1 {
				t.Errorf("character error rate %.2f%%, want at most 0.1%%\ngot  %s\nwant %s", rate, got, want)
			}
		})
	}
}

// words reads a file with all white space as single spaces.
func words(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(b)), " ")
}

// distance is the edit distance of two texts in characters (Levenshtein).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		corner := row[0]
		row[0] = i + 1
		for j, q := range y {
			best := min(row[j+1], row[j]) + 1
			if r == q {
				best = min(best, corner)
			} else {
				best = min(best, corner+1)
			}
			corner, row[j+1] = row[j+1], best
		}
	}
	return row[len(y)]
}
