package word

import "sort"

// piece is a stretch of characters that lie together in the main stream.
type piece struct {
	from, to int // character positions
	at       int // byte offset in the main stream
	narrow   bool
}

// readPieces reads the piece table (CLX, [MS-DOC] 2.9.38).
func (d *document) readPieces() bool {
	clx := d.part(fibPieces)
	for len(clx) > 0 && clx[0] == 1 { // properties of pieces
		n := 3 + int(u16(clx, 1))
		if n > len(clx) {
			return false
		}
		clx = clx[n:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return false
	}
	table := clx[5:]
	table = table[:min(len(table), int(u32(clx, 1)))]
	at, entries := positions(table, 8)
	for i, e := range entries {
		from, to := at[i], at[i+1]
		fc := u32(e, 2)
		p := piece{from: from, to: to, at: int(fc & 0x3FFFFFFF), narrow: fc&0x40000000 != 0}
		width := 2
		if p.narrow {
			p.at /= 2
			width = 1
		}
		if from < 0 || to <= from || p.at >= len(d.main) || len(d.pieces) > 0 && from < d.pieces[len(d.pieces)-1].to {
			continue
		}
		p.to = min(p.to, p.from+(len(d.main)-p.at)/width)
		d.pieces = append(d.pieces, p)
	}
	return len(d.pieces) > 0
}

// run is a stretch of bytes of the main stream with the properties of its characters or of its
// paragraph.
type run struct {
	from, to int
	style    int // of a paragraph
	sprms    []byte
}

// Kinds of pages of runs.
const (
	charRun = 1
	paraRun = 13
)

// readRuns reads the pages of formatted runs ([MS-DOC] 2.9.33 and 2.9.174); each entry of a
// page's directory has size bytes.
func (d *document) readRuns(index, size int) []run {
	var runs []run
	_, pages := positions(d.part(index), 4)
	for _, p := range pages {
		at := int64(u32(p, 0)&0x3FFFFF) * 512
		if at+512 > int64(len(d.main)) || len(runs) > 4_000_000 {
			continue
		}
		page := d.main[at : at+512]
		n := int(page[511])
		if 4*(n+1)+size*n > 511 {
			continue
		}
		for i := range n {
			r := run{from: int(u32(page, 4*i)), to: int(u32(page, 4*i+4))}
			offset := int(page[4*(n+1)+size*i]) * 2
			if offset > 0 && offset < 511 {
				r.read(page[offset:511], size == paraRun)
			}
			runs = append(runs, r)
		}
	}
	sort.SliceStable(runs, func(i, j int) bool { return runs[i].from < runs[j].from })
	return runs
}

// read reads the properties of a run: a length, for a paragraph its style, and sprms.
func (r *run) read(b []byte, paragraph bool) {
	n, at := int(b[0]), 1
	if paragraph {
		if n == 0 && len(b) > 1 {
			n, at = 2*int(b[1]), 2
		} else {
			n = 2*n - 1
		}
	}
	if n <= 0 || at+n > len(b) {
		return
	}
	b = b[at : at+n]
	if paragraph {
		r.style = int(u16(b, 0))
		b = b[min(2, len(b)):]
	}
	r.sprms = b
}

// cursor finds the run at a byte; looking forward costs little.
type cursor struct {
	runs []run
	at   int
}

func (c *cursor) find(offset int) *run {
	if c.at >= len(c.runs) || offset < c.runs[c.at].from || c.at+1 < len(c.runs) && offset >= c.runs[c.at+1].from {
		c.at = sort.Search(len(c.runs), func(i int) bool { return c.runs[i].from > offset }) - 1
		if c.at < 0 {
			c.at = 0
			return nil
		}
	}
	if r := &c.runs[c.at]; offset >= r.from && offset < r.to {
		return r
	}
	return nil
}

// each calls do for every property of a list ([MS-DOC] 2.6.1).
func each(sprms []byte, do func(code uint16, operand []byte)) {
	for len(sprms) >= 2 {
		code := u16(sprms, 0)
		sprms = sprms[2:]
		n := 0
		switch code >> 13 {
		case 0, 1:
			n = 1
		case 2, 4, 5:
			n = 2
		case 3:
			n = 4
		case 7:
			n = 3
		case 6:
			switch {
			case code == 0xD608 || code == 0xD606: // a table's cells: a length of two bytes, one too large
				n = int(u16(sprms, 0)) + 1
			case len(sprms) > 0:
				n = int(sprms[0]) + 1
			}
		}
		if n > len(sprms) || n == 0 {
			return
		}
		do(code, sprms[:n])
		sprms = sprms[n:]
	}
}
