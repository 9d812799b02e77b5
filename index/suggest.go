package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/query"
)

// Suggestion completes what is being typed.
type Suggestion struct {
	Text   string `json:"text"`             // to put in the box
	Kind   string `json:"kind"`             // query.Number, query.Unit, query.Issuer, "subject"
	Detail string `json:"detail,omitempty"` // of a number: the subject; of a subject: the number
	ID     string `json:"id,omitempty"`     // of the record, when there is one alone
	Count  int    `json:"count,omitempty"`  // of records, when there are more
}

// Suggest proposes at most n completions of what was typed so far: numbers that start so, then
// issuers and units, then subjects.
func (x *Index) Suggest(ctx context.Context, typed string, n int) ([]Suggestion, error) {
	typed = strings.TrimSpace(typed)
	tokens := analysis.Tokens(typed)
	if len(tokens) == 0 || len(typed) > longestTitle {
		return nil, nil
	}
	var found []Suggestion
	if typed[0] >= '0' && typed[0] <= '9' {
		numbers, err := x.suggestNumbers(ctx, typed, n)
		if err != nil {
			return nil, fmt.Errorf("suggest numbers: %w", err)
		}
		found = numbers
	}
	for _, name := range []string{query.Issuer, query.Unit} {
		if len(found) < n {
			found = append(found, x.suggestNames(ctx, name, tokens, n-len(found))...)
		}
	}
	if len(found) < n {
		subjects, err := x.suggestSubjects(ctx, tokens, n-len(found))
		if err != nil {
			return nil, fmt.Errorf("suggest subjects: %w", err)
		}
		found = append(found, subjects...)
	}
	return found, ctx.Err()
}

// suggestNumbers are the numbers that start with what was typed, as they are written.
func (x *Index) suggestNumbers(ctx context.Context, typed string, n int) ([]Suggestion, error) {
	from := query.TypedNumber(typed)
	var values []string
	for value := range x.documents.Values(ctx, query.Written, from, from+"\xff") {
		if values = append(values, value); len(values) == n {
			break
		}
	}
	var found []Suggestion
	for _, value := range values {
		_, written, _ := strings.Cut(value, "\x02")
		one := Suggestion{Text: written, Kind: query.Number}
		where := engine.Keyed{Name: query.Written, Values: []string{value}}
		answer, err := x.documents.Search(ctx, engine.Request{Where: where, Limit: 1, Ranking: x.o.Ranking})
		if err != nil {
			return nil, err
		}
		if one.Count = answer.Total; one.Count == 1 {
			head, err := x.headOf(ctx, answer.Matches[0])
			if err != nil {
				return nil, err
			}
			one.ID, one.Detail, one.Count = head.ID, head.Subject, 0
		}
		found = append(found, one)
	}
	return found, nil
}

func (x *Index) headOf(ctx context.Context, m engine.Match) (*headFields, error) {
	p, err := x.packer.unpack(m.Stored)
	if err != nil {
		return nil, err
	}
	return x.head(ctx, m, p)
}

// suggestNames are the values of a key in which a word starts with the last one typed, after the
// others; the most frequent first.
func (x *Index) suggestNames(ctx context.Context, name string, tokens []analysis.Token, n int) []Suggestion {
	var found []Suggestion
	for value, count := range x.documents.Values(ctx, name, "", "") {
		if goesOn(analysis.Tokens(value), tokens) {
			found = append(found, Suggestion{Text: value, Kind: name, Count: count})
		}
	}
	slices.SortStableFunc(found, func(a, b Suggestion) int { return cmp.Compare(b.Count, a.Count) })
	return found[:min(n, len(found))]
}

// goesOn reports whether typed words stand in a row in a name, the last maybe unfinished.
func goesOn(name, typed []analysis.Token) bool {
	for at := 0; at+len(typed) <= len(name); at++ {
		ok := true
		for i, t := range typed {
			have := name[at+i]
			if i == len(typed)-1 {
				ok = ok && strings.HasPrefix(have.Bare, t.Bare) && (t.Marks == "" || strings.HasPrefix(have.Marks, t.Marks))
			} else {
				ok = ok && have.Bare == t.Bare && (t.Marks == "" || t.Marks == have.Marks)
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (x *Index) suggestSubjects(ctx context.Context, tokens []analysis.Token, n int) ([]Suggestion, error) {
	where := engine.All{engine.Prefix{Token: tokens[len(tokens)-1], Zone: engine.InContext}}
	if before := tokens[:len(tokens)-1]; len(before) > 0 {
		where = append(where, engine.Words{Tokens: before, Folded: !analysis.Marked(before), Quorum: 1, Zone: engine.InContext})
	}
	answer, err := x.documents.Search(ctx, engine.Request{Where: where, Limit: 2 * n, Ranking: x.o.Ranking})
	if err != nil {
		return nil, err
	}
	var found []Suggestion
	seen := map[string]bool{}
	for _, m := range answer.Matches {
		head, err := x.headOf(ctx, m)
		if err != nil {
			return nil, err
		}
		if head.Subject == "" || seen[head.Subject] || len(found) == n {
			continue
		}
		seen[head.Subject] = true
		found = append(found, Suggestion{Text: head.Subject, Kind: "subject", Detail: head.Number, ID: head.ID})
	}
	return found, nil
}
