package pdf

import (
	"math"
	"sort"
	"strings"
)

// maxStamp is the length in bytes of what clerks stamp into a blank: a number, a day, a month.
const maxStamp = 40

// maxTrail is how far behind a line's end, in sizes of its font, a stamp still belongs to it.
const maxTrail = 4

// fillBlanks moves what was stamped into a line's blank to its place. Office systems write the
// number and the day into the finished page, behind all its text: "Số:       /KH-UBND" and, far
// behind, "173" on the same baseline.
func (p *page) fillBlanks() {
	order := make([]int, len(p.lines))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return p.lines[order[i]].baseline < p.lines[order[j]].baseline })
	for rank, i := range order {
		stamp := &p.lines[i]
		if len(stamp.text) > maxStamp || len(stamp.glyphs) == 0 {
			continue
		}
		if host := p.hostOf(order, rank); host != nil {
			host.insert(stamp)
		} else if !stamp.stamp {
			continue
		}
		stamp.text, stamp.glyphs, stamp.runs = nil, nil, nil
	}
	kept := p.lines[:0]
	for _, l := range p.lines {
		if len(l.text) > 0 {
			kept = append(kept, l)
		}
	}
	p.lines = kept
}

// hostOf looks among the lines of nearly the same baseline for one, drawn earlier, with a blank
// that takes the stamp.
func (p *page) hostOf(order []int, rank int) *line {
	stamp := &p.lines[order[rank]]
	for _, step := range [...]int{-1, 1} {
		for r, n := rank+step, 0; r >= 0 && r < len(order) && n < 32; r, n = r+step, n+1 {
			host := &p.lines[order[r]]
			if math.Abs(host.baseline-stamp.baseline) > lineShift*max(host.size, stamp.size) {
				break
			}
			if order[r] < order[rank] && host.x*stamp.x+host.y*stamp.y > 0.98 && host.blankAt(stamp) >= 0 {
				return host
			}
		}
	}
	return nil
}

// blankAt is the index of the glyph behind the blank that the stamp fits in, -1 for none. The end
// of a line is a blank for what is known to be a stamp.
func (l *line) blankAt(stamp *line) int {
	slack := 0.35 * l.size
	left := stamp.left()
	i := sort.Search(len(l.glyphs), func(i int) bool { return float64(l.glyphs[i].left) > left })
	if i == 0 || left < float64(l.glyphs[i-1].right)-slack {
		return -1
	}
	if i == len(l.glyphs) {
		if stamp.stamp && left < l.right+maxTrail*l.size {
			return i
		}
		return -1
	}
	before, after := l.glyphs[i-1], l.glyphs[i]
	if stamp.right > float64(after.left)+slack || float64(after.left-before.right) < 0.6*l.size && !stamp.stamp {
		return -1
	}
	return i
}

// insert puts the stamp's text into the line's blank, in place of its spaces.
func (l *line) insert(stamp *line) {
	i := l.blankAt(stamp)
	from, to := int(l.glyphs[i-1].end), len(l.text)
	if i < len(l.glyphs) {
		to = int(l.glyphs[i].start)
	}
	words := " " + strings.TrimSpace(stamp.String()) + " "
	if to == len(l.text) || l.text[to] == '/' || l.text[to] == '-' {
		words = words[:len(words)-1]
	}
	grown := len(words) - (to - from)
	l.text = append(l.text[:from:from], append([]byte(words), l.text[to:]...)...)
	for j := i; j < len(l.glyphs); j++ {
		l.glyphs[j].start += int32(grown)
		l.glyphs[j].end += int32(grown)
	}
	for j := range l.runs {
		if l.runs[j].start >= to {
			l.runs[j].start += grown
			l.runs[j].end += grown
		} else if l.runs[j].end > from {
			l.runs[j].end += grown
		}
	}
	filled := glyph{left: float32(stamp.left()), right: float32(stamp.right), start: int32(from), end: int32(from + len(words))}
	l.glyphs = append(l.glyphs[:i:i], append([]glyph{filled}, l.glyphs[i:]...)...)
	l.right = max(l.right, stamp.right)
}
