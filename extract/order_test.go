package extract

import (
	"strings"
	"testing"
)

// TestBoxesInAnyOrder reads letterheads whose boxes come in every order that columns can give them.
func TestBoxesInAnyOrder(t *testing.T) {
	motto := []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}
	tests := []struct {
		boxes [][]string
		body  string
		want  head
	}{
		{[][]string{{"ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"}, {"Số: 77/UBND-KTTH"}, {"V/v chi trả trợ cấp Tết theo Công văn số 12/BTC-HCSN", "ngày 5/1/2022 của Bộ Tài chính"}, motto, {"Hà Giang, ngày 12 tháng 01 năm 2022"}},
			"Kính gửi: Sở Tài chính\nỦy ban nhân dân tỉnh yêu cầu Sở Tài chính chi trả./.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Sơn",
			head{number: "77/UBND-KTTH", kind: "Công văn", issuer: "Ủy ban nhân dân tỉnh Hà Giang", place: "Hà Giang", issued: "2022-01-12", subject: "chi trả trợ cấp Tết theo Công văn số 12/BTC-HCSN ngày 5/1/2022 của Bộ Tài chính",
				to: "Sở Tài chính", signer: "Nguyễn Văn Sơn", capacity: "TM.", principal: "ỦY BAN NHÂN DÂN", position: "CHỦ TỊCH"}},
		{[][]string{{"BỘ TÀI CHÍNH", "TỔNG CỤC THUẾ"}, {"Số: 5/TB-TCT"}, motto, {"Hà Nội, ngày 2 tháng 3 năm 2021"}},
			"THÔNG BÁO\nVề việc nghỉ lễ theo Quyết định số 1/QĐ-BTC ngày 1/2/2021\nTổng cục Thuế thông báo lịch nghỉ lễ.\n1. Các đơn vị trực.\nTỔNG CỤC TRƯỞNG\nCao Anh Tuấn",
			head{number: "5/TB-TCT", kind: "Thông báo", issuer: "Tổng cục Thuế", parent: "Bộ Tài chính", place: "Hà Nội", issued: "2021-03-02", subject: "nghỉ lễ theo Quyết định số 1/QĐ-BTC ngày 1/2/2021",
				signer: "Cao Anh Tuấn", position: "TỔNG CỤC TRƯỞNG"}},
	}
	for _, test := range tests {
		permute(len(test.boxes), func(order []int) {
			var lines []string
			for _, k := range order {
				lines = append(lines, test.boxes[k]...)
			}
			text := strings.Join(append(lines, test.body), "\n")
			if got := headOf(Extract(document("a.txt", text), Options{})); got != test.want {
				t.Errorf("%s\ngot\n %+v, want\n %+v", text, got, test.want)
			}
		})
	}
}

// permute calls visit with every order of the first n numbers.
func permute(n int, visit func(order []int)) {
	order := make([]int, 0, n)
	var next func(left uint)
	next = func(left uint) {
		if left == 0 {
			visit(order)
			return
		}
		for k := range n {
			if left&(1<<k) != 0 {
				order = append(order, k)
				next(left &^ (1 << k))
				order = order[:len(order)-1]
			}
		}
	}
	next(1<<n - 1)
}
