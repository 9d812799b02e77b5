package crawl

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"congvan/corpus"
	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// Options say how to crawl.
type Options struct {
	Data    string
	Sources []*source.Source
	Since   corpus.Date // listings are read back to this day; zero: each source's window
	Deep    bool        // listings are read to their end
	Rhythm  bool        // a source is left alone until its own rhythm has passed
	Contact string      // for the User-Agent where a source has none

	OpenHosts []string
	Delay     time.Duration // instead of the sources' own; negative: none
	Retry     time.Duration // before the first retry, doubled with each; 0: 1 min
	Linger    time.Duration // a retry that is due so soon is waited for; 0: 2 min
	MaxBody   int64
	Patience  time.Duration
	Segment   int64 // bytes of a WARC file before it is ingested; 0: 32 MiB

	Now    func() time.Time
	Ingest func(ctx context.Context, warc string) error // hands a WARC file to the store
	Report func(Event)                                  // hears of each page; may be called by several goroutines
}

// Event is what a crawl reports: a page of a listing, or what came of a link.
type Event struct {
	Source, URL, Reason string
	Outcome             fetch.Outcome
	Change              Change
	Listing             bool
	Links, Fresh        int // of a listing
}

// Change is what a link brought.
type Change string

// The changes.
const (
	New       Change = "new"
	Changed   Change = "changed"
	Unchanged Change = "unchanged"
	Failed    Change = "failed"
	Later     Change = "later" // it is tried again at another time
)

// Run visits the sources once: listings first, then what is due. What was fetched before a source
// fails is kept. The error is about the frontier or the store, or ctx's.
func Run(ctx context.Context, f *Frontier, o Options) error {
	if o.Retry == 0 {
		o.Retry = time.Minute
	}
	if o.Linger == 0 {
		o.Linger = 2 * time.Minute
	}
	if o.Segment == 0 {
		o.Segment = 32 << 20
	}
	if err := recoverSegments(ctx, f, o); err != nil {
		return err
	}
	var mu sync.Mutex // one WARC file is ingested at a time
	ingest := o.Ingest
	o.Ingest = func(ctx context.Context, path string) error {
		mu.Lock()
		defer mu.Unlock()
		return ingest(ctx, path)
	}
	hosts := map[string][]*source.Source{}
	for _, s := range o.Sources {
		host := hostOf(s)
		hosts[host] = append(hosts[host], s)
	}
	failures := make(chan error, len(o.Sources))
	var running sync.WaitGroup
	for _, sources := range hosts { // those of one host one after another: it has one connection for all
		running.Go(func() {
			for _, s := range sources {
				failures <- visitDue(ctx, f, o, s)
			}
		})
	}
	running.Wait()
	close(failures)
	var all error
	for err := range failures {
		all = errors.Join(all, err)
	}
	return all
}

// visitDue visits a source unless its rhythm has it left alone. A visit that was broken off goes
// on. A tenth of the rhythm is forgiven, for rounds that do not start on the second.
func visitDue(ctx context.Context, f *Frontier, o Options, s *source.Source) error {
	if o.Rhythm && s.Rhythm() > 0 {
		started, finished, err := f.Visited(ctx, s.Name)
		if err != nil {
			return fmt.Errorf("frontier: %w", err)
		}
		if !finished.Before(started) && o.Now().Sub(started) < s.Rhythm()-s.Rhythm()/10 {
			return nil
		}
	}
	return visitSource(ctx, f, o, s)
}

func hostOf(s *source.Source) string {
	u, err := url.Parse(s.Start[0])
	if err != nil {
		return s.Start[0] // source.Parse has looked at it
	}
	return strings.ToLower(u.Host)
}

// recoverSegments ingests what an earlier crawl fetched and did not come to ingest.
func recoverSegments(ctx context.Context, f *Frontier, o Options) error {
	pending, err := f.Pending(ctx)
	if err != nil {
		return fmt.Errorf("frontier: %w", err)
	}
	for _, path := range pending {
		size := int64(0)
		if info, err := os.Stat(path); err == nil {
			size = info.Size()
		}
		if err := f.Lost(ctx, path, size, o.Now()); err != nil {
			return fmt.Errorf("frontier: %w", err)
		}
		whole, err := f.Whole(ctx, path)
		if err != nil {
			return fmt.Errorf("frontier: %w", err)
		}
		if whole = min(whole, size); whole > 0 {
			// Behind that stands what a killed crawl wrote and did not note: it is fetched again.
			if err := os.Truncate(path, whole); err != nil {
				return fmt.Errorf("cutting %s to its last whole record: %w", path, err)
			}
			if err := o.Ingest(ctx, path); err != nil {
				return err
			}
		} else if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing %s, which holds no noted record: %w", path, err)
		}
		if err := f.Ingested(ctx, path); err != nil {
			return fmt.Errorf("frontier: %w", err)
		}
	}
	return nil
}

// fetchOptions are the options of a client for a source.
func (o *Options) fetchOptions(f *Frontier, s *source.Source) fetch.Options {
	fo := s.FetchOptions()
	fo.Memory, fo.Now, fo.OpenHosts, fo.MaxBody, fo.Patience = f, o.Now, o.OpenHosts, o.MaxBody, o.Patience
	if o.Delay != 0 {
		fo.Delay = o.Delay
	}
	if fo.Contact == "" {
		fo.Contact = o.Contact
	}
	return fo
}

// since is the day back to which a source's listings are read; zero: to their end.
func (o *Options) since(s *source.Source, today corpus.Date) corpus.Date {
	if o.Since.IsZero() && !o.Deep {
		return s.Window(today)
	}
	return o.Since
}

// visitSource reads the listings of a source and fetches what is due.
func visitSource(ctx context.Context, f *Frontier, o Options, s *source.Source) (err error) {
	v := &visit{Frontier: f, o: o, source: s}
	v.client = fetch.New(o.fetchOptions(f, s))
	defer v.client.Close()
	v.documents = &shelf{f: f, folder: filepath.Join(o.Data, "warc"), prefix: "documents-" + s.Name, o: o, ingested: true}
	v.pages = &shelf{f: f, folder: filepath.Join(o.Data, "warc"), prefix: "pages-" + s.Name, o: o}
	defer func() { // what was fetched is kept even when the user has had enough
		err = errors.Join(err, v.documents.close(context.WithoutCancel(ctx)), v.pages.close(context.WithoutCancel(ctx)))
	}()
	if err := v.readListings(ctx); err != nil {
		return err
	}
	return v.fetchDue(ctx)
}
