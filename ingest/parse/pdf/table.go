package pdf

import "strings"

// layTables turns the text in the cells of drawn tables into rows: a line a row, its cells parted
// by tabs, the lines of a cell joined. Producers write a table cell by cell or line by line.
func (p *page) layTables(r *rules, height float64) {
	for _, g := range r.grids(height) {
		p.layTable(&g)
	}
}

func (p *page) layTable(g *grid) {
	cells := map[[2]int][]string{}
	taken, first := map[int]bool{}, -1
	for i := range p.lines {
		if !p.lines[i].inside(g) {
			continue
		}
		if isMotto(p.lines[i].text) {
			return // a letterhead with borders
		}
		for _, part := range p.lines[i].cutAt(g) {
			row, column, ok := g.cell(part.center())
			if !ok {
				continue
			}
			if s := strings.TrimSpace(part.String()); s != "" {
				cells[[2]int{row, column}] = append(cells[[2]int{row, column}], s)
			}
		}
		taken[i] = true
		if first < 0 {
			first = i
		}
	}
	if len(cells) < 2 {
		return
	}
	kept := make([]line, 0, len(p.lines))
	for i := range p.lines {
		if i == first {
			kept = append(kept, g.lines(cells)...)
		}
		if !taken[i] {
			kept = append(kept, p.lines[i])
		}
	}
	p.lines = kept
}

// lines writes the table's rows.
func (g *grid) lines(cells map[[2]int][]string) []line {
	var out []line
	left, right := g.columns[0].at, g.columns[len(g.columns)-1].at
	for row := range len(g.rows) - 1 {
		var text []byte
		filled := false
		for column := range len(g.columns) - 1 {
			if column > 0 {
				text = append(text, '\t')
			}
			words := cells[[2]int{row, column}]
			filled = filled || len(words) > 0
			text = append(text, strings.Join(words, " ")...)
		}
		if filled {
			whole := glyph{left: float32(left), right: float32(right), end: int32(len(text))}
			out = append(out, line{x: 1, baseline: g.rows[row].at, size: 12, right: right, text: text, glyphs: []glyph{whole}})
		}
	}
	return out
}

// inside reports whether an upright line stands in the grid.
func (l *line) inside(g *grid) bool {
	if l.x < 0.99 || len(l.glyphs) == 0 {
		return false
	}
	x, y := l.center()
	if x < g.columns[0].at || x > g.columns[len(g.columns)-1].at || y > g.rows[0].at || y < g.rows[len(g.rows)-1].at {
		return false
	}
	return l.left() > g.columns[0].at-2*l.size && l.right < g.columns[len(g.columns)-1].at+2*l.size
}

// center is the middle of the line's first glyph: where a line begins, its cell is.
func (l *line) center() (x, y float64) {
	first := l.glyphs[0]
	return float64(first.left+first.right) / 2, l.baseline + 0.3*l.size
}

// cutAt cuts a line where an upright line of the grid stands between two glyphs.
func (l *line) cutAt(g *grid) []line {
	var parts []line
	start := 0
	_, y := l.center()
	for i := 1; i < len(l.glyphs); i++ {
		for c := range g.columns {
			at := g.columns[c].at
			if at > float64(l.glyphs[i-1].left+l.glyphs[i-1].right)/2 && at < float64(l.glyphs[i].left+l.glyphs[i].right)/2 && g.columns[c].covers(y) {
				parts = append(parts, l.part(start, i))
				start = i
				break
			}
		}
	}
	if start == 0 {
		return []line{*l}
	}
	return append(parts, l.part(start, len(l.glyphs)))
}

// part is a line of the glyphs [from, to).
func (l *line) part(from, to int) line {
	out := *l
	start, end := l.glyphs[from].start, l.glyphs[to-1].end
	out.text = append([]byte{}, l.text[start:end]...)
	out.glyphs = append([]glyph{}, l.glyphs[from:to]...)
	for i := range out.glyphs {
		out.glyphs[i].start -= start
		out.glyphs[i].end -= start
	}
	out.right = float64(out.glyphs[len(out.glyphs)-1].right)
	out.runs = nil
	for _, r := range l.runs {
		r.start, r.end = max(r.start, int(start))-int(start), min(r.end, int(end))-int(start)
		if r.end > r.start {
			out.runs = append(out.runs, r)
		}
	}
	return out
}

// isMotto reports whether words are of the letterhead's right column (NĐ 30/2020 annex I, box 1).
func isMotto(text []byte) bool {
	s := string(text)
	return strings.Contains(s, "CỘNG HÒA XÃ HỘI") || strings.Contains(s, "CỘNG HOÀ XÃ HỘI") || strings.Contains(s, "Độc lập - Tự do")
}
