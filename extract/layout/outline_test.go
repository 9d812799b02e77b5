package layout

import (
	"strings"
	"testing"
)

// paths are the nodes of a body, one a line: path, "#" for a heading, and the beginning of its own
// text. Paragraphs have the path of the node that holds them.
func paths(text string) string {
	l := Read(text)
	var b strings.Builder
	for k, n := range l.Nodes {
		own := []rune(l.Text[n.Body:n.Own])
		b.WriteString(strings.Repeat(" ", n.Level-1) + l.Path(k))
		if n.Heading {
			b.WriteString("#")
		}
		b.WriteString(strings.TrimRight(" "+string(own[:min(len(own), 12)]), " ") + "\n")
	}
	return strings.TrimSpace(b.String())
}

func TestOutline(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plan", `I. MỤC ĐÍCH
1. Nâng cao nhận thức.
2. Tạo đồng thuận.
II. TỔ CHỨC THỰC HIỆN
1. Trung tâm Truyền thông
- Theo dõi, đôn đốc.
- Mời phóng viên.
2. Tạp chí BHXH
a) Viết bài;
b) Đăng bài;
c) Phát hành;
d) Lưu trữ;
đ) Báo cáo;
e) Tổng kết.`, `
I# MỤC ĐÍCH
 I.1 Nâng cao nhậ
 I.2 Tạo đồng thu
II# TỔ CHỨC THỰC
 II.1# Trung tâm Tr
  II.1 Theo dõi, đô
  II.1 Mời phóng vi
 II.2# Tạp chí BHXH
  II.2.a Viết bài;
  II.2.b Đăng bài;
  II.2.c Phát hành;
  II.2.d Lưu trữ;
  II.2.đ Báo cáo;
  II.2.e Tổng kết.`},
		{"law", `Chương I
NHỮNG QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Luật này quy định.
Điều 2. Đối tượng
1. Cơ quan:
a) Bộ;
b) Sở.
2. Cá nhân.
Chương II
QUYỀN
Điều 3. Quyền
1. Được cấp thẻ.
Điều 3a. Bổ sung`, `
Chương I# NHỮNG QUY ĐỊ
 Điều 1# Phạm vi
  Điều 1 Luật này quy
 Điều 2# Đối tượng
  Điều 2.1# Cơ quan:
   Điều 2.1.a Bộ;
   Điều 2.1.b Sở.
  Điều 2.2 Cá nhân.
Chương II# QUYỀN
 Điều 3# Quyền
  Điều 3.1 Được cấp thẻ
 Điều 3a# Bổ sung`},
		{"numbering starts again where a heading was lost", `1. Mục tiêu.
2. Yêu cầu.
3. Chỉ tiêu.
1. Vụ Pháp chế
a) Soạn thảo.
2. Vụ Tài chính
a) Bố trí kinh phí.`, `
1 Mục tiêu.
2 Yêu cầu.
3 Chỉ tiêu.
#
 1# Vụ Pháp chế
  1.a Soạn thảo.
 2# Vụ Tài chính
  2.a Bố trí kinh`},
		{"decimals", `2. Mục tiêu cụ thể
2.1. Về nhân lực
a) Đào tạo.
2.2. Về chủ thể
a) Cán bộ.
2.10. Khác
3. Kinh phí`, `
2# Mục tiêu cụ
 2.1# Về nhân lực
  2.1.a Đào tạo.
 2.2# Về chủ thể
  2.2.a Cán bộ.
 2.10 Khác
3 Kinh phí`},
		{"what a page's foot leaves in a sentence", `a) Bảo đảm vệ sinh an toàn thực
G3
phẩm, an ninh trật tự.
b) Báo cáo`, `
a Bảo đảm vệ s
b Báo cáo`},
		{"a page number before the rest of a sentence", `a) Vệ sinh lớp học, đồ chơi hằng ngày bằng dung dịch khử
2 khuẩn; theo dõi trẻ.
b) Báo cáo`, `
a Vệ sinh lớp
b Báo cáo`},
		{"decimals with dashes, as the Party writes them", `2- Tuyên truyền.
3- Tổ chức thực hiện
3.1- Đảng đoàn lãnh đạo.
3.2- Ban cán sự chỉ đạo.`, `
2 Tuyên truyền
3# Tổ chức thực
 3.1 Đảng đoàn lã
 3.2 Ban cán sự c`},
		{"figures and dates are no markers", `1. Mức đóng
15.000 đồng một tháng.
30/4/1975 là ngày lễ.
2.5 triệu người tham gia.
12/QĐ-UBND đã ban hành.
2020. là năm qua.
2. Mức hưởng`, `
1# Mức đóng
 1 15.000 đồng
 1 30/4/1975 là
 1 2.5 triệu ng
 1 12/QĐ-UBND đ
 1 2020. là năm
2 Mức hưởng`},
		{"an article in a sentence is no article", `Điều 1. Sửa đổi
Điều 5 Luật này được sửa như sau.
Điều 2. Hiệu lực`, `
Điều 1# Sửa đổi
 Điều 1 Điều 5 Luật
Điều 2# Hiệu lực`},
		{"quoted articles are not the document's own", `Điều 1. Sửa đổi Điều 15
“Điều 15. Hợp đồng
1. Hợp đồng ký bằng văn bản.
2. Hợp đồng có hiệu lực.”
Điều 2. Hiệu lực`, `
Điều 1# Sửa đổi Điều
 Điều 1 “Điều 15. Hợ
 Điều 1 1. Hợp đồng
 Điều 1 2. Hợp đồng
Điều 2# Hiệu lực`},
		{"capitals and Roman numbers", `A. PHẦN MỘT
I. Tình hình
1. Kết quả.
B. PHẦN HAI
C. PHẦN BA
I. Giải pháp`, `
A# PHẦN MỘT
 A.I# Tình hình
  A.I.1 Kết quả.
B# PHẦN HAI
C# PHẦN BA
 C.I Giải pháp`},
		{"Party style", `I- TÌNH HÌNH
1- Kết quả đạt được.
2- Hạn chế.
II- NHIỆM VỤ
1- Cấp ủy lãnh đạo.`, `
I# TÌNH HÌNH
 I.1 Kết quả đạt
 I.2 Hạn chế.
II# NHIỆM VỤ
 II.1 Cấp ủy lãnh`},
		{"dashes, pluses and a paragraph after them", `1. Sở Y tế:
- Chỉ đạo:
+ Bệnh viện;
+ Trạm y tế.
- Báo cáo.
Kinh phí do ngân sách bảo đảm.
2. Sở Tài chính`, `
1# Sở Y tế:
 1# Chỉ đạo:
  1 Bệnh viện;
  1 Trạm y tế.
 1 Báo cáo.
 1 Kinh phí do
2 Sở Tài chính`},
		{"a line that goes on", `a) Tuyên truyền chính sách
cho người lao động.
b) Đối thoại.`, `
a Tuyên truyền
b Đối thoại.`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := paths(test.text); got != strings.TrimSpace(test.want) {
				t.Errorf("got\n%s\nwant\n%s", got, strings.TrimSpace(test.want))
			}
		})
	}
}

func TestMarkers(t *testing.T) {
	tests := []struct {
		line, label string
		kind        Kind
		none        bool
	}{
		{line: "I. MỤC ĐÍCH", label: "I", kind: Roman},
		{line: "IV - KINH PHÍ", label: "IV", kind: Roman},
		{line: "II/ Nội dung", label: "II", kind: Roman},
		{line: "IIII. Sai", none: true},
		{line: "1. Sở", label: "1", kind: Decimal},
		{line: "1.Sở", label: "1", kind: Decimal},
		{line: "1) Sở", label: "1", kind: Decimal},
		{line: "(1) Sở", label: "1", kind: Decimal},
		{line: "1.2.3. Sở", label: "1.2.3", kind: Decimal},
		{line: "1.2 Sở", label: "1.2", kind: Decimal},
		{line: "1/ Đối tượng", label: "1", kind: Decimal},
		{line: "2- Thực hiện", label: "2", kind: Decimal},
		{line: "05 năm", none: true},
		{line: "1.000 người", none: true},
		{line: "15/3/2020 là", none: true},
		{line: "3-5 cuộc", none: true},
		{line: "0. Không", none: true},
		{line: "đ) Báo cáo", label: "đ", kind: Letter},
		{line: "a. Báo cáo", label: "a", kind: Letter},
		{line: "a1) Báo cáo", label: "a1", kind: Letter},
		{line: "A. PHẦN", label: "A", kind: Capital},
		{line: "C - Tổ chức", label: "C", kind: Capital},
		{line: "a - b", none: true},
		{line: "Điều 5. Tên", label: "Điều 5", kind: Article},
		{line: "Điều 12a. Tên", label: "Điều 12a", kind: Article},
		{line: "Ðiều 3. Tên", label: "Điều 3", kind: Article},
		{line: "ĐIỀU 3: Tên", label: "Điều 3", kind: Article},
		{line: "Điều 5 của Luật này", none: true},
		{line: "Điều kiện", none: true},
		{line: "Chương IV", label: "Chương IV", kind: Chapter},
		{line: "CHƯƠNG 2: CHẾ ĐỘ", label: "Chương 2", kind: Chapter},
		{line: "Chương trình này", none: true},
		{line: "Phần thứ nhất", label: "Phần thứ nhất", kind: Division},
		{line: "Phần mềm", none: true},
		{line: "Mục 1. CHẾ ĐỘ", label: "Mục 1", kind: Section},
		{line: "Mục tiêu", none: true},
		{line: "Tiểu mục 2", label: "Tiểu mục 2", kind: Subsection},
		{line: "- Báo cáo", kind: Dash},
		{line: "-Báo cáo", kind: Dash},
		{line: "– Báo cáo", kind: Dash},
		{line: "• Báo cáo", kind: Dash},
		{line: "+ Báo cáo", kind: Plus},
		{line: "-----", none: true},
		{line: "-5 độ", none: true},
		{line: "", none: true},
	}
	for _, test := range tests {
		m, ok := readMarker(test.line)
		switch {
		case ok == test.none:
			t.Errorf("readMarker(%q) = %+v, %v", test.line, m, ok)
		case ok && (m.label != test.label || m.kind != test.kind):
			t.Errorf("readMarker(%q) = %q of kind %d, want %q of kind %d", test.line, m.label, m.kind, test.label, test.kind)
		}
	}
}
