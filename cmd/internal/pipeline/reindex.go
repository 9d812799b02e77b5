package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index"
)

// Reindex builds an index of all records beside the live one and puts it in its place when it is
// whole; searches go on meanwhile. It returns how many records it holds.
func (p *Pipeline) Reindex(ctx context.Context, report func(name string)) (int, error) {
	beside := p.indexDir() + ".new"
	if err := os.RemoveAll(beside); err != nil {
		return 0, fmt.Errorf("reindex: %w", err)
	}
	x, err := index.Open(beside, index.Options{})
	if err != nil {
		return 0, fmt.Errorf("reindex: %w", err)
	}
	count, err := p.fillIndex(ctx, x, report)
	if err = errors.Join(err, x.Close()); err != nil {
		return count, errors.Join(fmt.Errorf("reindex: %w", err), os.RemoveAll(beside))
	}
	if p.index != nil {
		if err := p.index.Close(); err != nil {
			return count, fmt.Errorf("reindex: %w", err)
		}
		p.index = nil
	}
	old := p.indexDir() + ".old"
	if err := errors.Join(os.RemoveAll(old), renameIfThere(p.indexDir(), old), os.Rename(beside, p.indexDir())); err != nil {
		return count, fmt.Errorf("reindex: %w", err)
	}
	return count, os.RemoveAll(old)
}

func renameIfThere(from, to string) error {
	if err := os.Rename(from, to); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func (p *Pipeline) fillIndex(ctx context.Context, x *index.Index, report func(string)) (int, error) {
	count := 0
	var batch []index.Change
	flush := func() error {
		ids := make([]string, len(batch))
		for i, c := range batch {
			ids[i] = c.ID
		}
		directives, err := p.store.Directives(ctx, ids)
		if err != nil {
			return err
		}
		for i := range batch {
			batch[i].Group = directives[batch[i].ID]
		}
		err = x.Apply(ctx, batch)
		batch = batch[:0]
		return err
	}
	add := func(r *corpus.Record) error {
		if !r.Source.Status.Readable() {
			return nil
		}
		count++
		report(r.Source.Name)
		batch = append(batch, index.Change{ID: r.ID, Record: r})
		if len(batch) == indexBatch {
			return flush()
		}
		return ctx.Err()
	}
	for r, err := range p.store.Records(ctx, sqlite.Filter{}) {
		if err == nil {
			err = add(r)
		}
		if err != nil {
			return count, err
		}
	}
	return count, flush()
}
