package layout

import (
	"bytes"
)

// Piece is a stretch of the letterhead: a line, or a part of a line where columns or boxes stand
// on one line.
type Piece struct {
	Range
	Cue  Cue
	Line int
}

// cutter cuts lines of the letterhead into pieces at the wordings of the boxes.
type cutter struct {
	text   string
	f      Folded
	pieces []Piece
	boxed  bool // boxes were found above: what follows may have lost its capitals
}

// longestCut is how many letters of a line are looked at: no box stands further in.
const longestCut = 900

// mark is a box found in a folded line.
type mark struct {
	start, end int // of the folded line
	cue        Cue
}

// cut appends the pieces of the line [start, end). Within the text of a subject, a title or an
// addressee (inside) only what cannot belong to it is cut off: other documents' numbers and dates
// stand there.
func (c *cutter) cut(line, start, end int, inside bool) {
	s := c.text[start:end]
	c.f.Set(s, longestCut)
	b := c.f.B
	if len(b) == 0 {
		return
	}
	var found [8]mark
	marks := found[:0]
	if motto := findMotto(s, &c.f); motto.end > 0 {
		marks = append(marks, motto)
	}
	if n := findNumbering(b); n.end > 0 && (!inside || n.start == 0) {
		marks = append(marks, n)
	}
	d := findDating(s, &c.f)
	if d.end == 0 {
		d = findFigureDate(s, &c.f)
	}
	if d.end > 0 && (!inside || d.end > len(b)-3 && c.isPlaced(d)) {
		for _, m := range marks {
			if m.cue == Motto && m.start <= d.start && d.start < m.end {
				d.start = min(m.end, d.end)
			}
			if m.cue == Numbering && m.start >= d.start && m.start < d.end {
				d.end = d.start
			}
		}
		if d.end > d.start {
			marks = append(marks, d)
		}
	}
	if k := bytes.Index(b, []byte("kinh g")); k >= 0 && (!inside || k < 24) && (bytes.HasPrefix(b[k:], []byte("kinh gui")) || bytes.HasPrefix(b[k:], []byte("kinh goi"))) && (k == 0 || k < 200 && len(marks) > 0 || k < 60 && startsUpper(s[c.f.At[k]:], 1)) {
		kept := marks[:0]
		for _, m := range marks { // what stands behind is its text
			if m.start < k {
				kept = append(kept, m)
			}
		}
		marks = append(kept, mark{k, len(b), Addressee})
	}
	if len(b) > 8 && b[0] == 'k' && !bytes.HasPrefix(b, []byte("kinh g")) && Near(b[:8], "kinh gui", 1) && (len(marks) == 0 || marks[len(marks)-1].cue != Addressee) {
		marks = append(marks[:0], mark{0, len(b), Addressee})
	}
	order(marks)
	at := 0
	for k := 0; k <= len(marks); k++ {
		next, cue := len(b), Blank
		if k < len(marks) {
			next, cue = marks[k].start, marks[k].cue
		}
		if cue == Numbering {
			marks[k].end = endOfNumber(b, marks[k])
		}
		if next > at {
			c.plain(line, start, at, next)
		}
		if cue == Blank {
			break
		}
		stop := marks[k].end
		if k+1 < len(marks) && stop > marks[k+1].start {
			stop = marks[k+1].start
		}
		c.add(line, start, marks[k].start, stop, cue)
		at = max(at, stop)
	}
}

// isPlaced reports whether a date has a place before it, as a document's own has.
func (c *cutter) isPlaced(d mark) bool {
	return d.start < d.end && c.f.B[d.start] != 'n' || d.start+4 < d.end && string(c.f.B[d.start:d.start+4]) != "ngay"
}

// plain adds a stretch between boxes: V/v, a type's name, urgency, or words of no cue.
func (c *cutter) plain(line, start, from, to int) {
	b := c.f.B[from:to]
	for len(b) > 0 && (b[0] == ' ' || b[0] == '|') {
		b, from = b[1:], from+1
	}
	if n := ruleLength(b); n >= 3 {
		c.add(line, start, from, from+n, Rule)
		c.plain(line, start, from+n, to)
		return
	}
	if n := trailingRule(b); n > 0 {
		b, to = b[:len(b)-n], to-n
	}
	if len(b) == 0 || string(b) == "nuoc" { // of "NƯỚC CỘNG HÒA XÃ HỘI …"
		return
	}
	s := c.text[start+int(c.f.At[from]) : start+int(c.f.At[to])]
	switch n := aboutAt(b); {
	case n > 0:
		c.add(line, start, from, to, About)
		return
	case isRule(b) && len(b) < 60:
		c.add(line, start, from, to, Rule)
		return
	}
	sub := Folded{B: b}
	cue := classify(s, &sub)
	if cue == Plain && (c.isTypeHead(s, b) || c.isQuietType(s, b)) {
		cue = TypeName
	}
	if cue == Office || cue == Blank {
		cue = Plain
	}
	c.add(line, start, from, to, cue)
}

// isTypeHead tells a type's name in capitals with words after it on one line: "CHỈ THỊ VỀ CÔNG
// TÁC … Ngày 24 tháng 6 …".
func (c *cutter) isTypeHead(s string, b []byte) bool {
	n := TypeNameAt(b)
	if n == 0 {
		return false
	}
	cut := 0
	for k := range s {
		if cut == n {
			return IsCaps(s[:k])
		}
		cut++
	}
	return IsCaps(s)
}

// ruleLength is how many bytes of a rule, "-----", stand at the beginning of b.
func ruleLength(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == '-' || b[n] == '_' || b[n] == '*' || b[n] == '=') {
		n++
	}
	if n < 3 {
		return 0
	}
	for n < len(b) && b[n] == ' ' {
		n++
	}
	return n
}

// trailingRule is how many bytes of a rule stand at the end of b, behind a space.
func trailingRule(b []byte) int {
	n := len(b)
	for n > 0 && (b[n-1] == '-' || b[n-1] == '_' || b[n-1] == '*' || b[n-1] == '=') {
		n--
	}
	if n == len(b) || n > 0 && b[n-1] != ' ' && len(b)-n < 3 {
		return 0
	}
	for n > 0 && b[n-1] == ' ' {
		n--
	}
	return len(b) - n
}

// isQuietType tells a type's name whose capitals were lost: alone on its line, or with the organ
// that decides, "quyết định của bộ trưởng bộ tài chính".
func (c *cutter) isQuietType(s string, b []byte) bool {
	n := TypeNameAt(b)
	return n > 0 && c.boxed && (n == len(b) || len(b) < 160 && bytes.HasPrefix(b[n:], []byte(" cua ")) && isAuthorityAt(b[n+5:]))
}

func (c *cutter) add(line, start, from, to int, cue Cue) {
	lo, hi := start+int(c.f.At[from]), start+int(c.f.At[to])
	for hi > lo && (c.text[hi-1] == ' ' || c.text[hi-1] == '\t' || c.text[hi-1] == '|') {
		hi--
	}
	if hi > lo {
		c.pieces = append(c.pieces, Piece{Range{lo, hi}, cue, line})
	}
}

func order(marks []mark) {
	for i := 1; i < len(marks); i++ {
		for j := i; j > 0 && marks[j].start < marks[j-1].start; j-- {
			marks[j], marks[j-1] = marks[j-1], marks[j]
		}
	}
}
