// Package export writes records as tables that other programs read: JSON, JSON Lines and CSV.
// Column names are the words of the record.
package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"congvan/corpus"
)

// Table is what to write a row of.
type Table string

// The tables: a row a duty, a document, or a document named by another.
const (
	Obligations Table = "obligations"
	Records     Table = "records"
	References  Table = "references"
)

// Format is a file format.
type Format string

// The formats. CSV is UTF-8 with a byte order mark and CRLF (RFC 4180), which spreadsheets
// open with Vietnamese intact; a cell that they would take for a formula gets an apostrophe.
const (
	JSON  Format = "json"
	JSONL Format = "jsonl"
	CSV   Format = "csv"
)

// MediaTypes are the formats with their media types.
var MediaTypes = map[Format]string{JSON: "application/json", JSONL: "application/jsonl", CSV: "text/csv; charset=utf-8"}

// Write writes the rows of the records and returns how many there were. It reads the records
// as it goes: memory does not grow with them.
func Write(w io.Writer, t Table, f Format, records iter.Seq2[*corpus.Record, error]) (rows int, err error) {
	var sink sink
	switch f {
	case JSON:
		sink = &jsonSink{w: w}
	case JSONL:
		sink = &linesSink{encoder(w)}
	case CSV:
		sink = &csvSink{w: csv.NewWriter(w), raw: w}
	default:
		return 0, fmt.Errorf("export: no format %q", f)
	}
	if err := sink.begin(columnsOf(t)); err != nil {
		return 0, fmt.Errorf("export %s: %w", t, err)
	}
	for r, err := range records {
		if err != nil {
			return rows, fmt.Errorf("export %s: %w", t, err)
		}
		for _, row := range rowsOf(t, r) {
			if err := sink.row(row); err != nil {
				return rows, fmt.Errorf("export %s: %w", t, err)
			}
			rows++
		}
	}
	if err := sink.end(); err != nil {
		return rows, fmt.Errorf("export %s: %w", t, err)
	}
	return rows, nil
}

// row is one line of a table: as an object, and as cells.
type row interface {
	cells() []string
}

// sink writes rows in one format.
type sink interface {
	begin(columns []string) error
	row(row) error
	end() error
}

func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

type linesSink struct{ e *json.Encoder }

func (s *linesSink) begin([]string) error { return nil }
func (s *linesSink) row(r row) error      { return s.e.Encode(r) }
func (s *linesSink) end() error           { return nil }

type jsonSink struct {
	w    io.Writer
	some bool
}

func (s *jsonSink) begin([]string) error {
	_, err := io.WriteString(s.w, "[\n")
	return err
}

func (s *jsonSink) row(r row) error {
	if s.some {
		if _, err := io.WriteString(s.w, ","); err != nil {
			return err
		}
	}
	s.some = true
	return encoder(s.w).Encode(r)
}

func (s *jsonSink) end() error {
	_, err := io.WriteString(s.w, "]\n")
	return err
}

type csvSink struct {
	w   *csv.Writer
	raw io.Writer
}

func (s *csvSink) begin(columns []string) error {
	s.w.UseCRLF = true
	if _, err := io.WriteString(s.raw, "\uFEFF"); err != nil {
		return err
	}
	return s.w.Write(columns)
}

func (s *csvSink) row(r row) error {
	cells := r.cells()
	for i, cell := range cells {
		cells[i] = defused(cell)
	}
	return s.w.Write(cells)
}

func (s *csvSink) end() error {
	s.w.Flush()
	return s.w.Error()
}

// defused keeps a spreadsheet from running a cell: "=HYPERLINK(…)" comes from a document, and
// documents come from outside. "- Như trên" is a list item of one; it stays readable.
func defused(cell string) string {
	if cell == "" {
		return cell
	}
	switch cell[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return "'" + cell
	}
	return cell
}
