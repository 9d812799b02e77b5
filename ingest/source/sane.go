package source

import (
	"fmt"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// sorry are titles of pages that say with status 200 that something went wrong.
var sorry = []string{"404", "403", "500", "502", "503", "error", "lỗi", "runtime error", "not found", "không tìm thấy", "bảo trì", "service unavailable", "access denied", "just a moment", "request rejected"}

// stubAlarms say why a page is an excuse and not what was asked for.
func (s *Source) stubAlarms(document *goquery.Document) []string {
	title := strings.ToLower(clean(document.Find("title").First().Text()))
	for _, word := range sorry {
		if title == word || strings.HasPrefix(title, word+" ") || strings.HasPrefix(title, word+":") {
			return []string{fmt.Sprintf("the page is titled %q", title)}
		}
	}
	if len(s.Sane.Stub) > 0 {
		text := clean(document.Find("body").Text())
		for _, stub := range s.Sane.Stub {
			if strings.Contains(text, stub) {
				return []string{fmt.Sprintf("the page says %q", stub)}
			}
		}
	}
	return nil
}

// ReadFile says why what came for a file is an excuse: a page with status 200 that is titled as one,
// or a page where a file by its name is none. media is the type that the site declares. Word's own
// pages are declared as Word's documents, and are files.
func (s *Source) ReadFile(body Body, media string) (alarms []string) {
	if !strings.Contains(media, "html") {
		return nil
	}
	if isFile(body.URL) {
		return []string{"a page came in place of the file"}
	}
	document, err := parsePage(body)
	if err != nil {
		return nil // no page
	}
	return s.stubAlarms(document)
}

// latestYear is no year of a document; today is not asked for, so that a page gives the same at
// any time.
const latestYear = 2100

// alarmsOf say what is strange about a listing. Only a first page must have rows: behind the last
// page there are none.
func (s *Source) alarmsOf(l *Listing, number int) []string {
	var alarms []string
	least := max(s.Sane.Rows, 1)
	if number <= 1 && len(l.Links) < least && len(l.More) == 0 {
		alarms = append(alarms, fmt.Sprintf("%d documents on the first page, not %d: the page has changed its shape, or is none", len(l.Links), least))
	}
	oldest := s.Sane.Oldest
	if oldest == 0 {
		oldest = 1945
	}
	without := map[string]int{}
	rows, dated := 0, 0
	for _, link := range l.Links {
		if link.File {
			continue
		}
		rows++
		if link.Number == "" {
			without["number"]++
		}
		if link.Date.IsZero() {
			without["date"]++
		} else if dated++; link.Date.Year < oldest || link.Date.Year >= latestYear {
			alarms = append(alarms, fmt.Sprintf("%s is dated %s", link.URL, link.Date))
		}
		if link.Subject == "" {
			without["subject"]++
		}
	}
	for _, need := range []string{"number", "date", "subject"} {
		if n := without[need]; n > 0 && slices.Contains(s.Sane.Need, need) {
			alarms = append(alarms, fmt.Sprintf("%d of %d documents have no %s", n, rows, need))
		}
	}
	return alarms
}
