// Package rtf reads Rich Text Format (specification 1.9.1).
package rtf

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"

	"golang.org/x/text/encoding/charmap"
)

// Read reads an RTF file.
func Read(content []byte, limits form.Limits) form.Raw {
	content = content[max(bytes.Index(content[:min(len(content), 1024)], []byte(`{\rtf`)), 0):]
	r := &reader{b: content, limits: limits, body: &form.Flow{Limit: limits.Text}, fonts: map[int]font{}}
	r.flow = r.body
	r.now.unicodeSkip = 1
	err := r.run()
	body := r.body.String()
	if r.deep {
		return form.Fail("rtf", corpus.StatusTooLarge, "groups nested deeper than the limit of %d", limits.Nesting)
	}
	if r.body.Over {
		return form.Fail("rtf", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	var notes strings.Builder
	for i, n := range r.notes {
		if text := strings.Join(strings.Fields(n.String()), " "); text != "" {
			notes.WriteString("[" + strconv.Itoa(i+1) + "] " + text + "\n")
		}
	}
	raw := form.Good("rtf", form.Margins(body, r.header.String(), r.footer.String())+body+notes.String())
	raw.Title, raw.Author = form.OneLine(r.title.String()), form.OneLine(r.author.String())
	if err && raw.Status == corpus.StatusOK {
		raw.Status, raw.Reason = corpus.StatusPartial, "damaged: it ends in the middle; what is there was read"
	} else if err {
		raw.Status, raw.Reason = corpus.StatusDamaged, "it ends in the middle, before any text"
	}
	return raw
}

// font is a font of the table: the encoding that its name tells, and its character set.
type font struct {
	enc     charset.Encoding
	charset int
}

// place is where text goes.
type place uint8

const (
	placeFlow place = iota
	placeNowhere
	placeFontName
	placeTitle
	placeAuthor
)

// state is what a group inherits and gives back at its end.
type state struct {
	place       place
	font        int
	unicodeSkip int
	about       bool // the group is about the file
	twice       bool // the group comes again in Unicode
	hidden      bool
	caps        bool
	deleted     bool
	flow        *form.Flow // that was current before this group's, when the group has its own
	tables      []level
	inTable     bool // before a group with its own flow
	depth       int
	shape       bool // the group is a text box: it ends the paragraph
	label       bool // the group is a list's label
}

// level is a table that is open.
type level struct {
	row, cell bool
	borders   form.Borders
}

// reader reads the tokens of a file.
type reader struct {
	b      []byte
	at     int
	limits form.Limits
	deep   bool

	body           *form.Flow
	header, footer form.Flow
	notes          []*form.Flow
	title, author  strings.Builder

	flow   *form.Flow
	now    state
	groups []state

	fonts    map[int]font
	defining int // the font whose name is being read
	name     strings.Builder
	page     int // \ansicpg

	tables   []level
	inTable  bool
	depth    int // \itap
	edges    []int
	borders  form.Borders
	skip     int  // characters that stand for the last \u
	high     rune // the first half of a pair of UTF-16
	starred  bool // \* was read: the next word may be passed over with its group
	pending  []byte
	pendFont int
}

// run reads to the end of the outermost group, and reports whether the file ends before it.
func (r *reader) run() (cut bool) {
	for r.at < len(r.b) {
		switch c := r.b[r.at]; c {
		case '{':
			r.flush()
			r.at++
			if len(r.groups) >= r.limits.Nesting {
				r.deep = true
				return true
			}
			r.groups = append(r.groups, r.now)
			r.now.flow, r.now.tables, r.now.shape, r.now.label = nil, nil, false, false
			r.skip = 0
		case '}':
			r.flush()
			r.at++
			if len(r.groups) == 0 {
				return false
			}
			r.endGroup()
			if len(r.groups) == 0 {
				return false
			}
		case '\\':
			r.control()
		case '\r', '\n', 0:
			r.at++
		default:
			from := r.at
			for r.at < len(r.b) && r.b[r.at] != '\\' && r.b[r.at] != '{' && r.b[r.at] != '}' && r.b[r.at] != '\r' && r.b[r.at] != '\n' {
				r.at++
			}
			r.bytes(r.b[from:r.at])
		}
	}
	r.flush()
	return true
}

func (r *reader) endGroup() {
	if r.now.place == placeFontName && r.name.Len() > 0 {
		r.nameFont()
	}
	if r.now.label {
		r.flow.Text(" ")
	}
	if r.now.shape {
		r.flow.Break()
	}
	if r.now.flow != nil {
		r.closeTables(0)
		r.flow, r.tables, r.inTable, r.depth = r.now.flow, r.now.tables, r.now.inTable, r.now.depth
	}
	n := len(r.groups)
	r.now, r.groups = r.groups[n-1], r.groups[:n-1]
	r.skip, r.starred = 0, false
}

// divert sends the text of the group to another flow.
func (r *reader) divert(to *form.Flow) {
	if r.now.flow == nil {
		r.now.flow, r.now.tables, r.now.inTable, r.now.depth = r.flow, r.tables, r.inTable, r.depth
	}
	r.flow, r.tables, r.now.place = to, nil, placeFlow
	r.inTable, r.depth = false, 0
}

// bytes takes in characters of the file's own encoding, minus those that stand for a \u.
func (r *reader) bytes(b []byte) {
	n := min(r.skip, len(b))
	r.skip -= n
	b = b[n:]
	if len(b) == 0 {
		return
	}
	if r.pendFont != r.now.font {
		r.flush()
	}
	r.pendFont = r.now.font
	r.pending = append(r.pending, b...)
}

// flush writes the bytes that have come together, as their font's character set reads them.
func (r *reader) flush() {
	if len(r.pending) == 0 {
		return
	}
	b := r.pending
	r.pending = r.pending[:0]
	f := r.fonts[r.pendFont]
	enc := f.enc
	var text strings.Builder
	switch {
	case f.charset == 2 && enc == charset.Unknown: // a symbol font: bullets
		for _, c := range b {
			if c > ' ' {
				text.WriteRune(0xF000 + rune(c))
			} else {
				text.WriteByte(c)
			}
		}
	case enc == charset.Unknown && (f.charset == 163 || r.page == 1258 && f.charset < 2):
		text.WriteString(charset.Decode(b, charset.Windows1258))
	case r.page == 65001 && enc == charset.Unknown:
		text.WriteString(charset.Decode(b, charset.UTF8))
	default:
		for _, c := range b {
			text.WriteRune(charmap.Windows1252.DecodeByte(c))
		}
	}
	r.text(text.String(), enc)
}

// text writes decoded text to where it belongs.
func (r *reader) text(s string, enc charset.Encoding) {
	switch r.now.place {
	case placeFontName:
		r.name.WriteString(s)
	case placeTitle:
		r.title.WriteString(s)
	case placeAuthor:
		r.author.WriteString(s)
	case placeFlow:
		if r.now.hidden || r.now.deleted {
			return
		}
		if r.now.caps && enc == charset.Unknown {
			s = strings.ToUpper(s)
		}
		r.enterCell()
		r.flow.Run(s, enc)
	}
}

// unicode writes the character of a \u, whose number may be negative and half of a pair.
func (r *reader) unicode(n int) {
	r.flush()
	c := rune(uint16(n))
	switch {
	case utf16.IsSurrogate(c) && r.high == 0:
		r.high = c
	case r.high != 0:
		r.text(string(utf16.DecodeRune(r.high, c)), charset.Unknown)
		r.high = 0
	case c >= ' ':
		r.text(string(c), r.fonts[r.now.font].enc)
	}
	r.skip = r.now.unicodeSkip
}

func (r *reader) nameFont() {
	name, _, _ := strings.Cut(r.name.String(), ";")
	r.name.Reset()
	f := r.fonts[r.defining]
	f.enc, _ = charset.ByFont(strings.TrimSpace(name))
	if len(r.fonts) < 10_000 {
		r.fonts[r.defining] = f
	}
}
