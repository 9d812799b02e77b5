package pipeline

import (
	"context"
	"errors"
	"fmt"

	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
)

// Index opens the index to search, once. One that is damaged or gone is built again first.
func (p *Pipeline) Index(ctx context.Context) (*index.Index, error) {
	if p.index != nil {
		return p.index, nil
	}
	x, err := openView(p.indexDir(), index.Options{})
	if err != nil && !isOfMachine(err) {
		if err := p.heal(ctx, err); err != nil {
			return nil, err
		}
		x, err = openView(p.indexDir(), index.Options{})
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	p.index = x
	return x, nil
}

// heal builds the index again, as a writer for the while. When another process writes, that one
// does it.
func (p *Pipeline) heal(ctx context.Context, why error) error {
	writer, err := Open(ctx, p.o)
	if err != nil {
		return fmt.Errorf("%w: the index has to be built: \"congvan doctor --repair\" does it (%w): %w", ErrStore, why, err)
	}
	err = writer.rebuildIndex(ctx, why)
	if err == nil {
		err = writer.UpdateIndex(ctx)
	}
	return errors.Join(err, writer.Close())
}

func (p *Pipeline) today() corpus.Date { return corpus.DateOf(p.o.Now()) }

// Query reads what a person typed.
func (p *Pipeline) Query(text string) query.Query {
	return query.Parse(text, query.Options{Today: p.today()})
}
