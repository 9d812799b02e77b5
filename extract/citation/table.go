package citation

import (
	"strings"

	"congvan/corpus"
)

// Cell is the bytes [Start, End) of the text that a cell of a table covers; an empty cell is empty.
type Cell struct{ Start, End int }

// Table is a table of the text; Header may be empty when the table has none.
type Table struct {
	Header []Cell
	Rows   [][]Cell
}

// column is what the cells of a table's column say of the documents that its rows list.
type column uint8

const (
	otherColumn column = iota
	numberColumn
	dateColumn
	titleColumn
	unitColumn
	issuerColumn
)

// columnWords are the words in a header cell by the column that they name; the first that is found
// stands.
var columnWords = []struct {
	words string
	is    column
}{
	{"số hiệu", numberColumn},     // Số hiệu văn bản
	{"số, ký hiệu", numberColumn}, // Số, ký hiệu
	{"số ký hiệu", numberColumn},
	{"số/ký hiệu", numberColumn},
	{"số và ký hiệu", numberColumn},
	{"ký hiệu", numberColumn},
	{"ngày", dateColumn}, // Ngày ban hành; Ngày, tháng, năm
	{"thời gian", dateColumn},
	{"đơn vị", unitColumn}, // Đơn vị chủ trì soạn thảo
	{"chủ trì", unitColumn},
	{"soạn thảo", unitColumn},
	{"cơ quan", issuerColumn}, // Cơ quan ban hành
	{"nơi ban hành", issuerColumn},
	{"trích yếu", titleColumn}, // Trích yếu nội dung
	{"nội dung", titleColumn},  // Nội dung văn bản
	{"tên văn bản", titleColumn},
	{"về việc", titleColumn},
	{"tên loại", otherColumn},
	{"số văn bản", numberColumn},
	{"số công văn", numberColumn},
	{"văn bản", numberColumn},
	{"công văn", numberColumn},
	{"số", numberColumn}, // Số; but not Stt, Số tiền
}

// columnOf is what a header cell names.
func columnOf(header string) column {
	header = strings.ToLower(oneLine(header))
	for _, row := range columnWords {
		if row.words == "số" && header != "số" || !strings.Contains(header, row.words) {
			continue
		}
		return row.is
	}
	return otherColumn
}

// columns reads a table's header; ok is false when it does not list documents.
func (t Table) columns(text string, f *finder) (kinds []column, ok bool) {
	width := len(t.Header)
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	kinds = make([]column, width)
	for k, cell := range t.Header {
		kinds[k] = columnOf(text[cell.Start:cell.End])
	}
	for k, kind := range kinds {
		if kind == numberColumn && t.numbersIn(text, k, f) > 0 {
			return kinds, true
		}
	}
	for k := range kinds { // a header that was lost or says it in other words
		if len(t.Rows) > 2 && t.numbersIn(text, k, f)*2 > len(t.Rows) {
			kinds[k] = numberColumn
			return kinds, true
		}
	}
	return nil, false
}

// numbersIn counts the cells of a column that begin with a document's number.
func (t Table) numbersIn(text string, k int, f *finder) int {
	count := 0
	for _, row := range t.Rows {
		if k < len(row) {
			if _, ok := f.cellNumber(text, row[k]); ok {
				count++
			}
		}
	}
	return count
}

// cellNumber is the number that a cell begins with, after a type word or without. The finder's room
// is used again for every cell.
func (f *finder) cellNumber(text string, cell Cell) (Citation, bool) {
	value := text[cell.Start:cell.End]
	if !strings.ContainsAny(value, "0123456789/") {
		return Citation{}, false
	}
	*f = finder{text: value, lastType: -1, found: f.found[:0], scratch: f.scratch}
	f.run()
	f.relate()
	for _, c := range f.found {
		if !c.Number.IsZero() && c.Start <= len("các văn bản") {
			c.Start, c.End = c.Start+cell.Start, c.End+cell.Start
			return c, true
		}
	}
	at := skipBlanks(value, 0)
	if n, to, ok := corpus.ScanDocumentNumber(value, at); ok && n.Serial > 0 {
		return Citation{Start: cell.Start + at, End: cell.Start + to, Number: n, Type: typeOfSymbol(n)}, true
	}
	return Citation{}, false
}

// documents are the documents that a table lists, a citation a row.
func (t Table) documents(text string) []listed {
	var f finder
	kinds, ok := t.columns(text, &f)
	if !ok {
		return nil
	}
	var found []listed
	for _, row := range t.Rows {
		var d listed
		for k, cell := range row {
			if k < len(kinds) && cell.End > cell.Start {
				d.read(text, cell, kinds[k], &f)
			}
		}
		if !d.Number.IsZero() {
			d.Relation, d.Rule, d.Confidence = corpus.RelationListed, "table row", 0.97
			found = append(found, d)
		}
	}
	return found
}

// listed is a document of a table's row.
type listed struct {
	Citation
	unit string
}

func (d *listed) read(text string, cell Cell, kind column, f *finder) {
	if kind == otherColumn {
		return
	}
	value := strings.Trim(oneLine(text[cell.Start:cell.End]), " .;")
	switch kind {
	case numberColumn:
		if c, ok := f.cellNumber(text, cell); ok && d.Number.IsZero() {
			c.Title, c.Issued = firstOf(d.Title, c.Title), finer(c.Issued, d.Issued)
			d.Citation = c
		}
	case dateColumn:
		date, end := readDate(value, 0)
		if end == 0 {
			date, _ = readDate("ngày "+value, 0)
		}
		d.Issued = finer(d.Issued, date)
	case titleColumn:
		d.Title = stripAbout(value)
	case unitColumn:
		d.unit = value
	case issuerColumn:
		d.Issuer = value
	}
}

// stripAbout is a title without the "V/v" before it.
func stripAbout(title string) string {
	for _, lead := range [...]string{"V/v", "v/v", "V/V", "Về việc", "về việc", "Vv"} {
		if rest, ok := strings.CutPrefix(title, lead); ok {
			return strings.TrimLeft(rest, " :.")
		}
	}
	return title
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// finer is the more precise of two dates, the first when they are alike.
func finer(a, b corpus.Date) corpus.Date {
	if precision(b) > precision(a) {
		return b
	}
	return a
}

func precision(d corpus.Date) int {
	switch {
	case d.Day > 0:
		return 3
	case d.Month > 0:
		return 2
	case d.Year > 0:
		return 1
	}
	return 0
}
