package word

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"

	"golang.org/x/text/encoding/charmap"
)

// properties are what of a paragraph's properties changes the text.
type properties struct {
	style       int
	list, level int
	depth       int // of the table that it stands in, 0 for none
	rowEnd      bool
	innerCell   bool // ends a cell of a table inside a table
	edges       []int
	borders     form.Borders
}

// read applies properties of paragraphs and rows ([MS-DOC] 2.6.2 and 2.6.3).
func (p *properties) read(sprms, extra []byte) {
	inTable, depth := false, 0
	each(sprms, func(code uint16, operand []byte) {
		switch code {
		case 0x6646: // sprmPHugePapx: they are in the data stream
			at := int(u32(operand, 0))
			if n := int(u16(extra, at)); at >= 0 && at+2+n <= len(extra) && extra != nil {
				p.read(extra[at+2:at+2+n], nil)
				inTable, depth = p.depth > 0, p.depth
			}
		case 0x4600: // sprmPIstd
			p.style = int(u16(operand, 0))
		case 0x460B: // sprmPIlfo
			p.list = int(u16(operand, 0))
		case 0x260A: // sprmPIlvl
			p.level = int(operand[0])
		case 0x2416: // sprmPFInTable
			inTable = operand[0] != 0
		case 0x2417, 0x244C: // sprmPFTtp, sprmPFInnerTtp
			p.rowEnd = operand[0] != 0
		case 0x244B: // sprmPFInnerTableCell
			p.innerCell = operand[0] != 0
		case 0x6649: // sprmPItap
			depth = int(int32(u32(operand, 0)))
		case 0xD608: // sprmTDefTable
			p.row(operand[2:])
		}
	})
	if inTable && depth < 1 {
		depth = 1
	}
	p.depth = min(max(depth, 0), 32)
}

// row reads the cells of a row: how many, their edges, their borders.
func (p *properties) row(b []byte) {
	if len(b) < 1 || len(b) < 1+2*(int(b[0])+1) {
		return
	}
	n := int(b[0])
	for i := 1; i <= n; i++ {
		p.edges = append(p.edges, int(int16(u16(b, 1+2*i)))+32768)
	}
	cells := b[1+2*(n+1):]
	p.borders = form.BordersNone
	for i := 0; i < n && 20*(i+1) <= len(cells); i++ {
		for _, side := range []int{8, 16} { // left and right
			if kind := cells[20*i+side+1]; kind != 0 && kind != 0xFF {
				p.borders = form.BordersDrawn
			}
		}
	}
}

// paragraph writes one paragraph: chars end with its mark.
func (w *writer) paragraph(chars []char, depth int) {
	mark := chars[len(chars)-1]
	p := w.properties(mark.at)
	if mark.unit == 0x0D || mark.unit == 0x0C || mark.unit == 0x07 {
		chars = chars[:len(chars)-1]
	}
	w.enter(p)
	if p.rowEnd {
		w.endRow(p)
		return
	}
	var base look
	if p.style >= 0 && p.style < len(w.styles) {
		base = w.styles[p.style].look
	}
	label := w.label(p.list, p.level)
	boxes, wrote := w.text(chars, base, label)
	if label != "" && !wrote && len(w.tables) > 0 {
		w.flow.Text(label) // a column of running numbers
	}
	w.flow.Break()
	w.fields = w.fields[:0]
	if depth < 8 {
		for _, b := range boxes {
			w.paragraphs(b.from, b.to, depth+1)
		}
	}
	if n := len(w.tables); n > 0 && (mark.unit == 0x07 || p.innerCell) {
		w.flow.CloseCell()
		w.tables[n-1].cell = false
	}
}

// properties are those of the paragraph whose mark stands at a byte.
func (w *writer) properties(at int) properties {
	var p properties
	r := w.paras.find(at)
	if r == nil {
		return p
	}
	p.style = r.style
	each(r.sprms, func(code uint16, operand []byte) {
		if code == 0x4600 {
			p.style = int(u16(operand, 0))
		}
	})
	if p.style >= 0 && p.style < len(w.styles) {
		p.list, p.level = w.styles[p.style].list, w.styles[p.style].level
	}
	p.read(r.sprms, w.extra)
	return p
}

// enter opens and closes tables, rows and cells up to the paragraph's place.
func (w *writer) enter(p properties) {
	for len(w.tables) > p.depth {
		w.flow.CloseTable(w.tables[len(w.tables)-1].borders)
		w.tables = w.tables[:len(w.tables)-1]
	}
	for len(w.tables) < p.depth {
		if n := len(w.tables); n > 0 && !w.tables[n-1].cell {
			w.openCell()
		}
		w.flow.OpenTable()
		w.tables = append(w.tables, level{})
	}
	if n := len(w.tables); n > 0 && !p.rowEnd && !w.tables[n-1].cell {
		w.openCell()
	}
}

func (w *writer) openCell() {
	t := &w.tables[len(w.tables)-1]
	if !t.row {
		w.flow.OpenRow()
	}
	w.flow.OpenCell(1, 1)
	t.row, t.cell = true, true
}

func (w *writer) endRow(p properties) {
	n := len(w.tables)
	if n == 0 {
		return
	}
	w.flow.Edges(p.edges)
	w.flow.CloseRow()
	t := &w.tables[n-1]
	t.row, t.cell = false, false
	t.borders = max(t.borders, p.borders)
}

// text adds characters to the flow in runs of one look, after the paragraph's label. It returns
// the text boxes that they anchor, and whether they show anything.
func (w *writer) text(chars []char, base look, label string) (boxes []box, wrote bool) {
	var out strings.Builder
	enc := charset.Unknown
	flush := func() {
		if out.Len() == 0 {
			return
		}
		if !wrote && label != "" {
			w.flow.Text(label + " ")
		}
		wrote = true
		text := out.String()
		w.flow.Run(text, enc)
		out.Reset()
	}
	var current *run
	l := base
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if r := w.chars.find(c.at); r != current || i == 0 {
			flush()
			current, l = r, base
			if r != nil {
				l = w.apply(base, r.sprms)
			}
			enc = w.encoding(l.font)
		}
		if w.field(c.unit) || l.hidden || l.deleted {
			continue
		}
		switch {
		case c.unit == 0x0B || c.unit == 0x0E: // a line, a column
			flush()
			w.flow.Break()
		case c.unit == '\t':
			flush()
			if wrote || label == "" {
				w.flow.Tab()
			}
		case c.unit == 0x1E:
			out.WriteByte('-')
		case c.unit == 0x02 && l.special:
			if n, ok := w.notes[c.cp]; ok {
				delete(w.notes, c.cp) // a note may hold its own reference
				w.refs = append(w.refs, n)
				out.WriteString("[" + strconv.Itoa(len(w.refs)) + "]")
			}
		case c.unit == 0x08 && l.special:
			if id, ok := w.shapes[c.cp]; ok {
				if b, ok := w.boxes[id]; ok {
					delete(w.boxes, id)
					boxes = append(boxes, b)
				}
			}
		case c.unit == '(' && l.special && l.symbol != 0:
			out.WriteRune(l.symbol)
		case c.unit < ' ':
		default:
			r := rune(c.unit)
			if c.narrow {
				r = charmap.Windows1252.DecodeByte(byte(c.unit))
			} else if utf16.IsSurrogate(r) && i+1 < len(chars) {
				i++
				r = utf16.DecodeRune(r, rune(chars[i].unit))
			}
			if l.caps && enc == charset.Unknown {
				out.WriteString(strings.ToUpper(string(r)))
			} else {
				out.WriteRune(r)
			}
		}
	}
	flush()
	return boxes, wrote
}

// field follows the marks of fields and reports whether a character is one or part of a field's
// instruction, which is not shown.
func (w *writer) field(unit uint16) bool {
	n := len(w.fields)
	switch unit {
	case 0x13:
		if n < 100 {
			w.fields = append(w.fields, true)
		}
		return true
	case 0x14:
		if n > 0 {
			w.fields[n-1] = false
		}
		return true
	case 0x15:
		if n > 0 {
			w.fields = w.fields[:n-1]
		}
		return true
	}
	for _, instruction := range w.fields {
		if instruction {
			return true
		}
	}
	return false
}
