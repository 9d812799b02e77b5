package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus/sqlite"
)

// A comparison costs the square of what differs: longer texts are not compared on a page. Of a
// run that both share only the words next to a difference are shown.
const (
	longestCompared = 100_000 // bytes of a text
	wordsAround     = 30
)

// compareView is two copies of a directive, word by word.
type compareView struct {
	A, B               string // names
	AddressA, AddressB string
	Changes            []pipeline.WordChange
	Long, Same         bool
}

func (p *Pages) compare(v *visit) error {
	a, err := p.load(v, "id")
	if err != nil {
		return err
	}
	b, err := p.load(v, "other")
	if err != nil {
		return err
	}
	copies, err := p.pipeline.Store().Copies(v.r.Context(), a.ID)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(copies, func(c sqlite.Copy) bool { return c.ID == b.ID }) {
		return fmt.Errorf("compare %s with %s: no copies of one document: %w", a.ID, b.ID, sqlite.ErrNotFound)
	}
	view := compareView{A: a.Source.Name, B: b.Source.Name, AddressA: documentAddress(a.ID), AddressB: documentAddress(b.ID)}
	view.Long = len(a.Text) > longestCompared || len(b.Text) > longestCompared
	if !view.Long {
		changes, err := p.pipeline.Diff(v.r.Context(), a.ID, b.ID)
		if err != nil {
			return err
		}
		view.Same = len(changes) == 0 || len(changes) == 1 && changes[0].Kind == "same"
		for _, c := range changes {
			if c.Kind == "same" {
				c.Text = around(c.Text)
			}
			view.Changes = append(view.Changes, c)
		}
	}
	return p.render.write(v, http.StatusOK, "compare", page{Title: "compare.title", Body: &view})
}

// around keeps the first and the last words of a text.
func around(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*wordsAround {
		return text
	}
	return strings.Join(words[:wordsAround], " ") + " […] " + strings.Join(words[len(words)-wordsAround:], " ")
}
