package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func BenchmarkMend(b *testing.B) {
	source := func(name string) string {
		files, _ := filepath.Glob("../../testdata/dispatches/" + name + "*/source.txt")
		raw, err := os.ReadFile(files[0])
		if err != nil {
			b.Fatal(err)
		}
		return string(raw)
	}
	wrapped, table, article := source("000"), source("002"), source("001")
	for _, c := range []struct {
		name, text string
	}{
		{"wrapped", wrapped}, {"table", table}, {"article", article}, {"mended", Mend(article, Options{}).Text},
		{"large", strings.Repeat(wrapped+"\n", 1000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Mend(c.text, Options{Wrapped: true})
			}
		})
	}
}

// Hostile texts take time in proportion: what is quadratic takes minutes here.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of text")
	}
	const motto = "BỘ TÀI CHÍNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	for name, text := range map[string]string{
		"one line":      strings.Repeat("việc ", 100_000),
		"short lines":   strings.Repeat("a\n", 100_000),
		"mottos":        strings.Repeat(motto, 20_000),
		"motto line":    strings.Repeat("CỘNG HÒA XÃ HỘI ", 100_000),
		"recipients":    strings.Repeat("Nơi nhận:     KT. BỘ TRƯỞNG\n", 20_000),
		"counters":      strings.Repeat("STT\n", 60_000),
		"rows":          "STT\nTên\n" + strings.Repeat("1\na\n2\nb\n3\nc\n", 20_000),
		"marks":         "a" + strings.Repeat("\u0301", 100_000),
		"marked":        strings.Repeat("e\u0302\u0301", 60_000),
		"Cyrillic":      strings.Repeat("Б", 100_000),
		"alike":         "A" + strings.Repeat("С", 100_000),
		"joined":        strings.Repeat("một hai ba của\nviệc\n", 100_000),
		"bars":          strings.Repeat("|", 100_000),
		"tabs":          strings.Repeat("\t", 100_000),
		"tabs, text":    strings.Repeat("\ta", 100_000),
		"gaps":          strings.Repeat("Số: 1     ", 20_000),
		"pages":         strings.Repeat("\f2\n", 60_000),
		"bad bytes":     strings.Repeat("\xff", 100_000),
		"zero width":    strings.Repeat("\u200b", 100_000),
		"commas, dates": strings.Repeat("Số: 1/A, ngày ", 100_000),
		"brackets":      strings.Repeat("(“", 100_000),
		"blank":         strings.Repeat(" \n", 100_000),
	} {
		start := time.Now()
		Mend(text, Options{Wrapped: true})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		} else if testing.Verbose() {
			t.Logf("%-14s %8d bytes %v", name, len(text), took)
		}
	}
}
