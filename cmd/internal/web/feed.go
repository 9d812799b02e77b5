package web

import (
	"encoding/xml"
	"net/http"
	"strings"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/index/query"
)

// feedEntries is how many documents a feed holds.
const feedEntries = 50

// atomFeed is an Atom feed (RFC 4287).
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  string      `xml:"author>name"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	ID      string   `xml:"id"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary,omitempty"`
}

// feed is the newest documents that a search finds.
func (p *Pages) feed(v *visit) error {
	asked, err := ask.Read(v.r.Form)
	if err != nil {
		return err
	}
	asked.Sort, asked.After = query.ByNewest, ""
	q := asked.Query(p.pipeline)
	q.Limit = feedEntries
	results, err := ask.Find(v.r.Context(), p.live, q)
	if err != nil {
		return err
	}
	here, values := "http://"+v.r.Host, asked.Values()
	values.Del("sort")
	feed := atomFeed{Title: strings.TrimSpace("công văn " + asked.Text), ID: here + "/feed?" + values.Encode(), Updated: moment(corpus.Date{}), Author: "congvan",
		Links: []atomLink{{"self", here + "/feed?" + values.Encode()}, {"alternate", here + "/?" + values.Encode()}}}
	for _, hit := range results.Hits {
		entry := atomEntry{Title: strings.TrimSpace(hit.Number + " " + hit.Subject), ID: "urn:congvan:" + hit.ID, Updated: moment(hit.Issued), Link: atomLink{"alternate", here + documentAddress(hit.ID)}}
		if entry.Title == "" {
			entry.Title = hit.Name
		}
		for _, s := range hit.Snippets {
			entry.Summary += s.Text + " "
		}
		feed.Updated = max(feed.Updated, entry.Updated)
		feed.Entries = append(feed.Entries, entry)
	}
	out, err := xml.MarshalIndent(feed, "", " ")
	if err != nil {
		return err
	}
	out = append([]byte(xml.Header), out...)
	v.w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	v.w.Header().Set("Cache-Control", "private, no-cache")
	writeTagged(v.w, v.r, http.StatusOK, out, corpus.Hash(out)[:32])
	return nil
}

// moment is a date as RFC 3339 has it; an unknown one is the oldest.
func moment(d corpus.Date) string {
	if d.IsZero() {
		return "1970-01-01T00:00:00Z"
	}
	return d.Time().Format("2006-01-02T15:04:05Z")
}
