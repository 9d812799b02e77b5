package ooxml

import (
	"strconv"
	"strings"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
)

// paragraph is what the properties of a paragraph say.
type paragraph struct {
	look   look
	num    listRef
	joined bool // its mark is deleted or hidden: the next paragraph goes on in its line
}

// read reads <w:pPr> to its end.
func (p *paragraph) read(s *markup.Scanner, styles styles) {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "pStyle":
			if st, ok := styles.of(s.Value("val")); ok {
				p.look, p.num = st.look, st.num
			}
		case "numPr":
			p.num = p.num.read(s)
		case "rPr":
			p.joined = markDeleted(s)
		case "pPrChange", "sectPr":
			s.Skip()
		}
	}
}

// markDeleted reads the properties of a paragraph mark.
func markDeleted(s *markup.Scanner) (deleted bool) {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "del", "moveFrom":
			deleted = true
		case "rPrChange":
			s.Skip()
		}
	}
	return deleted
}

// noteRef is a reference to a footnote or an endnote.
type noteRef struct {
	kind, id string
}

// run writes a run to its end, and adds the text boxes that it anchors to boxes.
func (w *writer) run(s *markup.Scanner, content []byte, base look, boxes [][]byte) [][]byte {
	depth := s.Depth
	l := base
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind == markup.Text || s.Kind == markup.End {
			continue
		}
		switch string(s.Name) {
		case "rPr":
			l = base.with(w.styles.readLook(s))
		case "t":
			w.text(s, l)
		case "tab", "ptab":
			if !l.hidden && w.label == "" {
				w.flow.Tab()
			}
		case "br":
			if !l.hidden {
				w.flow.Break()
			}
		case "cr":
			w.flow.Break()
		case "noBreakHyphen":
			w.write("-", charset.Unknown)
		case "sym":
			w.symbol(s, l)
		case "footnoteReference", "endnoteReference":
			n := w.noteNumber(noteRef{strings.TrimSuffix(string(s.Name), "Reference"), s.Value("id")})
			w.write("["+strconv.Itoa(n)+"]", charset.Unknown)
		case "txbxContent":
			from := s.Offset()
			s.Skip()
			boxes = append(boxes, content[from:s.Offset()])
		case "Fallback", "delText", "instrText", "delInstrText", "rt", "del", "moveFrom":
			s.Skip()
		}
	}
	return boxes
}

// text writes <w:t>.
func (w *writer) text(s *markup.Scanner, l look) {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Text || l.hidden {
			continue
		}
		text := string(s.Bytes())
		if strings.ContainsAny(text, "\n\r\t") {
			text = spaces.Replace(text)
		}
		if l.caps && l.enc == charset.Unknown {
			text = strings.ToUpper(text)
		}
		w.write(text, l.enc)
	}
}

var spaces = strings.NewReplacer("\r", "", "\n", " ", "\t", " ")

// symbol writes a character of a symbol font; it stays in the private use area.
func (w *writer) symbol(s *markup.Scanner, l look) {
	code, err := strconv.ParseUint(s.Value("char"), 16, 16)
	if err != nil || code == 0 || l.hidden || code >= 0xD800 && code < 0xE000 {
		return
	}
	w.write(string(rune(code)), charset.Unknown)
}

// tableProperties reads <w:tblPr>: the borders of the table or of its style.
func (w *writer) tableProperties(s *markup.Scanner) {
	depth := s.Depth
	own, named, in := form.BordersUnknown, form.BordersUnknown, false
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		switch {
		case s.Kind == markup.Start && string(s.Name) == "tblStyle":
			if w.styles.bordered[s.Value("val")] {
				named = form.BordersDrawn
			}
		case s.Kind == markup.Start && string(s.Name) == "tblPrChange":
			s.Skip()
		case string(s.Name) == "tblBorders":
			in = s.Kind == markup.Start
			if in {
				own = form.BordersNone
			}
		case s.Kind == markup.Start && in:
			if v := s.Value("val"); v != "none" && v != "nil" && v != "" {
				own = form.BordersDrawn
			}
		}
	}
	if own == form.BordersUnknown {
		own = named
	}
	if n := len(w.borders); n > 0 {
		w.borders[n-1] = own
	}
}

// rowProperties reads <w:trPr>: a deleted row, columns that are left free.
func (w *writer) rowProperties(s *markup.Scanner) {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "del":
			w.flow.DropRow()
		case "gridBefore":
			w.flow.OpenCell(s.Int("val", 1), 1)
			w.flow.CloseCell()
		case "trPrChange":
			s.Skip()
		}
	}
}

// cell opens a cell as wide as its properties say.
func (w *writer) cell(s *markup.Scanner, content []byte) {
	columns := 1
	for s.Next() && s.Kind == markup.Text {
	}
	if s.Kind != markup.Start || string(s.Name) != "tcPr" {
		w.flow.OpenCell(1, 1)
		if s.Kind == markup.Start {
			w.block(s, content)
		} else if s.Kind == markup.End {
			w.endBlock(s)
		}
		return
	}
	depth, in := s.Depth, false
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		switch name := string(s.Name); {
		case name == "tcBorders":
			in = s.Kind == markup.Start
		case s.Kind != markup.Start:
		case name == "gridSpan":
			columns = s.Int("val", 1)
		case name == "tcPrChange":
			s.Skip()
		case in && (name == "left" || name == "right" || name == "start" || name == "end"):
			if v := s.Value("val"); v != "none" && v != "nil" && v != "" && len(w.borders) > 0 {
				w.borders[len(w.borders)-1] = form.BordersDrawn
			}
		}
	}
	w.flow.OpenCell(columns, 1)
}
