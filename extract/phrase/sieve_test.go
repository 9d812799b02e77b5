package phrase

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const sieved = "gia hạn|lùi|hủy|thu hồi và hủy bỏ|hủy bỏ|dừng thực hiện|điều chỉnh|ưu tiên"

func TestSieve(t *testing.T) {
	s := NewSieve(sieved)
	for text, want := range map[string]bool{
		"Đề nghị gia hạn thời gian": true, "ĐỀ NGHỊ GIA HẠN": true, "“Gia hạn": true, "–gia\nhạn": true, "gia\u00a0hạn": true, "Lùi": true, "việc lùi, dời": true, "DỪNG THỰC HIỆN": true, "Điều chỉnh": true, "Huỷ bỏ": true, "HUỶ": true, "ðiều chỉnh": true, "Ðiều chỉnh": true, "ƯU TIÊN": true, "Ưu tiên": true, "Ưu TIÊN": true,
		"tham gia thực hiện": false, "ưu đãi": false, "gia (hạn)": true, "hạn gia": false, "": false, " ": false, "điều 5": false, "Kính gửi: Sở Y tế": false,
	} {
		if got := s.May(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzSieve: what the sieve says no to holds no phrase.
func FuzzSieve(f *testing.F) {
	s, l := NewSieve(sieved), Set(sieved)
	f.Add("Đề nghị gia hạn, ƯU TIÊN lùi “điều chỉnh” – dừng\u00a0thực hiện…, Huỷ bỏ ðiều chỉnh, đìêu chỉnh, thu hôì")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "×÷") || s.May(text) {
			return
		}
		tokens := Scan(nil, text, 0, len(text))
		for k := range tokens {
			if n, _ := l.MatchExact(tokens[k:]); n > 0 {
				t.Fatalf("%q holds %q", text, text[tokens[k].Start:tokens[k+n-1].End])
			}
		}
	})
}
