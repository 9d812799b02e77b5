package source

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"congvan/corpus"
)

const maxSitemap = 50 << 20 // bytes, unpacked: the limit of sitemaps.org

func decodeXML(body Body, into any) error {
	content := body.Content
	if bytes.HasPrefix(content, []byte("\x1F\x8B")) { // sitemap.xml.gz
		packed, err := gzip.NewReader(bytes.NewReader(content))
		if err != nil {
			return fmt.Errorf("it cannot be unpacked: %w", err)
		}
		if content, err = io.ReadAll(io.LimitReader(packed, maxSitemap+1)); err != nil {
			return fmt.Errorf("it cannot be unpacked: %w", err)
		}
		if len(content) > maxSitemap {
			return errors.New("it is over 50 MiB")
		}
	}
	decoder := xml.NewDecoder(bytes.NewReader(bytes.TrimLeft(content, "\xEF\xBB\xBF \t\r\n")))
	decoder.CharsetReader = charset.NewReaderLabel
	decoder.Strict = false
	decoder.Entity = xml.HTMLEntity
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("it is no XML of its kind: %w", err)
	}
	return nil
}

// readSitemap reads a sitemap or an index of sitemaps.
func readSitemap(at *url.URL, body Body) (Listing, error) {
	var file struct {
		XMLName xml.Name
		URL     []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
		Sitemap []struct {
			Loc string `xml:"loc"`
		} `xml:"sitemap"`
	}
	if err := decodeXML(body, &file); err != nil {
		return Listing{}, err
	}
	if name := file.XMLName.Local; name != "urlset" && name != "sitemapindex" {
		return Listing{}, fmt.Errorf("it is a %s, no urlset or sitemapindex", name)
	}
	var l Listing
	for _, entry := range file.URL {
		if target, ok := resolved(at, strings.TrimSpace(entry.Loc)); ok {
			l.Links = append(l.Links, Link{URL: target, Changed: readTime(entry.LastMod), File: isFile(target)})
		}
	}
	for _, entry := range file.Sitemap {
		if target, ok := resolved(at, strings.TrimSpace(entry.Loc)); ok {
			l.More = append(l.More, Request{URL: target, Page: 1})
		}
	}
	l.Links = distinct(l.Links)
	return l, nil
}

// entry is an item of RSS or an entry of Atom.
type entry struct {
	Title string `xml:"title"`
	Links []struct {
		Text string `xml:",chardata"`
		Href string `xml:"href,attr"`
		Rel  string `xml:"rel,attr"`
	} `xml:"link"`
	GUID      string `xml:"guid"`
	PubDate   string `xml:"pubDate"`
	DCDate    string `xml:"http://purl.org/dc/elements/1.1/ date"`
	Updated   string `xml:"updated"`
	Published string `xml:"published"`
	Enclosure []struct {
		URL string `xml:"url,attr"`
	} `xml:"enclosure"`
}

// readFeed reads RSS 2.0, RSS 1.0 or Atom.
func readFeed(at *url.URL, body Body) (Listing, error) {
	var file struct {
		XMLName xml.Name
		Channel struct {
			Item []entry `xml:"item"`
		} `xml:"channel"`
		Item  []entry `xml:"item"`
		Entry []entry `xml:"entry"`
	}
	if err := decodeXML(body, &file); err != nil {
		return Listing{}, err
	}
	switch strings.ToLower(file.XMLName.Local) {
	case "rss", "rdf", "feed":
	default:
		return Listing{}, fmt.Errorf("it is a %s, no rss, RDF or feed", file.XMLName.Local)
	}
	var l Listing
	for _, e := range append(append(file.Channel.Item, file.Item...), file.Entry...) {
		target, files := e.targets(at)
		if target == "" {
			continue
		}
		when := readTime(firstOf(e.PubDate, e.DCDate, e.Published, e.Updated))
		link := Link{URL: target, Subject: clean(e.Title), Changed: readTime(firstOf(e.Updated, e.PubDate, e.DCDate, e.Published)), File: isFile(target)}
		if !when.IsZero() {
			link.Date = corpus.DateOf(when) // of posting; in the site's own zone
		}
		l.Links = append(l.Links, link)
		for _, file := range files {
			l.Links = append(l.Links, Link{URL: file, Subject: link.Subject, Date: link.Date, File: true})
		}
	}
	l.Links = distinct(l.Links)
	return l, nil
}

func (e *entry) targets(at *url.URL) (target string, files []string) {
	for _, link := range e.Links {
		u, ok := resolved(at, strings.TrimSpace(firstOf(link.Href, link.Text)))
		switch {
		case !ok:
		case link.Rel == "enclosure":
			files = append(files, u)
		case target == "" && (link.Rel == "" || link.Rel == "alternate"):
			target = u
		}
	}
	if target == "" {
		target, _ = resolved(at, strings.TrimSpace(e.GUID))
	}
	for _, enclosure := range e.Enclosure {
		if u, ok := resolved(at, strings.TrimSpace(enclosure.URL)); ok && u != target {
			files = append(files, u)
		}
	}
	return target, files
}

func firstOf(values ...string) string {
	for _, value := range values {
		if strings.TrimSpace(value) != "" {
			return value
		}
	}
	return ""
}

// timeLayouts are those of RSS (RFC 822 with years of four digits), Atom (RFC 3339) and sitemaps
// (W3C datetime), and what Vietnamese portals write instead.
var timeLayouts = []string{time.RFC3339, time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "2 Jan 2006 15:04:05 -0700",
	"2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02 15:04:05", time.DateOnly, "2006-01", "02/01/2006 15:04:05", "02/01/2006 15:04", "02/01/2006"}

func readTime(text string) time.Time {
	text = strings.TrimSpace(text)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	return time.Time{}
}

// folderTime reads when a server's listing says that a file was changed: 12-Sep-2024 08:00,
// 2024-09-12 08:00.
func folderTime(text string) time.Time {
	fields := strings.Fields(text)
	for i := 0; i+1 < len(fields); i++ {
		for _, layout := range []string{"02-Jan-2006 15:04", "2006-01-02 15:04"} {
			if t, err := time.Parse(layout, fields[i]+" "+fields[i+1]); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}
