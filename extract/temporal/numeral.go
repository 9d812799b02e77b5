package temporal

// units are the numerals below ten, tens and the words that stand for them inside a numeral.
var numerals = [...]struct {
	spelling string
	value    int
}{
	{"một", 1}, {"mốt", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"lăm", 5}, {"nhăm", 5},
	{"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {"mười", 10},
}

func (s *scanner) digitWord(i int) int {
	if w := s.at(i); w != other && w != wYear && w != wSince {
		return 0
	}
	first := s.text[s.toks[i].start] | 0x20
	for _, n := range numerals {
		if first == n.spelling[0] && s.is(i, n.spelling) {
			return n.value
		}
	}
	return 0
}

// numeral reads a count: "5", "05 (năm)", "mười lăm", "ba mươi (30)". ok is false where there is
// none, or one above 9,999.
func (s *scanner) numeral(i int) (n, next int, ok bool) {
	n, next, ok = s.plainNumeral(i)
	if !ok {
		return 0, i, false
	}
	if s.at(next) == open {
		if _, after, ok := s.plainNumeral(next + 1); ok && s.at(after) == shut {
			next = after + 1
		}
	}
	return n, next, true
}

func (s *scanner) plainNumeral(i int) (n, next int, ok bool) {
	if s.at(i) == number {
		t := s.toks[i]
		return int(t.value), i + 1, t.digits <= 4
	}
	n = s.digitWord(i)
	if n == 0 {
		return 0, i, false
	}
	next = i + 1
	if n < 10 && s.is(next, "trăm") {
		rest, after, ok := s.plainNumeral(next + 1)
		if !ok || s.at(next+1) == number || s.at(next+1) == wYear {
			return 100 * n, next + 1, true
		}
		return 100*n + rest, after, true
	}
	if n < 10 && s.is(next, "mươi") {
		n, next = n*10, next+1
	}
	if n >= 10 {
		if d := s.digitWord(next); d > 0 && d < 10 && !(s.at(next) == wYear && s.at(next+1) == number) {
			n, next = n+d, next+1
		}
	}
	return n, next, true
}

// roman reads a Roman number up to XII.
func roman(raw string) int {
	for n, r := range [...]string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"} {
		if raw == r {
			return n + 1
		}
	}
	switch raw { // small letters, and l for I as scans have it
	case "i", "l":
		return 1
	case "ii", "ll", "Il", "lI":
		return 2
	case "iii", "lll", "Ill":
		return 3
	case "iv", "lV":
		return 4
	}
	return 0
}

// date reads a year of four digits that a document can name.
func (s *scanner) yearAt(i int) int {
	if s.at(i) == number {
		if t := s.toks[i]; t.digits == 4 && t.value >= 1900 && t.value <= 2100 {
			return int(t.value)
		}
	}
	return 0
}
