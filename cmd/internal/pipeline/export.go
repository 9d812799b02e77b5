package pipeline

import (
	"context"

	"congvan/corpus"
	"congvan/corpus/export"
	"congvan/extract/temporal/rrule"
)

// ExportOptions are the options of an export of this store: what persons said of duties and when
// documents came are looked up in it.
func (p *Pipeline) ExportOptions(ctx context.Context, table export.Table, format export.Format) export.Options {
	return export.Options{
		Table: table, Format: format, Next: rrule.Next,
		State: func(r *corpus.Record, obligation string) export.State {
			m, err := p.store.Mark(ctx, r, obligation)
			if err != nil {
				return export.State{Note: err.Error()}
			}
			return export.State{State: m.State, Note: m.Note, Reply: m.Reply}
		},
		Lives: func(r *corpus.Record) []corpus.Life {
			lives, err := p.store.Lives(ctx, r.ID)
			if err != nil {
				return nil
			}
			return lives
		},
		Arrived: func(r *corpus.Record) corpus.Date {
			d, err := p.store.Arrived(ctx, r)
			if err != nil {
				return corpus.Date{}
			}
			return d
		},
	}
}
