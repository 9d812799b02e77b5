package page

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"congvan/corpus"
)

// labels are the names of a document's properties in the tables that portals put beside it
// (QCVN 102:2016; NĐ 30/2020 annex VI), in lower case.
var labels = map[string]bool{
	"số ký hiệu": true, "số/ký hiệu": true, "số hiệu": true, "số, ký hiệu": true, "số hiệu văn bản": true, "số văn bản": true,
	"ngày ban hành": true, "ngày có hiệu lực": true, "ngày hiệu lực": true, "ngày hết hiệu lực": true, "hiệu lực từ ngày": true,
	"loại văn bản": true, "hình thức văn bản": true, "thể loại": true, "cơ quan ban hành": true, "nơi ban hành": true, "đơn vị ban hành": true,
	"cơ quan ban hành/ chức danh/ người ký": true, "cơ quan ban hành/chức danh/người ký": true, "người ký": true, "chức danh": true,
	"chức vụ người ký": true, "trích yếu": true, "trích yếu nội dung": true, "tiêu đề": true, "tình trạng": true, "tình trạng hiệu lực": true,
	"hiệu lực": true, "phạm vi": true, "lĩnh vực": true, "ngành": true, "lĩnh vực, ngành": true, "ngày công báo": true, "số công báo": true,
	"ngày đăng công báo": true, "nguồn thu thập": true, "thông tin áp dụng": true, "phân loại": true, "ngày cập nhật": true,
}

// properties writes the page's table of properties, where it has one outside the document, as
// lines "Label: value".
func properties(doc *goquery.Document, r *renderer, inside map[*html.Node]bool) {
	doc.Find("table, dl, ul").Each(func(_ int, s *goquery.Selection) {
		n := s.Nodes[0]
		for p := n; p != nil; p = p.Parent {
			if (inside[p] && p.Data != "body") || r.skip[p] {
				return
			}
		}
		if s.Find("table, dl, ul").Length() > 0 {
			return
		}
		var lines []string
		var label string
		known := 0
		put := func(text string) {
			text = squeeze(text)
			switch name := strings.ToLower(strings.TrimRight(text, " :")); {
			case labels[name]:
				label = strings.TrimRight(text, " :")
				known++
			case label != "" && text != "" && text != "...":
				lines = append(lines, label+": "+text)
				label = ""
			}
		}
		s.Find("td, th, dt, dd, li").Each(func(_ int, part *goquery.Selection) {
			text := squeeze(textOf(part.Nodes[0], 4000))
			if name, value, ok := strings.Cut(text, ":"); ok && value != "" && labels[strings.ToLower(strings.TrimSpace(name))] {
				put(name)
				put(value)
				return
			}
			put(text)
		})
		if known < 3 {
			return
		}
		r.skip[n] = true
		for _, line := range lines {
			r.flow.Text(line)
			r.flow.Break()
		}
	})
}

// originals writes the addresses of the files that the page offers as the document's original.
func originals(doc *goquery.Document, r *renderer) {
	seen := map[string]bool{}
	doc.Find("a[href]").EachWithBreak(func(_ int, a *goquery.Selection) bool {
		href, _ := a.Attr("href")
		u, err := url.Parse(strings.TrimSpace(href))
		if err != nil || u.Path == "" || (u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https") {
			return true
		}
		switch lower := strings.ToLower(u.Path); {
		case strings.HasSuffix(lower, ".pdf"), strings.HasSuffix(lower, ".doc"), strings.HasSuffix(lower, ".docx"), strings.HasSuffix(lower, ".zip"), strings.HasSuffix(lower, ".rar"):
		default:
			return true
		}
		if !seen[u.String()] {
			seen[u.String()] = true
			r.flow.Text("Tệp đính kèm: " + u.String())
			r.flow.Break()
		}
		return len(seen) < 20
	})
}

// title is the page's title: of its metadata, its only first heading or its head.
func title(doc *goquery.Document) string {
	for _, selector := range []string{"meta[property='og:title']", "meta[name='title']"} {
		if content, ok := doc.Find(selector).Attr("content"); ok && squeeze(content) != "" {
			return squeeze(content)
		}
	}
	if h := doc.Find("h1"); h.Length() == 1 && squeeze(h.Text()) != "" {
		return squeeze(h.Text())
	}
	return squeeze(doc.Find("head title").First().Text())
}

func author(doc *goquery.Document) string {
	for _, selector := range []string{"meta[name='author']", "meta[property='article:author']"} {
		if content, ok := doc.Find(selector).Attr("content"); ok && !strings.HasPrefix(content, "http") {
			return squeeze(content)
		}
	}
	return squeeze(doc.Find("[rel=author], [itemprop=author], .article-author, .author-name").First().Text())
}

// published is the day that the page says it was published: Open Graph, schema.org, a <time>.
func published(doc *goquery.Document) corpus.Date {
	for _, place := range []struct{ selector, attribute string }{
		{"meta[property='article:published_time']", "content"},
		{"meta[itemprop='datePublished']", "content"}, {"meta[name='pubdate']", "content"}, {"meta[name='date']", "content"},
		{"[itemprop='datePublished']", "datetime"}, {"time[datetime]", "datetime"},
	} {
		if value, ok := doc.Find(place.selector).First().Attr(place.attribute); ok {
			if d := day(value); !d.IsZero() {
				return d
			}
		}
	}
	var found corpus.Date
	doc.Find("script[type='application/ld+json']").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		_, after, ok := strings.Cut(s.Text(), `"datePublished"`)
		if ok {
			after = strings.TrimLeftFunc(after, func(r rune) bool { return !unicode.IsDigit(r) && r != '}' })
			found = day(after)
		}
		return found.IsZero()
	})
	return found
}

// day is the date that an ISO 8601 moment starts with, in the moment's own zone.
func day(s string) corpus.Date {
	s = strings.TrimSpace(s)
	if len(s) < 10 {
		return corpus.Date{}
	}
	d, err := corpus.ParseDate(s[:10])
	if err != nil {
		return corpus.Date{}
	}
	return d
}
