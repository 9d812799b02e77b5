package web

import (
	"encoding/csv"
	"encoding/xml"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"congvan/cmd/internal/api"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus/corpustest"
	"congvan/ingest/parse/sandbox"
)

var moment2024 = time.Date(2024, 6, 1, 8, 0, 0, 0, time.UTC)

// serve starts pages and API, guarded, over a store of these files.
func serve(t *testing.T, files map[string]string) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(Guard(mount(t, files), Gate{}))
	t.Cleanup(server.Close)
	return server
}

// mount is the addresses of pages and API over a store of these files.
func mount(t *testing.T, files map[string]string) *http.ServeMux {
	t.Helper()
	mux, _, _ := mountPages(t, files)
	return mux
}

// mountPages is mount, with the pages and what they were made of.
func mountPages(t *testing.T, files map[string]string) (*http.ServeMux, *Pages, pipeline.Options) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := pipeline.Options{Data: filepath.Join(t.TempDir(), "store"), Now: func() time.Time { return moment2024 }}
	o.Ingest.Sandbox = sandbox.New(sandbox.Options{})
	t.Cleanup(o.Ingest.Sandbox.Close)
	writer, err := pipeline.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if err := writer.Ingest(t.Context(), []string{folder}, nil, func(pipeline.Outcome) {}); err != nil {
		t.Fatal(err)
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.OpenToRead(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	live, log := p.Live(), slog.New(slog.NewTextHandler(io.Discard, nil))
	pages, err := New(p, live, o.Now, log)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	api.New(p, live, o.Now, log).Register(mux)
	pages.Register(mux)
	t.Cleanup(func() { live.Close(); p.Close() })
	return mux, pages, o
}

// dispatches are made ones, the first count of their corpus.
func dispatches(count int) map[string]string {
	files := map[string]string{}
	for i := range count {
		d := corpustest.Make(1, i)
		files[d.Name] = d.Text
	}
	return files
}

// ourScript is the one script that a page may have.
var ourScript = regexp.MustCompile(`<script src="/pages\.js\?[0-9a-f]{16}" defer(="")?></script>`)

// withoutOurScript is a page without it.
func withoutOurScript(body string) string { return ourScript.ReplaceAllString(body, "") }

// seed is a real dispatch.
func seed(t *testing.T) string {
	t.Helper()
	found, err := filepath.Glob("../../../testdata/dispatches/002_*/source.txt")
	if err != nil || len(found) != 1 {
		t.Fatalf("the dispatch 002: %v, %v", found, err)
	}
	text, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// get asks for an address and does not follow where it leads.
func get(t *testing.T, address string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), "GET", address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(body)
}

// wellFormed reports what a strict reader of the page's markup says; void elements are closed.
func wellFormed(page string) error {
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(page, "<!doctype html>")))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.AutoClose = []string{"meta", "link", "input", "br"}
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

var hitLink = regexp.MustCompile(`href="(/van-ban/[0-9a-f]{16})[?"]`)

func documentOf(t *testing.T, server *httptest.Server, query string) string {
	t.Helper()
	_, body := get(t, server.URL+"/?q="+query)
	found := hitLink.FindStringSubmatch(body)
	if found == nil {
		t.Fatalf("search %s finds no document:\n%s", query, body)
	}
	return server.URL + found[1]
}

func TestEveryPageIsWholeInBothLanguages(t *testing.T) {
	files := dispatches(30)
	files["goc.txt"], files["copy.txt"] = seed(t), strings.Replace(seed(t), "Năm 2019", "Năm 2018", 1)
	server := serve(t, files)
	document := documentOf(t, server, "1191%2Fbhxh-tt")
	_, body := get(t, document)
	compare := regexp.MustCompile(`/van-ban/[0-9a-f]+/so-sanh/[0-9a-f]+`).FindString(body)
	if compare == "" {
		t.Fatal("the copy is not offered for comparison")
	}
	for _, test := range []struct{ address, vi, en string }{
		{server.URL + "/", "Cơ quan ban hành", "Issuer"},
		{server.URL + "/?q=truyen+thong&type=C%C3%B4ng+v%C4%83n&sort=newest", "Điều kiện đang lọc", "Filters in use"},
		{server.URL + "/?q=zzzzqqq", "Không tìm thấy", "No document was found"},
		{document, "Nhiệm vụ được giao", "What it orders"},
		{document + "?tu=5000", "Nội dung", "Text"},
		{document + "/ban-do", "Theo thời gian", "By date"},
		{server.URL + compare, "không còn", "removed"},
		{server.URL + "/nhiem-vu", "Quá hạn", "Overdue"},
		{server.URL + "/nhiem-vu?thang=2024-06", "Lịch tháng 06/2024", "Calendar of 06/2024"},
		{server.URL + "/nhiem-vu?unit=zzzz", "Không có nhiệm vụ nào khớp", "No duties match"},
		{server.URL + "/con-thieu", "Được dẫn chiếu mà chưa có", "Cited and not held"},
		{server.URL + "/nowhere", "Không có trang này", "no such page"},
	} {
		for language, want := range map[string]string{"vi": test.vi, "en": test.en} {
			resp, body := get(t, test.address, "Accept-Language", language+"-XX,de;q=0.5")
			if !strings.Contains(body, want) || !strings.Contains(body, `<html lang="`+language+`">`) {
				t.Errorf("%s in %s: %s lacks %q", test.address, language, resp.Status, want)
			}
			if err := wellFormed(body); err != nil {
				t.Errorf("%s: %v", test.address, err)
			}
			if strings.Contains(body, "%!") || strings.Contains(body, "ZgotmplZ") {
				t.Errorf("%s: a word lacks its value, or a link is not one", test.address)
			}
			body = withoutOurScript(body)
			if strings.Contains(body, " style=") || strings.Contains(body, "<script") || regexp.MustCompile(` on[a-z]+=`).MatchString(body) {
				t.Errorf("%s: markup that the policy forbids", test.address)
			}
		}
	}
}

func TestSearchLinksFiltersPagesAndExports(t *testing.T) {
	server := serve(t, dispatches(45))
	seen := map[string]bool{}
	address, pages := "/", 0
	next := regexp.MustCompile(`rel="next" href="([^"]+)"`)
	for ; address != ""; pages++ {
		_, body := get(t, server.URL+html.UnescapeString(address))
		for _, m := range hitLink.FindAllStringSubmatch(body, -1) {
			seen[m[1]] = true
		}
		address = ""
		if m := next.FindStringSubmatch(body); m != nil {
			address = m[1]
		}
	}
	if pages != 3 || len(seen) != 45 {
		t.Errorf("%d pages with %d documents, want 3 with 45", pages, len(seen))
	}
	_, body := get(t, server.URL+"/")
	var facet []string
	var narrowed string
	for _, name := range []string{"unit", "issuer", "year", "kind", "deadline", "type"} {
		facet = regexp.MustCompile(`<a href="(/\?` + name + `=[^"]+)"><span>([^<]+)</span> <span class="count">(\d+)`).FindStringSubmatch(body)
		if facet == nil {
			t.Fatalf("no facet %s", name)
		}
		_, narrowed = get(t, server.URL+html.UnescapeString(facet[1]))
		if !strings.Contains(narrowed, facet[3]+" văn bản</h2>") || !strings.Contains(narrowed, `<ul class="chips"`) {
			t.Errorf("%s: %s promises %s documents; the page has others", name, facet[2], facet[3])
		}
	}
	link := regexp.MustCompile(`href="([^"]+)">CSV`).FindStringSubmatch(narrowed)
	if link == nil {
		t.Fatal("no link to a CSV")
	}
	_, table := get(t, server.URL+html.UnescapeString(link[1]))
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil || strconv.Itoa(len(rows)-1) != facet[3] {
		t.Errorf("the CSV has %d rows, %v; want %s", len(rows)-1, err, facet[3])
	}
}

func TestEvidenceLinksLeadToAnchors(t *testing.T) {
	files := dispatches(3)
	files["goc.txt"] = seed(t)
	server := serve(t, files)
	_, body := get(t, documentOf(t, server, "1191%2Fbhxh-tt"))
	links := regexp.MustCompile(`href="#(s-\d+)"`).FindAllStringSubmatch(body, -1)
	if len(links) < 30 {
		t.Fatalf("only %d links to evidence", len(links))
	}
	for _, link := range links {
		if n := strings.Count(body, ` id="`+link[1]+`"`); n != 1 {
			t.Errorf("%s is the anchor of %d elements, want 1", link[1], n)
		}
	}
	if !regexp.MustCompile(`<mark class="m-fact" id="s-92">1191/BHXH-TT</mark>`).MatchString(body) {
		t.Error("the number is not marked in the text")
	}
}

func TestFeedAndCalendar(t *testing.T) {
	server := serve(t, dispatches(8))
	resp, body := get(t, server.URL+"/feed?q=")
	var feed atomFeed
	if err := xml.Unmarshal([]byte(body), &feed); err != nil || len(feed.Entries) != 8 || resp.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" {
		t.Errorf("feed: %v, %d entries, %s", err, len(feed.Entries), resp.Header.Get("Content-Type"))
	}
	for i := 1; i < len(feed.Entries); i++ {
		if feed.Entries[i].Updated > feed.Entries[i-1].Updated {
			t.Errorf("entry %d is newer than the one before", i)
		}
	}
	if _, body := get(t, server.URL+"/nhiem-vu.ics"); !strings.HasPrefix(body, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(body, "END:VCALENDAR\r\n") {
		t.Errorf("calendar: %.60q", body)
	}
}

func TestPagesAreKeptAndCompressed(t *testing.T) {
	server := serve(t, dispatches(25))
	resp, body := get(t, server.URL+"/", "Accept-Encoding", "gzip")
	if resp.Header.Get("Content-Encoding") != "gzip" || len(body) > 60<<10 {
		t.Errorf("the first page: %d bytes, encoding %q", len(body), resp.Header.Get("Content-Encoding"))
	}
	if again, _ := get(t, server.URL+"/", "Accept-Encoding", "gzip", "If-None-Match", resp.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("the page with its ETag: %s", again.Status)
	}
	_, page := get(t, server.URL+"/")
	style := regexp.MustCompile(`href="(/style\.css\?[0-9a-f]+)"`).FindStringSubmatch(page)
	if style == nil {
		t.Fatal("no style sheet")
	}
	if resp, _ := get(t, server.URL+style[1]); resp.Header.Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(resp.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("style: %v", resp.Header)
	}
}

// TestWordsAndTemplatesAgree finds keys without words, and words without use.
func TestWordsAndTemplatesAgree(t *testing.T) {
	if !slices.IsSortedFunc(words, func(a, b struct{ key, vi, en string }) int { return strings.Compare(a.key, b.key) }) {
		t.Error("the words are not sorted by key")
	}
	var source strings.Builder
	for _, pattern := range []string{"*/page.html", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if file == "words.go" || strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source.Write(text)
		}
	}
	text := source.String()
	keys := map[string]bool{}
	for _, w := range words {
		keys[w.key] = true
		family, _, _ := strings.Cut(w.key, ".")
		if !strings.Contains(text, `"`+w.key+`"`) && !strings.Contains(text, `"`+family+`."`) && !strings.Contains(text, `"`+family+`.%`) && !strings.HasSuffix(w.key, ".help") {
			t.Errorf("%s is said nowhere", w.key)
		}
		if w.vi == "" || w.en == "" || strings.Count(w.vi, "%") != strings.Count(w.en, "%") {
			t.Errorf("%s: %q and %q do not say the same", w.key, w.vi, w.en)
		}
	}
	for _, m := range regexp.MustCompile(`\.T "([^"]+)"`).FindAllStringSubmatch(text, -1) {
		if !keys[m[1]] {
			t.Errorf("%s has no words", m[1])
		}
	}
}
