package pdf

import (
	"math"
	"slices"
)

// looseGap parts words in a line whose glyphs were drawn out of order, where the widths of the
// second font need not fit the gaps of the first.
const looseGap = 0.17

// settle makes the text of a loose line anew, from left to right, and that of a stretched one.
func (l *line) settle() {
	stretched := l.stretched()
	if !l.loose && !stretched || len(l.runs) > 0 && !l.loose {
		return
	}
	out := make([]byte, 0, len(l.text))
	for i := range l.glyphs {
		g := &l.glyphs[i]
		if i > 0 {
			switch gap := l.gapBefore(i); {
			case gap > columnGap && !stretched && !listMark(out):
				out = append(out, columnSpaces...)
			case gap > looseGap:
				out = append(out, ' ')
			}
		}
		start := int32(len(out))
		out = append(out, l.text[g.start:g.end]...)
		g.start, g.end = start, int32(len(out))
	}
	l.text, l.runs, l.loose = out, nil, false
}

// gapBefore is the gap before a glyph in units of the line's size.
func (l *line) gapBefore(i int) float64 {
	return float64(l.glyphs[i].left-l.glyphs[i-1].right) / max(l.size, 1e-6)
}

// stretched reports whether the line's words are all equally far apart: justified text before a
// forced line break, "KT.      GIÁM      ĐỐC", is no row of columns.
func (l *line) stretched() bool {
	n, least, most := 0, math.Inf(1), 0.0
	for i := 1; i < len(l.glyphs); i++ {
		if gap := l.gapBefore(i); gap > looseGap {
			n, least, most = n+1, min(least, gap), max(most, gap)
		}
	}
	return n > 1 && most > columnGap && most < 1.25*least
}

// dropOblique drops what is written aslant over a page of upright lines: a watermark, "BẢN NHÁP"
// or the name of who fetched the file.
func (p *page) dropOblique() {
	oblique := func(l line) bool { return math.Abs(l.x*l.y) > 0.05 }
	if slices.ContainsFunc(p.lines, func(l line) bool { return !oblique(l) }) {
		p.lines = slices.DeleteFunc(p.lines, oblique)
	}
}
