package ooxml

import (
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
	"congvan/ingest/parse/sheet"
)

// Workbook reads an XLSX: the sheets that are shown, a row a line.
func Workbook(z *pack.Zip, limits form.Limits) form.Raw {
	main := mainPart(z, "xl/workbook.xml")
	content, err := z.Read(main)
	if err != nil {
		return form.Fail("xlsx", pack.StatusOf(err), "%v", err)
	}
	b := book{zip: z, limits: limits, rels: relations(z, main), out: sheet.Writer{Limit: limits.Text}}
	b.readStrings()
	b.readStyles()
	s := markup.New(content, 200)
	for s.Next() && !b.out.Over {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "workbookPr":
			b.from1904 = s.Value("date1904") == "1" || s.Value("date1904") == "true"
		case "sheet":
			if state := s.Value("state"); state != "" && state != "visible" {
				continue
			}
			b.out.Sheet(s.Value("name"))
			b.sheet(b.rels.target(relationOf(s)))
		}
	}
	text := b.out.String()
	if b.out.Over {
		return form.Fail("xlsx", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("xlsx", text)
	raw.Title, raw.Author = coreProperties(z)
	outcome(&raw, b.err)
	return raw
}

// book is a workbook being read.
type book struct {
	zip      *pack.Zip
	limits   form.Limits
	rels     rels
	out      sheet.Writer
	strings  []string
	cells    []cellStyle
	from1904 bool
	err      error
}

// cellStyle is what of a cell's style changes its text.
type cellStyle struct {
	enc    charset.Encoding
	format string
}

// readStrings reads the strings that cells share.
func (b *book) readStrings() {
	content, err := b.zip.Read(b.rels.part("sharedStrings", "xl/sharedStrings.xml"))
	if err != nil {
		return
	}
	s := markup.New(content, 200)
	for s.Next() {
		if s.Kind == markup.Start && string(s.Name) == "si" {
			b.strings = append(b.strings, richText(s))
		}
	}
}

// richText reads a string of runs to the end of its element; readings (rPh) are left out.
func richText(s *markup.Scanner) string {
	depth := s.Depth
	var out strings.Builder
	enc, in := charset.Unknown, false
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		switch name := string(s.Name); {
		case s.Kind == markup.Text:
			if in {
				out.WriteString(charset.DecodeRun(string(s.Bytes()), enc))
			}
		case name == "t":
			in = s.Kind == markup.Start
		case s.Kind != markup.Start:
		case name == "rPh":
			s.Skip()
		case name == "r":
			enc = charset.Unknown
		case name == "rFont":
			enc, _ = charset.ByFont(s.Value("val"))
		}
	}
	return out.String()
}

// readStyles reads the fonts and number formats of cells.
func (b *book) readStyles() {
	content, err := b.zip.Read(b.rels.part("styles", "xl/styles.xml"))
	if err != nil {
		return
	}
	formats := map[int]string{}
	var fonts []charset.Encoding
	inFonts, inCells := false, false
	s := markup.New(content, 200)
	for s.Next() {
		name := string(s.Name)
		if name == "fonts" || name == "cellXfs" {
			inFonts, inCells = name == "fonts" && s.Kind == markup.Start, name == "cellXfs" && s.Kind == markup.Start
		}
		if s.Kind != markup.Start {
			continue
		}
		switch {
		case name == "numFmt":
			formats[s.Int("numFmtId", 0)] = s.Value("formatCode")
		case name == "font" && inFonts:
			fonts = append(fonts, charset.Unknown)
		case name == "name" && inFonts && len(fonts) > 0:
			fonts[len(fonts)-1], _ = charset.ByFont(s.Value("val"))
		case name == "xf" && inCells && len(b.cells) < 100_000:
			c := cellStyle{}
			id := s.Int("numFmtId", 0)
			if c.format = formats[id]; c.format == "" {
				c.format = sheet.Builtin(id)
			}
			if f := s.Int("fontId", -1); f >= 0 && f < len(fonts) {
				c.enc = fonts[f]
			}
			b.cells = append(b.cells, c)
		}
	}
}

// sheet reads a sheet row by row.
func (b *book) sheet(part string) {
	content, err := b.zip.Read(part)
	if err != nil && len(content) == 0 {
		b.err = err
		return
	}
	s := markup.New(content, b.limits.Nesting)
	column := -1
	for s.Next() && !b.out.Over {
		name := string(s.Name)
		if s.Kind == markup.End && name == "row" {
			b.out.EndRow()
			column = -1
		}
		if s.Kind != markup.Start {
			continue
		}
		switch name {
		case "row":
			if s.Value("hidden") == "1" {
				s.Skip()
			}
		case "c":
			column++
			if at := columnOf(s.Value("r")); at >= 0 {
				column = at
			}
			b.cell(s, column)
		case "sheetPr", "cols", "conditionalFormatting", "dataValidations", "drawing", "legacyDrawing", "extLst", "oddHeader", "oddFooter":
			s.Skip()
		}
	}
	if b.err == nil {
		b.err = s.Err()
	}
}

// cell reads a cell to its end.
func (b *book) cell(s *markup.Scanner, column int) {
	depth := s.Depth
	kind, style := s.Value("t"), cellStyle{}
	if i := s.Int("s", -1); i >= 0 && i < len(b.cells) {
		style = b.cells[i]
	}
	text, in := "", false
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		switch name := string(s.Name); {
		case s.Kind == markup.Text:
			if in {
				text += string(s.Bytes())
			}
		case s.Kind == markup.Start && name == "is":
			text = richText(s)
		case s.Kind == markup.Start && name == "f":
			s.Skip()
		case name == "v":
			in = s.Kind == markup.Start
		}
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || i < 0 || i >= len(b.strings) {
			return
		}
		text = b.strings[i]
	case "b":
		text = map[string]string{"1": "TRUE", "0": "FALSE"}[text]
	case "e":
		return
	case "", "n":
		if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
			text = sheet.Number(v, style.format, b.from1904)
		}
	}
	b.out.Cell(column, text, style.enc)
}

// columnOf is the column of a reference such as "BC12", from 0; -1 when it has none.
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && n < 100_000; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}
