package pipeline

import (
	"context"

	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// Workload counts open duties by unit and day, from one day to another, inclusive. A unit's own
// are counted with those of groups that it is in and of units that are in it; "" counts all.
func (p *Pipeline) Workload(ctx context.Context, unit string, from, to corpus.Date) ([]sqlite.Load, error) {
	var units []string
	if unit != "" {
		var err error
		if units, err = p.unitsOf(ctx, unit); err != nil || len(units) == 0 {
			return nil, err
		}
	}
	return p.store.Workload(ctx, units, from, to)
}
