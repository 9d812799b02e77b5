package layout

import (
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// Folded is a stretch of text in lower case without marks, a byte a letter, white space runs as
// one space and dashes as "-"; At leads back to the text. A letter that is not Latin folds to
// '?', so that a mark of OCR noise stays one byte.
type Folded struct {
	B  []byte
	At []int32 // At[i] is the byte of the text that B[i] comes from; one more at the end
}

const foldTable = 0x2300

// bare is the folded byte of a code point below foldTable.
var bare = func() *[foldTable]byte {
	var t [foldTable]byte
	for r := rune(0); r < foldTable; r++ {
		f := viet.FoldRune(r)
		switch {
		case unicode.IsSpace(r):
			t[r] = ' '
		case f < 0x80:
			t[r] = byte(f)
		default:
			t[r] = '?'
		}
	}
	for _, r := range "–—‐‑−‒" {
		t[r] = '-'
	}
	for _, r := range "“”„«»" {
		t[r] = '"'
	}
	for _, r := range "‘’" {
		t[r] = '\''
	}
	t['…'], t['⁄'] = '.', '/'
	return &t
}()

// cases tells capitals from small letters below foldTable.
var cases = func() *[foldTable]uint8 {
	var t [foldTable]uint8
	for r := rune(0); r < foldTable; r++ {
		if unicode.IsUpper(r) {
			t[r] = 1
		} else if unicode.IsLower(r) {
			t[r] = 2
		}
	}
	return &t
}()

func isUpper(r rune) bool { return r < foldTable && cases[r] == 1 }

func isLower(r rune) bool { return r < foldTable && cases[r] == 2 }

func foldRune(r rune) byte {
	if r < foldTable {
		return bare[r]
	}
	return '?'
}

// Set folds s, at most limit letters of it, into f. White space at the beginning is dropped.
func (f *Folded) Set(s string, limit int) {
	if n := min(limit, len(s)); cap(f.B) < n {
		n = max(n, 2*cap(f.B), 96)
		f.B, f.At = make([]byte, 0, n), make([]int32, 0, n+1)
	}
	*f = foldInto(f.B[:0], f.At[:0], s, limit)
}

// foldInto folds into the space of b and at, which may lie on the caller's stack, when it is enough.
func foldInto(b []byte, at []int32, s string, max int) Folded {
	if n := min(len(s), max); n > cap(b) || n >= cap(at) {
		b, at = make([]byte, 0, n), make([]int32, 0, n+1)
	}
	i := 0
	for i < len(s) && len(b) < max {
		c, size := s[i], 1
		switch {
		case c < utf8.RuneSelf:
			c = bare[c]
		case c == 0xE1 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80: // ạ … ỹ
			c, size = bare[0x1000|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F)], 3
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			c = foldRune(r)
		}
		if c != ' ' || len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, c)
			at = append(at, int32(i))
		}
		i += size
	}
	if n := len(b); n > 0 && i == len(s) && b[n-1] == ' ' {
		i = int(at[n-1])
		b, at = b[:n-1], at[:n-1]
	}
	return Folded{b, append(at, int32(i))}
}

// Fold is the folded s. What is short is folded on the caller's stack.
func Fold(s string) Folded { return foldInto(make([]byte, 0, 96), make([]int32, 0, 97), s, len(s)) }

// HasPrefix reports whether f begins with the folded phrase.
func (f *Folded) HasPrefix(phrase string) bool {
	return len(f.B) >= len(phrase) && string(f.B[:len(phrase)]) == phrase
}

// Near reports whether b is the phrase up to n letters changed, dropped or put in: what OCR does
// to words. It is meant for phrases of up to 40 letters.
func Near(b []byte, phrase string, n int) bool {
	if d := len(b) - len(phrase); d > n || -d > n || len(phrase) > 63 {
		return false
	}
	same := 0
	for same < len(b) && same < len(phrase) && b[same] == phrase[same] {
		same++
	}
	if n == 1 { // what is left is the same behind one letter changed, put in or dropped
		rest, want := b[same:], phrase[same:]
		return len(rest) < 2 && len(want) < 2 || len(rest) > 0 && len(want) > 0 && string(rest[1:]) == want[1:] ||
			len(rest) > len(want) && string(rest[1:]) == want || len(want) > len(rest) && string(rest) == want[1:]
	}
	b, phrase = b[same:], phrase[same:]
	var rows [2][64]int
	for j := range phrase {
		rows[0][j+1] = j + 1
	}
	for i, c := range b {
		was, row := &rows[i&1], &rows[(i+1)&1]
		row[0] = i + 1
		best := row[0]
		for j := range len(phrase) {
			cost := was[j]
			if phrase[j] != c {
				cost = min(cost, was[j+1], row[j]) + 1
			}
			row[j+1] = cost
			best = min(best, cost)
		}
		if best > n {
			return false
		}
	}
	return rows[len(b)&1][len(phrase)] <= n
}

// IsCaps reports whether s has letters and all that have a case are capitals; one small letter
// in ten is forgiven, as OCR makes them.
func IsCaps(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		if r < foldTable {
			switch cases[r] {
			case 1:
				upper++
			case 2:
				lower++
			}
		}
		if lower > 8 {
			return false
		}
	}
	return upper > 1 && lower*10 <= upper
}
