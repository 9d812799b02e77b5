package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// keywords are the words that structure hangs on; shuffled, they must not break it.
var keywords = []string{"Số: 12/QĐ-BYT", "Số:", "Số: /BHXH", "Kính gửi:", "Nơi nhận:", "KT. BỘ TRƯỞNG", "TM. CHÍNH PHỦ", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "Căn cứ Luật Dược;", "Điều 1.", "Điều 5",
	"Chương I", "PHẦN THỨ NHẤT", "Mục 2", "I.", "II. NỘI DUNG", "1.", "1.1.", "2.10.3", "a)", "đ)", "-", "- ", "+ ", "•", "PHỤ LỤC", "Phụ lục I", "(Ban hành kèm theo Quyết định số 1/QĐ-A)", "SAO Y",
	"Ký bởi: A", "ĐẾN Số: 4", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 3 tháng 4 năm 2024", "ngày tháng năm", "Hà Nội, ngày 12", "tháng 9 năm 2022", "V/v", "V/v sửa đổi",
	"MẬT", "HỎA TỐC", "Nguyễn Văn A", "GIÁM ĐỐC", "-----", "2", "\t", "a\tb\tc", "STT\tTên", "“Điều 3", "”", "\"", "\"x", "(", ")", "Bộ Y tế có trách nhiệm báo cáo trước ngày 5/6/2024.", "- 1 Luật A 2016",
	"Trên đây là", "hiệu lực", "Quyết định này có hiệu lực từ ngày", "@", "www.", "ĐT: 024.1234567", "Ngày ban hành: 1/2/2023",
	"CHỈ TIÊU\tĐVT\tKế hoạch", "1\tSở Y tế\t95%", "Có tối thiểu 35% hộ", "sau đây gọi là Luật này", "điểm a khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP", "Công văn số 12, 13 và 14/BHXH-TT", "sửa đổi", "hết hiệu lực",
	"gia hạn đến ngày 30/6/2024", "sửa thành", "giao Sở Y tế", "chủ trì, phối hợp với", "các Bộ: Công an, Y tế", "định kỳ hằng tháng", "trong vòng 15 ngày kể từ ngày", "chậm nhất", "31/2/2024", "quý III/2024", "đến năm 2030", "Mẫu số 01", "TL. GIÁM ĐỐC",
	"Nguyễn", "Lưu: VT, TT.", "Như trên;", "..........", "|", "Tờ trình số 5/TTr-STC của Sở", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG", "IV", "mục II", "Điểm b", "khoản 3", "\x00", "\r", "\u0301", "İ", "ſ", "K", "\u2028", "\ufeff"}

// borders stand between structural words.
var borders = []string{"\n", "\n", "\n", " ", "", "\t", "; ", ". "}

// TestShuffled reads texts put together at random from structural words and pieces of real
// dispatches, and checks what the fuzz targets check.
func TestShuffled(t *testing.T) {
	var lines []string
	for _, d := range dispatches(t) {
		lines = append(lines, strings.Split(d.Text, "\n")...)
	}
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		var b strings.Builder
		for range 1 + r.IntN(60) {
			piece := keywords[r.IntN(len(keywords))]
			if r.IntN(3) == 0 {
				piece = lines[r.IntN(len(lines))]
				if r.IntN(2) == 0 && len(piece) > 0 { // cut at a random letter
					runes := []rune(piece)
					piece = string(runes[r.IntN(len(runes)):])
				}
			}
			b.WriteString(piece)
			b.WriteString(borders[r.IntN(len(borders))])
		}
		record := Extract(document("a.txt", b.String()), Options{})
		checkSpans(t, record)
		checkAgain(t, record)
		if t.Failed() {
			t.Fatalf("text: %q", b.String())
		}
	}
}
