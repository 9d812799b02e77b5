package pipeline

import (
	"context"

	"congvan/corpus"
	"congvan/extract/citation"
)

// Resolve sets the Target of the record's references that lead to a stored document. It changes
// the record in hand and nothing stored: what is held changes with every ingestion.
func (p *Pipeline) Resolve(ctx context.Context, r *corpus.Record) error {
	var failed error
	citation.Resolve(r.References, func(key string, loose bool) []citation.Candidate {
		held, err := p.store.HeldWith(ctx, serialOf(key))
		if err != nil {
			failed = err
			return nil
		}
		var candidates []citation.Candidate
		for _, h := range held {
			if h.ID != r.ID && (loose && h.Number.LooseKey() == key || !loose && h.Number.Key() == key) {
				candidates = append(candidates, citation.Candidate{ID: h.ID, Issued: h.Issued})
			}
		}
		return candidates
	})
	return failed
}

// serialOf is the serial that the key of a number begins with, 0 for the key of a name.
func serialOf(key string) int {
	serial := 0
	for i := 0; i < len(key) && i < 9 && key[i] >= '0' && key[i] <= '9'; i++ {
		serial = serial*10 + int(key[i]-'0')
	}
	return serial
}
