package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/form"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

func TestText(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"blocks end lines, inline parts are glued", "<p>Số: <b>12</b>/<i>KH</i>-UBND</p><div>hai<p>ba</p>bốn</div>", "Số: 12/KH-UBND\nhai\nba\nbốn\n"},
		{"white space as a browser shows it", "<p>  một\n   hai \t<b> ba</b>  </p>  <p>&nbsp;</p>", "một hai ba\n"},
		{"a break", "<p>một<br>hai<br/><br>ba</p>", "một\nhai\nba\n"},
		{"hidden and mute elements", "<p>thấy</p><p style='display: none'>ẩn</p><p hidden>ẩn</p><script>ẩn</script><style>ẩn{}</style><nav>ẩn</nav><p style='visibility:hidden'>ẩn</p>", "thấy\n"},
		{"a grid", "<table border=1><tr><th>STT</th><th>Việc</th></tr><tr><td>1</td><td><p>Rà<p>soát</td></tr></table>", "STT\tViệc\n1\tRà soát\n"},
		{"spans keep the columns", "<table border=1><tr><td rowspan=2>A</td><td colspan=2>B</td></tr><tr><td>C</td><td>D</td></tr></table>", "A\tB\t\n\tC\tD\n"},
		{"a letterhead", "<table><tr><td><p>SỞ Y TẾ</p><p>Số: 1/SYT</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr></table>", "SỞ Y TẾ\nSố: 1/SYT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"},
		{"number and date side by side", "<div style='display:table'><div style='display:table-cell'>Số: 1/SYT</div><div style='display:table-cell'>X, ngày 5 tháng 3 năm 2024</div></div>", "Số: 1/SYT\nX, ngày 5 tháng 3 năm 2024\n"},
		{"lists", "<ol start=3 type=a><li>x<li>y</ol><ul><li>z</ul>", "c. x\nd. y\n- z\n"},
		{"preformatted", "<pre>một\n  hai</pre>", "một\nhai\n"},
		{"a font of old", "<p><font face='.VnTime'>Céng hßa x· héi</font> và <span style=\"font-family:'VNI-Times'\">Coäng hoøa</span></p>", "Cộng hòa xã hội và Cộng hòa\n"},
		{"a font of a style sheet", "<style>p.Mso, li.Mso {margin:0; font-family:\".VnTimeH\"}</style><p class=Mso>bé tµi chÝnh</p><p>thường</p>", "BỘ TÀI CHÍNH\nthường\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read([]byte("<!DOCTYPE html><meta charset=utf-8>"+tt.page), "", form.Limits{}.Filled())
			if diff := cmp.Diff(tt.want, got.Text); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

var filler = strings.Repeat("<p>Điều 1. Các cơ quan, đơn vị chịu trách nhiệm thi hành văn bản này theo quy định của pháp luật, bảo đảm đúng thời hạn.</p>", 12)

func TestShapes(t *testing.T) {
	menu := "<div class=menu><a href=/>Trang chủ</a> <a href=/vb>Văn bản</a></div>"
	tests := []struct {
		name, page string
		begins     string   // the text
		has        []string // and this in it
		lacks      []string
		raw        form.Raw
	}{
		{
			name: "the national database, as it was",
			page: "<html><head><title>Thông tư 5</title></head><body>" + menu + "<div class=vbProperties><table><tr><td class=label>Số ký hiệu</td><td>05/2015/TT-BTC</td><td>Ngày ban hành</td><td>12/01/2015</td></tr>" +
				"<tr><td>Loại văn bản</td><td>Thông tư</td><td>Ngày có hiệu lực</td><td>01/03/2015</td></tr><tr><td>Cơ quan ban hành/ Chức danh / Người ký</td><td>Bộ Tài chính</td><td>Thứ trưởng</td><td>Trần Xuân H</td></tr></table></div>" +
				"<div class=toanvancontent id=toanvancontent>" + filler + "</div><a href='/file/05_2015.pdf'>Tải</a></body></html>",
			begins: "Số ký hiệu: 05/2015/TT-BTC\nNgày ban hành: 12/01/2015\nLoại văn bản: Thông tư\nNgày có hiệu lực: 01/03/2015\n",
			has:    []string{"Điều 1. Các cơ quan", "Tệp đính kèm: /file/05_2015.pdf"}, lacks: []string{"Trang chủ"},
			raw: form.Raw{Title: "Thông tư 5"},
		},
		{
			name:   "the national database, as it is",
			page:   "<body>" + menu + "<div class='x preview-content' data-vbpl-content-root=true>" + filler + "</div></body>",
			begins: "Điều 1. Các cơ quan", lacks: []string{"Trang chủ"},
		},
		{
			name:   "a law site",
			page:   "<body>" + menu + "<div class=content1><div>" + filler + "</div></div></body>",
			begins: "Điều 1. Các cơ quan", lacks: []string{"Trang chủ"},
		},
		{
			name: "a portal of unknown shape with a dispatch in it",
			page: "<body><div>" + menu + "</div><section><div><p>UBND TỈNH X</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p></div>" + filler + "</section></body>",
			has:  []string{"UBND TỈNH X", "Điều 1."}, lacks: []string{"Trang chủ"}, begins: "UBND TỈNH X\n",
		},
		{
			name: "news",
			page: "<html><head><meta property='og:title' content='Đẩy mạnh truyền thông'><meta name=author content='Lan Anh'><meta property='article:published_time' content='2023-11-21T08:00:00+07:00'></head>" +
				"<body><nav>Trang chủ</nav><div class=box><article><h1>Đẩy mạnh truyền thông</h1>" + filler + "</article></div><footer>Bản quyền</footer></body></html>",
			begins: "Đẩy mạnh truyền thông\n", has: []string{"Điều 1."}, lacks: []string{"Bản quyền", "Trang chủ"},
			raw: form.Raw{Title: "Đẩy mạnh truyền thông", Author: "Lan Anh", Published: corpus.Date{Year: 2023, Month: 11, Day: 21}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read([]byte(tt.page), "utf-8", form.Limits{}.Filled())
			if !strings.HasPrefix(got.Text, tt.begins) {
				t.Errorf("begins %.300q", got.Text)
			}
			for _, s := range tt.has {
				if !strings.Contains(got.Text, s) {
					t.Errorf("lacks %q", s)
				}
			}
			for _, s := range tt.lacks {
				if strings.Contains(got.Text, s) {
					t.Errorf("has %q", s)
				}
			}
			if got.Title != tt.raw.Title || got.Author != tt.raw.Author || got.Published != tt.raw.Published {
				t.Errorf("title %q, author %q, published %v", got.Title, got.Author, got.Published)
			}
		})
	}
}

// TestPagesWhole wants of the pages in the folder DEV_HTML, which are bodies and nothing else,
// every character.
func TestPagesWhole(t *testing.T) {
	folder := os.Getenv("DEV_HTML")
	if folder == "" {
		t.Skip("DEV_HTML names no folder of pages")
	}
	pages, _ := filepath.Glob(filepath.Join(folder, "*.html"))
	whole := 0
	for _, page := range pages {
		content, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(strings.NewReader(string(content)))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Join(strings.Fields(textOf(root, 1<<30)), "")
		got := strings.Join(strings.Fields(Read(content, "", form.Limits{}.Filled()).Text), "")
		if len(got) >= len(want) {
			whole++
		} else {
			t.Errorf("%s: %d of %d bytes", filepath.Base(page), len(got), len(want))
		}
	}
	t.Logf("%d of %d pages give the full body", whole, len(pages))
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<table><tr><td rowspan=3>a<td colspan=2>b</table><ol><li>c"))
	f.Add([]byte("<p style='font-family:.VnTime'>\xb5"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if raw := Read(content, "", form.Limits{}.Filled()); strings.ContainsRune(raw.Text, '\r') && raw.Status == "" {
			t.Errorf("%+v", raw)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	page := []byte("<!DOCTYPE html><meta charset=utf-8><div class=content1>" + strings.Repeat("<p style='margin-bottom:6.0pt'><a name=\"dieu_1\"><b>Điều 1.</b></a> Các cơ quan, <span>đơn vị</span> chịu trách nhiệm thi hành.</p>\r\n<table border=1><tr><td width=223 valign=top style='width:167.4pt'><p align=center>ô</p></td><td>hai</td></tr></table>", 3000) + "</div>")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if raw := Read(page, "", form.Limits{}.Filled()); raw.Status != corpus.StatusOK {
			b.Fatal(raw.Reason)
		}
	}
}
