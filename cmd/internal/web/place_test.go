package web

import (
	"image"
	"strings"
	"testing"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/ingest/parse/pdf"
)

// laidOut sets words on lines of so many words, as a page has them.
func laidOut(text string, across int) []pdf.Word {
	var words []pdf.Word
	for i, w := range strings.Fields(text) {
		x, y := i%across*60, i/across*30
		words = append(words, pdf.Word{Text: w, Box: image.Rect(x, y, x+50, y+20)})
	}
	return words
}

func spanOf(t *testing.T, text, part string) corpus.Span {
	t.Helper()
	at := strings.LastIndex(text, part)
	if at < 0 {
		t.Fatalf("%q is not in the text", part)
	}
	start := utf8.RuneCountInString(text[:at])
	return corpus.Span{Start: start, End: start + utf8.RuneCountInString(part)}
}

func TestFactsAreFoundOnThePage(t *testing.T) {
	const text = "Số: 12/STT-VP\nHà Nội, ngày 05 tháng 3 năm 2024\nKính gửi: Các đơn vị trực thuộc; Các đơn vị khác\n1. Trung tâm gửi báo cáo trước ngày 15/12/2024; các đơn vị gửi báo cáo quý."
	whole := corpus.Span{End: utf8.RuneCountInString(text)}
	for name, test := range map[string]struct {
		page, part string
		lines      []image.Rectangle
	}{
		"one word":          {text, "12/STT-VP", []image.Rectangle{image.Rect(60, 0, 110, 20)}},
		"over two lines":    {text, "ngày 05 tháng 3 năm 2024", []image.Rectangle{image.Rect(240, 0, 290, 20), image.Rect(0, 30, 290, 50)}},
		"the second of two": {text, "gửi báo cáo quý", []image.Rectangle{image.Rect(180, 180, 290, 200), image.Rect(0, 210, 110, 230)}},
		"read by OCR":       {strings.NewReplacer("trực", "trưc", "thuộc;", "thuôc", "Kính", "Kinh", "đơn", "đon").Replace(text), "Các đơn vị trực thuộc;", []image.Rectangle{image.Rect(120, 60, 290, 80), image.Rect(0, 90, 110, 110)}},
		"not on the page":   {"Một trang khác hẳn, không có gì chung", "Trung tâm gửi báo cáo", nil},
		"an empty page":     {"", "12/STT-VP", nil},
	} {
		// Each line of the laid-out page has five words.
		p := newPlacer(text, whole, laidOut(test.page, 5))
		got := p.place(spanOf(t, text, test.part))
		if len(got) != len(test.lines) {
			t.Errorf("%s: found at %v, want %v", name, got, test.lines)
			continue
		}
		for i := range got {
			if got[i] != test.lines[i] {
				t.Errorf("%s: line %d is %v, want %v", name, i, got[i], test.lines[i])
			}
		}
	}
	if got := newPlacer(text, whole, laidOut(text, 5)).place(corpus.Span{Start: 5000, End: 6000}); got != nil {
		t.Errorf("what is not in the text is at %v", got)
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("Số: 12/STT-VP", "So 12 STT", 0, 5)
	f.Fuzz(func(t *testing.T, text, page string, start, end int) {
		p := newPlacer(text, corpus.Span{End: utf8.RuneCountInString(text)}, laidOut(page, 7))
		for _, box := range p.place(corpus.Span{Start: start, End: end}) {
			if box.Empty() {
				t.Errorf("an empty box")
			}
		}
	})
}
