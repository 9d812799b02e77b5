package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// column is a column of a table; Width is the most it may take, 0 as much as it needs.
type column struct {
	title string
	width int
	right bool
}

// printTable writes rows under titles. A cell longer than its column is cut with an ellipsis.
func printTable(w io.Writer, columns []column, rows [][]string) {
	widths := make([]int, len(columns))
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.title
		widths[i] = runewidth.StringWidth(c.title)
		for _, row := range rows {
			widths[i] = max(widths[i], runewidth.StringWidth(row[i]))
		}
		if c.width > 0 {
			widths[i] = min(widths[i], max(c.width, runewidth.StringWidth(c.title)))
		}
	}
	printRow(w, columns, widths, titles)
	rule := make([]string, len(columns))
	for i := range rule {
		rule[i] = strings.Repeat("─", widths[i])
	}
	printRow(w, columns, widths, rule)
	for _, row := range rows {
		printRow(w, columns, widths, row)
	}
}

func printRow(w io.Writer, columns []column, widths []int, row []string) {
	var line strings.Builder
	for i, cell := range row {
		cell = runewidth.Truncate(oneLine(cell), widths[i], "…")
		gap := strings.Repeat(" ", widths[i]-runewidth.StringWidth(cell))
		if columns[i].right {
			line.WriteString(gap + cell + "  ")
		} else {
			line.WriteString(cell + gap + "  ")
		}
	}
	fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
}

// oneLine is text fit for a line of a terminal: white space folded, control characters gone.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) || r == utf8.RuneError {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(text), " "))
}

// cut is text on one line, cut to width columns.
func cut(text string, width int) string { return runewidth.Truncate(oneLine(text), width, "…") }
