// Package temporal reads what official Vietnamese says of time: dates in every written form,
// periods, deadlines, durations, recurrences and events, with their values as ISO 8601 and
// RFC 5545. It is a hand-written grammar over a window of tokens: linear time, memory that does
// not grow with the text.
package temporal

import (
	"sort"
	"unicode/utf8"

	"congvan/corpus"
)

// Context is what a text does not say itself and its readings need. The zero Context works: what
// it would have told stays unresolved.
type Context struct {
	Issued    corpus.Date // ngày ban hành: gives missing years, and the date of "kể từ ngày ký"
	Effective corpus.Date // ngày có hiệu lực
	Standing  bool        // a standing regulation: a day and month without a year come every year
	Skip      [][2]int    // byte ranges, sorted, whose dates are none of the text's own: citations
}

// Role is what a found time is to the text.
type Role string

// The roles.
const (
	RoleDeadline Role = "deadline" // says when something is to be done
	RoleEffect   Role = "effect"   // since or until when the document is in force (hiệu lực)
	RoleMention  Role = "mention"  // a time that is spoken of
)

// Found is a time that the text names, at the bytes [Start, End). Timing.Span is left to the
// caller, who knows the text that the bytes belong to. A date that cannot be (31/02) or is not
// filled in (ngày … tháng … năm) has no Due, and Timing.Reason says why.
type Found struct {
	Start, End int
	Role       Role
	Timing     corpus.Timing
}

// Find reads the times of a text, in its order, without overlaps. Dates of citations ("Công văn
// số 12/BHXH ngày 27/3/2020"), of history ("Ngày 29/12/2020, … đã ban hành") and the other times
// that set no one a time (age, leave, benefits) are left out.
func Find(text string, c Context) []Found {
	s := scanner{text: text, ctx: c}
	s.run()
	return s.merged()
}

// scanner is one reading of a text.
type scanner struct {
	text      string
	ctx       Context
	pos       int // in text: where the next token is read
	toks      []token
	depth     int // of moments within moments
	out       []Found
	yearlyEnd int // end of the last yearly recurrence: a dated sibling near it is yearly too
}

func (s *scanner) run() {
	s.toks = make([]token, 0, min(refill+lookBack+lookAhead, len(s.text)/3+8))
	s.yearlyEnd = -1 << 30
	for i := 0; ; {
		if len(s.toks)-i < lookAhead && s.pos < len(s.text) {
			if i > lookBack {
				drop := i - lookBack
				s.toks = s.toks[:copy(s.toks, s.toks[drop:])]
				i = lookBack
			}
			s.scan(refill)
		}
		if i >= len(s.toks) {
			return
		}
		read := readers[s.toks[i].word]
		if read == nil {
			i++
			continue
		}
		if next := read(s, i); next > i {
			i = next
		} else {
			i++
		}
	}
}

// at is the word of token i.
func (s *scanner) at(i int) word {
	if uint(i) >= uint(len(s.toks)) {
		return end
	}
	return s.toks[i].word
}

// exact is at, but for a word that is spelled exactly.
func (s *scanner) exact(i int) word {
	if w := s.at(i); w != end && !s.toks[i].bare {
		return w
	}
	return end
}

// raw is the text of token i.
func (s *scanner) raw(i int) string {
	if uint(i) >= uint(len(s.toks)) {
		return ""
	}
	return s.text[s.toks[i].start:s.toks[i].end]
}

// is reports whether token i is the word, in any case.
func (s *scanner) is(i int, word string) bool {
	raw := s.raw(i)
	if raw == word {
		return true
	}
	if len(raw) > len(word)+4 || raw == "" {
		return false
	}
	if c := raw[0]; c != word[0] && (c < 'A' || c > 'Z' || c|0x20 != word[0]) && c < 0xC3 {
		return false
	}
	return same(raw, word)
}

// says reports whether the words of a phrase, one space apart, stand at token i; next is the
// token after them.
func (s *scanner) says(i int, phrase string) (next int, ok bool) {
	if uint(i) >= uint(len(s.toks)) {
		return i, false
	}
	if c := s.text[s.toks[i].start]; c < utf8.RuneSelf && c|0x20 != phrase[0]|0x20 {
		return i, false
	}
	for len(phrase) > 0 {
		cut := 0
		for cut < len(phrase) && phrase[cut] != ' ' {
			cut++
		}
		if !s.is(i, phrase[:cut]) {
			return i, false
		}
		i++
		phrase = phrase[min(cut+1, len(phrase)):]
	}
	return i, true
}

// oneOf reports whether a phrase of the list stands at token i; the first that does counts.
func (s *scanner) oneOf(i int, phrases []string) (next int, ok bool) {
	for _, p := range phrases {
		if next, ok := s.says(i, p); ok {
			return next, true
		}
	}
	return i, false
}

// breaks reports whether what stands before token i ends the flow of a sentence: a table cell,
// a blank line, the text's end.
func (s *scanner) breaks(i int) bool {
	return i >= len(s.toks) || s.toks[i].gap >= cell
}

// skipped reports whether bytes of the text lie in a range that the caller read.
func (s *scanner) skipped(start, end int) bool {
	skip := s.ctx.Skip
	k := sort.Search(len(skip), func(k int) bool { return skip[k][1] > start })
	return k < len(skip) && skip[k][0] < end
}

// clearUntil is where the next range begins that the caller read, after start.
func (s *scanner) clearUntil(start int) int {
	skip := s.ctx.Skip
	if k := sort.Search(len(skip), func(k int) bool { return skip[k][0] > start }); k < len(skip) {
		return skip[k][0]
	}
	return len(s.text)
}
