package layout

import (
	"strconv"
	"strings"
)

// tables finds the runs of rows below the letterhead: lines with a tab inside.
func (l *Layout) tables(from int) {
	for i := from; i < len(l.Lines); i++ {
		if !l.isRow(i) {
			continue
		}
		end := i + 1
		for end < len(l.Lines) && (l.isRow(end) || l.cues[end] != Blank && l.Text[l.rowStart(end)] == '\t' || l.cues[end] == Blank && end+1 < len(l.Lines) && l.isRow(end+1)) {
			end++
		}
		l.table(i, end)
		i = end - 1
	}
}

// rowStart is the first byte of line i with its leading tab: an empty first cell counts.
func (l *Layout) rowStart(i int) int {
	start := l.Lines[i].Start
	for start > 0 && l.Text[start-1] != '\n' {
		start--
	}
	return start
}

func (l *Layout) rowEnd(i int) int {
	end := l.Lines[i].End
	for end < len(l.Text) && l.Text[end] != '\n' {
		end++
	}
	return end
}

func (l *Layout) isRow(i int) bool {
	switch l.Lines[i].Zone {
	case Body, Appendix, Closing, Furniture:
		return l.cues[i] != Blank && strings.IndexByte(l.Text[l.Lines[i].Start:l.Lines[i].End], '\t') >= 0
	}
	return false
}

// table reads the rows of lines [from, to).
func (l *Layout) table(from, to int) {
	rows := make([][]Range, 0, to-from)
	width := 0
	for i := from; i < to; i++ {
		if l.cues[i] == Blank {
			continue
		}
		row := l.cells(l.rowStart(i), l.rowEnd(i))
		if isNumbersRow(l.Text, row) {
			continue
		}
		rows = append(rows, row)
		width = max(width, len(row))
	}
	if len(rows) < 2 || width < 2 {
		return
	}
	t := Table{Range: Range{l.Lines[from].Start, l.Lines[to-1].End}, Part: l.Lines[from].Part, Caption: l.caption(from)}
	if l.isHeader(rows[0]) {
		t.Header, rows = rows[0], rows[1:]
		width = max(len(t.Header), 2)
	}
	for k, row := range rows {
		if len(row) > width {
			row[width-1].End = row[len(row)-1].End // cells that the header does not know
			row = row[:width]
		}
		for len(row) < width {
			end := row[len(row)-1].End
			row = append(row, Range{end, end})
		}
		rows[k] = row
	}
	for len(t.Header) > 0 && len(t.Header) < width {
		t.Header = append(t.Header, Range{t.Header[0].End, t.Header[0].End})
	}
	t.Rows = rows
	l.Tables = append(l.Tables, t)
	for i := from; i < to; i++ {
		if l.Lines[i].Zone == Furniture && l.cues[i] != Blank {
			l.Lines[i].Zone = Appendix
		}
	}
}

// cells cuts [start, end) at its tabs, white space around cells left out.
func (l *Layout) cells(start, end int) []Range {
	row := make([]Range, 0, strings.Count(l.Text[start:end], "\t")+1)
	for at := start; at <= end; {
		stop := at
		for stop < end && l.Text[stop] != '\t' {
			stop++
		}
		from := skipSpace(l.Text, at, stop)
		row = append(row, Range{from, trimEnd(l.Text, from, stop)})
		at = stop + 1
	}
	return row
}

// isNumbersRow tells the row "(1) (2) (3)" or "A B 1 2" under a header.
func isNumbersRow(text string, row []Range) bool {
	if len(row) < 3 {
		return false
	}
	letter, number := byte('A'), 1
	for _, c := range row {
		switch s := strings.Trim(text[c.Start:c.End], "()[] "); {
		case number == 1 && len(s) == 1 && s[0] == letter:
			letter++
		case s == strconv.Itoa(number):
			number++
		default:
			return false
		}
	}
	return true
}

// isHeader tells a header: no cell is a figure or a whole sentence, or its first is "STT".
func (l *Layout) isHeader(row []Range) bool {
	var f Folded
	for k, c := range row {
		s := l.Text[c.Start:c.End]
		f.Set(s, 40)
		if k == 0 && (string(f.B) == "stt" || string(f.B) == "tt" || f.HasPrefix("so tt") || f.HasPrefix("so thu tu")) {
			return true
		}
		if s == "" {
			continue
		}
		if s[0] >= '0' && s[0] <= '9' || len(s) > 120 {
			return false
		}
	}
	return true
}

// caption is the line above a table that names it: short, and no sentence.
func (l *Layout) caption(i int) Range {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		switch l.cues[k] {
		case Blank, Rule, Promulgated:
			continue
		}
		s := l.LineText(k)
		var fb [16]byte
		var fa [17]int32
		f := foldInto(fb[:0], fa[:0], s, 16)
		if len(s) < 240 && (IsCaps(s) || f.HasPrefix("bang ") || f.HasPrefix("bieu ") || f.HasPrefix("danh muc") || f.HasPrefix("danh sach") || f.HasPrefix("phu luc")) {
			return Range{l.Lines[k].Start, l.Lines[k].End}
		}
		if len(s) < 30 && strings.HasPrefix(s, "Đơn vị tính") {
			continue
		}
		break
	}
	return Range{}
}
