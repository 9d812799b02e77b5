package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"congvan/corpus/corpustest"
)

// madeFolder writes count made dispatches, 1,000 a folder, and returns the folder and their size.
func madeFolder(b testing.TB, count int) (folder string, size int64) {
	b.Helper()
	folder = b.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		write(b, filepath.Join(folder, fmt.Sprintf("%03d", i/1000), d.Name), d.Text)
		size += int64(len(d.Text))
	}
	return folder, size
}

// benchCount is how many dispatches to bench with.
func benchCount(usual int) int {
	if count, err := strconv.Atoi(os.Getenv("CONGVAN_BENCH_DOCUMENTS")); err == nil {
		return count
	}
	return usual
}

// BenchmarkIngest takes made dispatches from text files to searchable, and once more unchanged.
// CONGVAN_BENCH_DOCUMENTS says how many (1,000).
func BenchmarkIngest(b *testing.B) {
	count := benchCount(1000)
	folder, size := madeFolder(b, count)
	perDocument := func(b *testing.B, cpu time.Duration) {
		b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "documents/s")
		b.ReportMetric(cpu.Seconds()*1e6/float64(count*b.N), "µs-CPU/document")
	}
	b.Run("new", func(b *testing.B) {
		b.SetBytes(size)
		begin := processCPU()
		for b.Loop() {
			data := b.TempDir()
			ingestFolder(b, Options{Data: data}, folder)
			b.ReportMetric(float64(diskUse(b, data))/float64(size), "disk/text")
		}
		perDocument(b, processCPU()-begin)
	})
	b.Run("unchanged", func(b *testing.B) {
		data := b.TempDir()
		ingestFolder(b, Options{Data: data}, folder)
		begin := processCPU()
		for b.Loop() {
			ingestFolder(b, Options{Data: data}, folder)
		}
		perDocument(b, processCPU()-begin)
	})
	b.Run("refresh", func(b *testing.B) {
		data := b.TempDir()
		ingestFolder(b, Options{Data: data}, folder)
		p := open(b, Options{Data: data})
		begin := processCPU()
		for b.Loop() {
			if err := p.Refresh(b.Context(), RefreshOptions{}, func(r Refreshed) { b.Errorf("%s changed: %v", r.Source.URI, r.Differences) }); err != nil {
				b.Fatal(err)
			}
		}
		perDocument(b, processCPU()-begin)
		closed(b, p)
	})
}

// processCPU is the processor time that this process has used.
func processCPU() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return cpuOf(&usage)
}

func cpuOf(u *syscall.Rusage) time.Duration {
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func diskUse(b testing.TB, folder string) (size int64) {
	b.Helper()
	err := filepath.Walk(folder, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return size
}

// TestBenchReport measures whole runs, each in a process of its own, and writes the report.
func TestBenchReport(t *testing.T) {
	if os.Getenv("CONGVAN_BENCH_REPORT") == "" {
		t.Skip("takes minutes: make bench-ingest")
	}
	var report strings.Builder
	fmt.Fprintf(&report, "# From text files to searchable\n\nMade by `make bench-ingest`: made dispatches (median 3 KB, one in a hundred about 100 KB) on two cores. "+
		"Processor time is user and system together, of both cores; the machine was shared, so it says more than the time.\n\n"+
		"| dispatches | run | time s | a second | CPU µs each | peak MB | disk : text |\n|---|---|---|---|---|---|---|\n")
	count := benchCount(100_000)
	for _, n := range []int{count / 10, count} {
		folder, size := madeFolder(t, n)
		data := filepath.Join(t.TempDir(), "store")
		for _, what := range []string{"new", "unchanged", "refresh"} {
			child := "ingest"
			if what == "refresh" {
				child = what
			}
			begin := time.Now()
			r := start(t, data, folder, "CONGVAN_TEST_CHILD="+child)
			if code := r.end(); code != 0 {
				t.Fatal(code, r.said)
			}
			took := time.Since(begin).Seconds()
			usage := r.ProcessState.SysUsage().(*syscall.Rusage)
			fmt.Fprintf(&report, "| %d | %s | %.1f | %.0f | %.0f | %d | %.2f |\n", n, what, took, float64(n)/took, cpuOf(usage).Seconds()*1e6/float64(n), usage.Maxrss>>10,
				float64(diskUse(t, data))/float64(size))
		}
		fmt.Fprintf(&report, "| %d | of which | originals %.2f | store %.2f | index %.2f | | |\n", n, float64(diskUse(t, filepath.Join(data, "originals")))/float64(size),
			float64(diskUse(t, filepath.Join(data, "store.db")))/float64(size), float64(diskUse(t, filepath.Join(data, "index")))/float64(size))
	}
	t.Log("\n" + report.String())
	write(t, "../../../testdata/reports/bench-ingest.md", report.String())
}
