package layout

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkRead reads the layout of the real dispatches.
func BenchmarkRead(b *testing.B) {
	files, _ := filepath.Glob("../../testdata/dispatches/*/document.txt")
	var texts []string
	size := 0
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			Read(text)
		}
	}
}
