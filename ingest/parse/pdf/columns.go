package pdf

import "slices"

// maxColumn is how many lines the left column of a closing may have.
const maxColumn = 60

// closeColumns mends the order where a line across two columns is followed by the rest of the
// left one and then by the rest of the right one:
//
//	Nơi nhận:   TL. CHỦ TỊCH
//	- Như trên;
//	KT. CHÁNH VĂN PHÒNG
//
// The right part moves down to its column.
func (p *page) closeColumns() {
	for i := 0; i < len(p.lines); i++ {
		right, ok := p.lines[i].rightPart()
		if !ok {
			continue
		}
		j := i + 1
		for j < min(len(p.lines), i+maxColumn) && p.lines[j].right < right.left() && sameWay(&p.lines[j], &right) && p.lines[j].baseline < right.baseline {
			j++
		}
		if j == i+1 || j == len(p.lines) || p.lines[j].left() < p.lines[j-1].left() || !p.lines[j].under(&right) {
			continue
		}
		p.lines[i].cut(right)
		p.lines = slices.Insert(p.lines, j, right)
	}
}

func sameWay(a, b *line) bool { return a.x*b.x+a.y*b.y > 0.98 }

// under reports whether a line stands below another in the same column, at most six lines on.
func (l *line) under(above *line) bool {
	drop := above.baseline - l.baseline
	return sameWay(l, above) && drop > 0 && drop < 6*above.size && l.left() < above.right && l.right > above.left()
}

// rightPart is what stands behind the line's only gap between columns.
func (l *line) rightPart() (right line, ok bool) {
	if len(l.runs) > 0 {
		return right, false
	}
	at := 0
	for i := 1; i < len(l.glyphs); i++ {
		if float64(l.glyphs[i].left-l.glyphs[i-1].right) > columnGap*l.size {
			if at > 0 {
				return right, false
			}
			at = i
		}
	}
	if at == 0 || listMark(l.text[:l.glyphs[at-1].end]) {
		return right, false
	}
	return l.part(at, len(l.glyphs)), true
}

// cut takes its right part off a line.
func (l *line) cut(right line) {
	l.glyphs = l.glyphs[:len(l.glyphs)-len(right.glyphs)]
	last := l.glyphs[len(l.glyphs)-1]
	l.text, l.right = l.text[:last.end], float64(last.right)
}
