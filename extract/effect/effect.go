package effect

import (
	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/phrase"
	"congvan/extract/temporal"
)

// Input is a text with what has been read in it.
type Input struct {
	Text      string
	Citations []citation.Citation // of the text, in its order
	Own       corpus.DocumentNumber
	Times     temporal.Context // gives the years that dates leave out
}

// Found is an effect at the bytes [Start, End) of the text. Span and Section are left to the caller.
type Found struct {
	Start, End int
	Effect     corpus.Effect
}

// Find reads the effects of a text in its order. It is linear in the text's length and keeps no
// state.
func Find(in Input) []Found {
	f := finder{Input: in, target: -1, last: -1, subject: -1, bySerial: map[int]int{}}
	f.Times.Skip = nil // dates are asked for in pieces of the text
	f.eligible = make([]bool, len(in.Citations))
	any := false
	for k := range in.Citations {
		f.eligible[k] = f.counts(k, &in.Citations[k])
		any = any || f.eligible[k]
	}
	if !any {
		return nil
	}
	f.sentence = sentence{toks: make([]phrase.Token, 0, 128), cites: make([]int, 0, 128), quote: make([]int, 0, 128)}
	f.run()
	return f.settled()
}

// finder is one reading of a text, a sentence at a time.
type finder struct {
	Input
	eligible []bool
	bySerial map[int]int // of documents: serial → its last citation with a number
	sentence
	spare   sentence // to read a sentence again while another is being read
	passed  []passed // the sentences without an act since the last citation
	next    int      // the first citation after the sentence
	subject int      // the document that the subject gives more time, -1 for none
	last    int      // the last citation before the act that it can be about, -1 for none
	target  int      // the document that the text puts right, -1 for none
	place   string
	wrong   string // what "đã in là" gave, until its connector comes
	list    *verb  // acts on the documents listed under it
	out     []Found
}

// counts reports whether a citation can be the object of an act: another document with a number.
func (f *finder) counts(k int, c *citation.Citation) bool {
	switch {
	case c.Short():
		if n, ok := f.bySerial[c.Serial]; ok && f.Citations[n].Type == c.Type {
			f.Citations[k].Number = f.Citations[n].Number
			return true
		}
		return false
	case c.Number.IsZero() || c.Blank() || c.Rule == "letterhead" || c.Relation == corpus.RelationListed:
		return false
	case !f.Own.IsZero() && c.Number.Serial == f.Own.Serial && c.Number.LooseKey() == f.Own.LooseKey():
		return false
	}
	f.bySerial[c.Number.Serial] = k
	return true
}

// emit adds an effect on a citation's document. The words are tokens [from, to).
func (f *finder) emit(e corpus.Effect, cite, from, to int) {
	c := &f.Citations[cite]
	start, end := f.toks[from].Start, f.toks[to-1].End
	e.Document, e.Issued, e.Text = c.Number.String(), c.Issued, oneLine(f.Text[start:end])
	f.out = append(f.out, Found{start, end, e})
}

// settled leaves out what is said twice, and of a document what a title says without dates or
// parts when the body gives them.
func (f *finder) settled() []Found {
	if len(f.out) == 0 {
		return nil
	}
	type key struct {
		kind     corpus.EffectKind
		document string
	}
	full := map[key]bool{}
	issued := map[string]corpus.Date{}
	for _, c := range f.Citations {
		if !c.Number.IsZero() && !c.Issued.IsZero() {
			if n := c.Number.Key(); issued[n].IsZero() || !issued[n].IsDay() {
				issued[n] = c.Issued
			}
		}
	}
	for k := range f.out {
		e := &f.out[k].Effect
		if n, err := corpus.ParseDocumentNumber(e.Document); err == nil && e.Issued.IsZero() {
			e.Issued = issued[n.Key()]
		}
		if says(*e) {
			full[key{e.Kind, e.Document}] = true
		}
	}
	seen := map[corpus.Effect]bool{}
	out := f.out[:0]
	for _, found := range f.out {
		e := found.Effect
		if !says(e) && full[key{e.Kind, e.Document}] {
			continue
		}
		e.Text, e.Rule, e.Confidence, e.Of = "", "", 0, ""
		if !seen[e] {
			seen[e] = true
			out = append(out, found)
		}
	}
	return out
}

// says reports whether an effect says more than that there is one.
func says(e corpus.Effect) bool {
	switch e.Kind {
	case corpus.Extends:
		return !e.To.IsZero() || e.Duration != ""
	case corpus.Corrects:
		return e.Now != ""
	}
	return e.Provision != ""
}

// at reports whether a phrase of the lexicon stands at token k: how many tokens it takes.
func (f *finder) at(l *phrase.Lexicon, k int) int {
	if k < 0 || k >= len(f.toks) {
		return 0
	}
	n, _ := l.MatchExact(f.toks[k:min(len(f.toks), k+12)])
	return n
}
