package source

import (
	"fmt"
	"net/url"
	"slices"

	"github.com/PuerkitoBio/goquery"
)

// ReadPage reads a document's own page: what it says of the document, and its files. Without a
// [page] in the source the links to files count as its files.
func (s *Source) ReadPage(body Body) (Found, error) {
	at, err := url.Parse(body.URL)
	if err != nil {
		return Found{}, fmt.Errorf("the page's own address: %w", err)
	}
	document, err := parsePage(body)
	if err != nil {
		return Found{}, fmt.Errorf("reading %s: %w", body.URL, err)
	}
	found := Found{Link: Link{URL: body.URL}}
	if s.Page == nil {
		if s.Kind == KindList || s.Kind == KindFolder {
			return found, nil
		}
		base := baseOf(at, document)
		document.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
			if target, ok := resolved(base, a.AttrOr("href", "")); ok && isFile(target) && s.wants(target) {
				found.Files = append(found.Files, Link{URL: target, File: true})
			}
		})
		found.Files = distinct(found.Files)
		return found, nil
	}
	p := s.Page
	base := baseOf(at, document)
	found.Number, found.Date, found.Subject, found.Skip = p.Number.text(document.Selection), readDate(p.Date.text(document.Selection)), p.Subject.text(document.Selection), p.Skip
	found.Files = slices.DeleteFunc(distinct(filesIn(p.File, document.Selection, base, found.Link)), func(l Link) bool { return !s.takes(l.URL) })
	found.Tabs = distinct(filesIn(p.Tab, document.Selection, base, found.Link))
	for i := range found.Tabs {
		found.Tabs[i].File = false
	}
	found.Alarms = s.stubAlarms(document)
	if !p.Body.empty() && p.Body.in(document.Selection).Length() == 0 {
		found.Alarms = append(found.Alarms, fmt.Sprintf("nothing on the page is %q: it has changed its shape, or is no document", p.Body.css))
	}
	for _, need := range s.Sane.Need {
		if need == "file" && len(found.Files) == 0 {
			found.Alarms = append(found.Alarms, "the page has no files")
		}
	}
	return found, nil
}
