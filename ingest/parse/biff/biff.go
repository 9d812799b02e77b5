// Package biff reads the workbooks of Excel 5–2003 ([MS-XLS]).
package biff

import (
	"encoding/binary"
	"math"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/sheet"
)

// Types of records.
const (
	recFormula   = 0x0006
	recEOF       = 0x000A
	rec1904      = 0x0022
	recContinue  = 0x003C
	recFilePass  = 0x002F
	recFont      = 0x0031
	recSheet     = 0x0085
	recMulRK     = 0x00BD
	recRString   = 0x00D6
	recXF        = 0x00E0
	recSST       = 0x00FC
	recLabelSST  = 0x00FD
	recNumber    = 0x0203
	recLabel     = 0x0204
	recString    = 0x0207
	recRow       = 0x0208
	recRK        = 0x027E
	recFormat    = 0x041E
	recFormatOld = 0x001E
	recBOF       = 0x0809
)

// Read reads a workbook from its container.
func Read(f *cfb.File, limits form.Limits) form.Raw {
	content, err := f.Stream("Workbook")
	if err != nil {
		content, err = f.Stream("Book")
	}
	if err != nil {
		return form.Fail("xls", corpus.StatusDamaged, "%v", err)
	}
	raw := Stream(content, limits)
	raw.Title, raw.Author = cfb.Summary(f)
	return raw
}

// Stream reads the records of a workbook.
func Stream(content []byte, limits form.Limits) form.Raw {
	b := &book{content: content, out: sheet.Writer{Limit: limits.Text}, formats: map[int]string{}}
	b.globals()
	switch {
	case b.locked:
		return form.Fail("xls", corpus.StatusProtected, "needs a password")
	case b.version == 0:
		return form.Fail("xls", corpus.StatusDamaged, "no workbook at the start of the stream")
	}
	read := map[int]bool{}
	for _, s := range b.sheets {
		if s.shown && !read[s.at] && !b.out.Over {
			read[s.at] = true
			b.out.Sheet(s.name)
			b.sheet(s.at)
		}
	}
	if len(b.sheets) == 0 { // a sheet alone
		b.sheet(0)
	}
	text := b.out.String()
	if b.out.Over {
		return form.Fail("xls", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("xls", text)
	if b.cut && raw.Status == corpus.StatusOK {
		raw.Status, raw.Reason = corpus.StatusPartial, "damaged: it ends in the middle; what is there was read"
	} else if b.cut {
		raw.Status, raw.Reason = corpus.StatusDamaged, "it ends in the middle, before any text"
	}
	return raw
}

// book is a workbook being read.
type book struct {
	content  []byte
	out      sheet.Writer
	version  int // 8 for Excel 97 and later, 5 before
	locked   bool
	cut      bool // records end in the middle
	from1904 bool
	sheets   []sheetHead
	strings  []text
	fonts    []charset.Encoding
	formats  map[int]string
	cells    []cellStyle
}

type sheetHead struct {
	at    int
	name  string
	shown bool
}

type cellStyle struct{ font, format int }

// record is a record with those that continue it.
type record struct {
	kind  int
	parts [][]byte // at least one
	next  int      // offset of what follows
}

// read reads the record at an offset, false at the end.
func (b *book) read(at int) (record, bool) {
	if at < 0 || at+4 > len(b.content) {
		b.cut = b.cut || at != len(b.content)
		return record{}, false
	}
	r := record{kind: int(u16(b.content, at))}
	for {
		size := int(u16(b.content, at+2))
		if at+4+size > len(b.content) {
			b.cut = true
			return record{}, false
		}
		r.parts = append(r.parts, b.content[at+4:at+4+size])
		at += 4 + size
		r.next = at
		if u16(b.content, at) != recContinue || r.kind != recSST && r.kind != recString || at+4 > len(b.content) {
			return r, true
		}
	}
}

// globals reads what all sheets share, up to the end of its records.
func (b *book) globals() {
	for at := 0; ; {
		r, ok := b.read(at)
		if !ok {
			return
		}
		p := r.parts[0]
		switch r.kind {
		case recBOF:
			if at == 0 {
				b.version = 5
				if u16(p, 0) == 0x0600 {
					b.version = 8
				}
			}
		case recFilePass:
			b.locked = true
			return
		case rec1904:
			b.from1904 = u16(p, 0) == 1
		case recSheet:
			if len(b.sheets) < 10_000 && len(p) > 6 {
				name, _ := b.short(p, 6)
				// only worksheets: macro sheets and charts have no cells
				b.sheets = append(b.sheets, sheetHead{int(u32(p, 0)), name, p[4]&3 == 0 && (p[5] == 0)})
			}
		case recFont:
			name, _ := b.short(p, 14)
			enc, _ := charset.ByFont(name)
			b.fonts = append(b.fonts, enc)
			if len(b.fonts) == 4 {
				b.fonts = append(b.fonts, charset.Unknown) // there is no font 4
			}
		case recFormat, recFormatOld:
			if b.version == 8 {
				format, _ := decode(p, 2, 2)
				b.formats[int(u16(p, 0))] = format
			} else {
				b.formats[int(u16(p, 0))], _ = b.short(p, 2)
			}
		case recXF:
			b.cells = append(b.cells, cellStyle{int(u16(p, 0)), int(u16(p, 2))})
		case recSST:
			b.strings = sharedStrings(r.parts)
		case recEOF:
			return
		}
		at = r.next
	}
}

// sheet writes the cells of the sheet whose records start at an offset.
func (b *book) sheet(at int) {
	row, depth := -1, 0
	var waiting struct{ row, column, style int } // a formula whose result is a string
	for !b.out.Over {
		r, ok := b.read(at)
		if !ok {
			break
		}
		at = r.next
		p := r.parts[0]
		if r.kind == recBOF {
			depth++
		}
		if r.kind == recEOF {
			if depth--; depth <= 0 {
				break
			}
		}
		if depth > 1 {
			continue // a chart inside the sheet
		}
		to := func(r int) {
			if r != row {
				b.out.EndRow()
				row = r
			}
		}
		here, column, style := int(u16(p, 0)), int(u16(p, 2)), int(u16(p, 4))
		switch r.kind {
		case recLabelSST:
			if i := int(u32(p, 6)); len(p) >= 10 && i >= 0 && i < len(b.strings) {
				to(here)
				b.out.Cell(column, b.strings[i].decode(b, b.font(style)), charset.UTF8)
			}
		case recLabel, recRString:
			to(here)
			b.out.Cell(column, b.long(p, 6), b.font(style))
		case recNumber:
			if len(p) >= 14 {
				to(here)
				b.number(column, style, math.Float64frombits(binary.LittleEndian.Uint64(p[6:])))
			}
		case recRK:
			if len(p) >= 10 {
				to(here)
				b.number(column, style, rk(u32(p, 6)))
			}
		case recMulRK:
			to(here)
			for i := 4; i+6 <= len(p)-2; i += 6 {
				b.number(column, int(u16(p, i)), rk(u32(p, i+2)))
				column++
			}
		case recFormula:
			if len(p) < 14 {
				continue
			}
			to(here)
			if u16(p, 12) != 0xFFFF {
				b.number(column, style, math.Float64frombits(binary.LittleEndian.Uint64(p[6:])))
			} else if p[6] == 0 {
				waiting.row, waiting.column, waiting.style = here, column, style
			}
		case recString:
			to(waiting.row)
			b.out.Cell(waiting.column, b.long(p, 0), b.font(waiting.style))
		}
	}
	b.out.EndRow()
}

func (b *book) number(column, style int, v float64) {
	format := ""
	if style < len(b.cells) {
		id := b.cells[style].format
		if format = b.formats[id]; format == "" {
			format = sheet.Builtin(id)
		}
	}
	b.out.Cell(column, sheet.Number(v, format, b.from1904), charset.UTF8)
}

func (b *book) font(style int) charset.Encoding {
	if style >= len(b.cells) || b.cells[style].font >= len(b.fonts) {
		return charset.Unknown
	}
	return b.fonts[b.cells[style].font]
}

// rk is the number that an RK packs into 30 bits ([MS-XLS] 2.5.122).
func rk(n uint32) float64 {
	var v float64
	if n&2 != 0 {
		v = float64(int32(n) >> 2)
	} else {
		v = math.Float64frombits(uint64(n&^3) << 32)
	}
	if n&1 != 0 {
		v /= 100
	}
	return v
}
