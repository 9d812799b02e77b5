package duty

import (
	"strings"
	"testing"

	"congvan/corpus"
)

// assignedTo reads a text and writes each duty of its tables on a line: section, actors, task.
func assignedTo(text string) string {
	var b strings.Builder
	for _, o := range read(Input{Type: "KH"}, text) {
		if o.Rule != RuleTable {
			continue
		}
		b.WriteString(strings.TrimSpace(o.Section + " |"))
		for _, a := range o.Actors {
			switch a.Role {
			case corpus.RoleLead:
				b.WriteString(" =")
			case corpus.RoleCoordinate:
				b.WriteString(" +")
			default:
				b.WriteString(" ")
			}
			b.WriteString(a.Value)
		}
		b.WriteString(" | " + o.Action.Value + "\n")
	}
	return strings.TrimSpace(b.String())
}

func TestAssigned(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"columns of who leads and who takes part", `I. NHIỆM VỤ
STT	Nội dung nhiệm vụ	Cơ quan chủ trì	Cơ quan phối hợp	Thời gian thực hiện
1	Rà soát danh mục thủ tục hành chính;	Văn phòng UBND tỉnh	Các sở, ban, ngành	Quý I/2024
2	Tập huấn cán bộ một cửa.	Sở Nội vụ	Sở Tư pháp; VNPT Lâm Sơn	Tháng 5`, `
I.1 | =Văn phòng UBND tỉnh +Các sở, ban, ngành | Rà soát danh mục thủ tục hành chính
I.2 | =Sở Nội vụ +Sở Tư pháp +VNPT Lâm Sơn | Tập huấn cán bộ một cửa.`},
		{"the columns in another order, no numbers", `Bảng phân công nhiệm vụ
Đơn vị thực hiện	Hạn hoàn thành	Công việc
Phòng Tài chính - Kế hoạch	15/3	Lập dự toán kinh phí
Phòng Nội vụ	20/3	Trình danh sách khen thưởng`, `
| Phòng Tài chính - Kế hoạch | Lập dự toán kinh phí
| Phòng Nội vụ | Trình danh sách khen thưởng`},
		{"a heading of two rows, groups between rows, merged cells", `TT	Nhiệm vụ	Phân công		Hoàn thành
		Chủ trì	Phối hợp	
I	TUYÊN TRUYỀN			
1	Xây dựng phóng sự truyền hình	Đài Phát thanh	Sở Y tế	Tháng 6
II. KIỂM TRA
2	Kiểm tra an toàn thực phẩm	Sở Y tế	Công an tỉnh	Tháng 7
3	Báo cáo kết quả kiểm tra			Tháng 8`, `
1 | =Đài Phát thanh +Sở Y tế | Xây dựng phóng sự truyền hình
II.2 | =Sở Y tế +Công an tỉnh | Kiểm tra an toàn thực phẩm
II.3 | =Sở Y tế | Báo cáo kết quả kiểm tra`},
		{"one column that says both", `TT	Nội dung công việc	Phân công trách nhiệm
1	Tổ chức lễ phát động	Sở Y tế chủ trì, phối hợp với Sở Tài chính
2	Bố trí địa điểm tổ chức	Văn phòng Sở`, `
1 | =Sở Y tế +Sở Tài chính | Tổ chức lễ phát động
2 | Văn phòng Sở | Bố trí địa điểm tổ chức`},
		{"figures assign nothing", `TT	Nội dung chi	Đơn vị	Thực hiện 2022	Kế hoạch 2023
1	Số người tham gia bảo hiểm	Người	10.000	11.000
2	Xăng xe đi kiểm tra các huyện	Lít	100	120`, ``},
		{"nor do lists of documents", `STT	Số, ký hiệu	Trích yếu nội dung	Đơn vị soạn thảo
1	12/BHXH-TT	Về việc tuyên truyền chính sách	Trung tâm Truyền thông
2	15/BHXH-TT	Về việc tổng kết công tác năm	Trung tâm Truyền thông`, ``},
		{"nor a table of figures after one of tasks", `TT	Nhiệm vụ	Đơn vị thực hiện	Thời hạn	Ghi chú
1	Kiểm tra việc cấp thẻ	Phòng Thanh tra	Tháng 5	
2. Thống kê
TT	Chỉ tiêu	Đơn vị	Thực hiện	Kế hoạch
1	Số người tham gia bảo hiểm	Người	10	11`, `
1 | Phòng Thanh tra | Kiểm tra việc cấp thẻ`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := assignedTo(test.text); got != strings.TrimSpace(test.want) {
				t.Errorf("reads\n%s\nwant\n%s", got, strings.TrimSpace(test.want))
			}
		})
	}
}
