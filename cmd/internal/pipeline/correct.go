package pipeline

import (
	"context"

	"congvan/corpus/sqlite"
)

// Correct puts a field of a record right: the correction is journalled, the original is read
// again, and the correction laid over what today's rules find.
func (p *Pipeline) Correct(ctx context.Context, id, field, value, who string) error {
	if err := p.store.SetCorrection(ctx, id, field, value, who, p.o.Now()); err != nil {
		return err
	}
	return p.renew(ctx, id)
}

// Undo takes the newest mark or correction back.
func (p *Pipeline) Undo(ctx context.Context, who string) (sqlite.Entry, error) {
	e, err := p.store.Undo(ctx, who, p.o.Now())
	return e, p.undone(ctx, e, err)
}

// UndoEntry takes one entry of the journal back, unless something later was said of the same.
func (p *Pipeline) UndoEntry(ctx context.Context, seq int64, who string) (sqlite.Entry, error) {
	e, err := p.store.UndoEntry(ctx, seq, who, p.o.Now())
	return e, p.undone(ctx, e, err)
}

func (p *Pipeline) undone(ctx context.Context, e sqlite.Entry, err error) error {
	if err != nil || e.What != "correct" {
		return err
	}
	return p.renew(ctx, e.Record)
}

// renew reads the original of one record again.
func (p *Pipeline) renew(ctx context.Context, id string) error {
	root, err := p.store.RootOf(ctx, id)
	if err != nil {
		return err
	}
	return p.Refresh(ctx, RefreshOptions{URI: root}, func(Refreshed) {})
}
