// Package slides reads the presentations of PowerPoint 97–2003 ([MS-PPT]).
package slides

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"

	"golang.org/x/text/encoding/charmap"
)

// Types of records ([MS-PPT] 2.13.24).
const (
	recDocument    = 0x03E8
	recSlide       = 0x03EE
	recNotes       = 0x03F0
	recMaster      = 0x03F8
	recList        = 0x0FF0 // slides with the texts of their placeholders
	recPersist     = 0x03F3 // a slide of the list
	recTextHeader  = 0x0F9F
	recChars       = 0x0FA0
	recStyles      = 0x0FA1
	recBytes       = 0x0FA8
	recFont        = 0x0FB7
	recPersistDir  = 0x1772
	recUserEdit    = 0x0FF5
	recClientText  = 0xF00D
	recOutlineText = 0x0F9E
)

// Read reads a presentation: the texts of its slides in their order, a slide a page.
func Read(f *cfb.File, limits form.Limits) form.Raw {
	content, err := f.Stream("PowerPoint Document")
	if err != nil {
		return form.Fail("ppt", corpus.StatusDamaged, "%v", err)
	}
	if user, err := f.Stream("Current User"); err == nil && len(user) >= 16 && binary.LittleEndian.Uint32(user[12:]) == 0xF3D1C4DF {
		return form.Fail("ppt", corpus.StatusProtected, "needs a password")
	}
	d := &deck{content: content, limits: limits}
	d.document()
	flow := &form.Flow{Limit: limits.Text}
	for i, s := range d.slides {
		if i > 0 {
			flow.Page()
		}
		own := d.texts(s)
		for _, text := range append(s.outline, own...) {
			for line := range strings.FieldsFuncSeq(text.s, func(r rune) bool { return r == '\r' || r == '\n' || r == '\v' }) {
				flow.Run(line, d.encoding(text))
				flow.Break()
			}
		}
	}
	text := flow.String()
	if flow.Over {
		return form.Fail("ppt", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("ppt", text)
	raw.Pages = len(d.slides)
	raw.Title, raw.Author = cfb.Summary(f)
	if len(d.slides) == 0 {
		raw.Status, raw.Reason = corpus.StatusDamaged, "no slides can be found in it"
	}
	return raw
}

// deck is a presentation being read.
type deck struct {
	content []byte
	limits  form.Limits
	places  map[uint32]int // of the objects that are kept, by their id
	slides  []slide
	fonts   []charset.Encoding
	read    int
}

// slide is a slide of the list: its object and the texts of its placeholders.
type slide struct {
	id      uint32
	outline []text
}

// text is a text with the fonts of its runs.
type text struct {
	s    string
	font int // of its first run that names one, -1 for none
}

// record is the head of a record.
type record struct {
	kind, version, instance int
	from, to                int // its content
}

func (d *deck) at(at, end int) (record, bool) {
	if at < 0 || at+8 > end {
		return record{}, false
	}
	b := d.content[at:]
	first := int(binary.LittleEndian.Uint16(b))
	size := int64(binary.LittleEndian.Uint32(b[4:]))
	r := record{kind: int(binary.LittleEndian.Uint16(b[2:])), version: first & 0xF, instance: first >> 4, from: at + 8}
	r.to = int(min(int64(at)+8+size, int64(end)))
	return r, true
}

// each calls do for the records between two offsets.
func (d *deck) each(from, to int, do func(r record)) {
	for from < to {
		r, ok := d.at(from, to)
		if !ok {
			return
		}
		do(r)
		from = r.to
	}
}

// document finds the objects that are kept, the fonts, and the list of slides. The last records
// of a kind stand: each saving appends.
func (d *deck) document() {
	d.places = map[uint32]int{}
	var documents []record
	d.each(0, len(d.content), func(r record) {
		switch r.kind {
		case recPersistDir:
			d.directory(r)
		case recDocument:
			documents = append(documents, r)
		}
	})
	if len(documents) == 0 {
		return
	}
	last := documents[len(documents)-1]
	d.walk(last.from, last.to, 0, func(r record) bool {
		switch r.kind {
		case recFont:
			name, _, _ := strings.Cut(wide(d.content[r.from:r.to]), "\x00")
			enc, _ := charset.ByFont(name)
			d.fonts = append(d.fonts, enc)
		case recList:
			if r.instance == 0 {
				d.list(r)
			}
			return false
		}
		return true
	})
}

// directory reads where objects are: runs of ids with an offset each.
func (d *deck) directory(r record) {
	b := d.content[r.from:r.to]
	for len(b) >= 4 {
		head := binary.LittleEndian.Uint32(b)
		id, n := head&0xFFFFF, int(head>>20)
		b = b[4:]
		for i := 0; i < n && len(b) >= 4; i++ {
			d.places[id+uint32(i)] = int(binary.LittleEndian.Uint32(b))
			b = b[4:]
		}
	}
}

// list reads the slides in their order with the texts of their placeholders.
func (d *deck) list(r record) {
	d.slides = nil
	d.each(r.from, r.to, func(r record) {
		switch r.kind {
		case recPersist:
			if r.to-r.from >= 4 && len(d.slides) < 20_000 {
				d.slides = append(d.slides, slide{id: binary.LittleEndian.Uint32(d.content[r.from:])})
			}
		default:
			if n := len(d.slides); n > 0 {
				d.text(r, &d.slides[n-1].outline)
			}
		}
	})
}

// texts are the texts that stand in the slide itself and not in the outline.
func (d *deck) texts(s slide) []text {
	at, ok := d.places[s.id]
	if !ok {
		return nil
	}
	r, ok := d.at(at, len(d.content))
	if !ok || r.kind != recSlide {
		return nil
	}
	var out []text
	d.walk(r.from, r.to, 0, func(r record) bool {
		d.text(r, &out)
		return true
	})
	return out
}

// walk visits records and, where visit says so, those inside them. It reads no more than the file
// holds, however often slides share an object.
func (d *deck) walk(from, to, depth int, visit func(r record) bool) {
	if depth > 64 {
		return
	}
	d.each(from, to, func(r record) {
		if d.read++; d.read > len(d.content)+1000 {
			return
		}
		if visit(r) && (r.version == 0xF || r.kind == recClientText) {
			d.walk(r.from, r.to, depth+1, visit)
		}
	})
}

// text takes in a record of text, or the fonts of the text before it.
func (d *deck) text(r record, out *[]text) {
	b := d.content[r.from:r.to]
	switch r.kind {
	case recChars:
		*out = append(*out, text{wide(b), -1})
	case recBytes:
		var s strings.Builder
		for _, c := range b {
			s.WriteRune(charmap.Windows1252.DecodeByte(c))
		}
		*out = append(*out, text{s.String(), -1})
	case recStyles:
		if n := len(*out); n > 0 && (*out)[n-1].font < 0 {
			(*out)[n-1].font = firstFont(b, len([]rune((*out)[n-1].s)))
		}
	}
}

func (d *deck) encoding(t text) charset.Encoding {
	if t.font >= 0 && t.font < len(d.fonts) {
		return d.fonts[t.font]
	}
	return charset.Unknown
}

func wide(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+2 <= len(b); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(b[i:]))
	}
	return string(utf16.Decode(units))
}
