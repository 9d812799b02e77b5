package pipeline

import (
	"context"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index/query"
)

// NewHit is a record that a saved search finds and that came since it was last asked.
type NewHit struct {
	ID      string      `json:"id"`
	Number  string      `json:"number,omitempty"`
	Issued  corpus.Date `json:"issued,omitzero"`
	Subject string      `json:"subject,omitempty"`
}

// alertPage is how many hits are looked through at a time.
const alertPage = 1000

// Alerts are the hits of a saved search that came since it was last asked, newest first; with
// note they count as known from now on.
func (p *Pipeline) Alerts(ctx context.Context, s sqlite.Saved, note bool) ([]NewHit, error) {
	fresh, newest, err := p.store.Arrivals(ctx, s.Seen)
	if err != nil || len(fresh) == 0 {
		return nil, err
	}
	x, err := p.Index(ctx)
	if err != nil {
		return nil, err
	}
	q := p.Query(s.Query)
	q.Sort, q.Limit, q.Exact = query.ByNewest, alertPage, true
	var hits []NewHit
	for {
		results, err := x.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, hit := range results.Hits {
			if fresh[hit.ID] {
				hits = append(hits, NewHit{hit.ID, hit.Number, hit.Issued, hit.Subject})
			}
		}
		if q.After = results.Next; q.After == "" || len(hits) == len(fresh) {
			break
		}
	}
	if note {
		err = p.store.SetSeen(ctx, s.Name, newest)
	}
	return hits, err
}
