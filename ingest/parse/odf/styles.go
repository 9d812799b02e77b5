package odf

import (
	"strings"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
)

// look is what of a style changes the text. A field that is not set is inherited.
type look struct {
	parent       string
	list         string // the list style of its paragraphs
	enc          charset.Encoding
	fontSet      bool
	hidden, caps bool
}

// styles are the styles of a document by name, and the fonts that they name.
type styles struct {
	looks map[string]look
	lists map[string][]form.Level
	drawn map[string]bool // cell styles with lines
	fonts map[string]string
}

// read adds the styles that are declared in content.
func (st *styles) read(content []byte) {
	if st.fonts == nil {
		st.fonts = map[string]string{}
	}
	s := markup.New(content, 2000)
	for s.Next() {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "body":
			return
		case "font-face":
			st.fonts[s.Value("name")] = strings.Trim(s.Value("font-family"), "'\"")
		case "style", "default-style":
			st.style(s)
		case "list-style", "outline-style":
			st.list(s)
		}
	}
}

func (st *styles) style(s *markup.Scanner) {
	depth := s.Depth
	name, family := s.Value("name"), s.Value("family")
	l := look{parent: s.Value("parent-style-name"), list: s.Value("list-style-name")}
	drawn := false
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		switch string(s.Name) {
		case "text-properties":
			font, ok := s.Attr("font-name")
			if family, known := st.fonts[font]; known && family != "" {
				font = family
			}
			if !ok {
				font, ok = s.Attr("font-family")
			}
			if ok {
				l.enc, _ = charset.ByFont(font)
				l.fontSet = true
			}
			l.hidden = s.Value("display") == "none"
			l.caps = s.Value("text-transform") == "uppercase"
		case "table-cell-properties":
			for _, side := range []string{"border", "border-left", "border-right"} {
				if v := s.Value(side); v != "" && v != "none" {
					drawn = true
				}
			}
		}
	}
	if len(st.looks) < 50_000 {
		st.looks[family+":"+name] = l
		st.drawn[name] = st.drawn[name] || drawn && family == "table-cell"
	}
}

func (st *styles) list(s *markup.Scanner) {
	depth := s.Depth
	name := s.Value("name")
	if string(s.Name) == "outline-style" {
		name = "\x00outline"
	}
	levels := make([]form.Level, 9)
	for i := range levels {
		levels[i].Format = form.NoNumeral
	}
	for s.Next() && !(s.Kind == markup.End && s.Depth == depth) {
		if s.Kind != markup.Start {
			continue
		}
		at := s.Int("level", 0) - 1
		if at < 0 || at >= len(levels) {
			continue
		}
		switch string(s.Name) {
		case "list-level-style-number", "outline-level-style":
			levels[at] = number(s, at)
		case "list-level-style-bullet":
			levels[at] = form.Level{Format: form.Bullet, Text: s.Value("bullet-char"), Start: 1}
		case "list-level-style-image":
			levels[at] = form.Level{Format: form.Bullet, Start: 1}
		}
	}
	if len(st.lists) < 50_000 {
		st.lists[name] = levels
	}
}

// number reads a numbered level: its numerals, what stands around them, how many levels it shows.
func number(s *markup.Scanner, at int) form.Level {
	level := form.Level{Start: s.Int("start-value", 1)}
	switch s.Value("num-format") {
	case "a":
		level.Format = form.LowerLetter
	case "A":
		level.Format = form.UpperLetter
	case "i":
		level.Format = form.LowerRoman
	case "I":
		level.Format = form.UpperRoman
	case "":
		level.Format = form.NoNumeral
		level.Text = s.Value("num-prefix") + s.Value("num-suffix")
		return level
	}
	if pattern := s.Value("num-list-format"); pattern != "" {
		for i := 1; i <= 9; i++ {
			pattern = strings.ReplaceAll(pattern, "%"+string(rune('0'+i))+"%", "%"+string(rune('0'+i)))
		}
		level.Text = pattern
		return level
	}
	var text strings.Builder
	text.WriteString(s.Value("num-prefix"))
	for i := max(at-s.Int("display-levels", 1)+1, 0); i <= at; i++ {
		text.WriteString("%" + string(rune('1'+i)))
		if i < at {
			text.WriteByte('.')
		}
	}
	text.WriteString(s.Value("num-suffix"))
	level.Text = text.String()
	return level
}

// of is a style with what it inherits.
func (st *styles) of(family, name string, base look) look {
	var chain []look
	for n := 0; name != "" && n < 50; n++ {
		l, ok := st.looks[family+":"+name]
		if !ok {
			break
		}
		chain = append(chain, l)
		name = l.parent
	}
	out := base
	out.list = ""
	for i := len(chain) - 1; i >= 0; i-- {
		l := chain[i]
		if l.fontSet {
			out.enc, out.fontSet = l.enc, true
		}
		if l.list != "" {
			out.list = l.list
		}
		out.hidden = out.hidden || l.hidden
		out.caps = out.caps || l.caps
	}
	return out
}
