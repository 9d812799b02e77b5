package cfb

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// Summary is the title and the author that the container's properties name ([MS-OLEPS]).
func Summary(f *File) (title, author string) {
	b, err := f.Stream("\x05SummaryInformation")
	if err != nil || len(b) < 48 {
		return "", ""
	}
	at := int64(binary.LittleEndian.Uint32(b[44:]))
	if at+8 > int64(len(b)) {
		return "", ""
	}
	set := b[at:]
	for i := range min(int(binary.LittleEndian.Uint32(set[4:])), 100) {
		if 16+8*i > len(set) {
			break
		}
		switch binary.LittleEndian.Uint32(set[8+8*i:]) {
		case 2:
			title = property(set, binary.LittleEndian.Uint32(set[12+8*i:]))
		case 4:
			author = property(set, binary.LittleEndian.Uint32(set[12+8*i:]))
		}
	}
	return title, author
}

// property is a property that is a string: VT_LPSTR or VT_LPWSTR.
func property(set []byte, at uint32) string {
	if int64(at)+8 > int64(len(set)) {
		return ""
	}
	b := set[at:]
	n := int64(binary.LittleEndian.Uint32(b[4:]))
	var text string
	switch binary.LittleEndian.Uint32(b) {
	case 0x1E:
		text, _, _ = charset.ToUTF8(b[8:min(8+n, int64(len(b)))], "")
	case 0x1F:
		var units []uint16
		for i := int64(0); i < n && 10+2*i <= int64(len(b)); i++ {
			units = append(units, binary.LittleEndian.Uint16(b[8+2*i:]))
		}
		text = string(utf16.Decode(units))
	}
	text, _, _ = strings.Cut(text, "\x00")
	return form.OneLine(text)
}
