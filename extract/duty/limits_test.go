package duty

import (
	"os"
	"testing"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/internal/growth"
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

// TestLinear reads texts made to be slow.
func TestLinear(t *testing.T) {
	for _, c := range [][2]string{
		{"Căn cứ ", "Sở Y tế, các đơn vị, "}, {"", "giao Sở Y tế; "}, {"Giao Bộ ", "Ngoại Giao Và "}, {"Giao Sở Y tế ", "(Sở "}, {"", "“Sở Y tế có trách nhiệm báo cáo\n"},
		{"Sở Y tế có trách nhiệm:\n", "- Báo cáo Bộ Y tế trước ngày 05.\n"}, {"", "Sở Y tế phối hợp với Sở Tài chính báo cáo. "}, {"", "nếu khi trường hợp "}, {"Doanh nghiệp khi ", "sử dụng đất khi "},
		{"Yêu cầu các đơn vị ", "thực hiện, phối hợp "}, {"", "Đề nghị: "}, {"Sở Y tế ", "phải "}, {"", "I. SỞ Y TẾ\n1. Báo cáo.\n"}, {"Giao:\n", "1. Sở Y tế:\na) Báo cáo;\n"}, {"Các đơn vị ", "và các đơn vị "}, {"", "Sở Y tế\tBáo cáo\n"},
	} {
		growth.Linear(t, c[0], c[1], func(text string) { read(Input{Type: "CV"}, text) })
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
