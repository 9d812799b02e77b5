package page

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// renderer writes nodes as a browser shows them.
type renderer struct {
	flow  form.Flow
	fonts fonts
	skip  map[*html.Node]bool // shown elsewhere already
	bare  bool                // the page's furniture (nav, footer, aside) is left out too
}

// hidden elements show nothing, or nothing that is text.
var hidden = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Svg: true,
	atom.Head: true, atom.Object: true, atom.Select: true, atom.Textarea: true, atom.Button: true, atom.Math: true,
	atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Nav: true,
}

// furniture stands around what a page is about.
var furniture = map[atom.Atom]bool{atom.Footer: true, atom.Aside: true, atom.Form: true}

// blocks begin and end a line (HTML Living Standard 15.3: display block).
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true,
	atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Aside: true,
	atom.Address: true, atom.Center: true, atom.Fieldset: true, atom.Figure: true, atom.Figcaption: true, atom.Hr: true,
	atom.Pre: true, atom.Form: true, atom.Legend: true, atom.Body: true, atom.Html: true, atom.Details: true, atom.Summary: true,
	atom.Caption: true, atom.Dir: true, atom.Menu: true, atom.Option: true,
}

// state is what a node inherits.
type state struct {
	enc  charset.Encoding
	pre  bool
	list *list
}

// list is an open <ol> or <ul>.
type list struct {
	ordered bool
	numeral form.Numeral
	next    int
}

func (r *renderer) node(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		r.text(n.Data, s)
	case html.ElementNode:
		r.element(n, s)
	case html.DocumentNode:
		r.children(n, s)
	}
}

func (r *renderer) children(n *html.Node, s state) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c, s)
	}
}

func (r *renderer) element(n *html.Node, s state) {
	if hidden[n.DataAtom] || r.bare && furniture[n.DataAtom] || r.skip[n] {
		return
	}
	look := lookOf(n)
	if look.hidden {
		return
	}
	if enc, ok := r.fonts.of(n, look); ok {
		s.enc = enc
	}
	display := look.display
	switch n.DataAtom {
	case atom.Br:
		r.flow.Break()
		return
	case atom.Table:
		display = "table"
	case atom.Tr:
		display = "table-row"
	case atom.Td, atom.Th:
		display = "table-cell"
	case atom.Pre:
		s.pre = true
	case atom.Ol, atom.Ul:
		s.list = listOf(n)
	}
	switch display {
	case "table":
		r.flow.OpenTable()
		r.children(n, s)
		r.flow.CloseTable(bordersOf(n, look))
	case "table-row":
		r.flow.OpenRow()
		r.children(n, s)
		r.flow.CloseRow()
	case "table-cell":
		r.flow.OpenCell(number(n, "colspan", 1), number(n, "rowspan", 1))
		s.list = nil
		r.children(n, s)
		r.flow.CloseCell()
	default:
		r.plain(n, s, display)
	}
}

// plain writes an element that is no part of a table.
func (r *renderer) plain(n *html.Node, s state, display string) {
	block := blocks[n.DataAtom]
	switch display {
	case "block", "flex", "grid", "list-item":
		block = true
	case "inline", "inline-block":
		block = false
	}
	if !block {
		r.children(n, s)
		return
	}
	r.flow.Break()
	if n.DataAtom == atom.Li && s.list != nil {
		r.flow.Text(s.list.label(n) + " ")
	}
	r.children(n, s)
	r.flow.Break()
}

// text writes a text node: white space is one space, and none at the start of a line.
func (r *renderer) text(data string, s state) {
	if s.pre {
		for i, line := range strings.Split(data, "\n") {
			if i > 0 {
				r.flow.Break()
			}
			r.flow.Run(strings.TrimRight(line, "\r"), s.enc)
		}
		return
	}
	for i := 0; i < len(data); {
		if isSpace(data[i]) {
			for i < len(data) && isSpace(data[i]) {
				i++
			}
			if !r.flow.EndsInSpace() {
				r.flow.Run(" ", s.enc)
			}
			continue
		}
		from := i
		for i < len(data) && !(isSpace(data[i]) && !(data[i] == ' ' && i+1 < len(data) && !isSpace(data[i+1]))) {
			i++
		}
		r.flow.Run(data[from:i], s.enc)
	}
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' }

func listOf(n *html.Node) *list {
	l := &list{ordered: n.DataAtom == atom.Ol, next: number(n, "start", 1)}
	switch attr(n, "type") {
	case "a":
		l.numeral = form.LowerLetter
	case "A":
		l.numeral = form.UpperLetter
	case "i":
		l.numeral = form.LowerRoman
	case "I":
		l.numeral = form.UpperRoman
	}
	return l
}

// label is the mark of a list's next item.
func (l *list) label(n *html.Node) string {
	if !l.ordered {
		return "-"
	}
	l.next = number(n, "value", l.next) + 1
	return l.numeral.Write(l.next-1) + "."
}

func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

func number(n *html.Node, key string, otherwise int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 0 || v > 1_000_000 {
		return otherwise
	}
	return v
}
