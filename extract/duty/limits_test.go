package duty

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
)

// FuzzFind reads any text: no panic, and every span selects the value that stands beside it.
func FuzzFind(f *testing.F) {
	for name := range about {
		text, err := os.ReadFile("testdata/" + name + ".txt")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("1. Sở Y tế (Ban Thu, giao Sở: yêu cầu\n- Đề nghị các đơn vị; giao Sở Nội vụ thì phải")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		for _, o := range read(Input{Type: "CV", Options: Options{Courtesies: true}}, text) {
			if got := clean(corpus.Cut(text, o.Action.Span)); got != o.Action.Value {
				t.Errorf("action %q, its span selects %q", o.Action.Value, got)
			}
			for _, a := range o.Actors {
				if got := clean(corpus.Cut(text, a.Span)); got != a.Value {
					t.Errorf("actor %q, its span selects %q", a.Value, got)
				}
			}
		}
	})
}

// TestHostileTexts reads texts made to be slow; a reading that is not linear takes minutes.
func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of text")
	}
	texts := map[string]string{
		"commas":      "Căn cứ " + strings.Repeat("Sở Y tế, các đơn vị, ", 60_000),
		"orders":      strings.Repeat("giao Sở Y tế; ", 100_000),
		"names":       "Giao Bộ " + strings.Repeat("Ngoại Giao Và ", 80_000),
		"brackets":    "Giao Sở Y tế " + strings.Repeat("(Sở ", 150_000),
		"quotes":      strings.Repeat("“Sở Y tế có trách nhiệm báo cáo\n", 30_000),
		"items":       "Sở Y tế có trách nhiệm:\n" + strings.Repeat("- Báo cáo Bộ Y tế trước ngày 05.\n", 30_000),
		"one line":    strings.Repeat("Sở Y tế phối hợp với Sở Tài chính báo cáo. ", 40_000),
		"conditions":  strings.Repeat("nếu khi trường hợp ", 60_000),
		"subordinate": "Doanh nghiệp khi " + strings.Repeat("sử dụng đất khi ", 60_000),
	}
	for name, text := range texts {
		start := time.Now()
		read(Input{Type: "CV"}, text)
		if took := time.Since(start); took > 8*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for _, name := range []string{"qd-qppl", "cv-bhxh-list", "ct-ubnd"} {
		b.Run(name, func(b *testing.B) {
			raw, err := os.ReadFile("testdata/" + name + ".txt")
			if err != nil {
				b.Fatal(err)
			}
			text := string(raw)
			in := about[name]
			in.Layout, in.Units, in.Ruler = layout.Read(text), gazetteer.Default(), corpus.NewRuler(text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(in)
			}
		})
	}
}
