package bleveengine

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// TestFewIsThorough asks an index whatever can be asked, once looking only at the entries that
// have the rarest of what is needed, once at all: the answers must be the same.
func TestFewIsThorough(t *testing.T) {
	e := openTest(t)
	r := rand.New(rand.NewPCG(11, 12))
	word := func() string { return fmt.Sprintf("t%d", int(r.ExpFloat64()*6)) }
	text := func(n int) string {
		words := make([]string, n)
		for i := range words {
			words[i] = word()
		}
		return strings.Join(words, " ")
	}
	for batch := range 6 {
		var changes []engine.Change
		for i := range 60 {
			c := engine.Change{Owner: fmt.Sprintf("o%d", r.IntN(200))}
			for part := range 1 + r.IntN(4)*r.IntN(2) {
				entry := engine.Entry{Text: text(1 + r.IntN(12)), Context: text(r.IntN(3)), Stored: []byte{byte(part)}}
				if part == 0 {
					entry.Keys = []engine.Key{{Name: "type", Value: word()}, {Name: "year", Value: fmt.Sprint(2000 + r.IntN(20))}}
				}
				c.Entries = append(c.Entries, entry)
			}
			if batch > 2 && i%7 == 0 {
				c.Entries = nil
			}
			changes = append(changes, c)
		}
		if err := e.Apply(context.Background(), changes); err != nil {
			t.Fatal(err)
		}
	}
	var expression func(depth int) engine.Expr
	expression = func(depth int) engine.Expr {
		tokens := analysis.Tokens(text(1 + r.IntN(4)))
		switch n := r.IntN(9); {
		case n == 0:
			return engine.Keyed{Name: "type", Values: []string{word()}, Boost: 5}
		case n == 1:
			return engine.Keyed{Name: "year", From: fmt.Sprint(2000 + r.IntN(20))}
		case n == 2:
			return engine.Phrase{Tokens: tokens}
		case n == 3:
			return engine.Prefix{Token: tokens[0]}
		case n == 4 && depth > 0:
			return engine.Any{expression(depth - 1), expression(depth - 1)}
		case n == 5 && depth > 0:
			return engine.All{expression(depth - 1), engine.Not{Expr: expression(depth - 1)}}
		case n == 6 && depth > 0:
			return engine.All{expression(depth - 1), engine.Any{expression(depth - 1), engine.All{}}}
		}
		return engine.Words{Tokens: tokens, Quorum: []float64{0, 0.3, 1, 1}[r.IntN(4)]}
	}
	found := 0
	for range 600 {
		request := engine.Request{Where: expression(3), Limit: 300, Facets: []string{"type"}}
		e.thorough = false
		few, err := e.Search(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		e.thorough = true
		all, err := e.Search(context.Background(), request)
		if err != nil {
			t.Fatal(err)
		}
		found += all.Total
		if few.Total != all.Total || fmt.Sprint(few.Facets) != fmt.Sprint(all.Facets) {
			t.Fatalf("%#v: %d found, %d when all are looked at", request.Where, few.Total, all.Total)
		}
		for i := range all.Matches {
			a, b := few.Matches[i], all.Matches[i]
			if math.Abs(a.Score-b.Score) > 1e-4*(1+b.Score) {
				t.Fatalf("%#v, match %d: %s scores %f, %s when all are looked at %f", request.Where, i, a.Owner, a.Score, b.Owner, b.Score)
			}
		}
	}
	if found < 1000 {
		t.Errorf("the questions found %d entries: too few to compare", found)
	}
}
