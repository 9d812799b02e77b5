package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract"
)

// RefreshOptions narrow what is read again; zero fields do not.
type RefreshOptions struct {
	Stale  bool          // only what other rules than today's made
	Status corpus.Status // only sources with this outcome
	URI    string        // only sources whose URI has this part
	DryRun bool          // report what would change, and change nothing
}

// Refreshed is what reading a source again came to.
type Refreshed struct {
	Outcome
	Differences []Difference // of the record, field by field
}

// Refresh reads stored originals again with today's parsers and rules and reports each whose
// record changes. What persons corrected is laid over the new extraction.
func (p *Pipeline) Refresh(ctx context.Context, o RefreshOptions, report func(Refreshed)) error {
	sources := make(chan corpus.Source)
	answers := make(chan []outcome, batchSize)
	var listing error
	go func() {
		defer close(sources)
		for src, err := range p.store.Roots(ctx, sqlite.RootFilter{Status: o.Status, URI: o.URI, NotExtractor: o.notExtractor()}) {
			if err != nil {
				listing = err
				return
			}
			select {
			case sources <- src:
			case <-ctx.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range p.o.workers() {
		workers.Go(func() {
			for src := range sources {
				answers <- p.again(ctx, src)
			}
		})
	}
	go func() {
		workers.Wait()
		close(answers)
	}()
	var batch []sqlite.Kept
	flush := func() error {
		if o.DryRun || len(batch) == 0 {
			return nil
		}
		err := p.store.Keep(context.WithoutCancel(ctx), batch, p.o.Now())
		batch = batch[:0]
		return err
	}
	var err error
	for outcomes := range answers {
		if err != nil {
			continue // let the workers go
		}
		for _, out := range outcomes {
			differences, compareErr := p.differences(ctx, out.Record)
			if compareErr != nil {
				err = compareErr
				break
			}
			if len(differences) == 0 && out.Change != Failed {
				continue
			}
			batch = append(batch, out.kept)
			report(Refreshed{out.Outcome, differences})
		}
		if err == nil && len(batch) >= batchSize {
			err = flush()
		}
	}
	err = errors.Join(err, listing, flush())
	if err != nil {
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

func (o RefreshOptions) notExtractor() string {
	if o.Stale {
		return extract.Version
	}
	return ""
}

// again reads a stored original as if it had just come.
func (p *Pipeline) again(ctx context.Context, src corpus.Source) []outcome {
	content, err := p.snapshots.Get(src.SHA256)
	if err != nil {
		src.Status, src.Reason = corpus.StatusFailed, reasonOf(err)
		return []outcome{failed(src)}
	}
	outcomes := p.outcomes(ctx, src, content, 0, Changed)
	for i := range outcomes {
		outcomes[i].kept.KeepModified = true
	}
	return outcomes
}

// differences compares a new record with the stored one, corrections laid over both.
func (p *Pipeline) differences(ctx context.Context, r *corpus.Record) ([]Difference, error) {
	if r == nil {
		return nil, nil
	}
	stored, err := p.store.Record(ctx, r.ID)
	if errors.Is(err, sqlite.ErrNotFound) {
		return []Difference{{Field: "record", After: "new"}}, nil
	}
	if err != nil {
		return nil, err
	}
	if err := p.store.LayCorrections(ctx, r); err != nil {
		return nil, err
	}
	r.Source.URI, r.Source.Name, r.Source.FetchedAt = stored.Source.URI, stored.Source.Name, stored.Source.FetchedAt
	return compare(stored, r), nil
}
