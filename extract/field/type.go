package field

import (
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/layout"
)

// typeOf reads the document's type (tên loại văn bản; NĐ 30/2020 art. 7): from its name above the
// title, else from the code in its number, else from the form: a dispatch (công văn) has neither.
func (p *Page) typeOf(r *corpus.Record, props []property) {
	if strings.HasPrefix(r.Number.Symbol, "VBHN-") { // its title is the consolidated document's
		r.Type = corpus.TypeFact{Value: "Văn bản hợp nhất", Code: "VBHN", Rule: "type/symbol", Confidence: 0.95}
		return
	}
	if piece, ok := p.first(layout.TypeName); ok {
		if t, ok := typeOfWords(p.slice(piece.Range)); ok {
			if joint, to, ok := p.jointType(t, piece); ok {
				t, piece.End = joint, to
			}
			r.Type = corpus.TypeFact{Value: t.Name, Code: t.Code, Span: p.Ruler.Span(piece.Start, piece.End), Rule: "type/name", Confidence: 0.99}
			return
		}
	}
	if t, at, ok := p.typeBeforeNumber(); ok {
		r.Type = corpus.TypeFact{Value: t.Name, Code: t.Code, Span: p.Ruler.Span(at.Start, at.End), Rule: "type/number-words", Confidence: 0.98}
		return
	}
	if at, ok := find(props, "loai van ban", "hinh thuc van ban"); ok {
		if t, ok := typeOfWords(p.slice(at)); ok {
			r.Type = corpus.TypeFact{Value: t.Name, Code: t.Code, Span: p.Ruler.Span(at.Start, at.End), Rule: "type/property", Confidence: 0.98}
			return
		}
	}
	symbol := r.Number.Symbol
	if symbol == "" {
		symbol = p.blankSymbol()
	}
	if t, ok := typeOfSymbol(symbol); ok {
		r.Type = corpus.TypeFact{Value: t.Name, Code: t.Code, Rule: "type/symbol", Confidence: 0.95}
		return
	}
	_, about := p.first(layout.About)
	_, to := p.first(layout.Addressee)
	if _, titled := p.first(layout.Title); about || to && !titled || symbol != "" && !strings.Contains(symbol, "QH") && !titled {
		r.Type = corpus.TypeFact{Value: "Công văn", Code: "CV", Rule: "type/form", Confidence: 0.97}
		return
	}
	p.missing(r, "type", corpus.WhyAbsent, "no name of a type, and the number carries no code of one", layout.Range{})
}

// jointType is the type of a document of several organs, whose name is longer than that of one
// organ's: CHƯƠNG TRÌNH PHỐI HỢP, QUY CHẾ PHỐI HỢP.
func (p *Page) jointType(t corpus.DocumentType, piece layout.Piece) (joint corpus.DocumentType, end int, ok bool) {
	joint, ok = corpus.TypeOfName(t.Name + " phối hợp")
	start := skipBlank(p.text(), piece.End)
	f := layout.Folded{}
	f.Set(p.text()[start:max(start, p.Layout.Lines[piece.Line].End)], 20)
	if !ok || !f.HasPrefix("phoi hop") {
		return joint, 0, false
	}
	return joint, start + int(f.At[len("phoi hop")]), true
}

// checkSymbol doubts a number whose code is of another type than the title says: "100/2025/TT-BCA"
// above "NGHỊ ĐỊNH". One of the two is wrong.
func (p *Page) checkSymbol(r *corpus.Record) {
	t, ok := typeOfSymbol(r.Number.Symbol)
	if ok && r.Type.Rule == "type/name" && t.Code != r.Type.Code && isAct(t.Code) && isAct(r.Type.Code) {
		r.Number.Confidence = 0.5
	}
}

// refuteNumber takes back a number that neither the type nor the issuer can have, as when a database
// put another document's number on the page: "100/2025/TT-BCA" under "CHÍNH PHỦ", "NGHỊ ĐỊNH".
func (p *Page) refuteNumber(r *corpus.Record) {
	if r.Number.IsZero() || r.Number.Confidence > 0.5 {
		return
	}
	_, unit, known := p.Register.Lookup(r.Issuer.Value)
	if !known || len(unit.Codes) == 0 {
		return
	}
	for code := range strings.FieldsFuncSeq(r.Number.Symbol, func(c rune) bool { return c == '-' || c == '/' }) {
		if slices.Contains(unit.Codes, code) {
			return
		}
	}
	r.Missing = append(r.Missing, corpus.Missing{Field: "number", Why: corpus.WhyNotUnderstood, Reason: "its codes are of another type and another issuer", Span: r.Number.Span})
	r.Number = corpus.NumberFact{}
}

// isAct reports whether documents of a type carry its own code and no other.
func isAct(code string) bool {
	switch code {
	case "NĐ", "TT", "QĐ", "NQ", "CT", "TB", "KH", "BC", "CĐ", "TTr":
		return true
	}
	return false
}

// typeOfSymbol is the type whose code begins a symbol: QĐ of "QĐ-BHXH", NQ of "NQ/TW". Codes
// further in are units: TT of "BHXH-TT" is no circular.
func typeOfSymbol(symbol string) (corpus.DocumentType, bool) {
	code := symbol
	if k := strings.IndexAny(symbol, "-/"); k >= 0 {
		code = symbol[:k]
	}
	if code == "CV" || code == symbol && code != "L" {
		return corpus.DocumentType{}, false
	}
	return corpus.TypeOfCode(code)
}

// blankSymbol is the symbol of a number whose serial is blank or not legible.
func (p *Page) blankSymbol() string {
	piece, ok := p.first(layout.Numbering)
	if !ok {
		return ""
	}
	s := p.slice(piece.Range)
	k := strings.IndexByte(s, '/')
	if k < 0 {
		return ""
	}
	end, _, _ := scanNumber("1" + strings.TrimRight(s[k:], " ."))
	if end <= 2 {
		return ""
	}
	return strings.TrimSpace(s[k:])[1 : end-1]
}

// typeBeforeNumber reads the type in "Luật số: 58/2014/QH13", where the symbol has no code for it.
func (p *Page) typeBeforeNumber() (corpus.DocumentType, layout.Range, bool) {
	piece, ok := p.first(layout.Numbering)
	if !ok {
		return corpus.DocumentType{}, layout.Range{}, false
	}
	f := layout.Folded{}
	f.Set(p.slice(piece.Range), 40)
	n := layout.TypeNameAt(f.B)
	if n == 0 {
		return corpus.DocumentType{}, layout.Range{}, false
	}
	at := layout.Range{Start: piece.Start, End: piece.Start + int(f.At[n])}
	t, ok := typeOfWords(p.slice(at))
	return t, at, ok
}

// typeOfWords is the type that a name in any letter case stands for, its first words if need be.
func typeOfWords(s string) (corpus.DocumentType, bool) {
	folded := strings.Join(strings.Fields(viet.Fold(s)), " ")
	best := -1
	for k, t := range foldedTypes {
		if strings.HasPrefix(folded, t.folded) && (len(folded) == len(t.folded) || !isLetter(folded[len(t.folded)])) &&
			(best < 0 || len(t.folded) > len(foldedTypes[best].folded)) {
			best = k
		}
	}
	if best < 0 {
		return corpus.DocumentType{}, false
	}
	return foldedTypes[best].DocumentType, true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

type foldedType struct {
	corpus.DocumentType
	folded string
}

// foldedTypes are all types with their folded names.
var foldedTypes = func() []foldedType {
	var out []foldedType
	for _, t := range corpus.DocumentTypes() {
		out = append(out, foldedType{t, viet.Fold(t.Name)})
	}
	return out
}()
