package phrase

import (
	"testing"
	"unicode/utf8"
)

func TestMatch(t *testing.T) {
	l := NewLexicon()
	l.Add("Ủy ban nhân dân", 1)
	l.Add("ủy ban", 2)
	l.Add("chủ trì, phối hợp", 3)
	l.Add("cơ sở", 4)
	l.AddName("Ban Thu", 5)
	tests := []struct {
		text          string
		length, value int
	}{
		{"UỶ BAN NHÂN DÂN TỈNH", 4, 1}, // case and where the tone stands do not matter
		{"Ủy ban Dân tộc", 2, 2},
		{"Úy ban nhân dan tỉnh", 4, 1}, // marks that OCR lost
		{"chủ trì,  phối hợp với", 5, 3},
		{"chủ trì phối hợp", 0, 0},
		{"cơ số thuốc", 0, 0}, // a twin that only its marks tell apart
		{"Ban Thư ký", 0, 0},  // short names are known by their marks
		{"", 0, 0},
	}
	for _, test := range tests {
		n, v := l.Match(Scan(nil, test.text, 0, len(test.text)))
		if n != test.length || v != test.value {
			t.Errorf("Match(%q) = %d, %d, want %d, %d", test.text, n, v, test.length, test.value)
		}
	}
	if l.Add("Ủy Ban", 9) {
		t.Error("Add reports a phrase that is there as new")
	}
}

func TestPredicate(t *testing.T) {
	tests := []struct {
		text  string
		class Class
	}{
		{"có trách nhiệm báo cáo", Duty},
		{"không được", Ban},
		{"chủ trì, phối hợp với Sở Y tế", Lead},
		{"phôi hợp với", Join},
		{"đề nghị các đơn vị", Order},
		{"kịp thời", Adverb},
		{"khi có yêu cầu", Function},
		{"tổ chức hội nghị", Verb},
		{"Bảo hiểm", None},
	}
	for _, test := range tests {
		if _, class := Predicate(Scan(nil, test.text, 0, len(test.text))); class != test.class {
			t.Errorf("Predicate(%q) = %d, want %d", test.text, class, test.class)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("Điều 5. Sở Y tế (TP. Hồ Chí Minh)… “Hoà”\n–")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, tok := range Scan(nil, text, 0, len(text)) {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token [%d, %d) after %d in %q", tok.Start, tok.End, end, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[tok.Start:tok.End]) {
				t.Fatalf("token %q cuts a letter", text[tok.Start:tok.End])
			}
			end = tok.End
		}
	})
}

func BenchmarkScan(b *testing.B) {
	text := "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện Nghị quyết số 28-NQ/TW ngày 23/5/2018. "
	tokens := make([]Token, 0, 256)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = Scan(tokens[:0], text, 0, len(text))
	}
}
