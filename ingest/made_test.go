package ingest

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf16"
)

// member is a file to put into a zip.
type member struct {
	name, content string
}

// zipped makes a zip of members, deflated.
func zipped(members ...member) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			panic(err)
		}
		_, _ = f.Write([]byte(m.content))
	}
	_ = w.Close()
	return out.Bytes()
}

// zippedWith makes a zip whose only member has the header as change makes it.
func zippedWith(content string, change func(*zip.FileHeader)) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	h := &zip.FileHeader{Name: "a.txt", Method: zip.Store}
	change(h)
	var packed bytes.Buffer
	packed.WriteString(content)
	if h.Method == zip.Deflate {
		packed.Reset()
		f, _ := flate.NewWriter(&packed, 9)
		_, _ = f.Write([]byte(content))
		_ = f.Close()
	}
	if h.UncompressedSize64 == 0 {
		h.UncompressedSize64 = uint64(len(content))
	}
	h.CompressedSize64 = uint64(packed.Len())
	f, err := w.CreateRaw(h)
	if err != nil {
		panic(err)
	}
	_, _ = f.Write(packed.Bytes())
	_ = w.Close()
	return out.Bytes()
}

// zeros is a zip bomb: mb megabytes of zeros.
func zeros(name string, mb int) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, _ := w.Create(name)
	block := make([]byte, 1<<20)
	for range mb {
		_, _ = f.Write(block)
	}
	_ = w.Close()
	return out.Bytes()
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// docx makes a DOCX with this body and these further parts.
func docx(body string, more ...member) []byte {
	parts := []member{
		{"[Content_Types].xml", `<Types/>`},
		{"word/document.xml", `<?xml version="1.0"?><w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document>`},
	}
	return zipped(append(parts, more...)...)
}

func xlsx(rows string, more ...member) []byte {
	parts := []member{
		{"xl/workbook.xml", `<workbook><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`},
	}
	return zipped(append(parts, more...)...)
}

func pptx(slide string) []byte {
	return zipped(member{"ppt/presentation.xml", `<p:presentation><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>`},
		member{"ppt/_rels/presentation.xml.rels", `<Relationships><Relationship Id="rId1" Type="x/slide" Target="slides/slide1.xml"/></Relationships>`},
		member{"ppt/slides/slide1.xml", slide})
}

func odt(body string) []byte {
	return zipped(member{"mimetype", "application/vnd.oasis.opendocument.text"}, member{"META-INF/manifest.xml", "<manifest/>"},
		member{"content.xml", `<office:document-content><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`})
}

// stream is a stream to put into a compound file.
type stream struct {
	name    string
	content []byte
}

// compound makes a compound file of 512-byte sectors. Streams are padded to the size from which
// they are no small ones.
func compound(streams ...stream) []byte {
	const sector = 512
	var body []byte
	var fat []uint32
	put := func(content []byte) (start uint32) {
		start = uint32(len(fat))
		for at := 0; at < len(content); at += sector {
			block := make([]byte, sector)
			copy(block, content[at:])
			body = append(body, block...)
			fat = append(fat, uint32(len(fat)+1))
		}
		fat[len(fat)-1] = 0xFFFFFFFE
		return start
	}
	directory := entry("Root Entry", 5, 0xFFFFFFFE, 0, 1)
	for i, s := range streams {
		content := append([]byte(nil), s.content...)
		for len(content) < 4096 {
			content = append(content, 0)
		}
		e := entry(s.name, 2, put(content), uint32(len(content)), 0xFFFFFFFF)
		if i+1 < len(streams) {
			binary.LittleEndian.PutUint32(e[72:], uint32(i+2)) // its right sibling
		}
		directory = append(directory, e...)
	}
	start := put(directory)
	fatStart := len(fat)
	need := (len(fat)+(len(fat)+126)/127)/128 + 1
	for range need {
		fat = append(fat, 0xFFFFFFFD)
	}
	for len(fat)%128 != 0 {
		fat = append(fat, 0xFFFFFFFF)
	}
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	binary.LittleEndian.PutUint16(head[26:], 3)
	binary.LittleEndian.PutUint16(head[28:], 0xFFFE)
	binary.LittleEndian.PutUint16(head[30:], 9)
	binary.LittleEndian.PutUint16(head[32:], 6)
	binary.LittleEndian.PutUint32(head[44:], uint32(need))
	binary.LittleEndian.PutUint32(head[48:], start)
	binary.LittleEndian.PutUint32(head[56:], 4096)
	binary.LittleEndian.PutUint32(head[60:], 0xFFFFFFFE)
	binary.LittleEndian.PutUint32(head[68:], 0xFFFFFFFE)
	for i := range 109 {
		at := uint32(0xFFFFFFFF)
		if i < need {
			at = uint32(fatStart + i)
		}
		binary.LittleEndian.PutUint32(head[76+4*i:], at)
	}
	out := append(head, body...)
	for _, n := range fat[:min(len(fat), need*128)] {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func entry(name string, kind byte, start, size, child uint32) []byte {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	e[66] = kind
	binary.LittleEndian.PutUint32(e[68:], 0xFFFFFFFF)
	binary.LittleEndian.PutUint32(e[72:], 0xFFFFFFFF)
	binary.LittleEndian.PutUint32(e[76:], child)
	binary.LittleEndian.PutUint32(e[116:], start)
	binary.LittleEndian.PutUint32(e[120:], size)
	return e
}

// doc makes a Word file of one piece of text in UTF-16; change may spoil its header.
func doc(text string, change func(head []byte)) []byte {
	head := make([]byte, 1024)
	binary.LittleEndian.PutUint16(head, 0xA5EC)
	binary.LittleEndian.PutUint16(head[2:], 0xC1)
	binary.LittleEndian.PutUint16(head[0x0A:], 0x1200)
	units := utf16.Encode([]rune(text))
	binary.LittleEndian.PutUint32(head[0x4C:], uint32(len(units)))
	pieces := []byte{2, 16, 0, 0, 0}
	pieces = binary.LittleEndian.AppendUint32(pieces, 0)
	pieces = binary.LittleEndian.AppendUint32(pieces, uint32(len(units)))
	pieces = append(pieces, 0, 0)
	pieces = binary.LittleEndian.AppendUint32(pieces, uint32(len(head)))
	pieces = append(pieces, 0, 0)
	binary.LittleEndian.PutUint32(head[0x9A+8*33:], 0)
	binary.LittleEndian.PutUint32(head[0x9A+8*33+4:], uint32(len(pieces)))
	if change != nil {
		change(head)
	}
	for _, u := range units {
		head = binary.LittleEndian.AppendUint16(head, u)
	}
	return compound(stream{"WordDocument", head}, stream{"1Table", pieces})
}

// record makes a record of a workbook.
func record(kind uint16, content ...byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, kind)
	b = binary.LittleEndian.AppendUint16(b, uint16(len(content)))
	return append(b, content...)
}

// xls makes a workbook of one sheet of these records.
func xls(globals, sheet []byte) []byte {
	begin := record(0x809, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	end := record(0x0A)
	at := uint32(len(begin) + len(globals) + len(record(0x85, 0, 0, 0, 0, 0, 0, 1, 0, 'A')) + len(end))
	list := record(0x85, byte(at), byte(at>>8), byte(at>>16), byte(at>>24), 0, 0, 1, 0, 'A')
	var book []byte
	for _, part := range [][]byte{begin, globals, list, end, begin, sheet, end} {
		book = append(book, part...)
	}
	return compound(stream{"Workbook", book})
}

// label makes a cell with a text of windows-1252.
func label(row, column uint16, text string) []byte {
	b := binary.LittleEndian.AppendUint16(nil, row)
	b = binary.LittleEndian.AppendUint16(b, column)
	b = append(b, 0, 0, byte(len(text)), byte(len(text)>>8), 0)
	return record(0x204, append(b, text...)...)
}

// slideRecord makes a record of a presentation; containers have version 15.
func slideRecord(version, kind uint16, content []byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, version)
	b = binary.LittleEndian.AppendUint16(b, kind)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(content)))
	return append(b, content...)
}

func mail(parts string) []byte {
	return []byte("From: a@b.vn\r\nTo: c@d.vn\r\nSubject: =?utf-8?B?Q8O0bmcgdsSDbg==?=\r\nDate: Mon, 12 Sep 2022 16:05:11 +0700\r\nMIME-Version: 1.0\r\n" + parts)
}

func repeat(s string, n int) string { return strings.Repeat(s, n) }

// paragraphs are n paragraphs of WordprocessingML.
func paragraphs(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "<w:p><w:r><w:t>Đoạn %d của văn bản.</w:t></w:r></w:p>", i)
	}
	return out.String()
}

func gzipped(content []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(content)
	_ = w.Close()
	return out.Bytes()
}

func noise(n int) string {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

func randomText(n int) string {
	r := rand.New(rand.NewPCG(2, uint64(n)))
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "%d ", r.Uint32())
	}
	return b.String()
}

func utf16le(s string) []byte {
	out := []byte{0xFF, 0xFE}
	for _, r := range s {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
	}
	return out
}
