package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
)

// Index opens the index to search, once.
func (p *Pipeline) Index(ctx context.Context) (*index.Index, error) {
	if p.index != nil {
		return p.index, nil
	}
	x, err := openView(p.indexDir(), index.Options{})
	switch {
	case errors.Is(err, index.ErrStale), errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: the index has to be built: run \"congvan doctor --repair\" (%w)", ErrStore, err)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	p.index = x
	return x, nil
}

func (p *Pipeline) today() corpus.Date { return corpus.DateOf(p.o.Now()) }

// Query reads what a person typed.
func (p *Pipeline) Query(text string) query.Query {
	return query.Parse(text, query.Options{Today: p.today()})
}
