package odf

import (
	"strconv"
	"strings"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
)

// writer walks the body of a document.
type writer struct {
	limits   form.Limits
	styles   styles
	flow     *form.Flow
	counters map[string]*form.Counter // by list style, or list
	lists    []list                   // those that are open
	notes    [][]byte
	borders  []form.Borders
	repeat   []int // columns that the next cells take, of rows that are open
	depth    int
	pages    int // slides
	over     bool
	err      error
}

// list is an open list. The label of its item is written before the item's first paragraph.
type list struct {
	style   string
	counter *form.Counter
	item    bool // an item was begun, and its label is to come
}

// story writes content and returns its text; of a whole file, only the body.
func (w *writer) story(content []byte, whole bool) string {
	outer, lists, borders := w.flow, w.lists, w.borders
	w.flow, w.lists, w.borders = &form.Flow{Limit: w.limits.Text}, nil, nil
	w.blocks(content, whole)
	text := w.flow.String()
	w.over = w.over || w.flow.Over
	w.flow, w.lists, w.borders = outer, lists, borders
	return text
}

func (w *writer) blocks(content []byte, whole bool) {
	s := markup.New(content, w.limits.Nesting)
	inBody := !whole
	for s.Next() {
		name := string(s.Name)
		if s.Kind == markup.Start && name == "body" {
			inBody = true
		}
		if !inBody {
			continue
		}
		switch s.Kind {
		case markup.Start:
			w.start(s, name, content)
		case markup.End:
			w.end(name)
		}
	}
	if w.err == nil {
		w.err = s.Err()
	}
}

func (w *writer) start(s *markup.Scanner, name string, content []byte) {
	switch name {
	case "p", "h":
		w.paragraph(s, content, name == "h")
	case "list":
		w.openList(s)
	case "list-item", "list-header":
		if n := len(w.lists); n > 0 {
			w.lists[n-1].item = name == "list-item"
			if start, ok := s.Attr("start-value"); ok {
				if v, err := strconv.Atoi(start); err == nil {
					w.lists[n-1].counter.Set(min(n-1, 8), v)
				}
			}
		}
	case "table":
		w.flow.OpenTable()
		w.borders = append(w.borders, form.BordersNone)
	case "table-row":
		w.flow.OpenRow()
	case "table-cell":
		w.flow.OpenCell(s.Int("number-columns-spanned", 1), s.Int("number-rows-spanned", 1))
		if n := len(w.borders); n > 0 && w.styles.drawn[s.Value("style-name")] {
			w.borders[n-1] = form.BordersDrawn
		}
		if n := s.Int("number-columns-repeated", 1); n > 1 && n < 50 {
			w.repeat = append(w.repeat, n-1)
		} else {
			w.repeat = append(w.repeat, 0)
		}
	case "page": // a slide
		if w.pages++; w.pages > 1 {
			w.flow.Page()
		}
	case "tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "user-field-decls", "table-of-content-source", "scripts", "notes", "settings", "shapes", "title", "desc":
		s.Skip()
	}
}

func (w *writer) end(name string) {
	switch name {
	case "list":
		if n := len(w.lists); n > 0 {
			w.lists = w.lists[:n-1]
		}
	case "table-cell":
		w.flow.CloseCell()
		if n := len(w.repeat); n > 0 {
			for range w.repeat[n-1] { // repeated cells of text are rare, empty ones common
				w.flow.OpenCell(1, 1)
				w.flow.CloseCell()
			}
			w.repeat = w.repeat[:n-1]
		}
	case "table-row":
		w.flow.CloseRow()
	case "table":
		borders := form.BordersUnknown
		if n := len(w.borders); n > 0 {
			borders, w.borders = w.borders[n-1], w.borders[:n-1]
		}
		w.flow.CloseTable(borders)
	}
}

// openList opens a list. One that goes on with another of its style counts on from there.
func (w *writer) openList(s *markup.Scanner) {
	style := s.Value("style-name")
	n := len(w.lists)
	l := list{style: style}
	if n > 0 {
		if style == "" {
			l.style = w.lists[n-1].style
		}
		l.counter = w.lists[n-1].counter
	} else {
		key := style
		if s.Value("continue-numbering") != "true" && s.Value("continue-list") == "" {
			w.counters[key] = &form.Counter{}
		}
		if l.counter = w.counters[key]; l.counter == nil {
			l.counter = &form.Counter{}
			w.counters[key] = l.counter
		}
	}
	w.lists = append(w.lists, l)
}

// label is the label of the item that begins, "" within an item.
func (w *writer) label() string {
	n := len(w.lists)
	if n == 0 || !w.lists[n-1].item {
		return ""
	}
	w.lists[n-1].item = false
	return w.lists[n-1].counter.Next(w.styles.lists[w.lists[n-1].style], min(n-1, 8))
}

// paragraph writes a paragraph or heading to its end.
func (w *writer) paragraph(s *markup.Scanner, content []byte, heading bool) {
	depth := s.Depth
	base := w.styles.of("paragraph", s.Value("style-name"), w.styles.looks["paragraph:"])
	label := w.label()
	if heading && label == "" && len(w.lists) == 0 {
		label = w.outline(s)
	}
	looks := []look{base}
	var boxes [][]byte
	write := func(text string, enc charset.Encoding) {
		l := looks[len(looks)-1]
		if l.hidden || text == "" {
			return
		}
		if label != "" {
			w.flow.Text(label + " ")
			label = ""
		}
		if l.caps && enc == charset.Unknown {
			text = strings.ToUpper(text)
		}
		w.flow.Run(text, enc)
	}
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		l := looks[len(looks)-1]
		name := string(s.Name)
		switch s.Kind {
		case markup.Text:
			write(w.squeeze(s.Bytes(), label != ""), l.enc)
		case markup.End:
			if name == "span" || name == "a" {
				looks = looks[:max(len(looks)-1, 1)]
			}
		case markup.Start:
			switch name {
			case "span":
				looks = append(looks, w.styles.of("text", s.Value("style-name"), l))
			case "a":
				looks = append(looks, l)
			case "s":
				write(strings.Repeat(" ", min(max(s.Int("c", 1), 1), 1000)), l.enc)
			case "tab":
				if label == "" && !l.hidden {
					w.flow.Tab()
				}
			case "line-break":
				w.flow.Break()
			case "note":
				w.note(s, content, write)
			case "text-box":
				from := s.Offset()
				s.Skip()
				boxes = append(boxes, content[from:s.Offset()])
			case "annotation", "ruby-text", "hidden-text", "tracked-changes", "title", "desc", "table-of-content-source", "script":
				s.Skip()
			}
		}
	}
	if label != "" && w.flow.InTable() {
		w.flow.Text(label)
	}
	w.flow.Break()
	if w.depth < 8 {
		w.depth++
		for _, box := range boxes {
			w.blocks(box, false)
		}
		w.depth--
	}
}

// squeeze makes white space one space, and none at the start of a line (OpenDocument 6.1.2).
func (w *writer) squeeze(b []byte, fresh bool) string {
	out := make([]byte, 0, len(b))
	space := fresh || w.flow.EndsInSpace()
	for _, c := range b {
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			if !space {
				out = append(out, ' ')
			}
			space = true
			continue
		}
		space = false
		out = append(out, c)
	}
	return string(out)
}

// note takes a footnote or endnote out of the paragraph and leaves its number.
func (w *writer) note(s *markup.Scanner, content []byte, write func(string, charset.Encoding)) {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start || string(s.Name) != "note-body" {
			continue
		}
		from := s.Offset()
		s.Skip()
		w.notes = append(w.notes, content[from:s.Offset()])
		write("["+strconv.Itoa(len(w.notes))+"]", charset.Unknown)
	}
}

// outline is the label of a heading that the outline style numbers.
func (w *writer) outline(s *markup.Scanner) string {
	levels := w.styles.lists["\x00outline"]
	if w.counters["\x00outline"] == nil {
		w.counters["\x00outline"] = &form.Counter{}
	}
	if s.Value("is-list-header") == "true" {
		return ""
	}
	return w.counters["\x00outline"].Next(levels, s.Int("outline-level", 1)-1)
}

// margins are the texts of the headers and footers of the master pages.
func (w *writer) margins(sheets []byte) (headers, footers string) {
	s := markup.New(sheets, w.limits.Nesting)
	for s.Next() {
		if s.Kind != markup.Start {
			continue
		}
		name := string(s.Name)
		switch name {
		case "header", "header-left", "header-first", "footer", "footer-left", "footer-first":
			from := s.Offset()
			s.Skip()
			text := w.story(sheets[from:s.Offset()], false)
			if strings.HasPrefix(name, "header") {
				headers += text
			} else {
				footers += text
			}
		}
		if len(headers)+len(footers) > 1<<20 {
			return headers, footers
		}
	}
	return headers, footers
}
