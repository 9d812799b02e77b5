package duty

import (
	"congvan/extract/phrase"
)

// sentenceEnd is the token after the sentence that begins at tokens[from]. A sentence ends at a full
// stop, question or exclamation mark before a capital or the end; the dots of abbreviations
// ("TP. Hồ Chí Minh") and of numbers do not end it.
func sentenceEnd(tokens []phrase.Token, from int) int {
	for i := from; i < len(tokens); i++ {
		if t := &tokens[i]; t.Flags&phrase.Word == 0 && (t.Mark('.') || t.Mark('?') || t.Mark('!')) && (i+1 == len(tokens) || endsAt(tokens, i)) {
			return i + 1
		}
	}
	return len(tokens)
}

// endsAt reports whether the mark at i, which is not the last token, ends a sentence.
func endsAt(tokens []phrase.Token, i int) bool {
	next := tokens[i+1]
	switch {
	case next.Flags&phrase.Spaced == 0 && !next.Is(phrase.Newline):
		return next.Mark('"') && i+2 < len(tokens) && tokens[i+2].Is(phrase.Capital)
	case next.Is(phrase.Newline):
		return next.Is(phrase.Capital) || !next.Is(phrase.Word)
	case !next.Is(phrase.Capital) && !next.Is(phrase.Number) && !next.Mark('"') && !next.Mark('-'):
		return false
	case i == 0:
		return false
	case next.Is(phrase.Number) && tokens[i-1].Is(phrase.Number):
		return false
	}
	return !abbreviated(tokens[i-1])
}

// abbreviated reports whether a full stop after the word belongs to it: "TP.", "Th.S", "A.".
func abbreviated(word phrase.Token) bool {
	n, _ := abbreviations.Match([]phrase.Token{word})
	return n > 0 || word.Is(phrase.Caps) && word.End-word.Start == 1
}

var abbreviations = phrase.Set("TP|Tp|TX|TT|Q|P|PGS|TS|ThS|GS|BS|KS|CN|ĐT|Đ|đc|tr|St|Mr|No|vv|KT|TM|TL|TUQ")
