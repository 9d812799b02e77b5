package pdf

import (
	"unicode/utf16"
	"unicode/utf8"
)

// cmap maps character codes (ISO 32000-1, 9.7.5 and 9.10.3): to text for a ToUnicode map, to
// CIDs for an encoding.
type cmap struct {
	text   map[uint32]string
	ranges []textRange
	cids   []cidRange
	widths uint8 // bit n-1: there are codes of n bytes
	spaces []codeSpace
}

// codeSpace is a range of codes of n bytes.
type codeSpace struct {
	n        int
	low, top uint32
}

type textRange struct {
	low, top uint32
	first    []rune // of low; its last rune counts up
}

type cidRange struct {
	low, top, first uint32
}

const (
	maxMapped = 1 << 17 // entries of a map
	maxTarget = 128     // bytes of UTF-16 that one code stands for
)

// parseCMap reads the operators that matter and passes over the PostScript around them.
func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}}
	l := &lexer{data: data}
	var operands []token
	for {
		t := l.next()
		switch {
		case t.kind == end:
			return m
		case t.kind != word:
			if len(operands) < 4*maxMapped {
				operands = append(operands, t)
			}
			continue
		}
		switch string(t.bytes) {
		case "endcodespacerange":
			m.codeSpaces(operands)
		case "endbfchar":
			m.characters(operands)
		case "endbfrange":
			m.textRanges(operands)
		case "endcidrange", "endcidchar":
			m.cidRanges(operands, string(t.bytes) == "endcidchar")
		}
		operands = operands[:0]
		l.reset()
	}
}

func (m *cmap) codeSpaces(o []token) {
	for ; len(o) >= 2; o = o[2:] {
		if n := len(o[0].bytes); n >= 1 && n <= 4 && len(m.spaces) < 256 {
			m.spaces = append(m.spaces, codeSpace{n, codeOf(o[0].bytes), codeOf(o[1].bytes)})
		}
	}
}

func (m *cmap) characters(o []token) {
	for ; len(o) >= 2 && len(m.text) < maxMapped; o = o[2:] {
		m.width(o[0].bytes)
		switch o[1].kind {
		case text:
			m.text[codeOf(o[0].bytes)] = targetText(o[1].bytes)
		case name:
			if s, ok := glyphText(string(o[1].bytes)); ok {
				m.text[codeOf(o[0].bytes)] = s
			}
		}
	}
}

func (m *cmap) textRanges(o []token) {
	for len(o) >= 3 && len(m.text)+len(m.ranges) < maxMapped {
		m.width(o[0].bytes)
		low, top := codeOf(o[0].bytes), codeOf(o[1].bytes)
		if o[2].kind == text {
			if first := []rune(targetText(o[2].bytes)); len(first) > 0 && top >= low {
				m.ranges = append(m.ranges, textRange{low, top, first})
			}
			o = o[3:]
			continue
		}
		i := 3
		for code := low; i < len(o) && o[i].kind != closing; i++ {
			if o[i].kind == text && code <= top && len(m.text) < maxMapped {
				m.text[code] = targetText(o[i].bytes)
			}
			code++
		}
		o = o[min(i+1, len(o)):]
	}
}

func (m *cmap) cidRanges(o []token, single bool) {
	step := 3
	if single {
		step = 2
	}
	for ; len(o) >= step && len(m.cids) < maxMapped; o = o[step:] {
		low := codeOf(o[0].bytes)
		top := low
		if !single {
			top = codeOf(o[1].bytes)
		}
		m.cids = append(m.cids, cidRange{low, top, uint32(max(0, min(o[step-1].value, 1<<20)))})
	}
}

// width notes how many bytes the codes have, for maps that do not tell their code space.
func (m *cmap) width(code []byte) {
	if n := len(code); n >= 1 && n <= 4 {
		m.widths |= 1 << (n - 1)
	}
}

// lookup is the text of a code; false when the map has none.
func (m *cmap) lookup(code uint32) (string, bool) {
	if s, ok := m.text[code]; ok {
		return s, true
	}
	for i := len(m.ranges) - 1; i >= 0; i-- {
		r := m.ranges[i]
		if code < r.low || code > r.top {
			continue
		}
		out := make([]rune, len(r.first))
		copy(out, r.first)
		if last := out[len(out)-1] + rune(code-r.low); utf8.ValidRune(last) {
			out[len(out)-1] = last
			s := string(out)
			if len(m.text) < maxMapped {
				m.text[code] = s
			}
			return s, true
		}
	}
	return "", false
}

// cid is the glyph's number for a code; false when the map has none.
func (m *cmap) cid(code uint32) (uint32, bool) {
	for _, r := range m.cids {
		if code >= r.low && code <= r.top {
			return r.first + code - r.low, true
		}
	}
	return 0, false
}

func codeOf(b []byte) uint32 {
	var code uint32
	for _, c := range b[:min(len(b), 4)] {
		code = code<<8 | uint32(c)
	}
	return code
}

// targetText is what a code stands for in a ToUnicode map; a single byte stands for itself.
func targetText(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	return utf16Text(b[:min(len(b), maxTarget)])
}

// utf16Text reads UTF-16BE.
func utf16Text(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
