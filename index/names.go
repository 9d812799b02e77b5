package index

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/query"
)

// nameKinds are the keys whose values are proposed while one is typed, the first first.
var nameKinds = []string{query.Issuer, query.Unit}

// nameCache keeps the names of issuers and units, read once for each state of the index.
type nameCache struct {
	mu         sync.Mutex
	generation uint64
	names      *names
}

// names are the names by the words in them.
type names struct {
	list []name
	at   []wordAt // in order of the words
}

type name struct {
	kind, value string
	tokens      []analysis.Token
	count       int
}

// wordAt is a word of a name.
type wordAt struct {
	bare      string
	name, nth int
}

func (c *nameCache) of(ctx context.Context, in engine.Engine) (*names, error) {
	generation, err := in.Generation(ctx)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.names != nil && c.generation == generation {
		return c.names, nil
	}
	all := &names{}
	for _, kind := range nameKinds {
		for value, count := range in.Values(ctx, kind, "", "") {
			one := name{kind, value, analysis.Tokens(value), count}
			for nth, t := range one.tokens {
				all.at = append(all.at, wordAt{t.Bare, len(all.list), nth})
			}
			all.list = append(all.list, one)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(all.at, func(a, b wordAt) int {
		return cmp.Or(cmp.Compare(a.bare, b.bare), cmp.Compare(a.name, b.name), cmp.Compare(a.nth, b.nth))
	})
	c.generation, c.names = generation, all
	return all, nil
}

// suggest are the names in which the typed words stand in a row, the last of them maybe unfinished;
// by kind, then the most frequent first.
func (n *names) suggest(typed []analysis.Token, most int) []Suggestion {
	if most <= 0 {
		return nil
	}
	first := typed[0].Bare
	at, _ := slices.BinarySearchFunc(n.at, first, func(w wordAt, bare string) int { return cmp.Compare(w.bare, bare) })
	var fit []int
	for ; at < len(n.at) && strings.HasPrefix(n.at[at].bare, first); at++ {
		if w := n.at[at]; goesOn(n.list[w.name].tokens[w.nth:], typed) {
			fit = append(fit, w.name)
		}
	}
	slices.Sort(fit)
	fit = slices.Compact(fit)
	slices.SortStableFunc(fit, func(a, b int) int {
		return cmp.Or(cmp.Compare(slices.Index(nameKinds, n.list[a].kind), slices.Index(nameKinds, n.list[b].kind)), cmp.Compare(n.list[b].count, n.list[a].count))
	})
	var found []Suggestion
	for _, i := range fit[:min(most, len(fit))] {
		found = append(found, Suggestion{Text: n.list[i].value, Kind: n.list[i].kind, Count: n.list[i].count})
	}
	return found
}

// goesOn reports whether a name begins with the typed words, the last maybe unfinished.
func goesOn(name, typed []analysis.Token) bool {
	if len(typed) > len(name) {
		return false
	}
	for i, t := range typed {
		have := name[i]
		if i == len(typed)-1 {
			return strings.HasPrefix(have.Bare, t.Bare) && (t.Marks == "" || strings.HasPrefix(have.Marks, t.Marks))
		}
		if have.Bare != t.Bare || t.Marks != "" && t.Marks != have.Marks {
			return false
		}
	}
	return true
}
