package crawl

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"congvan/cmd/internal/crawl/portaltest"
	"congvan/corpus"
	"congvan/ingest/fetch"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/warc"
	"congvan/ingest/source"
)

// run crawls a portal into a folder, and gives what was ingested by address.
type run struct {
	t      testing.TB
	portal *portaltest.Portal
	data   string
	o      Options

	mu       sync.Mutex
	ingested map[string][]byte
	events   []Event
}

func newRun(t testing.TB, p *portaltest.Portal, names ...string) *run {
	r := &run{t: t, portal: p, data: t.TempDir(), ingested: map[string][]byte{}}
	files := p.Sources()
	for _, name := range names {
		s, err := source.Parse(name+".toml", []byte(files[name]))
		if err != nil {
			t.Fatal(err)
		}
		r.o.Sources = append(r.o.Sources, s)
	}
	r.o.Data, r.o.OpenHosts, r.o.Delay, r.o.Retry, r.o.Linger = r.data, []string{"127.0.0.1"}, -1, 10*time.Millisecond, 5*time.Second
	r.o.Patience, r.o.Now = 400*time.Millisecond, time.Now
	r.o.Ingest = r.ingest
	r.o.Report = func(e Event) { r.mu.Lock(); r.events = append(r.events, e); r.mu.Unlock() }
	return r
}

func (r *run) ingest(_ context.Context, path string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	raw := warc.Read(content, form.Limits{}.Filled())
	if raw.Status != corpus.StatusOK {
		r.t.Errorf("%s is %s: %s", path, raw.Status, raw.Reason)
	}
	for _, part := range raw.Parts {
		if part.Status != "" {
			r.t.Errorf("%s has a bad record: %s", path, part.Reason)
		}
		r.ingested[part.URI] = part.Content
	}
	return nil
}

// crawl visits the sources once.
func (r *run) crawl(ctx context.Context) error {
	r.t.Helper()
	r.events = nil
	f, err := OpenFrontier(context.Background(), r.data)
	if err != nil {
		r.t.Fatal(err)
	}
	defer f.Close()
	return Run(ctx, f, r.o)
}

// holds reports whether a document of a shape was ingested, whole.
func (r *run) holds(shape string, n int) bool {
	part := "vb"
	if shape == "query" {
		part = "tep"
	}
	content, ok := r.ingested[fmt.Sprintf("%s/%s/%s/%d", r.portal.URL, shape, part, n)]
	if !ok {
		content, ok = r.ingested[fmt.Sprintf("%s/%s/moi/%d?tep=%s", r.portal.URL, shape, n, part)]
	}
	if !ok {
		return false
	}
	if !strings.HasSuffix(string(content), "</html>") {
		r.t.Errorf("document %d of %s is stored though it is cut: %q", n, shape, content)
	}
	return r.portal.Fault(n) == portaltest.FaultCharset || strings.Contains(string(content), portaltest.Text(shape, n))
}

// check compares what is held with what can be got, and counts the differences.
func (r *run) check(shapes ...string) (missing int) {
	r.t.Helper()
	for _, shape := range shapes {
		for n := range r.portal.Documents {
			if got := r.holds(shape, n); got != r.portal.Reachable(n) {
				if missing++; missing < 5 {
					r.t.Errorf("document %d of %s (fault %d): held %v", n, shape, r.portal.Fault(n), got)
				}
			}
		}
	}
	return missing
}

var shapes = []string{"query", "postback", "feed"}

// wanted are the outcomes that the lasting faults must end with.
var wanted = map[int]fetch.Outcome{
	portaltest.FaultGone: fetch.Gone, portaltest.FaultLoop: fetch.Loop, portaltest.FaultBomb: fetch.TooLarge,
	portaltest.FaultSlow: fetch.Slow, portaltest.FaultSorry: fetch.Failed,
}

func TestAllReachableDocumentsAreGot(t *testing.T) {
	p := portaltest.Start(100, true)
	defer p.Close()
	r := newRun(t, p, shapes...)
	r.o.Linger = 100 * time.Millisecond
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.check(shapes...)
	if _, faults := r.toldFaults(); faults == 0 {
		t.Error("the portal had no lasting faults")
	}
	for _, asked := range p.Log() {
		if strings.HasPrefix(asked.Path, "/rieng") {
			t.Errorf("%s was asked for", asked.Path)
		}
	}
}

func TestNothingNewCostsNothing(t *testing.T) {
	p := portaltest.Start(100, false)
	defer p.Close()
	r := newRun(t, p, "query")
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	before := len(p.Log())
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	again := p.Log()[before:]
	for _, asked := range again {
		if !strings.HasPrefix(asked.Path, "/query/list") || !asked.Conditional {
			t.Errorf("asked again for %s, conditional %v", asked.Path, asked.Conditional)
		}
	}
	if want := 100/portaltest.PageSize + 1; len(again) != want { // and the page behind the last
		t.Errorf("%d requests, want %d", len(again), want)
	}
}

func TestBackDatedPostingsAreFound(t *testing.T) {
	p := portaltest.Start(100, false)
	defer p.Close()
	for _, n := range []int{5, 6, 70} {
		p.Hide(n)
	}
	r := newRun(t, p, shapes...)
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	if r.holds("query", 5) {
		t.Fatal("a hidden document was found")
	}
	p.Post()
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.check(shapes...)
}

func TestChangedMarkupRaisesAnAlarm(t *testing.T) {
	p := portaltest.Start(30, false)
	defer p.Close()
	r := newRun(t, p, "query")
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	p.Redesign()
	p.Hide(3) // so that the page is another one
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	f, err := OpenFrontier(context.Background(), r.data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	health, err := f.Health(context.Background(), time.Now())
	if err != nil || len(health) != 1 || health[0].State != ChangedShape {
		t.Errorf("health is %+v, %v", health, err)
	}
}

// TestInterruptedCrawlGoesOn breaks a crawl off after every few requests, as a kill would, and
// starts it again on the same folder.
func TestInterruptedCrawlGoesOn(t *testing.T) {
	p := portaltest.Start(60, false)
	defer p.Close()
	r := newRun(t, p, shapes...)
	restarts := 0
	for ; restarts < 100; restarts++ {
		ctx, cancel := context.WithCancel(context.Background())
		seen := 0
		r.o.Report = func(Event) {
			r.mu.Lock()
			defer r.mu.Unlock()
			if seen++; seen == 17 {
				cancel()
			}
		}
		err := r.crawl(ctx)
		cancel()
		if err == nil {
			break
		}
	}
	r.check(shapes...)
	times := map[string]int{}
	for _, asked := range p.Log() {
		if !strings.Contains(asked.Path, "list") && !strings.Contains(asked.Path, "robots") && !strings.Contains(asked.Path, "sitemap") {
			times[asked.Path]++
		}
	}
	twice := 0
	for _, n := range times {
		twice += n - 1
	}
	if restarts < 5 || twice > 3*restarts { // one in flight a source
		t.Errorf("%d restarts, %d pages fetched again", restarts, twice)
	}
}

func TestOneCrawlAtATime(t *testing.T) {
	data := t.TempDir()
	f, err := OpenFrontier(context.Background(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if second, err := OpenFrontier(context.Background(), data); err == nil {
		second.Close()
		t.Error("two crawls have one frontier")
	}
}

// BenchmarkCrawl is a whole crawl without delay: pages fetched, read and kept.
func BenchmarkCrawl(b *testing.B) {
	pages := 0
	for b.Loop() {
		p := portaltest.Start(500, false)
		r := newRun(b, p, "postback", "feed")
		if err := r.crawl(context.Background()); err != nil {
			b.Fatal(err)
		}
		pages += len(p.Log())
		p.Close()
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
