package web

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"congvan/corpus"
)

// evil is a dispatch whose every part tries to be markup.
const evil = `BẢO HIỂM XÃ HỘI <script>alert("issuer")</script> VIỆT NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/BHXH-TT
V/v <script>alert("subject")</script> <img src=x onerror=alert(1)> "><svg onload=alert(2)> hướng dẫn
Hà Nội, ngày 20 tháng 04 năm 2024
Kính gửi: <b onmouseover=alert(3)>Các đơn vị</b> trực thuộc
I. <h1>MỤC ĐÍCH</h1> ' onclick='alert(4)
Căn cứ Nghị định số 30/2020/NĐ-CP <a href="javascript:alert(5)">ngày 05/3/2020</a> của Chính phủ;
1. Trung tâm Truyền thông <iframe src="//evil.example"></iframe> chủ trì báo cáo trước ngày 15/6/2024.
2. BHXH các tỉnh gửi báo cáo </mark></p></div></body><style>*{display:none}</style> trước ngày 05 hằng tháng.
javascript:alert(6)	<td onclick=alert(7)>	{{.Secret}} ${alert(8)} <!-- --> ]]>
Nơi nhận:
- Như trên <script src=//evil.example/x.js></script>;
KT. TỔNG GIÁM ĐỐC
PHÓ TỔNG GIÁM ĐỐC
<img src=x onerror=alert(9)>
`

// evilServer holds evil documents under evil names.
func evilServer(t *testing.T) *httptest.Server {
	return serve(t, map[string]string{
		`<img src=x onerror=alert(10)>.txt`: evil,
		"name\r\nX-Injected: 1.txt":         strings.Replace(evil, "hướng dẫn", "đôn đốc", 1),
		`"; filename="evil.html.txt`:        strings.Replace(evil, "77/", "78/", 1),
		"..%2f..%2fetc%2fpasswd.txt":        strings.Replace(evil, "77/", "79/", 1),
		"\u202egnp.txt":                     strings.Replace(evil, "77/", "80/", 1),
	})
}

// ours are the elements that the templates write.
var ours = strings.Fields(`html head meta title link body a header span nav form input button main footer h1 h2 h3 h4 h5 p label select option div ul ol li
	section article aside details summary strong code dl dt dd del ins table thead tbody tr th td mark time datalist svg path g rect text fieldset legend img line`)

// brought is the first thing of a page, as a browser reads it, that no template writes: an
// element, a handler, a style, an address of elsewhere.
func brought(page string) string {
	page = withoutOurScript(page)
	z := xhtml.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case xhtml.ErrorToken:
			return ""
		case xhtml.CommentToken:
			return z.Token().String()
		case xhtml.StartTagToken, xhtml.SelfClosingTagToken:
			tag := z.Token()
			if !slices.Contains(ours, tag.Data) {
				return tag.String()
			}
			for _, a := range tag.Attr {
				link := a.Key == "href" || a.Key == "src" || a.Key == "action"
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "autofocus" || link && (a.Val == "" || !strings.Contains("/?#", a.Val[:1]) || strings.HasPrefix(a.Val, "//")) {
					return tag.String()
				}
			}
		}
	}
}

func TestHostileDocumentsAreOnlyText(t *testing.T) {
	server := evilServer(t)
	var documents []string
	seen := map[string]bool{}
	for _, query := range []string{"", "?q=script+alert", "?q=77%2FBHXH-TT", "?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E"} {
		_, body := get(t, server.URL+"/"+query)
		for _, m := range hitLink.FindAllStringSubmatch(body, -1) {
			if !seen[m[1]] {
				seen[m[1]] = true
				documents = append(documents, m[1])
			}
		}
	}
	if len(documents) < 4 {
		t.Fatalf("only %d hostile documents are found", len(documents))
	}
	addresses := []string{"/", "/?q=script+alert+onerror", "/?cot=subject&cot=file&cot=issuer&cot=addressees&cot=signatory", "/?cot=%3Cscript%3E", "/nhiem-vu", "/nhiem-vu?thang=2024-06", "/con-thieu"}
	for _, d := range documents {
		addresses = append(addresses, d, d+"/ban-do")
		_, body := get(t, server.URL+d)
		addresses = append(addresses, regexp.MustCompile(`/van-ban/[0-9a-f]+/so-sanh/[0-9a-f]+`).FindAllString(body, -1)...)
		original, _ := get(t, server.URL+"/api/v1/records"+strings.TrimPrefix(d, "/van-ban")+"/original")
		if original.Header.Get("X-Injected") != "" || !strings.HasPrefix(original.Header.Get("Content-Disposition"), "attachment") || original.Header.Get("Content-Type") != "application/octet-stream" {
			t.Errorf("%s: its name changed the headers: %v", d, original.Header)
		}
	}
	for _, address := range addresses {
		resp, body := get(t, server.URL+address)
		if resp.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", address, resp.Status)
		}
		if found := brought(body); found != "" {
			t.Errorf("%s: a document brought markup: %s", address, found)
		}
		if strings.Contains(body, "&amp;lt;") {
			t.Errorf("%s: escaped twice", address)
		}
		if err := wellFormed(body); err != nil {
			t.Errorf("%s: %v", address, err)
		}
	}
	_, feed := get(t, server.URL+"/feed?q=script")
	if strings.Contains(feed, "<script") || strings.Contains(feed, "<img") {
		t.Error("feed: a document brought markup")
	}
}

// raw sends a request as it is, which a client of the library would not.
func raw(t *testing.T, server *httptest.Server, request string) *http.Response {
	t.Helper()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatalf("%.80q: %v", request, err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	resp.Body = io.NopCloser(strings.NewReader(string(body)))
	return resp
}

func TestAttacksAreRefused(t *testing.T) {
	server := evilServer(t)
	host := server.Listener.Addr().String()
	line := func(method, target, headers string) string {
		return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n", method, target, host, headers)
	}
	for _, test := range []struct {
		name, request string
		status        []int
	}{
		// Paths that leave the house.
		{"dots", line("GET", "/../../etc/passwd", ""), []int{301, 307, 404}},
		{"dots below", line("GET", "/van-ban/../../etc/passwd", ""), []int{301, 307, 404}},
		{"encoded dots", line("GET", "/van-ban/..%2f..%2fetc%2fpasswd", ""), []int{404}},
		{"dots encoded twice", line("GET", "/van-ban/%252e%252e%252fetc", ""), []int{404}},
		{"backslashes", line("GET", `/van-ban/..\..\etc\passwd`, ""), []int{404}},
		{"a null byte", line("GET", "/van-ban/a%00b", ""), []int{404}},
		{"style of elsewhere", line("GET", "/style.css/../../web.go", ""), []int{301, 307, 404}},
		{"templates", line("GET", "/layout/page.html", ""), []int{404}},
		{"an original by its path", line("GET", "/api/v1/records/..%2f..%2fstore.db/original", ""), []int{404}},
		{"an exported path", line("GET", "/api/v1/export/..%2fstore.db", ""), []int{400, 404}},
		// Addresses that lead elsewhere.
		{"a host in the path", line("GET", "//evil.example/", ""), []int{301, 307, 404}},
		{"a host after dots", line("GET", "//evil.example/..", ""), []int{200, 301, 307, 404}},
		{"a backslashed host", line("GET", `/\evil.example`, ""), []int{404}},
		{"a document's host", line("GET", "/van-ban//evil.example", ""), []int{301, 307, 404}},
		{"next", line("GET", "/?next=//evil.example&redirect=http://evil.example", ""), []int{200}},
		// Headers that a parameter would add.
		{"a line in the query", line("GET", "/?q=a%0d%0aX-Injected:%201", ""), []int{200}},
		{"a line in the language", line("GET", "/?lang=vi%0d%0aX-Injected:%201", ""), []int{200}},
		{"a line in a path", line("GET", "/van-ban/a%0d%0aX-Injected:%201", ""), []int{404}},
		{"a line in an export", line("GET", "/api/v1/export/records?format=csv%0d%0aX-Injected:%201", ""), []int{400}},
		{"a false cookie", line("GET", "/", "Cookie: lang=<script>alert(1)</script>\r\n"), []int{200}},
		{"a false language", line("GET", "/", "Accept-Language: <script>,vi\r\n"), []int{200}},
		{"a false tag", line("GET", "/", "If-None-Match: \"<script>\"\r\n"), []int{200}},
		// Markup in parameters.
		{"a script searched", line("GET", "/?q=%3Cscript%3Ealert(1)%3C/script%3E", ""), []int{200}},
		{"a quote searched", line("GET", "/?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E", ""), []int{200}},
		{"a filter", line("GET", "/?type=%22%20onfocus=alert(1)%20autofocus=%22", ""), []int{200}},
		{"a unit", line("GET", "/nhiem-vu?unit=%22%3E%3Cscript%3E", ""), []int{200}},
		{"an issuer", line("GET", "/con-thieu?issuer=%3Csvg/onload=alert(1)%3E", ""), []int{200}},
		{"a page that is not there", line("GET", "/%3Cscript%3Ealert(1)%3C/script%3E", ""), []int{404}},
		{"a parameter's mistake", line("GET", "/?sort=%3Cscript%3Ealert(1)%3C/script%3E", ""), []int{400}},
		{"a cursor", line("GET", "/?cursor=%3Cscript%3E", ""), []int{400}},
		// Statements in parameters.
		{"SQL in a document", line("GET", "/van-ban/'%20OR%201=1--", ""), []int{404}},
		{"SQL in a unit", line("GET", "/nhiem-vu?unit=')%3BDROP%20TABLE%20record--", ""), []int{200}},
		{"SQL in a filter", line("GET", "/api/v1/records?issuer='%20OR%20'1'='1", ""), []int{200}},
		// Numbers out of bounds.
		{"a negative place", line("GET", "/nhiem-vu?within=-1", ""), []int{400}},
		{"a number too great", line("GET", "/nhiem-vu?within=99999999999999999999", ""), []int{400}},
		{"a month that is none", line("GET", "/nhiem-vu?thang=2024-13", ""), []int{400}},
		{"a year that is none", line("GET", "/con-thieu?year=1e9", ""), []int{400}},
		{"a broken escape", line("GET", "/?q=%zz", ""), []int{400}},
		{"a broken character", line("GET", "/?q=%ff%fe%c3", ""), []int{200}},
		// Requests that are not for reading, not for here, or too long.
		{"POST", line("POST", "/", "Content-Length: 0\r\n"), []int{405}},
		{"DELETE", line("DELETE", "/api/v1/records/x", ""), []int{405}},
		{"TRACE", line("TRACE", "/", ""), []int{405}},
		{"an override", line("POST", "/", "X-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n"), []int{405}},
		{"another host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", []int{421}},
		{"a host like ours", "GET /api/v1/records HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\nConnection: close\r\n\r\n", []int{421}},
		{"a forwarded host", line("GET", "/feed", "X-Forwarded-Host: evil.example\r\n"), []int{200}},
		{"no host", "GET / HTTP/1.0\r\n\r\n", []int{421}},
		{"an endless query", line("GET", "/?q="+strings.Repeat("a", 20_000), ""), []int{414}},
		{"endless parameters", line("GET", "/?"+strings.Repeat("a=1&", 5_000), ""), []int{414}},
		{"many conditions", line("GET", "/?q="+strings.Repeat("(a+OR+%22b+", 300), ""), []int{200}},
		{"two lengths", line("GET", "/", "Content-Length: 5\r\nContent-Length: 6\r\n"), []int{400}},
	} {
		t.Run(test.name, func(t *testing.T) {
			resp := raw(t, server, test.request)
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				t.Fatal(err)
			}
			known := false
			for _, status := range test.status {
				known = known || status == resp.StatusCode
			}
			if !known {
				t.Errorf("%s, want one of %v", resp.Status, test.status)
			}
			if location := resp.Header.Get("Location"); location != "" && (!strings.HasPrefix(location, "/") || strings.HasPrefix(location, "//") || strings.HasPrefix(location, `/\`)) {
				t.Errorf("it leads away, to %s", location)
			}
			if resp.Header.Get("X-Injected") != "" {
				t.Error("a header was added")
			}
			if strings.Contains(string(body), "root:") || strings.Contains(string(body), "SQLite format") {
				t.Error("a file was handed out")
			}
			if strings.Contains(string(body), `href="http://evil`) || strings.Contains(string(body), "<id>http://evil") {
				t.Error("another host's name was taken")
			}
			if strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") {
				if found := brought(string(body)); found != "" {
					t.Errorf("markup was handed back: %s", found)
				}
			}
			if resp.StatusCode == 400 && test.name == "two lengths" {
				return // refused before it came to a page
			}
			if resp.Header.Get("Content-Security-Policy") != policy || resp.Header.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("the answer lacks its security headers: %v", resp.Header)
			}
		})
	}
}

// TestHostileMarksCostNoMore lays marks upon marks; each keeps its anchor.
func TestHostileMarksCostNoMore(t *testing.T) {
	text := strings.Repeat("a b\tc\n", 20_000)
	var marks []mark
	for i := range 50_000 {
		marks = append(marks, mark{corpus.Span{Start: i, End: 120_000}, "duty"}, mark{corpus.Span{Start: i, End: i + 3}, "time"})
	}
	parts := partsOf(text)
	if len(parts) != 2 || parts[1].from == 0 || text[parts[1].from-1] != '\n' {
		t.Fatalf("parts: %+v", parts)
	}
	out := blocks(text, parts[0], marks, nil)
	var all strings.Builder
	for _, b := range out {
		all.WriteString(string(b.Line))
		for _, row := range b.Rows {
			for _, cell := range row {
				all.WriteString(string(cell))
			}
		}
	}
	page := all.String()
	if len(page) > 60*len(text) {
		t.Errorf("%d bytes of marks for %d of text", len(page), len(text))
	}
	if opened, closed := strings.Count(page, "<mark"), strings.Count(page, "</mark>"); opened != closed {
		t.Errorf("%d marks are opened and %d closed", opened, closed)
	}
	if n := strings.Count(page, ` id="s-`); n != 50_000 {
		t.Errorf("%d anchors, want 50000", n)
	}
}
