package field

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/layout"
)

// number reads the document's own number (số, ký hiệu) from its box. A number that the text cites
// is never taken for it; a blank one is absent, one that OCR spoilt is not understood.
func (p *Page) number(r *corpus.Record, props []property) {
	for _, piece := range p.Layout.Head {
		if piece.Cue != layout.Numbering {
			continue
		}
		start := piece.Start + numberLabel(p.slice(piece.Range))
		if start >= piece.End {
			continue
		}
		p.readNumber(r, layout.Range{Start: start, End: piece.End}, "number/box", 0.99)
		return
	}
	if at, ok := find(props, "so ky hieu", "so hieu", "so/ky hieu", "so, ky hieu"); ok && !isBlankValue(p.slice(at)) {
		p.readNumber(r, at, "number/property", 0.98)
		return
	}
	for _, piece := range p.Layout.Head {
		if s := p.slice(piece.Range); piece.Cue == layout.Organ && s[0] == '/' { // "/BC-UBND" under the organ
			p.missing(r, "number", corpus.WhyAbsent, "the serial is left blank", piece.Range)
			return
		}
	}
	p.missing(r, "number", corpus.WhyAbsent, "no box with a number", layout.Range{})
}

// readNumber reads the number at the beginning of a range.
func (p *Page) readNumber(r *corpus.Record, at layout.Range, rule string, confidence float64) {
	s := p.slice(at)
	end, serial, legible := scanNumber(s)
	if !serial {
		if end > 0 || isBlankNumber(s) {
			p.missing(r, "number", corpus.WhyAbsent, "the serial is left blank", at)
			return
		}
		p.missing(r, "number", corpus.WhyNotUnderstood, "the serial is not legible", at)
		return
	}
	n, err := corpus.ParseDocumentNumber(s[:end])
	if err != nil || !legible {
		p.missing(r, "number", corpus.WhyNotUnderstood, "the number is not legible", at)
		return
	}
	if p.noisy {
		confidence = 0.8
	}
	r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Year: n.Year, Symbol: n.Symbol,
		Span: p.Ruler.Span(at.Start, at.Start+end), Rule: rule, Confidence: confidence}
}

// mendSymbol gives the code of the type in a number back its mark when OCR lost it or put a letter
// too many: "2827/QD-BGDĐT", "94/QĐĐ-UBND" under "QUYẾT ĐỊNH". The words in the text are then not
// those of the value, so it has no span.
func (p *Page) mendSymbol(r *corpus.Record) {
	if !p.noisy && len(p.Doubts) == 0 || r.Number.IsZero() || r.Type.Rule != "type/name" {
		return
	}
	code, rest, ok := strings.Cut(r.Number.Symbol, "-")
	if !ok || code == r.Type.Code || len(code) > len(r.Type.Code)+3 {
		return
	}
	if t, known := corpus.TypeOfCode(code); known && t.Code == code {
		return
	}
	f, want := layout.Fold(code), layout.Fold(r.Type.Code)
	if !layout.Near(f.B, string(want.B), 1) {
		return
	}
	n, err := corpus.ParseDocumentNumber(strings.TrimSuffix(r.Number.Value, r.Number.Symbol) + r.Type.Code + "-" + rest)
	if err != nil {
		return
	}
	r.Number.Value, r.Number.Symbol, r.Number.Rule, r.Number.Span = n.String(), n.Symbol, "number/mended", corpus.Span{}
	r.Number.Confidence = min(r.Number.Confidence, 0.75)
}

// mendIssuerCode gives the issuer's code in a number its marks back, or the dash behind it, where OCR
// lost them: "245/TLD" of Tổng Liên đoàn (TLĐ), "5826/TCHQTXNK" of Tổng cục Hải quan. The text then
// does not show the value, so it has no span.
func (p *Page) mendIssuerCode(r *corpus.Record) {
	first, rest, _ := strings.Cut(r.Number.Symbol, "-")
	if !p.noisy || first == "" || strings.Contains(first, "/") {
		return
	}
	_, unit, _ := p.Register.Lookup(r.Issuer.Value)
	for _, code := range unit.Codes {
		mended := ""
		bare, want := viet.Fold(first), viet.Fold(code)
		switch {
		case first == code || slices.Contains(unit.Codes, first):
			return
		case bare == want:
			mended = code
		case len(want) > 2 && strings.HasPrefix(bare, want) && len(bare) > len(want)+1:
			mended = code + "-" + string([]rune(first)[utf8.RuneCountInString(code):])
		default:
			continue
		}
		if rest != "" {
			mended += "-" + rest
		}
		if n, err := corpus.ParseDocumentNumber(strings.TrimSuffix(r.Number.Value, r.Number.Symbol) + mended); err == nil {
			r.Number.Value, r.Number.Symbol, r.Number.Rule, r.Number.Span = n.String(), n.Symbol, "number/mended", corpus.Span{}
			r.Number.Confidence = min(r.Number.Confidence, 0.75)
		}
		return
	}
}

// numberLabel is how many bytes "Số:", "Luật số:", "sé:" take at the beginning of s.
func numberLabel(s string) int {
	f := layout.Fold(s)
	i := 0
	for i < len(f.B) && i < 24 {
		if f.B[i] == 's' && (i == 0 || f.B[i-1] == ' ') && i+1 < len(f.B) {
			i += 2
			break
		}
		if f.B[i] >= '0' && f.B[i] <= '9' || f.B[i] == '$' { // "$6:245" for "Số:245"
			i = 0
			break
		}
		i++
	}
	if i >= 24 {
		i = 0
	}
	if k := strings.IndexAny(s, ":"); i == 0 && k > 0 && k < 5 && s[0] == '$' {
		return k + 1
	}
	for i < len(f.B) && (f.B[i] == ' ' || f.B[i] == ':' || f.B[i] == ';' || f.B[i] == '.') {
		i++
	}
	return int(f.At[i])
}

// isBlankNumber tells "      /BHXH-TT" and "....../KH-UBND".
func isBlankNumber(s string) bool {
	for _, r := range s {
		switch r {
		case ' ', '.', '_', '…', '\t', '-', ':', '\u00a0':
			continue
		case '/':
			return true
		}
		return false
	}
	return true
}

// scanNumber reads a number at the beginning of s, spaces around its separators allowed. It
// gives its end, whether there is a serial, and whether every part of it looks like what it is.
func scanNumber(s string) (end int, serial, legible bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 || i > 6 {
		return 0, false, false
	}
	if i < len(s) && s[i] >= 'a' && s[i] <= 'z' { // 30a
		i++
	} else if i+2 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' { // 66.20
		i++
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	parts := 0
	legible = true
	for {
		j := skipBlank(s, i)
		size := separator(s[j:])
		if size == 0 {
			break
		}
		k := skipBlank(s, j+size)
		code := codeAt(s[k:])
		if code == 0 {
			break
		}
		word := s[k : k+code]
		if j > i && k > j+size && parts > 0 && strings.ToUpper(word) != word { // "KH-BHXH - Hà Nội"
			break
		}
		if word[0] >= '0' && word[0] <= '9' && !(parts == 0 && isYear(word)) && !hasOnlyDigits(word) {
			legible = legible && parts > 0 && len(word) > 3 // "3HXIH" for "BHXH"
		}
		parts++
		i = k + code
	}
	return i, true, legible && parts > 0
}

func skipBlank(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// separator is how many bytes a slash or dash takes at the beginning of s.
func separator(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '/', '-', '–', '—', '‐', '‑', '−', '⁄', '∕':
		return size
	}
	return 0
}

// codeAt is how many bytes one code of a symbol takes at the beginning of s: capitals, digits, &,
// with the small letters of CTr, TTr, QyĐ, TTg.
func codeAt(s string) int {
	i, upper, lower, digits := 0, 0, 0, 0
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		case r == '&' || r == '.' && i > 0 && i+1 < len(s) && s[i+1] >= 'A' && s[i+1] <= 'Z' || r == '_' || r == ',' && i+1 < len(s) && s[i+1] >= 'A' && s[i+1] <= 'Z':
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		i += size
	}
	switch {
	case i == 0:
		return 0
	case lower > 0 && upper == 0 && digits == 0:
		if i <= 6 && !isAllVietnamese(s[:i]) { // nđ-cp
			return i
		}
		return 0
	case lower > 2 || upper == 1 && lower > 1:
		return 0
	}
	return i
}

// isAllVietnamese keeps words like "và" from being read as codes.
func isAllVietnamese(s string) bool {
	for _, r := range s {
		switch r {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'à', 'á', 'ề', 'ố', 'ộ', 'ả', 'ạ', 'ì', 'ò', 'ù':
			return true
		}
	}
	return false
}

func hasOnlyDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func isYear(s string) bool {
	return len(s) == 4 && hasOnlyDigits(s) && (s[:2] == "19" || s[:2] == "20")
}
