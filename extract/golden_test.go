package extract

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"congvan/corpus"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the records as they are now")

// document is a document as ingestion would give it, of a mended text.
func document(name, text string) *corpus.Document {
	return &corpus.Document{Source: corpus.Source{Name: name, Size: int64(len(text)), SHA256: corpus.Hash([]byte(text)), Status: corpus.StatusOK}, Text: text}
}

// TestDispatches compares the records of real dispatches with those that were read and found
// right: testdata/dispatches/NAME/document.txt gives record.json.
func TestDispatches(t *testing.T) {
	texts, err := filepath.Glob("../testdata/dispatches/*/document.txt")
	if err != nil || len(texts) == 0 {
		t.Fatalf("no texts in testdata/dispatches: %v", err)
	}
	for _, file := range texts {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			record := Extract(document(name+".txt", string(text)), Options{})
			record.Text = "" // it is document.txt
			got, err := json.MarshalIndent(record, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join(filepath.Dir(file), "record.json")
			if *update {
				if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)+"\n"); diff != "" {
				t.Errorf("the record changed (-was +is); go test ./extract -update writes it anew:\n%s", diff)
			}
		})
	}
}
