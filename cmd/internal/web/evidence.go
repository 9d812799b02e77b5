package web

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"congvan/corpus"
)

// mark is evidence in a text: the words of a fact, a duty, a date, a reference.
type mark struct {
	corpus.Span
	kind string // the class of its element
}

// The limits of what is marked in a part of a text, so that a hostile record with marks upon marks
// costs no more than its length. A mark beyond them keeps its anchor.
const (
	deepestMark = 8
	longestMark = 20_000 // code points
)

// markOrder puts marks where they begin, the outer before the inner.
func markOrder(a, b mark) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), strings.Compare(a.kind, b.kind))
}

// marker writes a text from left to right as HTML, with its marks as elements. It is the only
// place that makes markup by hand: all text goes through escape.
type marker struct {
	out   strings.Builder
	text  string
	at    int // byte
	point int // code point of at
	marks []mark
	next  int // of marks
	open  []mark
	named int // the newest start that has an anchor
}

// newMarker begins at a byte of the text that is this code point.
func newMarker(text string, at, point int, marks []mark) *marker {
	slices.SortFunc(marks, markOrder)
	m := &marker{text: text, at: at, point: point, marks: marks, named: -1}
	for m.next < len(marks) && marks[m.next].Start < point { // of the part before
		if marks[m.next].End > point {
			m.push(marks[m.next])
		}
		m.next++
	}
	return m
}

// push notes a mark as open, and reports whether there was room for it.
func (m *marker) push(k mark) bool {
	if len(m.open) == deepestMark || k.Len() > longestMark {
		return false
	}
	m.open = append(m.open, k)
	return true
}

// run is the text up to a byte, with every element closed at its end.
func (m *marker) run(end int) template.HTML {
	m.out.Reset()
	m.open = slices.DeleteFunc(m.open, func(k mark) bool { return k.End <= m.point })
	for _, k := range m.open {
		m.element(k, false)
	}
	for m.at < end {
		m.close()
		m.start()
		m.words(end)
	}
	for range m.open {
		m.out.WriteString("</mark>")
	}
	return template.HTML(m.out.String())
}

// skip passes over a byte of layout: a line's end or a cell's.
func (m *marker) skip() {
	m.at++
	m.point++
}

// close ends the elements whose marks end here; what was opened inside them goes on.
func (m *marker) close() {
	first := slices.IndexFunc(m.open, func(k mark) bool { return k.End <= m.point })
	if first < 0 {
		return
	}
	for range m.open[first:] {
		m.out.WriteString("</mark>")
	}
	m.open = slices.DeleteFunc(m.open, func(k mark) bool { return k.End <= m.point })
	for _, k := range m.open[first:] {
		m.element(k, false)
	}
}

// start opens the marks that begin here, or began in the layout before.
func (m *marker) start() {
	for m.next < len(m.marks) && m.marks[m.next].Start <= m.point {
		k := m.marks[m.next]
		m.next++
		fresh := k.Start != m.named
		m.named = k.Start
		if k.End > m.point && m.push(k) {
			m.element(k, fresh)
		} else if fresh {
			m.out.WriteString(`<a id="s-` + strconv.Itoa(k.Start) + `"></a>`)
		}
	}
}

func (m *marker) element(k mark, named bool) {
	m.out.WriteString(`<mark class="m-` + k.kind + `"`)
	if named {
		m.out.WriteString(` id="s-` + strconv.Itoa(k.Start) + `"`)
	}
	m.out.WriteByte('>')
}

// words writes text up to the next border of a mark.
func (m *marker) words(end int) {
	stop := int(^uint(0) >> 1)
	if m.next < len(m.marks) {
		stop = m.marks[m.next].Start
	}
	for _, k := range m.open {
		stop = min(stop, k.End)
	}
	from := m.at
	for m.at < end && m.point < stop {
		_, size := utf8.DecodeRuneInString(m.text[m.at:])
		m.at += size
		m.point++
	}
	m.out.WriteString(escape(m.text[from:m.at]))
}

func escape(s string) string { return template.HTMLEscapeString(s) }
