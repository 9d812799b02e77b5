package layout

import "testing"

// TestRespeltMarkers reads lists whose markers OCR changed: the numbering of their siblings tells
// what they were.
func TestRespeltMarkers(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"letters", `1. Sở Y tế
g) Ban hành kế hoạch.
b) Cung cấp thuốc.
e) Bảo đảm nhân lực.
3) Chuẩn bị vật tư.
đ) Thanh tra.
e) Kiểm tra.
ø) Báo cáo.
2. Sở Tài chính`, `
1# Sở Y tế
 1.a Ban hành kế
 1.b Cung cấp thu
 1.c Bảo đảm nhân
 1.d Chuẩn bị vật
 1.đ Thanh tra.
 1.e Kiểm tra.
 1.g Báo cáo.
2 Sở Tài chính`},
		{"the letter đ without its bar", `1. Sở Y tế
a) Một.
b) Hai.
c) Ba.
d) Bốn.
d) Năm.
e) Sáu.`, `
1# Sở Y tế
 1.a Một.
 1.b Hai.
 1.c Ba.
 1.d Bốn.
 1.đ Năm.
 1.e Sáu.`},
		{"letters without đ are as they are", `1. Sở Y tế
c) Ba.
d) Bốn.
e) Sáu.
g) Bảy.`, `
1# Sở Y tế
 1.c Ba.
 1.d Bốn.
 1.e Sáu.
 1.g Bảy.`},
		{"a letter that is left out", `1. Sở Y tế
a) Một.
b) Hai.
c) Ba.
đ) Năm.
e) Sáu.`, `
1# Sở Y tế
 1.a Một.
 1.b Hai.
 1.c Ba.
 1.đ Năm.
 1.e Sáu.`},
		{"numbers", `l. Sở Y tế rà soát.
2. Sở Tài chính bố trí.
3; Sở Nội vụ trình.
4. Sở Tư pháp thẩm định.
S. Sở Xây dựng kiểm tra.
6. Công an tỉnh.
8. Thanh tra tỉnh.
8. Báo Lâm Sơn.`, `
1 Sở Y tế rà s
2 Sở Tài chính
3 Sở Nội vụ tr
4 Sở Tư pháp t
5 Sở Xây dựng
6 Công an tỉnh
7 Thanh tra tỉ
8 Báo Lâm Sơn.`},
		{"a number under a capital I is Roman where parts follow", `I. Mục đích
1. Nâng cao nhận thức.
2. Tạo đồng thuận.
II. Yêu cầu`, `
I# Mục đích
 I.1 Nâng cao nhậ
 I.2 Tạo đồng thu
II Yêu cầu`},
		{"Roman numbers", `I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao nhận thức.
II. CHỈ TIÊU PHẤN ĐẤU
- Một trăm phần trăm.
II. NỘI DUNG PHỐI HỢP
1. Tuyên truyền.
TV. PHÂN CÔNG TRÁCH NHIỆM
1. Sở Y tế`, `
I# MỤC ĐÍCH, YÊ
 I.1 Nâng cao nhậ
II# CHỈ TIÊU PHẤ
 II Một trăm phầ
III# NỘI DUNG PHỐ
 III.1 Tuyên truyền
IV# PHÂN CÔNG TR
 IV.1 Sở Y tế`},
		{"a sentence that begins with a capital and a full stop", `1. Bà Lê Thị Hoa
B. Trần là đại diện.
2. Ông Nguyễn Văn A`, `
1# Bà Lê Thị Ho
 1 B. Trần là đ
2 Ông Nguyễn V`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := paths(test.text); got != test.want[1:] {
				t.Errorf("reads\n%s\nwant\n%s", got, test.want[1:])
			}
		})
	}
}
