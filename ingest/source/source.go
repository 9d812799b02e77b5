// Package source says who publishes dispatches and how their pages are read: a TOML file a
// source, and from a page of it the links to documents, with what the listing says of each.
package source

import (
	"net/url"
	"time"

	"congvan/corpus"
	"congvan/ingest/fetch"
)

// Kind is the form of a source's listings.
type Kind string

// The kinds.
const (
	KindList    Kind = "list"    // pages of HTML: a portal, a law site
	KindSitemap Kind = "sitemap" // sitemaps.org
	KindFeed    Kind = "feed"    // RSS 2.0, RSS 1.0, Atom
	KindFolder  Kind = "folder"  // a web server's listing of files
)

// Source is one publisher, as its file describes it.
type Source struct {
	Name    string   `toml:"name"` // what the command line calls it
	Title   string   `toml:"title"`
	Kind    Kind     `toml:"kind"`
	Start   []string `toml:"start"`   // first pages
	Contact string   `toml:"contact"` // for the User-Agent

	Every   duration `toml:"every"`   // rhythm: left alone for so long after a visit; 0: visited whenever a crawl is
	Delay   duration `toml:"delay"`   // between requests
	Hours   []string `toml:"hours"`   // "22:00-05:00": when it may be fetched
	Budget  int64    `toml:"budget"`  // bytes a day
	Months  int      `toml:"months"`  // listings are read again so far back; 0: 3
	Revisit duration `toml:"revisit"` // a document that is held is asked for again after so long; 0: 30 days

	Only  []string `toml:"only"`  // parts of URLs of which a link must have one
	Never []string `toml:"never"` // and may have none

	Media []string `toml:"media"` // endings of the files that are wanted, of those whose address says so: pdf, docx; none: any

	Dates string            `toml:"dates"` // how the site writes dates into URLs: dd/MM/yyyy
	Query map[string]string `toml:"query"` // parameters of a listing: {page}, {from}, {to}
	First int               `toml:"first"` // number of the first page; most count from 1

	List list  `toml:"list"`
	Page *page `toml:"page"`
	Sane sane  `toml:"sane"`

	hours []fetch.Hours
}

// list says where things are in a listing of HTML.
type list struct {
	Row      selector `toml:"row"`      // one a document; without it the links themselves are the rows
	Link     selector `toml:"link"`     // within a row
	URL      string   `toml:"url"`      // built of what Link found: "/chi-tiet?ItemID={digits}"
	Number   selector `toml:"number"`   // số, ký hiệu
	Date     selector `toml:"date"`     // ngày ban hành
	Subject  selector `toml:"subject"`  // trích yếu
	File     selector `toml:"file"`     // attachments in the row itself
	Next     selector `toml:"next"`     // the link to the next page
	Postback selector `toml:"postback"` // the links of an ASP.NET pager
}

// page says where things are on a document's own page.
type page struct {
	Body    selector `toml:"body"` // must be there: else it is no document's page
	Number  selector `toml:"number"`
	Date    selector `toml:"date"`
	Subject selector `toml:"subject"`
	File    selector `toml:"file"` // attachments
	Tab     selector `toml:"tab"`  // other parts of the same document, with files of their own
	Skip    bool     `toml:"skip"` // the page itself is no document, only its files are
}

// sane says what a page must be like to be believed.
type sane struct {
	Need   []string `toml:"need"`   // of number, date, subject, file
	Rows   int      `toml:"rows"`   // fewest rows of a first page; 0: 1
	Oldest int      `toml:"oldest"` // year; 0: 1945
	Stub   []string `toml:"stub"`   // words of pages that say sorry with status 200
}

// Request asks for a page of a listing.
type Request struct {
	URL  string     `json:"url"`
	Form url.Values `json:"form,omitempty"` // a postback
	Page int        `json:"page,omitempty"` // its number, from 1
}

// Link is a document that a listing or a page points to.
type Link struct {
	URL     string      `json:"url"`
	Number  string      `json:"number,omitempty"`
	Date    corpus.Date `json:"date,omitzero"`
	Subject string      `json:"subject,omitempty"`
	File    bool        `json:"file,omitempty"`   // a file, not a page that may have files
	Changed time.Time   `json:"changed,omitzero"` // when the site says that it was changed
}

// Listing is what a page of a listing gives.
type Listing struct {
	Links  []Link    `json:"links"`
	More   []Request `json:"more,omitempty"`   // the next page; for folders and sitemaps those below
	Alarms []string  `json:"alarms,omitempty"` // why the page is not to be believed
}

// Found is what a document's own page gives.
type Found struct {
	Link
	Files  []Link   `json:"files,omitempty"`
	Tabs   []Link   `json:"tabs,omitempty"`
	Skip   bool     `json:"skip,omitempty"` // the page itself is no document
	Alarms []string `json:"alarms,omitempty"`
}

// Body is a page as it was fetched.
type Body struct {
	URL     string // after redirects: links are relative to it
	Content []byte
	Charset string // as declared
	Page    int    // of a listing, as in Request
}

// Rhythm is how long the source is left alone after a visit; 0: no time.
func (s *Source) Rhythm() time.Duration { return time.Duration(s.Every) }

// Again is after how long a document that is held is asked for again, whether it has changed.
func (s *Source) Again() time.Duration {
	if s.Revisit == 0 {
		return 30 * 24 * time.Hour
	}
	return time.Duration(s.Revisit)
}

// Window is the first day of what is read again at each visit.
func (s *Source) Window(today corpus.Date) corpus.Date {
	months := s.Months
	if months == 0 {
		months = 3
	}
	return corpus.DateOf(time.Date(today.Year, time.Month(today.Month-months), today.Day, 0, 0, 0, 0, time.UTC))
}

// FetchOptions are the options of a client for this source.
func (s *Source) FetchOptions() fetch.Options {
	return fetch.Options{Contact: s.Contact, Delay: time.Duration(s.Delay), Hours: s.hours, Budget: s.Budget}
}
