package web

import (
	_ "embed"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
)

//go:embed review/keys.js
var reviewKeys []byte

// doubtsShown is how many values a page of the queue has.
const doubtsShown = 20

// reviewView is what the review page shows.
type reviewView struct {
	Doubts []doubtView
	Total  int
	Next   string // address of the rest of the queue
	Here   string
	Last   *entryView // what was decided last, to take it back
	Script string
}

type doubtView struct {
	corpus.Doubt
	Record, Title, Address string
	Context                [3]string // before the words, the words, after them
}

// review shows the queue of values that a person should look at.
func (p *Pages) review(v *visit) error {
	before, err := ask.Number(v.r.Form, "truoc", 0, 0, 1<<53)
	if err != nil {
		return err
	}
	rows, total, err := p.pipeline.Store().Doubts(v.r.Context(), int64(before), doubtsShown+1)
	if err != nil {
		return err
	}
	view := reviewView{Total: total, Here: v.r.URL.RequestURI(), Script: "/review.js?" + p.keys.sum}
	if len(rows) > doubtsShown {
		rows = rows[:doubtsShown]
		view.Next = "/duyet?truoc=" + strconv.FormatInt(rows[len(rows)-1].N, 10)
	}
	records := map[string]*corpus.Record{}
	for _, row := range rows {
		r, ok := records[row.Record]
		if !ok {
			if r, err = p.pipeline.Store().Record(v.r.Context(), row.Record); err != nil {
				return err
			}
			records[row.Record] = r
		}
		doubts := r.Doubts()
		at := slices.IndexFunc(doubts, func(d corpus.Doubt) bool { return d.Field == row.Field })
		if at < 0 {
			continue // someone has looked meanwhile
		}
		d := doubtView{Doubt: doubts[at], Record: r.ID, Title: titleOf(r), Address: documentAddress(r.ID)}
		if !d.Span.IsZero() {
			d.Address += place(d.Span)
		}
		d.Context = contextOf(r.Text, d.Span)
		view.Doubts = append(view.Doubts, d)
	}
	last, err := p.entries(v, 0, 1)
	if err != nil {
		return err
	}
	if len(last) > 0 && last[0].Open {
		view.Last = &last[0]
	}
	return p.render.write(v, http.StatusOK, "review", page{Title: "review.title", Nav: "review", Body: view})
}

// The code points shown around words in doubt, and of a text in which they are not known.
const (
	contextAround = 160
	contextAlone  = 400
)

// contextOf is a stretch of the text around a span: before it, the span, after it. Without a span
// it is the text's beginning, where most of what a document says of itself stands.
func contextOf(text string, s corpus.Span) [3]string {
	if s.IsZero() {
		return [3]string{cutText(contextAlone, text), "", ""}
	}
	from, to := byteAt(text, s.Start), byteAt(text, s.End)
	start := from
	for n := 0; n < contextAround && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	return [3]string{text[start:from], text[from:to], cutText(contextAround, text[to:])}
}

// byteAt is where a code point of a text begins.
func byteAt(text string, point int) int {
	for at := range text {
		if point == 0 {
			return at
		}
		point--
	}
	return len(text)
}
