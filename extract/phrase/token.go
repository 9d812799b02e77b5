package phrase

import "unicode/utf8"

// Token is a word (a run of letters and digits) or one mark of a text.
type Token struct {
	Start, End int    // bytes
	Hash       uint64 // of the word in lower case, its tone apart; of a mark: its code point
	Bare       uint64 // of the word without any marks on its letters
	Flags      Flags
}

// Flags say what a token looks like.
type Flags uint8

// The looks of a token.
const (
	Word    Flags = 1 << iota // letters or digits; otherwise a mark
	Capital                   // a word that starts with a capital
	Caps                      // a word of capitals only
	Number                    // a word that starts with a digit
	Spaced                    // white space stands before the token
	Newline                   // … with a line break in it
)

// Is reports whether all of f are set.
func (t Token) Is(f Flags) bool { return t.Flags&f == f }

// Mark reports whether the token is the mark r.
func (t Token) Mark(r rune) bool { return t.Flags&Word == 0 && t.Hash == uint64(r) }

const (
	hashSeed  = 0xcbf29ce484222325
	hashPrime = 0x100000001b3
)

// Scan appends the tokens of text[from:to] to dst. Marks that text writes in several ways (–, —, “, …)
// come as "-", "\"" and ".".
func Scan(dst []Token, text string, from, to int) []Token {
	var space Flags
	for i := from; i < to; {
		c := text[i]
		if c == ' ' || c == '\t' || c == '\r' {
			space |= Spaced
			i++
			continue
		}
		if c == '\n' {
			space |= Spaced | Newline
			i++
			continue
		}
		r, size := rune(c), 1
		if r >= utf8.RuneSelf {
			r, size = decode(text[i:to])
		}
		if r >= tableSize || letters[r].kind == 0 {
			i += size
			if r == '\u00a0' {
				space |= Spaced
				continue
			}
			dst = append(dst, Token{Start: i - size, End: i, Hash: uint64(mark(r)), Bare: uint64(mark(r)), Flags: space})
			space = 0
			continue
		}
		l := &letters[r]
		tok := Token{Start: i, Flags: space | Word}
		if l.kind == isDigit {
			tok.Flags |= Number
		}
		if l.upper {
			tok.Flags |= Capital
		}
		hash, bare := uint64(hashSeed), uint64(hashSeed)
		var tone uint8
		smalls := uint8(0)
		for {
			hash = (hash ^ uint64(l.base)) * hashPrime
			bare = (bare ^ uint64(l.bare)) * hashPrime
			smalls |= l.small
			if l.tone != 0 {
				tone = l.tone
			}
			if i += size; i >= to {
				break
			}
			r, size = rune(text[i]), 1
			if r >= utf8.RuneSelf {
				r, size = decode(text[i:to])
			}
			if r >= tableSize {
				break
			}
			if l = &letters[r]; l.kind == 0 {
				break
			}
		}
		if smalls == 0 && tok.Is(Capital) {
			tok.Flags |= Caps
		}
		tok.End, tok.Hash, tok.Bare = i, (hash^uint64(tone))*hashPrime, bare*hashPrime
		dst = append(dst, tok)
		space = 0
	}
	return dst
}

// decode is utf8.DecodeRuneInString, quick for the letters of Vietnamese.
func decode(s string) (rune, int) {
	switch c := s[0]; {
	case c >= 0xC2 && c < 0xE0 && len(s) > 1 && s[1]&0xC0 == 0x80:
		return rune(c&0x1F)<<6 | rune(s[1]&0x3F), 2
	case c == 0xE1 && len(s) > 2 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80:
		return rune(c&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

func mark(r rune) rune {
	switch r {
	case '–', '—', '‐', '‑', '−':
		return '-'
	case '“', '”', '„', '«', '»':
		return '"'
	case '…':
		return '.'
	}
	return r
}
