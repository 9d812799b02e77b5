package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// states are those that a duty can be set to.
var states = []string{"open", "done", "not_ours"}

// errChanged says that what a person decided on is no longer what stands there.
var errChanged = errors.New("the value has changed since the page was made")

// mark sets the state of a duty, with the number of the reply that settled it.
func (p *Pages) mark(v *visit) error {
	record, duty, ok := strings.Cut(v.r.PostForm.Get("duty"), "/")
	if !ok {
		return ask.Mistake{Parameter: "duty", Detail: "want RECORD/DUTY"}
	}
	m := sqlite.Mark{State: v.r.PostForm.Get("state"), Reply: strings.TrimSpace(v.r.PostForm.Get("reply")), Note: strings.TrimSpace(v.r.PostForm.Get("note"))}
	if !slices.Contains(states, m.State) {
		return ask.Mistake{Parameter: "state", Detail: "want one of " + strings.Join(states, ", ")}
	}
	if len(m.Reply) > 200 || len(m.Note) > 2000 {
		return ask.Mistake{Parameter: "reply", Detail: "too long"}
	}
	s, _ := sessionOf(v.r)
	err := p.change(v.r.Context(), func(w *pipeline.Pipeline) error {
		return w.Store().SetMark(v.r.Context(), record, duty, m, s.User.Name, p.now())
	})
	if err != nil {
		return err
	}
	return v.back()
}

// marking is the form that sets the state of a duty.
type marking struct {
	page
	Duty, State, Reply, Back string
}

// Marking is the form for a duty of a record.
func (p page) Marking(record, duty string, m sqlite.Mark) marking {
	return marking{p, record + "/" + duty, m.State, m.Reply, p.Here}
}

// decide takes a reviewer's word on a value: right as it is, another, or none.
func (p *Pages) decide(v *visit) error {
	id, field := v.r.PostForm.Get("record"), v.r.PostForm.Get("field")
	record, err := p.pipeline.Store().Record(v.r.Context(), id)
	if err != nil {
		return err
	}
	value, err := record.Value(field)
	if err != nil {
		return ask.Mistake{Parameter: "field", Detail: err.Error()}
	}
	if shown, ok := v.r.PostForm["shown"]; ok && shown[0] != value {
		return errChanged
	}
	switch v.r.PostForm.Get("decision") {
	case "accept": // the value as it stands, said by a person
	case "reject":
		value = ""
	case "correct":
		value = strings.TrimSpace(v.r.PostForm.Get("value"))
	default:
		return ask.Mistake{Parameter: "decision", Detail: "want accept, correct or reject"}
	}
	trial := *record
	if err := trial.Correct(corpus.Correction{Field: field, Value: value}); err != nil {
		return ask.Mistake{Parameter: "value", Detail: err.Error()}
	}
	s, _ := sessionOf(v.r)
	err = p.change(v.r.Context(), func(w *pipeline.Pipeline) error {
		return w.Correct(v.r.Context(), id, field, value, s.User.Name)
	})
	if err != nil {
		return err
	}
	return v.back()
}

// undo takes one entry of the journal back.
func (p *Pages) undo(v *visit) error {
	seq, err := strconv.ParseInt(v.r.PostForm.Get("entry"), 10, 64)
	if err != nil {
		return ask.Mistake{Parameter: "entry", Detail: "want the number of an entry"}
	}
	s, _ := sessionOf(v.r)
	err = p.change(v.r.Context(), func(w *pipeline.Pipeline) error {
		_, err := w.UndoEntry(v.r.Context(), seq, s.User.Name)
		return err
	})
	if errors.Is(err, sqlite.ErrNotFound) {
		return ask.Mistake{Parameter: "entry", Detail: fmt.Sprintf("entry %d was taken back already, or something was said of the same since", seq)}
	}
	if err != nil {
		return err
	}
	return v.back()
}

// back leads to where the form was.
func (v *visit) back() error {
	http.Redirect(v.w, v.r, within(v.r.PostForm.Get("back")), http.StatusSeeOther)
	return nil
}
