package pdf

import (
	"context"
	"os"
	"testing"
)

// BenchmarkPages reads a letter of one page; pages/s is what a core does.
func BenchmarkPages(b *testing.B) {
	for _, name := range []string{"chromium", "libreoffice", "weasyprint"} {
		b.Run(name, func(b *testing.B) {
			content, err := os.ReadFile("testdata/forms/" + name + ".pdf")
			if err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			pages := 0
			for b.Loop() {
				r, err := Parse(context.Background(), content, Options{})
				if err != nil {
					b.Fatal(err)
				}
				pages += len(r.Pages)
			}
			b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
		})
	}
}

func BenchmarkJudge(b *testing.B) {
	text := ""
	content, err := os.ReadFile("testdata/forms/expected.txt")
	if err != nil {
		b.Fatal(err)
	}
	for range 4 {
		text += string(content)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if Judge(text, false) != Good {
			b.Fatal("not good")
		}
	}
}
