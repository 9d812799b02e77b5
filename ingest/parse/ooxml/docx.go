// Package ooxml reads the office files of ECMA-376: DOCX, XLSX and PPTX.
package ooxml

import (
	"errors"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// Document reads a DOCX: deletions and hidden text dropped, insertions kept, list labels written,
// notes at the end, text boxes after the paragraph that anchors them.
func Document(z *pack.Zip, limits form.Limits) form.Raw {
	main := mainPart(z, "word/document.xml")
	content, err := z.Read(main)
	if err != nil && len(content) == 0 {
		return form.Fail("docx", pack.StatusOf(err), "%v", err)
	}
	w := &writer{zip: z, limits: limits, flow: &form.Flow{Limit: limits.Text}, rels: relations(z, main), numbers: map[noteRef]int{}}
	w.styles = readStyles(z, w.rels)
	w.lists = readLists(z, w.rels, w.styles)
	body := w.story(content)
	notes := w.notes()
	text := w.margins(body) + body + notes
	if w.flow.Over || w.over {
		return form.Fail("docx", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("docx", text)
	raw.Title, raw.Author = coreProperties(z)
	if err == nil {
		err = w.err
	}
	outcome(&raw, err)
	return raw
}

// Flat reads the XML that Word 2003 writes as one file, or a DOCX as one (pkg:package): its
// paragraphs and tables, without styles and list labels.
func Flat(content []byte, limits form.Limits) form.Raw {
	w := &writer{limits: limits, flow: &form.Flow{Limit: limits.Text}, styles: styles{byID: map[string]*style{}}, numbers: map[noteRef]int{}}
	text := w.story(content)
	if w.over {
		return form.Fail("wordml", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("wordml", text)
	outcome(&raw, w.err)
	return raw
}

// outcome says in a raw what went wrong while it was read.
func outcome(raw *form.Raw, err error) {
	switch {
	case err == nil:
	case errors.Is(err, markup.ErrDeep):
		raw.Status, raw.Reason, raw.Text = corpus.StatusTooLarge, "elements nested deeper than the limit", ""
	case raw.Status == corpus.StatusOK:
		raw.Status, raw.Reason = corpus.StatusPartial, "damaged: "+err.Error()+"; what comes before it was read"
	default:
		raw.Status, raw.Reason = corpus.StatusDamaged, err.Error()
	}
}

// writer walks the parts of a document.
type writer struct {
	zip     *pack.Zip
	limits  form.Limits
	flow    *form.Flow
	styles  styles
	lists   lists
	rels    rels
	refs    []noteRef       // notes referred to, in order
	numbers map[noteRef]int // of those, from 1
	label   string          // of the list item that is to start
	depth   int             // text boxes inside text boxes
	borders []form.Borders  // of the tables that are open
	over    bool
	err     error
}

// story writes one part of the document, its body, a header or a note, and returns its text.
func (w *writer) story(content []byte) string {
	outer := w.flow
	w.flow = &form.Flow{Limit: w.limits.Text}
	w.blocks(content)
	text := w.flow.String()
	w.over = w.over || w.flow.Over
	w.flow = outer
	return text
}

// blocks writes the paragraphs and tables of content.
func (w *writer) blocks(content []byte) {
	s := markup.New(content, w.limits.Nesting)
	for s.Next() {
		if s.Kind == markup.Start {
			w.block(s, content)
		} else if s.Kind == markup.End {
			w.endBlock(s)
		}
	}
	if w.err == nil {
		w.err = s.Err()
	}
}

// block handles the start of an element between paragraphs.
func (w *writer) block(s *markup.Scanner, content []byte) {
	switch string(s.Name) {
	case "p":
		w.paragraph(s, content)
	case "tbl":
		w.flow.OpenTable()
		w.borders = append(w.borders, form.BordersUnknown)
	case "tblPr":
		w.tableProperties(s)
	case "tr":
		w.flow.OpenRow()
	case "trPr":
		w.rowProperties(s)
	case "tc":
		w.cell(s, content)
	case "sdtPr", "sdtEndPr", "sectPr", "tblGrid", "tblPrEx", "del", "moveFrom", "Fallback":
		s.Skip()
	}
}

func (w *writer) endBlock(s *markup.Scanner) {
	switch string(s.Name) {
	case "tc":
		w.flow.CloseCell()
	case "tr":
		w.flow.CloseRow()
	case "tbl":
		borders := form.BordersUnknown
		if n := len(w.borders); n > 0 {
			borders, w.borders = w.borders[n-1], w.borders[:n-1]
		}
		w.flow.CloseTable(borders)
	}
}

// paragraph writes one paragraph, from its start to its end.
func (w *writer) paragraph(s *markup.Scanner, content []byte) {
	depth := s.Depth
	p := paragraph{look: w.styles.normal, num: w.styles.normalNum}
	var boxes [][]byte
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "pPr":
			p.read(s, w.styles)
			w.label = w.lists.next(p.num)
		case "r":
			boxes = w.run(s, content, p.look, boxes)
		case "del", "moveFrom", "Fallback", "sdtPr", "txbxContent":
			s.Skip()
		}
	}
	if w.label != "" && w.flow.InTable() {
		w.flow.Text(w.label) // a column of running numbers
	}
	w.label = ""
	if !p.joined {
		w.flow.Break()
	}
	if w.depth < 8 {
		w.depth++
		for _, box := range boxes {
			w.blocks(box)
			w.flow.Break()
		}
		w.depth--
	}
}

// write adds text to the paragraph, after its list label.
func (w *writer) write(text string, enc charset.Encoding) {
	if w.label != "" && text != "" {
		w.flow.Text(w.label + " ")
		w.label = ""
	}
	w.flow.Run(text, enc)
}

// coreProperties are the title and the author that the file names.
func coreProperties(z *pack.Zip) (title, author string) {
	content, err := z.Read("docProps/core.xml")
	if err != nil {
		return "", ""
	}
	s := markup.New(content, 100)
	in := ""
	for s.Next() {
		switch s.Kind {
		case markup.Start:
			in = string(s.Name)
		case markup.End:
			in = ""
		case markup.Text:
			switch in {
			case "title":
				title = form.OneLine(string(s.Bytes()))
			case "creator":
				author = form.OneLine(string(s.Bytes()))
			}
		}
	}
	return title, author
}
