// Package analysis turns Vietnamese text into the terms that are searched: syllables, each with
// its bare letters and its marks apart, and pairs of neighbours. One term serves exact and
// markless search: the bare letters are the term's prefix, the marks its end.
package analysis

import (
	"unicode"
	"unicode/utf8"
)

// maxSyllable is the number of letters after which a word is cut: the longest Vietnamese
// syllable has 7, and words of other languages rarely more than 30.
const maxSyllable = 40

// Token is one syllable, number or code of a text.
type Token struct {
	Start, End int    // bytes of the text as it is shown
	Bare       string // letters in lower case without marks; digits
	Marks      string // of the letters: qualities with their places, then the tone; "" none
	Opens      bool   // first of a sentence, a list item or a cell: no pair with the token before it
}

// Same reports whether two tokens have the same letters and marks.
func (t Token) Same(u Token) bool { return t.Bare == u.Bare && t.Marks == u.Marks }

// Tokens are the tokens of a text, from one pass over it.
func Tokens(text string) []Token {
	s := scanner{text: text, opens: true, letters: make([]byte, 0, len(text)*3/4+16)}
	tokens := make([]Token, 0, len(text)/5+1)
	ends := make([]wordEnd, 0, len(text)/5+1)
	for s.next() {
		tokens = append(tokens, s.token)
		ends = append(ends, s.end)
	}
	letters, at := string(s.letters), 0
	for i, end := range ends {
		tokens[i].Bare, tokens[i].Marks = letters[at:end.bare], letters[end.bare:end.marks]
		at = end.marks
	}
	return tokens
}

// wordEnd is where a word's letters and its marks end in the scanner's letters.
type wordEnd struct{ bare, marks int }

// scanner walks over a text once. The letters and marks of all words are in one buffer, which
// becomes one string.
type scanner struct {
	text    string
	at      int
	opens   bool // a border lies between the last token and the next
	letters []byte
	marks   [maxSyllable * 3]byte
	token   Token
	end     wordEnd
}

// next reads the next token; false at the end of the text.
func (s *scanner) next() bool {
	for s.at < len(s.text) {
		r, size := decode(s.text, s.at)
		if isWord(r) {
			s.word()
			return true
		}
		s.border(r)
		s.at += size
	}
	return false
}

// border notes a rune between words that no pair crosses. A dot between two digits (15.000) or
// letters (TP.HCM) is none, a comma neither: "khám bệnh, chữa bệnh" is one notion.
func (s *scanner) border(r rune) {
	switch r {
	case '\n', '\t', '|', ';', '!', '?', '…', '•', 0x2028, 0x2029:
		s.opens = true
	case '.', ':':
		after, _ := decode(s.text, s.at+1)
		s.opens = s.opens || !isWord(after)
	}
}

// word reads a word that starts at s.at.
func (s *scanner) word() {
	var tone byte
	bare, marks, letters := s.letters, s.marks[:0], 0
	start, end := s.at, s.at
	for s.at < len(s.text) && letters < maxSyllable {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if !asciiWord[c] {
				break
			}
			bare = append(bare, asciiLower(c))
			letters++
			s.at++
			end = s.at
			continue
		}
		r, size := decode(s.text, s.at)
		if l, ok := vietnamese(r); ok {
			bare = append(bare, l.bare)
			letters++
			if l.quality != 0 {
				marks = appendQuality(marks, letters, l.quality)
			}
			tone = firstTone(tone, l.tone)
		} else if quality, t, ok := combining(r); ok {
			if quality != 0 && letters > 0 {
				marks = appendQuality(marks, letters, quality)
			}
			tone = firstTone(tone, t)
		} else if invisible(r) {
			s.at += size
			continue // not part of the word when it ends it
		} else if unicode.IsLetter(r) || unicode.IsDigit(r) {
			bare = utf8.AppendRune(bare, unicode.ToLower(r))
			letters++
		} else {
			break
		}
		s.at += size
		end = s.at
	}
	if tone != 0 {
		marks = append(marks, tone)
	}
	s.end = wordEnd{len(bare), len(bare) + len(marks)}
	s.letters = append(bare, marks...)
	s.token = Token{Start: start, End: end, Opens: s.opens}
	s.opens = false
}

// firstTone keeps one tone a syllable: its place in the word (hoà, hòa) says nothing.
func firstTone(have, tone byte) byte {
	if have != 0 {
		return have
	}
	return tone
}

// appendQuality appends a quality mark of the n-th letter (from 1), in order of letters: a
// decomposed ệ has its dot before or after its circumflex, and gives the same marks.
func appendQuality(marks []byte, n int, quality byte) []byte {
	return append(marks, 'A'+byte(n-1), quality)
}

func decode(text string, at int) (rune, int) {
	if at < len(text) && text[at] < utf8.RuneSelf {
		return rune(text[at]), 1
	}
	return utf8.DecodeRuneInString(text[min(at, len(text)):])
}

func vietnamese(r rune) (letter, bool) {
	if r > lastLetter {
		return letter{}, false
	}
	l := letters[r]
	return l, l.bare != 0
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 0 && asciiWord[r]
	}
	if r == utf8.RuneError {
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func asciiLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

var asciiWord = func() (table [utf8.RuneSelf]bool) {
	for c := range table {
		table[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	return table
}()
