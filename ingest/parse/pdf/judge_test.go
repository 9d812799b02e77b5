package pdf

import "testing"

func TestJudge(t *testing.T) {
	const good = "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015; theo đề nghị của Bộ trưởng Bộ Y tế về việc ban hành danh mục thuốc."
	tests := []struct {
		name, text string
		scanned    bool
		want       Verdict
	}{
		{"running text", good, false, Good},
		{"running text under a picture", good + " " + good, true, Good},
		{"a page number", " - 2 -\n", false, Empty},
		{"nothing", "", true, Empty},
		{"a stamp", "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nEmail: a@chinhphu.vn\nThời gian ký: 05.04.2024 16:31:37 +07:00", true, StampOnly},
		{"marks lost", "CONG HOA XA HOI CHU NGHIA VIET NAM Doc lap - Tu do - Hanh phuc Can cu Luat To chuc Chinh phu ngay 19 thang 6 nam 2015", false, MarksLost},
		{"OCR without Vietnamese", "CQNG HoAxA H()I CHiJ NGHiA vrer NAM DQc Iq,p - TV do - H~nh phuc sa VAN HOA, THE THAO VA DU LJCH TiNH AN GIANG s6: t, 1+ An Giang, ngay~8 thdng 4 nam 2017", true, Garbled},
		{"letters without a map", "\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", false, Garbled},
		{"TCVN 3 read as Latin", "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc C¨n cø LuËt Tæ chøc ChÝnh phñ ngµy 19 th¸ng 6 n¨m 2015 theo ®Ò nghÞ cña Bé tr\u00adëng", false, Garbled},
		{"English", "The parties to this agreement shall cooperate in the field of social insurance and exchange information on a regular basis through the competent institutions", false, Good},
		{"a table of numbers", "1 250 000 37,5 12\n2 310 400 41,2 15\n3 99 000 12,0 7\n4 18.250 6,1 3", false, Good},
		{"numbers with units", "STT Ha kg m2\n1 12,5 340 22\n2 13,5 350 25", false, Good},
		{"a short heading", "PHỤ LỤC I", false, Good},
		{"codes and names", "HS 8471.30.20 ASUS Vivobook X515EA-EJ1046W Core i3-1115G4 RAM 4GB SSD 256GB", false, Good},
	}
	for _, test := range tests {
		if got := Judge(test.text, test.scanned); got != test.want {
			t.Errorf("%s: got %s, want %s (%+v)", test.name, got, test.want, count(test.text))
		}
	}
}
