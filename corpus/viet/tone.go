package viet

import (
	"strings"
	"unicode/utf8"
)

// UnifyTone writes the tone of open oa, oe and uy on the first vowel, as most state documents do:
// "hoà" gives "hòa", "Uỷ ban" gives "Ủy ban". It leaves qu alone (quý) and closed rhymes (hoàn).
// The result has as many runes as s; it is s itself when nothing changes. Match on it, never show it.
func UnifyTone(s string) string {
	at := newStyle(s, 0)
	if at < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	done := 0
	for ; at >= 0; at = newStyle(s, done) {
		first, n := utf8.DecodeRuneInString(s[at:])
		second, m := utf8.DecodeRuneInString(s[at+n:])
		out.WriteString(s[done:at])
		out.WriteRune(retone(first, split(second).tone))
		out.WriteRune(retone(second, level))
		done = at + n + m
	}
	out.WriteString(s[done:])
	return out.String()
}

// newStyle is where the next oà, oè, uỳ that ends a syllable begins, -1 when there is none.
func newStyle(s string, from int) int {
	for i := from; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r < 0x80 || split(r).tone == level || i == 0 {
			i += n
			continue
		}
		first, second := s[i-1]|0x20, plainLetters[split(r).plain]
		pair := first == 'o' && (second == 'a' || second == 'e') || first == 'u' && second == 'y' && (i < 2 || s[i-2]|0x20 != 'q')
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if pair && i > from && split(next).plain == 0 {
			return i - 1
		}
		i += n
	}
	return -1
}
