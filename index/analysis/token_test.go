package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func keys(text string) string {
	var b strings.Builder
	for i, t := range Tokens(text) {
		if t.Opens && i > 0 {
			b.WriteString("/ ")
		}
		b.WriteString(strings.ReplaceAll(t.Key(), "\x00", "_") + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestTokens(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Bảo hiểm", "bao_r hiem_C2r"},
		{"đường ĐƯỜNG Ðường", "duong_A4B3C3f duong_A4B3C3f duong_A4B3C3f"},
		{"hoà hòa thuý thúy", "hoa_f hoa_f thuy_s thuy_s"}, // one tone a syllable, wherever it stands
		{"2482/BHXH-TT", "2482_ bhxh_ tt_"},
		{"BGD&ĐT 30a", "bgd_ dt_A4 30a_"},
		{"Ngày 1. Hai; ba", "ngay_f 1_ / hai_ / ba_"},
		{"TP.HCM 15.000, khám", "tp_ hcm_ 15_ 000_ kham_s"},
		{"a\tb\nc", "a_ / b_ / c_"},
		// a soft hyphen is no border
		{"xã\u00adhội bảo\u00a0hiểm", "xahoi_D2x bao_r hiem_C2r"},
		{"", ""},
	} {
		if got := keys(test.text); got != test.want {
			t.Errorf("Tokens(%q) = %q, want %q", test.text, got, test.want)
		}
		if got := keys(norm.NFD.String(test.text)); got != test.want {
			t.Errorf("Tokens(NFD %q) = %q, want %q", test.text, got, test.want)
		}
	}
}

func TestLikeness(t *testing.T) {
	one := func(s string) string { return Tokens(s)[0].Key() }
	for _, test := range []struct {
		asked, found string
		want         Likeness
	}{{"bảo", "bảo", Exact}, {"bảo", "bao", Unmarked}, {"bảo", "báo", Other}, {"bao", "bao", Exact}} {
		if got := Compare(one(test.asked), one(test.found)); got != test.want {
			t.Errorf("Compare(%s, %s) = %d, want %d", test.asked, test.found, got, test.want)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Bảo hiểm xã hội", "a\u0323\u0302b", "\u0301", "2482/BHXH-TT", "x\u00ad", strings.Repeat("ơ", 100)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, token := range Tokens(text) {
			if token.Start < end || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("token %+v after byte %d of %q", token, end, text)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[token.Start]) || token.End < len(text) && !utf8.RuneStart(text[token.End])) {
				t.Fatalf("token %+v cuts a letter of %q", token, text)
			}
			end = token.End
		}
		if !utf8.ValidString(text) {
			return
		}
		composed, decomposed := Tokens(norm.NFC.String(text)), Tokens(norm.NFD.String(text))
		if len(composed) == len(decomposed) {
			for i := range composed {
				if composed[i].Bare != decomposed[i].Bare && isVietnamese(composed[i].Bare) {
					t.Fatalf("NFC %+v, NFD %+v", composed[i], decomposed[i])
				}
			}
		}
	})
}

func isVietnamese(bare string) bool {
	return bare != "" && strings.Trim(bare, "abcdeghiklmnopqrstuvxy") == "" && len(bare) < 8
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("Thực hiện Công văn số 2482/BHXH-TT ngày 12/9/2022 của Bảo hiểm xã hội Việt Nam, đề nghị các đơn vị báo cáo. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Tokens(text)
	}
}
