package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"congvan/corpus/corpustest"
)

// benchReport is the report of whole runs. It is written after each of them, so that one that is
// stopped leaves what it has.
type benchReport struct {
	t     *testing.T
	rows  []string
	notes []string
	costs map[string]float64 // CPU µs a dispatch, by run and count
	begin time.Time
}

const benchReportFile = "../../../testdata/reports/bench-ingest.md"

func (b *benchReport) write(state string) {
	b.t.Helper()
	text := "# From files to searchable\n\nMade by `make bench-ingest`: made dispatches (median 3 KB, one in a hundred about 100 KB) on two cores, each run in a process of its own. " +
		"Processor time is user and system together, of both cores; on a machine that others use it says more than the time. " +
		"Peak is of the resident set, with the pages of the index that the system keeps mapped. " + state + "\n\n" +
		"| form | dispatches | run | time s | a second | CPU µs each | peak MB | disk : text | of it originals, store, index |\n|---|---|---|---|---|---|---|---|---|\n" +
		strings.Join(b.rows, "\n") + "\n"
	if len(b.notes) > 0 {
		text += "\n" + strings.Join(b.notes, "\n") + "\n"
	}
	write(b.t, benchReportFile, text)
}

// run measures one child over a folder of n dispatches with size bytes of text.
func (b *benchReport) run(form string, n int, size int64, what, data, folder string, env ...string) {
	b.t.Helper()
	begin := time.Now()
	r := start(b.t, data, folder, env...)
	if code := r.end(); code != 0 {
		b.t.Fatal(code, r.said)
	}
	took := time.Since(begin).Seconds()
	usage, ok := r.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		b.t.Fatal("the system does not say what a process used")
	}
	each := cpuOf(usage).Seconds() * 1e6 / float64(n)
	b.costs[fmt.Sprint(form, what, n)] = each
	part := func(name string) float64 {
		return float64(diskUse(b.t, filepath.Join(data, name))) / float64(size)
	}
	row := fmt.Sprintf("| %s | %d | %s | %.1f | %.0f | %.0f | %d | %.2f | %.2f, %.2f, %.2f |", form, n, what, took, float64(n)/took, each, usage.Maxrss>>10,
		part(""), part("originals"), part("store.db"), part("index"))
	b.t.Log(row)
	b.rows = append(b.rows, row)
	b.write("Not finished.")
}

// TestBenchReport measures whole runs and writes the report.
func TestBenchReport(t *testing.T) {
	if os.Getenv("CONGVAN_BENCH_REPORT") == "" {
		t.Skip("takes minutes: make bench-ingest")
	}
	b := &benchReport{t: t, costs: map[string]float64{}, begin: time.Now()}
	count := benchCount(100_000)
	text := func(d corpustest.Dispatch) (string, []byte, error) { return d.Name, []byte(d.Text), nil }
	word := func(d corpustest.Dispatch) (string, []byte, error) {
		content, err := d.DOCX()
		return strings.TrimSuffix(d.Name, ".txt") + ".docx", content, err
	}
	for _, n := range []int{count / 10, count} {
		folder, size := madeFiles(t, n, text)
		data := filepath.Join(t.TempDir(), "store")
		b.run("text", n, size, "new", data, folder)
		b.run("text", n, size, "unchanged", data, folder)
		b.run("text", n, size, "refresh", data, folder, "CONGVAN_TEST_CHILD=refresh")
		if n < count {
			b.run("text", n, size, "new, synchronous=NORMAL", data+".relaxed", folder, "CONGVAN_TEST_RELAXED=1")
			must(t, os.RemoveAll(data+".relaxed"))
			folder, size := madeFiles(t, n, word)
			b.run("DOCX", n, size, "new", data+".docx", folder)
			must(t, os.RemoveAll(folder))
		}
		must(t, os.RemoveAll(folder))
	}
	ratio := func(what string) float64 {
		return b.costs[fmt.Sprint("text", what, count)] / b.costs[fmt.Sprint("text", what, count/10)]
	}
	b.notes = append(b.notes, fmt.Sprintf("Cost of a dispatch at %d against %d, in processor time: new %.2f, refresh %.2f.", count, count/10, ratio("new"), ratio("refresh")),
		"With synchronous=FULL, as it is set, what was acknowledged survives power loss; with NORMAL a kill loses nothing and power loss the last commits.")
	b.write(fmt.Sprintf("All of it took %.0f s.", time.Since(b.begin).Seconds()))
}

// madeFiles writes count made dispatches in some form, 1,000 a folder. The size is of their text.
func madeFiles(t testing.TB, count int, form func(corpustest.Dispatch) (name string, content []byte, err error)) (folder string, size int64) {
	t.Helper()
	folder = t.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		name, content, err := form(d)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(folder, fmt.Sprintf("%03d", i/1000), name), string(content))
		size += int64(len(d.Text))
	}
	return folder, size
}
