package index_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"congvan/index"
)

// TestSearchWhileWriting searches from several goroutines while records come, change and go: each
// search sees all of a batch or nothing of it.
func TestSearchWhileWriting(t *testing.T) {
	x := open(t)
	var writers, readers sync.WaitGroup
	done := make(chan struct{})
	for w := range 2 {
		writers.Go(func() {
			for round := range 6 {
				var batch []index.Change
				for i := range 20 {
					batch = append(batch, record(fmt.Sprintf("%d-%d", w, i), "", fmt.Sprintf("văn bản chung của vòng%d bên%d", round, w)))
				}
				if err := x.Apply(context.Background(), batch); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				for w := range 2 {
					q := parse(fmt.Sprintf("văn bản bên%d", w))
					q.Exact, q.Limit, q.Facets = true, 50, []string{"kind"}
					results, err := x.Search(context.Background(), q)
					if err != nil {
						t.Error(err)
						return
					}
					if results.Total != 0 && results.Total != 20 {
						t.Errorf("%d records of a batch of 20 are found", results.Total)
					}
				}
			}
		})
	}
	writers.Wait()
	close(done)
	readers.Wait()
	if got := find(t, x, "vòng5"); len(got) != 10 {
		t.Errorf("%d hits of the last round, want a page of 10", len(got))
	}
	if got := find(t, x, `"vòng4"`); len(got) != 0 {
		t.Errorf("hits of a round before: %v", got)
	}
}
