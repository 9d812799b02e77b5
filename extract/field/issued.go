package field

import (
	"bytes"
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
)

// issued reads place and date (địa danh, thời gian ban hành; NĐ 30/2020 art. 8.1.d). A day that is
// blank or not legible is not guessed, and a date that cannot be is not repaired.
func (p *Page) issued(r *corpus.Record, props []property) {
	if piece, ok := p.first(layout.Dating); ok {
		p.dateLine(r, piece.Range)
		return
	}
	if at, ok := find(props, "ngay ban hanh"); ok {
		if date, start, end, ok := digitsDate(p.slice(at)); ok {
			r.Issued = p.date(date, at.Start+start, at.Start+end, "issued/property", 0.98)
			return
		}
	}
	if at, date, ok := p.titleDate(); ok {
		r.Issued = p.date(date, at.Start, at.End, "issued/title", 0.97)
		return
	}
	if at, date, ok := p.passed(); ok {
		r.Issued = p.date(date, at.Start, at.End, "issued/passed", 0.9)
		return
	}
	p.missing(r, "issued", corpus.WhyAbsent, "no line with place and date", layout.Range{})
}

func (p *Page) date(d corpus.Date, start, end int, rule string, confidence float64) corpus.Found[corpus.Date] {
	return corpus.Found[corpus.Date]{Value: d, Span: p.Ruler.Span(start, end), Rule: rule, Confidence: confidence}
}

// dateLine reads "Hà Nội, ngày 12 tháng 9 năm 2022".
func (p *Page) dateLine(r *corpus.Record, at layout.Range) {
	s := p.slice(at)
	f := layout.Fold(s)
	day := indexWord(f.B, "ngay")
	if day < 0 {
		comma := bytes.IndexByte(f.B, ',') + 1 // not Ngãi of "Quảng Ngãi, ngàW†"
		if day = nearWord(f.B[comma:], "ngay"); day >= 0 {
			day += comma
		}
	}
	numeric := false
	if day < 0 {
		day = 0
		for day < len(f.B) && (f.B[day] < '0' || f.B[day] > '9') {
			day++
		}
		numeric = true
	}
	p.place(r, at, f, day)
	if numeric || bytes.IndexByte(f.B[day:], 't') < 0 {
		if date, start, end, ok := digitsDate(s[f.At[day]:]); ok {
			base := at.Start + int(f.At[day])
			r.Issued = p.date(date, base+start, base+end, "issued/line", 0.97)
			return
		}
	}
	if numeric {
		p.missing(r, "issued", corpus.WhyNotUnderstood, "the date is not legible", at)
		return
	}
	month := indexNear(f.B, day+4, "thang")
	if month < 0 {
		p.missing(r, "issued", corpus.WhyNotUnderstood, "the date is not legible", at)
		return
	}
	year := indexWord(f.B[month:], "nam")
	monthEnd := len(f.B)
	yearText := ""
	if year >= 0 {
		monthEnd = month + year
		yearText = figures(f.B[monthEnd+3:])
	} else if c := bytes.IndexByte(f.B[month:], '/'); c > 0 { // tháng 9/2022
		monthEnd = month + c
		yearText = figures(f.B[monthEnd+1:])
	}
	dayText, dayClean := cell(f.B[day+4 : month])
	monthText, monthClean := cell(f.B[month+5 : monthEnd])
	switch {
	case dayText == "" && dayClean, monthText == "" && monthClean:
		p.missing(r, "issued", corpus.WhyAbsent, "day or month is left blank", at)
		return
	case !dayClean || !monthClean || len(yearText) != 4:
		p.missing(r, "issued", corpus.WhyNotUnderstood, "the date is not legible", at)
		return
	case p.noisy && p.disturbed(at):
		p.missing(r, "issued", corpus.WhyNotUnderstood, "the line of number and date is not legible", at)
		return
	}
	date, ok := corpus.NewDate(atoi(yearText), atoi(monthText), atoi(dayText))
	if !ok || date.Day == 0 || date.Year < 1940 || date.Year > 2100 {
		p.missing(r, "issued", corpus.WhyNotUnderstood, "there is no such day", at)
		return
	}
	confidence := 0.99
	if p.noisy {
		confidence = 0.85
	}
	r.Issued = p.date(date, at.Start+int(f.At[day]), at.End, "issued/line", confidence)
}

// disturbed reports whether words that belong nowhere stand on the line of the date: a stamp or
// handwriting lies over it.
func (p *Page) disturbed(at layout.Range) bool {
	start := at.Start
	for start > 0 && p.text()[start-1] != '\n' {
		start--
	}
	for _, piece := range p.Layout.Head {
		if piece.Cue == layout.Numbering {
			return false
		}
	}
	before := p.text()[start:at.End]
	if k := strings.IndexByte(before, ','); k > 0 {
		before = before[:k]
	}
	return len(strings.Fields(before)) > 4
}

// place is the name before "ngày".
func (p *Page) place(r *corpus.Record, at layout.Range, f layout.Folded, day int) {
	end := day
	for end > 0 && (f.B[end-1] == ' ' || f.B[end-1] == ',' || f.B[end-1] == '.' || f.B[end-1] == ';' || f.B[end-1] == '-') {
		end--
	}
	if k := bytes.IndexByte(f.B[:end], ','); k > 0 {
		end = k // "Quảng Ngãi, ngàW† tháng"
	}
	start := 0
	for start < end && (f.B[start] == ' ' || f.B[start] == '-' || f.B[start] == '|' || f.B[start] == ',') {
		start++
	}
	if start >= end {
		return
	}
	from, to := at.Start+int(f.At[start]), at.Start+int(f.At[end])
	name := squeeze(p.text()[from:to], " ,.")
	if len(name) > 60 || strings.ContainsAny(name, "0123456789/:") || len(strings.Fields(name)) > 6 {
		return
	}
	confidence := 0.98
	if p.noisy {
		confidence = 0.85
	}
	if layout.IsCaps(name) && len(name) > 6 {
		return
	}
	r.Place = p.found(name, from, to, "place/line", confidence)
}

// cell is the figure between two words of the date line, and whether nothing else stands there.
func cell(b []byte) (figure string, clean bool) {
	b = bytes.Trim(b, " .,_-:")
	for _, c := range b {
		if c < '0' || c > '9' {
			return "", false
		}
	}
	return string(b), len(b) <= 2
}

// figures are the digits at the beginning of b, spaces and dots between them left out.
func figures(b []byte) string {
	var out []byte
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			out = append(out, c)
		case c != ' ' && c != '.' && c != ':' && c != ',' || len(out) >= 4:
			return string(out)
		}
	}
	return string(out)
}

// indexWord finds a word of folded text that no letter stands before.
func indexWord(b []byte, word string) int {
	for at := 0; ; {
		k := bytes.Index(b[at:], []byte(word))
		if k < 0 {
			return -1
		}
		if k += at; k == 0 || b[k-1] < 'a' || b[k-1] > 'z' {
			return k
		}
		at = k + 1
	}
}

// nearWord finds a word with at most one letter wrong, at a word's beginning.
func nearWord(b []byte, word string) int {
	for k := 0; k+len(word) <= len(b); k++ {
		if (k == 0 || b[k-1] < 'a' || b[k-1] > 'z') && b[k] >= 'a' && b[k+len(word)-1] != ' ' && layout.Near(b[k:k+len(word)], word, 1) {
			return k
		}
	}
	return -1
}

// indexNear finds a word with at most one letter wrong, from byte at on.
func indexNear(b []byte, at int, word string) int {
	for k := at; k+len(word) <= len(b); k++ {
		if layout.Near(b[k:k+len(word)], word, 1) && b[k] != ' ' {
			return k
		}
	}
	return -1
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 9; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// digitsDate finds the first d/m/yyyy, d-m-yyyy or d.m.yyyy in s.
func digitsDate(s string) (date corpus.Date, start, end int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || i > 0 && (s[i-1] >= '0' && s[i-1] <= '9' || s[i-1] == '/') {
			continue
		}
		j := i
		var parts [3]int
		var lengths [3]int
		k := 0
		for ; k < 3; k++ {
			from := j
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			parts[k], lengths[k] = atoi(s[from:j]), j-from
			if lengths[k] == 0 || k == 2 {
				break
			}
			if j >= len(s) || s[j] != '/' && s[j] != '-' && s[j] != '.' {
				break
			}
			j++
		}
		if k == 2 && lengths[2] == 4 && lengths[0] <= 2 && lengths[1] <= 2 {
			if date, ok = corpus.NewDate(parts[2], parts[1], parts[0]); ok && date.Day > 0 {
				return date, i, j, true
			}
		}
	}
	return corpus.Date{}, 0, 0, false
}

// passed finds the sentence that closes acts of the National Assembly: "Luật này được Quốc hội …
// thông qua ngày 20 tháng 11 năm 2014".
func (p *Page) passed() (at layout.Range, date corpus.Date, ok bool) {
	const cue = "thông qua ngày "
	for i := len(p.Layout.Lines) - 1; i >= 0; i-- {
		ln := p.Layout.Lines[i]
		s := p.Layout.LineText(i)
		if ln.Part != 0 || ln.Zone != layout.Closing && !startsPassed(s) {
			continue
		}
		k := strings.LastIndex(s, cue)
		if k < 0 {
			continue
		}
		k += len(cue) - len("ngày ")
		if d, end, found := longDate(s[k:]); found {
			return layout.Range{Start: ln.Start + k, End: ln.Start + k + end}, d, true
		}
	}
	return layout.Range{}, corpus.Date{}, false
}

// startsPassed reports whether a line begins as the sentence that closes an act that was passed.
func startsPassed(s string) bool {
	for _, act := range [...]string{"Luật này", "Bộ luật này", "Nghị quyết này", "Pháp lệnh này", "Hiến pháp này"} {
		if strings.HasPrefix(s, act) {
			return true
		}
	}
	return false
}

// longDate reads "ngày 20 tháng 11 năm 2014" or "ngày 20/11/2014" at the beginning of s.
func longDate(s string) (date corpus.Date, end int, ok bool) {
	f := layout.Folded{}
	f.Set(s, 60)
	if !f.HasPrefix("ngay ") {
		return date, 0, false
	}
	i := 5
	var parts [3]int
	for k, word := range []string{" thang ", " nam ", ""} {
		from := i
		for i < len(f.B) && f.B[i] >= '0' && f.B[i] <= '9' {
			i++
		}
		if i == from {
			return date, 0, false
		}
		parts[k] = atoi(string(f.B[from:i]))
		switch {
		case k == 2:
		case bytes.HasPrefix(f.B[i:], []byte(word)):
			i += len(word)
		case i < len(f.B) && (f.B[i] == '/' || f.B[i] == '-' || f.B[i] == '.'):
			i++
		default:
			return date, 0, false
		}
	}
	date, ok = corpus.NewDate(parts[2], parts[1], parts[0])
	return date, int(f.At[i]), ok && parts[2] > 1900
}
