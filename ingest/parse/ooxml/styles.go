package ooxml

import (
	"congvan/ingest/charset"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// look is what of a run's properties changes its text. set says which fields are given.
type look struct {
	enc          charset.Encoding
	hidden, caps bool
	set          uint8
}

const (
	setFont uint8 = 1 << iota
	setHidden
	setCaps
)

// with is l under the properties of over.
func (l look) with(over look) look {
	if over.set&setFont != 0 {
		l.enc = over.enc
	}
	if over.set&setHidden != 0 {
		l.hidden = over.hidden
	}
	if over.set&setCaps != 0 {
		l.caps = over.caps
	}
	l.set |= over.set
	return l
}

// style is a paragraph or character style with what it inherits.
type style struct {
	look  look
	num   listRef
	based string
	done  bool
}

// styles are the styles of a document.
type styles struct {
	byID      map[string]*style
	bordered  map[string]bool // table styles that draw lines
	defaults  look
	normal    look // of a paragraph that names no style
	normalNum listRef
}

// readStyles reads the part with the styles; without one, there are none.
func readStyles(z *pack.Zip, r rels) styles {
	st := styles{byID: map[string]*style{}, bordered: map[string]bool{}}
	content, err := z.Read(r.part("styles", "word/styles.xml"))
	if err != nil {
		return st
	}
	s := markup.New(content, 200)
	normal := ""
	for s.Next() {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "rPrDefault":
			st.defaults = st.readLook(s)
		case "style":
			id := s.Value("styleId")
			if s.Value("default") == "1" && s.Value("type") == "paragraph" {
				normal = id
			}
			st.readStyle(s, id)
		case "latentStyles":
			s.Skip()
		}
	}
	st.normal = st.defaults
	if found, ok := st.of(normal); ok {
		st.normal, st.normalNum = found.look, found.num
	}
	return st
}

func (st *styles) readStyle(s *markup.Scanner, id string) {
	depth := s.Depth
	one := &style{}
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "basedOn":
			one.based = s.Value("val")
		case "numPr":
			one.num = one.num.read(s)
			one.num.style = id
		case "rPr":
			one.look = st.readLook(s)
		case "tblBorders":
			st.bordered[id] = true
		case "tblStylePr":
			s.Skip()
		}
	}
	if len(st.byID) < 20_000 {
		st.byID[id] = one
	}
}

// of is a style with all that it inherits.
func (st *styles) of(id string) (style, bool) {
	found, ok := st.byID[id]
	if !ok {
		return style{}, false
	}
	st.resolve(found, 0)
	out := *found
	out.look = st.defaults.with(out.look)
	return out, true
}

func (st *styles) resolve(one *style, depth int) {
	if one.done || depth > 50 {
		return
	}
	one.done = true // before the parent is: a circle ends here
	if parent, ok := st.byID[one.based]; ok {
		st.resolve(parent, depth+1)
		one.look = parent.look.with(one.look)
		if one.num.id == "" {
			one.num.id, one.num.style = parent.num.id, parent.num.style
			if one.num.level < 0 {
				one.num.level = parent.num.level
			}
		}
	}
}

// readLook reads the properties of a run to the end of their element.
func (st *styles) readLook(s *markup.Scanner) look {
	depth := s.Depth
	var l look
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "rStyle":
			if named, ok := st.byID[s.Value("val")]; ok {
				st.resolve(named, 0)
				l = named.look.with(l)
			}
		case "rFonts":
			// letters beyond ASCII, all that an old encoding changes, are drawn in hAnsi
			name, ok := s.Attr("hAnsi")
			if !ok {
				name, ok = s.Attr("ascii")
			}
			if ok {
				l.enc, _ = charset.ByFont(name)
				l.set |= setFont
			}
		case "vanish":
			l.hidden, l.set = s.On(), l.set|setHidden
		case "caps":
			l.caps, l.set = s.On(), l.set|setCaps
		case "rPrChange":
			s.Skip()
		}
	}
	return l
}
