package segment

import "fmt"

// tableBlock is the number of entries whose names are written as differences from the one before.
const tableBlock = 32

// table holds the entries' names and the places of their stored bytes.
type table struct {
	data  []byte
	index offsets
}

// row is what the table says of an entry.
type row struct {
	name     []byte
	from, to int // of the stored bytes in the file
}

// row reads an entry's row.
func (t table) row(doc uint64, count int) (row, error) {
	if doc >= uint64(count) {
		return row{}, fmt.Errorf("entry %d of %d in a segment", doc, count)
	}
	rows := t.rows(int(doc / tableBlock))
	for range doc%tableBlock + 1 {
		rows.next()
	}
	if rows.bad {
		return row{}, fmt.Errorf("%w: the name of entry %d", ErrDamaged, doc)
	}
	return rows.row, nil
}

// rows reads a table from the start of a block on.
type rows struct {
	cursor
	table table
	block int
	left  int // in the block
	row   row
}

func (t table) rows(block int) *rows { return &rows{table: t, block: block} }

func (r *rows) next() {
	if r.left == 0 {
		if r.block >= r.table.index.len() {
			r.bad = true
			return
		}
		r.cursor = cursor{data: r.table.data, at: r.table.index.at(r.block), bad: r.bad}
		r.block++
		r.left = tableBlock
		r.row.to = r.int()
		r.row.name = r.row.name[:0]
	}
	r.left--
	shared := r.int()
	rest := r.bytes(r.int())
	if r.bad || shared > len(r.row.name) {
		r.bad = true
		return
	}
	r.row.name = append(r.row.name[:shared], rest...)
	r.row.from = r.row.to
	r.row.to += r.int()
}
