package web

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index/query"
)

// The most rows of a list on the document page; the exports have all.
const (
	dutiesShown = 300
	refsShown   = 300
	citedBy     = 20
	mostCopies  = 20
)

// documentView is what the document page shows.
type documentView struct {
	*corpus.Record
	Title            string
	Facts, Further   []fact
	Missing          []corpus.Missing
	Duties           []dutyView
	MoreDuties       bool
	References       []referenceView
	MoreReferences   bool
	CitedBy          []choice
	CitedTotal       int
	CitedAddress     string
	Copies           []otherCopy
	Outline          []choice
	Blocks           []block
	Part, Parts      int
	Earlier, Later   string
	Link             string // of the source, when it is a web address
	Base, Map, Table string
	Subject          fact
	History          []entryView // what persons said of it, the newest last
	Facsimile        *facsimileView
	WithPages        string // address of the view with pages, from the one without
}

// fact is a row of the card: a value with where it stands and why it was read.
type fact struct {
	Key, Value, Address string
	Date                corpus.Date
	Rule                string
	Confidence          float64
}

type dutyView struct {
	corpus.Obligation
	Address string
	When    []string
	State   sqlite.Mark
	Life    corpus.Life // what later documents made of it
	By      string      // address of the document that did so
	Due     corpus.Date // that holds now, where a later document changed it
}

type referenceView struct {
	corpus.Reference
	Name    string
	Key     string // of words for its relation
	Held    string // address of the stored document
	Search  string // address of a search for it
	Address string // of the first mention
}

// otherCopy is another source of what the record is about.
type otherCopy struct {
	sqlite.Copy
	Name, Address, Compare string
}

// anchors make addresses of places in a text.
type anchors struct {
	parts []part
	shown int
	pages bool   // a page of the original is shown, with its text
	keep  string // parameters of every address
}

// at is the address of a code point of the text: in this page where it can be.
func (a anchors) at(s corpus.Span) string {
	if s.IsZero() {
		return ""
	}
	fragment := "#s-" + strconv.Itoa(s.Start)
	switch {
	case a.pages: // the picture shows it too
		fragment = "#trang"
	case partOf(a.parts, s.Start) == a.shown:
		return fragment
	}
	return "?" + a.keep + "tu=" + strconv.Itoa(s.Start) + fragment
}

// load is the record that the address names: by its ID, or by a number that leads to one.
func (p *Pages) load(v *visit, name string) (*corpus.Record, error) {
	id := v.r.PathValue(name)
	return p.pipeline.Store().Record(v.r.Context(), id)
}

func (p *Pages) document(v *visit) error {
	record, err := p.load(v, "id")
	if err != nil {
		ids, findErr := p.pipeline.Store().Find(v.r.Context(), v.r.PathValue("id"))
		if findErr != nil || len(ids) == 0 {
			return err
		}
		http.Redirect(v.w, v.r, documentAddress(ids[0]), http.StatusFound)
		return nil
	}
	from, err := ask.Number(v.r.Form, "tu", 0, 0, len(record.Text))
	if err != nil {
		return err
	}
	view := documentView{Record: record, Title: titleOf(record), Missing: record.Missing, Base: documentAddress(record.ID), Map: documentAddress(record.ID) + "/ban-do"}
	a := p.anchorsOf(v, &view, from)
	view.Facts, view.Further = factsOf(record, a)
	view.Subject = fact{Value: record.Subject.Value, Address: a.at(record.Subject.Span)}
	if err := p.fillDuties(v, &view, a); err != nil {
		return err
	}
	if err := p.fillReferences(v, &view, a); err != nil {
		return err
	}
	if err := p.fillNeighbours(v, &view); err != nil {
		return err
	}
	if err := p.fillHistory(v, &view); err != nil {
		return err
	}
	view.fillText(a, from)
	if a.pages {
		view.facsimile(a, from)
	}
	view.Table = "/api/v1/export/obligations?format=xlsx&q=" + url.QueryEscape(`số:"`+record.Number.Value+`"`)
	if u, err := url.Parse(record.Source.URI); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		view.Link = record.Source.URI
	}
	return p.render.write(v, http.StatusOK, "document", page{Title: view.Title, Body: &view})
}

// anchorsOf cuts the text: at the pages of the original where those are shown beside it.
func (p *Pages) anchorsOf(v *visit, view *documentView, from int) anchors {
	a := anchors{}
	if p.pipeline.Draws(view.Record) {
		parts := pageParts(view.Record)
		if len(parts) > 0 && v.get("xem") != asText {
			return anchors{parts: parts, shown: partOf(parts, from), pages: true}
		}
		if len(parts) > 0 {
			a.keep, view.WithPages = "xem="+asText+"&", "?tu="+strconv.Itoa(from)+"#trang"
		}
	}
	a.parts = partsOf(view.Text)
	a.shown = partOf(a.parts, from)
	return a
}

// titleOf names a record in a heading and in the reader's tabs.
func titleOf(r *corpus.Record) string {
	title := strings.TrimSpace(r.Type.Value + " " + r.Number.Value)
	for _, other := range []string{r.Subject.Value, r.Source.Title, r.Source.Name, r.ID} {
		if title == "" {
			title = other
		}
	}
	return title
}

func (p *Pages) fillDuties(v *visit, view *documentView, a anchors) error {
	lives, err := p.pipeline.Store().Lives(v.r.Context(), view.ID)
	if err != nil {
		return err
	}
	for i, o := range view.Obligations {
		if view.MoreDuties = i == dutiesShown; view.MoreDuties {
			break
		}
		state, err := p.pipeline.Store().Mark(v.r.Context(), view.Record, o.ID)
		if err != nil {
			return err
		}
		duty := dutyView{Obligation: o, Address: a.at(o.Action.Span), State: state}
		for _, t := range o.Timing {
			duty.When = append(duty.When, t.Text)
		}
		if i < len(lives) && lives[i].State != corpus.InForce {
			duty.live(lives[i])
		}
		view.Duties = append(view.Duties, duty)
	}
	return nil
}

// live notes what became of the duty.
func (d *dutyView) live(l corpus.Life) {
	d.Life = l
	if l.By.Record != "" {
		d.By = documentAddress(l.By.Record)
	}
	for _, a := range l.Assertions {
		if a.Kind != "" && a.InForce() {
			d.Due = a.Due
		}
	}
}

func (p *Pages) fillReferences(v *visit, view *documentView, a anchors) error {
	refs, err := p.resolved(v, view.Record)
	if err != nil {
		return err
	}
	view.MoreReferences = len(refs) < len(view.Record.References)
	for _, ref := range refs {
		row := referenceView{Reference: ref, Name: nameOf(ref), Key: "rel." + string(ref.Relation), Search: "/?q=" + url.QueryEscape(`"`+strings.ReplaceAll(ref.Value, `"`, " ")+`"`)}
		if ref.Target != "" {
			row.Held = documentAddress(ref.Target)
		}
		if len(ref.Mentions) > 0 {
			row.Address = a.at(ref.Mentions[0])
		}
		view.References = append(view.References, row)
	}
	return nil
}

// resolved are the first references of a record, with the stored documents that they lead to.
func (p *Pages) resolved(v *visit, r *corpus.Record) ([]corpus.Reference, error) {
	some := *r
	some.References = slices.Clone(r.References[:min(len(r.References), refsShown)])
	err := p.pipeline.Resolve(v.r.Context(), &some)
	return some.References, err
}

// fillNeighbours looks for what cites the record, and for its other copies.
func (p *Pages) fillNeighbours(v *visit, view *documentView) error {
	copies, err := p.pipeline.Store().Copies(v.r.Context(), view.ID)
	if err != nil {
		return err
	}
	for _, c := range copies[:min(len(copies), mostCopies)] {
		if c.ID != view.ID {
			view.Copies = append(view.Copies, otherCopy{Copy: c, Name: path.Base(c.URI), Address: documentAddress(c.ID), Compare: view.Base + "/so-sanh/" + url.PathEscape(c.ID)})
		}
	}
	if view.Number.IsZero() {
		return nil
	}
	view.CitedBy, view.CitedTotal, err = p.citing(v, view.Record, citedBy)
	view.CitedAddress = "/?q=" + url.QueryEscape(citesQuery(view.Record))
	return err
}

func citesQuery(r *corpus.Record) string { return `trích dẫn:"` + r.Number.Value + `"` }

// citing are the newest documents that name a record's number.
func (p *Pages) citing(v *visit, r *corpus.Record, limit int) ([]choice, int, error) {
	q := p.pipeline.Query(citesQuery(r))
	q.Limit, q.Sort, q.Exact = limit, query.ByNewest, true
	results, err := ask.Find(v.r.Context(), p.live, q)
	if err != nil {
		return nil, 0, err
	}
	var hits []choice
	for _, hit := range results.Hits {
		if hit.ID != r.ID {
			hits = append(hits, choice{Label: strings.TrimSpace(hit.Number + " " + hit.Subject), Value: hit.Issued.String(), Address: documentAddress(hit.ID)})
		}
	}
	return hits, results.Total, nil
}

func (view *documentView) fillText(a anchors, from int) {
	for _, h := range view.Record.Outline {
		if len(view.Outline) == refsShown {
			break
		}
		view.Outline = append(view.Outline, choice{Label: strings.TrimSpace(h.Label + ". " + h.Title), Address: a.at(h.Span), Count: min(max(h.Level, 1), 4)})
	}
	shown := a.parts[a.shown]
	view.Part, view.Parts = a.shown+1, len(a.parts)
	if a.shown > 0 && !a.pages {
		view.Earlier = "?" + a.keep + "tu=" + strconv.Itoa(a.parts[a.shown-1].start) + "#text"
	}
	if a.shown+1 < len(a.parts) && !a.pages {
		view.Later = "?" + a.keep + "tu=" + strconv.Itoa(a.parts[a.shown+1].start) + "#text"
	}
	marks := marksOf(view.Record)
	if from > 0 && from != shown.start && !slices.ContainsFunc(marks, func(k mark) bool { return k.Start == from }) {
		marks = append(marks, mark{corpus.Span{Start: from, End: wordEnd(view.Text, shown, from)}, "here"})
	}
	next := int(^uint(0) >> 1)
	if a.shown+1 < len(a.parts) {
		next = a.parts[a.shown+1].start
	}
	marks = slices.DeleteFunc(marks, func(k mark) bool { return k.End <= shown.start || k.Start >= next })
	view.Blocks = blocks(view.Text, shown, marks, view.Record.Outline)
}

// nameOf is a reference's type and number, or its name.
func nameOf(ref corpus.Reference) string {
	if strings.HasPrefix(ref.Value, ref.Type) {
		return ref.Value
	}
	return ref.Type + " " + ref.Value
}
