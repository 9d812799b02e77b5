package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract"
)

// RefreshOptions narrow what is read again; zero fields do not.
type RefreshOptions struct {
	Stale   bool          // only what other rules than today's made
	Status  corpus.Status // only sources with this outcome
	URI     string        // only sources whose URI has this part
	Records sqlite.Filter // only sources of these records
	Query   string        // only sources of records that this search finds, at most 1,000
	DryRun  bool          // report what would change, and change nothing
}

// Refreshed is what reading a source again came to.
type Refreshed struct {
	Outcome
	Differences []Difference // of the record, field by field
}

// Refresh reads stored originals again with today's parsers and rules and reports each whose
// record changes. What persons corrected is laid over the new extraction.
func (p *Pipeline) Refresh(ctx context.Context, o RefreshOptions, report func(Refreshed)) error {
	roots, err := p.roots(ctx, o)
	if err != nil {
		return err
	}
	stopping, cancel := context.WithCancel(ctx)
	defer cancel()
	sources := make(chan corpus.Source)
	answers := make(chan compared, batchSize)
	var listing error
	var workers sync.WaitGroup
	workers.Go(func() {
		defer close(sources)
		for src, err := range roots {
			if err != nil {
				listing = err
				return
			}
			select {
			case sources <- src:
			case <-stopping.Done():
				return
			}
		}
	})
	for range p.o.workers() {
		workers.Go(func() {
			for src := range sources {
				p.againCompared(stopping, src, answers)
			}
		})
	}
	go func() {
		workers.Wait()
		close(answers)
	}()
	err = p.renewed(ctx, o, answers, report)
	cancel()
	for range answers { // let the workers go
	}
	if err = errors.Join(err, listing); err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if o.DryRun {
		return nil
	}
	return p.UpdateIndex(ctx)
}

// compared is what reading a source again came to, and what differs from what is stored.
type compared struct {
	outcome
	differences []Difference
	err         error
}

// againCompared reads a source again and sends on what differs. When the user has had enough, what
// was being read is dropped.
func (p *Pipeline) againCompared(ctx context.Context, src corpus.Source, answers chan<- compared) {
	send := func(out outcome) bool {
		c := compared{outcome: out}
		c.differences, c.err = p.differences(ctx, out.Record)
		if ctx.Err() != nil {
			return false
		}
		select {
		case answers <- c:
			return true
		case <-ctx.Done():
			return false
		}
	}
	shielded(src, send, func() { p.again(ctx, src, send) })
}

// renewed keeps what differs and reports it.
func (p *Pipeline) renewed(ctx context.Context, o RefreshOptions, answers <-chan compared, report func(Refreshed)) error {
	var batch []sqlite.Kept
	flush := func() error {
		if o.DryRun || len(batch) == 0 {
			return nil
		}
		if _, err := p.store.Keep(context.WithoutCancel(ctx), batch, p.o.Now()); err != nil {
			return err
		}
		batch = batch[:0]
		return p.reached(StepRefreshed)
	}
	for c := range answers {
		if c.err != nil {
			return c.err
		}
		if len(c.differences) == 0 && (c.Change != Failed || c.Record != nil) {
			continue
		}
		batch = append(batch, c.kept)
		report(Refreshed{c.Outcome, c.differences})
		if len(batch) >= batchSize {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// roots are the sources to read again.
func (p *Pipeline) roots(ctx context.Context, o RefreshOptions) (iter.Seq2[corpus.Source, error], error) {
	filter := sqlite.RootFilter{Status: o.Status, URI: o.URI}
	if o.Stale {
		filter.NotExtractor = extract.Version
	}
	if o.Query == "" && o.Records == (sqlite.Filter{}) {
		return p.store.Roots(ctx, filter), nil
	}
	ids, err := p.store.IDs(ctx, o.Records)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	if o.Query != "" {
		if ids, err = p.foundAmong(ctx, o.Query, ids); err != nil {
			return nil, err
		}
	}
	wanted, err := p.store.RootsOf(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	return func(yield func(corpus.Source, error) bool) {
		for src, err := range p.store.Roots(ctx, filter) {
			if (err != nil || wanted[src.URI]) && !yield(src, err) {
				return
			}
		}
	}, nil
}

// foundAmong are the IDs that a search finds.
func (p *Pipeline) foundAmong(ctx context.Context, text string, ids []string) ([]string, error) {
	if err := p.openIndex(ctx); err != nil {
		return nil, err
	}
	q := p.Query(text)
	q.Limit = 1000
	results, err := p.index.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, hit := range results.Hits {
		if slices.Contains(ids, hit.ID) {
			found = append(found, hit.ID)
		}
	}
	return found, nil
}

// again reads a stored original as if it had just come.
func (p *Pipeline) again(ctx context.Context, src corpus.Source, send func(outcome) bool) {
	content, err := p.snapshots.Get(src.SHA256)
	if err != nil {
		// The record of before stays: it is all that is left.
		src.Status, src.Reason = corpus.StatusFailed, reasonOf(err)
		send(outcome{Outcome: Outcome{Source: src, Change: Failed}, kept: sqlite.Kept{Source: src, KeepModified: true}})
		return
	}
	p.outcomes(ctx, src, content, 0, Changed, func(out outcome) bool {
		out.kept.KeepModified = true
		return out.silent || send(out)
	})
}

// differences compares a new record with the stored one, corrections laid over both.
func (p *Pipeline) differences(ctx context.Context, r *corpus.Record) ([]Difference, error) {
	if r == nil {
		return nil, nil
	}
	same, err := p.store.Settle(ctx, r)
	if err != nil || same {
		return nil, err
	}
	stored, err := p.store.Record(ctx, r.ID)
	switch {
	case errors.Is(err, sqlite.ErrDamaged):
		return []Difference{{Field: "record", Before: "damaged", After: "made again"}}, nil
	case errors.Is(err, sqlite.ErrNotFound):
		return []Difference{{Field: "record", After: "new"}}, nil
	case err != nil:
		return nil, err
	}
	return compare(stored, r), nil
}
