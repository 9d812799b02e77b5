package normalize

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
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
