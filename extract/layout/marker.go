package layout

import (
	"unicode"
	"unicode/utf8"
)

// marker is a numbering sign at the beginning of a line.
type marker struct {
	kind   Kind
	label  string
	value  int  // of the last part: 3 of "2.3", 5 of "đ"
	depth  int  // parts of a decimal: 2 of "2.3"
	sep    byte // what closes it: '.', ')', '/'
	length int  // bytes of the line up to the text after it
}

// alphabet is the order of points in Vietnamese documents: đ comes after d; f, j, w, z are left
// out in law and met in dispatches.
const alphabet = "abcdđeghiklmnopqrstuvxy"

// letterValue is the place of a small letter in the alphabet, from 1, or 0.
func letterValue(r rune) int {
	if r == 'ð' {
		r = 'đ'
	}
	value := 1
	for _, a := range alphabet {
		if a == r {
			return value
		}
		value++
	}
	return 0
}

// isMarked reports whether a line begins with a marker that opens a body: "Điều 1.", "I.", "1.".
func isMarked(s string) bool {
	m, ok := readMarker(s)
	return ok && m.kind != Dash && m.kind != Plus
}

// dashLength is how many bytes of the line a dash or bullet with its space takes, 0 for none.
func dashLength(s string) int {
	m, ok := readMarker(s)
	if ok && (m.kind == Dash || m.kind == Plus) {
		return m.length
	}
	return 0
}

// readMarker reads the marker at the beginning of a line that starts without white space.
func readMarker(s string) (m marker, ok bool) {
	if s == "" {
		return m, false
	}
	c := s[0]
	switch {
	case c >= '0' && c <= '9':
		return decimalMarker(s, 0)
	case c == '-' || c == '+' || c == '*' || c == '~':
		return dashMarker(s, 1)
	case c == '(':
		return bracketMarker(s)
	case c == 'I' || c == 'V' || c == 'X' || c == 'L':
		if m, ok = romanMarker(s); ok {
			return m, true
		}
		return letterMarker(s)
	case c == 'P' || c == 'C' || c == 'M' || c == 'T':
		if m, ok = namedMarker(s); ok {
			return m, true
		}
		return letterMarker(s)
	case c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z':
		return letterMarker(s)
	case c < utf8.RuneSelf:
		return m, false
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '–', '—', '•', '●', '▪', '■', '□', '◦', '∙', '·', '\uf0b7', '➢', '❖', '✓', '\uf02d':
		return dashMarker(s, size)
	case 'Đ', 'Ð':
		if m, ok = namedMarker(s); ok {
			return m, true
		}
		return letterMarker(s)
	case 'đ', 'ð':
		return letterMarker(s)
	}
	return m, false
}

// dashMarker reads "- text", "-text", "+ text"; a rule or a negative figure is none.
func dashMarker(s string, size int) (m marker, ok bool) {
	i := size
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	if i == len(s) {
		return m, false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	if i == size && !isUpper(r) && !unicode.IsLetter(r) && r != '"' && r != '“' || r == '-' || r == '*' && i == size {
		return m, false
	}
	m = marker{kind: Dash, length: i}
	if s[0] == '+' {
		m.kind = Plus
	}
	return m, true
}

// bracketMarker reads "(1)", "(a)".
func bracketMarker(s string) (m marker, ok bool) {
	r, size := utf8.DecodeRuneInString(s[1:])
	if r >= '0' && r <= '9' {
		m, ok = decimalMarker(s, 1)
		return m, ok && m.sep == ')'
	}
	if v := letterValue(r); v > 0 && len(s) > 1+size && s[1+size] == ')' {
		return marker{kind: Letter, label: s[1 : 1+size], value: v, sep: ')', length: afterMarker(s, 2+size)}, true
	}
	return m, false
}

// afterMarker skips the white space after a marker.
func afterMarker(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}

// decimalMarker reads "1.", "1.1.", "1.1 Tên", "1)", "1/ Tên", "1- Tên". Figures and dates at the
// beginning of a line are none: "15.000 đồng", "30/4/1975", "2.5 triệu".
func decimalMarker(s string, from int) (m marker, ok bool) {
	i, parts, value := from, 0, 0
	end := from
	for {
		start := i
		value = 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' && i-start < 4 {
			value = value*10 + int(s[i]-'0')
			i++
		}
		if i == start || i-start > 3 || parts > 0 && i-start > 2 {
			return m, false
		}
		parts++
		end = i
		if i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' && parts < 6 {
			i++
			continue
		}
		break
	}
	m = marker{kind: Decimal, label: s[from:end], value: value, depth: parts}
	if i == len(s) {
		return m, false
	}
	switch c := s[i]; {
	case c == '.':
		m.sep = '.'
		i++
	case c == ')':
		m.sep = ')'
		i++
	case (c == '/' && parts == 1 || c == '-') && value < 100: // 1- Tên, 3.1- Tên
		m.sep = c
		i++
		if r, _ := utf8.DecodeRuneInString(s[i:]); !(r == ' ' || isUpper(r)) || i >= len(s) {
			return m, false
		}
		if c == '/' && i < len(s) && s[i] != ' ' && looksNumbered([]byte(s[:min(len(s), 12)])) && codeFollows(s[i:]) {
			return m, false // 12/QĐ-UBND
		}
	case c == ' ' && parts > 1:
		m.sep = '.'
	case c == '\t' && parts == 1:
		return m, false // a table's row
	default:
		return m, false
	}
	if value == 0 && parts == 1 || value > 399 {
		return m, false
	}
	m.length = afterMarker(s, i)
	if m.length == len(s) {
		return m, true
	}
	r, _ := utf8.DecodeRuneInString(s[m.length:])
	if m.length == i && (r >= '0' && r <= '9' || !unicode.IsLetter(r) && r != '"' && r != '“' && r != '(' && r != '[') {
		return m, false
	}
	if m.sep == '.' && parts > 1 && s[end] == ' ' && !isUpper(r) {
		return m, false // 2.5 triệu
	}
	return m, true
}

// codeFollows reports whether s begins like a number's symbol: two capitals.
func codeFollows(s string) bool { return startsUpper(s, 2) }

// romanMarker reads "I.", "IV -", "II/", "III)".
func romanMarker(s string) (m marker, ok bool) {
	i := 0
	for i < len(s) && i < 7 && (s[i] == 'I' || s[i] == 'V' || s[i] == 'X' || s[i] == 'L') {
		i++
	}
	value, ok := romanValue(s[:i])
	if !ok {
		return m, false
	}
	m = marker{kind: Roman, label: s[:i], value: value}
	j := afterMarker(s, i)
	if j >= len(s) {
		return m, false
	}
	switch s[j] {
	case '.', ')', '/', '-', ':':
		m.sep = s[j]
		j++
	default:
		if s[j] != 0xE2 || len(s) < j+3 || s[j+1] != 0x80 || s[j+2] != 0x93 && s[j+2] != 0x94 {
			return m, false
		}
		m.sep = '-'
		j += 3
	}
	if m.sep == '.' && j < len(s) && s[j] == '-' { // I.-
		j++
	}
	if j < len(s) && s[j] != ' ' && s[j] != '\t' {
		r, _ := utf8.DecodeRuneInString(s[j:])
		if !isUpper(r) || m.sep != '.' {
			return m, false
		}
		if r2 := s[j:]; len(r2) > 1 && r2[1] == '.' { // I.A.
			return m, false
		}
	}
	m.length = afterMarker(s, j)
	return m, true
}

// romanValue reads a Roman number below 90.
func romanValue(s string) (int, bool) {
	total, before := 0, 0
	for k := len(s) - 1; k >= 0; k-- {
		v := 0
		switch s[k] {
		case 'I':
			v = 1
		case 'V':
			v = 5
		case 'X':
			v = 10
		case 'L':
			v = 50
		default:
			return 0, false
		}
		if v < before {
			total -= v
		} else {
			total += v
			before = v
		}
	}
	return total, total > 0 && roman(total) == s
}

// roman writes a number below 90.
func roman(n int) string {
	var b [12]byte
	out := b[:0]
	for _, p := range []struct {
		value int
		sign  string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= p.value {
			out = append(out, p.sign...)
			n -= p.value
		}
	}
	return string(out)
}

// letterMarker reads "a)", "đ)", "a.", "a1)", "A.", "B -".
func letterMarker(s string) (m marker, ok bool) {
	r, size := utf8.DecodeRuneInString(s)
	kind := Letter
	low := r
	if isUpper(r) {
		kind, low = Capital, unicode.ToLower(r)
	}
	v := letterValue(low)
	if v == 0 || len(s) <= size+1 {
		return m, false
	}
	i := size
	if kind == Letter && s[i] >= '1' && s[i] <= '9' { // a1)
		i++
	}
	label := s[:i]
	m = marker{kind: kind, label: label, value: v, length: 0}
	switch s[i] {
	case ')':
	case '.', '/':
		if i > size || i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
			return m, false
		}
	case ' ':
		if kind == Capital && len(s) > i+2 && s[i+1] == '-' && s[i+2] == ' ' {
			i++
			break
		}
		return m, false
	default:
		return m, false
	}
	m.sep = s[i]
	m.length = afterMarker(s, i+1)
	return m, m.length < len(s)
}
