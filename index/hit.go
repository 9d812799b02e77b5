package index

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

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

	Explain []engine.Part `json:"explain,omitempty"` // when Query.Explain asks for it
}

// hit makes the hit of a match: what its head says of the record, and the best of its passage.
func (x *Index) hit(ctx context.Context, in engine.Engine, m engine.Match, terms *snippet.Terms, explain bool) (Hit, error) {
	p, err := x.passage(in, m.Passage)
	if err != nil {
		return Hit{}, err
	}
	head, err := x.head(ctx, m, p)
	if err != nil {
		return Hit{}, err
	}
	hit := Hit{ID: head.ID, Name: head.Name, Number: head.Number, Score: m.Score, Copies: m.Copies,
		Type: head.Type, Issuer: head.Issuer, Issued: head.Issued, Subject: head.Subject, Kind: head.Kind, Duty: p.Duty}
	hit.Field = fieldOf(m.Parts)
	if explain {
		hit.Explain = m.Parts
	}
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
	if p.Duty != nil {
		hit.Section = p.Duty.Section
	}
	return hit, nil
}

// passage is the passage of a match in the documents or the obligations.
func (x *Index) passage(in engine.Engine, found engine.Passage) (*passage, error) {
	if in != x.duties {
		return x.packer.unpack(found.Stored)
	}
	if found.Part > 0 {
		return x.packer.unpackDuty(found.First, found.Part)
	}
	return x.packer.unpackDuty(found.Stored, 0)
}

// head are the fields of a match's record: with the passage itself, with its head, or, for an
// obligation, with the record.
func (x *Index) head(ctx context.Context, m engine.Match, p *passage) (*headFields, error) {
	if p.Head != nil {
		return p.Head, nil
	}
	stored := m.First
	if p.Duty != nil {
		found, ok, err := x.documents.Head(ctx, m.Owner)
		if err != nil {
			return nil, err
		}
		if !ok { // its record is being replaced
			return &headFields{ID: m.Owner}, nil
		}
		stored = found
	}
	first, err := x.packer.unpack(stored)
	if err != nil {
		return nil, err
	}
	if first.Head == nil {
		return nil, fmt.Errorf("the record's first passage says nothing of it")
	}
	return first.Head, nil
}

// holds reports whether a stored passage has all of the phrases.
func (x *Index) holds(in engine.Engine, found engine.Passage, phrases []engine.Phrase) bool {
	p, err := x.passage(in, found)
	if err != nil {
		return true // shown, so that the fault is seen
	}
	text := p.text
	if p.Head != nil {
		text += "\n" + p.Head.Subject
	}
	return snippet.Holds(text, phrases)
}

// fieldOf is where most of a score comes from: the number, the subject, or the text.
func fieldOf(parts []engine.Part) string {
	sums := map[string]float64{}
	for _, part := range parts {
		field := part.Zone
		if name, _, _ := strings.Cut(part.Term, ":"); field == "key" {
			field = name
			switch name {
			case query.Number, query.Loose, query.Serial, query.Written:
				field = "number"
			}
		} else if field == "context" {
			field = "subject"
			// The subject stands in the text too, and counts less there than its rank says.
			sums[field] += part.Score
		}
		sums[field] += part.Score
	}
	best, most := "", 0.0
	for _, field := range slices.Sorted(maps.Keys(sums)) {
		if sums[field] > most {
			best, most = field, sums[field]
		}
	}
	return best
}
