package charset

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

var eightBit = []Encoding{TCVN3, VNI, VPS, VISCII, VIQR, Windows1258}

func TestEveryLetterBothWays(t *testing.T) {
	if len(letterRows) != 67 {
		t.Fatalf("%d rows, want 67 (134 letters)", len(letterRows))
	}
	for _, enc := range append(eightBit, UTF8, UTF16LE, UTF16BE, DoubleUTF8) {
		for _, row := range letterRows {
			for _, r := range []rune{row.small, row.capital} {
				b, ok := Encode(string(r), enc)
				if !ok {
					t.Errorf("%v cannot write %c", enc, r)
				}
				want := string(r)
				if enc == TCVN3 && row.tcvn3Capital == 0 && r == row.capital {
					want = string(row.small) // TCVN 3 has no toned capitals
				}
				if enc == VIQR { // a text that escapes its stops, so that marks are marks
					b, want = append([]byte(`\. `), b...), ". "+want
				}
				if got := Decode(b, enc); got != want {
					t.Errorf("%v: %c → % x → %q", enc, r, b, got)
				}
			}
		}
	}
	for _, row := range letterRows {
		b, _ := Encode(string(row.small), TCVN3)
		if got := Decode(b, TCVN3Capitals); got != string(row.capital) {
			t.Errorf("TCVN 3 capitals: %c reads %q", row.small, got)
		}
	}
}

func TestKnownMojibake(t *testing.T) {
	for _, c := range []struct {
		enc      Encoding
		in, want string
	}{
		{TCVN3, "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{VNI, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{DoubleUTF8, "Cá»™ng hÃ²a xã hội", "Cộng hòa xã hội"},
		{TCVN3Capitals, "Céng hßa x· héi", "CỘNG HÒA XÃ HỘI"},
		{VIQR, "Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
		{TCVN3, "“Quy ®Þnh” – §iÒu 5", "“Quy định” – Điều 5"},
		{TCVN3, "V¨n phßng A\u00b5, ¢Ê", "Văn phòng À, Ấ"},
		{TCVN3, "đã là Unicode", "đã là Unicode"},
		{VNI, "ÑOÄC LAÄP", "ĐỘC LẬP"},
		{VNI, "ñieàu kieän", "điều kiện"},
	} {
		if got := DecodeRun(c.in, c.enc); got != c.want {
			t.Errorf("%v: %q reads %q, want %q", c.enc, c.in, got, c.want)
		}
		if c.enc == TCVN3Capitals || strings.Contains(c.in, "Unicode") || len(c.in) < 15 {
			continue
		}
		if enc, margin := DetectRun(c.in); enc != c.enc {
			t.Errorf("%q is taken for %v (%.2f), want %v", c.in, enc, margin, c.enc)
		}
	}
}

func TestByFont(t *testing.T) {
	for name, want := range map[string]Encoding{
		".VnTime": TCVN3, ".VnTimeH": TCVN3Capitals, ".VnArial Narrow": TCVN3, ".VnArial NarrowH": TCVN3Capitals, "ABCDEF+.VnTime": TCVN3,
		".VnTimeH,Bold": TCVN3Capitals, ".VnTimeH-Bold": TCVN3Capitals, ".vntimeh": TCVN3Capitals, "VNI-Times": VNI, "VNI-Helve-Condense": VNI,
		"VPS Times": VPS, "VPSTimes": VPS, "ABCDEF+VnTime": TCVN3,
		"Times New Roman": Unknown, "Vntime": Unknown, "": Unknown, "Arial": Unknown, "Verdana": Unknown, "Vni": VNI,
	} {
		if got, ok := ByFont(name); got != want || ok != (want != Unknown) {
			t.Errorf("ByFont(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestToUTF8(t *testing.T) {
	const text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
	for _, enc := range append(eightBit, UTF8, UTF16LE, UTF16BE, DoubleUTF8) {
		b, _ := Encode(text, enc)
		got, found, sure := ToUTF8(b, "")
		want := text
		if enc == TCVN3 {
			want = strings.ReplaceAll(want, "Đ", "Đ")
		}
		if got != want || !sure || found != enc {
			t.Errorf("%v: found %v, sure %v: %q", enc, found, sure, got)
		}
	}
	moji, _ := Encode(text, TCVN3)
	if got, enc, sure := ToUTF8([]byte(Decode(moji, Windows1252)), "utf-8"); got != text || enc != TCVN3 || !sure {
		t.Errorf("TCVN 3 inside UTF-8: %v %v %q", enc, sure, got)
	}
	for in, sure := range map[string]bool{
		"": true, "plain English text, d'accord": true, "caf\xe9 au lait": false, "Vi\xffệt Nam cộng hòa": false,
		"Un café à côté de l'hôtel": true, "こんにちは": true, "Số: 12/QĐ": true, "résumé © 2020": true,
	} {
		got, enc, ok := ToUTF8([]byte(in), "")
		if ok != sure || enc != UTF8 || got != strings.ToValidUTF8(in, "\uFFFD") {
			t.Errorf("%q: %v, sure %v: %q", in, enc, ok, got)
		}
	}
	if got, enc, _ := ToUTF8([]byte("\xEF\xBB\xBFViệt"), ""); got != "Việt" || enc != UTF8 {
		t.Errorf("BOM: %q", got)
	}
	if got, _, _ := ToUTF8([]byte("\xFF\xFEV\x00i\x00\xC7\x1Et\x00"), ""); got != "Việt" {
		t.Errorf("UTF-16 with BOM: %q", got)
	}
}

// The five dispatches, written eight ways, come back exact.
func TestDispatchesComeBack(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/dispatches/*/source.txt")
	if len(files) == 0 {
		t.Fatal("no dispatches in testdata")
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := norm.NFC.String(string(raw))
		for _, enc := range append(eightBit, UTF8, UTF16LE, DoubleUTF8) {
			encodable := strings.Map(func(r rune) rune { // what the encoding lacks is not its business
				if _, ok := Encode(string(r), enc); !ok {
					return ' '
				}
				return r
			}, text)
			if enc == DoubleUTF8 || enc == VIQR {
				encodable = text
			}
			b, _ := Encode(encodable, enc)
			got, found, sure := ToUTF8(b, "")
			want := encodable
			if enc == TCVN3 {
				got, want = strings.ToLower(got), strings.ToLower(want)
			}
			if found != enc || !sure || got != want {
				t.Errorf("%s: %v read as %v (sure %v)%s", filepath.Base(filepath.Dir(file)), enc, found, sure, firstDifference(got, want))
			}
		}
	}
}

func firstDifference(got, want string) string {
	for i := 0; i < min(len(got), len(want)); i++ {
		if got[i] != want[i] {
			from := max(0, i-20)
			return ": got …" + strings.ToValidUTF8(got[from:min(len(got), i+30)], "?") + "… want …" + strings.ToValidUTF8(want[from:min(len(want), i+30)], "?")
		}
	}
	if len(got) != len(want) {
		return ": lengths differ"
	}
	return ""
}

func FuzzToUTF8(f *testing.F) {
	f.Add([]byte("C\xe9ng h\xdfa"), "tcvn3")
	f.Add([]byte("Co^.ng ho`a. Vie^.t\\."), "")
	f.Add([]byte("\xff\xfea"), "")
	f.Fuzz(func(t *testing.T, b []byte, declared string) {
		text, enc, _ := ToUTF8(b, declared)
		if strings.ToValidUTF8(text, "") != text {
			t.Fatalf("%v: %q is not UTF-8", enc, text)
		}
		for e := Unknown; e <= DoubleUTF8; e++ {
			if s := DecodeRun(text, e); strings.ToValidUTF8(s, "") != s {
				t.Fatalf("DecodeRun %v: %q is not UTF-8", e, s)
			}
		}
	})
}

func BenchmarkToUTF8(b *testing.B) {
	text := []byte(strings.Repeat("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n", 10000))
	for _, enc := range []Encoding{UTF8, TCVN3, VNI} {
		in, _ := Encode(string(text), enc)
		b.Run(enc.String(), func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				ToUTF8(in, "")
			}
		})
	}
}
