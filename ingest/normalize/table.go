package normalize

import "strconv"

// buildTables makes rows of tables whose cells came one a line, as pasting from a word processor
// gives them: a header that begins with "Stt", then rows that count 1, 2, 3 … Rows end where the
// next number stands or a blank line; a row may lack cells, so nothing is counted off.
func (s *sheet) buildTables() {
	var out []line
	done := 0
	for i := range s.lines {
		if i < done || s.lines[i].fixed || !isCounter(s.of(s.lines[i])) {
			continue
		}
		t := s.readTable(i)
		if t == nil {
			continue
		}
		out = append(append(out, s.lines[done:i]...), t.rows...)
		done = t.next
	}
	if done > 0 {
		s.lines = append(out, s.lines[done:]...)
	}
}

// isCounter reports whether text is the head of a column of running numbers.
func isCounter(text string) bool {
	if len(text) > 12 {
		return false
	}
	switch foldHead(text, 12) {
	case "stt", "tt", "so tt", "s tt", "#":
		return true
	}
	return false
}

type table struct {
	rows []line
	next int // the line after the table
}

// readTable reads the table whose header begins at line at; nil when the lines there are none.
func (s *sheet) readTable(at int) *table {
	first := at + 1 // the line of number 1
	for first < len(s.lines) && first < at+16 && s.of(s.lines[first]) != "1" {
		if s.lines[first].tabs > 0 || s.lines[first].end-s.lines[first].start > 200 {
			return nil
		}
		first++
	}
	if first >= len(s.lines) || first == at+16 || first < at+2 {
		return nil
	}
	led := s.lines[at].tabLed && s.lines[first].tabLed
	t := &table{}
	width := s.row(t, at, first, led)
	if width < 2 {
		return nil
	}
	number, from := 1, first
	for from < len(s.lines) {
		to := s.rowEnd(from, number+1, width, led)
		if n := s.row(t, from, to, led); n > width {
			return nil
		}
		from = to
		number++
		if from >= len(s.lines) || s.of(s.lines[from]) != strconv.Itoa(number) {
			break
		}
	}
	if number < 3 { // one row is no table
		return nil
	}
	t.next = from
	return t
}

// rowEnd is the line after the row that begins at from: where the next number stands, or else
// after a blank line or as many cells as the header has.
func (s *sheet) rowEnd(from, number, width int, led bool) int {
	next := strconv.Itoa(number)
	cells := 1
	for i := from + 1; i < len(s.lines); i++ {
		l := s.lines[i]
		if s.of(l) == next && (!led || l.tabLed) && cells >= min(2, width) {
			return i
		}
		if l.blank > 0 && led || l.tabs > 0 {
			return i
		}
		if !led || l.tabLed {
			if cells == width {
				return i
			}
			cells++
		}
	}
	return len(s.lines)
}

// row appends the lines [from, to) as one row and returns its number of cells. A line without a
// tab goes on with the cell before where cells begin with one.
func (s *sheet) row(t *table, from, to int, led bool) int {
	cells := 0
	for i := from; i < to; i++ {
		l := s.lines[i]
		switch {
		case i == from:
			l.sep = '\n'
			cells++
		case led && !l.tabLed:
			l.sep = ' '
		default:
			l.sep = '\t'
			cells++
		}
		l.fixed, l.tabLed = true, false
		t.rows = append(t.rows, l)
	}
	return cells
}
