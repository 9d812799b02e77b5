package temporal

import "unicode/utf8"

// token is a word, a run of digits or a mark of the text.
type token struct {
	start, end int32
	value      int32 // of a number
	digits     uint8 // of a number
	word       word
	bare       bool // known by its bare letters only
	gap        gap  // what stands before it
}

// gap is the white space before a token, from none to the widest.
type gap uint8

const (
	tight gap = iota
	space
	wide   // three or more spaces in a row: room for a pen
	line   // a line break
	cell   // a tab
	parted // a blank line
)

// The window of tokens that the grammar sees: it looks back at most lookBack tokens and ahead at
// most lookAhead, and the scanner refills in steps. Memory does not grow with the text.
const (
	lookBack  = 64
	lookAhead = 160
	refill    = 512
)

// scan appends up to n tokens of s.text from s.pos.
func (s *scanner) scan(n int) {
	text, pos := s.text, s.pos
	for ; n > 0; n-- {
		var g gap
		if g, pos = s.gap(pos); pos >= len(text) {
			break
		}
		t := token{start: int32(pos), gap: g}
		c := text[pos]
		switch {
		case c >= '0' && c <= '9':
			for pos < len(text) && text[pos] >= '0' && text[pos] <= '9' {
				if t.digits < 9 {
					t.value = t.value*10 + int32(text[pos]-'0')
				}
				t.digits = min(t.digits+1, 100)
				pos++
			}
			t.word = number
		case c < utf8.RuneSelf && !letters[c].is:
			pos++
			t.word = marks[c]
			if c == '.' && pos < len(text) && text[pos] == '.' {
				for pos < len(text) && text[pos] == '.' {
					pos++
				}
				t.word = blank
			}
		default:
			pos = s.word(&t, pos)
		}
		t.end = int32(pos)
		s.toks = append(s.toks, t)
	}
	s.pos = pos
}

// gap reads the white space at a byte, and answers where it ends.
func (s *scanner) gap(pos int) (gap, int) {
	text := s.text
	if pos+1 < len(text) { // mostly none, or one space
		if solid(text[pos]) {
			return tight, pos
		}
		if text[pos] == ' ' && solid(text[pos+1]) {
			return space, pos + 1
		}
	}
	g, spaces := tight, 0
	for pos < len(text) {
		size := 1
		switch c := text[pos]; {
		case c == ' ':
			spaces++
			g = max(g, space)
		case c == '\n':
			if g == line {
				g = parted
			}
			g = max(g, line)
		case c == '\t':
			g = max(g, cell)
		case c == '\r' || c == '\f' || c == '\v':
			g = max(g, space)
		case c == 0xC2 && pos+1 < len(text) && text[pos+1] == 0xA0: // no-break space
			spaces++
			g, size = max(g, space), 2
		case c == 0xC2 && pos+1 < len(text) && text[pos+1] == 0xAD: // soft hyphen
			size = 2
		case c >= 0xE2 && invisible(text[pos:]):
			g, size = max(g, space), 3
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		pos += size
	}
	if spaces >= 3 && g == space {
		g = wide
	}
	return g, pos
}

// solid reports whether a byte is neither white space nor may begin a sign that is.
func solid(c byte) bool { return c > ' ' && c != 0xC2 && c < 0xE2 }

// word reads a word, or a mark outside ASCII, and what it means.
func (s *scanner) word(t *token, pos int) int {
	text, from := s.text, pos
	var key uint64
	count := 0
	for pos < len(text) {
		c, size := text[pos], 1
		l := &letters[c]
		if c >= utf8.RuneSelf { // the letters of Vietnamese first
			switch {
			case c == 0xE1 && pos+2 < len(text) && text[pos+1]&0xC0 == 0x80 && text[pos+2]&0xC0 == 0x80:
				l, size = letterAt(0x1000|uint(text[pos+1]&0x3F)<<6|uint(text[pos+2]&0x3F)), 3
			case c >= 0xC2 && c < 0xE0 && pos+1 < len(text) && text[pos+1]&0xC0 == 0x80:
				l, size = &letters[uint(c&0x1F)<<6|uint(text[pos+1]&0x3F)], 2
			default:
				var r rune
				r, size = utf8.DecodeRuneInString(text[pos:])
				l = letterAt(uint(r))
			}
		}
		if !l.is {
			break
		}
		if l.bare != 0 { // a combining mark has none
			key = pack(key, l.bare)
			count++
		}
		pos += size
	}
	if pos == from {
		r, size := utf8.DecodeRuneInString(text[pos:])
		t.word = widerMark(r)
		return pos + size
	}
	t.word = other
	if count <= longest {
		t.word, t.bare = meaning(text[from:pos], key)
	}
	return pos
}

// letterAt is the entry of a code point; those past the table are no letters.
func letterAt(r uint) *letter {
	if r < letterLimit {
		return &letters[r]
	}
	return &letters[' ']
}

// marks gives the ASCII marks their names.
var marks = func() (table [utf8.RuneSelf]word) {
	for c := range table {
		table[c] = mark
	}
	for c, w := range map[byte]word{'/': slash, '-': dash, '.': dot, ',': comma, ';': semi, ':': colon, '(': open, ')': shut, '\'': prime, '_': blank} {
		table[c] = w
	}
	return table
}()

func widerMark(r rune) word {
	switch r {
	case '⁄', '∕', '／':
		return slash
	case '–', '—', '‐', '‑', '−':
		return dash
	case '…':
		return blank
	case '’', '′', '‘':
		return prime
	}
	return mark
}

// invisible reports whether text starts with a space or format character of three bytes:
// U+2000–U+200F, U+2028, U+202F, U+2060, U+FEFF.
func invisible(text string) bool {
	if len(text) < 3 {
		return false
	}
	switch {
	case text[0] == 0xE2 && text[1] == 0x80:
		return text[2] <= 0x8F || text[2] == 0xA8 || text[2] == 0xAF
	case text[0] == 0xE2 && text[1] == 0x81:
		return text[2] == 0xA0
	}
	return text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
}
