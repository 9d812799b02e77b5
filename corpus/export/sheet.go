package export

import (
	"io"

	"github.com/xuri/excelize/v2"
)

// longestCell is what a cell of a sheet may hold, in characters.
const longestCell = 32767

// sheetSink writes a workbook of one sheet: a bold first row that stays in sight, wrapped cells.
// Cells are text: none can be a formula.
type sheetSink struct {
	w       io.Writer
	table   Table
	file    *excelize.File
	stream  *excelize.StreamWriter
	wrapped int // style
	at      int // row
}

func (s *sheetSink) begin(columns []string) error {
	s.file = excelize.NewFile()
	// No clock: the same records give the same bytes.
	if err := s.file.SetDocProps(&excelize.DocProperties{Creator: "congvan", Created: "2020-03-05T00:00:00Z", Modified: "2020-03-05T00:00:00Z"}); err != nil {
		return err
	}
	if err := s.file.SetSheetName("Sheet1", string(s.table)); err != nil {
		return err
	}
	bold, err := s.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	if s.wrapped, err = s.file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}); err != nil {
		return err
	}
	if s.stream, err = s.file.NewStreamWriter(string(s.table)); err != nil {
		return err
	}
	if err := s.stream.SetColWidth(1, len(columns), 24); err != nil {
		return err
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return s.write(columns, bold)
}

func (s *sheetSink) write(cells []string, style int) error {
	s.at++
	at, err := excelize.CoordinatesToCellName(1, s.at)
	if err != nil {
		return err
	}
	values := make([]any, len(cells))
	for i, cell := range cells {
		values[i] = excelize.Cell{StyleID: style, Value: first(printable(cell), longestCell)}
	}
	return s.stream.SetRow(at, values)
}

func (s *sheetSink) row(r row) error { return s.write(r.cells(), s.wrapped) }

func (s *sheetSink) end() error {
	if err := s.stream.Flush(); err != nil {
		return err
	}
	if _, err := s.file.WriteTo(s.w); err != nil {
		return err
	}
	return s.file.Close()
}

// printable is text without what XML 1.0 cannot hold.
func printable(text string) string {
	clean := make([]rune, 0, len(text))
	for _, r := range text {
		if r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' {
			clean = append(clean, r)
		}
	}
	return string(clean)
}
