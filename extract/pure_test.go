package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"congvan/corpus"
)

// TestPure extracts from the same documents in eight goroutines at once: all get the same records,
// the documents stay as they were, and the race detector has nothing to say.
func TestPure(t *testing.T) {
	documents := dispatches(t)
	want := make([]*corpus.Record, len(documents))
	before := make([]corpus.Document, len(documents))
	for k, d := range documents {
		want[k], before[k] = Extract(d, Options{}), *d
	}
	var running sync.WaitGroup
	for worker := range 8 {
		running.Go(func() {
			for k := range documents {
				k = (k + worker) % len(documents) // not all at the same one
				if got := Extract(documents[k], Options{}); !reflect.DeepEqual(got, want[k]) {
					t.Errorf("%s: another record in goroutine %d", documents[k].Source.Name, worker)
				}
			}
		})
	}
	running.Wait()
	for k, d := range documents {
		if !reflect.DeepEqual(*d, before[k]) {
			t.Errorf("%s: the document has changed", d.Source.Name)
		}
	}
}

// dispatches are the real documents of testdata.
func dispatches(t testing.TB) []*corpus.Document {
	t.Helper()
	files, err := filepath.Glob("../testdata/dispatches/*/document.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts in testdata/dispatches: %v", err)
	}
	var out []*corpus.Document
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, document(filepath.Base(filepath.Dir(file))+".txt", string(text)))
	}
	return out
}
