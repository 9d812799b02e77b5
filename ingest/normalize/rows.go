package normalize

import "strings"

// trimTabs tells the tabs that part cells from those that lay out a line: a tab after a list
// marker ("1.⇥Nội dung") or before the only cell of a line is a blank.
func (s *sheet) trimTabs() {
	for i := range s.lines {
		l := &s.lines[i]
		if l.tabs == 0 && !l.tabLed {
			continue
		}
		text := s.of(*l)
		if l.tabs == 1 {
			if head, _, _ := strings.Cut(text, "\t"); isMarker(strings.TrimRight(head, " ")) {
				l.tabs = 0
				continue
			}
		}
		s.widenRow(l)
	}
}

// widenRow takes the empty cells at both ends of a row of several cells into the line.
func (s *sheet) widenRow(l *line) {
	if l.tabs == 0 || strings.Count(strings.Trim(s.of(*l), " "), "\t") == 0 {
		l.tabs = 0
		return
	}
	start, end := l.start, l.end
	for i := start - 1; i >= 0 && (s.text[i] == ' ' || s.text[i] == '\t'); i-- {
		if s.text[i] == '\t' {
			start = i
		}
	}
	for i := end; i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t'); i++ {
		if s.text[i] == '\t' {
			end = i + 1
		}
	}
	l.start, l.end, l.fixed, l.tabLed = start, end, true, false
	l.tabs = strings.Count(s.of(*l), "\t")
}

// isRow reports whether the line is a table row or a cell of one.
func (l *line) isRow() bool { return l.tabs > 0 || l.sep == '\t' }

// splitPipes turns rows drawn with bars, as web pages give them, into cells: "| 1 | Ban Thu |".
// A lone bar inside a line stays.
func (s *sheet) splitPipes() {
	if !s.any(func(l line) bool { return l.pipe }) {
		return
	}
	out := make([]line, 0, len(s.lines)+8)
	for _, l := range s.lines {
		text := s.of(l)
		if !l.pipe || l.tabs > 0 || strings.Count(text, "|") < 2 && text[0] != '|' && text[len(text)-1] != '|' {
			out = append(out, l)
			continue
		}
		cells := s.pipeCells(l)
		if len(cells) == 0 {
			continue
		}
		for k := range cells {
			if k > 0 {
				cells[k].sep = '\t'
			}
			cells[k].fixed = len(cells) > 1
		}
		out = append(out, cells...)
	}
	s.lines = out
}

// pipeCells are the cells of a row drawn with bars; the bars at its ends part nothing.
func (s *sheet) pipeCells(l line) []line {
	from, end := l.start, l.end
	if s.text[from] == '|' {
		from++
	}
	if end > from && s.text[end-1] == '|' {
		end--
	}
	var cells []line
	blank := true
	for from <= end {
		to := end
		if bar := strings.IndexByte(s.text[from:end], '|'); bar >= 0 {
			to = from + bar
		}
		cell := s.part(l, from, to)
		blank = blank && cell.start == cell.end
		cells = append(cells, cell)
		from = to + 1
	}
	if blank || strings.Trim(s.of(l), "|-: ") == "" {
		return nil
	}
	return cells
}

// part is the piece [from, to) of a line, without blanks around.
func (s *sheet) part(l line, from, to int) line {
	p := cutLine(s.text, from, to)
	p.indent += from - l.start + l.indent
	p.blank, p.border, p.sep, p.tabLed = l.blank, l.border, '\n', false
	if p.start > to {
		p.start, p.end = to, to
	}
	return p
}

func (s *sheet) any(is func(line) bool) bool {
	for _, l := range s.lines {
		if is(l) {
			return true
		}
	}
	return false
}

// splitGaps makes cells of rows that a page laid out with wide gaps: two lines in a row or more
// that have three cells or more each. One gap may be a column or a blank left to fill in.
func (s *sheet) splitGaps() {
	var out []line
	done := 0
	for i := 0; i < len(s.lines); i++ {
		to := i
		for to < len(s.lines) && s.isGapped(s.lines[to]) && (to == i || s.lines[to].blank < 2) {
			to++
		}
		if to-i < 2 {
			continue
		}
		out = append(out, s.lines[done:i]...)
		for _, l := range s.lines[i:to] {
			out = append(out, s.gapCells(l)...)
		}
		done, i = to, to-1
	}
	if done > 0 {
		s.lines = append(out, s.lines[done:]...)
	}
}

func (s *sheet) isGapped(l line) bool {
	return l.gap && l.tabs == 0 && !l.pipe && !l.fixed && l.end-l.start < 400 && len(s.gapCells(l)) > 2
}

// gapCells are the pieces of a line between its wide gaps.
func (s *sheet) gapCells(l line) []line {
	var cells []line
	rest, at := s.of(l), l.start
	for rest != "" {
		cut := gapAt(rest)
		if cut < 0 {
			cut = len(rest)
		}
		cell := s.part(l, at, at+cut)
		cell.fixed, cell.sep = true, '\t'
		cells = append(cells, cell)
		next := strings.TrimLeft(rest[cut:], " ")
		at += len(rest) - len(next)
		rest = next
	}
	if len(cells) > 0 {
		cells[0].sep = '\n'
	}
	return cells
}
