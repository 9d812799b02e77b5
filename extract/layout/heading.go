package layout

// finish settles what the whole tree tells: where each node's own text and its subtree end, and
// which nodes are headings.
func (l *Layout) finish() {
	for k := len(l.Nodes) - 1; k >= 0; k-- {
		n := &l.Nodes[k]
		if n.Parent >= 0 {
			p := &l.Nodes[n.Parent]
			p.End = max(p.End, n.End)
		}
	}
	for k := range l.Nodes {
		l.Nodes[k].Heading = l.isHeading(k)
	}
}

// isHeading reports whether a node's own text is a title: parts follow under it, and it is short
// or in capitals, or it ends with a colon.
func (l *Layout) isHeading(k int) bool {
	n := &l.Nodes[k]
	own := l.Text[n.Body:n.Own]
	switch n.Kind {
	case Division, Chapter, Section, Subsection:
		return true
	case Paragraph:
		return false
	case Unnamed:
		return true
	}
	parent := k+1 < len(l.Nodes) && l.Nodes[k+1].Parent == k
	if own == "" {
		return parent
	}
	end := own[len(own)-1]
	if n.Kind == Article {
		return parent && end != '.' && end != ';' || len(own) < 160 && end != '.' && end != ';'
	}
	if IsCaps(own) && len(own) < 400 {
		return true
	}
	switch end {
	case '.', ';', ',':
		return parent && end == '.' && len(own) < 60 && n.Kind != Dash
	case ':':
		return parent && len(own) < 240
	}
	return parent && len(own) < 240
}
