package pdf

import (
	"strings"

	"congvan/ingest/charset"

	container "github.com/ledongthuc/pdf"
)

// font turns the bytes of a shown string into characters with widths.
type font struct {
	enc       charset.Encoding // of the typist, for fonts made for an old encoding
	composite bool
	unicode   *cmap // ToUnicode
	encoding  *cmap // of a composite font, when it is not Identity
	ucs2      bool  // codes are UTF-16 (UniGB-UCS2-H)

	texts    [256]string  // of a simple font
	widths   [256]float64 // of a simple font, in text space
	cids     map[uint32]float64
	fallback float64 // width of what has none

	spaces bool // it has drawn a space: gaps between words need no guessing
	loose  bool // its widths are guesses
}

// char is one character code of a string.
type char struct {
	text  string
	width float64 // in text space, of size 1
	space bool    // the code 32 of one byte, which word spacing widens
}

const maxRun = 1 << 16 // codes that one entry of W may cover

// loadFont reads a font dictionary. What is missing or malformed is left at its default.
func loadFont(v value) *font {
	f := &font{}
	base := v.Key("BaseFont").Name()
	if base == "" {
		base = v.Key("FontDescriptor").Key("FontName").Name()
	}
	f.enc, _ = charset.ByFont(base)
	if t := v.Key("ToUnicode"); t.Kind() == container.Stream {
		if data, err := unfold(t, 8<<20); err == nil {
			f.unicode = parseCMap(data)
		}
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(v)
	} else {
		f.loadSimple(v, base)
	}
	return f
}

func (f *font) loadComposite(v value) {
	f.composite = true
	descendant := v.Key("DescendantFonts").Index(0)
	switch e := v.Key("Encoding"); e.Kind() {
	case container.Stream:
		if data, err := unfold(e, 8<<20); err == nil {
			f.encoding = parseCMap(data)
		}
	case container.Name:
		f.ucs2 = strings.Contains(e.Name(), "UCS2") || strings.Contains(e.Name(), "UTF16")
	}
	f.fallback = 1
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.fallback = dw.Float64() / 1000
	}
	f.cids = map[uint32]float64{}
	w := descendant.Key("W")
	for i := 0; i+1 < w.Len() && len(f.cids) < maxMapped; {
		first := uint32(max(0, w.Index(i).Int64()))
		if list := w.Index(i + 1); list.Kind() == container.Array {
			for j := range min(list.Len(), maxRun) {
				f.cids[first+uint32(j)] = list.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		last := w.Index(i + 1).Int64()
		width := w.Index(i+2).Float64() / 1000
		for c := int64(first); c <= last && c < int64(first)+maxRun; c++ {
			f.cids[uint32(c)] = width
		}
		i += 3
	}
}

func (f *font) loadSimple(v value, base string) {
	f.loadTexts(v, base)
	scale := 0.001
	if v.Key("Subtype").Name() == "Type3" {
		if m := v.Key("FontMatrix"); m.Len() == 6 {
			scale = m.Index(0).Float64()
		}
	}
	f.fallback = v.Key("FontDescriptor").Key("MissingWidth").Float64() * scale
	widths, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	if widths.Len() == 0 { // one of the fourteen standard fonts
		f.loose = true
		f.fallback = 0.5
		if strings.Contains(base, "Courier") {
			f.fallback = 0.6
		}
	}
	for c := range f.widths {
		f.widths[c] = f.fallback
		if i := c - first; i >= 0 && i < widths.Len() {
			f.widths[c] = widths.Index(i).Float64() * scale
		}
	}
}

// loadTexts fills the table of texts: the ToUnicode map first, then the names of Differences, then
// the base encoding. In a font of an old encoding the codes are the typist's bytes.
func (f *font) loadTexts(v value, base string) {
	encoding := v.Key("Encoding")
	name := encoding.Name()
	if encoding.Kind() == container.Dict {
		name = encoding.Key("BaseEncoding").Name()
	}
	if name == "" && v.Key("Subtype").Name() == "Type1" && f.enc == charset.Unknown && v.Key("FontDescriptor").IsNull() {
		name = "StandardEncoding"
	}
	f.texts = baseEncoding(name)
	if strings.Contains(base, "Symbol") {
		f.texts[0xB7], f.texts[0xA8] = "•", "♦"
	}
	differences, code := encoding.Key("Differences"), 0
	for i := range min(differences.Len(), 4096) {
		d := differences.Index(i)
		if d.Kind() == container.Integer {
			code = int(d.Int64())
			continue
		}
		if code >= 0 && code < 256 {
			if s, ok := glyphText(d.Name()); ok {
				f.texts[code] = s
			}
		}
		code++
	}
	if f.unicode != nil {
		for c := range f.texts {
			if s, ok := f.unicode.lookup(uint32(c)); ok && meaningful(s) {
				f.texts[c] = s
			}
		}
	}
}

// meaningful reports whether a mapped text says anything: some producers map all codes to U+0000
// or U+FFFD.
func meaningful(s string) bool {
	for _, r := range s {
		if r != 0 && r != 0xFFFD {
			return true
		}
	}
	return false
}

// next reads one character of a string: its length in bytes is at least 1.
func (f *font) next(b []byte) (char, int) {
	if !f.composite {
		c := b[0]
		return char{f.texts[c], f.widths[c], c == ' '}, 1
	}
	n := f.codeLength(b)
	code := codeOf(b[:n])
	cid := code
	if f.encoding != nil {
		cid, _ = f.encoding.cid(code)
	}
	width, ok := f.cids[cid]
	if !ok {
		width = f.fallback
	}
	out := char{width: width, space: n == 1 && code == ' '}
	if f.unicode != nil {
		if s, ok := f.unicode.lookup(code); ok && meaningful(s) {
			out.text = s
			return out, n
		}
	}
	switch {
	case f.ucs2:
		out.text = utf16Text(b[:n])
	case width > 0 || f.unicode == nil:
		out.text = "\uFFFD"
	}
	return out, n
}

// codeLength is how many bytes the next code takes: by the code spaces of the encoding, two
// without one (Identity-H).
func (f *font) codeLength(b []byte) int {
	if f.encoding != nil {
		for n := 1; n <= 4 && n <= len(b); n++ {
			code := codeOf(b[:n])
			for _, s := range f.encoding.spaces {
				if s.n == n && code >= s.low && code <= s.top {
					return n
				}
			}
		}
	}
	return min(2, len(b))
}
