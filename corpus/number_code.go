package corpus

import (
	"strings"
	"unicode/utf8"
)

// readNextCode reads a separator and a code, or nothing.
func (r *numberReader) readNextCode() bool {
	at, length := r.at, r.n
	sep := r.readSeparator(false)
	if sep == 0 && r.typed && r.at < len(r.text) && r.text[r.at] == ' ' { // TT BTC
		if next, count, broken := r.blanks(r.at); count == 1 && !broken && isOrganCode(r.text[next:]) {
			r.at, sep = next, '-'
		}
	}
	if sep != 0 && r.n+maxCodeLen+1 < numberRoom {
		r.put(sep)
		if r.readCode() {
			return true
		}
	}
	r.at, r.n = at, length
	return false
}

// readCode reads one code: letters, digits, & and inner dots, starting with a letter.
func (r *numberReader) readCode() bool {
	from := r.n
	at, upper, lower := r.readLetters()
	if upper+lower == 0 {
		r.n = from
		return false
	}
	if tail := assemblyTerm(r.out[from:r.n], r.text[at:]); tail > 0 {
		r.puts(r.text[at+1 : at+tail])
		at += tail
	}
	plain := lower == 0 && !mixable(r.out[from:r.n])
	if !plain {
		code, ok := canonicalCode(string(r.out[from:r.n]), upper, lower, r.whole || r.lowered)
		r.n = from
		if !ok {
			return false
		}
		r.puts(code)
	}
	r.at = at
	r.codes++
	r.lowered = r.lowered || upper == 0
	r.typed = false
	if r.codes == 1 {
		code := string(r.out[from:r.n])
		_, r.typed = TypeOfCode(code)
		r.joint = strings.HasSuffix(code, "LT") || strings.HasSuffix(code, "LN") || strings.HasSuffix(code, "PH")
	}
	return true
}

// readLetters writes the characters of a code and answers where they end and how many are capitals
// and small letters. "ngày" glued to a code in capitals is left: 1061/BHXHngày 12/3/2020.
func (r *numberReader) readLetters() (at, upper, lower int) {
	from := r.n
	for at = r.at; at < len(r.text) && r.n-from < maxCodeLen; {
		c, size := rune(r.text[at]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(r.text[at:])
			c = plainRune(c)
		}
		switch {
		case isUpperCode(c) || r.whole && isNumberLetter(c) && !isLowerCode(c):
			upper++
		case isLowerCode(c) || isNumberLetter(c):
			if c == 'n' && upper > 0 && lower == 0 && strings.HasPrefix(r.text[at:], "ngày") {
				return at, upper, lower
			}
			lower++
		case at == r.at:
			return at, 0, 0
		case isDigit(c) || c == '&':
		case c == ' ' && r.ampersand(at):
			at++
			continue
		case c == '.' && at+1 < len(r.text) && isUpperCode(rune(r.text[at+1])):
		default:
			return at, upper, lower
		}
		if r.n+utf8.UTFMax > numberRoom {
			return at, upper, lower
		}
		r.n += utf8.EncodeRune(r.out[r.n:], c)
		at += size
	}
	return at, upper, lower
}

// assemblyTerm is the length of the blank and the digits in NQ-QH 12, 0 when there are none.
func assemblyTerm(code []byte, rest string) int {
	if string(code) != "QH" && string(code) != "UBTVQH" || len(rest) < 2 || rest[0] != ' ' || !isDigit(rune(rest[1])) {
		return 0
	}
	n := 2
	for n < len(rest) && isDigit(rune(rest[n])) {
		n++
	}
	if n > 3 || n < len(rest) && (rest[n] == '/' || rest[n] == '.') {
		return 0
	}
	return n
}

// ampersand reports whether the blank at is one around the & of BNN & PTNT.
func (r *numberReader) ampersand(at int) bool {
	rest := r.text[at+1:]
	if strings.HasPrefix(rest, "&") {
		return true
	}
	return at > r.at && r.text[at-1] == '&' && rest != "" && isUpperCode(rune(rest[0]))
}
