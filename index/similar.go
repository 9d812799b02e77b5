package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/snippet"
)

// similarTerms is how many of a record's words look for others like it.
const similarTerms = 24

// Similar finds records like a given one: with the words that are frequent in its first passage
// and rare elsewhere. The record itself and its copies are left out.
func (x *Index) Similar(ctx context.Context, id string, limit int) (Results, error) {
	stored, ok, err := x.documents.Head(ctx, id)
	if err != nil {
		return Results{}, err
	}
	if !ok {
		return Results{}, fmt.Errorf("more like %s: no such record in the index", id)
	}
	p, err := x.packer.unpack(stored)
	if err != nil {
		return Results{}, fmt.Errorf("more like %s: %w", id, err)
	}
	pairs, err := x.telling(ctx, p)
	if err != nil {
		return Results{}, err
	}
	var any engine.Any
	for _, pair := range pairs {
		any = append(any, engine.Phrase{Tokens: pair})
	}
	if len(any) == 0 {
		return Results{}, nil
	}
	answer, err := x.documents.Search(ctx, engine.Request{Where: any, Limit: limit + 1, Ranking: x.o.Ranking})
	if err != nil {
		return Results{}, err
	}
	results := Results{Total: max(0, answer.Total-1)}
	for _, m := range answer.Matches {
		if m.Owner == id || len(results.Hits) == limit {
			continue
		}
		hit, err := x.hit(ctx, x.documents, m, snippet.Of(any), false)
		if err != nil {
			return Results{}, fmt.Errorf("more like %s: %w", id, err)
		}
		if p.Head != nil && hit.Number != "" && hit.Number == p.Head.Number && hit.Issuer == p.Head.Issuer {
			continue // a copy
		}
		results.Hits = append(results.Hits, hit)
	}
	return results, nil
}

// telling are the pairs of words that say most of what a passage is about.
func (x *Index) telling(ctx context.Context, p *passage) ([][]analysis.Token, error) {
	text := p.text
	if p.Head != nil {
		text = p.Head.Subject + "\n" + p.Head.Subject + "\n" + text
	}
	type weighed struct {
		tokens []analysis.Token
		key    string
		count  int
		weight float64
	}
	index := map[string]int{}
	var pairs []weighed
	tokens := analysis.Tokens(text)
	for i := 1; i < len(tokens); i++ {
		if tokens[i].Opens || tokens[i].Stop() || tokens[i-1].Stop() {
			continue
		}
		key := analysis.PairKey(tokens[i-1], tokens[i])
		at, ok := index[key]
		if !ok {
			at = len(pairs)
			index[key] = at
			pairs = append(pairs, weighed{tokens: tokens[i-1 : i+1 : i+1], key: key})
		}
		pairs[at].count++
	}
	slices.SortStableFunc(pairs, func(a, b weighed) int { return cmp.Compare(b.count, a.count) })
	pairs = pairs[:min(len(pairs), 8*similarTerms)]
	keys := make([]string, len(pairs))
	for i := range pairs {
		keys[i] = pairs[i].key
	}
	exact, _, err := x.documents.Frequency(ctx, keys)
	if err != nil {
		return nil, err
	}
	all, err := x.documents.Count()
	if err != nil {
		return nil, err
	}
	for i := range pairs {
		if exact[i] > 1 { // others have it too
			pairs[i].weight = math.Sqrt(float64(pairs[i].count)) * math.Log(1+float64(all)/float64(exact[i]))
		}
	}
	slices.SortStableFunc(pairs, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	var best [][]analysis.Token
	for _, pair := range pairs[:min(similarTerms, len(pairs))] {
		if pair.weight > 0 {
			best = append(best, pair.tokens)
		}
	}
	return best, nil
}
