package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/ingest/charset"
)

// Distances that part words, columns and lines, in units of the font's size.
const (
	wordGap      = 0.15 // between words, in a font that draws no spaces
	wideWordGap  = 0.27 // in one that does
	columnGap    = 2.0  // between columns of a letterhead on one baseline
	lineShift    = 0.45 // a superscript is raised by less
	shadowShift  = 0.18 // a letter drawn twice to look bold
	columnSpaces = "   "
)

// glyph is a character on the page; its text is line.text[start:end].
type glyph struct {
	left, right float32 // along the baseline
	start, end  int32
}

// line is what stands on one baseline, in the order in which it was drawn.
type line struct {
	x, y     float64 // direction of the baseline
	baseline float64 // its distance from the origin
	size     float64
	right    float64 // end of the last visible glyph
	text     []byte
	glyphs   []glyph // visible ones
	runs     []run
	stamp    bool // put on the page behind its text, into a blank
	loose    bool // glyphs were drawn out of order; text is made anew from their places
}

// run is a stretch of a line in a font of an old encoding.
type run struct {
	start, end int
	enc        charset.Encoding
}

// page gathers the lines of a page, at most budget bytes of text.
type page struct {
	lines  []line
	budget int
	full   bool
}

// place is where a glyph stands: its start and end along a baseline.
type place struct {
	x, y, baseline, left, right, size float64
}

// placed computes a glyph's place from the text matrix on the page and its advance in text space.
func placed(m matrix, advance, size float64) (place, bool) {
	length := math.Hypot(m[0], m[1])
	if length == 0 || math.IsNaN(length) || math.IsInf(length, 0) {
		return place{}, false
	}
	x, y := m[0]/length, m[1]/length
	left := m[4]*x + m[5]*y
	height := math.Abs(m[0]*m[3]-m[1]*m[2]) / length * math.Abs(size)
	if height == 0 {
		height = math.Abs(size) * length
	}
	return place{x, y, m[5]*x - m[4]*y, left, left + advance*length, height}, true
}

// add puts a glyph on the page.
func (p *page) add(at place, s string, f *font) {
	if s == "" || p.full {
		return
	}
	if p.budget -= len(s); p.budget < 0 {
		p.full = true
		return
	}
	r, n := utf8.DecodeRuneInString(s)
	combining := unicode.Is(unicode.Mn, r)
	blank := n == len(s) && (r == ' ' || r == 0xA0)
	l := p.last()
	if l == nil || !l.holds(at) {
		if blank || l == nil && combining {
			return
		}
		if combining {
			l.append(s, f)
			return
		}
		p.lines = append(p.lines, line{x: at.x, y: at.y, baseline: at.baseline, size: at.size, right: at.left})
		l = p.last()
	}
	l.add(at, s, f, blank, combining)
}

func (p *page) last() *line {
	if len(p.lines) == 0 {
		return nil
	}
	return &p.lines[len(p.lines)-1]
}

// holds reports whether a glyph continues the line: the same direction and baseline, and not far
// behind its end.
func (l *line) holds(at place) bool {
	size := max(l.size, at.size)
	if l.x*at.x+l.y*at.y < 0.98 || math.Abs(l.baseline-at.baseline) > lineShift*size {
		return false
	}
	if at.left >= l.right-0.6*size || len(l.glyphs) == 0 {
		return true
	}
	return l.shadowOf(at) >= 0 || l.fits(at) >= 0
}

// maxLoose is how many glyphs a line may have that takes others into its gaps.
const maxLoose = 4096

// fits is where among the line's glyphs one goes that is drawn into a gap, -1 when there is no
// gap. Producers that lack a letter in one font draw it from another one afterwards: "S Y T" and
// then "Ở" and "Ế" between.
func (l *line) fits(at place) int {
	n := len(l.glyphs)
	if n > maxLoose || math.Abs(l.baseline-at.baseline) > 0.1*at.size || at.left < l.left()-1.2*at.size {
		return -1
	}
	slack := float32(0.3 * at.size)
	left, right := float32(at.left), float32(at.right)
	i := sort.Search(n, func(i int) bool { return l.glyphs[i].left > left })
	if i > 0 && l.glyphs[i-1].right > left+slack || i < n && l.glyphs[i].left < right-slack {
		return -1
	}
	return i
}

// shadowOf is the index of a glyph that stands where another is drawn, -1 for none.
func (l *line) shadowOf(at place) int {
	near := float32(shadowShift * at.size)
	i := sort.Search(len(l.glyphs), func(i int) bool { return l.glyphs[i].left >= float32(at.left)-near })
	for ; i < len(l.glyphs) && l.glyphs[i].left <= float32(at.left)+near; i++ {
		if math.Abs(l.baseline-at.baseline) < shadowShift*at.size {
			return i
		}
	}
	return -1
}

func (l *line) add(at place, s string, f *font, blank, combining bool) {
	if combining {
		l.append(s, f)
		return
	}
	if !blank && at.left < l.right-0.3*at.size {
		if i := l.shadowOf(at); i >= 0 && string(l.text[l.glyphs[i].start:l.glyphs[i].end]) == s {
			return
		}
		if i := l.fits(at); i >= 0 {
			l.loose = true
			start := len(l.text)
			l.append(s, f)
			l.glyphs = slices.Insert(l.glyphs, i, glyph{float32(at.left), float32(at.right), int32(start), int32(len(l.text))})
			return
		}
	}
	if blank {
		f.spaces = true
		if len(l.text) > 0 && len(l.text) < 1<<20 {
			l.text = append(l.text, ' ')
		}
		return
	}
	l.gap(at, f)
	start := len(l.text)
	l.append(s, f)
	l.glyphs = append(l.glyphs, glyph{float32(at.left), float32(at.right), int32(start), int32(len(l.text))})
	l.right = max(l.right, at.right)
	if at.size > l.size && at.size < 2*l.size && len(l.glyphs) < 4 {
		l.size, l.baseline = at.size, at.baseline
	}
}

// gap writes the space between the last glyph and one at a place.
func (l *line) gap(at place, f *font) {
	if len(l.glyphs) == 0 {
		l.text = l.text[:0]
		return
	}
	distance := (at.left - l.right) / max(at.size, 1e-6)
	trailing := 0
	for n := len(l.text); n > 0 && l.text[n-1] == ' '; n-- {
		trailing++
	}
	limit := wordGap
	if f.spaces {
		limit = wideWordGap
	}
	if f.loose {
		limit = 0.6
	}
	switch {
	case distance > columnGap && !listMark(l.text):
		for ; trailing < len(columnSpaces); trailing++ {
			l.text = append(l.text, ' ')
		}
	case trailing > 2 && distance < columnGap: // spaces drawn over one another
		l.text = append(l.text[:len(l.text)-trailing], ' ')
	case distance > limit && trailing == 0:
		l.text = append(l.text, ' ')
	}
}

// listMark reports whether all that a line has is a mark such as "1.", "-" or "a)", which a tab
// parts from its text.
func listMark(text []byte) bool {
	return utf8.RuneCount([]byte(strings.TrimSpace(string(text[:min(len(text), 16)])))) <= 4 && len(text) < 16
}

func (l *line) append(s string, f *font) {
	start := len(l.text)
	l.text = append(l.text, s...)
	if f == nil || f.enc == charset.Unknown {
		return
	}
	if n := len(l.runs); n > 0 && l.runs[n-1].enc == f.enc && strings.TrimSpace(string(l.text[l.runs[n-1].end:start])) == "" {
		l.runs[n-1].end = len(l.text)
		return
	}
	l.runs = append(l.runs, run{start, len(l.text), f.enc})
}

// String is the line's text with the runs in old encodings decoded.
func (l *line) String() string {
	if len(l.runs) == 0 {
		return strings.TrimRight(string(l.text), " ")
	}
	var out strings.Builder
	at := 0
	for _, r := range l.runs {
		out.Write(l.text[at:r.start])
		out.WriteString(charset.DecodeRun(string(l.text[r.start:r.end]), r.enc))
		at = r.end
	}
	out.Write(l.text[at:])
	return strings.TrimRight(out.String(), " ")
}

// left is where the line begins.
func (l *line) left() float64 {
	if len(l.glyphs) == 0 {
		return l.right
	}
	return float64(l.glyphs[0].left)
}
