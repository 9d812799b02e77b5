package index

import (
	"context"
	"slices"
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/query"
)

// bareRarely is how many times rarer a word must be without marks than with, to be taken for one
// typed without them in a query that has marks elsewhere.
const bareRarely = 10

// resolve reads what depends on the words and names that the index holds.
func (x *Index) resolve(ctx context.Context, in engine.Engine, e engine.Expr) (engine.Expr, error) {
	switch e := e.(type) {
	case engine.Named:
		return x.named(ctx, in, e), nil
	case engine.Words:
		return x.loose(ctx, in, e)
	case engine.All:
		all := slices.Clone(e)
		err := x.resolveEach(ctx, in, all)
		return all, err
	case engine.Any:
		any := slices.Clone(e)
		err := x.resolveEach(ctx, in, any)
		return any, err
	case engine.Not:
		inner, err := x.resolve(ctx, in, e.Expr)
		return engine.Not{Expr: inner}, err
	}
	return e, nil
}

func (x *Index) resolveEach(ctx context.Context, in engine.Engine, parts []engine.Expr) error {
	for i, part := range parts {
		resolved, err := x.resolve(ctx, in, part)
		if err != nil {
			return err
		}
		parts[i] = resolved
	}
	return nil
}

// named takes the longest beginning that some record's key holds for the name, and the rest for
// words: cơ quan: Bộ Tài chính | hoàn thuế.
func (x *Index) named(ctx context.Context, in engine.Engine, e engine.Named) engine.Expr {
	words := strings.Fields(e.Text)
	if len(words) > 20 {
		words = words[:20]
	}
	var values []string
	for value := range in.Values(ctx, e.Name, "", "") {
		values = append(values, value)
	}
	for n := len(words); n > 0; n-- {
		condition := query.Holding(e.Name, strings.Join(words[:n], " "))
		if !slices.ContainsFunc(values, condition.Match) {
			continue
		}
		rest := analysis.Tokens(strings.Join(words[n:], " "))
		if len(rest) == 0 {
			return condition
		}
		return engine.All{condition, engine.Words{Tokens: rest, Folded: !analysis.Marked(rest), Quorum: query.Quorum(len(rest))}}
	}
	return query.Holding(e.Name, e.Text)
}

// loose marks the words of a partly marked query that were typed without their marks: bảo hiểm y
// te. A word that dispatches write without marks (theo, cho, năm of none) is meant as it is.
func (x *Index) loose(ctx context.Context, in engine.Engine, e engine.Words) (engine.Expr, error) {
	if e.Folded || len(e.Tokens) > longestChecked {
		return e, nil
	}
	var keys []string
	var at []int
	for i, t := range e.Tokens {
		if t.Marks == "" && isWordLike(t) {
			keys, at = append(keys, t.Key()), append(at, i)
		}
	}
	if len(keys) == 0 {
		return e, nil
	}
	exact, folded, err := in.Frequency(ctx, keys)
	if err != nil {
		return e, err
	}
	e.Loose = make([]bool, len(e.Tokens))
	for j, i := range at {
		e.Loose[i] = exact[j]*bareRarely < folded[j]
	}
	return e, nil
}
