package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/cli"
	"congvan/cmd/internal/crawl/portaltest"
	"congvan/cmd/internal/pipeline"
)

// congvan runs a command line in this process.
func congvan(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, said bytes.Buffer
	code = cli.Run(context.Background(), args, cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &said, Now: time.Now})
	return code, out.String(), said.String()
}

func digest(t *testing.T, data string) string {
	t.Helper()
	p, err := pipeline.Open(context.Background(), pipeline.Options{Data: data, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	d, err := p.Digest(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestCrawl crawls a portal from the command line, and replays what was kept into another store.
func TestCrawl(t *testing.T) {
	portal := portaltest.Start(12, false)
	defer portal.Close()
	folder := t.TempDir()
	data := filepath.Join(folder, "store")
	for name, content := range portal.Sources() {
		file := filepath.Join(folder, name+".toml")
		if err := os.WriteFile(file, []byte("delay = \"1ms\"\n"+content), 0o644); err != nil {
			t.Fatal(err)
		}
		if code, _, said := congvan(t, "--data", data, "source", "add", file); code != 0 {
			t.Fatalf("source add: %d: %s", code, said)
		}
	}
	code, out, said := congvan(t, "--data", data, "source", "test", "postback", "--open-host", "127.0.0.1")
	if code != 0 || !strings.Contains(out, "12/POSTBACK-TT") {
		t.Errorf("source test: %d: %s%s", code, out, said)
	}
	code, out, said = congvan(t, "--data", data, "crawl", "feed", "--dry-run", "--open-host", "127.0.0.1")
	if code != 0 || strings.Count(out, "/feed/vb/") != 12 {
		t.Errorf("dry run: %d: %s%s", code, out, said)
	}
	if code, _, said = congvan(t, "--data", data, "crawl"); code != 1 || !strings.Contains(said, "not open to the crawler") {
		t.Errorf("without --open-host: %d: %s", code, said)
	}
	if err := os.Remove(filepath.Join(data, "crawl.db")); err != nil { // hosts that failed would rest now
		t.Fatal(err)
	}
	metrics := filepath.Join(folder, "congvan.prom")
	code, _, said = congvan(t, "--data", data, "crawl", "--open-host", "127.0.0.1", "--json", "--metrics", metrics)
	if code != 0 {
		t.Fatalf("crawl: %d: %s", code, said)
	}
	if !strings.Contains(said, "36 new") && !strings.Contains(said, "48 new") { // 12 files and their pages, 12 pages, 12 pages
		t.Errorf("crawl: %s", said)
	}
	code, out, said = congvan(t, "--data", data, "list", "--json")
	if code != 0 || strings.Count(out, "\n") != 36 || !strings.Contains(out, "12/POSTBACK-TT") {
		t.Errorf("list: %d: %d lines: %s%.500s", code, strings.Count(out, "\n"), said, out)
	}
	if code, out, _ = congvan(t, "--data", data, "crawl", "--health"); code != 0 || strings.Count(out, " well ") != 3 {
		t.Errorf("health: %d: %s", code, out)
	}
	if written, err := os.ReadFile(metrics); err != nil || !strings.Contains(string(written), `congvan_crawl_state{source="feed",state="well"} 1`) {
		t.Errorf("metrics: %v: %s", err, written)
	}
	files, err := filepath.Glob(filepath.Join(data, "warc", "documents-*.warc.gz"))
	if err != nil || len(files) != 3 {
		t.Fatalf("WARC files are %v, %v", files, err)
	}
	replay := filepath.Join(folder, "replay")
	if code, _, said = congvan(t, append([]string{"--data", replay, "ingest"}, files...)...); code != 0 {
		t.Fatalf("replay: %d: %s", code, said)
	}
	if digest(t, data) != digest(t, replay) {
		t.Error("a replay gives another store")
	}
	if code, _, said = congvan(t, "--data", data, "crawl", "nothing"); code != 2 || !strings.Contains(said, "no source \"nothing\"") {
		t.Errorf("an unknown source: %d: %s", code, said)
	}
}
