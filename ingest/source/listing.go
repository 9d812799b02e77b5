package source

import (
	"bytes"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"congvan/ingest/charset"
)

// ReadListing reads a page of a listing. The error says that it cannot be read at all; what is
// only strange about it is an alarm.
func (s *Source) ReadListing(body Body) (Listing, error) {
	at, err := url.Parse(body.URL)
	if err != nil {
		return Listing{}, fmt.Errorf("the page's own address: %w", err)
	}
	var l Listing
	switch s.Kind {
	case KindSitemap:
		l, err = readSitemap(at, body)
	case KindFeed:
		l, err = readFeed(at, body)
	case KindFolder:
		l, err = s.readFolder(at, body)
	default:
		l, err = s.readList(at, body)
	}
	if err != nil {
		return Listing{}, fmt.Errorf("reading the %s at %s: %w", s.Kind, body.URL, err)
	}
	l.Links = s.wanted(l.Links)
	l.Alarms = append(l.Alarms, s.alarmsOf(&l, body.Page)...)
	return l, nil
}

// parsePage reads HTML in whatever encoding it came.
func parsePage(body Body) (*goquery.Document, error) {
	text, _, _ := charset.ToUTF8(body.Content, declaredCharset(body))
	document, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("it is no page of HTML: %w", err)
	}
	return document, nil
}

// declaredCharset is the charset of the header, else that of the page's own meta element.
func declaredCharset(body Body) string {
	if body.Charset != "" {
		return body.Charset
	}
	head := bytes.ToLower(body.Content[:min(len(body.Content), 2048)])
	_, after, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		return ""
	}
	after = bytes.TrimLeft(after, "\"' ")
	if end := bytes.IndexAny(after, "\"' />;"); end >= 0 {
		after = after[:end]
	}
	return string(after)
}

func (s *Source) readList(at *url.URL, body Body) (Listing, error) {
	document, err := parsePage(body)
	if err != nil {
		return Listing{}, err
	}
	base := baseOf(at, document)
	var l Listing
	rows := document.Selection
	if !s.List.Row.empty() {
		rows = s.List.Row.in(document.Selection)
	}
	rows.Each(func(_ int, row *goquery.Selection) {
		links := s.List.Link.in(row)
		if !s.List.Row.empty() {
			links = links.First() // the document; the others lead to its files, its sector
		}
		links.Each(func(_ int, a *goquery.Selection) {
			target, ok := resolved(base, s.built(s.List.Link.reference(a)))
			if !ok {
				return
			}
			link := Link{URL: target, Number: s.List.Number.text(row), Date: readDate(s.List.Date.text(row)), Subject: s.List.Subject.text(row)}
			if s.List.Row.empty() {
				link = Link{URL: target, Subject: clean(a.Text())}
			}
			l.Links = append(l.Links, link)
			l.Links = append(l.Links, filesIn(s.List.File, row, base, link)...)
		})
	})
	l.Links = distinct(l.Links)
	l.More = s.nextPages(base, document, body, len(l.Links) > 0)
	l.Alarms = s.stubAlarms(document)
	return l, nil
}

// built makes the address of a document out of what the page has: an ItemID in a script.
func (s *Source) built(reference string) string {
	if s.List.URL == "" || reference == "" {
		return reference
	}
	start := strings.IndexAny(reference, "0123456789")
	digits := ""
	if start >= 0 {
		digits = reference[start:]
		if end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
			digits = digits[:end]
		}
	}
	if digits == "" && strings.Contains(s.List.URL, "{digits}") {
		return ""
	}
	return strings.NewReplacer("{digits}", digits, "{}", url.QueryEscape(reference)).Replace(s.List.URL)
}

// nextPages is the page after this one, if there is one.
func (s *Source) nextPages(base *url.URL, document *goquery.Document, body Body, some bool) []Request {
	switch {
	case !s.List.Next.empty():
		next, ok := resolved(base, s.List.Next.reference(s.List.Next.in(document.Selection).First()))
		if ok && next != body.URL {
			return []Request{{URL: next, Page: body.Page + 1}}
		}
	case !s.List.Postback.empty():
		if next, ok := postback(base, document, s.List.Postback, body); ok {
			return []Request{next}
		}
	case some: // a page without rows is behind the last one
		if next, ok := s.nextByQuery(body); ok {
			return []Request{next}
		}
	}
	return nil
}

// filesIn are the attachments of a row or a page.
func filesIn(where selector, part *goquery.Selection, base *url.URL, of Link) []Link {
	var files []Link
	where.in(part).Each(func(_ int, a *goquery.Selection) {
		if target, ok := resolved(base, where.reference(a)); ok && target != of.URL {
			files = append(files, Link{URL: target, Number: of.Number, Date: of.Date, Subject: of.Subject, File: true})
		}
	})
	return files
}

// baseOf is what a page's links are relative to (HTML 4.2.3, the base element).
func baseOf(at *url.URL, document *goquery.Document) *url.URL {
	if href, ok := document.Find("base[href]").First().Attr("href"); ok {
		if base, err := at.Parse(strings.TrimSpace(href)); err == nil {
			return base
		}
	}
	return at
}

// resolved is the address that a reference stands for; scripts, mail and anchors are none.
func resolved(base *url.URL, reference string) (string, bool) {
	if reference == "" || strings.HasPrefix(reference, "#") {
		return "", false
	}
	target, err := base.Parse(reference)
	if err != nil || target.Host == "" || target.Scheme != "http" && target.Scheme != "https" {
		return "", false
	}
	target.Fragment = ""
	return target.String(), true
}

// wanted keeps the links that the source's only and never let through.
func (s *Source) wanted(links []Link) []Link {
	kept := []Link{}
	for _, link := range links {
		if s.wants(link.URL) {
			kept = append(kept, link)
		}
	}
	return kept
}

func (s *Source) wants(target string) bool {
	if !s.takes(target) {
		return false
	}
	for _, part := range s.Never {
		if strings.Contains(target, part) {
			return false
		}
	}
	for _, part := range s.Only {
		if strings.Contains(target, part) {
			return true
		}
	}
	return len(s.Only) == 0
}

// distinct keeps the first of the links to an address.
func distinct(links []Link) []Link {
	seen := map[string]bool{}
	kept := links[:0]
	for _, link := range links {
		if !seen[link.URL] {
			seen[link.URL] = true
			kept = append(kept, link)
		}
	}
	return kept
}

// forms are the endings of files that hold documents.
var forms = []string{"pdf", "doc", "docx", "rtf", "odt", "xls", "xlsx", "zip", "rar", "7z", "tif", "tiff", "jpg", "jpeg", "png", "txt", "ppt", "pptx"}

// formOf is the ending by which an address says that it leads to a file of a form that holds
// documents; "" when it does not.
func formOf(target string) string {
	u, err := url.Parse(target)
	if err != nil {
		return ""
	}
	ending := strings.TrimPrefix(strings.ToLower(path.Ext(u.Path)), ".")
	if !slices.Contains(forms, ending) {
		return ""
	}
	return ending
}

// isFile reports whether an address ends like a file of a form that holds documents.
func isFile(target string) bool { return formOf(target) != "" }

// takes reports whether a source wants files of the form that an address ends with. Of an address
// that does not say, only what comes can tell.
func (s *Source) takes(target string) bool {
	form := formOf(target)
	return form == "" || len(s.Media) == 0 || slices.Contains(s.Media, form)
}
