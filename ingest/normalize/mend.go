// Package normalize mends the raw text of a document: characters (NFC, invisible and look-alike
// ones), lines (unwrapped, columns and tables put in reading order) and what a page adds to a text
// (numbers, rules, buttons). It keeps an exact map from the mended text back to the raw one.
//
// Raw text has "\n" between lines, "\f" between pages and "\t" between the cells of a table row.
package normalize

import (
	"fmt"
	"strings"
)

// Options say what is known of a raw text.
type Options struct {
	// Wrapped: line breaks are layout and may cut sentences, as in plain text, PDF and OCR. In
	// word-processor files and web pages a line is a paragraph already, and only a break that
	// cuts a sentence beyond doubt is taken back.
	Wrapped bool
}

// Mended is a text in order: NFC, one paragraph a line, a table row a line with tabs between its
// cells, no blank lines.
type Mended struct {
	Text     string
	Pages    [][2]int // byte ranges [start, end) of Text, one a page; nil when raw has no page borders
	Map      Map      // from Text back to raw
	Warnings []string
}

// mostPasses bounds the passes: mending a line can make sense of the next, twice at most in
// anything but made-up text.
const mostPasses = 8

// Mend mends raw. It never fails and takes time linear in the text; invalid UTF-8 reads U+FFFD.
// Mending a mended text changes nothing, whatever the options.
func Mend(raw string, o Options) Mended {
	text, toRaw, odd := clean(raw)
	var borders []int // of raw
	for pass := range mostPasses {
		s := newSheet(text, o.Wrapped && pass == 0)
		if pass == 0 {
			borders = toRaw.rawOffsets(s.borders)
		}
		next, toText := s.mend()
		toRaw = toText.onto(toRaw)
		if odd {
			var again Map
			next, again, odd = clean(next)
			toRaw = again.onto(toRaw)
		}
		if next == text {
			break
		}
		text = next
	}
	m := Mended{Text: text, Map: toRaw, Pages: toRaw.pages(len(text), borders)}
	if n := strings.Count(text, "\uFFFD"); n > 0 {
		m.Warnings = append(m.Warnings, fmt.Sprintf("%d character(s) could not be read; U+FFFD stands for each", n))
	}
	return m
}
