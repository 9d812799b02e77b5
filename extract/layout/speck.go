package layout

// pageNumber reports whether a line begins with a figure that a page left before the rest of a
// sentence.
func pageNumber(s string) bool {
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n > 0 && n+1 < len(s) && s[n] == ' ' && startsLower(s[n+1:])
}

// unfinished reports whether the last node is a long text that ends without a mark.
func (o *outliner) unfinished() bool {
	n := &o.l.Nodes[o.last]
	return n.Own-n.Body >= 60 && isLetterEnd(o.l.Text[n.Body:n.Own]) && !IsCaps(o.l.Text[n.Body:n.Own])
}

// isSpeck reports whether a short line between two parts of one sentence is what a page's foot or
// a stamp left there: "vệ sinh an toàn thực", "G3", "phẩm, an ninh trật tự".
func (o *outliner) isSpeck(i int, s string) bool {
	l := o.l
	if len(s) > 6 || !isLetterEnd(l.Text[l.Nodes[o.last].Start:l.Nodes[o.last].Own]) {
		return false
	}
	for k := i + 1; k < len(l.Lines) && k < i+4; k++ {
		if l.cues[k] != Blank && l.cues[k] != Rule {
			return startsLower(l.LineText(k))
		}
	}
	return false
}

// endsInComma reports whether the last node ends in a comma, so that a line without a marker goes on
// with it: "…, Trưởng phòng Kinh tế,", "Chủ tịch UBND các xã chịu trách nhiệm thi hành".
func (o *outliner) endsInComma() bool {
	n := &o.l.Nodes[o.last]
	return n.Own > n.Body && o.l.Text[n.Own-1] == ','
}
