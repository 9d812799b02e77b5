// Package export writes records as tables that other programs read: JSON, JSON Lines, CSV, sheets
// and calendars, and the registers of Decree 30/2020. Column names are the words of the record.
package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"congvan/corpus"
)

// Table is what to write a row of.
type Table string

// The tables: a row a duty, a document, or a document named by another; the two registers of
// incoming documents of NĐ 30/2020 annex IV (VI: 10 columns; VIII: 7); the metadata of annex VI.
const (
	Obligations Table = "obligations"
	Records     Table = "records"
	References  Table = "references"
	Incoming    Table = "incoming"
	FollowUp    Table = "followup"
	Metadata    Table = "metadata"
)

// Tables are all tables.
func Tables() []Table {
	return []Table{Obligations, Records, References, Incoming, FollowUp, Metadata}
}

// Format is a file format.
type Format string

// The formats. CSV is UTF-8 with a byte order mark and CRLF (RFC 4180), which spreadsheets
// open with Vietnamese intact; a cell that they would take for a formula gets an apostrophe.
// ICS is a calendar (RFC 5545) of obligations.
const (
	JSON  Format = "json"
	JSONL Format = "jsonl"
	CSV   Format = "csv"
	XLSX  Format = "xlsx"
	ICS   Format = "ics"
)

// MediaTypes are the formats with their media types.
var MediaTypes = map[Format]string{JSON: "application/json", JSONL: "application/jsonl", CSV: "text/csv; charset=utf-8",
	XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ICS: "text/calendar; charset=utf-8"}

// Options say what to write. Table and Format are needed.
type Options struct {
	Table  Table
	Format Format
	// Next is the first day after a day on which a recurrence rule falls (ICS).
	Next func(rule string, after corpus.Date) (corpus.Date, bool)
	// State is what a person said of a duty (the follow-up register); nil: nothing.
	State func(r *corpus.Record, obligation string) State
	// Lives are what became of the record's duties: the dates that hold now, and whether later
	// documents replaced or withdrew them; nil: as the record has them.
	Lives func(r *corpus.Record) []corpus.Life
	// Arrived is the day on which a record's document came (the registers); nil: not known.
	Arrived func(r *corpus.Record) corpus.Date
}

// State is what a person said of a duty.
type State struct{ State, Note, Reply string }

// Write writes the rows of the records and returns how many there were. It reads the records
// as it goes: memory does not grow with them.
func Write(w io.Writer, o Options, records iter.Seq2[*corpus.Record, error]) (rows int, err error) {
	if !slices.Contains(Tables(), o.Table) {
		return 0, fmt.Errorf("export: no table %q", o.Table)
	}
	sink, err := o.sink(w)
	if err != nil {
		return 0, fmt.Errorf("export %s: %w", o.Table, err)
	}
	if err := sink.begin(columnsOf(o.Table)); err != nil {
		return 0, fmt.Errorf("export %s: %w", o.Table, err)
	}
	for r, err := range records {
		if err != nil {
			return rows, fmt.Errorf("export %s: %w", o.Table, err)
		}
		for _, row := range o.rowsOf(r) {
			if err := sink.row(row); err != nil {
				return rows, fmt.Errorf("export %s: %w", o.Table, err)
			}
			rows++
		}
	}
	if err := sink.end(); err != nil {
		return rows, fmt.Errorf("export %s: %w", o.Table, err)
	}
	return rows, nil
}

func (o Options) sink(w io.Writer) (sink, error) {
	switch o.Format {
	case JSON:
		return &jsonSink{w: w}, nil
	case JSONL:
		return &linesSink{encoder(w)}, nil
	case CSV:
		return &csvSink{w: csv.NewWriter(w), raw: w}, nil
	case XLSX:
		return &sheetSink{w: w, table: o.Table}, nil
	case ICS:
		if o.Table != Obligations {
			return nil, fmt.Errorf("a calendar holds obligations, no %s", o.Table)
		}
		return newCalendarSink(w, o.Next), nil
	}
	return nil, fmt.Errorf("no format %q", o.Format)
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
