package index

import (
	"context"
	"fmt"
	"slices"

	"congvan/index/engine"
	"congvan/index/query"
	"congvan/index/snippet"
)

// Facet is a property with the values that the found records have.
type Facet struct {
	Name   string         `json:"name"`
	Values []engine.Count `json:"values"` // the most frequent first
}

// Results are what a search gives.
type Results struct {
	Hits       []Hit           `json:"hits"`
	Total      int             `json:"total"`
	Facets     []Facet         `json:"facets,omitempty"`
	Understood []string        `json:"understood,omitempty"` // how the query was read
	Problems   []query.Problem `json:"problems,omitempty"`
	DidYouMean string          `json:"did_you_mean,omitempty"`
	Mended     bool            `json:"mended,omitempty"` // what was typed finds nothing: these are the hits of DidYouMean
	Fewer      bool            `json:"fewer,omitempty"`  // no record has all the words: these have most
	Next       string          `json:"next,omitempty"`   // Query.After of the next page; "" on the last
}

// defaultLimit is the number of hits when none is asked for, mostLimit the most on one page.
const (
	defaultLimit = 10
	mostLimit    = 1000
)

// Search finds records.
func (x *Index) Search(ctx context.Context, q query.Query) (Results, error) {
	return x.search(ctx, x.documents, q)
}

// SearchObligations finds obligations: by their words, unit, deadline, and by their record's
// properties.
func (x *Index) SearchObligations(ctx context.Context, q query.Query) (Results, error) {
	return x.search(ctx, x.duties, q)
}

func (x *Index) search(ctx context.Context, in engine.Engine, q query.Query) (Results, error) {
	var err error
	if q.Where, err = x.resolve(ctx, in, q.Where); err != nil {
		return Results{}, fmt.Errorf("search: %w", err)
	}
	request, err := x.request(in, q)
	if err != nil {
		return Results{}, err
	}
	results := Results{Understood: q.Understood, Problems: q.Problems}
	answer, fewer, err := x.find(ctx, in, request, q.Exact)
	if err != nil {
		return Results{}, err
	}
	results.Fewer = fewer
	// When nothing is found, a later page has to know what the first one searched instead.
	if !q.Exact && (q.After == "" || answer.Total == 0) {
		meant, tokens, err := x.didYouMean(ctx, in, q)
		if err != nil {
			return Results{}, err
		}
		results.DidYouMean = meant
		if answer.Total == 0 && meant != "" {
			q.Where = withWords(q.Where, tokens)
			request.Where = q.Where
			if answer, results.Fewer, err = x.find(ctx, in, request, false); err != nil {
				return Results{}, err
			}
			results.Mended = answer.Total > 0
		}
	}
	results.Total = answer.Total
	terms := snippet.Of(q.Where)
	for _, m := range answer.Matches {
		hit, err := x.hit(ctx, in, m, terms, q.Explain)
		if err != nil {
			return Results{}, fmt.Errorf("search: record %s: %w", m.Owner, err)
		}
		results.Hits = append(results.Hits, hit)
	}
	if n := len(answer.Matches); n > 0 && n == request.Limit && request.Skip+n < answer.Total {
		results.Next = cursorOf(answer.Matches[n-1].Place)
	}
	for _, name := range q.Facets {
		results.Facets = append(results.Facets, Facet{name, answer.Facets[name]})
	}
	return results, nil
}

// fewHits is the number of hits below which records that lack some of the words are shown too:
// better than an almost empty page, when it says so.
const fewHits = 10

// find searches, and again for fewer of the words when few records have them all.
func (x *Index) find(ctx context.Context, in engine.Engine, r engine.Request, exact bool) (answer engine.Answer, fewer bool, err error) {
	answer, err = in.Search(ctx, r)
	if err != nil || exact || answer.Total >= fewHits {
		return answer, false, err
	}
	return x.fewer(ctx, in, r, answer)
}

// fewer searches again with a smaller share of the words, until that brings something more. The
// number found does not depend on the page, so each page decides alike.
func (x *Index) fewer(ctx context.Context, in engine.Engine, r engine.Request, answer engine.Answer) (engine.Answer, bool, error) {
	for _, share := range []float64{0.5, 0.25, 0.01} {
		where, changed := withQuorum(r.Where, share)
		if !changed {
			continue
		}
		r.Where = where
		more, err := in.Search(ctx, r)
		if err != nil {
			return answer, false, err
		}
		if more.Total > answer.Total {
			return more, true, nil
		}
	}
	return answer, false, nil
}

func (x *Index) request(in engine.Engine, q query.Query) (engine.Request, error) {
	r := engine.Request{Ranking: x.o.Ranking, Where: q.Where, Limit: min(q.Limit, mostLimit), Skip: max(0, q.Skip), Facets: q.Facets, Explain: q.Explain}
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	switch q.Sort {
	case query.ByScore, "score":
	case query.ByNewest:
		r.Sort = engine.Sort{Key: query.Issued, Descending: true}
	case query.ByOldest:
		r.Sort = engine.Sort{Key: query.Issued}
	case query.ByDue:
		r.Sort = engine.Sort{Key: query.Due}
	default:
		return r, fmt.Errorf("search: no order %q: want one of %v", q.Sort, query.Sorts())
	}
	if q.After != "" {
		place, err := placeOf(q.After)
		if err != nil {
			return r, fmt.Errorf("search: %w", err)
		}
		r.After = &place
	}
	// A phrase of three words and more is found by its pairs, which may lie apart.
	if phrases := longPhrases(q.Where); len(phrases) > 0 {
		r.Check = func(p engine.Passage) bool { return x.holds(in, p, phrases) }
	}
	return r, nil
}

// longPhrases are the phrases that must be there and that pairs alone do not prove.
func longPhrases(e engine.Expr) []engine.Phrase {
	var phrases []engine.Phrase
	switch e := e.(type) {
	case engine.Phrase:
		if len(e.Tokens) > 2 && e.Zone != engine.InContext {
			phrases = append(phrases, e)
		}
	case engine.All:
		for _, part := range e {
			phrases = append(phrases, longPhrases(part)...)
		}
	}
	return phrases
}

// withQuorum is the condition with another share of words that must be there.
func withQuorum(e engine.Expr, share float64) (engine.Expr, bool) {
	switch e := e.(type) {
	case engine.Words:
		if e.Quorum > share && e.Zone == engine.Everywhere {
			e.Quorum = share
			return e, true
		}
	case engine.All:
		all, changed := slices.Clone(e), false
		for i, part := range e {
			one, ok := withQuorum(part, share)
			all[i], changed = one, changed || ok
		}
		return all, changed
	}
	return e, false
}
