package biff

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// short is a string with a length of one byte, long one with a length of two.
func (b *book) short(p []byte, at int) (string, int) {
	if at >= len(p) {
		return "", at
	}
	if b.version == 8 {
		return decode(p, at, 1)
	}
	n := int(p[at])
	return latin(p[at+1 : min(at+1+n, len(p))]), at + 1 + n
}

func (b *book) long(p []byte, at int) string {
	if at+2 > len(p) {
		return ""
	}
	if b.version == 8 {
		s, _ := decode(p, at, 2)
		return s
	}
	n := int(u16(p, at))
	return latin(p[at+2 : min(at+2+n, len(p))])
}

// decode is a Unicode string whose length has width bytes ([MS-XLS] 2.5.293 and 2.5.240).
func decode(p []byte, at, width int) (string, int) {
	if at+width+1 > len(p) {
		return "", len(p)
	}
	n := int(p[at])
	if width == 2 {
		n = int(u16(p, at))
	}
	flags := p[at+width]
	at += width + 1
	if flags&8 != 0 {
		at += 2
	}
	if flags&4 != 0 {
		at += 4
	}
	if at > len(p) {
		return "", len(p)
	}
	if flags&1 == 0 {
		end := min(at+n, len(p))
		return latin(p[at:end]), end
	}
	end := min(at+2*n, len(p))
	return wide(p[at:end]), end
}

// latin reads compressed characters: windows-1252, as old fonts need it.
func latin(b []byte) string {
	var out strings.Builder
	for _, c := range b {
		out.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return out.String()
}

func wide(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+2 <= len(b); i += 2 {
		units = append(units, u16(b, i))
	}
	return string(utf16.Decode(units))
}

func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.LittleEndian.Uint32(b[at:])
}
