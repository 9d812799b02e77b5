package source

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the recorded pages give now")

// TestExamples reads the recorded pages of every source that is shipped: list.* is its first
// page, list-3.* the third, page.* the page of a document. A source without them fails.
func TestExamples(t *testing.T) {
	for _, name := range Examples() {
		t.Run(name, func(t *testing.T) {
			content, _ := Example(name)
			s, err := Parse(name+".toml", content)
			if err != nil {
				t.Fatal(err)
			}
			if s.Name != name {
				t.Errorf("%s.toml names itself %q", name, s.Name)
			}
			pages, err := filepath.Glob(filepath.Join("examples", name, "*.[hx]*ml"))
			if err != nil || len(pages) == 0 {
				t.Fatalf("no recorded page in examples/%s (%v)", name, err)
			}
			got := map[string]any{}
			for _, file := range pages {
				got[filepath.Base(file)] = readRecorded(t, s, file)
			}
			compare(t, filepath.Join("examples", name, "expected.json"), got)
		})
	}
}

func readRecorded(t *testing.T, s *Source, file string) any {
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	start := s.Starts(day(2024, 8, 1), day(2024, 10, 31))[0]
	kind, number, _ := strings.Cut(strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), "-")
	if kind == "page" {
		found, err := s.ReadPage(Body{URL: start.URL, Content: content})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	page := 1
	if n, err := strconv.Atoi(number); err == nil {
		page = n
	}
	listing, err := s.ReadListing(Body{URL: start.URL, Content: content, Page: page})
	if err != nil {
		t.Fatal(err)
	}
	return listing
}

func compare(t *testing.T, file string, got any) {
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	if err := out.Encode(got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("the expected links are not recorded: %v", err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
