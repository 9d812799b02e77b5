package normalize

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden documents anew; read their diff")

// The dispatches of testdata, as they stand in document.txt.
func TestDispatches(t *testing.T) {
	dirs, _ := filepath.Glob("../../testdata/dispatches/*")
	if len(dirs) == 0 {
		t.Fatal("no dispatches in testdata")
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(dir, "source.txt"))
			if err != nil {
				t.Skip("no text source")
			}
			golden := filepath.Join(dir, "document.txt")
			got := Mend(string(raw), Options{Wrapped: true}).Text + "\n"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("document.txt (-want +got):\n%s", diff)
			}
		})
	}
}

// Pages in the styles that texts arrive in, and what a reader makes of them.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/pages/*.txtar")
	if len(files) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			raw, want := string(archive.Files[0].Data), strings.TrimSuffix(string(archive.Files[1].Data), "\n")
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(Mend(raw, Options{Wrapped: true}).Text, "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkPromises(t, raw, true)
			checkPromises(t, raw, false)
		})
	}
}
