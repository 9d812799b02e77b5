package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index"
)

func (p *Pipeline) indexDir() string { return filepath.Join(p.o.Data, "index") }

// openIndex opens the index to write. One that is of another version, damaged or gone is built
// again from the store: it holds nothing of its own.
func (p *Pipeline) openIndex(ctx context.Context) error {
	if p.index != nil {
		return nil
	}
	if err := p.reached(StepOpening); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(p.indexDir(), "version")); errors.Is(err, fs.ErrNotExist) {
		if err := p.store.QueueAll(ctx); err != nil { // does nothing for those that wait already
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
	}
	if p.tries() >= mostTries {
		return p.rebuildIndex(ctx, errors.New("the last runs died at it"))
	}
	p.countTry()
	x, err := openSafely(p.indexDir(), index.Options{})
	switch {
	case errors.Is(err, index.ErrBusy) || isOfMachine(err):
		return fmt.Errorf("%w: %w", ErrStore, err)
	case err != nil:
		return p.rebuildIndex(ctx, err)
	}
	p.index = x
	return nil
}

// isOfMachine reports whether an error speaks of the machine and not of the index: building it
// again would not help.
func isOfMachine(err error) bool {
	for _, e := range []error{syscall.ENOSPC, syscall.EROFS, syscall.EMFILE, syscall.ENFILE, syscall.ENOMEM, fs.ErrPermission, context.Canceled} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// rebuildIndex throws the index away and lets all records wait for a new one. It says why.
func (p *Pipeline) rebuildIndex(ctx context.Context, why error) error {
	p.warn(fmt.Sprintf("the index in %s is built again from the records: %v", p.indexDir(), why))
	if p.index != nil {
		_ = p.index.Close() // thrown away
		p.index = nil
	}
	// The records wait before the index goes: whoever is stopped between finds them waiting.
	if err := p.store.QueueAll(ctx); err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	if err := p.reached(StepQueued); err != nil {
		return err
	}
	if err := os.RemoveAll(p.indexDir()); err != nil {
		return fmt.Errorf("%w: clear index: %w", ErrStore, err)
	}
	if err := p.reached(StepCleared); err != nil {
		return err
	}
	p.clearTries()
	var err error
	if p.index, err = openSafely(p.indexDir(), index.Options{}); err != nil {
		return fmt.Errorf("%w: %w", ErrStore, err)
	}
	return nil
}

// UpdateIndex tells the index everything that waits in the outbox.
func (p *Pipeline) UpdateIndex(ctx context.Context) error {
	return p.updateIndex(ctx, everything, nil)
}

// everything is more than an outbox has.
const everything = math.MaxInt

// updateIndex tells the index the oldest count entries of the outbox, and more until it has all
// that are in fresh, or all there are. Records in fresh need not be read; those that were taken in
// are taken out of it.
func (p *Pipeline) updateIndex(ctx context.Context, count int, fresh map[string]*corpus.Record) error {
	for rebuilt := false; count > 0 || len(fresh) > 0; {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		limit := max(count, len(fresh))
		if limit > 2*indexBatch { // a little more than a batch is one batch
			limit = indexBatch
		}
		// A batch that was begun is finished.
		n, err := p.indexNext(context.WithoutCancel(ctx), limit, fresh)
		var damaged *damagedIndex
		if errors.As(err, &damaged) && !rebuilt {
			rebuilt = true
			if err := p.rebuildIndex(context.WithoutCancel(ctx), damaged); err != nil {
				return err
			}
			count = everything // it waits again
			continue
		}
		if err != nil || n == 0 {
			return err
		}
		count -= n
	}
	return nil
}

// damagedIndex is an error of the index itself.
type damagedIndex struct{ error }

// indexNext tells the index the oldest entries of the outbox, at most limit of them, and reports
// how many there were.
func (p *Pipeline) indexNext(ctx context.Context, limit int, fresh map[string]*corpus.Record) (int, error) {
	ids, mark, err := p.store.Pending(ctx, limit)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrStore, err)
	}
	if len(ids) == 0 {
		return 0, nil
	}
	if err := p.openIndex(ctx); err != nil {
		return 0, err
	}
	if err := p.reached(StepPending); err != nil {
		return 0, err
	}
	changes, err := p.changes(ctx, ids, fresh)
	if err != nil {
		return 0, err
	}
	if err := p.apply(ctx, changes); err != nil {
		return 0, fmt.Errorf("%w: %w", ErrStore, err)
	}
	p.clearTries()
	if err := p.reached(StepApplied); err != nil {
		return 0, err
	}
	if err := p.store.Done(ctx, mark); err != nil {
		return 0, fmt.Errorf("%w: %w", ErrStore, err)
	}
	return len(ids), p.reached(StepDone)
}

func (p *Pipeline) apply(ctx context.Context, changes []index.Change) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if crash := recover(); crash != nil {
			err = &damagedIndex{fmt.Errorf("it crashed: %v", crash)}
		}
	}()
	err = p.index.Apply(ctx, changes)
	if err != nil && !isOfMachine(err) {
		err = &damagedIndex{err}
	}
	return err
}

// changes reads what the outbox names; an ID that has no record any more is to be forgotten.
func (p *Pipeline) changes(ctx context.Context, ids []string, fresh map[string]*corpus.Record) ([]index.Change, error) {
	directives, err := p.store.Directives(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	var changes []index.Change
	seen := map[string]bool{}
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		r, known := fresh[id]
		if delete(fresh, id); !known {
			if r, err = p.store.Record(ctx, id); err != nil && !errors.Is(err, sqlite.ErrNotFound) {
				return nil, fmt.Errorf("%w: %w", ErrStore, err)
			}
		}
		c := index.Change{ID: id, Record: r}
		if r != nil {
			c.Group = directives[id]
			if !r.Source.Status.Readable() {
				c.Record = nil
			}
		}
		changes = append(changes, c)
	}
	return changes, nil
}
