package crawl

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/crawl/portaltest"
	"congvan/ingest/source"
)

// killed is set in the process that is killed: the folder it crawls into.
const killed = "CONGVAN_TEST_CRAWL"

const killDelay = 5 * time.Millisecond

func TestMain(m *testing.M) {
	if folder := os.Getenv(killed); folder != "" {
		if err := crawlFolder(folder); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func crawlFolder(folder string) error {
	sources, err := source.Load(filepath.Join(folder, "sources"))
	if err != nil {
		return err
	}
	f, err := OpenFrontier(context.Background(), folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return Run(context.Background(), f, Options{Data: folder, Sources: sources, OpenHosts: []string{"127.0.0.1"}, Delay: killDelay, Retry: 10 * time.Millisecond,
		Segment: 4 << 10, Now: time.Now, Ingest: func(context.Context, string) error { return nil }, Report: func(Event) {}})
}

// TestKilledCrawlMissesNothing kills crawls at random moments and starts them again.
func TestKilledCrawlMissesNothing(t *testing.T) {
	kills, twice, missing, pages := killedCrawl(t, 50)
	t.Logf("%d kills, %d of %d pages fetched again, %d missing", kills, twice, pages, missing)
}

// killedCrawl kills crawls of a portal until one comes to its end, and checks what was got and
// when it was asked for.
func killedCrawl(t *testing.T, documents int) (kills, twice, missing, pages int) {
	t.Helper()
	p := portaltest.Start(documents, false)
	defer p.Close()
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "sources"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range p.Sources() {
		if err := os.WriteFile(filepath.Join(folder, "sources", name+".toml"), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for ; ; kills++ {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), killed+"="+folder)
		var said bytes.Buffer
		child.Stderr = &said
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(150+rand.IntN(250)+20*kills)*time.Millisecond, func() { _ = child.Process.Kill() })
		err := child.Wait()
		timer.Stop()
		if err == nil {
			break
		}
		if child.ProcessState.Exited() {
			t.Fatalf("after %d kills: %v: %s", kills, err, said.String())
		}
	}
	r := &run{t: t, portal: p, ingested: map[string][]byte{}}
	segments, err := filepath.Glob(filepath.Join(folder, "warc", "documents-*.warc.gz"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("no WARC files: %v", err)
	}
	for _, segment := range segments {
		if err := r.ingest(context.Background(), segment); err != nil {
			t.Fatal(err)
		}
	}
	missing = r.check(shapes...)
	times := map[string]int{}
	log := p.Log()
	if took, least := log[len(log)-1].At.Sub(log[0].At), time.Duration(len(log)-2)*killDelay; took < least {
		t.Errorf("%d requests in %v: kills shorten the delay of %v", len(log), took, killDelay)
	}
	for _, asked := range log {
		if strings.Contains(asked.Path, "/vb/") || strings.Contains(asked.Path, "/tep/") {
			times[asked.Path]++
		}
	}
	for _, n := range times {
		twice += n - 1
	}
	if twice > kills {
		t.Errorf("%d kills, %d pages fetched again: more than were in flight", kills, twice)
	}
	return kills, twice, missing, len(times)
}

// TestAnEmptySegmentIsRemoved starts a crawl where an earlier one was killed between making a WARC
// file and writing to it.
func TestAnEmptySegmentIsRemoved(t *testing.T) {
	p := portaltest.Start(3, false)
	defer p.Close()
	r := newRun(t, p, shapes...)
	f, err := OpenFrontier(context.Background(), r.data)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	empty := filepath.Join(r.data, "warc", "documents-old.warc.gz")
	if err := os.MkdirAll(filepath.Dir(empty), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := f.AddSegment(context.Background(), empty); err != nil {
		t.Fatal(err)
	}
	if err := recoverSegments(context.Background(), f, r.o); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(empty); !os.IsNotExist(err) {
		t.Errorf("the empty file is still there: %v", err)
	}
	if pending, err := f.Pending(context.Background()); err != nil || len(pending) > 0 {
		t.Errorf("pending: %v, %v", pending, err)
	}
}
