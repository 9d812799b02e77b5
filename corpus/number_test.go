package corpus

import (
	"strings"
	"testing"
)

// numberRewrites write one number in other ways that must give the same strict key.
var numberRewrites = []struct {
	name    string
	rewrite func(string) string
}{
	{"as it is", func(s string) string { return s }},
	{"blanks around", func(s string) string { return "  " + s + "\t" }},
	{"after Số:", func(s string) string { return "Số: " + s }},
	{"after số", func(s string) string { return "số " + s }},
	{"after SỐ and dots", func(s string) string { return "SỐ: … " + s }},
	{"full stop", func(s string) string { return s + "." }},
	{"comma", func(s string) string { return s + "," }},
	{"semicolon", func(s string) string { return s + " ;" }},
	{"leading zero", func(s string) string { return "0" + s }},
	{"blank before /", func(s string) string { return strings.ReplaceAll(s, "/", " /") }},
	{"blank after /", func(s string) string { return strings.ReplaceAll(s, "/", "/ ") }},
	{"blanks around /", func(s string) string { return strings.ReplaceAll(s, "/", " / ") }},
	{"blank after -", func(s string) string { return strings.ReplaceAll(s, "-", "- ") }},
	{"blank before -", func(s string) string { return strings.ReplaceAll(s, "-", " -") }},
	{"line break after -", func(s string) string { return strings.ReplaceAll(s, "-", "-\n") }},
	{"line break after /", func(s string) string { return strings.ReplaceAll(s, "/", "/\r\n") }},
	{"no-break space", func(s string) string { return strings.ReplaceAll(s, "-", "\u00a0-\u00a0") }},
	{"en dash", func(s string) string { return strings.ReplaceAll(s, "-", "–") }},
	{"em dash", func(s string) string { return strings.ReplaceAll(s, "-", "—") }},
	{"hyphen of its own", func(s string) string { return strings.ReplaceAll(s, "-", "‐") }},
	{"minus", func(s string) string { return strings.ReplaceAll(s, "-", "−") }},
	{"fraction slash", func(s string) string { return strings.ReplaceAll(s, "/", "⁄") }},
	{"division slash", func(s string) string { return strings.ReplaceAll(s, "/", "∕") }},
	{"eth for Đ", func(s string) string { return strings.ReplaceAll(s, "Đ", "Ð") }},
	{"African D for Đ", func(s string) string { return strings.ReplaceAll(s, "Đ", "Ɖ") }},
	{"Cyrillic", func(s string) string {
		return strings.NewReplacer("B", "В", "C", "С", "T", "Т", "H", "Н").Replace(s)
	}},
	{"lower case", strings.ToLower},
	{"capitals", strings.ToUpper},
	{"full width", func(s string) string { return strings.NewReplacer("1", "１", "/", "／").Replace(s) }},
}

func TestNumberWrittenInOtherWays(t *testing.T) {
	for _, number := range []string{
		"2482/BHXH-TT", "05/2019/NQ-HĐTP", "28-NQ/TW", "1116/QĐ-BHXH", "30a/2008/NQ-CP", "66.20/2026/NQ-CP", "4217/KH-BHXH", "7/CT-TTg", "290/TTr-BCA", "15-CTr/TU",
		"12/QyĐ-BTC", "03/TrS-VP", "119-CP", "13/CP", "82-TC/TCT", "914/BHXH", "58/2014/QH13", "1002/2006/NQ-UBTVQH11", "55/2005/TTLT-BNV-VPCP", "04/CTPH-BHXHVN-THVN",
		"01/2012/TTLT-BCA-BQP-BTP-BTC-BNV-BYT-BCT-BXD-BLĐTBXH-VKSNDTC-TANDTC-VPCP-TTCP-KTNN", "10/2014/TT-BNN&PTNT", "2654/QĐ-BGD&ĐT", "5/TB-BCĐ389", "27/2010/TT-BCA-C61", "890/2003/QĐ/CTN", "16/2009-L-CTN",
		"503-TT/LB", "23-L/CTN", "298-KH/BCSĐ", "66-QĐ/TW", "33-TC/CN",
	} {
		want, err := ParseDocumentNumber(number)
		if err != nil {
			t.Errorf("%q: %v", number, err)
			continue
		}
		if want.String() != number {
			t.Errorf("%q prints itself as %q", number, want)
		}
		for _, r := range numberRewrites {
			written := r.rewrite(number)
			got, err := ParseDocumentNumber(written)
			if err != nil || got.Key() != want.Key() || got.LooseKey() != want.LooseKey() {
				t.Errorf("%s, %s: %q gives %q (%v)", number, r.name, written, got.Key(), err)
			}
		}
	}
}

func TestParseDocumentNumber(t *testing.T) {
	for in, want := range map[string]DocumentNumber{
		"2482/BHXH-TT":             {Serial: 2482, Symbol: "BHXH-TT", text: "2482/BHXH-TT"},
		"05/2019/NQ-HĐTP":          {Serial: 5, Year: 2019, Symbol: "NQ-HĐTP", text: "05/2019/NQ-HĐTP"},
		"28 - NQ/TW":               {Serial: 28, Symbol: "NQ/TW", text: "28-NQ/TW"},
		"30A/2008/nq-cp":           {Serial: 30, Suffix: "a", Year: 2008, Symbol: "NQ-CP", text: "30a/2008/NQ-CP"},
		"66.20/2026/NQ-CP":         {Serial: 66, Suffix: ".20", Year: 2026, Symbol: "NQ-CP", text: "66.20/2026/NQ-CP"},
		"1.420/KH-BHXH":            {Serial: 1420, Symbol: "KH-BHXH", text: "1420/KH-BHXH"},
		"/KH-UBND":                 {Symbol: "KH-UBND", text: "/KH-UBND"},
		"Số:        /BHXH-TT":      {Symbol: "BHXH-TT", text: "/BHXH-TT"},
		"210a TC/VP":               {Serial: 210, Suffix: "a", Symbol: "TC/VP", text: "210a TC/VP"},
		"43 TC/QLCS":               {Serial: 43, Symbol: "TC/QLCS", text: "43 TC/QLCS"},
		"119-CP":                   {Serial: 119, Symbol: "CP", text: "119-CP"},
		"12/98/TT-BTC":             {Serial: 12, Year: 1998, Symbol: "TT-BTC", text: "12/98/TT-BTC"},
		"15/qđ-ttg":                {Serial: 15, Symbol: "QĐ-TTg", text: "15/QĐ-TTg"},
		"29/ttr-bca":               {Serial: 29, Symbol: "TTr-BCA", text: "29/TTr-BCA"},
		"29/TTR-BCA":               {Serial: 29, Symbol: "TTr-BCA", text: "29/TTr-BCA"},
		"05/Ctr-UBND":              {Serial: 5, Symbol: "CTr-UBND", text: "05/CTr-UBND"},
		"08 a/2010/TT-BTP":         {Serial: 8, Suffix: "a", Year: 2010, Symbol: "TT-BTP", text: "08a/2010/TT-BTP"},
		"18/2008/NQ-QH 12":         {Serial: 18, Year: 2008, Symbol: "NQ-QH12", text: "18/2008/NQ-QH12"},
		"01/2012/TTLT-BCA-BQP-":    {Serial: 1, Year: 2012, Symbol: "TTLT-BCA-BQP", text: "01/2012/TTLT-BCA-BQP"},
		"10/2014/TT-BNN & PTNT":    {Serial: 10, Year: 2014, Symbol: "TT-BNN&PTNT", text: "10/2014/TT-BNN&PTNT"},
		"2858/VPVP- NC":            {Serial: 2858, Symbol: "VPVP-NC", text: "2858/VPVP-NC"},
		"21/2015/TTLT-BTC BLĐTBXH": {},
	} {
		got, err := ParseDocumentNumber(in)
		if (err == nil) != (want.text != "") || err == nil && got != want {
			t.Errorf("%q: got %+v (%v), want %+v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "abc", "12", "12/2020", "13/3/2020", "16/2/1995-16/2/2025", "024.36285231", "1234567/BHXH", "12/", "12-", "/", "công văn", "12/3", "2482/BHXH-TT của BHXH", "\xff/\xfe", "100%"} {
		if n, err := ParseDocumentNumber(in); err == nil {
			t.Errorf("%q is no number, got %q", in, n)
		}
	}
}

func TestScanDocumentNumber(t *testing.T) {
	for text, want := range map[string]string{ // the number begins at the first ^
		"Công văn số ^1007/BHXH-TT ngày 27/3/2020": "1007/BHXH-TT",
		"Kế hoạch số ^4217/KH- BHXH về":            "4217/KH-BHXH",
		"Nghị quyết ^30a/\n2008/NQ-CP của":         "30a/2008/NQ-CP",
		"Thông tư ^28/2011/TT-\nBTC ngày":          "28/2011/TT-BTC",
		"(^28-NQ/TW)":                              "28-NQ/TW",
		"Nghị định ^115/2015/nđ-cp.":               "115/2015/NĐ-CP",
		"số ^1061/BHXHngày 12/3":                   "1061/BHXH",
		"Quyết định ^12/QĐ-BYT - Bộ Y tế":          "12/QĐ-BYT",
		"Nghị định ^59/2015/TT - BLĐTBXH quy":      "59/2015/TT-BLĐTBXH",
		"Công văn số ^914/BHXH, Công văn":          "914/BHXH",
		"Số: ^05/NQ-HĐND.\nHà Nội":                 "05/NQ-HĐND",
		"số^/BHXH-TT ngày":                         "/BHXH-TT",
		"số ^4623/VPCP - ĐMDN của":                 "4623/VPCP-ĐMDN",
		"số ^914/BHXH - UBND tỉnh":                 "914/BHXH",
		"số ^914/BHXH - Sở Y tế":                   "914/BHXH",
		"^03 TTHC":                                 "",
		"ngày ^13/3/2020":                          "",
		"từ ^10-15 cuộc/tỉnh":                      "",
		"^80 km/h":                                 "",
		"^24/7":                                    "",
		"trang ^1/3":                               "",
		"^16/2/1995-16/2/2025":                     "",
		"^024.36285231":                            "",
		"^3 - BHXH tỉnh":                           "",
		"^2020 - Công văn":                         "",
		"1.^420/KH-BHXH":                           "",
		"12/^2020/TT-BTC":                          "",
		"mã QR^12/BHXH":                            "",
		"^5 BHXH tỉnh":                             "",
		"giai đoạn ^2021-2025":                     "",
		"^100/100":                                 "",
		"^02 lượt/tuần":                            "",
		"Covid-^19":                                "",
		"^1/2 BHXH":                                "",
		"^12/12/TP.HCM":                            "",
		"^19-BHXH Việt Nam\n- 5":                   "19-BHXH",
		"Nghị định số ^102 -\n- BHXH":              "",
		"^07/2014/TTLT-BYT-BTC-\nBLĐTBXH ngày":     "07/2014/TTLT-BYT-BTC-BLĐTBXH",
		"^123/2020/NĐ - CP ngày 19/10/2020":        "123/2020/NĐ-CP",
		"^163 /KH-UBND, ngày":                      "163/KH-UBND",
		"Thông tư liên tịch số ^14/2008/TTLT–BTC–BNV hướng dẫn": "14/2008/TTLT-BTC-BNV",
	} {
		at := strings.IndexByte(text, '^')
		text = text[:at] + text[at+1:]
		n, end, ok := ScanDocumentNumber(text, at)
		if n.String() != want || ok != (want != "") {
			t.Errorf("%q: got %q, want %q", text, n, want)
		}
		if ok && (end <= at || end > len(text)) || !ok && end != at {
			t.Errorf("%q: end %d", text, end)
		}
	}
}

func TestNumberKeys(t *testing.T) {
	same := [][2]string{
		{"1116/QĐ-BHXH", "1116/QD-BHXH"}, {"10/2014/TT-BNN&PTNT", "10/2014/TT-BNNPTNT"}, {"294/QĐ-LĐTBXH", "294/QĐ-BLĐTBXH"},
		{"2654/QĐ-BGD&ĐT", "2654/QĐ-BGDĐT"}, {"28-NQ/TW", "28-NQ/TƯ"}, {"28-NQ/TW", "28/NQ-TW"},
	}
	for _, pair := range same {
		a, _ := ParseDocumentNumber(pair[0])
		b, _ := ParseDocumentNumber(pair[1])
		if a.LooseKey() != b.LooseKey() || a.LooseKey() == "" {
			t.Errorf("%s and %s: %q, %q", a, b, a.LooseKey(), b.LooseKey())
		}
	}
	strict := [][2]string{{"1116/QĐ-BHXH", "1116/QD-BHXH"}, {"12/QyĐ-BTC", "12/QĐ-BTC"}, {"5/TT-BTC", "5/TTr-BTC"}, {"5/CT-TTg", "5/CTr-TTg"}, {"30/2008/NQ-CP", "30a/2008/NQ-CP"}, {"5/2019/NQ-CP", "5/2020/NQ-CP"}}
	for _, pair := range strict {
		a, _ := ParseDocumentNumber(pair[0])
		b, _ := ParseDocumentNumber(pair[1])
		if a.Key() == b.Key() {
			t.Errorf("%s and %s are one", a, b)
		}
	}
	a, _ := ParseDocumentNumber("1105/BHXH-TI")
	b, _ := ParseDocumentNumber("1105/BHXH-T1")
	if a.ConfusionKey() != b.ConfusionKey() || a.LooseKey() == b.LooseKey() {
		t.Errorf("%q and %q", a.ConfusionKey(), b.ConfusionKey())
	}
	if n, _ := ParseDocumentNumber("11O5/BHXH-TT"); !n.IsZero() {
		t.Errorf("a serial with a letter inside gives %q", n)
	}
}

func TestTypeCode(t *testing.T) {
	for number, want := range map[string]string{"05/2019/NQ-HĐTP": "NQ", "28-NQ/TW": "NQ", "2482/BHXH-TT": "", "914/BHXH": "", "13/CP": "", "58/2014/QH13": "", "290/TTr-BCA": "TTr", "5/KH-UBND": "KH"} {
		if n, _ := ParseDocumentNumber(number); n.TypeCode() != want {
			t.Errorf("%s: %q, want %q", number, n.TypeCode(), want)
		}
	}
}

func FuzzDocumentNumber(f *testing.F) {
	for _, seed := range []string{"2482/BHXH-TT", "30a/2008/NQ-CP", "66.20/2026/NQ-CP", "210a TC/VP", "số: /KH-UBND", "10/2014/TT-BNN & PTNT", "12/98/TT", "5/BHXHngày", "1.420/KH", "16/2009-L-CTN", "5/qđ-ttg"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if n, err := ParseDocumentNumber(s); err == nil {
			again, err := ParseDocumentNumber(n.String())
			if err != nil || again != n {
				t.Fatalf("%q gives %+v, and that %+v (%v)", s, n, again, err)
			}
		}
		for at := range s {
			n, end, ok := ScanDocumentNumber(s, at)
			if end < at || end > len(s) || ok != (end > at) {
				t.Fatalf("%q at %d: %q ends at %d", s, at, n, end)
			}
			if !ok {
				continue
			}
			if parsed, err := ParseDocumentNumber(s[at:end]); err != nil || parsed.Key() != n.Key() {
				t.Fatalf("%q at %d: scanned %q, parsed %q (%v)", s, at, n, parsed, err)
			}
		}
	})
}

func BenchmarkScanDocumentNumber(b *testing.B) {
	text := "1007/BHXH-TT ngày 27/3/2020"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		ScanDocumentNumber(text, 0)
	}
}
