package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzMend holds Mend to what it promises of any input: valid UTF-8 in NFC, an exact map, pages
// that cover the text, and a fixed point under either option.
func FuzzMend(f *testing.F) {
	for _, s := range seedTexts() {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, raw string, wrapped bool) { checkPromises(t, raw, wrapped) })
}

func checkPromises(t *testing.T, raw string, wrapped bool) {
	t.Helper()
	m := Mend(raw, Options{Wrapped: wrapped})
	if !utf8.ValidString(m.Text) {
		t.Fatalf("not UTF-8: %q", m.Text)
	}
	if !norm.NFC.IsNormalString(m.Text) {
		t.Fatalf("not NFC: %q", m.Text)
	}
	checkMap(t, raw, m)
	at := 0
	for _, p := range m.Pages {
		if p[0] != at || p[1] < p[0] {
			t.Fatalf("pages %v", m.Pages)
		}
		at = p[1]
	}
	if len(m.Pages) > 0 && at != len(m.Text) {
		t.Fatalf("pages %v of %d bytes", m.Pages, len(m.Text))
	}
	for _, again := range []bool{true, false} {
		if twice := Mend(m.Text, Options{Wrapped: again}); twice.Text != m.Text {
			t.Fatalf("not a fixed point (wrapped %v then %v):\nraw   %q\nonce  %q\ntwice %q", wrapped, again, raw, m.Text, twice.Text)
		}
	}
}

// checkMap demands that segments cover the text in order, copies are equal, and changed
// characters are the same letters but for composition, look-alikes and blanks.
func checkMap(t *testing.T, raw string, m Mended) {
	t.Helper()
	at := 0
	for _, s := range m.Map {
		if s.Text != at || s.Len <= 0 && len(m.Text) > 0 || s.Raw < 0 || s.RawLen < 0 || s.Raw+s.RawLen > len(raw) {
			t.Fatalf("segment %+v at %d\nraw %q\ntext %q", s, at, raw, m.Text)
		}
		at += s.Len
		text, source := m.Text[s.Text:s.Text+s.Len], raw[s.Raw:s.Raw+s.RawLen]
		if s.Copied {
			if text != source {
				t.Fatalf("copy of %q is %q", source, text)
			}
			continue
		}
		if canonical(text) != canonical(source) {
			t.Fatalf("%q stands for %q\nraw %q\ntext %q", text, source, raw, m.Text)
		}
	}
	if at != len(m.Text) {
		t.Fatalf("map ends at %d of %d", at, len(m.Text))
	}
}

// canonical is what of a text must not change: its letters and digits, look-alikes made one.
func canonical(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if to, ok := lookalikes[r]; ok {
			return to
		}
		switch to := replacement(r); {
		case 0xF020 <= r && r <= 0xF0FF, r == '-':
			return -1
		case to == dropped, to == ' ', to == '\n', unicode.IsSpace(r):
			return -1
		case to != keep:
			return to
		}
		return r
	}, norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))))
}

func seedTexts() []string {
	seeds := []string{
		"", "\n", "a\nb", "Số\n12", "I. MỤC ĐÍCH,\nYÊU CẦU\n", "1.\tNội dung\n", "a | b | c |\n| d |\n", "\tSTT\n\tTên\n\n\t1\n\ta\n\n\t2\n\tb\n\n\t3\n\tc\n",
		"BỘ TÀI CHÍNH      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  Số: 1/BC        Hà Nội, ngày 1 tháng 2 năm 2020\n", "x\f2\fy\n- 3 -\nz",
		"Nơi nhận:      KT. BỘ TRƯỞNG\n- Như trên;     THỨ TRƯỞNG\n- Lưu: VT.\n     Nguyễn Văn A", "de\u0302\u0309 \u200bvà\u00a0BTС-\u2028ab\u00adc \uf0b7 x", "Ð\xff\xfe\r\n\r",
		"Tải Văn bản\ngốc\n", "--- PAGE BREAK ---\n\n2\nviệc", "một hai ba của\nBan Thu và\nviệc a\nb", "TT-\nBTC số 30a/\n2008", "\u0301a\u200b\u0301",
		"BỘ Y TẾ  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\t\n\t \nSố: 1\tHà Nội, ngày 2 tháng 3 năm 2020\n\t\n", "Nơi nhận:\tKT. BỘ TRƯỞNG\n\t\n\t\t\n- Lưu\t A\n", "STT\n\t\n\tTên\n\t1\n\t\n\t2\n\t\n3\n",
		"BỘ Y TẾ ----- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---- Số: 1/A V/v b Hà Nội, ngày 1 tháng 2 năm 2020 QUYẾT ĐỊNH VỀ VIỆC C Kính gửi: D",
		"KẾ HOẠCH\nvề việc a\nb, c\nd \n(e\nf\n\n1. G h i k l m\nn o p\nQ r s\n",
	}
	files, _ := filepath.Glob("../../testdata/dispatches/*/source.txt")
	for _, file := range files {
		if b, err := os.ReadFile(file); err == nil {
			seeds = append(seeds, string(b))
		}
	}
	return seeds
}

func TestPromises(t *testing.T) {
	for _, s := range seedTexts() {
		checkPromises(t, s, true)
		checkPromises(t, s, false)
	}
}
