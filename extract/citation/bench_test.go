package citation

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/extract/internal/growth"
)

func BenchmarkFind(b *testing.B) {
	text := dispatches(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text)
	}
}

func BenchmarkMerge(b *testing.B) {
	text := dispatches(b)
	found := Find(text)
	ruler := corpus.NewRuler(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Merge(text, ruler, found, nil, corpus.DocumentNumber{})
	}
}

// dispatches is the text of the five real documents of testdata.
func dispatches(b *testing.B) string {
	paths, err := filepath.Glob("../../testdata/dispatches/*/source.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("testdata: %v, %d files", err, len(paths))
	}
	var all strings.Builder
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

// TestLinear reads texts that invite looking far and often.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"Luật ", "Nghị định số ", "1/", "12/BHXH-TT ", "Luật sửa đổi, bổ sung một số điều của ", "(sau đây gọi là ", "Thông tư 1/2020/TT-BTC, ", "số ", "và ", "Điều 5 khoản 2 ",
		"ngày 1/2/2020 ", "Công văn số 5/BHXH-TT ngày 1/2/2020 của ", "1.", "-", "/", "QĐ ", "Luật A", "Căn cứ ", "1-A/", "Luật Phòng, ", "Quyết định 5/QĐ-BYT năm 2020 về do ",
		"Công văn số 5/BHXH-TT về ", "1", "Luật", " ", "\n", "Bộ luật Hình sự (Điều ", "Công văn số 1, 2, ", "Luật a b c d ", "QUYẾT ĐỊNH\nSố: ",
	} {
		growth.Linear(t, "", unit, func(text string) { Find(text) })
	}
	growth.Linear(t, "", "Công văn số 5/BHXH-TT ngày 1/2/2020 của Bộ Y tế; Nghị quyết 96; ", func(text string) {
		Merge(text, corpus.NewRuler(text), Find(text), nil, corpus.DocumentNumber{})
	})
}
