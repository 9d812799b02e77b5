package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"congvan/cmd/internal/pipeline"
)

// BenchmarkPages makes pages of the store that CONGVAN_BENCH_DATA names (make bench-serve makes
// one), each kind by itself.
func BenchmarkPages(b *testing.B) {
	data := os.Getenv("CONGVAN_BENCH_DATA")
	if data == "" {
		b.Skip("CONGVAN_BENCH_DATA names no store")
	}
	p, err := pipeline.OpenToRead(b.Context(), pipeline.Options{Data: data, Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	live := p.Live()
	defer live.Close()
	pages, err := New(p, live, time.Now, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	mux := http.NewServeMux()
	pages.Register(mux)
	l := &loader{ids: someIDs(b, data)}
	for _, kind := range []string{"search", "document", "map", "board", "month", "workload", "gaps"} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for n := range b.N {
				w := httptest.NewRecorder()
				mux.ServeHTTP(w, httptest.NewRequest(http.MethodGet, l.page(kind, n), nil))
				if w.Code != http.StatusOK {
					b.Fatal(l.page(kind, n), w.Code)
				}
			}
		})
	}
}
