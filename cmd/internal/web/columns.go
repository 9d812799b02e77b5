package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"congvan/corpus"
)

// columnParameter lists the columns that a reader chose; without it results are a list to read.
const columnParameter = "cot"

// resultColumn is a column that results can be shown in. Those with needs are read out of the
// record, the rest is in the hit.
type resultColumn struct {
	name  string
	needs bool
	cell  func(p page, h hitView, r *corpus.Record) string
}

// resultColumns are all of them, in the order in which they stand.
var resultColumns = []resultColumn{
	{"number", false, func(_ page, h hitView, _ *corpus.Record) string { return h.Number }},
	{"type", false, func(_ page, h hitView, _ *corpus.Record) string { return h.Type }},
	{"issuer", false, func(_ page, h hitView, _ *corpus.Record) string { return h.Issuer }},
	{"issued", false, func(p page, h hitView, _ *corpus.Record) string { return p.Day(h.Issued) }},
	{"subject", false, func(_ page, h hitView, _ *corpus.Record) string { return h.Subject }},
	{"signatory", true, func(_ page, _ hitView, r *corpus.Record) string { return r.Signatory.Name }},
	{"addressees", true, func(_ page, _ hitView, r *corpus.Record) string { return valuesOf(r.Addressees) }},
	{"effective", true, func(p page, _ hitView, r *corpus.Record) string { return p.Day(r.Effective.From.Value) }},
	{"obligations", true, func(_ page, _ hitView, r *corpus.Record) string { return strconv.Itoa(len(r.Obligations)) }},
	{"due", true, func(p page, _ hitView, r *corpus.Record) string { return p.Day(firstDue(r)) }},
	{"references", true, func(_ page, _ hitView, r *corpus.Record) string { return strconv.Itoa(len(r.References)) }},
	{"pages", true, func(_ page, _ hitView, r *corpus.Record) string { return strconv.Itoa(r.Source.Pages) }},
	{"file", false, func(_ page, h hitView, _ *corpus.Record) string { return h.Name }},
}

func valuesOf(list []corpus.Found[string]) string {
	var values []string
	for _, f := range list {
		values = append(values, f.Value)
	}
	return cutText(160, strings.Join(values, "; "))
}

// firstDue is the earliest last good day of a record's duties.
func firstDue(r *corpus.Record) corpus.Date {
	var first corpus.Date
	for _, o := range r.Obligations {
		if _, last := corpus.LastGood(o.Timing); !last.IsZero() && (first.IsZero() || last.Before(first)) {
			first = last
		}
	}
	return first
}

// columnsOf are the columns that an address chooses, in the order in which they stand.
func columnsOf(form url.Values) []resultColumn {
	var chosen []resultColumn
	for _, c := range resultColumns {
		if slices.Contains(form[columnParameter], c.name) {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// tableView is results as a table.
type tableView struct {
	Columns []choice // chosen ones, with an address to sort by where there is an order
	Rows    []tableRow
}

type tableRow struct {
	Address string
	Cells   []tableCell
}

// tableCell is a cell; the first of a row leads to its document.
type tableCell struct {
	Text   string
	Figure bool // a number, set to the right
	Leads  bool
}

// figures are the columns of numbers.
var figures = []string{"obligations", "references", "pages"}

// table sets the hits in the chosen columns; records holds what was read for those that need it.
func (s *searchView) table(p page, chosen []resultColumn, records map[string]*corpus.Record) *tableView {
	t := &tableView{}
	for _, c := range chosen {
		t.Columns = append(t.Columns, choice{Label: "column." + c.name, Value: c.name, Address: s.sortBy(c.name), On: s.sortedBy(c.name)})
	}
	for _, h := range s.Hits {
		row := tableRow{Address: h.Address}
		for i, c := range chosen {
			cell := tableCell{Figure: slices.Contains(figures, c.name), Leads: i == 0}
			if r := records[h.ID]; r != nil || !c.needs {
				cell.Text = c.cell(p, h, r)
			}
			if cell.Leads && cell.Text == "" {
				cell.Text = h.Name
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// sortBy is the address that orders the results by a column, "" when there is no such order.
func (s *searchView) sortBy(column string) string {
	switch {
	case column == "due":
		return s.with("sort", "due")
	case column == "issued" && s.Asked.Sort == "newest":
		return s.with("sort", "oldest")
	case column == "issued":
		return s.with("sort", "newest")
	}
	return ""
}

func (s *searchView) sortedBy(column string) bool {
	return column == "due" && s.Asked.Sort == "due" || column == "issued" && (s.Asked.Sort == "newest" || s.Asked.Sort == "oldest")
}
