package web

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// workloadOf has duties in two weeks: three of the Trung tâm in one, one of a Vụ in the next, and
// one that is not counted: it recurs.
const workloadOf = `BẢO HIỂM XÃ HỘI VIỆT NAM
Số: 88/BHXH-TT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 5 năm 2024
V/v giao nhiệm vụ

Kính gửi: Các đơn vị trực thuộc

1. Trung tâm Truyền thông báo cáo kết quả trước ngày 05/6/2024.
2. Trung tâm Truyền thông gửi danh sách trước ngày 06/6/2024.
3. Trung tâm Truyền thông nộp kế hoạch trước ngày 07/6/2024.
4. Vụ Tài chính - Kế toán thẩm định dự toán trước ngày 14/6/2024.
5. Trung tâm Truyền thông báo cáo hằng tháng.

Nơi nhận:
- Như trên.
`

func TestWorkloadByWeekAndUnit(t *testing.T) {
	server := serve(t, map[string]string{"giao.txt": workloadOf})
	_, body := get(t, server.URL+"/nhiem-vu/khoi-luong?asof=2024-06-05")
	rows := map[string][]string{}
	for _, row := range regexp.MustCompile(`(?s)<tr><th scope="row">(.*?)</th>(.*?)</tr>`).FindAllStringSubmatch(body, -1) {
		for _, cell := range regexp.MustCompile(`<td class="figure">(.*?)</td>`).FindAllStringSubmatch(row[2], -1) {
			rows[row[1]] = append(rows[row[1]], regexp.MustCompile(`<[^>]*>`).ReplaceAllString(cell[1], ""))
		}
	}
	for unit, want := range map[string]string{"Trung tâm Truyền thông": "3,", "Vụ Tài chính - Kế toán": ",1"} {
		if got := strings.Join(rows[unit], ","); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %s…", unit, got, want)
		}
	}
	if bars := strings.Count(body, "<rect"); bars != 2 {
		t.Errorf("%d bars, want 2", bars)
	}
	link := regexp.MustCompile(`<a href="(/nhiem-vu\?asof=[^"]*)">3</a>`).FindStringSubmatch(body)
	if link == nil {
		t.Fatal("the three duties lead nowhere")
	}
	_, board := get(t, server.URL+html.UnescapeString(link[1]))
	for _, task := range []string{"báo cáo kết quả", "gửi danh sách", "nộp kế hoạch"} {
		if !strings.Contains(board, task) {
			t.Errorf("%s does not show %q", link[1], task)
		}
	}
	if _, body := get(t, server.URL+"/nhiem-vu/khoi-luong?asof=2024-06-05&unit=zzzz"); !strings.Contains(body, "Không có nhiệm vụ nào đến hạn") {
		t.Error("a unit that nobody knows has duties")
	}
}

// TestARecurringDutyIsOnceAMonth: "before the 4th of each month" is due on the 3rd, once.
func TestARecurringDutyIsOnceAMonth(t *testing.T) {
	server := serve(t, map[string]string{"giao.txt": strings.Replace(workloadOf, "báo cáo hằng tháng", "gửi thống kê trước ngày 04 hằng tháng", 1)})
	for _, month := range []string{"2024-06", "2024-12", "2025-02"} {
		_, body := get(t, server.URL+"/nhiem-vu?thang="+month)
		days := regexp.MustCompile(`(?s)<time datetime="`+month+`-(\d\d)">\d+</time><ul>(.*?)</ul>`).FindAllStringSubmatch(body, -1)
		var on []string
		for _, day := range days {
			if strings.Contains(day[2], "gửi thống kê") {
				on = append(on, day[1])
			}
		}
		if len(on) != 1 || on[0] != "03" {
			t.Errorf("%s: on the days %v, want the 3rd", month, on)
		}
	}
}

// TestTheMapIsWalked goes from a decree's guidance to the decree and back, by the links of the map.
func TestTheMapIsWalked(t *testing.T) {
	follows := strings.NewReplacer("88/BHXH-TT", "99/BHXH-TT", "V/v giao nhiệm vụ", "V/v thay thế Công văn số 88/BHXH-TT", "1. Trung tâm", "Công văn này thay thế Công văn số 88/BHXH-TT ngày 20/5/2024 của Bảo hiểm xã hội Việt Nam.\n1. Trung tâm",
		"ngày 20 tháng 5", "ngày 28 tháng 5").Replace(workloadOf)
	server := serve(t, map[string]string{"giao.txt": workloadOf, "thay.txt": follows})
	old, next := documentOf(t, server, "88%2FBHXH-TT")+"/ban-do", documentOf(t, server, "99%2FBHXH-TT")+"/ban-do"
	boxes := func(address string) string {
		_, body := get(t, address)
		_, picture, _ := strings.Cut(body, "<svg")
		picture, _, _ = strings.Cut(picture, "</svg>")
		return picture
	}
	for from, to := range map[string]string{old: next, next: old} {
		path := strings.TrimPrefix(to, server.URL)
		if !regexp.MustCompile(`<a href="` + regexp.QuoteMeta(path) + `"><g class="replaces`).MatchString(boxes(from)) {
			t.Errorf("no step from %s to %s as its replacement:\n%s", from, to, boxes(from))
		}
	}
}

// TestPagesOfTheOriginal asks for pictures of pages, of pages that there are not, and of documents
// that have none.
func TestPagesOfTheOriginal(t *testing.T) {
	server := serve(t, map[string]string{"giao.txt": workloadOf})
	document := documentOf(t, server, "88%2FBHXH-TT")
	for _, page := range []string{"1.png", "1.json", "0.png", "-1.png", "x.png", "99999999999999999999.png", "..%2f..%2fstore.db"} {
		if resp, _ := get(t, document+"/trang/"+page); resp.StatusCode != 404 {
			t.Errorf("page %s of a text: %s", page, resp.Status)
		}
	}
	if _, body := get(t, document); strings.Contains(body, "facsimile") {
		t.Error("a text has a picture")
	}
}
