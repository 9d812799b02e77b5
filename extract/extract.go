// Package extract reads what a document orders: its header, its references and its obligations,
// each with the words that say so.
package extract

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/duty"
	"congvan/extract/field"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
	"congvan/extract/target"
	"congvan/extract/temporal"
)

// Version names the rules of this package; records made by another version are stale.
const Version = "extract/1"

// Options tell how to extract. The zero value works.
type Options struct {
	Register   *gazetteer.Register // the units known; nil is the built-in register
	Courtesies bool                // keep closing courtesies among the obligations
}

// Extract reads a document: layout, then header, references, times and figures, then the duties
// that lean on all of them. It is pure and total: no clock, no input or output, never an error or
// a panic. What is not in the text is absent from the record.
func Extract(d *corpus.Document, o Options) *corpus.Record {
	r := &corpus.Record{Schema: corpus.Schema, ID: d.ID(), Extractor: Version, Source: d.Source, Text: d.Text, Pages: d.Pages}
	if strings.TrimSpace(d.Text) == "" {
		return r
	}
	if !isValid(r.Text) {
		r.Text = strings.ToValidUTF8(r.Text, "\uFFFD")
	}
	register := o.Register
	if register == nil {
		register = gazetteer.Default()
	}
	l := layout.Read(r.Text)
	ruler := corpus.NewRuler(r.Text)
	field.Read(&field.Page{Layout: l, Ruler: ruler, Register: register, Doubts: d.Doubts}, r)
	r.Outline = outline(l, ruler)
	r.Tables = tables(l, ruler)

	citations := citation.Find(r.Text)
	own, _ := corpus.ParseDocumentNumber(r.Number.Value)
	r.References = citation.Merge(r.Text, ruler, citations, listings(l), own)

	times := temporal.Context{Issued: r.Issued.Value, Effective: r.Effective.From.Value, Standing: isStanding(r.Type.Code), Skip: dateless(l, citations)}
	r.Effects = effects(l, ruler, citations, own, times)
	timings := timed(r, ruler, temporal.Find(r.Text, times), duty.Deadlines(l))
	targets := aimed(r, ruler, target.Find(r.Text, times))
	r.Obligations = duty.Find(duty.Input{
		Layout: l, Units: register, Ruler: ruler, Kind: r.Source.Kind, Type: r.Type.Code, Issuer: r.Issuer.Value,
		Addressees: r.Addressees, Timings: timings, Targets: targets, Options: duty.Options{Courtesies: o.Courtesies},
	})
	return r
}

// isStanding reports whether documents of a type hold until they are repealed: a day and month
// without a year then come every year.
func isStanding(code string) bool {
	switch code {
	case "HP", "BL", "L", "PL", "NĐ", "TT", "TTLT", "NQLT", "VBHN", "QC", "QyĐ":
		return true
	}
	return false
}

// dateless is where dates are none of the body's own: citations and the letterhead, in the order
// of the text.
func dateless(l *layout.Layout, citations []citation.Citation) [][2]int {
	skip := make([][2]int, 0, len(citations)+len(l.Head))
	head := 0
	for _, c := range citations {
		for ; head < len(l.Head) && l.Head[head].Start <= c.Start; head++ {
			skip = append(skip, [2]int{l.Head[head].Start, l.Head[head].End})
		}
		skip = append(skip, [2]int{c.Start, c.End})
	}
	for ; head < len(l.Head); head++ {
		skip = append(skip, [2]int{l.Head[head].Start, l.Head[head].End})
	}
	return skip
}

// timed gives the record its timings, those that set someone a time, and all of them to the duties.
// In the cells of a column of deadlines every time is one.
func timed(r *corpus.Record, ruler *corpus.Ruler, found []temporal.Found, deadlines [][2]int) []duty.At[corpus.Timing] {
	out := make([]duty.At[corpus.Timing], 0, len(found))
	for _, f := range found {
		for len(deadlines) > 0 && deadlines[0][1] <= f.Start {
			deadlines = deadlines[1:]
		}
		switch due := len(deadlines) > 0 && f.Start >= deadlines[0][0]; {
		case due && f.Role != temporal.RoleEffect:
			if f.Timing.Kind == corpus.TimingDate && (f.Timing.Bound == "" || f.Timing.Bound == corpus.On) {
				f.Timing.Bound = corpus.By
			}
		case f.Role != temporal.RoleDeadline:
			continue
		}
		f.Timing.Span = ruler.Span(f.Start, f.End)
		out = append(out, duty.At[corpus.Timing]{Start: f.Start, End: f.End, Value: f.Timing})
		r.Timing = append(r.Timing, f.Timing)
	}
	return out
}

// aimed does the same for targets.
func aimed(r *corpus.Record, ruler *corpus.Ruler, found []target.Found) []duty.At[corpus.Target] {
	out := make([]duty.At[corpus.Target], 0, len(found))
	for _, f := range found {
		f.Target.Span = ruler.Span(f.Start, f.End)
		out = append(out, duty.At[corpus.Target]{Start: f.Start, End: f.End, Value: f.Target})
		r.Targets = append(r.Targets, f.Target)
	}
	return out
}
