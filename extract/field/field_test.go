package field

import (
	"testing"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
)

// pageOf is the page of a text, as Extract makes it.
func pageOf(text string) *Page {
	return &Page{Layout: layout.Read(text), Ruler: corpus.NewRuler(text), Register: gazetteer.Default()}
}

func TestScanNumber(t *testing.T) {
	tests := []struct {
		in, number      string
		serial, legible bool
	}{
		{"2482/BHXH-TT", "2482/BHXH-TT", true, true},
		{"2482 / BHXH – TT", "2482 / BHXH – TT", true, true},
		{"4217/KH- BHXH và", "4217/KH- BHXH", true, true},
		{"1420/KH-BHXH - Hà Nội, ngày", "1420/KH-BHXH", true, true},
		{"05/2019/NQ-HĐTP", "05/2019/NQ-HĐTP", true, true},
		{"58/2014/QH13", "58/2014/QH13", true, true},
		{"28-NQ/TW", "28-NQ/TW", true, true},
		{"30a/2008/NQ-CP", "30a/2008/NQ-CP", true, true},
		{"66.20/2026/NQ-CP", "66.20/2026/NQ-CP", true, true},
		{"61/TTr-SNV ngày", "61/TTr-SNV", true, true},
		{"909/TTCP-C.I", "909/TTCP-C.I", true, true},
		{"19046/BTC-TCHQ V/v hướng dẫn", "19046/BTC-TCHQ", true, true},
		{"13/CP", "13/CP", true, true},
		{"5495 /3HXIH-HCTH", "5495 /3HXIH-HCTH", true, false},
		{"443? /BTC-TCT", "443", true, false},
		{"/BHXH-TT", "", false, false},
		{"2482", "2482", true, false},
		{"1234567/QĐ", "", false, false},
		{"", "", false, false},
	}
	for _, test := range tests {
		end, serial, legible := scanNumber(test.in)
		if test.in[:end] != test.number || serial != test.serial || legible != test.legible {
			t.Errorf("scanNumber(%q) = %q, %v, %v", test.in, test.in[:end], serial, legible)
		}
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"Hà Nội, ngày 6/4/2021": "2021-04-06", "10-2-2020": "2020-02-10", "1.12.2019": "2019-12-01", "31/02/2020": "", "12/2020": "", "": "", "024.36285231": "",
	} {
		if date, _, _, _ := digitsDate(in); date.String() != want {
			t.Errorf("digitsDate(%q) = %v", in, date)
		}
	}
	for in, want := range map[string]string{
		"ngày 20 tháng 11 năm 2014.": "2014-11-20", "ngày 20/11/2014": "2014-11-20", "ngày 31 tháng 2 năm 2014": "", "ngày ký": "", "": "",
	} {
		date, _, ok := longDate(in)
		if ok && date.String() != want || !ok && want != "" {
			t.Errorf("longDate(%q) = %v, %v", in, date, ok)
		}
	}
}

func TestContacts(t *testing.T) {
	p := pageOf("Liên hệ: điện thoại: 024.36285231 hoặc 024.36285232, ĐT: (028) 3829 7123; fax 024.1234567; email: trung.tam@vss.gov.vn. Xem https://vss.gov.vn/tin?id=1.\nSố tài khoản 0123456789, ngày 12.03.2020, mức 1.490.000 đồng; www.baohiemxahoi.gov.vn")
	var got []string
	for _, c := range p.contacts() {
		got = append(got, c.Kind+" "+c.Value)
	}
	want := []string{"email trung.tam@vss.gov.vn", "url https://vss.gov.vn/tin?id=1", "url www.baohiemxahoi.gov.vn", "phone 024.36285231", "phone 024.36285232", "phone (028) 3829 7123"}
	if len(got) != len(want) {
		t.Fatalf("contacts %q, want %q", got, want)
	}
	for k := range want {
		if got[k] != want[k] {
			t.Errorf("contact %q, want %q", got[k], want[k])
		}
	}
}

func TestOffices(t *testing.T) {
	p := pageOf("")
	tests := []struct {
		lines []string
		want  corpus.Signatory
	}{
		{[]string{"KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"}, corpus.Signatory{Capacity: "KT.", Principal: "TỔNG GIÁM ĐỐC", Position: "PHÓ TỔNG GIÁM ĐỐC"}},
		{[]string{"KT.CỤC TRƯỞNG PHÓ CỤC TRƯỞNG"}, corpus.Signatory{Capacity: "KT.", Principal: "CỤC TRƯỞNG", Position: "PHÓ CỤC TRƯỞNG"}},
		{[]string{"KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"}, corpus.Signatory{Capacity: "KT.", Principal: "BỘ TRƯỞNG, CHỦ NHIỆM", Position: "PHÓ CHỦ NHIỆM"}},
		{[]string{"TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, corpus.Signatory{Capacity: "TM.", Principal: "ĐOÀN CHỦ TỊCH", Position: "PHÓ CHỦ TỊCH"}},
		{[]string{"TL.", "BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG"}, corpus.Signatory{Capacity: "TL.", Principal: "BỘ TRƯỞNG", Position: "CHÁNH VĂN PHÒNG"}},
		{[]string{"KT. BỘ TRƯỞNG", "BỘ Y TẾ", "THỨ TRƯỞNG"}, corpus.Signatory{Capacity: "KT.", Principal: "BỘ TRƯỞNG BỘ Y TẾ", Position: "THỨ TRƯỞNG"}},
		{[]string{"Q. CỤC TRƯỞNG"}, corpus.Signatory{Capacity: "Q.", Position: "CỤC TRƯỞNG"}},
		{[]string{"CHỦ TỊCH QUỐC HỘI"}, corpus.Signatory{Position: "CHỦ TỊCH QUỐC HỘI"}},
	}
	for _, test := range tests {
		var s corpus.Signatory
		for _, line := range test.lines {
			p.addOffice(&s, line)
		}
		if s.Capacity != test.want.Capacity || s.Principal != test.want.Principal || s.Position != test.want.Position {
			t.Errorf("%q: %+v", test.lines, s)
		}
	}
}

func TestArticles(t *testing.T) {
	for text, want := range map[string]bool{
		"BHXH Việt Nam vừa ban hành Công văn số 3338/BHXH-TT, đề nghị BHXH các tỉnh tăng cường truyền thông.\nTheo Công văn, các tỉnh báo cáo.": true,
		"PHỤ LỤC\n(Ban hành kèm theo Quyết định số 12/QĐ-BYT ngày 3/4/2020)\nDanh mục thuốc":                                                    false,
		"31/12/2020\nSTT\tTên\n1\tA":                             false,
		"Điều 1. Bộ Y tế đã ban hành Thông tư số 1/2020/TT-BYT.": false,
		"": false,
	} {
		if got := pageOf(text).isArticle(); got != want {
			t.Errorf("isArticle(%.40q) = %v", text, got)
		}
	}
}
