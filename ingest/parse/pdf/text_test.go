package pdf

import (
	"context"
	"strings"
	"testing"
)

// vnTime and vni are fonts of old encodings; vietnamese has glyph names of its own.
const (
	vnTime     = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+.VnTime/Encoding/WinAnsiEncoding" + widths + ">>"
	vnTimeH    = "<</Type/Font/Subtype/TrueType/BaseFont/.VnTimeH,Bold/Encoding/WinAnsiEncoding" + widths + ">>"
	vni        = "<</Type/Font/Subtype/TrueType/BaseFont/VNI-Times/Encoding/WinAnsiEncoding" + widths + ">>"
	vietnamese = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Minh/Encoding<</Differences[97/Ocircumflexdotbelow/ohorngrave/dcroat/uni1EA5/u1EC7/Dcroat/uhornacute]>>" + widths + ">>"
	mapped     = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Arial/Encoding/WinAnsiEncoding/ToUnicode 6 0 R" + widths + ">>"
	oneByteMap = "<</Length 120>>\nstream\n1 beginbfchar <41> <1EA4> endbfchar 1 beginbfrange <42> <44> [<0111> <01B0> <1EDB0070>] endbfrange                               \nendstream"
)

// Lines of two columns, 72 to 132 to 300, and two rows, 680 to 655 to 600, as strokes and as thin
// rectangles; in the second the upper row has no line in the middle.
const (
	tableLines  = "72 680 m 300 680 l S 72 655 m 300 655 l S 72 600 m 300 600 l S 72 600 m 72 680 l S 132 600 m 132 680 l S 300 600 m 300 680 l S "
	mergedLines = "72 680 228 0.5 re f 72 655 228 0.5 re f 72 600 228 0.5 re f 72 600 0.5 80 re 132 600 0.5 55 re 300 600 0.5 80 re f "
)

func TestTextOfPages(t *testing.T) {
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"lines by baselines", onePage("BT /F 12 Tf 72 700 Td (Nghi quyet) Tj 0 -14 Td (so 96) Tj ET", "/F 5 0 R", "", latin), "Nghi quyet\nso 96"},
		{"words by gaps", onePage("BT /F 12 Tf 72 700 Td [(Bao)-300(hiem)20( )20(xa)-60(hoi)] TJ ET", "/F 5 0 R", "", latin), "Bao hiem xahoi"},
		{"columns of a letterhead on one baseline", onePage("BT /F 12 Tf 72 700 Td (BO Y TE) Tj 240 0 Td (CONG HOA) Tj ET", "/F 5 0 R", "", latin), "BO Y TE   CONG HOA"},
		{"a list mark is no column", onePage("BT /F 12 Tf 72 700 Td (1.) Tj 40 0 Td (Muc dich) Tj ET", "/F 5 0 R", "", latin), "1. Muc dich"},
		{"stream order, not height", onePage("BT /F 12 Tf 72 700 Td (trai 1) Tj 0 -14 Td (trai 2) Tj 200 14 Td (phai 1) Tj 0 -14 Td (phai 2) Tj ET", "/F 5 0 R", "", latin), "trai 1\ntrai 2\nphai 1\nphai 2"},
		{"superscript stays in its line", onePage("BT /F 12 Tf 72 700 Td (100 m) Tj 27 4 Td /F 7 Tf (2) Tj ET", "/F 5 0 R", "", latin), "100 m2"},
		{"all ways to show and move", onePage("BT /F 12 Tf 14 TL 1 0 0 1 72 700 Tm (a) Tj T* (b) Tj (c) ' 0 0 (d) \" 0 -14 TD (e) Tj ET", "/F 5 0 R", "", latin), "a\nb\nc\nd\ne"},
		{"WinAnsi and escapes", onePage(`BT /F 12 Tf 72 700 Td (\350\(x\)\r\
y \\ #) Tj ET`, "/F 5 0 R", "", latin), "è(x) y \\ #"},
		{"composite font", onePage("BT /F 12 Tf 72 700 Td "+hex("Bảo hiểm xã hội")+" Tj ET", "/F 5 0 R", "", wide, unicodeMap), "Bảo hiểm xã hội"},
		{"ToUnicode under WinAnsi", onePage("BT /F 12 Tf 72 700 Td (ABCDE) Tj ET", "/F 5 0 R", "", mapped, oneByteMap), "ẤđướpE"},
		{"names of Differences", onePage("BT /F 12 Tf 72 700 Td (abcdefgh) Tj ET", "/F 5 0 R", "", vietnamese), "Ộờđấệ" + "Đứh"},
		{"TCVN 3", onePage("BT /F 12 Tf 72 700 Td <43E96E67> Tj ( h\xDFa x\xB7 h\xE9i) Tj ET", "/F 5 0 R", "", vnTime), "Cộng hòa xã hội"},
		{"TCVN 3 in capitals", onePage("BT /F 12 Tf 72 700 Td (\xF1y ban) Tj ET", "/F 5 0 R", "", vnTimeH), "ỦY BAN"},
		{"VNI split between base and mark", onePage("BT /F 12 Tf 72 700 Td (Co) Tj (\xE4ng ho\xF8a) Tj ET", "/F 5 0 R", "", vni), "Cộng hòa"},
		{"ActualText stands for what is shown", onePage("BT /F 12 Tf 72 700 Td (a) Tj /Span<</ActualText<FEFF1EA5>>> BDC (xy) Tj EMC /P BMC (b) Tj EMC ET", "/F 5 0 R", "", latin), "aấb"},
		{"inline image", onePage("q 10 0 0 10 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID \x01\x02 EI\x03\xFF(\x00)Tj\x01 EI Q BT /F 12 Tf 72 700 Td (sau anh) Tj ET", "/F 5 0 R", "", latin), "sau anh"},
		{"Form XObject", onePage("q 1 0 0 1 10 10 cm /X Do Q BT /F 12 Tf 72 100 Td (ngoai) Tj ET", "/F 5 0 R", "/XObject<</X 6 0 R>>", latin,
			"<</Subtype/Form/BBox[0 0 500 800]/Resources<</Font<</F 5 0 R>>>>/Length 41>>\nstream\nBT /F 12 Tf 72 700 Td (trong khung) Tj ET\nendstream"), "trong khung\nngoai"},
		{"a form that draws itself", onePage("/X Do BT /F 12 Tf 72 100 Td (ngoai) Tj ET", "/F 5 0 R", "/XObject<</X 6 0 R>>", latin,
			"<</Subtype/Form/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream"), "ngoai"},
		{"upright text on a turned page", onePage("BT /F 12 Tf 0 1 -1 0 300 72 Tm (dong 1) Tj 0 1 -1 0 314 72 Tm (dong 2) Tj ET", "/F 5 0 R", "|/Rotate 90", latin), "dong 1\ndong 2"},
		{"letters struck twice to look bold", onePage("BT /F 12 Tf 72 700 Td (QUYET) Tj 0.4 0 Td (QUYET) Tj ET", "/F 5 0 R", "", latin), "QUYET"},
		{"letters of a second font drawn into gaps", onePage("BT /F 12 Tf 72 700 Td [(S)-500( Y T)] TJ /G 12 Tf 78 700 Td ET BT /G 12 Tf 78 700 Td [(a)-1250(b)] TJ ET", "/F 5 0 R/G 6 0 R", "", latin,
			"<</Type/Font/Subtype/Type1/BaseFont/Q/Encoding<</Differences[97/Ohornhookabove/Ecircumflexacute]>>"+widths+">>"), "SỞ Y TẾ"},
		{"number stamped into a blank", onePage("BT /F 12 Tf 72 700 Td (So:) Tj 80 0 Td (/KH-UBND) Tj -80 -20 Td (KE HOACH) Tj ET BT /F 12 Tf 110 700 Td (173) Tj ET", "/F 5 0 R", "", latin), "So: 173/KH-UBND\nKE HOACH"},
		{"rest of two columns", onePage("BT /F 12 Tf 72 700 Td (Noi nhan:) Tj 250 0 Td (TL. CHU TICH) Tj -250 -14 Td (- Nhu tren;) Tj 0 -14 Td (- Luu: VT.) Tj 250 14 Td (KT. CHANH) Tj 0 -14 Td (PHO CHANH) Tj ET", "/F 5 0 R", "", latin),
			"Noi nhan:\n- Nhu tren;\n- Luu: VT.\nTL. CHU TICH\nKT. CHANH\nPHO CHANH"},
		{"clipped away", onePage("q 0 100 595 700 re W n BT /F 12 Tf 72 700 Td (hien) Tj 0 -650 Td (khuat) Tj ET Q", "/F 5 0 R", "", latin), "hien"},
		{"off the page", onePage("BT /F 12 Tf 72 700 Td (hien) Tj 0 -900 Td (khuat) Tj ET", "/F 5 0 R", "", latin), "hien"},
		{"justified before a forced break", onePage("BT /F 12 Tf 72 700 Td (KT.) Tj 60 0 Td (GIAM) Tj 66 0 Td (DOC) Tj ET", "/F 5 0 R", "", latin), "KT. GIAM DOC"},
		{"TCVN 3 in a font of another name", onePage("BT /F 12 Tf 20 700 Td (C\\351ng h\\337a x\\267 h\\351i ch\\361 ngh\\334a Vi\\326t Nam, C\\250n c\\370 Lu\\313t T\\346 ch\\370c Ch\\335nh ph\\361 theo \\256\\322 ngh\\336 c\\361a B\\351 tr\\353ng) Tj ET", "/F 5 0 R", "", latin),
			"Cộng hòa xã hội chủ nghĩa Việt Nam, Căn cứ Luật Tổ chức Chính phủ theo đề nghị của Bộ trởng"},
		{"a watermark", onePage("BT /F 12 Tf 72 700 Td (dong) Tj ET BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (BAN NHAP) Tj ET", "/F 5 0 R", "", latin), "dong"},
		{"a drawn table, written line by line", onePage(tableLines+"BT /F 12 Tf 72 700 Td (truoc) Tj 4 -38 Td (TT) Tj 60 0 Td (Don vi) Tj -60 -20 Td (1) Tj 60 0 Td (Huyen) Tj 0 -14 Td (Ung Hoa) Tj -64 -60 Td (sau) Tj ET", "/F 5 0 R", "", latin),
			"truoc\nTT\tDon vi\n1\tHuyen Ung Hoa\nsau"},
		{"a drawn table, its first row one cell", onePage(mergedLines+"BT /F 12 Tf 100 662 Td (Tong hop) Tj -24 -20 Td (1) Tj 60 0 Td (Huyen) Tj ET", "/F 5 0 R", "", latin), "Tong hop\t\n1\tHuyen"},
		{"a frame is no table", onePage("72 500 400 220 re S BT /F 12 Tf 80 700 Td (mot) Tj 0 -20 Td (hai) Tj ET", "/F 5 0 R", "", latin), "mot\nhai"},
		{"nothing", onePage("", "", ""), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := Parse(context.Background(), test.file, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if len(r.Pages) != 1 || r.Pages[0].Text != test.want {
				t.Errorf("got %q, want %q (%s)", r.Pages[0].Text, test.want, r.Pages[0].Problem)
			}
		})
	}
}

func TestStampsAndSignatures(t *testing.T) {
	file := onePage("BT /F 12 Tf 72 700 Td (So:) Tj 80 0 Td (/KH-UBND) Tj ET", "/F 5 0 R",
		"|/Annots[6 0 R 7 0 R 8 0 R]", latin,
		"<</Subtype/Widget/FT/Sig/Rect[100 690 140 715]/V<</Type/Sig/M(D:20240405)>>/AP<</N 9 0 R>>>>",
		"<</Subtype/Widget/FT/Sig/Rect[300 20 500 60]/V<</Type/Sig/Name(Van phong)/M(D:20240405163137+07'00')>>/AP<</N 10 0 R>>>>",
		"<</Subtype/FreeText/Rect[72 500 200 530]/AP<</N 11 0 R>>>>",
		"<</BBox[0 0 40 25]/Resources<</Font<</F 5 0 R>>>>/Length 35>>\nstream\nBT /F 12 Tf 10 10 Td (173) Tj ET    \nendstream",
		"<</BBox[0 0 200 40]/Resources<</Font<</F 5 0 R>>>>/Length 63>>\nstream\nBT /F 10 Tf 2 30 Td (Digitally signed by: Van phong) Tj ET    \nendstream",
		"<</BBox[0 0 128 30]/Resources<</Font<</F 5 0 R>>>>/Length 40>>\nstream\nBT /F 12 Tf 0 10 Td (ghi them) Tj ET    \nendstream")
	r, err := Parse(context.Background(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := r.Pages[0].Text, "So: 173/KH-UBND\nghi them"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if len(r.Signatures) != 1 || r.Signatures[0].Signer != "Van phong" || !strings.Contains(r.Signatures[0].Stamp, "signed by") {
		t.Errorf("signatures %+v", r.Signatures)
	}
	if !r.Pages[0].Stamped {
		t.Error("the stamped number is not noticed")
	}
}

func TestGlyphText(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "space": " ", "aacute": "á", "Acircumflexhookabove": "Ẩ", "abrevedotbelow": "ặ", "ohorntilde": "ỡ", "uhorn": "ư", "ydotbelow": "ỵ",
		"Dcroat": "Đ", "uni01B0": "ư", "uni00410301": "A\u0301", "u1EF9": "ỹ", "a.sc": "a", "one": "1", "ecircumflexacute": "ế",
	} {
		if got, ok := glyphText(name); !ok || got != want {
			t.Errorf("%s: got %q %v, want %q", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "g123", "uniXYZW", ".notdef", "afii10017", "circumflexa"} {
		if got, ok := glyphText(name); ok && name != "" {
			t.Errorf("%s: got %q, want nothing", name, got)
		}
	}
}
