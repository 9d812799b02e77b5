package field

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
)

// Page is what the fields are read from.
type Page struct {
	Layout   *layout.Layout
	Ruler    *corpus.Ruler // of Layout.Text
	Register *gazetteer.Register
	Doubts   []corpus.Span // words that OCR read with little confidence
	noisy    bool          // the letterhead shows that the text was read by OCR
}

// Read fills the header fields of r, whose Source.Kind it settles too.
func Read(p *Page, r *corpus.Record) {
	p.noisy = len(p.Doubts) > 0 || p.isNoisy()
	if r.Source.Kind == "" {
		r.Source.Kind = corpus.KindOriginal
		if p.isArticle() {
			r.Source.Kind = corpus.KindArticle
		}
	}
	if r.Source.Kind == corpus.KindArticle {
		p.article(r)
		r.Contacts = p.contacts()
		return
	}
	props := p.properties()
	p.number(r, props)
	p.issued(r, props)
	if r.Number.Year == 0 && !r.Number.IsZero() {
		r.Number.Year = r.Issued.Value.Year
	}
	p.typeOf(r, props)
	p.checkSymbol(r)
	p.issuer(r, props)
	p.refuteNumber(r)
	p.subject(r, props)
	p.grades(r)
	r.Addressees = p.addressees()
	r.Recipients = p.recipients()
	p.signatory(r, props)
	p.effective(r, props)
	r.Audiences = p.audiences()
	r.Contacts = p.contacts()
	p.doubt(r)
	p.mendSymbol(r)
	p.mendIssuerCode(r)
	if p.noisy && r.Issued.IsZero() { // what stamped or wrote the day wrote the serial
		r.Number.Confidence = min(r.Number.Confidence, 0.6)
	}
}

func (p *Page) text() string { return p.Layout.Text }

func (p *Page) slice(r layout.Range) string { return p.Layout.Text[r.Start:r.End] }

// found is a value with the bytes [start, end) as its evidence.
func (p *Page) found(value string, start, end int, rule string, confidence float64) corpus.Found[string] {
	return corpus.Found[string]{Value: value, Span: p.Ruler.Span(start, end), Rule: rule, Confidence: confidence}
}

// first is the first piece of the letterhead with a cue.
func (p *Page) first(cue layout.Cue) (layout.Piece, bool) {
	for _, piece := range p.Layout.Head {
		if piece.Cue == cue {
			return piece, true
		}
	}
	return layout.Piece{}, false
}

// missing notes why a field has no value.
func (p *Page) missing(r *corpus.Record, field, why, reason string, at layout.Range) {
	m := corpus.Missing{Field: field, Why: why, Reason: reason}
	if !at.IsZero() {
		m.Span = p.Ruler.Span(at.Start, at.End)
	}
	r.Missing = append(r.Missing, m)
}

// squeeze is s with its white space runs as one space and trim cut from its ends.
func squeeze(s, trim string) string {
	if strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\t') >= 0 || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.Trim(s, trim)
}

// doubt lowers the confidence of values that OCR read with little confidence itself, and takes
// back numbers and dates: a wrong digit there makes another document of it.
func (p *Page) doubt(r *corpus.Record) {
	if len(p.Doubts) == 0 {
		return
	}
	inside := func(s corpus.Span) bool {
		for _, d := range p.Doubts {
			if !s.IsZero() && d.Start < s.End && s.Start < d.End {
				return true
			}
		}
		return false
	}
	if inside(r.Number.Span) {
		serial := corpus.Span{Start: r.Number.Span.Start, End: r.Number.Span.Start + len(strconv.Itoa(r.Number.Serial))}
		if r.Number.Confidence = min(r.Number.Confidence, 0.75); inside(serial) {
			r.Missing = append(r.Missing, corpus.Missing{Field: "number", Why: corpus.WhyNotUnderstood, Reason: "its serial was read with little confidence", Span: r.Number.Span})
			r.Number = corpus.NumberFact{}
		}
	}
	if inside(r.Issued.Span) {
		r.Missing = append(r.Missing, corpus.Missing{Field: "issued", Why: corpus.WhyNotUnderstood, Reason: "its words were read with little confidence", Span: r.Issued.Span})
		r.Issued = corpus.Found[corpus.Date]{}
	}
	for _, f := range []*corpus.Found[string]{&r.Issuer, &r.Place, &r.Subject, &r.ParentAgency} {
		if inside(f.Span) {
			f.Confidence = min(f.Confidence, 0.7)
		}
	}
}

// isNoisy reports whether the letterhead has the marks of OCR: the motto without its accents, or
// signs that no one writes there.
func (p *Page) isNoisy() bool {
	for _, piece := range p.Layout.Head {
		s := p.slice(piece.Range)
		switch piece.Cue {
		case layout.Motto:
			if f := layout.Fold(s); bytes.Contains(f.B, []byte("tu do")) && !strings.Contains(strings.ToLower(s), "tự do") {
				return true // Độc lập - Tự đo
			}
			u := strings.ToUpper(s)
			if strings.Contains(u, "VIET NAM") || strings.Contains(u, "VIETNAM") || strings.Contains(u, "XA HOI") || strings.Contains(u, "XA HỘI") ||
				strings.Contains(u, "XÃ HOI") || strings.Contains(u, "CONG H") || strings.Contains(u, "HANH") || strings.Contains(u, "LAP") || strings.Contains(u, "ĐO -") {
				return true
			}
		case layout.Organ, layout.Numbering, layout.Dating:
			if piece.Cue == layout.Organ && layout.IsCaps(s) && strings.IndexFunc(s, unicode.IsLower) >= 0 {
				return true // VIỆt NAM
			}
			if piece.Cue == layout.Organ && p.lostMarks(strings.Trim(s, " -_*.=|~—–ˆ")) {
				return true
			}
			if strings.ContainsAny(s, "{}†¿§#!?«»[]°") {
				return true
			}
		}
	}
	return false
}
