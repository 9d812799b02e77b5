// Package portaltest is a site to crawl in tests: three shapes of listings over documents that
// can be told apart, with all that portals do wrong. It keeps a log of what it was asked.
package portaltest

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/encoding/charmap"
)

// Portal is a running site.
type Portal struct {
	URL       string
	Documents int // in each of the three shapes
	Faults    bool

	mu     sync.Mutex
	late   map[int]bool // documents that are posted later, with an old date
	shape  int          // of the listing's markup: 0 as the source knows it
	asked  []Asked
	tried  map[string]int
	server *httptest.Server
}

// Asked is one request.
type Asked struct {
	Path        string
	At          time.Time
	Conditional bool
}

// Start starts a portal of so many documents a shape.
func Start(documents int, faults bool) *Portal {
	p := &Portal{Documents: documents, Faults: faults, late: map[int]bool{}, tried: map[string]int{}}
	p.server = httptest.NewServer(http.HandlerFunc(p.serve))
	p.URL = p.server.URL
	return p
}

// Close ends it.
func (p *Portal) Close() { p.server.Close() }

// Log is what was asked so far.
func (p *Portal) Log() []Asked {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Asked(nil), p.asked...)
}

// Hide takes a document off the listings until Post.
func (p *Portal) Hide(n int) { p.mu.Lock(); p.late[n] = true; p.mu.Unlock() }

// Post puts all hidden documents where their old dates belong.
func (p *Portal) Post() { p.mu.Lock(); p.late = map[int]bool{}; p.mu.Unlock() }

// Redesign changes the markup of the listings.
func (p *Portal) Redesign() { p.mu.Lock(); p.shape = 1; p.mu.Unlock() }

// PageSize is how many documents a listing page has.
const PageSize = 25

// Sources are the files of the portal's three sources, for the address of this one.
func (p *Portal) Sources() map[string]string {
	const list = `
[list]
row = "table.vb tr.r"
link = "a@href"
number = ".so"
date = ".ngay"
subject = "a"
`
	return map[string]string{
		"query": "name = \"query\"\nkind = \"list\"\nstart = [\"" + p.URL + "/query/list\"]\nmonths = 1200\n[query]\nPage = \"{page}\"\n" + list +
			"[page]\nbody = \"#noi-dung\"\nfile = \"a.tep\"\nskip = true\n[sane]\nneed = [\"number\", \"date\"]\n",
		"postback": "name = \"postback\"\nkind = \"list\"\nstart = [\"" + p.URL + "/postback/list\"]\nmonths = 1200\n" + list + "postback = \".pager a\"\n[page]\nbody = \"#noi-dung\"\n",
		"feed":     "name = \"feed\"\nkind = \"sitemap\"\nstart = [\"" + p.URL + "/sitemap.xml\"]\nmonths = 1200\n[page]\nbody = \"#noi-dung\"\n",
	}
}

// The faults that a document's page may have, by its number modulo 100; only some are lasting.
const (
	FaultBusyOnce  = 3 // 503, then well
	FaultCutOnce   = 13
	FaultResetOnce = 23
	FaultGone      = 33
	FaultLoop      = 43
	FaultBomb      = 53
	FaultMoved     = 63 // within the site: still reached
	FaultSorry     = 73 // an excuse with status 200
	FaultCharset   = 83 // windows-1258
	FaultSlow      = 93
)

// Fault is the fault of a document, 0 for none.
func (p *Portal) Fault(n int) int {
	if p.Faults && n%10 == 3 {
		return n % 100
	}
	return 0
}

// Reachable reports whether a document can be got in the end.
func (p *Portal) Reachable(n int) bool {
	switch p.Fault(n) {
	case FaultGone, FaultLoop, FaultBomb, FaultSorry, FaultSlow:
		return false
	}
	return true
}

// Text is what document n of a shape says.
func Text(shape string, n int) string {
	return fmt.Sprintf("Công văn số %d/%s-TT ngày %02d tháng %02d năm %d về việc truyền thông chính sách số %d", n+1, strings.ToUpper(shape), n%28+1, n%12+1, 2000+n%24, n)
}

func (p *Portal) serve(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	p.asked = append(p.asked, Asked{r.URL.RequestURI(), time.Now(), r.Header.Get("If-None-Match") != ""})
	p.tried[r.URL.Path]++
	tried, shape := p.tried[r.URL.Path], p.shape
	p.mu.Unlock()
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	switch {
	case r.URL.Path == "/robots.txt":
		io.WriteString(w, "User-agent: *\nDisallow: /rieng\n")
	case r.URL.Path == "/sitemap.xml":
		p.answer(w, r, p.sitemap())
	case len(parts) == 2 && parts[1] == "list":
		page, _ := strconv.Atoi(r.FormValue("Page"))
		if argument := r.PostFormValue("__EVENTARGUMENT"); argument != "" {
			page, _ = strconv.Atoi(strings.TrimPrefix(argument, "Page$"))
		}
		p.answer(w, r, p.list(parts[0], max(page, 1), shape))
	case len(parts) == 3 && (parts[1] == "vb" || parts[1] == "tep" || parts[1] == "moi"):
		n, err := strconv.Atoi(parts[2])
		if err != nil || n < 0 || n >= p.Documents {
			http.NotFound(w, r)
			return
		}
		p.document(w, r, parts[0], parts[1], n, tried)
	default:
		http.NotFound(w, r)
	}
}

// answer sends a page with an ETag, or says that it has not changed.
func (p *Portal) answer(w http.ResponseWriter, r *http.Request, page string) {
	tag := fmt.Sprintf("\"%08x\"", crc32.ChecksumIEEE([]byte(page)))
	w.Header().Set("ETag", tag)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	io.WriteString(w, page)
}

func (p *Portal) visible() []int {
	p.mu.Lock()
	defer p.mu.Unlock()
	var visible []int
	for n := p.Documents - 1; n >= 0; n-- {
		if !p.late[n] {
			visible = append(visible, n)
		}
	}
	return visible
}

func (p *Portal) list(shape string, page, markup int) string {
	visible := p.visible()
	last := max((len(visible)+PageSize-1)/PageSize, 1)
	page = min(page, last) // behind the last page stands the last page again
	var b strings.Builder
	b.WriteString("<html><head><title>Văn bản</title></head><body><form method=post action=list><input type=hidden name=__VIEWSTATE value=x>")
	class := "r"
	if markup == 1 {
		class = "row-moi"
	}
	b.WriteString("<table class=vb>")
	for _, n := range visible[(page-1)*PageSize : min(page*PageSize, len(visible))] {
		fmt.Fprintf(&b, "<tr class=%s><td class=so>%d/%s-TT</td><td class=ngay>%02d/%02d/%d</td><td><a href='/%s/vb/%d'>Về việc số %d</a></td></tr>", class, n+1, strings.ToUpper(shape), n%28+1, n%12+1, 2000+n%24, shape, n, n)
	}
	b.WriteString("</table><div class=pager>")
	if page < last {
		fmt.Fprintf(&b, "<a href=\"javascript:__doPostBack('grid','Page$%d')\">%d</a>", page+1, page+1)
	}
	b.WriteString("</div></form></body></html>")
	return b.String()
}

func (p *Portal) sitemap() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
	for _, n := range p.visible() {
		fmt.Fprintf(&b, "<url><loc>%s/feed/vb/%d</loc></url>", p.URL, n)
	}
	b.WriteString("</urlset>")
	return b.String()
}

func (p *Portal) document(w http.ResponseWriter, r *http.Request, shape, part string, n, tried int) {
	page := "<html><head><title>Văn bản</title></head><body><div id=noi-dung><p>" + Text(shape, n) + "</p></div>"
	if shape == "query" && part != "tep" {
		page = fmt.Sprintf("<html><head><title>Văn bản</title></head><body><div id=noi-dung></div><a class=tep href='/query/tep/%d'>Tệp</a>", n)
	}
	page += "</body></html>"
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fault := p.Fault(n)
	if shape == "query" && part != "tep" { // the file has the fault
		fault = 0
	}
	switch {
	case fault == FaultBusyOnce && tried == 1:
		w.WriteHeader(http.StatusServiceUnavailable)
	case (fault == FaultCutOnce || fault == FaultResetOnce) && tried == 1:
		cut(w, page, fault == FaultResetOnce)
	case fault == FaultGone:
		w.WriteHeader(http.StatusGone)
	case fault == FaultLoop:
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	case fault == FaultBomb:
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb())
	case fault == FaultMoved && part != "moi":
		http.Redirect(w, r, fmt.Sprintf("/%s/moi/%d?tep=%s", shape, n, part), http.StatusMovedPermanently)
	case fault == FaultSorry:
		io.WriteString(w, "<html><head><title>Lỗi: hệ thống đang bận</title></head><body></body></html>")
	case fault == FaultCharset:
		encoded, err := charmap.Windows1258.NewEncoder().String(strings.NewReplacer("ố", "ô\u0301", "ề", "ê\u0300", "ệ", "ê\u0323").Replace(Text(shape, n)))
		if err != nil {
			encoded = "Cong van so " + strconv.Itoa(n)
		}
		w.Header().Set("Content-Type", "text/html; charset=windows-1258")
		io.WriteString(w, "<html><body><div id=noi-dung><p>"+encoded+"</p></div></body></html>")
	case fault == FaultSlow:
		io.WriteString(w, "<html>")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	default:
		if shape == "query" && part == "moi" && r.FormValue("tep") == "tep" {
			page = "<html><body><div id=noi-dung><p>" + Text(shape, n) + "</p></div></body></html>"
		}
		io.WriteString(w, page)
	}
}

// cut says how long the page is, sends a half and ends the connection.
func cut(w http.ResponseWriter, page string, reset bool) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(page), page[:len(page)/2])
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
	conn.Close()
}

// bomb is 8 MiB of zeros, packed.
var bomb = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for range 8 {
		_, _ = z.Write(zeros)
	}
	_ = z.Close()
	return b.Bytes()
})
