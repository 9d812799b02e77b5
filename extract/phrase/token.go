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
	text = text[:to]
	for i := from; i < len(text); {
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
		start := i
		hash, bare := uint64(hashSeed), uint64(hashSeed)
		var tone, smalls uint8
		for i < len(text) { // the letters and digits of a word
			c, size := text[i], 1
			l := &letters[c]
			if c >= utf8.RuneSelf { // the letters of Vietnamese first
				switch {
				case c == 0xE1 && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80:
					l, size = letterAt(0x1000|uint(text[i+1]&0x3F)<<6|uint(text[i+2]&0x3F)), 3
				case c >= 0xC2 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
					l, size = &letters[uint(c&0x1F)<<6|uint(text[i+1]&0x3F)], 2
				default:
					var r rune
					r, size = utf8.DecodeRuneInString(text[i:])
					l = letterAt(uint(r))
				}
			}
			if l.kind == 0 {
				break
			}
			hash = (hash ^ uint64(l.base)) * hashPrime
			bare = (bare ^ uint64(l.bare)) * hashPrime
			smalls |= l.small
			if l.tone != 0 {
				tone = l.tone
			}
			i += size
		}
		if i == start {
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size
			if r == '\u00a0' {
				space |= Spaced
				continue
			}
			m := uint64(mark(r))
			dst = append(dst, Token{Start: start, End: i, Hash: m, Bare: m, Flags: space})
			space = 0
			continue
		}
		flags := space | Word
		if c >= utf8.RuneSelf {
			r, _ := utf8.DecodeRuneInString(text[start:])
			flags |= letters[r].flags
		} else {
			flags |= letters[c].flags
		}
		if smalls == 0 && flags&Capital != 0 {
			flags |= Caps
		}
		dst = append(dst, Token{Start: start, End: i, Hash: (hash ^ uint64(tone)) * hashPrime, Bare: bare * hashPrime, Flags: flags})
		space = 0
	}
	return dst
}

// letterAt is the entry of a code point; those past the table are no letters.
func letterAt(r uint) *letter {
	if r < tableSize {
		return &letters[r]
	}
	return &letters[' ']
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
