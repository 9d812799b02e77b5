package extract

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/citation"
	"congvan/extract/layout"
)

// outline is the record's view of the tree: headings and articles, with their levels. Parts below
// an annex or a promulgated plan stand a level deeper than the document's own.
func outline(l *layout.Layout, ruler *corpus.Ruler) []corpus.Heading {
	var out []corpus.Heading
	for k := range l.Nodes {
		n := &l.Nodes[k]
		if n.Label == "" || !n.Heading && n.Kind > layout.Capital {
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

// tables are the tables of the text as rows of cells.
func tables(l *layout.Layout, ruler *corpus.Ruler) []corpus.Table {
	var out []corpus.Table
	for _, t := range l.Tables {
		table := corpus.Table{Caption: oneLine(l.Slice(t.Caption)), Span: ruler.Span(t.Start, t.End), Header: cells(l, t.Header)}
		table.Rows = make([][]string, len(t.Rows))
		for k, row := range t.Rows {
			table.Rows[k] = cells(l, row)
		}
		out = append(out, table)
	}
	return out
}

func cells(l *layout.Layout, row []layout.Range) []string {
	if len(row) == 0 {
		return nil
	}
	out := make([]string, len(row))
	for k, c := range row {
		out[k] = oneLine(l.Slice(c))
	}
	return out
}

// listings are the tables as the citations read them.
func listings(l *layout.Layout) []citation.Table {
	out := make([]citation.Table, 0, len(l.Tables))
	for _, t := range l.Tables {
		listing := citation.Table{Header: ranges(t.Header), Rows: make([][]citation.Cell, len(t.Rows))}
		for k, row := range t.Rows {
			listing.Rows[k] = ranges(row)
		}
		out = append(out, listing)
	}
	return out
}

func ranges(row []layout.Range) []citation.Cell {
	out := make([]citation.Cell, len(row))
	for k, c := range row {
		out[k] = citation.Cell(c)
	}
	return out
}

// oneLine is s with its white space runs as one space; most have none, and are not copied.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}
