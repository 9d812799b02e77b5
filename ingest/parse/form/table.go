package form

import (
	"bytes"
	"slices"
)

// Borders says whether a table draws lines between its cells.
type Borders uint8

// What a form may say of borders.
const (
	BordersUnknown Borders = iota
	BordersNone
	BordersDrawn
)

// A file can claim cells as wide and high as it likes; these keep the memory in bounds.
const (
	maxColumns = 1000
	maxMerged  = 200_000
)

// table is a table that is open.
type table struct {
	rows    []row
	carry   []int  // rows that a cell above still takes, a column each
	aside   canvas // what stands in the table but in no cell: a caption
	inRow   bool
	cell    int  // the open cell of the last row, -1 for none
	dropped bool // the open row is not to be kept
}

type row []cell

type cell struct {
	canvas
	edge   int  // where it ends on the page, 0 when that is not known
	merged bool // taken by the cell above or to the left
}

// OpenTable starts a table at the place of the flow.
func (f *Flow) OpenTable() {
	f.Break()
	if len(f.tables) == maxTables || f.deeper > 0 {
		f.deeper++
		return
	}
	f.tables = append(f.tables, &table{cell: -1})
}

// InTable reports whether a table is open.
func (f *Flow) InTable() bool { return len(f.tables) > 0 }

// OpenRow starts a row.
func (f *Flow) OpenRow() {
	f.Break()
	if t := f.top(); t != nil {
		t.endRow()
		t.rows, t.inRow = append(t.rows, nil), true
	}
}

// OpenCell starts a cell that is columns wide and rows high.
func (f *Flow) OpenCell(columns, rows int) {
	f.Break()
	t := f.top()
	if t == nil {
		return
	}
	if !t.inRow {
		f.OpenRow()
	}
	r := &t.rows[len(t.rows)-1]
	if len(*r) >= maxColumns {
		t.cell = len(*r) - 1
		return
	}
	columns, rows = min(max(columns, 1), 64), min(max(rows, 1), 1000)
	if f.merged += columns*rows - 1; f.merged > maxMerged {
		columns, rows = 1, 1
	}
	t.skip(r)
	t.cell = len(*r)
	*r = append(*r, cell{})
	for len(*r) < t.cell+columns {
		*r = append(*r, cell{merged: true})
	}
	for len(t.carry) < len(*r) {
		t.carry = append(t.carry, 0)
	}
	for i := t.cell; i < len(*r); i++ {
		t.carry[i] = rows - 1
	}
}

// CloseCell ends the cell; text before the next one stands beside the table.
func (f *Flow) CloseCell() {
	f.Break()
	if t := f.top(); t != nil {
		t.cell = -1
	}
}

// CloseRow ends the row.
func (f *Flow) CloseRow() {
	f.Break()
	if t := f.top(); t != nil {
		t.endRow()
	}
}

// CloseTable ends the table and lays it out: a grid a row a line, a layout table cell after cell.
func (f *Flow) CloseTable(borders Borders) {
	f.Break()
	if f.deeper > 0 {
		f.deeper--
		return
	}
	t := f.top()
	if t == nil {
		return
	}
	t.endRow()
	t.align(f)
	f.tables = f.tables[:len(f.tables)-1]
	under := f.canvas()
	under.nested = under.nested || len(t.rows) > 0
	under.text = append(under.text, t.aside.text...)
	if t.isLayout(borders) {
		for _, r := range t.rows {
			for _, c := range r {
				under.text = append(under.text, c.text...)
			}
		}
	} else {
		for _, r := range t.rows {
			under.text = r.appendLine(under.text)
		}
	}
	under.start = len(under.text)
}

// top is the innermost table, nil where cells are read as paragraphs.
func (f *Flow) top() *table {
	if len(f.tables) == 0 || f.deeper > 0 {
		return nil
	}
	return f.tables[len(f.tables)-1]
}

func (t *table) canvas() *canvas {
	if t.cell < 0 {
		return &t.aside
	}
	return &t.rows[len(t.rows)-1][t.cell].canvas
}

// skip fills the columns that cells above take.
func (t *table) skip(r *row) {
	for len(*r) < len(t.carry) && t.carry[len(*r)] > 0 {
		t.carry[len(*r)]--
		*r = append(*r, cell{merged: true})
	}
}

func (t *table) endRow() {
	if t.inRow {
		r := &t.rows[len(t.rows)-1]
		t.skip(r)
		for i := len(*r); i < len(t.carry); i++ {
			t.carry[i] = max(t.carry[i]-1, 0)
		}
	}
	if t.inRow && t.dropped {
		t.rows = t.rows[:len(t.rows)-1]
	}
	t.inRow, t.dropped, t.cell = false, false, -1
}

// appendLine writes the row as a line. A row of one cell over all columns has no tabs, a row
// without text no line.
func (r row) appendLine(out []byte) []byte {
	filled := 0
	for _, c := range r {
		if len(c.text) > 0 {
			filled++
		}
	}
	if filled == 0 {
		return out
	}
	for i, c := range r {
		if i > 0 && (filled > 1 || !r.whole()) {
			out = append(out, '\t')
		}
		text := bytes.TrimRight(c.text, "\n")
		for _, b := range text {
			if b == '\n' || b == '\t' {
				b = ' '
			}
			out = append(out, b)
		}
	}
	return append(out, '\n')
}

// whole reports whether the first cell takes the whole row.
func (r row) whole() bool {
	for _, c := range r[1:] {
		if !c.merged {
			return false
		}
	}
	return true
}

// DropRow takes back the row that is open: it was deleted. What is still written to it is lost.
func (f *Flow) DropRow() {
	if t := f.top(); t != nil && t.inRow {
		t.dropped = true
	}
}

// Edges says where the cells of the open row end on the page, in twips, for forms that have no
// columns but positions; cells are set into columns by them when the table is closed.
func (f *Flow) Edges(edges []int) {
	t := f.top()
	if t == nil || !t.inRow {
		return
	}
	r := t.rows[len(t.rows)-1]
	if len(r) != len(edges) {
		return
	}
	for i := range r {
		r[i].edge = edges[i]
	}
}

// near is how far apart two edges of one column may lie: rows are drawn by hand.
const near = 60

// align sets the cells of rows with edges into the columns that all rows together have.
func (t *table) align(f *Flow) {
	var all []int
	for _, r := range t.rows {
		for _, c := range r {
			if c.edge == 0 {
				return
			}
			all = append(all, c.edge)
		}
	}
	slices.Sort(all)
	var columns []int
	for _, e := range all {
		if n := len(columns); n == 0 || e-columns[n-1] > near {
			columns = append(columns, e)
		}
	}
	if len(columns) > maxColumns || f.merged+len(columns)*len(t.rows)-len(all) > maxMerged {
		return
	}
	f.merged += len(columns)*len(t.rows) - len(all)
	for i, r := range t.rows {
		set, at := make(row, 0, len(columns)), 0
		for _, c := range r {
			set = append(set, c)
			for at < len(columns) && columns[at]+near < c.edge {
				at++
				if at < len(columns) {
					set = append(set, cell{merged: true})
				}
			}
			at++
		}
		t.rows[i] = set
	}
}
