package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"congvan/corpus/corpustest"
)

// madeFolder writes count made dispatches, 1,000 a folder, and returns the folder and their size.
func madeFolder(b testing.TB, count int) (folder string, size int64) {
	folder = b.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		sub := filepath.Join(folder, fmt.Sprintf("%03d", i/1000))
		if err := os.MkdirAll(sub, 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(sub, d.Name), []byte(d.Text), 0o644); err != nil {
			b.Fatal(err)
		}
		size += int64(len(d.Text))
	}
	return folder, size
}

// BenchmarkIngest takes made dispatches from text files to searchable, and once more unchanged.
// CONGVAN_BENCH_DOCUMENTS says how many (1,000).
func BenchmarkIngest(b *testing.B) {
	count, err := strconv.Atoi(os.Getenv("CONGVAN_BENCH_DOCUMENTS"))
	if err != nil {
		count = 1000
	}
	folder, size := madeFolder(b, count)
	ingest := func(b *testing.B, data string) {
		p, err := Open(b.Context(), Options{Data: data, Now: time.Now})
		if err != nil {
			b.Fatal(err)
		}
		if err := p.Ingest(b.Context(), []string{folder}, nil, func(Outcome) {}); err != nil {
			b.Fatal(err)
		}
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("new", func(b *testing.B) {
		b.SetBytes(size)
		for b.Loop() {
			data := b.TempDir()
			ingest(b, data)
			b.ReportMetric(float64(diskUse(b, data))/float64(size), "disk/text")
		}
		b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "documents/s")
	})
	b.Run("unchanged", func(b *testing.B) {
		data := b.TempDir()
		ingest(b, data)
		for b.Loop() {
			ingest(b, data)
		}
		b.ReportMetric(float64(count*b.N)/b.Elapsed().Seconds(), "documents/s")
	})
}

func diskUse(b *testing.B, folder string) (size int64) {
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
