package source

import (
	"slices"
	"strings"
	"testing"

	"congvan/corpus"
)

func day(year, month, d int) corpus.Date {
	date, ok := corpus.NewDate(year, month, d)
	if !ok {
		panic("no such day")
	}
	return date
}

const good = `name = "a"
kind = "list"
start = ["https://e.vn/"]
[list]
link = "a"
`

func TestMistakesHaveLines(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"syntax", "name = \"a\"\nkind = list\n", "x.toml:2: "},
		{"type", "name = \"a\"\nmonths = \"three\"\n", "x.toml:2: "},
		{"unknown key", good + "lnik = \"b\"\n", `x.toml:6: there is no "list.lnik"`},
		{"unknown table", good + "\n[lists]\na = 1\n", `x.toml:7: there is no "lists"`},
		{"name", strings.Replace(good, `"a"`, `"A b"`, 1), "x.toml:1: name must be"},
		{"kind", strings.Replace(good, `"list"`, `"html"`, 1), "x.toml:2: kind must be"},
		{"no start", strings.Replace(good, `["https://e.vn/"]`, `[]`, 1), "x.toml:3: start must"},
		{"start", strings.Replace(good, "https://e.vn/", "e.vn", 1), `x.toml:3: "e.vn" is no address`},
		{"scheme", strings.Replace(good, "https://e.vn/", "ftp://e.vn", 1), `x.toml:3: "ftp://e.vn" is no address`},
		{"selector", good + "number = \"td:nth-chld(2)\"\n", "x.toml:6: "},
		{"no link", strings.Replace(good, `link = "a"`, `row = "tr"`, 1), "x.toml:4: a list needs list.link"},
		{"duration", "every = \"6 hours\"\n" + good, "x.toml:1: "},
		{"hours", "hours = [\"22-5\"]\n" + good, "x.toml:1: "},
		{"place", good + "[query]\nPage = \"{trang}\"\n", "x.toml:7: {trang} is none of"},
		{"dates missing", good + "[query]\nFrom = \"{from}\"\n", "x.toml:7: {from} needs dates"},
		{"dates", "dates = \"d/m/y\"\n" + good, "x.toml:1: "},
		{"two pagers", good + "next = \"a.next\"\n[query]\nPage = \"{page}\"\n", "x.toml:4: one way to the next page"},
		{"media", "media = [\"pdf\", \".docx\"]\n" + good, `x.toml:1: ".docx" is none of pdf, doc`},
		{"need", good + "[sane]\nneed = [\"so\"]\n", `x.toml:7: "so" is none of`},
		{"skip", good + "[page]\nskip = true\n", "x.toml:7: a page that is no document"},
		{"list of a feed", strings.Replace(good, `"list"`, `"feed"`, 1), "x.toml:4: a feed is not read by selectors"},
	}
	for _, test := range tests {
		_, err := Parse("x.toml", []byte(test.file))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: the error is %v, want %s", test.name, err, test.want)
		}
	}
	if _, err := Parse("x.toml", []byte(good)); err != nil {
		t.Error(err)
	}
}

func TestAllMistakesAreTold(t *testing.T) {
	_, err := Parse("x.toml", []byte("name = \"\"\nkind = \"x\"\n"))
	if err == nil || strings.Count(err.Error(), "x.toml") != 3 {
		t.Errorf("of three mistakes it tells: %v", err)
	}
}

func TestReadDate(t *testing.T) {
	tests := map[string]corpus.Date{
		"12/09/2022": day(2022, 9, 12), "8/10/2024": day(2024, 10, 8), "12-9-2022": day(2022, 9, 12), "12.09.2022": day(2022, 9, 12),
		"2022-09-12T23:30:00+07:00": day(2022, 9, 12), "Hà Nội, ngày 12 tháng 9 năm 2022": day(2022, 9, 12),
		"Ban hành: 12/09/2022 - Hiệu lực: 01/10/2022": day(2022, 9, 12), "08:15 12/09/2022": day(2022, 9, 12),
		"số 2482 ngày 12/9/2022": day(2022, 9, 12), "": {}, "31/02/2022": {}, "99/99/9999": {}, "2482/BHXH-TT": {}, "12/09": {}, "123456789": {},
	}
	for text, want := range tests {
		if got := readDate(text); got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

func TestStarts(t *testing.T) {
	s, err := Parse("x.toml", []byte("dates = \"yyyy-MM-dd\"\nfirst = 0\n"+strings.Replace(good, "e.vn/", "e.vn/vb?k=1&to=x", 1)+"[query]\nfrom = \"{from}\"\nto = \"{to}\"\npage = \"{page}\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Starts(day(2024, 1, 2), corpus.Date{})[0].URL; got != "https://e.vn/vb?from=2024-01-02&k=1&page=0" {
		t.Errorf("it starts at %s", got)
	}
	next, ok := s.nextByQuery(Body{URL: "https://e.vn/vb?from=2024-01-02&k=1&page=0", Page: 1})
	if !ok || next.URL != "https://e.vn/vb?from=2024-01-02&k=1&page=1" || next.Page != 2 {
		t.Errorf("the next page is %+v", next)
	}
}

func TestExcusesAreNoticed(t *testing.T) {
	s, err := Parse("x.toml", []byte(good+"[page]\nbody = \"#noi-dung\"\nfile = \"a.f\"\n[sane]\nneed = [\"file\"]\nstub = [\"Phiên làm việc đã hết\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{
		"<title>404 Not Found</title><a href=/a>x</a>", "<title>Lỗi: hệ thống</title><a href=/a>x</a>",
		"<p>Phiên làm việc  đã hết. <a href=/a>Đăng nhập</a></p>", "<p>không có gì</p>", "",
	} {
		listing, err := s.ReadListing(Body{URL: "https://e.vn/", Content: []byte(page), Page: 1})
		if err != nil || len(listing.Alarms) == 0 {
			t.Errorf("%q raises no alarm (%v)", page, err)
		}
		found, err := s.ReadPage(Body{URL: "https://e.vn/1", Content: []byte(page)})
		if err != nil || len(found.Alarms) == 0 {
			t.Errorf("%q raises no alarm as a document's page (%v)", page, err)
		}
	}
	found, err := s.ReadPage(Body{URL: "https://e.vn/1", Content: []byte("<div id=noi-dung>x</div><a class=f href=a.pdf>a</a>")})
	if err != nil || len(found.Alarms) > 0 || len(found.Files) != 1 {
		t.Errorf("a good page gives %+v, %v", found, err)
	}
	listing, err := s.ReadListing(Body{URL: "https://e.vn/?p=2", Content: []byte("<p></p>"), Page: 2})
	if err != nil || len(listing.Alarms) > 0 {
		t.Errorf("behind the last page there are alarms: %v, %v", listing.Alarms, err)
	}
}

func TestNotXML(t *testing.T) {
	for _, kind := range []Kind{KindSitemap, KindFeed} {
		s := &Source{Name: "a", Kind: kind}
		for _, content := range []string{"", "<html><body>404</body></html>", "xin chào", "\x1F\x8Bxx"} {
			if l, err := s.ReadListing(Body{URL: "https://e.vn/s", Content: []byte(content), Page: 1}); err == nil {
				t.Errorf("%s: %q is read as %+v", kind, content, l)
			}
		}
	}
}

func FuzzReadListing(f *testing.F) {
	var sources []*Source
	for _, name := range Examples() {
		content, _ := Example(name)
		s, err := Parse(name, content)
		if err != nil {
			f.Fatal(err)
		}
		sources = append(sources, s)
	}
	f.Add([]byte("<a href=\"javascript:__doPostBack('a','b')\">2</a><form><input name=__VIEWSTATE></form>"))
	f.Add([]byte("<rss><channel><item><link>x</link></item></channel></rss>"))
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, s := range sources {
			body := Body{URL: s.Start[0], Content: content, Page: 1}
			listing, err := s.ReadListing(body)
			for _, link := range listing.Links {
				if !strings.HasPrefix(link.URL, "http://") && !strings.HasPrefix(link.URL, "https://") {
					t.Errorf("a link to %q", link.URL)
				}
			}
			if err != nil && len(listing.Links) > 0 {
				t.Error("links and an error")
			}
			_, _ = s.ReadPage(body)
		}
	})
}

func BenchmarkReadListing(b *testing.B) {
	content, _ := Example("bhxh")
	s, err := Parse("bhxh.toml", content)
	if err != nil {
		b.Fatal(err)
	}
	row := `<tr><td class="so-ky-hieu">3150/BHXH-CSYT</td><td class="ngay-ban-hanh">09/10/2024</td><td class="trich-yeu"><a href="/van-ban/chi-tiet?ItemID=10452">V/v hướng dẫn thanh toán</a></td></tr>`
	page := []byte(`<table class="van-ban"><tbody>` + strings.Repeat(row, 20) + "</tbody></table>")
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := s.ReadListing(Body{URL: s.Start[0], Content: page, Page: 1}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestMediaThatAreWanted: files that say by their ending that they are of another form are passed
// over, in a listing and on a document's page; pages and addresses that do not say are not.
func TestMediaThatAreWanted(t *testing.T) {
	s, err := Parse("x.toml", []byte("media = [\"pdf\", \"doc\"]\n"+strings.Replace(good, `link = "a"`, "row = \"tr\"\nlink = \"a.ten\"\nfile = \"a.tep\"", 1)+"[page]\nfile = \"a.tep\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	const files = `<a class=tep href="/1.PDF?x=1">1</a> <a class=tep href="/2.doc">2</a> <a class=tep href="/3.zip">3</a> <a class=tep href="/4.docx">4</a> <a class=tep href="/tai/5">5</a>`
	want := []string{"https://e.vn/1.PDF?x=1", "https://e.vn/2.doc", "https://e.vn/tai/5"}
	found, err := s.ReadPage(Body{URL: "https://e.vn/vb/1", Content: []byte(files)})
	if err != nil || !slices.Equal(addresses(found.Files), want) {
		t.Errorf("a page gives %q, %v, want %q", addresses(found.Files), err, want)
	}
	listing, err := s.ReadListing(Body{URL: "https://e.vn/", Page: 1, Content: []byte(`<table><tr><td><a class=ten href="/vb/1.aspx">Một</a> ` + files + `</td></tr></table>`)})
	if want := append([]string{"https://e.vn/vb/1.aspx"}, want...); err != nil || !slices.Equal(addresses(listing.Links), want) {
		t.Errorf("a listing gives %q, %v, want %q", addresses(listing.Links), err, want)
	}
}

func addresses(links []Link) (all []string) {
	for _, l := range links {
		all = append(all, l.URL)
	}
	return all
}
