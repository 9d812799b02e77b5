package crawl

import (
	"context"
	"fmt"
	"testing"
	"time"

	"congvan/cmd/internal/crawl/portaltest"
	"congvan/corpus"
	"congvan/ingest/source"
)

func TestPatienceFollowsTheWayOfASource(t *testing.T) {
	every := func(days, n int) (all []corpus.Date) {
		for i := range n {
			all = append(all, corpus.Date{Year: 2024, Month: 12, Day: 31}.AddDays(-i*days))
		}
		return all
	}
	const day = 24 * time.Hour
	for _, test := range []struct {
		name string
		days []corpus.Date
		want time.Duration
	}{
		{"nothing known", nil, usualQuiet},
		{"too little known", every(1, 5), usualQuiet},
		{"daily", every(1, 40), shortestQuiet},
		{"every fourth day", every(4, 40), 12 * day},
		{"monthly", every(30, 12), 90 * day},
		{"yearly", every(365, 12), longestQuiet},
		{"daily, and a long pause at Tết", append(every(1, 30), corpus.Date{Year: 2024, Month: 11, Day: 1}), shortestQuiet},
	} {
		if got := patienceFor(test.days); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestRhythmIsKept looks every hour at sources of which one has a rhythm of six.
func TestRhythmIsKept(t *testing.T) {
	p := portaltest.Start(3, false)
	defer p.Close()
	r := newRun(t, p, "feed")
	slow, err := source.Parse("slow.toml", []byte("every = \"6h\"\n"+p.Sources()["postback"]))
	if err != nil {
		t.Fatal(err)
	}
	r.o.Sources, r.o.Rhythm = append(r.o.Sources, slow), true
	start := time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)
	visits := map[string]string{}
	for hour := range 13 {
		r.o.Now = func() time.Time { return start.Add(time.Duration(hour) * time.Hour) }
		r.o.Report = func(e Event) {
			r.mu.Lock()
			defer r.mu.Unlock()
			if e.Listing {
				visits[e.Source] += fmt.Sprintf("%d ", hour)
			}
		}
		if err := r.crawl(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := visits["postback"], "0 6 12 "; got != want {
		t.Errorf("the source with a rhythm of six hours was visited at %q, want %q", got, want)
	}
	if got, want := visits["feed"], "0 1 2 3 4 5 6 7 8 9 10 11 12 "; got != want {
		t.Errorf("the source without a rhythm was visited at %q, want %q", got, want)
	}
}

// TestHealthIsReadWhileACrawlRuns opens the frontier to look at while it is held.
func TestHealthIsReadWhileACrawlRuns(t *testing.T) {
	p := portaltest.Start(30, false)
	defer p.Close()
	r := newRun(t, p, "feed")
	read := 0
	ingest := r.o.Ingest
	r.o.Ingest = func(ctx context.Context, path string) error {
		f, err := ReadFrontier(ctx, r.data)
		if err != nil {
			t.Error(err)
			return nil
		}
		defer f.Close()
		health, err := f.Health(ctx, time.Now())
		if err != nil || len(health) != 1 || health[0].Kept != 30 || health[0].State != Well {
			t.Errorf("health is %+v, %v", health, err)
		}
		if _, err := f.db.ExecContext(ctx, "DELETE FROM links"); err == nil {
			t.Error("a frontier to look at can be written to")
		}
		read++
		return ingest(ctx, path)
	}
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	if read == 0 {
		t.Error("nothing was ingested")
	}
}
