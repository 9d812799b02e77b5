package rtf

import (
	"strconv"

	"congvan/ingest/parse/form"
)

func itoa(n int) string { return strconv.Itoa(n) }

// tableWord handles the words of tables and of paragraphs in them.
func (r *reader) tableWord(word string, n int) {
	if r.now.place != placeFlow {
		return
	}
	switch word {
	case "pard":
		r.inTable, r.depth = false, 0
	case "intbl":
		r.inTable = true
	case "itap":
		r.depth = min(max(n, 0), 32)
		r.inTable = r.depth > 0
	case "trowd":
		r.edges, r.borders = r.edges[:0], form.BordersNone
	case "cellx":
		if len(r.edges) < 1000 {
			r.edges = append(r.edges, n+32768)
		}
	case "brdrs", "brdrdb", "brdrth", "brdrdot", "brdrdash", "brdrw":
		if word != "brdrw" {
			r.borders = form.BordersDrawn
		}
	case "cell":
		r.endCell(1)
	case "nestcell":
		r.endCell(max(r.depth, 2))
	case "row":
		r.endRow(1)
	case "nestrow":
		r.endRow(max(r.depth, 2))
	}
}

// paragraph ends a paragraph.
func (r *reader) paragraph() {
	if r.now.place != placeFlow {
		return
	}
	r.enterCell()
	r.flow.Break()
}

// enterCell opens and closes tables and cells up to where the paragraph stands.
func (r *reader) enterCell() {
	depth := 0
	if r.inTable {
		depth = max(r.depth, 1)
	}
	r.closeTables(depth)
	for len(r.tables) < depth {
		if len(r.tables) > 0 {
			r.openCell()
		}
		r.flow.OpenTable()
		r.tables = append(r.tables, level{})
	}
	if depth > 0 {
		r.openCell()
	}
}

func (r *reader) openCell() {
	t := &r.tables[len(r.tables)-1]
	if t.cell {
		return
	}
	if !t.row {
		r.flow.OpenRow()
	}
	r.flow.OpenCell(1, 1)
	t.row, t.cell = true, true
}

func (r *reader) closeTables(depth int) {
	for len(r.tables) > depth {
		r.flow.CloseTable(max(r.borders, r.tables[len(r.tables)-1].borders))
		r.tables = r.tables[:len(r.tables)-1]
	}
}

func (r *reader) endCell(depth int) {
	r.inTable, r.depth = true, depth
	r.enterCell()
	r.flow.CloseCell()
	r.tables[len(r.tables)-1].cell = false
}

func (r *reader) endRow(depth int) {
	r.closeTables(depth)
	if len(r.tables) < depth {
		return
	}
	if depth == 1 {
		r.flow.Edges(r.edges)
	}
	r.flow.CloseRow()
	r.tables[depth-1] = level{borders: max(r.tables[depth-1].borders, r.borders)}
}
