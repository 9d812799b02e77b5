package extract

import (
	"strings"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/layout"
)

// outline is the record's view of the tree: headings and articles, with their levels. Parts below
// an annex or a promulgated plan stand a level deeper than the document's own.
func outline(l *layout.Layout, ruler *corpus.Ruler) []corpus.Heading {
	count := 0
	for k := range l.Nodes {
		if isHeading(&l.Nodes[k]) {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	out := make([]corpus.Heading, 0, count)
	for k := range l.Nodes {
		n := &l.Nodes[k]
		if !isHeading(n) {
			continue
		}
		h := corpus.Heading{Label: n.Label, Level: n.Level}
		if n.Heading && n.Own > n.Body && n.Own-n.Body < 600 {
			h.Title = oneLine(strings.TrimRight(l.Text[n.Body:n.Own], " :"))
		}
		end := n.Own
		if h.Title == "" {
			end = n.Start + len(strings.TrimRight(l.Text[n.Start:n.Body], " \t"))
		}
		if l.Parts[n.Part].Role != layout.Main {
			h.Level++
		}
		h.Span = ruler.Span(n.Start, end)
		out = append(out, h)
	}
	return out
}

// isHeading reports whether a node is a line of the outline.
func isHeading(n *layout.Node) bool { return n.Label != "" && (n.Heading || n.Kind <= layout.Capital) }

// tables are the tables of the text as rows of cells.
func tables(l *layout.Layout, ruler *corpus.Ruler) []corpus.Table {
	if len(l.Tables) == 0 {
		return nil
	}
	out := make([]corpus.Table, 0, len(l.Tables))
	for k := range l.Tables {
		t := &l.Tables[k]
		rows := cut(t, func(c layout.Range) string { return oneLine(l.Slice(c)) })
		table := corpus.Table{Caption: oneLine(l.Slice(t.Caption)), Span: ruler.Span(t.Start, t.End), Rows: rows[1:]}
		if len(rows[0]) > 0 {
			table.Header = rows[0]
		}
		out = append(out, table)
	}
	return out
}

// cut makes something of every cell of a table: the header, which may be empty, and its rows, all in
// one piece of memory.
func cut[T any](t *layout.Table, of func(layout.Range) T) [][]T {
	count := len(t.Header)
	for _, row := range t.Rows {
		count += len(row)
	}
	cells, rows := make([]T, 0, count), make([][]T, 0, len(t.Rows)+1)
	add := func(row []layout.Range) {
		from := len(cells)
		for _, c := range row {
			cells = append(cells, of(c))
		}
		rows = append(rows, cells[from:len(cells):len(cells)])
	}
	add(t.Header)
	for _, row := range t.Rows {
		add(row)
	}
	return rows
}

// listings are the tables as the citations read them.
func listings(l *layout.Layout) []citation.Table {
	out := make([]citation.Table, 0, len(l.Tables))
	for k := range l.Tables {
		rows := cut(&l.Tables[k], func(c layout.Range) citation.Cell { return citation.Cell(c) })
		out = append(out, citation.Table{Header: rows[0], Rows: rows[1:]})
	}
	return out
}

// isValid is utf8.ValidString, quick for the letters of Vietnamese.
func isValid(text string) bool {
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c < utf8.RuneSelf:
			i++
		case (c == 0xE1 || c == 0xE2) && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80:
			i += 3
		case c >= 0xC2 && c < 0xE0 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			i += 2
		default:
			return utf8.ValidString(text[i:])
		}
	}
	return true
}

// oneLine is s with its white space runs as one space; most have none, and are not copied.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
