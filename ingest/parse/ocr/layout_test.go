package ocr

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"
)

// set lays out words: each line is "x y text", ten pixels a letter and twenty high; words that a
// single space parts stand together, "|" leaves a gap of sixty pixels.
func set(lines ...string) []word {
	var words []word
	for n, l := range lines {
		fields := strings.Fields(l)
		x, y := atoi(fields[0]), atoi(fields[1])
		for _, f := range fields[2:] {
			if f == "|" {
				x += 60
				continue
			}
			width := 10 * len([]rune(f))
			words = append(words, word{text: f, box: image.Rect(x, y, x+width, y+20), confidence: 95, line: n})
			x += width + 8
		}
	}
	return words
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

func TestArrange(t *testing.T) {
	tests := []struct {
		name  string
		words []word
		want  string
	}{
		{"letterhead read across", set(
			"100 100 BỘ Y TẾ | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"550 130 Độc lập - Tự do - Hạnh phúc",
			"110 160 Số: 12/BYT-TCCB | | | Hà Nội, ngày 5 tháng 3 năm 2024",
			"110 190 V/v cử cán bộ",
			"200 240 Kính gửi: Sở Y tế các tỉnh, thành phố trực thuộc trung ương"),
			"BỘ Y TẾ\nSố: 12/BYT-TCCB\nV/v cử cán bộ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 5 tháng 3 năm 2024\nKính gửi: Sở Y tế các tỉnh, thành phố trực thuộc trung ương"},
		{"columns a narrow gap apart", set(
			"60 100 ỦY BAN NHÂN DÂN TỈNH CÀ MAU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"560 130 Độc lập - Tự do - Hạnh phúc"), ""},
		{"closing", set(
			"100 100 Nơi nhận: | | | | | | | KT. GIÁM ĐỐC",
			"100 130 - Như trên; | | | | | | PHÓ GIÁM ĐỐC",
			"100 160 - Lưu: VT.",
			"620 250 Nguyễn Văn An"),
			"Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nNguyễn Văn An"},
		{"paragraphs by their indent", set(
			"150 100 Căn cứ đề nghị của Vụ trưởng Vụ Tổ chức cán bộ về việc này,",
			"100 130 các đơn vị thực hiện nghiêm túc những nội dung dưới đây và báo cáo",
			"100 160 kết quả.",
			"150 190 1. Rà soát hồ sơ của đơn vị mình theo đúng hướng dẫn đã ban hành;",
			"150 220 2. Báo cáo trước ngày 15 tháng 3 theo mẫu gửi kèm công văn này ạ."),
			"Căn cứ đề nghị của Vụ trưởng Vụ Tổ chức cán bộ về việc này, các đơn vị thực hiện nghiêm túc những nội dung dưới đây và báo cáo kết quả.\n1. Rà soát hồ sơ của đơn vị mình theo đúng hướng dẫn đã ban hành;\n2. Báo cáo trước ngày 15 tháng 3 theo mẫu gửi kèm công văn này ạ."},
		{"stamp of incoming mail", set(
			"100 100 VĂN PHÒNG CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
			"560 130 Độc lập - Tự do - Hạnh phúc",
			"110 160 Số: 12/VPCP | | | Hà Nội, ngày 5 tháng 3 năm 2024",
			"600 200 ĐẾN Giờ:....... Ngày:.......",
			"200 240 Kính gửi: Sở Y tế các tỉnh, thành phố trực thuộc trung ương"),
			"VĂN PHÒNG CHÍNH PHỦ\nSố: 12/VPCP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 5 tháng 3 năm 2024\nKính gửi: Sở Y tế các tỉnh, thành phố trực thuộc trung ương"},
		{"rows of a table", set(
			"100 100 TT | Đơn vị | Số",
			"100 130 1 | Huyện A | 12",
			"100 160 2 | Huyện B | 15"),
			"TT\tĐơn vị\tSố\n1\tHuyện A\t12\n2\tHuyện B\t15"},
		{"nothing", nil, ""},
	}
	tests[1].want = "ỦY BAN NHÂN DÂN TỈNH CÀ MAU\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
	for _, test := range tests {
		words := test.words
		if test.name == "columns a narrow gap apart" { // the gap is wider than between words all the same
			for i := range words {
				if words[i].line == 0 && words[i].box.Min.X > 320 {
					words[i].box = words[i].box.Add(image.Pt(20, 0))
				}
			}
		}
		if got := arrange(words, 1000).Text; got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
}

func TestDoubts(t *testing.T) {
	words := set("100 100 Số: 2482/BHXH ngày 12 tháng 9")
	words[1].confidence = 40
	page := arrange(words, 1000)
	if len(page.Doubts) != 1 || page.Text[page.Doubts[0][0]:page.Doubts[0][1]] != "2482/BHXH" {
		t.Errorf("doubts %v of %q", page.Doubts, page.Text)
	}
}

func TestMisspelt(t *testing.T) {
	for w, want := range map[string]bool{
		"Nøryến": true, "quj)ên": true, "ngàW†": true, "nÖ": true, "phỗng": false, "Hà": false, "QĐ-BYT": false, "BHXH": false, "email": false,
		"12,5%": false, "LĐTBXH": false, "kinh": false, "KHKTYT": false, "(để": false, "“Fontan”.": false, "đ/c": false,
	} {
		if got := misspelt(w); got != want {
			t.Errorf("%s: %v", w, got)
		}
	}
}

func TestCorrect(t *testing.T) {
	for got, want := range map[string]string{
		"quy định chỉ tiết":               "quy định chi tiết",
		"sửa đối, bố sung":                "sửa đổi, bổ sung",
		"Bô sung thêm":                    "Bổ sung thêm",
		"SỰ CÀN THIẾT BAN HÀNH":           "SỰ CẦN THIẾT BAN HÀNH",
		"QUYÉT ĐỊNH:":                     "QUYẾT ĐỊNH:",
		"CONG HOA":                        "CỘNG HÒA",
		"Uỷ ban và hoà giải":              "Uỷ ban và hoà giải",
		"bà Nguyễn Thị Hạnh":              "bà Nguyễn Thị Hạnh",
		"NGUYỄN THỊ HẠNH":                 "NGUYỄN THỊ HẠNH",
		"sửa. Đối tượng":                  "sửa. Đối tượng",
		"quan hệ với nước ngoài, thôn A1": "quan hệ với nước ngoài, thôn A1",
	} {
		words := set("0 0 " + got)
		correct(words)
		if s := (segment{words: words}).String(); s != want {
			t.Errorf("%s: got %s, want %s", got, s, want)
		}
	}
}

func TestParseSheets(t *testing.T) {
	const table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"1\t1\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t96.5\tBộ\n" +
		"5\t1\t1\t1\t1\t2\t50\t20\t30\t40\t91\tY\ttế\n" +
		"5\t1\t1\t1\t2\t1\t10\t70\t30\t40\t91\t \n" +
		"1\t2\t0\t0\t0\t0\t0\t0\t100\t100\t-1\t\n" +
		"5\t2\t1\t1\t1\t1\tx\t\t\t\t\tcuối\n5\t2"
	sheets := parseSheets([]byte(table))
	if len(sheets) != 2 || len(sheets[0]) != 2 || len(sheets[1]) != 1 {
		t.Fatalf("sheets %v", sheets)
	}
	first := sheets[0][0]
	if first.text != "Bộ" || first.box != image.Rect(10, 20, 40, 60) || first.confidence != 96.5 || first.line != sheets[0][1].line {
		t.Errorf("word %+v", first)
	}
}

func TestSkew(t *testing.T) {
	page := image.NewGray(image.Rect(0, 0, 800, 1100))
	for i := range page.Pix {
		page.Pix[i] = 255
	}
	for y := 100; y < 1000; y += 30 { // lines of text, falling by 2 degrees
		for x := 80; x < 720; x++ {
			if x%14 < 9 {
				fall := int(float64(x) * math.Tan(2*math.Pi/180))
				for h := range 10 {
					page.SetGray(x, y+fall+h, color.Gray{})
				}
			}
		}
	}
	angle := skew(page)
	if math.Abs(angle-2) > 0.3 {
		t.Errorf("angle %.2f, want 2", angle)
	}
	if again := skew(rotate(page, angle)); again != 0 {
		t.Errorf("angle %.2f after the turn", again)
	}
}
