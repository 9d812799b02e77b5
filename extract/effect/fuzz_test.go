package effect

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"congvan/extract/citation"
	"congvan/extract/internal/growth"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"Gia hạn thời hạn gửi báo cáo tại mục 2 Công văn số 12/BHXH-TT ngày 01/6/2024 đến hết ngày 30/6/2024.",
		"Đính chính Công văn số 12/BHXH-TT: tại mục 2, \"ngày 15/6/2024\" sửa thành \"ngày 20/6/2024\".",
		"Bãi bỏ các văn bản sau:\n- Quyết định số 5/QĐ-BYT;\n- Công văn số 12/BHXH-TT.", "Công văn số 12/BHXH-TT được thay thế bằng Công văn này.",
		"Thời hạn tại Công văn số 12/BHXH-TT được gia hạn thêm 10 (mười) ngày làm việc", "Đã in là: “A\nsửa là \" thành \" “ Công văn số 1/A-B”",
		"thay thế thay thế Công văn 12 Công văn số 12/B-C \xff thu hồi", "Kế hoạch số 7/KH-BHXH, 8/KH-BHXH hết hiệu lực",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return // the caller mends it
		}
		for _, found := range Find(Input{Text: text, Citations: citation.Find(text)}) {
			e := found.Effect
			if found.Start < 0 || found.End <= found.Start || found.End > len(text) || !utf8.ValidString(text[found.Start:found.End]) {
				t.Fatalf("effect %s at [%d, %d) of %d bytes", brief(e), found.Start, found.End, len(text))
			}
			if e.Kind == "" || e.Document == "" || e.Rule == "" || e.Confidence <= 0 || e.Text != oneLine(text[found.Start:found.End]) {
				t.Fatalf("effect %s lacks a part", brief(e))
			}
		}
	})
}

// TestLinear reads texts that invite looking far and often.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"gia hạn thời hạn ", "Gia hạn thời hạn báo cáo đến ngày 30/6/2024. ", "Công văn số 5/BHXH-TT ", "thu hồi ", "Thu hồi Công văn số 5/BHXH-TT, ", "“A” sửa thành “B” ", "\"", "sửa thành ",
		"thành “A” ", "tại mục 2, ", "- Công văn số 5/BHXH-TT;\n", "đến ngày 30/6/2024 ", "được gia hạn ", "Công văn số 5/BHXH-TT hết hiệu lực ", "hết hiệu lực ", "về việc gia hạn ", "đã in là ",
		"Công văn 5 ", "thay thế mục 2 ", "điểm a ", "\n", ";", "a",
	} {
		growth.Linear(t, "Đính chính Công văn số 5/BHXH-TT như sau. Bãi bỏ các văn bản sau:\n", unit, func(text string) {
			Find(Input{Text: text, Citations: citation.Find(text)})
		})
	}
}

func BenchmarkFind(b *testing.B) {
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
	in := Input{Text: all.String(), Citations: citation.Find(all.String())}
	b.SetBytes(int64(len(in.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(in)
	}
}
