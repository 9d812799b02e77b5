package ask

import (
	"context"
	"iter"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
)

// exportPage is how many hits are fetched at a time.
const exportPage = 200

// Records yields the records that a search finds, in its order; memory does not grow with them.
func Records(ctx context.Context, p *pipeline.Pipeline, live *pipeline.Live, q query.Query) iter.Seq2[*corpus.Record, error] {
	return func(yield func(*corpus.Record, error) bool) {
		err := live.Use(ctx, func(x *index.Index) error {
			q.Limit, q.Skip = exportPage, 0
			for {
				results, err := x.Search(ctx, q)
				if err != nil {
					return err
				}
				for _, hit := range results.Hits {
					record, err := p.Store().Record(ctx, hit.ID)
					if err != nil {
						return err
					}
					if !yield(record, nil) {
						return nil
					}
				}
				if q.After = results.Next; q.After == "" {
					return nil
				}
			}
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// Find searches the index as it is now. A cursor that is none is the caller's mistake.
func Find(ctx context.Context, live *pipeline.Live, q query.Query) (results index.Results, err error) {
	err = live.Use(ctx, func(x *index.Index) error {
		results, err = x.Search(ctx, q)
		return err
	})
	if err != nil && q.After != "" && ctx.Err() == nil {
		err = Mistake{"cursor", err.Error()}
	}
	return results, err
}
