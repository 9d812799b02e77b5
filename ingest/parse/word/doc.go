// Package word reads the binary files of Word 97–2003 ([MS-DOC]).
package word

import (
	"encoding/binary"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
)

// Read reads a Word document from its container.
func Read(f *cfb.File, limits form.Limits) form.Raw {
	main, err := f.Stream("WordDocument")
	if err != nil {
		return form.Fail("doc", corpus.StatusDamaged, "%v", err)
	}
	if len(main) < 0x300 {
		return form.Fail("doc", corpus.StatusDamaged, "the document stream ends in its header")
	}
	d := &document{main: main}
	flags := u16(main, 0x0A)
	switch version := u16(main, 2); {
	case flags&0x0100 != 0:
		return form.Fail("doc", corpus.StatusProtected, "needs a password")
	case version < 0xC1:
		return form.Fail("doc", corpus.StatusUnsupported, "made by Word 6 or 95; open it in a word processor and save it as DOCX")
	}
	name := "0Table"
	if flags&0x0200 != 0 {
		name = "1Table"
	}
	if d.table, err = f.Stream(name); err != nil {
		return form.Fail("doc", corpus.StatusDamaged, "%v", err)
	}
	if !d.readPieces() {
		return form.Fail("doc", corpus.StatusDamaged, "the table of the text's pieces cannot be read")
	}
	d.chars, d.paras = d.readRuns(fibChars, charRun), d.readRuns(fibParas, paraRun)
	d.readFonts()
	d.readStyles()
	d.readLists()
	return d.write(f, limits)
}

// Places in the file information block: pairs of offset and length in the table stream
// ([MS-DOC] 2.5.6), by their index.
const (
	fibStyles    = 1
	fibNoteRefs  = 2
	fibNoteTexts = 3
	fibChars     = 12
	fibParas     = 13
	fibFonts     = 15
	fibPieces    = 33
	fibShapes    = 40
	fibEndRefs   = 46
	fibEndTexts  = 47
	fibBoxes     = 56
	fibLists     = 73
	fibOverrides = 74
)

// Lengths of the stories, which follow one another, in characters ([MS-DOC] 2.5.4).
const (
	storyBody = iota
	storyNotes
	storyHeaders
	storyMacros
	storyComments
	storyEndnotes
	storyBoxes
)

// document is a file being read.
type document struct {
	main, table []byte
	pieces      []piece
	chars       []run
	paras       []run
	fonts       []fontName
	styles      []style
	lists       map[uint32]*pattern
	overrides   []override
}

// part is a part of the table stream that the header leads to, nil when there is none.
func (d *document) part(index int) []byte {
	at := 0x9A + 8*index
	if at+8 > len(d.main) {
		return nil
	}
	from, size := int64(u32(d.main, at)), int64(u32(d.main, at+4))
	if size == 0 || from > int64(len(d.table)) {
		return nil
	}
	return d.table[from:min(from+size, int64(len(d.table)))]
}

// extent is the range of characters of a story.
func (d *document) extent(n int) (from, to int) {
	for i := 0; i <= n; i++ {
		size := int(int32(u32(d.main, 0x4C+4*i)))
		if size < 0 || size > 1<<30 {
			return 0, 0
		}
		from, to = to, to+size
	}
	return from, to
}

// positions splits a PLC into its n+1 character positions and its n entries of size bytes.
func positions(plc []byte, size int) (at []int, entries [][]byte) {
	n := (len(plc) - 4) / (4 + size)
	if n <= 0 {
		return nil, nil
	}
	for i := 0; i <= n; i++ {
		at = append(at, int(u32(plc, 4*i)))
	}
	for i := range n {
		from := 4*(n+1) + size*i
		entries = append(entries, plc[from:from+size])
	}
	return at, entries
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

// utf16String is n UTF-16 units at an offset.
func utf16String(b []byte, at, n int) string {
	var out strings.Builder
	for i := 0; i < n && at+2*i+2 <= len(b); i++ {
		out.WriteRune(rune(u16(b, at+2*i)))
	}
	return out.String()
}
