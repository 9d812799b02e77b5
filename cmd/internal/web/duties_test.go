package web

import (
	"regexp"
	"strings"
	"testing"
)

// letter is a dispatch with a duty for each column of the board, seen from 1 June 2024.
const letter = `BỘ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 900/BYT-KCB
V/v báo cáo công tác khám, chữa bệnh
Hà Nội, ngày 02 tháng 5 năm 2024
Kính gửi: Sở Y tế các tỉnh, thành phố
Bộ Y tế yêu cầu Sở Y tế các tỉnh, thành phố:
1. Sở Y tế rà soát danh mục thuốc, hoàn thành chậm nhất ngày 20/5/2024.
2. Sở Y tế gửi danh sách cán bộ đầu mối trước ngày 05/6/2024.
3. Sở Y tế tổ chức tập huấn cho cán bộ, hoàn thành trước ngày 25/6/2024.
4. Sở Y tế tổng kết và báo cáo kết quả trước ngày 15/12/2024.
5. Sở Y tế báo cáo số liệu trước ngày 05 hằng tháng.
6. Sở Y tế tăng cường kiểm tra các cơ sở hành nghề trên địa bàn.
Nơi nhận:
- Như trên;
- Lưu: VT, KCB.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trần Văn A
`

func TestBoardAndMonth(t *testing.T) {
	server := serve(t, map[string]string{"letter.txt": letter})
	_, body := get(t, server.URL+"/nhiem-vu")
	columns := regexp.MustCompile(`(?s)<section class="[^"]*" aria-label="([^"]+)">(.*?)</section>`).FindAllStringSubmatch(body, -1)
	want := [][2]string{{"Quá hạn", "rà soát danh mục"}, {"7 ngày tới", "danh sách cán bộ"}, {"30 ngày tới", "tập huấn"},
		{"Sau 30 ngày", "tổng kết"}, {"Định kỳ", "báo cáo số liệu"}, {"Không có hạn", "tăng cường kiểm tra"}}
	if len(columns) != len(want) {
		t.Fatalf("%d columns, want %d", len(columns), len(want))
	}
	for i, column := range columns {
		if column[1] != want[i][0] || !strings.Contains(column[2], want[i][1]) || strings.Count(column[2], "<li>") != 1 {
			t.Errorf("column %d is %s with %s; want %v", i, column[1], column[2], want[i])
		}
	}
	for _, days := range []string{"quá hạn 12 ngày", "còn 3 ngày", "còn 23 ngày"} {
		if !strings.Contains(body, days) {
			t.Errorf("the board lacks %q", days)
		}
	}
	if _, late := get(t, server.URL+"/nhiem-vu?overdue=1"); strings.Count(late, "<section") != 1 {
		t.Error("overdue alone has other columns")
	}
	if _, soon := get(t, server.URL+"/nhiem-vu?within=7"); strings.Contains(soon, "tập huấn") || !strings.Contains(soon, "danh sách cán bộ") {
		t.Error("within seven days is not what is shown")
	}
	if _, earlier := get(t, server.URL+"/nhiem-vu?asof=2024-05-10"); !strings.Contains(earlier, "còn 10 ngày") {
		t.Error("as of 10 May the first duty has ten days left")
	}
	_, month := get(t, server.URL+"/nhiem-vu?thang=2024-06")
	for _, day := range []string{"04", "24"} { // before the fifth is by the fourth
		if !regexp.MustCompile(`<time datetime="2024-06-` + day + `">\d+</time><ul>`).MatchString(month) {
			t.Errorf("nothing stands on June %s", day)
		}
	}
}

// frame is a dispatch of Bộ Y tế with a number, a day of June 2024 and a body.
func frame(number, day, subject, body string) string {
	return "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: " + number + "\nV/v " + subject + "\nHà Nội, ngày " + day +
		" tháng 6 năm 2024\nKính gửi: Sở Y tế các tỉnh, thành phố trực thuộc Trung ương\n" + body +
		"\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nTrần Văn Sơn\n"
}

func TestDocumentTellsWhatLaterOnesMadeOfItsDuties(t *testing.T) {
	server := serve(t, map[string]string{
		"first.txt": frame("512/BYT-KCB", "01", "tổ chức tập huấn",
			"Bộ Y tế yêu cầu các đơn vị thực hiện các nội dung sau:\n1. Sở Y tế các tỉnh gửi báo cáo kết quả tập huấn trước ngày 15/6/2024.\n2. Sở Y tế lập dự toán kinh phí trước ngày 28/6/2024."),
		"later.txt": frame("515/BYT-KCB", "12", "gia hạn thời hạn gửi báo cáo",
			"Bộ Y tế gia hạn thời hạn gửi báo cáo tại Công văn số 512/BYT-KCB ngày 01/6/2024 đến hết ngày 30/6/2024.\nBãi bỏ mục 2 Công văn số 512/BYT-KCB ngày 01/6/2024."),
	})
	_, body := get(t, documentOf(t, server, "s%E1%BB%91:512%2FBYT-KCB"))
	for _, want := range []string{"<strong>gia hạn</strong> 30/06/2024 theo <a", "<strong>đã thu hồi</strong> theo <a", ">515/BYT-KCB</a>"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}
