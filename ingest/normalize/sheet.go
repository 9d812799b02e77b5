package normalize

import "strings"

// line is one line of the text or a part of one: a column's half, a table cell. sep is what parts
// it from the line before in the mended text: '\n', ' ', '\t' or 0 for nothing.
type line struct {
	start, end int // of the sheet's text, without blanks around
	indent     int // columns of blank before it
	blank      int // blank lines before it; 0 after a page border
	sep        byte
	tabLed     bool // begins with one tab
	tabs       int  // tabs between its first and last character
	gap        bool // has a run of three blanks or more inside
	loose      bool // has two blanks or a tab inside: not to be copied as it is
	pipe       bool // has a "|"
	border     bool // the first line after a page border
	traits     traits
	fixed      bool // already placed in a column or a table: never joined to the line before
}

// sheet is a text cut into lines, on which the steps work in turn.
type sheet struct {
	text    string
	lines   []line
	wrapped bool
	borders []int // offsets of text where a page ends
}

func newSheet(text string, wrapped bool) *sheet {
	s := &sheet{text: text, wrapped: wrapped, lines: make([]line, 0, strings.Count(text, "\n")+1)}
	blank, border := 0, false
	formFeed := nextByte(text, 0, '\f')
	for at := 0; at < len(text); {
		end := min(nextByte(text, at, '\n'), formFeed)
		newPage := end == formFeed && end < len(text)
		l := cutLine(text, at, end)
		switch {
		case l.start == l.end && !l.tabLed:
			blank++
		case isPageBreak(text[l.start:l.end]):
			if len(s.lines) > 0 && !border { // several such lines stand for one border
				s.borders = append(s.borders, l.start)
			}
			blank, border = 0, true
		default:
			if l.blank, l.border, l.sep = blank, border, '\n'; border {
				l.blank = 0
			}
			s.lines = append(s.lines, l)
			blank, border = 0, false
		}
		if newPage {
			s.borders = append(s.borders, end)
			blank, border = 0, true
			formFeed = nextByte(text, end+1, '\f')
		}
		at = end + 1
	}
	return s
}

// nextByte is where c stands next, len(text) when nowhere.
func nextByte(text string, from int, c byte) int {
	if from < len(text) {
		if at := strings.IndexByte(text[from:], c); at >= 0 {
			return from + at
		}
	}
	return len(text)
}

// cutLine measures the line that begins at from and ends before the byte at end.
func cutLine(text string, from, end int) (l line) {
	i := from
	for i < end && (text[i] == ' ' || text[i] == '\t') {
		if text[i] == '\t' {
			l.indent += 8 - l.indent%8
		} else {
			l.indent++
		}
		i++
	}
	l.tabLed = i > from && text[from] == '\t'
	for end > i && (text[end-1] == ' ' || text[end-1] == '\t') {
		end--
	}
	l.start, l.end = i, end
	inside := text[i:end]
	l.pipe = strings.IndexByte(inside, '|') >= 0
	if strings.IndexByte(inside, '\t') >= 0 {
		l.tabs = strings.Count(inside, "\t")
		l.loose = true
	} else {
		l.loose = strings.Contains(inside, "  ")
	}
	if l.loose {
		l.gap = hasGap(inside)
	}
	return l
}

// hasGap reports whether three blanks or more stand together; a tab counts for two.
func hasGap(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ':
			run++
		case '\t':
			run += 2
		default:
			run = 0
		}
		if run > 2 {
			return true
		}
	}
	return false
}

// mend runs the steps and writes the text out.
func (s *sheet) mend() (string, Map) {
	s.trimTabs()
	s.dropFurniture()
	s.splitFlattened()
	s.splitLetterheads()
	s.splitClosings()
	s.splitPipes()
	s.splitGaps()
	s.buildTables()
	s.unwrap()
	return s.write()
}

// of is the line's own text.
func (s *sheet) of(l line) string { return s.text[l.start:l.end] }

// write puts the lines one after the other.
func (s *sheet) write() (string, Map) {
	if s.asIs() {
		return s.text, Map{{0, len(s.text), 0, len(s.text), true}}
	}
	w := writer{text: s.text, out: make([]byte, 0, len(s.text))}
	for i, l := range s.lines {
		if i > 0 && l.sep != 0 {
			w.separate(l.sep)
		}
		if l.loose {
			w.tight(l.start, l.end, l.tabs > 0)
		} else {
			w.copy(l.start, l.end)
		}
	}
	return string(w.out), w.m
}

// asIs reports whether the lines lie in the text just as they would be written.
func (s *sheet) asIs() bool {
	at := 0
	for i, l := range s.lines {
		if i > 0 {
			if s.text[at] != '\n' || l.sep != '\n' {
				return false
			}
			at++
		}
		if l.start != at || l.loose && l.tabs == 0 {
			return false
		}
		if l.loose && !isTight(s.of(l)) {
			return false
		}
		at = l.end
	}
	return at == len(s.text)
}

// isTight reports whether a row has single blanks and none beside its tabs.
func isTight(row string) bool {
	for i := 1; i < len(row); i++ {
		if row[i] == ' ' && (row[i-1] == ' ' || row[i-1] == '\t') || row[i] == '\t' && row[i-1] == ' ' {
			return false
		}
	}
	return true
}

type writer struct {
	text string
	out  []byte
	m    Map
	last int // end of what was copied last
}

func (w *writer) copy(start, end int) {
	w.m = w.m.add(Segment{len(w.out), end - start, start, end - start, true})
	w.out = append(w.out, w.text[start:end]...)
	w.last = end
}

// separate writes one separator, which comes from the same byte of the text where it is there.
func (w *writer) separate(sep byte) {
	if w.last < len(w.text) && w.text[w.last] == sep {
		w.copy(w.last, w.last+1)
		return
	}
	w.m = w.m.add(Segment{len(w.out), 1, w.last, 0, false})
	w.out = append(w.out, sep)
}

// tight copies with blanks in a row made one, and none beside the tabs of a row.
func (w *writer) tight(start, end int, row bool) {
	for i := start; i < end; {
		j := i
		for j < end && w.text[j] != ' ' && w.text[j] != '\t' {
			j++
		}
		if j > i {
			w.copy(i, j)
		}
		for i = j; j < end && (w.text[j] == ' ' || w.text[j] == '\t'); j++ {
		}
		tabs := 0
		for k := i; row && k < j; k++ {
			if w.text[k] == '\t' {
				w.copy(k, k+1)
				tabs++
			}
		}
		switch {
		case tabs > 0 || j == i:
		case w.text[i] == ' ':
			w.copy(i, i+1)
		default: // a tab that lays out
			w.m = w.m.add(Segment{len(w.out), 1, i, 1, false})
			w.out = append(w.out, ' ')
			w.last = i + 1
		}
		i = j
	}
}
