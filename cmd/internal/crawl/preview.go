package crawl

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"congvan/corpus"
	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// Preview reads the listings of the sources and reports the links that the frontier does not
// know. Nothing is fetched but listings, and nothing is noted but what hosts are due.
func Preview(ctx context.Context, f *Frontier, o Options, report func(name string, link source.Link)) error {
	for _, s := range o.Sources {
		client := fetch.New(o.fetchOptions(f, s))
		err := previewSource(ctx, f, o, s, client, report)
		client.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

func previewSource(ctx context.Context, f *Frontier, o Options, s *source.Source, client *fetch.Client, report func(string, source.Link)) error {
	today := corpus.DateOf(o.Now())
	since := o.since(s, today)
	queue := s.Starts(since, today)
	asked, seen := map[string]bool{}, map[string]bool{}
	for len(queue) > 0 {
		r := queue[0]
		queue = queue[1:]
		if asked[keyOf(r)] {
			continue
		}
		asked[keyOf(r)] = true
		resp, err := client.Get(ctx, fetch.Request{URL: r.URL, Form: r.Form})
		if err != nil {
			return err
		}
		event := Event{Source: s.Name, URL: r.URL, Outcome: resp.Outcome, Reason: resp.Reason, Listing: true}
		if resp.Outcome != fetch.Kept {
			event.Change = Failed
			o.Report(event)
			continue
		}
		listing, err := s.ReadListing(source.Body{URL: resp.Final, Content: resp.Body, Charset: resp.Charset, Page: r.Page})
		if err != nil {
			event.Change, event.Reason = Failed, err.Error()
			o.Report(event)
			continue
		}
		unseen := 0
		for _, link := range listing.Links {
			if seen[link.URL] {
				continue
			}
			seen[link.URL] = true
			unseen++
			known, err := f.Knows(ctx, link.URL)
			if err != nil {
				return err
			}
			if !known {
				event.Fresh++
				report(s.Name, link)
			}
		}
		event.Links = len(listing.Links)
		o.Report(event)
		if !older(listing.Links, since) && (unseen > 0 || r.Page <= 1) {
			queue = append(queue, listing.More...)
		}
	}
	return nil
}

// Knows reports whether a link was ever seen.
func (f *Frontier) Knows(ctx context.Context, url string) (bool, error) {
	var one int
	err := f.db.QueryRowContext(ctx, "SELECT 1 FROM links WHERE url = ?", url).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("frontier: looking for %s: %w", url, err)
	}
	return true, nil
}
