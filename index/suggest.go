package index

import (
	"context"
	"fmt"
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
	names, err := x.names.of(ctx, x.documents)
	if err != nil {
		return nil, fmt.Errorf("suggest names: %w", err)
	}
	found = append(found, names.suggest(tokens, n-len(found))...)
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

// leastTyped is the number of letters from which a word that stands alone is completed to subjects:
// a letter is the beginning of them all.
const leastTyped = 2

// suggestSubjects are the subjects with the words typed, the last of them maybe unfinished.
func (x *Index) suggestSubjects(ctx context.Context, tokens []analysis.Token, n int) ([]Suggestion, error) {
	last, before := tokens[len(tokens)-1], tokens[:len(tokens)-1]
	if len(before) == 0 && len(last.Bare) < leastTyped {
		return nil, nil
	}
	unfinished := engine.Prefix{Token: last, Zone: engine.InContext}
	if len(before) > 0 && !last.Opens {
		unfinished.Before = &before[len(before)-1]
	}
	where := engine.All{unfinished}
	if len(before) > 0 {
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
		if head.Subject == "" || seen[head.Subject] {
			continue
		}
		seen[head.Subject] = true
		found = append(found, Suggestion{Text: head.Subject, Kind: "subject", Detail: head.Number, ID: head.ID})
		if len(found) == n {
			break
		}
	}
	return found, nil
}
