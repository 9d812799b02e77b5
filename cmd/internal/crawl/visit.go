package crawl

import (
	"context"
	"strings"
	"time"

	"congvan/corpus"
	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// visit is one source being visited.
type visit struct {
	*Frontier
	o                Options
	source           *source.Source
	client           *fetch.Client
	documents, pages *shelf
	stopped          bool // the site is not to be asked now
}

// readListings reads the pages of the visit that are left, the first ones first.
func (v *visit) readListings(ctx context.Context) error {
	now := v.o.Now()
	today := corpus.DateOf(now)
	since := v.o.since(v.source, today)
	if err := v.Begin(ctx, v.source.Name, since.String(), v.source.Starts(since, today), now); err != nil {
		return err
	}
	for {
		r, tries, ok, err := v.NextListing(ctx, v.source.Name)
		if err != nil {
			return err
		}
		if !ok {
			return v.Finish(ctx, v.source.Name, v.o.Now())
		}
		if tries > 0 {
			if err := sleep(ctx, v.o.Retry<<(tries-1)); err != nil {
				return err
			}
		}
		if err := v.readListing(ctx, r, since); err != nil || v.stopped {
			return err
		}
	}
}

func (v *visit) readListing(ctx context.Context, r source.Request, since corpus.Date) error {
	held, before, err := v.Listed(ctx, r.URL)
	if err != nil {
		return err
	}
	if r.Form != nil {
		before = fetch.Validators{}
	}
	resp, err := v.client.Get(ctx, fetch.Request{URL: r.URL, Form: r.Form, Before: before})
	if err != nil {
		return err
	}
	event := Event{Source: v.source.Name, URL: r.URL, Outcome: resp.Outcome, Reason: resp.Reason, Listing: true}
	listing := held
	switch resp.Outcome {
	case fetch.Unchanged:
		resp.Validators = before
	case fetch.Kept:
		if listing, err = v.source.ReadListing(source.Body{URL: resp.Final, Content: resp.Body, Charset: resp.Charset, Page: r.Page}); err == nil {
			_, _, err = v.pages.add(ctx, &resp)
			if err != nil {
				return err
			}
			break
		}
		event.Outcome, event.Reason = fetch.Failed, err.Error()
		fallthrough
	default:
		v.stopped = resp.Outcome == fetch.Deferred
		event.Change = Failed
		v.o.Report(event)
		if v.stopped {
			return nil // the visit goes on another time
		}
		return v.ListingFailed(ctx, v.source.Name, r, event.Outcome.Retry(), r.URL+": "+string(event.Outcome)+": "+event.Reason)
	}
	more := listing.More
	if older(listing.Links, since) {
		more = nil
	}
	_, event.Fresh, err = v.Read(ctx, v.source.Name, r, listing, resp.Validators, more, v.o.Now())
	event.Links, event.Reason = len(listing.Links), strings.Join(listing.Alarms, "; ")
	v.o.Report(event)
	return err
}

// older reports whether all documents of a page are older than a day. One without a date may be
// a new one.
func older(links []source.Link, since corpus.Date) bool {
	if since.IsZero() || len(links) == 0 {
		return false
	}
	for _, link := range links {
		if link.Date.IsZero() || !link.Date.Before(since) {
			return false
		}
	}
	return true
}

// fetchDue fetches what is due, and waits for retries that are due soon.
func (v *visit) fetchDue(ctx context.Context) error {
	for !v.stopped {
		d, ok, err := v.NextDue(ctx, v.source.Name, v.o.Now())
		if err != nil {
			return err
		}
		if ok {
			if err := v.fetch(ctx, d); err != nil {
				return err
			}
			continue
		}
		at, retry, err := v.RetryAt(ctx, v.source.Name)
		wait := at.Sub(v.o.Now())
		if err != nil || !retry || wait > v.o.Linger {
			return err
		}
		if err := sleep(ctx, max(wait, 50*time.Millisecond)); err != nil {
			return err
		}
	}
	return nil
}

const (
	maxTries     = 8                  // of a link before it is dead
	longestRetry = 7 * 24 * time.Hour // between two tries
)

// fetch asks for a link and notes what came of it.
func (v *visit) fetch(ctx context.Context, d Due) error {
	resp, err := v.client.Get(ctx, fetch.Request{URL: d.URL, Before: d.Before})
	if err != nil {
		return err
	}
	now := v.o.Now()
	after := After{Outcome: resp.Outcome, Reason: resp.Reason, Next: now.Add(v.source.Again())}
	event := Event{Source: v.source.Name, URL: d.URL}
	switch {
	case resp.Outcome == fetch.Kept:
		event.Change, err = v.keep(ctx, d, &resp, &after)
		if err != nil {
			return err
		}
	case resp.Outcome == fetch.Unchanged:
		event.Change = Unchanged
		after.Fetched, after.Validators, after.SHA256 = resp.At, d.Before, d.SHA256
	case resp.Outcome == fetch.Deferred:
		v.stopped = true
		event.Change, after.Tries, after.Next = Later, d.Tries, now
		if resp.NotBefore.After(now) {
			after.Next = resp.NotBefore
		}
	}
	if event.Change == "" || event.Change == Failed { // it did not come, or is an excuse
		event.Change = Failed
		after.Tries = d.Tries + 1
		retry := after.Outcome.Retry() || after.Outcome == fetch.Gone && after.Tries < 3
		after.Dead = !retry || after.Tries >= maxTries
		after.Next = now.Add(min(v.o.Retry<<min(after.Tries-1, 20), longestRetry))
		if resp.NotBefore.After(after.Next) {
			after.Next = resp.NotBefore
		}
	}
	event.Outcome, event.Reason = after.Outcome, after.Reason
	if err := v.Asked(ctx, v.source.Name, d.URL, after, now); err != nil {
		return err
	}
	v.o.Report(event)
	return nil
}

// keep writes what came to its WARC file. A page is read for its files first; one that only
// looks like what was asked for fails.
func (v *visit) keep(ctx context.Context, d Due, resp *fetch.Response, after *After) (Change, error) {
	to := v.documents
	body := source.Body{URL: resp.Final, Content: resp.Body, Charset: resp.Charset}
	if d.Role == roleFile {
		body.URL = d.URL // a redirect to an excuse has another name
		if alarms := v.source.ReadFile(body, resp.MediaType); len(alarms) > 0 {
			after.Outcome, after.Reason = fetch.Failed, strings.Join(alarms, "; ")
			return Failed, nil
		}
	} else if strings.Contains(resp.MediaType, "html") {
		found, err := v.source.ReadPage(body)
		switch {
		case err != nil:
			after.Outcome, after.Reason = fetch.Failed, err.Error()
			return Failed, nil
		case len(found.Alarms) > 0 && d.Role != roleTab:
			after.Outcome, after.Reason = fetch.Failed, strings.Join(found.Alarms, "; ")
			return Failed, nil
		}
		after.Files, after.Tabs = found.Files, found.Tabs
		if d.Role == roleTab || found.Skip {
			to = v.pages
		}
	}
	sha := corpus.Hash(resp.Body)
	after.Fetched, after.Validators, after.SHA256 = resp.At, resp.Validators, sha
	if sha == d.SHA256 {
		return Unchanged, nil
	}
	var err error
	after.Segment, after.Ending, err = to.add(ctx, resp)
	if err != nil {
		return "", err
	}
	if d.SHA256 != "" {
		return Changed, nil
	}
	return New, nil
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
