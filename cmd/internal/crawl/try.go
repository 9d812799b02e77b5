// Package crawl is the flow of crawling: the listings of sources are read, what they link to is
// fetched, kept and handed to the pipeline; a frontier remembers every link, so that a crawl can
// be killed at any moment and go on.
package crawl

import (
	"context"
	"fmt"

	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// Try fetches one listing of a source and reads it, and nothing else: what a source's author
// wants to see.
func Try(ctx context.Context, s *source.Source, start source.Request, o fetch.Options) (source.Listing, error) {
	client := fetch.New(o)
	defer client.Close()
	resp, err := client.Get(ctx, fetch.Request{URL: start.URL, Form: start.Form})
	if err != nil {
		return source.Listing{}, err
	}
	if resp.Outcome != fetch.Kept {
		return source.Listing{}, fmt.Errorf("%s: %s: %s", start.URL, resp.Outcome, resp.Reason)
	}
	return s.ReadListing(source.Body{URL: resp.Final, Content: resp.Body, Charset: resp.Charset, Page: start.Page})
}
