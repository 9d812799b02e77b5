package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How far a marker that OCR changed looks for the next one of its list.
const siblingLines = 40

// pointAlikes are the signs that OCR reads for a point's letter: "g)" for "a)", "ø)" for "g)".
var pointAlikes = map[rune]string{
	'a': "gqoáàạđ4", 'b': "h6", 'c': "eoóéG(", 'd': "3ảâ", 'đ': "dø3ảâ", 'e': "cèéo", 'g': "øq89ạ8", 'h': "b", 'i': "l1íìj!", 'k': "lh", 'l': "1iI", 'm': "n", 'n': "m", 'o': "0aø", 'p': "q", 'q': "g9", 'u': "v", 'v': "uy", 'y': "v",
}

// figureAlikes are the signs that OCR reads for a figure: "l." for "1.", "S." for "5.".
var figureAlikes = [10]string{"OoQD", "lIi|!", "Z", "", "A", "S", "bG", "", "B", "gq"}

// respelt is the marker at the beginning of line i when numbering says that OCR changed its one
// sign: a sign between siblings stands for the letter or number that is missing there ("a) … b) …
// c) … 3) … đ)" has a d). Otherwise it is the marker m as it was read.
func (o *outliner) respelt(i int, s string, m marker, ok bool) (marker, bool) {
	sign, size := utf8.DecodeRuneInString(s)
	if size >= len(s) {
		return m, ok
	}
	switch {
	case s[size] == ')' && !isUpper(sign):
		if at := afterMarker(s, size+1); at < len(s) && !(ok && m.kind > Letter) && sign != '(' {
			return o.respeltPoint(i, s, at, sign, m, ok)
		}
	case s[size] == '.' && size+1 < len(s) && (s[size+1] == ' ' || startsUpper(s[size+1:], 1)):
		return o.respeltFigure(i, s, sign, m, ok)
	case !ok && sign >= '0' && sign <= '9':
		return o.respeltStop(i, s)
	}
	if ok && m.kind != Roman || !strings.ContainsRune("IVXLlHT1", sign) {
		return m, ok
	}
	return o.respeltRoman(i, s, m, ok)
}

// respeltPoint is respelt for "x)".
func (o *outliner) respeltPoint(i int, s string, at int, sign rune, m marker, ok bool) (marker, bool) {
	if ok && m.kind == Letter && m.label != s[:utf8.RuneLen(sign)] {
		return m, ok // a1)
	}
	letter := ok && m.kind == Letter
	want := 1
	if k := o.find(marker{kind: Letter, sep: ')'}); k >= 0 {
		want = o.stack[k].value + 1
		if letter && (m.value == want || m.value == 1 || m.value == want+1 && want == letterValue('đ')) {
			return m, ok
		}
	} else if letter && m.value == 1 {
		return m, ok
	}
	if ok && m.kind == Decimal {
		if k := o.find(m); k >= 0 && o.stack[k].value+1 == m.value || m.value == 1 && want == 1 {
			return m, ok // 1) 2) 3)
		}
	}
	if want > utf8.RuneCountInString(alphabet) {
		return m, ok
	}
	expected := alphabetAt(want)
	switch next := o.nextPoint(i); {
	case letter && m.value > want && next > m.value: // a point is missing, and none is changed
		return m, ok
	case next == want+1, next == want+2 && want == letterValue('d'):
	case want > 1 && next <= 1 && strings.ContainsRune(pointAlikes[expected], sign):
	case want > 1 && next <= 1 && !ok && unicode.IsLetter(sign):
	default:
		return m, ok
	}
	return marker{kind: Letter, label: string(expected), value: want, sep: ')', length: at}, true
}

// nextPoint is the value that the point after line i has, by the next letter of its list; 0 when
// the list ends before one.
func (o *outliner) nextPoint(i int) int {
	spoilt := 0
	return max(0, o.sibling(i, func(s string, m marker, ok bool) (value int, end bool) {
		switch {
		case !ok, m.kind == Decimal && m.sep == ')':
			if sign, size := utf8.DecodeRuneInString(s); sign != '(' && len(s) > size && s[size] == ')' {
				spoilt++
			}
			return 0, false
		case m.kind == Letter && m.sep == ')':
			return m.value - spoilt, true
		}
		return 0, m.kind < Dash
	}))
}

// sibling is the value that of gives the first line below line i at which it ends the search.
func (o *outliner) sibling(i int, of func(s string, m marker, ok bool) (value int, end bool)) int {
	l := o.l
	for k := i + 1; k < len(l.Lines) && k <= i+siblingLines && l.Lines[k].Zone != Recipients && l.Lines[k].Zone != Signature; k++ {
		if l.Lines[k].Start == l.Lines[k].End {
			continue
		}
		s := l.LineText(k)
		m, ok := readMarker(s)
		if value, end := of(s, m, ok); end {
			return value
		}
	}
	return 0
}

// nextFigure is the next number of a plain list below line i.
func (o *outliner) nextFigure(i int) int {
	return o.sibling(i, func(_ string, m marker, ok bool) (value int, end bool) {
		if !ok {
			return 0, false
		}
		if m.kind == Decimal && m.depth == 1 && m.sep != ')' {
			return m.value, true
		}
		return 0, m.kind <= Article || m.kind == Roman && len(m.label) > 1
	})
}

// respeltFigure is respelt for "x." where a list of numbers is open or begins.
func (o *outliner) respeltFigure(i int, s string, sign rune, m marker, ok bool) (marker, bool) {
	want := 1
	if k := o.find(marker{kind: Decimal, depth: 1, sep: '.'}); k >= 0 {
		want = o.stack[k].value + 1
	}
	figure := sign >= '0' && sign <= '9'
	switch {
	case ok && m.kind == Decimal && (m.value == want || m.value == 1):
		return m, ok
	case figure && want == 1, want > 9:
		return m, ok
	case !figure && !strings.ContainsRune(figureAlikes[want], sign):
		return m, ok
	case !figure && (m.kind == Letter || m.kind == Roman || m.kind == Capital) && ok && o.goesOn(m):
		return m, ok
	}
	at := afterMarker(s, utf8.RuneLen(sign)+1)
	if at >= len(s) || o.nextFigure(i) != want+1 || sign == 'I' && IsCaps(s[at:]) {
		return m, ok
	}
	return marker{kind: Decimal, label: figureLabel(want), value: want, depth: 1, sep: '.', length: at}, true
}

// goesOn reports whether a marker continues a list of its own kind that is open.
func (o *outliner) goesOn(m marker) bool {
	k := o.find(m)
	return k >= 0 && m.value == o.stack[k].value+1
}

// respeltStop reads "9; Bảng 8", "1, Các cơ sở": OCR changed the full stop of the number that comes next.
func (o *outliner) respeltStop(i int, s string) (m marker, ok bool) {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		m.value = 10*m.value + int(s[n]-'0')
		n++
	}
	if n+2 >= len(s) || s[n] != ';' && s[n] != ',' || s[n+1] != ' ' || !startsUpper(s[n+2:], 1) {
		return marker{}, false
	}
	m = marker{kind: Decimal, label: s[:n], value: m.value, depth: 1, sep: '.', length: n + 2}
	if o.goesOn(m) || m.value == 1 && o.nextFigure(i) == 2 {
		return m, true
	}
	return marker{}, false
}

// respeltRoman reads "II." before a heading in capitals where III is due, and "lI.", "TV." for II, IV.
func (o *outliner) respeltRoman(i int, s string, m marker, ok bool) (marker, bool) {
	k := o.find(marker{kind: Roman})
	if k < 0 || ok && m.value != o.stack[k].value {
		return m, ok
	}
	n := 0
	for n < len(s) && n < 5 && strings.IndexByte("IVXLlHT1", s[n]) >= 0 {
		n++
	}
	if n == 0 || n+2 >= len(s) || s[n] != '.' && s[n] != ' ' || !IsCaps(s[n+1:]) || len(s) < 12 || !ok && s[n] == ' ' {
		return m, ok
	}
	at := n
	for at < len(s) && (s[at] == '.' || s[at] == ' ') {
		at++
	}
	want := o.stack[k].value + 1
	if o.sibling(i, func(_ string, m marker, ok bool) (int, bool) { return m.value, ok && m.kind == Roman }) == o.stack[k].value+1 {
		return m, ok
	}
	return marker{kind: Roman, label: roman(want), value: want, sep: '.', length: at}, true
}

// alphabetAt is the letter of a point: 5 is đ.
func alphabetAt(value int) rune {
	for _, r := range alphabet {
		if value--; value == 0 {
			return r
		}
	}
	return 0
}

func figureLabel(n int) string { return "0123456789"[n : n+1] }
