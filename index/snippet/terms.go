// Package snippet finds the words of a query in a text again, picks the passage that shows most
// of them, and says which words to highlight: exactly those, in the text as it is.
package snippet

import (
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// Terms are what a query asks to see.
type Terms struct {
	words    map[string][]word // by bare letters
	rows     []row             // phrases: found whole or not at all
	prefixes []analysis.Token
	pairs    map[[2]string]bool // bare letters of neighbours in the query
}

type word struct {
	marks  string
	any    bool // whatever its marks
	stop   bool
	weight float64
}

type row struct {
	tokens []analysis.Token
	folded bool
	weight float64
}

// Of collects the terms of a condition, leaving out what must not be there.
func Of(e engine.Expr) *Terms {
	t := &Terms{words: map[string][]word{}, pairs: map[[2]string]bool{}}
	t.collect(e)
	return t
}

func (t *Terms) collect(e engine.Expr) {
	switch e := e.(type) {
	case engine.Words:
		t.collectWords(e)
	case engine.Phrase:
		t.rows = append(t.rows, row{e.Tokens, e.Folded, 3})
	case engine.Prefix:
		t.prefixes = append(t.prefixes, e.Token)
	case engine.All:
		for _, part := range e {
			t.collect(part)
		}
	case engine.Any:
		for _, part := range e {
			t.collect(part)
		}
	}
}

func (t *Terms) collectWords(e engine.Words) {
	for i, token := range e.Tokens {
		stop := token.Stop()
		if e.Folded {
			stop = token.StopBare()
		}
		folded := e.Folded || i < len(e.Loose) && e.Loose[i]
		t.add(token, folded, stop)
		if other, ok := token.OtherIY(); ok {
			t.add(other, folded, stop)
		}
		if i > 0 && !token.Opens {
			t.pairs[[2]string{e.Tokens[i-1].Bare, token.Bare}] = true
		}
	}
	for _, instead := range e.Instead {
		t.rows = append(t.rows, row{instead.Tokens, e.Folded, 1})
	}
}

func (t *Terms) add(token analysis.Token, folded, stop bool) {
	weight := 1.0
	if stop {
		weight = 0
	}
	t.words[token.Bare] = append(t.words[token.Bare], word{marks: token.Marks, any: folded, stop: stop, weight: weight})
}

// Empty reports whether there is nothing to highlight.
func (t *Terms) Empty() bool { return len(t.words) == 0 && len(t.rows) == 0 && len(t.prefixes) == 0 }

// hit is what a token of the text matches.
type hit struct {
	weight float64 // 0: not matched
	key    string  // what it counts as: the same word twice shows no more
	stop   bool    // shown only beside another
}

// Find marks the tokens of a text that the terms match.
func (t *Terms) find(tokens []analysis.Token) []hit {
	hits := make([]hit, len(tokens))
	for i, token := range tokens {
		for _, w := range t.words[token.Bare] {
			if w.any || w.marks == token.Marks || token.Marks == "" {
				hits[i] = hit{weight: w.weight, key: token.Bare, stop: w.stop}
				break
			}
		}
		for _, p := range t.prefixes {
			if hits[i].weight == 0 && strings.HasPrefix(token.Bare, p.Bare) && (p.Marks == "" || strings.HasPrefix(token.Marks, strings.TrimRight(p.Marks, "fsrxj"))) {
				hits[i] = hit{weight: 1, key: p.Bare + "*"}
			}
		}
	}
	for _, r := range t.rows {
		for at := range tokens {
			if r.at(tokens, at) {
				for i := range r.tokens {
					hits[at+i] = hit{weight: r.weight, key: r.tokens[i].Bare}
				}
			}
		}
	}
	for i := range hits {
		if !hits[i].stop {
			continue
		}
		left := i > 0 && !tokens[i].Opens && hits[i-1].key != "" && t.pairs[[2]string{tokens[i-1].Bare, tokens[i].Bare}]
		right := i+1 < len(hits) && !tokens[i+1].Opens && hits[i+1].key != "" && t.pairs[[2]string{tokens[i].Bare, tokens[i+1].Bare}]
		if !left && !right {
			hits[i] = hit{}
		}
	}
	return hits
}

func (r row) at(tokens []analysis.Token, at int) bool {
	if len(r.tokens) == 0 || at+len(r.tokens) > len(tokens) {
		return false
	}
	for i, want := range r.tokens {
		have := tokens[at+i]
		if have.Bare != want.Bare || !r.folded && have.Marks != want.Marks || i > 0 && have.Opens {
			return false
		}
	}
	return true
}

// Holds reports whether a text has all the phrases of the terms, each whole.
func Holds(text string, phrases []engine.Phrase) bool {
	tokens := analysis.Tokens(text)
	for _, p := range phrases {
		r, found := row{tokens: p.Tokens, folded: p.Folded}, false
		for at := range tokens {
			if found = r.at(tokens, at); found {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}
