package pdf

import (
	"slices"
	"sort"
)

// rule is a line drawn on the page, upright or level: its place across and its ends along.
type rule struct{ at, from, to float64 }

// maxRules bounds what is kept of a page's lines; drawings have more.
const maxRules = 20_000

// rules are the lines of a page that may be those of tables.
type rules struct{ upright, level []rule }

const (
	thinRule  = 3 // points across, at most
	shortRule = 4 // points along, at least
	sameRule  = 3 // points between what counts as one line
)

// add takes a painted shape: a thin one is a line, the outline of a larger one is four.
func (r *rules) add(b box, outlined bool) {
	width, height := b[2]-b[0], b[3]-b[1]
	switch {
	case len(r.upright)+len(r.level) > maxRules:
	case width <= thinRule && height >= shortRule:
		r.upright = append(r.upright, rule{(b[0] + b[2]) / 2, b[1], b[3]})
	case height <= thinRule && width >= shortRule:
		r.level = append(r.level, rule{(b[1] + b[3]) / 2, b[0], b[2]})
	case outlined && width > shortRule && height > shortRule:
		r.upright = append(r.upright, rule{b[0], b[1], b[3]}, rule{b[2], b[1], b[3]})
		r.level = append(r.level, rule{b[1], b[0], b[2]}, rule{b[3], b[0], b[2]})
	}
}

// ruled is one line of a grid: its place and the stretches along which it is drawn.
type ruled struct {
	at    float64
	spans [][2]float64
}

// covers reports whether the line is drawn at a point along it.
func (r *ruled) covers(along float64) bool {
	i := sort.Search(len(r.spans), func(i int) bool { return r.spans[i][1] >= along })
	return i < len(r.spans) && r.spans[i][0] <= along
}

// gather joins rules at one place to lines, sorted by place.
func gather(all []rule) []ruled {
	slices.SortFunc(all, func(a, b rule) int { return compareFloats(a.at, b.at, a.from, b.from) })
	var out []ruled
	for _, r := range all {
		if n := len(out); n == 0 || r.at-out[n-1].at > sameRule {
			out = append(out, ruled{at: r.at})
		}
		last := &out[len(out)-1]
		last.spans = append(last.spans, [2]float64{r.from - 1, r.to + 1})
	}
	for i := range out {
		out[i].spans = joined(out[i].spans)
	}
	return out
}

// joined merges stretches that touch.
func joined(spans [][2]float64) [][2]float64 {
	slices.SortFunc(spans, func(a, b [2]float64) int { return compareFloats(a[0], b[0], a[1], b[1]) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s[0] <= out[n-1][1]+1 {
			out[n-1][1] = max(out[n-1][1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}

func compareFloats(a, b, c, d float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case c < d:
		return -1
	case c > d:
		return 1
	}
	return 0
}

// grid is a table's lines: columns from left to right, rows from the top down.
type grid struct {
	columns, rows []ruled
}

// Sizes of what is a table. A frame around the page is none.
const (
	maxGrid    = 40
	maxRows    = 2000
	maxBands   = 200  // of a page
	frameShare = 0.85 // of the page's height
)

// grids finds the tables of a page by bands in which upright lines stand.
func (r *rules) grids(height float64) []grid {
	upright := slices.DeleteFunc(slices.Clone(r.upright), func(v rule) bool { return v.to-v.from > frameShare*height })
	bands := make([][2]float64, 0, len(upright))
	for _, v := range upright {
		bands = append(bands, [2]float64{v.from - sameRule, v.to + sameRule})
	}
	var out []grid
	bands = joined(bands)
	for _, band := range bands[:min(len(bands), maxBands)] {
		inside := func(from, to float64) bool { return from >= band[0]-1 && to <= band[1]+1 }
		columns := gather(slices.DeleteFunc(slices.Clone(upright), func(v rule) bool { return !inside(v.from, v.to) }))
		rows := gather(slices.DeleteFunc(slices.Clone(r.level), func(h rule) bool { return !inside(h.at, h.at) }))
		if len(columns) < 3 || len(columns) > maxGrid || len(rows) < 2 || len(rows) > maxRows {
			continue
		}
		slices.Reverse(rows)
		out = append(out, grid{columns, rows})
		if len(out) == 100 {
			break
		}
	}
	return out
}

// cell is the row and column of a point; false when it lies outside. Where a line between two
// cells is not drawn, the point is in the first of them.
func (g *grid) cell(x, y float64) (row, column int, ok bool) {
	column = sort.Search(len(g.columns), func(i int) bool { return g.columns[i].at > x }) - 1
	row = sort.Search(len(g.rows), func(i int) bool { return g.rows[i].at < y }) - 1
	if column < 0 || column >= len(g.columns)-1 || row < 0 || row >= len(g.rows)-1 {
		return 0, 0, false
	}
	for column > 0 && !g.columns[column].covers(y) {
		column--
	}
	for row > 0 && !g.rows[row].covers(x) {
		row--
	}
	return row, column, true
}
