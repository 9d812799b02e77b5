package normalize

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// A measure gives the width of a text: in letters where each took one column, or as print has it.
type measure func(text string) int

// columns is how many columns a text takes.
func columns(text string) int { return utf8.RuneCountInString(text) }

// smallWidths and capitalWidths are the widths of letters in the Times faces that dispatches are
// printed in (NĐ 30/2020 annex I), in thousandths of the type's size, a to z.
var (
	smallWidths   = [26]int{444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444}
	capitalWidths = [26]int{722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611}
)

// printed is how wide print sets a text, in thousandths of the type's size.
func printed(text string) int {
	width := 0
	for _, r := range text {
		base := viet.FoldRune(r)
		switch {
		case 'a' <= base && base <= 'z':
			if unicode.IsUpper(r) {
				width += capitalWidths[base-'a']
			} else {
				width += smallWidths[base-'a']
			}
		case r == ' ' || r == '.' || r == ',':
			width += 250
		case r == ':' || r == ';' || r == '/':
			width += 278
		case r == '-' || r == '(' || r == ')':
			width += 333
		default:
			width += 500
		}
	}
	return width
}

// narrower is the measure by which the lines, all full, are most alike.
func (s *sheet) narrower(lines []int) measure {
	if s.spread(lines, printed) < s.spread(lines, columns) {
		return printed
	}
	return columns
}

// spread is the mean distance of the lines' widths from the middle one, in ten-thousandths of it.
func (s *sheet) spread(lines []int, width measure) int {
	widths := s.widths(lines, width)
	if len(widths) == 0 {
		return 0
	}
	middle, sum := median(widths), 0
	for _, w := range widths {
		sum += max(w-middle, middle-w)
	}
	return sum * 10000 / len(widths) / max(middle, 1)
}

// enoughLines show the layout of a text of any length.
const enoughLines = 400

// widths are the right edges of lines, their indents counted, in ascending order.
func (s *sheet) widths(lines []int, width measure) []int {
	lines = lines[:min(len(lines), enoughLines)]
	out := make([]int, len(lines))
	for i, at := range lines {
		out[i] = s.lines[at].edge(s.text, width)
	}
	sort.Ints(out)
	return out
}

// edge is where a line ends on the page.
func (l *line) edge(text string, width measure) int {
	return l.indent*width(" ") + width(text[l.start:l.end])
}

// edgeOf is the right edge of full lines, of the sorted edges of lines known to be cut: most end
// within a word of it, and those far from the middle are of another kind.
func edgeOf(edges []int, otherwise int) int {
	if len(edges) == 0 {
		return otherwise
	}
	middle := median(edges)
	near := sort.SearchInts(edges, middle-middle/7)
	far := sort.SearchInts(edges, middle+middle/7+1)
	return edges[near+(far-near)*9/10]
}

// median is the middle one of sorted numbers.
func median(sorted []int) int {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)/2]
}
