package extract

import (
	"strings"
	"testing"

	"congvan/extract/internal/growth"
)

// TestLinear reads texts made to take long: the work must grow in step with their length.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	const head = "BỘ TÀI CHÍNH\nSố: 12/BTC-TCT\nHà Nội, ngày 12 tháng 9 năm 2022\nKính gửi: Cục Thuế\n"
	for _, c := range []struct{ name, head, unit string }{
		{"one line", head, "theo Công văn số 12/BTC-TCT ngày 3/4/2022 của Bộ Tài chính, Sở Y tế phải báo cáo trước ngày 5/6/2023; "},
		{"one line without marks", head, "Sở Y tế báo cáo Bộ Tài chính tại Công văn 12/BTC-TCT và "},
		{"items", head, "- Sở Y tế báo cáo;\n"},
		{"items below an order", head + "Sở Y tế có trách nhiệm:\n", "- Báo cáo Bộ Y tế trước ngày 05/6/2023;\n"},
		{"numbers", head, "1. Sở Y tế báo cáo.\n"},
		{"letters", head, "a) Sở Y tế báo cáo;\n"},
		{"articles", head, "Điều 1. "},
		{"articles in lines", head, "Điều 1. Sở Y tế báo cáo.\n"},
		{"articles without an end", head, "Điều 1.\n"},
		{"points", head, "1.1.1.1 A\n"},
		{"nested", head, "1. "},
		{"nested signs", head, "I. 1. a) - + "},
		{"deeper and deeper", head, "I. A\n1. A\n1.1. A\na) A\n- A\n+ A\n"},
		{"chapters", head, "Chương I\nQUY ĐỊNH\nMục 1\nĐiều 2. A\n"},
		{"quotes", head, "\"Điều 5. Sửa\n"},
		{"open quotes", head, "“"},
		{"offices", head, "GIÁM ĐỐC\nbáo\ncáo\n"},
		{"names", head, "Nguyễn Văn A\n"},
		{"heads", "", head},
		{"annexes", head, "PHỤ LỤC I\nBẢNG\na\tb\n"},
		{"promulgated", head, "QUY CHẾ\n(Ban hành kèm theo Quyết định số 1/QĐ-BTC ngày 1/2/2022)\nĐiều 1. A\n"},
		{"rows", head, "1\tSở Y tế\t12/BYT\n"},
		{"rows of documents", head + "STT\tSố, ký hiệu\tTrích yếu\tĐơn vị chủ trì\n", "1\t12/QĐ-BYT\tvề việc khám bệnh\tSở Y tế\n"},
		{"rows of goals", head + "STT\tChỉ tiêu\tĐVT\tKế hoạch\n", "1\tTỷ lệ hộ nghèo\t%\t≥ 95,5\n"},
		{"a row", head + "STT\tTên", "\ta"},
		{"tabs", head, "\t"},
		{"spaces", head, " "},
		{"a letter", head, "a"},
		{"a capital", head, "Đ"},
		{"brackets", head, "("},
		{"closed brackets", head, "()"},
		{"dots", head, "."},
		{"dashes", head, "-"},
		{"digits", head, "1"},
		{"slashes", head, "1/"},
		{"code", head, "1/A-"},
		{"at", head, "a@b.c "},
		{"addresses", head, "a.a@"},
		{"links", head, "http://"},
		{"phones", head, "024.1234567 "},
		{"references", head, "Công văn số 12/BTC-TCT ngày 3/4/2022 của Bộ Tài chính về việc báo cáo; "},
		{"references in lists", head, "Công văn số 12/BTC-TCT, "},
		{"serials", head + "Công văn số ", "12, "},
		{"laws", head, "Luật Bảo hiểm xã hội, "},
		{"unknown laws", head, "Luật Abc Def "},
		{"amending laws", head, "Luật sửa đổi, bổ sung một số điều của "},
		{"provisions", head, "điểm a khoản 2 Điều 5 "},
		{"aliases", head, "Luật Đất đai (sau đây gọi là Luật này) "},
		{"types", head, "Nghị quyết "},
		{"type names", head, "QUYẾT ĐỊNH\n"},
		{"in force", head, "Nghị định này có hiệu lực "},
		{"effects", head, "Gia hạn thời hạn tại Công văn số 5/BHXH-TT đến ngày 30/6/2024. "},
		{"corrections", head + "Đính chính Công văn số 5/BHXH-TT: ", "“A” sửa thành “B” "},
		{"days", head, "ngày "},
		{"dates", head, "ngày 5/6/2023, "},
		{"periods", head, "từ tháng 1 đến "},
		{"goals", head, "phấn đấu đạt tối thiểu 35% "},
		{"conditions", head, "nếu khi trường hợp "},
		{"orders", head, "giao Sở Y tế, "},
		{"units", head, "Sở Y tế, các đơn vị, "},
		{"names of units", head + "Giao Bộ ", "Ngoại Giao Và "},
		{"stamps", "", "Ký bởi: A\n"},
		{"recipients", head + "Nơi nhận:\n", "- Sở Y tế;\n"},
		{"recipients in a line", head + "Nơi nhận: ", "- Sở Y tế; "},
		{"addressees", "Số: 1/A-B\nKính gửi:\n", "- Sở Y tế;\n"},
		{"subject", "Số: 1/A-B\nV/v ", "báo cáo "},
		{"subject in lines", "Số: 1/A-B\nV/v ", "báo cáo\n"},
		{"title", "QUYẾT ĐỊNH\nVề việc ", "BÁO CÁO\n"},
		{"no breaks", "", "Số: 12/A-B Hà Nội, ngày 1 tháng 2 năm 2022 V/v a Kính gửi: B "},
		{"blank", head, "\n"},
		{"blank rows", head, " \t\n"},
		{"only capitals", "", "ỦY BAN NHÂN DÂN "},
		{"capital lines", "", "ỦY BAN NHÂN DÂN\n"},
		{"torn", head, "\xe1\xbb"},
		{"marks without letters", head, "\u0301"},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			growth.Linear(t, c.head, c.unit, func(text string) { Extract(document("a.txt", text), Options{}) })
		})
	}
}
