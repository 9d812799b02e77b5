package layout

import "strings"

// frame is a node that is open while the lines are read.
type frame struct {
	node  int
	kind  Kind
	depth int  // of a decimal
	sep   byte // of a decimal or letter
	value int
}

// outliner builds the tree of nodes: the levels are found in each document, as a stack of the
// marker styles that are open, and numbering tells real markers from figures.
type outliner struct {
	l        *Layout
	stack    []frame
	part     int
	quote    int // lines up to this one stand inside quotation marks
	unclosed int // no quotation that is closed starts before this line
	last     int // the last node that was added, -1 after a line that is none
}

// maxOpen is how many nodes can be open inside one another. No document goes that deep; a text of
// markers that never close would, and each of its lines would be compared with all of them.
const maxOpen = 48

// structural kinds have a fixed order, from the outside in.
func structural(k Kind) bool { return k <= Article }

// outline reads the lines from line from; body is the byte at which the body starts inside the
// line before it, 0 for none.
func (l *Layout) outline(from, body int) {
	o := outliner{l: l, quote: -1, last: -1}
	if n := (len(l.Lines) - from); n > 0 {
		l.Nodes = make([]Node, 0, min(n+1, 64+len(l.Text)/80))
		o.stack = make([]frame, 0, 16)
	}
	if body > 0 && from > 0 {
		end := l.Lines[from-1].End
		o.add(marker{kind: Paragraph}, -1, body, end)
	}
	for i := from; i < len(l.Lines); i++ {
		ln := &l.Lines[i]
		switch ln.Zone {
		case Body, Closing, Appendix:
		case Furniture:
			continue
		default:
			o.last = -1
			continue
		}
		if ln.Part != o.part {
			o.closeTo(0)
			o.part, o.last, o.quote = ln.Part, -1, -1
		}
		ln.Node = o.line(i)
	}
	o.closeTo(0)
	l.finish()
}

// line places line i in the tree and returns its node.
func (o *outliner) line(i int) int {
	l := o.l
	ln := &l.Lines[i]
	s := l.Text[ln.Start:ln.End]
	if strings.IndexByte(s, '\t') >= 0 {
		o.last = -1
		return o.top()
	}
	if i > o.quote {
		o.openQuote(i, s)
	}
	if ln.Zone == Closing {
		o.closeTo(0)
		return o.add(marker{kind: Paragraph}, -1, ln.Start, ln.End)
	}
	if i > o.quote {
		m, ok := readMarker(s)
		if m, ok = o.respelt(i, s, m, ok); ok {
			if node := o.place(m, s, ln.Start, ln.End); node >= 0 {
				return node
			}
		}
	}
	if o.last >= 0 && o.namesChapter(&l.Nodes[o.last], s) {
		n := &l.Nodes[o.last]
		if n.Body == n.Own {
			n.Body = ln.Start
		}
		n.Own, n.End = ln.End, ln.End
		return o.last
	}
	if o.last >= 0 && (startsLower(s) || s[0] == ')' || s[0] == ',' || o.endsInComma()) && dashLength(s) == 0 {
		n := &l.Nodes[o.last]
		n.Own, n.End = ln.End, ln.End
		return o.last
	}
	if o.last >= 0 && pageNumber(s) && o.unfinished() { // "… bằng dung dịch khử", "2 khuẩn; theo dõi …"
		n := &l.Nodes[o.last]
		n.Own, n.End = ln.End, ln.End
		return o.last
	}
	if o.last >= 0 && o.isSpeck(i, s) {
		ln.Zone = Furniture
		return o.top()
	}
	for len(o.stack) > 0 && o.stack[len(o.stack)-1].kind >= Dash {
		o.pop()
	}
	return o.add(marker{kind: Paragraph}, o.top(), ln.Start, ln.End)
}

// namesChapter reports whether a line is the title of the chapter on the line above it, or goes on
// with it.
func (o *outliner) namesChapter(n *Node, s string) bool {
	if n.Kind > Subsection || len(s) > 300 {
		return false
	}
	if n.Body < n.Own {
		return IsCaps(s) && IsCaps(o.l.Text[n.Body:n.Own])
	}
	return IsCaps(s) || len(s) < 160 && s[len(s)-1] != '.' && s[len(s)-1] != ';' && s[len(s)-1] != ':'
}

// openQuote marks the lines of a quotation that starts at line i, so that the articles it quotes
// are not taken for the document's own.
func (o *outliner) openQuote(i int, s string) {
	if s[0] != '"' && !strings.HasPrefix(s, "“") {
		return
	}
	if i < o.unclosed {
		return
	}
	next := o.nextArticle()
	for k := i; k < len(o.l.Lines) && k < i+300; k++ {
		t := o.l.LineText(k)
		if k == i {
			t = t[1:]
		} else if m, ok := readMarker(t); ok && m.kind == Article && m.value == next {
			o.quote = k - 1 // its end was lost
			return
		}
		t = strings.TrimRight(t, ".;:, ")
		if strings.HasSuffix(t, "\"") || strings.HasSuffix(t, "”") {
			o.quote = k
			return
		}
	}
	o.unclosed = i + 300
}

// nextArticle is the number that the document's own next article has.
func (o *outliner) nextArticle() int {
	for _, f := range o.stack {
		if f.kind == Article {
			return f.value + 1
		}
	}
	return 1
}

func (o *outliner) top() int {
	if len(o.stack) == 0 {
		return -1
	}
	return o.stack[len(o.stack)-1].node
}

// pop closes the innermost open node.
func (o *outliner) pop() { o.stack = o.stack[:len(o.stack)-1] }

// closeTo closes all open nodes below a depth.
func (o *outliner) closeTo(depth int) { o.stack = o.stack[:min(depth, len(o.stack))] }

// add appends a node; it is pushed on the stack unless it is a paragraph.
func (o *outliner) add(m marker, parent, start, end int) int {
	if m.kind != Paragraph && len(o.stack) >= maxOpen {
		o.closeTo(maxOpen - 1)
		parent = o.top()
	}
	level := 1
	if parent >= 0 {
		level = o.l.Nodes[parent].Level + 1
	}
	n := Node{Kind: m.kind, Label: m.label, Parent: parent, Level: level, Part: o.part, Start: start, Body: min(start+m.length, end), Own: end, End: end}
	o.l.Nodes = append(o.l.Nodes, n)
	o.last = len(o.l.Nodes) - 1
	if m.kind != Paragraph {
		o.stack = append(o.stack, frame{o.last, m.kind, m.depth, m.sep, m.value})
	}
	return o.last
}

// sameStyle reports whether a marker continues the list of a frame.
func sameStyle(f frame, m marker) bool {
	return f.kind == m.kind && (m.kind != Decimal || f.depth == m.depth && (f.sep == m.sep || f.sep != ')' && m.sep != ')'))
}

// find is the depth of the innermost open list of the marker's style, -1 for none.
func (o *outliner) find(m marker) int {
	for k := len(o.stack) - 1; k >= 0; k-- {
		f := o.stack[k]
		if sameStyle(f, m) {
			return k
		}
		if f.kind == Article && !structural(m.kind) || structural(f.kind) && structural(m.kind) && f.kind < m.kind {
			return -1
		}
	}
	return -1
}

// place puts a marked line into the tree; -1 when numbering says that it is no marker.
func (o *outliner) place(m marker, s string, start, end int) int {
	if m.kind == Roman || m.kind == Capital {
		m = o.romanOrCapital(m)
	}
	switch {
	case structural(m.kind):
		return o.placeStructural(m, start, end)
	case m.kind == Dash || m.kind == Plus:
		return o.placeDash(m, start, end)
	case m.kind == Decimal && m.depth > 1:
		return o.placeDecimal(m, start, end)
	}
	k := o.find(m)
	if k < 0 {
		if m.value != 1 && !o.startsLate(m, s) {
			return -1
		}
		o.dropDashes(m)
		return o.add(m, o.top(), start, end)
	}
	open := o.stack[k]
	switch {
	case m.value > open.value && m.value-open.value <= 4:
		o.closeTo(k)
		return o.add(m, o.top(), start, end)
	case m.value != 1:
		return -1
	}
	if m.kind == Letter || open.value == 1 && k == len(o.stack)-1 && m.kind == Decimal {
		o.closeTo(k)
		return o.add(m, o.top(), start, end)
	}
	return o.restart(k, m, start, end)
}

// restart opens an unnamed section: numbering starts again where the text lost a heading.
func (o *outliner) restart(k int, m marker, start, end int) int {
	o.closeTo(k)
	if m.kind == Decimal && k > 0 && !structural(o.stack[k-1].kind) {
		o.closeTo(k - 1) // beside the section that was open
	}
	section := o.add(marker{kind: Unnamed, value: 1}, o.top(), start, start)
	return o.add(m, section, start, end)
}

// dropDashes closes dash items under which a numbered list does not start.
func (o *outliner) dropDashes(m marker) {
	for len(o.stack) > 0 && o.stack[len(o.stack)-1].kind >= Dash {
		o.pop()
	}
	if m.kind == Roman || m.kind == Capital {
		for len(o.stack) > 0 {
			f := o.stack[len(o.stack)-1]
			if structural(f.kind) || f.kind == Roman || f.kind == Capital {
				break
			}
			o.pop()
		}
	}
}

// startsLate reports whether a list may start with this marker although it is not its first: the
// heading before it was lost, or it is in capitals.
func (o *outliner) startsLate(m marker, s string) bool {
	switch m.kind {
	case Roman:
		return IsCaps(s[m.length:]) || m.value <= 12 && len(s) < 160
	case Decimal:
		return m.value <= 12 && len(s) > m.length && !startsLower(s[m.length:])
	case Letter:
		return m.sep == ')' && m.value <= 8
	}
	return false
}

// romanOrCapital settles "I.", "V.", "C.", "D.": a letter of the alphabet or a Roman number.
func (o *outliner) romanOrCapital(m marker) marker {
	for k := len(o.stack) - 1; k >= 0; k-- {
		f := o.stack[k]
		if f.kind == Capital && m.kind == Roman && len(m.label) == 1 {
			if v := letterValue(rune(m.label[0] - 'A' + 'a')); v == f.value+1 && v != 1 {
				return marker{kind: Capital, label: m.label, value: v, sep: m.sep, length: m.length}
			}
		}
	}
	return m
}

func (o *outliner) placeStructural(m marker, start, end int) int {
	k := o.find(m)
	if k >= 0 {
		if v := o.stack[k].value; m.kind == Article && m.value <= v && m.value != 1 && !strings.ContainsAny(m.label[len(m.label)-1:], "abcdeghik") {
			return -1
		}
		o.closeTo(k)
	} else {
		for len(o.stack) > 0 {
			f := o.stack[len(o.stack)-1]
			if structural(f.kind) && f.kind < m.kind {
				break
			}
			if f.kind == Roman && m.kind == Article && len(o.stack) == 1 && o.l.Nodes[f.node].Heading {
				break
			}
			o.pop()
		}
	}
	return o.add(m, o.top(), start, end)
}

func (o *outliner) placeDash(m marker, start, end int) int {
	for k := len(o.stack) - 1; k >= 0 && o.stack[k].kind >= Dash; k-- {
		if o.stack[k].kind == m.kind {
			o.closeTo(k)
			break
		}
	}
	return o.add(m, o.top(), start, end)
}

// placeDecimal puts "2.1" under the open "2", or beside the open "2.x".
func (o *outliner) placeDecimal(m marker, start, end int) int {
	cut := strings.LastIndexByte(m.label, '.')
	head := m.label[:cut]
	for k := len(o.stack) - 1; k >= 0; k-- {
		f := o.stack[k]
		label := o.l.Nodes[f.node].Label
		if f.kind == Decimal && f.depth == m.depth-1 && label == head {
			o.closeTo(k + 1)
			return o.add(m, o.top(), start, end)
		}
		if f.kind == Decimal && f.depth == m.depth {
			if c := strings.LastIndexByte(label, '.'); c > 0 && (label[:c] == head || m.value == 1) {
				o.closeTo(k)
				return o.add(m, o.top(), start, end)
			}
		}
		if f.kind == Article {
			break
		}
	}
	if m.value != 1 && o.last >= 0 {
		return -1
	}
	o.dropDashes(m)
	for len(o.stack) > 0 {
		f := o.stack[len(o.stack)-1]
		if f.kind != Decimal && f.kind != Letter {
			break
		}
		o.pop()
	}
	return o.add(m, o.top(), start, end)
}
