package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"congvan/corpus"
)

// The measures of the map, in its own units: three columns of boxes.
const (
	mapWidth   = 960
	boxWidth   = 270
	boxHeight  = 46
	boxPitch   = 58
	mapMargin  = 8
	sideShown  = 24
	highest    = 5 * boxPitch // where the middle box stands at the lowest
	labelWidth = 30           // characters that a box holds
)

// mapView is a document with what it cites and what cites it, as a picture and as a list.
type mapView struct {
	Title, Back   string
	Width, Height int
	Boxes         []box
	Lines         []line
	Timeline      []moved
	MoreLeft      int
	MoreRight     int
	Alone         bool // nothing that is stored cites it
}

type box struct {
	X, Y                int
	Label, Note, Full   string
	Key, Class, Address string // Key: of words, for the relation
}

// Middle is the height at which lines meet the box.
func (b box) Middle() int { return b.Y + boxHeight/2 }

type line struct {
	X1, Y1, X2, Y2 int
	Class          string
}

// Bend is where the curve of the line turns.
func (l line) Bend() int { return (l.X1 + l.X2) / 2 }

// moved is a document of the map with its date.
type moved struct {
	Date                      corpus.Date
	Label, Note, Key, Address string
	This                      bool
}

func (p *Pages) refmap(v *visit) error {
	record, err := p.load(v, "id")
	if err != nil {
		return err
	}
	view := mapView{Title: titleOf(record), Back: documentAddress(record.ID), Width: mapWidth}
	left, err := p.named(v, record)
	if err != nil {
		return err
	}
	var right []moved
	if !record.Number.IsZero() {
		hits, total, err := p.citing(v, record, sideShown)
		if err != nil {
			return err
		}
		if right, err = p.naming(v, record, hits); err != nil {
			return err
		}
		view.MoreRight = max(0, total-len(right))
	}
	this := moved{Date: record.Issued.Value, Label: view.Title, Note: record.Subject.Value, Key: "map.this", Address: view.Back, This: true}
	byWeight(left)
	byWeight(right)
	view.Timeline = slices.Concat(left, []moved{this}, right)
	slices.SortStableFunc(view.Timeline, byDate)
	view.MoreLeft = max(0, len(left)-sideShown)
	view.Alone = len(right) == 0
	view.draw(left[:min(len(left), sideShown)], this, right)
	return p.render.write(v, http.StatusOK, "refmap", page{Title: view.Title, Body: &view})
}

// named are the documents that a record names, in its order.
func (p *Pages) named(v *visit, record *corpus.Record) ([]moved, error) {
	var out []moved
	refs, err := p.resolved(v, record)
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		m := moved{Date: ref.Issued, Label: nameOf(ref), Note: ref.Title, Key: "rel." + string(ref.Relation)}
		m.Address = "/?q=" + url.QueryEscape(`"`+strings.ReplaceAll(ref.Value, `"`, " ")+`"`)
		if ref.Target != "" {
			m.Address = documentAddress(ref.Target) + "/ban-do"
		}
		out = append(out, m)
	}
	return out, nil
}

// naming are the documents that name a record, with how they do.
func (p *Pages) naming(v *visit, record *corpus.Record, hits []choice) ([]moved, error) {
	var ids []string
	for _, hit := range hits {
		ids = append(ids, idOf(hit.Address))
	}
	namings, err := p.pipeline.Store().Namings(v.r.Context(), ids)
	if err != nil {
		return nil, err
	}
	own, err := corpus.ParseDocumentNumber(record.Number.Value)
	if err != nil {
		own = corpus.DocumentNumber{} // a number that is none is named by nobody
	}
	how := map[string]corpus.Relation{}
	for _, n := range namings {
		named, err := corpus.ParseDocumentNumber(n.Value)
		if err == nil && named.LooseKey() == own.LooseKey() && how[n.Record] == "" {
			how[n.Record] = n.Relation
		}
	}
	var out []moved
	for i, hit := range hits {
		date, _ := corpus.ParseDate(hit.Value) // zero when there is none
		relation := cmp.Or(how[ids[i]], corpus.RelationCites)
		out = append(out, moved{Date: date, Label: hit.Label, Key: "rel." + string(relation), Address: hit.Address + "/ban-do"})
	}
	return out, nil
}

// idOf is the ID in the address of a document's page.
func idOf(address string) string {
	id, err := url.PathUnescape(strings.TrimPrefix(address, "/van-ban/"))
	if err != nil {
		return ""
	}
	return id
}

// weights are the relations in the order of what they mean for the document: first what puts
// another in its place, last what only mentions it.
var weights = []corpus.Relation{corpus.RelationReplaces, corpus.RelationRepeals, corpus.RelationAmends, corpus.RelationImplements, corpus.RelationGuides, corpus.RelationBasis,
	corpus.RelationAttached, corpus.RelationCites, corpus.RelationListed}

// byWeight puts stored documents first, and each kind in the order of their relations.
func byWeight(side []moved) {
	weight := func(m moved) int {
		w := slices.Index(weights, corpus.Relation(strings.TrimPrefix(m.Key, "rel.")))
		if w < 0 {
			w = len(weights)
		}
		return w
	}
	away := func(m moved) int {
		if strings.HasPrefix(m.Address, "/?") {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(side, func(a, b moved) int { return cmp.Or(weight(a)-weight(b), away(a)-away(b)) })
}

func byDate(a, b moved) int {
	switch {
	case a.Date == b.Date:
		return 0
	case a.Date.IsZero():
		return 1
	case b.Date.IsZero() || a.Date.Before(b.Date):
		return -1
	}
	return 1
}

// draw sets the boxes: what is cited on the left, what cites on the right.
func (view *mapView) draw(left []moved, this moved, right []moved) {
	rows := max(len(left), len(right), 1)
	view.Height = rows*boxPitch + 2*mapMargin
	middle := min(view.Height/2, highest) // in sight, however long the sides are
	center := boxOf(this, (mapWidth-boxWidth)/2, middle-boxHeight/2)
	center.Class = "this"
	place := func(side []moved, x int) {
		top := max(mapMargin, middle-len(side)*boxPitch/2)
		for i, m := range side {
			b := boxOf(m, x, top+i*boxPitch+(boxPitch-boxHeight)/2)
			if strings.HasPrefix(m.Address, "/?") {
				b.Class += " away"
			}
			l := line{b.X + boxWidth, b.Middle(), center.X, center.Middle(), b.Class}
			if b.X > center.X {
				l.X1, l.X2 = center.X+boxWidth, b.X
				l.Y1, l.Y2 = center.Middle(), b.Middle()
			}
			view.Lines = append(view.Lines, l)
			view.Boxes = append(view.Boxes, b)
		}
	}
	place(left, mapMargin)
	place(right, mapWidth-boxWidth-mapMargin)
	view.Boxes = append(view.Boxes, center)
}

func boxOf(m moved, x, y int) box {
	return box{X: x, Y: y, Label: cutText(labelWidth, m.Label), Note: cutText(labelWidth-8, m.Note), Full: strings.TrimSpace(m.Label + " " + m.Note), Key: m.Key, Class: strings.TrimPrefix(m.Key, "rel."), Address: m.Address}
}
