package index

import (
	"context"
	"fmt"
	"slices"

	"congvan/corpus"
	"congvan/index/engine"
	"congvan/index/query"
	"congvan/index/snippet"
)

// Hit is one record that was found; of the records of one directive the original.
type Hit struct {
	ID       string            `json:"id"`
	Name     string            `json:"name,omitempty"` // file name
	Number   string            `json:"number,omitempty"`
	Score    float64           `json:"score"`
	Snippets []snippet.Snippet `json:"snippets"`

	Type    string      `json:"type,omitempty"`
	Issuer  string      `json:"issuer,omitempty"`
	Issued  corpus.Date `json:"issued,omitzero"`
	Subject string      `json:"subject,omitempty"`
	Kind    corpus.Kind `json:"kind,omitempty"`
	Field   string      `json:"field,omitempty"`   // where most of it was found: number, subject, text
	Section string      `json:"section,omitempty"` // of the first snippet
	Page    int         `json:"page,omitempty"`
	Copies  int         `json:"copies,omitempty"` // other sources of the same directive that match
	Duty    *Duty       `json:"duty,omitempty"`   // of an obligation
}

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
	Fewer      bool            `json:"fewer,omitempty"` // no record has all the words: these have most
	Next       string          `json:"next,omitempty"`  // Query.After of the next page; "" on the last
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
	request, err := requestOf(q)
	if err != nil {
		return Results{}, err
	}
	results := Results{Understood: q.Understood, Problems: q.Problems}
	answer, err := in.Search(ctx, request)
	if err != nil {
		return Results{}, err
	}
	if answer.Total == 0 && q.After == "" && !q.Exact {
		// Fewer words find something: better than an empty page, when it says so.
		for _, share := range []float64{0.6, 0.01} {
			fewer, changed := withQuorum(q.Where, share)
			if !changed {
				break
			}
			request.Where = fewer
			if answer, err = in.Search(ctx, request); err != nil {
				return Results{}, err
			}
			if answer.Total > 0 {
				results.Fewer = true
				break
			}
		}
	}
	results.Total = answer.Total
	terms := snippet.Of(q.Where)
	for _, m := range answer.Matches {
		hit, err := hitOf(m, terms)
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

func requestOf(q query.Query) (engine.Request, error) {
	r := engine.Request{Where: q.Where, Limit: min(q.Limit, mostLimit), Skip: max(0, q.Skip), Facets: q.Facets}
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
		r.Check = func(stored []byte) bool {
			p, err := unpack(stored)
			return err != nil || snippet.Holds(p.text, phrases)
		}
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

func hitOf(m engine.Match, terms *snippet.Terms) (Hit, error) {
	p, err := unpack(m.Stored)
	if err != nil {
		return Hit{}, err
	}
	head := p.Head
	if m.Head != nil {
		first, err := unpack(m.Head)
		if err != nil {
			return Hit{}, err
		}
		head = first.Head
	}
	if head == nil {
		return Hit{}, fmt.Errorf("its head is missing")
	}
	hit := Hit{ID: head.ID, Name: head.Name, Number: head.Number, Score: m.Score, Copies: m.Copies,
		Type: head.Type, Issuer: head.Issuer, Issued: head.Issued, Subject: head.Subject, Kind: head.Kind, Duty: head.Duty}
	hit.Snippets = snippet.Best(p.text, terms, 2, p.Start)
	for i := range hit.Snippets {
		s := &hit.Snippets[i]
		at := s.Span.Start - p.Start
		if len(s.Highlights) > 0 {
			at += s.Highlights[0].Start
		}
		s.Section, s.Page = p.section(at), p.page(at)
	}
	if len(hit.Snippets) > 0 {
		hit.Section, hit.Page = hit.Snippets[0].Section, hit.Snippets[0].Page
	}
	return hit, nil
}
