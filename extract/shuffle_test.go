package extract

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// keywords are the words that structure hangs on; shuffled, they must not break it.
var keywords = []string{"Số: 12/QĐ-BYT", "Số:", "Số: /BHXH", "Kính gửi:", "Nơi nhận:", "KT. BỘ TRƯỞNG", "TM. CHÍNH PHỦ", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH:", "Căn cứ Luật Dược;", "Điều 1.", "Điều 5",
	"Chương I", "PHẦN THỨ NHẤT", "Mục 2", "I.", "II. NỘI DUNG", "1.", "1.1.", "2.10.3", "a)", "đ)", "-", "- ", "+ ", "•", "PHỤ LỤC", "Phụ lục I", "(Ban hành kèm theo Quyết định số 1/QĐ-A)", "SAO Y",
	"Ký bởi: A", "ĐẾN Số: 4", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 3 tháng 4 năm 2024", "ngày tháng năm", "Hà Nội, ngày 12", "tháng 9 năm 2022", "V/v", "V/v sửa đổi",
	"MẬT", "HỎA TỐC", "Nguyễn Văn A", "GIÁM ĐỐC", "-----", "2", "\t", "a\tb\tc", "STT\tTên", "“Điều 3", "”", "\"", "\"x", "(", ")", "Bộ Y tế có trách nhiệm báo cáo trước ngày 5/6/2024.", "- 1 Luật A 2016",
	"Trên đây là", "hiệu lực", "Quyết định này có hiệu lực từ ngày", "@", "www.", "ĐT: 024.1234567", "Ngày ban hành: 1/2/2023", "\u0301", "İ", "ſ", "K", "\u2028", "\ufeff"}

// TestShuffled reads texts put together at random from structural words and pieces of real
// dispatches, and checks what FuzzExtract checks.
func TestShuffled(t *testing.T) {
	files, _ := filepath.Glob("../testdata/dispatches/*/document.txt")
	var lines []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(text), "\n")...)
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
			b.WriteString([]string{"\n", "\n", "\n", " ", "", "\t", "; ", ". "}[r.IntN(8)])
		}
		checkExtract(t, b.String())
		if t.Failed() {
			t.Fatalf("text: %q", b.String())
		}
	}
}

// checkExtract extracts from a text and checks what must hold for every text.
func checkExtract(t *testing.T, text string) {
	t.Helper()
	start := time.Now()
	r := Extract(document("a.txt", text), Options{})
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("%d bytes took %v", len(text), took)
	}
	checkSpans(t, r)
	again := Extract(document("a.txt", r.Text), Options{})
	again.ID, again.Source = r.ID, r.Source
	a, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := json.Marshal(again); string(a) != string(b) {
		t.Errorf("extracting again gives another record:\n%s\n%s", a, b)
	}
}
