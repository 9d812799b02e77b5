package crawl

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/crawl/portaltest"
)

const reportPath = "../../../testdata/reports/crawl.md"

// TestPortalReport crawls 5,000 documents in three shapes, well and with all faults, and kills
// crawls of a third of them. It takes minutes: "make bench-crawl" runs it and writes the report.
func TestPortalReport(t *testing.T) {
	if os.Getenv("CONGVAN_CRAWL_REPORT") == "" {
		t.Skip("takes minutes: make bench-crawl")
	}
	const each = 1667
	var report strings.Builder
	row := func(what, got string) { fmt.Fprintf(&report, "| %s | %s |\n", what, got) }
	fmt.Fprintf(&report, `# A portal crawled

Made by `+"`make bench-crawl`"+`: %d documents over paged listings in three shapes (query parameters with attached files, postbacks,
a sitemap), served on loopback by the same process, so time and memory are those of crawler and portal together.

| what | got |
|---|---|
`, 3*each)

	well := portaltest.Start(each, false)
	r := newRun(t, well, shapes...)
	start := time.Now()
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	took := time.Since(start)
	r.check(shapes...)
	first := len(well.Log())
	row("first crawl, no delay", fmt.Sprintf("%d requests in %.1f s: %.0f pages a second", first, took.Seconds(), float64(first)/took.Seconds()))
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	plain, documents := 0, 0
	again := well.Log()[first:]
	for _, asked := range again {
		if strings.Contains(asked.Path, "/vb/") || strings.Contains(asked.Path, "/tep/") {
			documents++
		} else if !asked.Conditional && !strings.Contains(asked.Path, "postback") {
			plain++
		}
	}
	if documents > 0 || plain > 0 {
		t.Errorf("nothing is new: %d documents asked for again, %d listings without a condition", documents, plain)
	}
	row("second crawl, nothing new", fmt.Sprintf("%d requests, %d of documents, %d of GET listings without a condition", len(again), documents, plain))
	well.Close()

	faulty := portaltest.Start(each, true)
	r = newRun(t, faulty, shapes...)
	r.o.Linger = 300 * time.Millisecond
	if err := r.crawl(context.Background()); err != nil {
		t.Fatal(err)
	}
	r.check(shapes...)
	reachable, held := 0, 0
	for _, shape := range shapes {
		for n := range each {
			if faulty.Reachable(n) {
				reachable++
				if r.holds(shape, n) {
					held++
				}
			}
		}
	}
	row("with faults: reachable documents got whole", fmt.Sprintf("%d of %d", held, reachable))
	told, faults := r.toldFaults()
	if told != faults {
		t.Errorf("%d of %d lasting faults are told as what they are", told, faults)
	}
	row("lasting faults (gone, loop, bomb, slow, excuse) told as what they are", fmt.Sprintf("%d of %d", told, faults))
	faulty.Close()

	kills, twice, missing, pages := killedCrawl(t, each/3)
	row("killed and started again (SIGKILL)", fmt.Sprintf("%d kills, %d of %d pages missed, %d fetched again, delay kept", kills, missing, pages, twice))
	row("peak memory of the process", peakMemory(t))
	if t.Failed() {
		return
	}
	if err := os.WriteFile(filepath.FromSlash(reportPath), []byte(report.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + report.String())
}

// toldFaults counts the documents with lasting faults, and those of them whose last event says
// the right outcome.
func (r *run) toldFaults() (told, faults int) {
	last := map[string]Event{}
	for _, e := range r.events {
		last[e.URL] = e
	}
	for n := range r.portal.Documents {
		want, ok := wanted[r.portal.Fault(n)]
		if !ok {
			continue
		}
		for _, at := range []string{"/query/tep/", "/postback/vb/", "/feed/vb/"} {
			faults++
			if e := last[fmt.Sprintf("%s%s%d", r.portal.URL, at, n)]; e.Outcome == want && e.Reason != "" {
				told++
			} else {
				r.t.Errorf("fault %d is told as %s (%s), want %s", r.portal.Fault(n), e.Outcome, e.Reason, want)
			}
		}
	}
	return told, faults
}

// peakMemory is the most memory that the process held at a time, as the kernel counts it.
func peakMemory(t *testing.T) string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("there is no /proc to ask")
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes int
	if _, err := fmt.Sscan(after, &kilobytes); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d MB", kilobytes/1024)
}
