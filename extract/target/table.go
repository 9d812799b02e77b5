package target

import (
	"strings"

	"congvan/corpus"
)

// columns are what the header of a table of targets says of its cells; the zero value is no such
// table.
type columns struct {
	count  int
	name   int // the indicator
	unit   int // -1 where the table has none
	values []column
}

// column is a column of figures to reach; year is 0 where its header names none.
type column struct{ at, year int }

// row reads a table row: a header of indicators, or a row under one.
func (r *reader) row(start int, line string) {
	heads := strings.Contains(line, "ỉ") || strings.Contains(line, "Ỉ") // chỉ tiêu, chỉ số
	if !heads && (r.columns.count == 0 || strings.Count(line, "\t")+1 != r.columns.count) {
		return
	}
	cells := strings.Split(line, "\t")
	if heads {
		if c, ok := header(cells); ok {
			r.columns = c
			return
		}
	}
	c := r.columns
	if c.count == 0 || len(cells) != c.count {
		return
	}
	at := start
	offsets := make([]int, len(cells))
	for k, cell := range cells {
		offsets[k] = at
		at += len(cell) + 1
	}
	name := strings.TrimSpace(cells[c.name])
	for _, col := range c.values {
		cell := strings.TrimSpace(cells[col.at])
		t, ok := cellTarget(cell)
		if !ok || name == "" {
			continue
		}
		if t.Unit == "" && c.unit >= 0 {
			t.Unit = strings.ToLower(strings.TrimSpace(cells[c.unit]))
		}
		t.Of, t.Text, t.Rule, t.Confidence = name, cell, "target/table", 0.9
		if col.year != 0 {
			t.From, t.To = corpus.Date{Year: col.year, Month: 1, Day: 1}, corpus.Date{Year: col.year, Month: 12, Day: 31}
		}
		from := offsets[col.at] + strings.Index(cells[col.at], cell)
		r.out = append(r.out, Found{Start: from, End: from + len(cell), Target: t})
	}
}

// header reads a row like "TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025".
func header(cells []string) (c columns, ok bool) {
	c = columns{count: len(cells), name: -1, unit: -1}
	for k, cell := range cells {
		low := strings.ToLower(strings.TrimSpace(cell))
		switch {
		case (strings.HasPrefix(low, "chỉ tiêu") || strings.HasPrefix(low, "tên chỉ tiêu") || strings.HasPrefix(low, "nội dung chỉ tiêu") || strings.HasPrefix(low, "chỉ số")) && c.name < 0 && !strings.Contains(low, "giao"):
			c.name = k
		case strings.HasPrefix(low, "đơn vị tính") || low == "đvt" || low == "đơn vị":
			c.unit = k
		case strings.Contains(low, "kết quả") || strings.Contains(low, "thực hiện năm") || strings.Contains(low, "ước"):
		case strings.Contains(low, "kế hoạch") || strings.Contains(low, "mục tiêu") || strings.Contains(low, "chỉ tiêu") || strings.Contains(low, "phấn đấu") || strings.HasPrefix(low, "năm 20"):
			c.values = append(c.values, column{k, yearIn(low)})
		}
	}
	return c, c.name >= 0 && len(c.values) > 0
}

func yearIn(s string) int {
	at := strings.Index(s, "20")
	if at < 0 || at+4 > len(s) {
		return 0
	}
	year := 0
	for _, d := range []byte(s[at : at+4]) {
		if d < '0' || d > '9' {
			return 0
		}
		year = year*10 + int(d-'0')
	}
	return year
}

// signs are the marks of a comparator in a cell.
var signs = []struct{ sign, comparator string }{
	{"≥", corpus.AtLeast}, {">=", corpus.AtLeast}, {"≤", corpus.AtMost}, {"<=", corpus.AtMost}, {">", corpus.Above}, {"<", corpus.Below},
	{"trên ", corpus.Above}, {"dưới ", corpus.Below}, {"tối thiểu ", corpus.AtLeast}, {"ít nhất ", corpus.AtLeast}, {"tối đa ", corpus.AtMost}, {"không quá ", corpus.AtMost}, {"khoảng ", corpus.About},
}

// cellTarget reads a cell that holds a figure and nothing else: "≥ 95%", "10-15", "1.200".
func cellTarget(cell string) (t corpus.Target, ok bool) {
	t.Comparator = corpus.Equal
	low := strings.ToLower(cell)
	for _, s := range signs {
		if rest, found := strings.CutPrefix(low, s.sign); found {
			t.Comparator, low = s.comparator, strings.TrimSpace(rest)
			break
		}
	}
	if rest, found := strings.CutSuffix(low, "%"); found {
		t.Unit, low = "%", strings.TrimSpace(rest)
	}
	from, to, dashed := cutDash(low)
	value, ok := amount(strings.TrimSpace(from))
	if !ok {
		return t, false
	}
	if dashed {
		top, ok := amount(strings.TrimSpace(to))
		if !ok || top <= value {
			return t, false
		}
		t.Comparator, t.Min, t.Max = corpus.Between, &value, &top
		return t, true
	}
	t.Value = &value
	return t, true
}
