package word

import (
	"strings"

	"congvan/ingest/charset"
)

// fontName is a font of the document's table.
type fontName struct {
	enc    charset.Encoding
	symbol bool
}

// readFonts reads the font table ([MS-DOC] 2.9.286).
func (d *document) readFonts() {
	b := d.part(fibFonts)
	if len(b) < 4 {
		return
	}
	n := int(u16(b, 0))
	b = b[4:]
	for i := 0; i < n && len(b) > 0; i++ {
		size := int(b[0]) + 1
		if size > len(b) {
			return
		}
		var f fontName
		if size > 40 {
			name := utf16String(b[:size], 40, (size-40)/2)
			name, _, _ = strings.Cut(name, "\x00")
			f.enc, _ = charset.ByFont(name)
			f.symbol = b[4] == 2
		}
		d.fonts = append(d.fonts, f)
		b = b[size:]
	}
}

// look is what of a character's properties changes its text.
type look struct {
	font            int
	hidden, deleted bool
	caps            bool
	special         bool
	symbol          rune // a character of a symbol font that stands for this one
}

// style is a style with what it inherits.
type style struct {
	look       look
	list       int // 1-based override, 0 for none
	level      int
	base       int
	sprms      []byte // of its characters
	paragraphs []byte
	resolved   bool
}

const noStyle = 0xFFF

// readStyles reads the style sheet ([MS-DOC] 2.9.271).
func (d *document) readStyles() {
	b := d.part(fibStyles)
	head := int(u16(b, 0))
	if len(b) < head+2 || head < 4 {
		return
	}
	count, fixed := int(u16(b, 2)), int(u16(b, 4))
	standard := 0
	if head >= 18 {
		standard = int(u16(b, 2+16))
	}
	b = b[2+head:]
	for i := 0; i < count && len(b) >= 2; i++ {
		n := int(u16(b, 0))
		b = b[2:]
		if n > len(b) {
			break
		}
		s := style{base: noStyle, look: look{font: standard}}
		if n > fixed && fixed >= 8 {
			s.read(b[:n], fixed)
		}
		d.styles = append(d.styles, s)
		b = b[n+n%2*boolInt(n < len(b)):]
	}
	for i := range d.styles {
		d.resolve(i, 0)
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *style) read(b []byte, fixed int) {
	kind, base := u16(b, 2)&0xF, int(u16(b, 2)>>4)
	s.base = base
	parts := int(u16(b, 4) & 0xF)
	at := fixed + 2 + 2*int(u16(b, fixed)) + 2 // the name
	for i := 0; i < parts && at+2 <= len(b); i++ {
		n := int(u16(b, at))
		at += 2
		if at+n > len(b) {
			return
		}
		part := b[at : at+n]
		at += n + n%2
		switch {
		case kind == 1 && i == 0 && n >= 2:
			s.paragraphs = part[2:]
		case kind == 1 && i == 1, kind == 2 && i == 0:
			s.sprms = part
		}
	}
}

func (d *document) resolve(i, depth int) {
	s := &d.styles[i]
	if s.resolved || depth > 50 {
		return
	}
	s.resolved = true // before the base is: a circle ends here
	if s.base != i && s.base < len(d.styles) {
		d.resolve(s.base, depth+1)
		base := d.styles[s.base]
		s.look, s.list, s.level = base.look, base.list, base.level
	}
	s.look = d.apply(s.look, s.sprms)
	each(s.paragraphs, func(code uint16, operand []byte) {
		switch code {
		case 0x460B:
			s.list = int(u16(operand, 0))
		case 0x260A:
			s.level = int(operand[0])
		}
	})
}

// apply is l under the properties of characters ([MS-DOC] 2.6.1).
func (d *document) apply(l look, sprms []byte) look {
	base := l
	toggle := func(b byte, of bool) bool {
		switch b {
		case 0x80:
			return of
		case 0x81:
			return !of
		}
		return b&1 != 0
	}
	each(sprms, func(code uint16, operand []byte) {
		switch code {
		case 0x0800: // sprmCFRMarkDel
			l.deleted = operand[0] != 0
		case 0x083C: // sprmCFVanish
			l.hidden = toggle(operand[0], base.hidden)
		case 0x083B: // sprmCFCaps
			l.caps = toggle(operand[0], base.caps)
		case 0x0855: // sprmCFSpec
			l.special = operand[0] != 0
		case 0x4A4F: // sprmCRgFtc0: ASCII
			l.font = int(u16(operand, 0))
		case 0x4A51: // sprmCRgFtc2: what is neither ASCII nor East Asian
			l.font = int(u16(operand, 0))
		case 0x4A30: // sprmCIstd
			if i := int(u16(operand, 0)); i < len(d.styles) && d.styles[i].resolved && i != 0 && i != 10 {
				l = d.apply(l, d.styles[i].sprms)
			}
		case 0x6A09: // sprmCSymbol
			l.symbol = rune(u16(operand, 2))
		}
	})
	return l
}

func (d *document) encoding(font int) charset.Encoding {
	if font < 0 || font >= len(d.fonts) {
		return charset.Unknown
	}
	return d.fonts[font].enc
}
