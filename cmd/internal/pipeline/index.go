package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index"
)

// indexBatch is how many records the index takes in at a time.
const indexBatch = 400

func (p *Pipeline) indexDir() string { return filepath.Join(p.o.Data, "index") }

// openIndex opens the index to write. One of another version is thrown away and built again
// from the store: it holds nothing of its own.
func (p *Pipeline) openIndex(ctx context.Context) error {
	if p.index != nil {
		return nil
	}
	var err error
	p.index, err = index.Open(p.indexDir(), index.Options{})
	if errors.Is(err, index.ErrStale) {
		return p.rebuildIndex(ctx)
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	return nil
}

func (p *Pipeline) rebuildIndex(ctx context.Context) error {
	if err := os.RemoveAll(p.indexDir()); err != nil {
		return fmt.Errorf("%w: clear index: %w", ErrStore, err)
	}
	if err := p.store.QueueAll(ctx); err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	var err error
	if p.index, err = index.Open(p.indexDir(), index.Options{}); err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	return nil
}

// UpdateIndex tells the index everything that waits in the outbox.
func (p *Pipeline) UpdateIndex(ctx context.Context) error { return p.updateIndex(ctx, nil) }

// indexer runs beside the store: it tells the index of each batch that was committed. Records
// of the batch need not be read again.
func (p *Pipeline) indexer(ctx context.Context, batches <-chan map[string]*corpus.Record) error {
	var err error
	for fresh := range batches {
		if err == nil {
			err = p.updateIndex(ctx, fresh)
		}
	}
	return err
}

func (p *Pipeline) updateIndex(ctx context.Context, fresh map[string]*corpus.Record) error {
	for {
		ids, mark, err := p.store.Pending(ctx, indexBatch)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
		if len(ids) == 0 {
			return nil
		}
		if err := p.openIndex(ctx); err != nil {
			return err
		}
		changes, err := p.changes(ctx, ids, fresh)
		if err != nil {
			return err
		}
		if err := p.index.Apply(ctx, changes); err != nil {
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
		if err := p.store.Done(ctx, mark); err != nil {
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
	}
}

// changes reads what the outbox names; an ID that has no record any more is to be forgotten.
func (p *Pipeline) changes(ctx context.Context, ids []string, fresh map[string]*corpus.Record) ([]index.Change, error) {
	var changes []index.Change
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		r, known := fresh[id]
		if !known {
			var err error
			if r, err = p.store.Record(ctx, id); err != nil && !errors.Is(err, sqlite.ErrNotFound) {
				return nil, fmt.Errorf("%w: %w", ErrStore, err)
			}
		}
		c := index.Change{ID: id, Record: r}
		if r != nil {
			c.Group = r.Directive()
			if !r.Source.Status.Readable() {
				c.Record = nil
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}
