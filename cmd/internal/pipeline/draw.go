package pipeline

import (
	"context"

	"congvan/corpus"
	"congvan/ingest/parse"
)

// Draws reports whether pages of a record's original can be drawn: only in a process of their
// own, since they come from outside.
func (p *Pipeline) Draws(r *corpus.Record) bool {
	return p.o.Ingest.Sandbox != nil && r.Source.Pages > 0 && parse.CanDraw(r.Source.MediaType)
}

// Draw draws a page, counted from 0, of a record's original.
func (p *Pipeline) Draw(ctx context.Context, r *corpus.Record, page int) (parse.Drawing, error) {
	if !p.Draws(r) {
		return parse.Drawing{Reason: "pages of this form are not drawn"}, nil
	}
	content, err := p.Original(ctx, r)
	if err != nil {
		return parse.Drawing{}, err
	}
	return p.o.Ingest.Sandbox.Draw(ctx, content, page, parse.Options{Limits: p.o.Ingest.Limits}), nil
}
