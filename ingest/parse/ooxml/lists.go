package ooxml

import (
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// listRef says to which list and level a paragraph or a style belongs. id "" or "0": to none.
type listRef struct {
	id    string
	level int
	set   bool   // the level is given
	style string // the style that says so, when a style does
}

// read reads <w:numPr> to its end, over what a style says.
func (l listRef) read(s *markup.Scanner) listRef {
	depth := s.Depth
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "numId":
			l.id, l.style = s.Value("val"), ""
		case "ilvl":
			l.level, l.set = s.Int("val", 0), true
		case "ins", "numberingChange":
			s.Skip()
		}
	}
	return l
}

// lists are the numbered lists of a document and how far each has counted.
type lists struct {
	patterns map[string]*pattern // by abstractNumId
	nums     map[string]*num     // by numId
}

// pattern is an abstract list: its levels, and the count that its lists share.
type pattern struct {
	levels  []form.Level
	suffix  [9]string
	styles  [9]string // the paragraph style of a level
	link    string    // the numbering style that has the levels
	counter form.Counter
}

// num is a list; one that overrides something of its pattern counts for itself.
type num struct {
	pattern *pattern
	levels  []form.Level
	starts  map[int]int // where levels start anew, until they have
	counter *form.Counter
}

// readLists reads the part with the lists; without one, there are none.
func readLists(z *pack.Zip, r rels, st styles) lists {
	l := lists{patterns: map[string]*pattern{}, nums: map[string]*num{}}
	content, err := z.Read(r.part("numbering", "word/numbering.xml"))
	if err != nil {
		return l
	}
	s := markup.New(content, 200)
	for s.Next() {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "abstractNum":
			l.patterns[s.Value("abstractNumId")] = readPattern(s)
		case "num":
			l.readNum(s, s.Value("numId"))
		case "numPicBullet":
			s.Skip()
		}
	}
	for _, p := range l.patterns { // a list by way of a numbering style
		if p.link == "" {
			continue
		}
		if named, ok := st.of(p.link); ok {
			if n := l.nums[named.num.id]; n != nil && n.pattern != nil && n.pattern.link == "" {
				p.levels, p.suffix, p.styles = n.pattern.levels, n.pattern.suffix, n.pattern.styles
			}
		}
	}
	return l
}

func readPattern(s *markup.Scanner) *pattern {
	depth := s.Depth
	p := &pattern{levels: make([]form.Level, 9)}
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "lvl":
			if at := s.Int("ilvl", -1); at >= 0 && at < 9 {
				p.levels[at] = p.readLevel(s, at)
			} else {
				s.Skip()
			}
		case "numStyleLink":
			p.link = s.Value("val")
		}
	}
	return p
}

func (p *pattern) readLevel(s *markup.Scanner, at int) form.Level {
	depth := s.Depth
	level := form.Level{Start: 1}
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "start":
			level.Start = s.Int("val", 1)
		case "numFmt":
			level.Format = numeral(s.Value("val"))
		case "lvlText":
			level.Text = s.Value("val")
		case "suff":
			p.suffix[at] = s.Value("val")
		case "pStyle":
			p.styles[at] = s.Value("val")
		case "rPr", "pPr":
			s.Skip()
		}
	}
	return level
}

func (l *lists) readNum(s *markup.Scanner, id string) {
	depth := s.Depth
	n := &num{starts: map[int]int{}}
	level := 0
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "abstractNumId":
			if n.pattern = l.patterns[s.Value("val")]; n.pattern != nil {
				n.levels, n.counter = n.pattern.levels, &n.pattern.counter
			}
		case "lvlOverride":
			level = s.Int("ilvl", 0)
		case "startOverride":
			n.starts[level] = s.Int("val", 1)
		case "lvl":
			if at := s.Int("ilvl", -1); n.pattern != nil && at >= 0 && at < len(n.levels) {
				n.levels = append([]form.Level(nil), n.levels...)
				n.levels[at] = n.pattern.readLevel(s, at)
				n.counter = &form.Counter{}
			}
		}
	}
	if n.pattern != nil {
		l.nums[id] = n
	}
}

// next counts a paragraph of a list and returns its label, "" when it has none.
func (l *lists) next(ref listRef) string {
	n := l.nums[ref.id]
	if n == nil {
		return ""
	}
	if len(n.pattern.levels) > 0 && n.pattern.link != "" && n.levels[0].Text == "" {
		n.levels = n.pattern.levels
	}
	level := ref.level
	if ref.style != "" && !ref.set { // a style's level is the one that names the style
		for at, name := range n.pattern.styles {
			if name == ref.style {
				level = at
			}
		}
	}
	if start, ok := n.starts[level]; ok && level >= 0 && level < 9 {
		n.counter.Set(level, start)
		delete(n.starts, level)
	}
	return n.counter.Next(n.levels, level)
}

func numeral(name string) form.Numeral {
	switch name {
	case "bullet":
		return form.Bullet
	case "none":
		return form.NoNumeral
	case "lowerLetter":
		return form.LowerLetter
	case "upperLetter":
		return form.UpperLetter
	case "lowerRoman":
		return form.LowerRoman
	case "upperRoman":
		return form.UpperRoman
	case "decimalZero":
		return form.DecimalZero
	}
	return form.Decimal
}
