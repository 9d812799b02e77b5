package layout

import "strings"

// Read finds the form of a text: NFC, one paragraph a line, a table row a line with tabs between
// its cells. It takes time linear in the text's length.
func Read(text string) *Layout {
	l := &Layout{Text: text}
	l.split()
	head, first, after, body := l.readHead(l.cues, 0, len(l.Lines))
	if head == nil {
		head, first, after = l.readTitled(l.cues)
	}
	l.Head = head
	if first < 0 {
		first, after = 0, 0
	}
	if head == nil {
		after = l.propertiesEnd()
		first = after
	}
	l.before(first)
	for i := first; i < after; i++ {
		l.Lines[i].Zone = Letterhead
		switch l.cues[i] {
		case Blank, Rule:
			l.Lines[i].Zone = Furniture
		case StampLine:
			l.Lines[i].Zone = Stamp
		case ListedLink:
			l.Lines[i].Zone = Related
		}
	}
	start := l.preamble(after, head != nil)
	if head != nil {
		l.lateDate(after)
	}
	l.parts(start)
	l.outline(after, body)
	l.tables(after)
	return l
}

// split cuts the text into lines, white space at their ends left out, and tells each by its wording.
func (l *Layout) split() {
	n := strings.Count(l.Text, "\n") + 1
	l.Lines = make([]Line, 0, n)
	l.cues = make([]Cue, 0, n)
	var f Folded
	for at := 0; at <= len(l.Text); {
		end := len(l.Text)
		if n := strings.IndexByte(l.Text[at:], '\n'); n >= 0 {
			end = at + n
		}
		from, to := at, end
		for from < to && (l.Text[from] == ' ' || l.Text[from] == '\t' || l.Text[from] == '|' || l.Text[from] == '\r') {
			from++
		}
		for to > from && (l.Text[to-1] == ' ' || l.Text[to-1] == '\t' || l.Text[to-1] == '|' || l.Text[to-1] == '\r') {
			to--
		}
		l.Lines = append(l.Lines, Line{Start: from, End: to, Zone: Body, Node: -1})
		folded := 96
		if to-from > 300 {
			folded = 32
		}
		f.Set(l.Text[from:to], folded)
		l.cues = append(l.cues, classify(l.Text[from:to], &f))
		at = end + 1
	}
}

// lateDate looks for the line of place and date where columns put it below the letterhead.
func (l *Layout) lateDate(from int) {
	for _, p := range l.Head {
		if p.Cue == Dating {
			return
		}
	}
	c := cutter{text: l.Text}
	for i := from; i < len(l.Lines) && i < from+30; i++ {
		ln := &l.Lines[i]
		if n := ln.End - ln.Start; n < 16 || n > 90 || isMarked(l.LineText(i)) {
			continue
		}
		c.pieces = c.pieces[:0]
		c.cut(i, ln.Start, ln.End, false)
		if len(c.pieces) == 1 && c.pieces[0].Cue == Dating && l.Text[ln.Start] != 'n' && l.Text[ln.Start] != 'N' {
			l.Head = append(l.Head, c.pieces[0])
			ln.Zone = Letterhead
			return
		}
	}
}

// propertyLabels are the labels of a web page's list of a document's properties, folded.
var propertyLabels = []string{
	"so ky hieu", "so hieu", "so/ky hieu", "so, ky hieu", "loai van ban", "hinh thuc van ban", "ngay ban hanh", "ngay co hieu luc", "ngay hieu luc",
	"ngay het hieu luc", "noi ban hanh", "co quan ban hanh", "don vi ban hanh", "nguoi ky", "chuc danh", "trich yeu", "tinh trang",
	"tinh trang hieu luc", "hieu luc", "linh vuc", "nganh", "ngay cong bao", "so cong bao", "ngay dang cong bao", "ngay dang", "pham vi", "ten van ban",
	"trang thai", "cap nhat", "nguon", "thong tin ap dung", "tep dinh kem", "file dinh kem", "ngay cap nhat", "tac gia",
}

// PropertyLabel is the folded label that a line begins with, and where in the folded line its
// value begins. A colon, a bar or a tab stands between the two.
func PropertyLabel(s string, f *Folded) (label string, value int) {
	for _, p := range propertyLabels {
		if !f.HasPrefix(p) || len(p) <= len(label) {
			continue
		}
		i := len(p)
		tab := i < len(f.B) && s[f.At[i]] == '\t'
		for i < len(f.B) && f.B[i] == ' ' {
			i++
		}
		if i < len(f.B) && (f.B[i] == ':' || f.B[i] == '|' || tab) || i == len(f.B) {
			for i < len(f.B) && (f.B[i] == ':' || f.B[i] == ' ' || f.B[i] == '|') {
				i++
			}
			label, value = p, i
		}
	}
	return label, value
}

// propertiesEnd is the line after the properties that a page without a letterhead begins with, 0
// when there are fewer than three.
func (l *Layout) propertiesEnd() int {
	var f Folded
	n, end := 0, 0
	for i := 0; i < len(l.Lines) && i < 40; i++ {
		s := l.LineText(i)
		if l.cues[i] == Blank || len(s) > 600 {
			continue
		}
		f.Set(s, 48)
		if label, at := PropertyLabel(s, &f); label != "" && at < len(f.B) {
			n++
			end = i + 1
		}
	}
	if n < 3 {
		return 0
	}
	return end
}

// before gives the lines above the letterhead their zones.
func (l *Layout) before(first int) {
	var f Folded
	block := first > 2 && l.propertiesEnd() > 0
	for i := 0; i < first; i++ {
		ln := &l.Lines[i]
		ln.Zone = Furniture
		s := l.LineText(i)
		if l.cues[i] == StampLine && block { // "Người ký: …" among properties
			f.Set(s, 96)
			if label, _ := PropertyLabel(s, &f); label != "" {
				l.cues[i] = Plain
			}
		}
		switch l.cues[i] {
		case ListedLink:
			ln.Zone = Related
			continue
		case StampLine:
			ln.Zone = Stamp
			continue
		case Blank, Rule:
			continue
		}
		f.Set(s, 96)
		if label, _ := PropertyLabel(s, &f); label != "" {
			ln.Zone = Properties
			l.cues[i] = Property
		}
	}
}

// preamble gives the lines between the letterhead and the body their zone and returns the body's
// first line. A "Căn cứ" paragraph of a dispatch, which goes on to order something, is body.
func (l *Layout) preamble(from int, headed bool) int {
	if !headed {
		return from
	}
	bases, last := 0, from
	for i := from; i < len(l.Lines) && i < from+150; i++ {
		s := l.LineText(i)
		switch l.cues[i] {
		case Blank, Rule:
			continue
		case Basis:
			bases++
			if c := s[len(s)-1]; c == ';' || c == ',' {
				last = i + 1
			}
			continue
		case Resolve:
			last = i + 1
			bases++
			continue
		}
		if isMarked(s) || dashLength(s) > 0 && bases == 0 || l.cues[i] == SendTo || l.cues[i] == Motto {
			if bases > 0 && isMarked(s) {
				last = i
			}
			break
		}
		if bases == 0 && !IsCaps(s) {
			break
		}
	}
	for i := from; i < last; i++ {
		if l.cues[i] != Blank && l.cues[i] != Rule {
			l.Lines[i].Zone = Preamble
		} else {
			l.Lines[i].Zone = Furniture
		}
	}
	return last
}
