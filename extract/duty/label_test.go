package duty

import (
	"strings"
	"testing"
)

// TestLabels reads tasks whose units stand behind labels under them.
func TestLabels(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"dashes under a title", `II. NỘI DUNG
1. Lễ khai mạc tuần văn hóa
- Thời gian: ngày 11/9/2026.
- Địa điểm: Quảng trường thành phố.
- Đơn vị chủ trì: Sở Văn hóa và Thể thao.
- Đơn vị phối hợp: Công an thành phố, các sở, ngành liên quan.
- Kinh phí: ngân sách thành phố.
2. Hội thi tiếng hát
- Đơn vị thực hiện: Nhà Văn hóa Lao động.`, `
[II.1] must, label
  lead: Sở Văn hóa và Thể thao
  coordinate: Công an thành phố
  coordinate: các sở, ngành liên quan
  > Lễ khai mạc tuần văn hóa
[II.2] must, label
  responsible: Nhà Văn hóa Lao động
  > Hội thi tiếng hát`},
		{"all on one line", `II. NHIỆM VỤ
1. Rà soát văn bản quy phạm pháp luật.
Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Văn phòng UBND tỉnh; thời gian: Quý II/2024.`, `
[II.1] must, label
  lead: Sở Tư pháp
  coordinate: Văn phòng UBND tỉnh
  > Rà soát văn bản quy phạm pháp luật.`},
		{"a unit that directs does nothing itself", `1. Cơ quan chỉ đạo: Ủy ban nhân dân thành phố.`, ``},
		{"an order after a colon is none", `1. Các đơn vị thực hiện: rà soát, thống kê số liệu và báo cáo về Sở.`, `
[1] must, subject
  responsible: Các đơn vị
  > Các đơn vị thực hiện: rà soát, thống kê số liệu và báo cáo về Sở.`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.TrimSpace(show(read(Input{Type: "KH"}, test.text))); got != strings.TrimSpace(test.want) {
				t.Errorf("reads\n%s\nwant\n%s", got, strings.TrimSpace(test.want))
			}
		})
	}
}
