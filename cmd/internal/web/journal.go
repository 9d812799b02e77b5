package web

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// entriesShown is how many lines of the journal a page has.
const entriesShown = 50

// journalView is what the page of the journal shows.
type journalView struct {
	Entries []entryView
	Next    string
	Here    string
}

// entryView is a line of the journal: who said what of which document, when, what stood before.
type entryView struct {
	sqlite.Entry
	When, Address, Was, Is string
	Open                   bool // it can be taken back
}

// journal shows what persons said, the newest first.
func (p *Pages) journal(v *visit) error {
	before, err := ask.Number(v.r.Form, "truoc", 0, 0, 1<<53)
	if err != nil {
		return err
	}
	view := journalView{Here: v.r.URL.RequestURI()}
	if view.Entries, err = p.entries(v, int64(before), entriesShown+1); err != nil {
		return err
	}
	if len(view.Entries) > entriesShown {
		view.Entries = view.Entries[:entriesShown]
		view.Next = "/nhat-ky?truoc=" + strconv.FormatInt(view.Entries[entriesShown-1].Seq, 10)
	}
	return p.render.write(v, http.StatusOK, "journal", page{Title: "journal.title", Nav: "journal", Body: view})
}

// entries are lines of the journal. Those on the page that were taken back, or of whose matter
// something was said later on it, are not open; for older ones the store knows.
func (p *Pages) entries(v *visit, before int64, limit int) ([]entryView, error) {
	found, err := p.pipeline.Store().LatestEntries(v.r.Context(), before, limit)
	if err != nil {
		return nil, err
	}
	undone, later := map[int64]bool{}, map[[2]string]bool{}
	var views []entryView
	for _, e := range found {
		view := entryViewOf(e)
		matter := [2]string{e.Record, e.Target}
		switch {
		case e.What == "undo":
			undone[e.Undoes] = true
		case undone[e.Seq]:
		default:
			view.Open = !later[matter]
			later[matter] = true
		}
		views = append(views, view)
	}
	return views, nil
}

func entryViewOf(e sqlite.Entry) entryView {
	view := entryView{Entry: e, When: e.At.Format("02/01/2006 15:04"), Address: documentAddress(e.Record), Was: spoken(e.What, e.Before), Is: spoken(e.What, e.After)}
	if e.What == "undo" {
		view.Was, view.Is = spokenEither(e.Before), spokenEither(e.After)
	}
	return view
}

// historyShown is how many lines of the journal a document's page has.
const historyShown = 20

// fillHistory lays in what persons said of a record and of its directive.
func (p *Pages) fillHistory(v *visit, view *documentView) error {
	keys := []string{view.Record.ID}
	if d := view.Record.Directive(); d != "" {
		keys = append(keys, d)
	}
	for _, key := range keys {
		entries, err := p.pipeline.Store().Journal(v.r.Context(), key)
		if err != nil {
			return err
		}
		for _, e := range entries[max(0, len(entries)-historyShown):] {
			view.History = append(view.History, entryViewOf(e))
		}
	}
	slices.SortFunc(view.History, func(a, b entryView) int { return cmp.Compare(a.Seq, b.Seq) })
	return nil
}

// spoken is what a mark or a correction says, as a key of words or as text.
func spoken(what string, said json.RawMessage) string {
	if what == "mark" {
		var m sqlite.Mark
		if json.Unmarshal(said, &m) != nil || m.State == "" {
			return "state.open"
		}
		if m.Reply != "" {
			return m.Reply
		}
		return "state." + m.State
	}
	var c *corpus.Correction
	if json.Unmarshal(said, &c) != nil || c == nil {
		return "journal.machine"
	}
	if c.Value == "" {
		return "journal.none"
	}
	return c.Value
}

// spokenEither is what an entry says whose kind is not told: that of an undo.
func spokenEither(said json.RawMessage) string {
	var m sqlite.Mark
	if json.Unmarshal(said, &m) == nil && m.State != "" {
		return spoken("mark", said)
	}
	return spoken("correct", said)
}
