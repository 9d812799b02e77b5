package source

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// readFolder reads the listing that a web server makes of a folder: Apache, nginx, IIS. What ends
// with a slash is a folder below; what leads up or re-sorts the listing is nothing.
func (s *Source) readFolder(at *url.URL, body Body) (Listing, error) {
	document, err := parsePage(body)
	if err != nil {
		return Listing{}, err
	}
	folder := at.Path[:strings.LastIndexByte(at.Path, '/')+1]
	var l Listing
	document.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		target, ok := resolved(baseOf(at, document), a.AttrOr("href", ""))
		if !ok {
			return
		}
		u, err := url.Parse(target)
		if err != nil || u.Host != at.Host || u.RawQuery != "" || len(u.Path) <= len(folder) || !strings.HasPrefix(u.Path, folder) {
			return
		}
		if strings.HasSuffix(u.Path, "/") {
			l.More = append(l.More, Request{URL: target, Page: 1})
			return
		}
		link := Link{URL: target, Subject: clean(u.Path[strings.LastIndexByte(u.Path, '/')+1:]), File: true}
		if after := a.Get(0).NextSibling; after != nil { // "12-Sep-2024 08:00  120K"
			link.Changed = folderTime(after.Data)
		}
		l.Links = append(l.Links, link)
	})
	l.Links = distinct(l.Links)
	return l, nil
}
