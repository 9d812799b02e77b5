package ask

import (
	"context"
	"net/url"

	"congvan/cmd/internal/pipeline"
	"congvan/index"
	"congvan/index/query"
)

// Suggestion completes what is being typed in the search box, and says where choosing it leads.
type Suggestion struct {
	Text   string `json:"text"`             // to put in the box
	Kind   string `json:"kind"`             // number, issuer, unit or subject
	URL    string `json:"url"`              // the document's page, or a search
	Detail string `json:"detail,omitempty"` // beside a number its subject, beside a subject its number
	Count  int    `json:"count,omitempty"`  // documents, when the address is a search
}

// Suggest are at most n completions of what was typed so far.
func Suggest(ctx context.Context, live *pipeline.Live, typed string, n int) ([]Suggestion, error) {
	suggestions := []Suggestion{}
	err := live.Use(ctx, func(x *index.Index) error {
		found, err := x.Suggest(ctx, typed, n)
		for _, f := range found {
			suggestions = append(suggestions, Suggestion{f.Text, f.Kind, addressOf(f), f.Detail, f.Count})
		}
		return err
	})
	return suggestions, err
}

// addressOf is the document's page where there is one alone, otherwise a search.
func addressOf(f index.Suggestion) string {
	if f.ID != "" {
		return "/van-ban/" + url.PathEscape(f.ID)
	}
	s := Search{Text: f.Text}
	if f.Kind == query.Issuer || f.Kind == query.Unit {
		s = Search{Filter: map[string]string{f.Kind: Exactly(f.Kind, f.Text)}}
	}
	return "/?" + s.Values().Encode()
}
