// Package sheet lays the cells of spreadsheets out as text and writes numbers as their formats
// show them.
package sheet

import (
	"strings"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// Most columns and empty columns that a row of text may have; sheets can claim 16,384.
const maxColumns = 1000

// Writer gathers the rows of a book's sheets. The zero value is ready.
type Writer struct {
	Limit int // bytes of text, 0 for none
	Over  bool

	out     strings.Builder
	decoder form.Decoder
	cells   []string
	name    string
	used    bool // the sheet has text
	sheets  int
}

// Sheet begins a sheet. Its name stands above it when there are several and it says something.
func (w *Writer) Sheet(name string) {
	w.EndRow()
	w.name, w.used = name, false
}

// Cell sets the text of a cell of the row, columns counted from 0. enc is what its font is made
// for.
func (w *Writer) Cell(column int, text string, enc charset.Encoding) {
	text = strings.TrimSpace(text)
	if text == "" || column < 0 || column >= maxColumns {
		return
	}
	if w.Limit > 0 && w.out.Len()+len(text) > w.Limit {
		w.Over = true
		return
	}
	text = w.decoder.Decode(text, enc)
	if strings.ContainsAny(text, "\n\r\t") {
		text = strings.Join(strings.Fields(text), " ")
	}
	for len(w.cells) <= column {
		w.cells = append(w.cells, "")
	}
	w.cells[column] = text
}

// Decode reads a run of a cell's text in the encoding of its font, or as its syllables tell. A cell
// made of such runs is charset.UTF8.
func (w *Writer) Decode(run string, enc charset.Encoding) string { return w.decoder.Decode(run, enc) }

// EndRow ends the row: a line with tabs between its cells. Letterheads stand cell under cell.
func (w *Writer) EndRow() {
	if len(w.cells) == 0 {
		return
	}
	if !w.used {
		w.used = true
		w.sheets++
		if w.sheets > 1 && !isDefaultName(w.name) {
			w.out.WriteString(w.name + "\n")
		}
	}
	if form.IsLetterhead(w.cells) {
		for _, c := range w.cells {
			if c != "" {
				w.out.WriteString(c + "\n")
			}
		}
	} else {
		w.out.WriteString(strings.Join(w.cells, "\t") + "\n")
	}
	w.cells = w.cells[:0]
}

// String is the text.
func (w *Writer) String() string {
	w.EndRow()
	return w.out.String()
}

func isDefaultName(name string) bool {
	name = strings.ToLower(name)
	for _, usual := range []string{"sheet", "trang tính", "foglio", "feuil", "tabelle", "bang"} {
		if rest, ok := strings.CutPrefix(name, usual); ok && strings.Trim(rest, " _0123456789()") == "" {
			return true
		}
	}
	return strings.Trim(name, " 0123456789()") == ""
}
