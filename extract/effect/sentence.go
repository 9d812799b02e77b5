package effect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/extract/phrase"
)

// longest is how many bytes a sentence can have; a longer one is read in pieces.
const longest = 3000

// sentence is a piece of the text as tokens. A citation is one token, a mark that is no other.
type sentence struct {
	toks  []phrase.Token
	cites []int // of each token, the citation that it is, or -1
	quote []int // of each token, the quotation that it is in, counted from 1; 0 outside
}

const citationMark = 0x10FFFF

// run cuts the text into sentences and reads each that can have an act in it.
func (f *finder) run() {
	for at := 0; at < len(f.Text); {
		end := f.sentenceEnd(at)
		if f.matters(at, end) {
			f.cut(at, end)
			if len(f.toks) > 0 {
				f.read(at == 0 || f.Text[at-1] == '\n')
			}
		} else {
			f.pass(at, end)
		}
		at = end
	}
}

// matters reports whether a sentence may begin or name an act, or goes on with what the ones before
// it began.
func (f *finder) matters(at, end int) bool {
	text := f.Text[at:end]
	switch cited := f.next < len(f.Citations) && f.Citations[f.next].Start < end; {
	case f.list != nil || f.target >= 0:
		return true
	case cited:
		return told.May(text) || hasQuote(text)
	}
	return acts.May(text)
}

// sentenceEnd is the byte after the sentence that begins at a byte. A line that goes on with a
// small letter on the next one is one; citations are not cut.
func (f *finder) sentenceEnd(at int) int {
	cite := f.next
	for i := at; i < len(f.Text); i++ {
		if i < at+longest {
			i += toMark(f.Text[i:min(len(f.Text), at+longest)])
		}
		if i == len(f.Text) {
			break
		}
		for cite < len(f.Citations) && f.Citations[cite].End <= i {
			cite++
		}
		inside := cite < len(f.Citations) && f.Citations[cite].Start < i
		if i-at >= longest && !inside && utf8.RuneStart(f.Text[i]) {
			return i
		}
		switch c := f.Text[i]; {
		case inside:
		case c == ';' || c == '\t':
			return i + 1
		case c == '\n' && !goesOn(f.Text, i+1):
			return i + 1
		case c == '.' && i+1 < len(f.Text) && f.Text[i+1] == ' ' && i > at && endsWord(f.Text, i) && startsUpper(f.Text, i+2):
			return i + 1
		}
	}
	return len(f.Text)
}

// toMark is how many bytes stand before the first that can end a sentence.
func toMark(text string) int {
	for k := range len(text) {
		if sentenceMarks[text[k]] {
			return k
		}
	}
	return len(text)
}

// sentenceMarks has the bytes that can end a sentence.
var sentenceMarks = [256]bool{';': true, '\t': true, '\n': true, '.': true}

// goesOn reports whether the line at i continues the one before it.
func goesOn(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsLower(r) {
		return false
	}
	after := text[i+n:]
	return !strings.HasPrefix(after, ")") && !strings.HasPrefix(after, ".") && !strings.HasPrefix(after, "/")
}

// endsWord reports whether what stands before a dot is no abbreviation: TP. Hồ Chí Minh, but
// 12/BHXH-TT. Thời hạn …
func endsWord(text string, i int) bool {
	start := i
	for letters := 0; start > 0 && letters < 4; letters++ {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsUpper(r) {
			return start == i || r == '-' || r == '/' || unicode.IsLetter(r)
		}
		start -= n
	}
	return start > 0
}

func startsUpper(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[min(i, len(text)):])
	return unicode.IsUpper(r)
}

// cut makes tokens of text[at:end].
func (f *finder) cut(at, end int) {
	f.toks, f.cites, f.quote = f.toks[:0], f.cites[:0], f.quote[:0]
	for f.next < len(f.Citations) && f.Citations[f.next].Start < end {
		c := &f.Citations[f.next]
		if c.Start >= at {
			f.toks = phrase.Scan(f.toks, f.Text, at, c.Start)
			f.toks = append(f.toks, phrase.Token{Start: c.Start, End: c.End, Hash: citationMark, Flags: phrase.Spaced})
			for len(f.cites) < len(f.toks)-1 {
				f.cites = append(f.cites, -1)
			}
			f.cites = append(f.cites, f.next)
			at = c.End
		}
		f.next++
	}
	if at < end {
		f.toks = phrase.Scan(f.toks, f.Text, at, end)
	}
	for len(f.cites) < len(f.toks) {
		f.cites = append(f.cites, -1)
	}
	open, count := -1, 0
	for k := range f.toks {
		f.quote = append(f.quote, 0)
		if !f.toks[k].Mark('"') {
			continue
		}
		if open < 0 {
			open = k
			continue
		}
		count++
		for n := open; n <= k; n++ {
			f.quote[n] = count
		}
		open = -1
	}
}

// words is the text of tokens [from, to) on one line.
func (f *finder) words(from, to int) string {
	if from >= to {
		return ""
	}
	return oneLine(f.Text[f.toks[from].Start:f.toks[to-1].End])
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// border reports whether token k ends a clause.
func (f *finder) border(k int) bool {
	t := f.toks[k]
	return t.Mark(',') || t.Mark(':') || t.Mark('(') || t.Mark(')') || t.Mark('"') || t.Mark('.')
}
