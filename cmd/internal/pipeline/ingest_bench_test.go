package pipeline

import (
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"congvan/corpus/corpustest"
)

// madeFolder writes count made dispatches as text, and returns the folder and their size.
func madeFolder(b testing.TB, count int) (folder string, size int64) {
	return madeFiles(b, count, func(d corpustest.Dispatch) (string, []byte, error) { return d.Name, []byte(d.Text), nil })
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
