package citation

import "congvan/extract/phrase"

// tokens is a window of a text cut into words; it is used again for every citation.
type tokens []phrase.Token

// scan cuts text[from:to] into t. Both must lie on code point borders.
func (t *tokens) scan(text string, from, to int) []phrase.Token {
	*t = phrase.Scan((*t)[:0], text, from, to)
	return *t
}

// border moves i up to the beginning of the next code point.
func border(text string, i int) int {
	for i < len(text) && text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}

// lexicon makes a table of phrases, each with its place in the list and 1 as its value.
func lexicon(phrases ...string) *phrase.Lexicon {
	l := phrase.NewLexicon()
	for k, p := range phrases {
		l.Add(p, k+1)
	}
	return l
}
