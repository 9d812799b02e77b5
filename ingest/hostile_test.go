package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/ingest/parse"
	"congvan/ingest/parse/sandbox"
)

// hostile is a made file that no reader must stumble over. want lists the statuses that its
// documents may have; "text" beside them is what one of the documents must say.
type hostile struct {
	name string
	make func() []byte
	want string
	text string
}

var hostileFiles = []hostile{
	// archives
	{"zip without members", func() []byte { return zipped() }, "empty", ""},
	{"zip cut off", func() []byte { b := zipped(member{"a.txt", repeat("một hai ba ", 1000)}); return b[:len(b)/2] }, "damaged", ""},
	{"zip of nothing but its end", func() []byte { return []byte("PK\x05\x06" + repeat("\x00", 18)) }, "empty", ""},
	{"zip bomb of 300 MB", func() []byte { return zeros("a.txt", 300) }, "too_large", ""},
	{"zip bomb as a DOCX", func() []byte { return zeros("word/document.xml", 300) }, "too_large", ""},
	{"zip bomb of members just under the ratio", func() []byte {
		var all []member
		for i := range 300 {
			all = append(all, member{fmt.Sprint(i, ".bin"), repeat("\x00", 1<<20)})
		}
		return zipped(all...)
	}, "unsupported too_large", ""},
	{"zips in zips", func() []byte {
		b := []byte("đáy")
		for range 12 {
			b = zipped(member{"a.zip", string(b)})
		}
		return b
	}, "too_large", ""},
	{"zips in zips, many each", func() []byte {
		b := "Nội dung văn bản"
		for range 4 {
			var all []member
			for i := range 12 {
				all = append(all, member{fmt.Sprint(i, ".zip"), b})
			}
			b = string(zipped(all...))
		}
		return []byte(b)
	}, "ok too_large", ""},
	{"zip of 6,000 members", func() []byte {
		var all []member
		for i := range 6000 {
			all = append(all, member{fmt.Sprint(i, ".txt"), "a"})
		}
		return zipped(all...)
	}, "ok too_large", ""},
	{"zip whose names lead out", func() []byte {
		return zipped(member{"../../etc/passwd", "Nội dung"}, member{"/etc/shadow", "Nội dung"}, member{"..\\..\\a.txt", "Nội dung"}, member{"C:\\a.txt", "Nội dung"})
	}, "ok", "Nội dung"},
	{"zip with a link", func() []byte {
		return zippedWith("/etc/passwd", func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) })
	}, "empty", ""},
	{"zip with a password", func() []byte { return zippedWith("x", func(h *zip.FileHeader) { h.Flags |= 1 }) }, "protected", ""},
	{"zip in an unknown method", func() []byte { return zippedWith("x", func(h *zip.FileHeader) { h.Method = 77 }) }, "unsupported", ""},
	{"zip that lies about its size", func() []byte {
		return zippedWith("Nội dung", func(h *zip.FileHeader) { h.UncompressedSize64 = 1 << 40 })
	}, "damaged too_large", ""},
	{"zip with a wrong checksum", func() []byte {
		return zippedWith("Nội dung văn bản", func(h *zip.FileHeader) { h.CRC32 = 1 })
	}, "ok damaged", ""},
	{"zip with a name that is no text", func() []byte { return zipped(member{"\xff\xfe\x01\n.txt", "Nội dung"}) }, "ok", ""},
	{"gzip bomb", func() []byte { return gzipped(make([]byte, 300<<20)) }, "too_large", ""},
	{"gzip cut off", func() []byte { b := gzipped([]byte(randomText(5000))); return b[:len(b)/2] }, "damaged", ""},
	{"gzip of a text", func() []byte { return gzipped([]byte("Nội dung văn bản")) }, "ok", "Nội dung"},
	{"rar, magic only", func() []byte { return []byte("Rar!\x1A\x07\x00") }, "damaged empty", ""},
	{"rar 5, magic only", func() []byte { return []byte("Rar!\x1A\x07\x01\x00") }, "damaged empty", ""},
	{"7z, magic only", func() []byte { return []byte("7z\xBC\xAF\x27\x1C\x00\x04") }, "damaged", ""},
	{"7z whose header is nowhere", func() []byte {
		return append([]byte("7z\xBC\xAF\x27\x1C\x00\x04"), bytes.Repeat([]byte{0xFF}, 24)...)
	}, "damaged", ""},

	// DOCX
	{"DOCX that is sound", func() []byte { return docx(paragraphs(3)) }, "ok", "Đoạn 2 của văn bản."},
	{"DOCX without text", func() []byte { return docx("") }, "empty", ""},
	{"DOCX with an XML bomb", func() []byte {
		bomb := `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "lol">`
		for c := 'b'; c < 'l'; c++ {
			bomb += fmt.Sprintf(`<!ENTITY %c "%s">`, c, repeat(fmt.Sprintf("&%c;", c-1), 10))
		}
		return zipped(member{"word/document.xml", bomb + `]><w:document><w:body><w:p><w:r><w:t>Nội dung &k;</w:t></w:r></w:p></w:body></w:document>`})
	}, "ok", "Nội dung &k;"},
	{"DOCX with an entity from outside", func() []byte {
		return zipped(member{"word/document.xml", `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body><w:p><w:r><w:t>Nội &x;</w:t></w:r></w:p></w:body></w:document>`})
	}, "ok", "Nội &x;"},
	{"DOCX a million elements deep", func() []byte { return docx(repeat("<w:sdt>", 1_000_000)) }, "too_large", ""},
	{"DOCX with tables 5,000 deep", func() []byte { return docx(repeat("<w:tbl><w:tr><w:tc>", 5000)) }, "too_large", ""},
	{"DOCX with tables 600 deep", func() []byte {
		return docx(repeat("<w:tbl><w:tr><w:tc>", 600) + paragraphs(1) + repeat("</w:tc></w:tr></w:tbl>", 600))
	}, "ok", "Đoạn 0"},
	{"DOCX cut off inside", func() []byte {
		return zipped(member{"word/document.xml", `<w:document><w:body>` + paragraphs(5) + `<w:p><w:r><w:t>cụt`})
	}, "partial", "Đoạn 4"},
	{"DOCX whose document is noise", func() []byte { return zipped(member{"word/document.xml", noise(5000)}) }, "damaged empty", ""},
	{"DOCX whose styles inherit in a circle", func() []byte {
		return docx(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Nội dung</w:t></w:r></w:p>`,
			member{"word/styles.xml", `<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`})
	}, "ok", "Nội dung"},
	{"DOCX with cells a thousand columns wide", func() []byte {
		return docx("<w:tbl>" + repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr>`, 20_000) + "</w:tbl>")
	}, "ok", "ô"},
	{"DOCX with list levels out of range", func() []byte {
		return docx(`<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Nội dung</w:t></w:r></w:p>`,
			member{"word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="-5"/><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%9%"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`})
	}, "ok", "Nội dung"},
	{"DOCX with a list that counts beyond letters", func() []byte {
		return docx(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Nội dung</w:t></w:r></w:p>`,
			member{"word/numbering.xml", `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`})
	}, "ok", "2000000000) Nội dung"},
	{"DOCX with text boxes in text boxes", func() []byte {
		return docx(repeat("<w:p><w:r><w:pict><w:txbxContent>", 100) + paragraphs(1) + repeat("</w:txbxContent></w:pict></w:r></w:p>", 100))
	}, "ok empty", ""},
	{"DOCX whose note refers to itself", func() []byte {
		return docx(`<w:p><w:r><w:t>Nội dung</w:t><w:footnoteReference w:id="1"/></w:r></w:p>`,
			member{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>chú</w:t><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote></w:footnotes>`})
	}, "ok", "Nội dung[1]\n[1] chú[1]"},
	{"DOCX with a note of 1 MB referred to 50,000 times", func() []byte {
		return docx(`<w:p><w:r>`+repeat(`<w:footnoteReference w:id="1"/>`, 50_000)+`</w:r></w:p>`,
			member{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>` + repeat("chú thích ", 80_000) + `</w:t></w:r></w:p></w:footnote></w:footnotes>`})
	}, "ok", "[1] chú thích"},
	{"DOCX with a link to a file outside", func() []byte {
		return docx(paragraphs(1), member{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="r" Type="x/header" Target="../../../../etc/passwd"/><Relationship Id="s" Type="x/footer" TargetMode="External" Target="http://127.0.0.1:1/"/></Relationships>`})
	}, "ok", "Đoạn 0"},
	{"DOCX of a password", func() []byte { return compound(stream{"EncryptionInfo", nil}, stream{"EncryptedPackage", nil}) }, "protected", ""},
	{"DOCX cut off", func() []byte { b := docx(paragraphs(300)); return b[:len(b)*2/3] }, "damaged", ""},
	{"DOCX without its document", func() []byte { return zipped(member{"word/styles.xml", "<w:styles/>"}) }, "ok html empty partial unsupported", ""},
	{"DOCX with 30 MB of spaces", func() []byte {
		return docx("<w:p><w:r><w:t>Nội dung" + repeat(" ", 30<<20) + "</w:t></w:r></w:p>")
	}, "ok too_large", ""},

	// sheets, slides, OpenDocument
	{"XLSX that is sound", func() []byte {
		return xlsx(`<row r="1"><c r="A1" t="inlineStr"><is><t>Nội dung</t></is></c><c r="B1"><v>12</v></c></row>`)
	}, "ok", "Nội dung"},
	{"XLSX with a cell at the end of the world", func() []byte { return xlsx(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`) }, "ok empty", ""},
	{"XLSX whose reference is a word", func() []byte {
		return xlsx(`<row><c r="` + repeat("Z", 10_000) + `"><v>1</v></c><c><v>2</v></c></row>`)
	}, "ok empty", ""},
	{"XLSX with strings that are not there", func() []byte { return xlsx(`<row><c t="s"><v>999999999</v></c><c t="s"><v>-1</v></c></row>`) }, "empty", ""},
	{"XLSX with days beyond the calendar", func() []byte {
		return xlsx(`<row><c s="0"><v>1e300</v></c><c s="0"><v>-5</v></c><c s="0"><v>NaN</v></c></row>`, member{"xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`})
	}, "ok", ""},
	{"XLSX bomb", func() []byte {
		return xlsx("", member{"xl/sharedStrings.xml", "<sst>" + repeat("<si><t>a</t></si>", 3_000_000) + "</sst>"})
	}, "too_large empty", ""},
	{"XLSX 10,000 deep", func() []byte { return xlsx(repeat("<a>", 10_000)) }, "too_large damaged", ""},
	{"PPTX that is sound", func() []byte {
		return pptx(`<p:sld><a:p><a:r><a:t>Nội dung</a:t></a:r></a:p></p:sld>`)
	}, "ok", "Nội dung"},
	{"PPTX 10,000 deep", func() []byte { return pptx(repeat("<a:p>", 10_000)) }, "too_large damaged empty", ""},
	{"PPTX with a slide that is not there", func() []byte {
		return zipped(member{"ppt/presentation.xml", `<p:sldId id="256" r:id="rId9"/>`})
	}, "damaged", ""},
	{"ODT that is sound", func() []byte { return odt("<text:p>Nội dung</text:p>") }, "ok", "Nội dung"},
	{"ODT with a billion spaces", func() []byte { return odt(`<text:p>a` + repeat(`<text:s text:c="1000000000"/>`, 1000) + `b</text:p>`) }, "ok too_large", ""},
	{"ODT with a billion cells", func() []byte {
		return odt(`<table:table>` + repeat(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000" table:number-columns-spanned="1000000"><text:p>ô</text:p></table:table-cell></table:table-row>`, 100) + `</table:table>`)
	}, "ok", "ô"},
	{"ODT with 50,000 notes", func() []byte {
		var b strings.Builder
		for i := range uint32(50_000) {
			fmt.Fprintf(&b, `<text:p>Khoản %d<text:note><text:note-body><text:p>chú thích %d</text:p></text:note-body></text:note></text:p>`, i*2654435761, i*2246822519)
		}
		return odt(b.String())
	}, "ok", "[50000] chú thích"},
	{"ODT with lists 1,500 deep", func() []byte { return odt(repeat("<text:list><text:list-item>", 900) + "<text:p>đáy</text:p>") }, "partial ok", "đáy"},
	{"ODT 10,000 deep", func() []byte { return odt(repeat("<text:section>", 10_000)) }, "too_large", ""},
	{"ODT of a password", func() []byte {
		return zipped(member{"mimetype", "application/vnd.oasis.opendocument.text"}, member{"META-INF/manifest.xml", "<manifest:encryption-data/>"}, member{"content.xml", "xx"})
	}, "protected", ""},

	// RTF
	{"RTF that is sound", func() []byte { return []byte(`{\rtf1\ansi N\u7897?i dung\par}`) }, "ok", "Nội dung"},
	{"RTF with a million groups in one another", func() []byte { return []byte(`{\rtf1 ` + repeat("{", 1_000_000)) }, "too_large", ""},
	{"RTF with a million groups in a row", func() []byte { return []byte(`{\rtf1 dung ` + repeat(`{\b}`, 1_000_000) + "}") }, "ok", "dung"},
	{"RTF with two gigabytes of pictures to come", func() []byte { return []byte(`{\rtf1 dung\par{\pict\bin2147483647 xx}}`) }, "partial ok", "dung"},
	{"RTF with numbers without end", func() []byte {
		return []byte(`{\rtf1\u` + repeat("9", 100_000) + ` dung\li-` + repeat("9", 1000) + `\par}`)
	}, "ok", "ung"},
	{"RTF with cells without rows", func() []byte {
		return []byte(`{\rtf1\trowd` + repeat(`\cellx10`, 50_000) + repeat(`ô\cell `, 50_000) + `}`)
	}, "ok", ""},
	{"RTF with tables two billion deep", func() []byte { return []byte(`{\rtf1\intbl\itap2000000000 dung\nestcell\nestrow\cell\row}`) }, "ok", "dung"},
	{"RTF cut off", func() []byte { return []byte(`{\rtf1\ansi Nội dung văn bản\par {\b`) }, "partial", "dung"},
	{"RTF of a head alone", func() []byte { return []byte(`{\rtf`) }, "damaged", ""},
	{"RTF with closing brackets only", func() []byte { return []byte(`{\rtf1 dung` + repeat("}", 1_000_000)) }, "ok", "dung"},
	{"RTF with half a hex", func() []byte { return []byte(`{\rtf1 dung\'`) }, "partial", "dung"},
	{"RTF with 100,000 fonts", func() []byte {
		var b strings.Builder
		b.WriteString(`{\rtf1{\fonttbl`)
		for i := range 100_000 {
			fmt.Fprintf(&b, `{\f%d Arial;}`, i)
		}
		return []byte(b.String() + `}dung}`)
	}, "ok", "dung"},
	{"RTF with 20,000 notes in notes", func() []byte { return []byte(`{\rtf1 dung` + repeat(`{\footnote chú `, 1500) + repeat("}", 1501)) }, "ok", "dung"},

	// Office 97-2003
	{"DOC that is sound", func() []byte { return doc("Nội dung văn bản\rDòng hai\r", nil) }, "ok", "Nội dung văn bản\nDòng hai"},
	{"DOC with fields never closed", func() []byte { return doc(repeat("\x13 CODE ", 1000)+"\rNội dung\r", nil) }, "ok", "Nội dung"},
	{"DOC that claims two billion characters", func() []byte {
		return doc("Nội dung\r", func(h []byte) { binary.LittleEndian.PutUint32(h[0x4C:], 2_000_000_000) })
	}, "ok empty damaged", ""},
	{"DOC with a negative length", func() []byte {
		return doc("Nội dung\r", func(h []byte) { binary.LittleEndian.PutUint32(h[0x4C:], 0xFFFFFFF0) })
	}, "empty ok damaged", ""},
	{"DOC whose tables lie outside", func() []byte {
		return doc("Nội dung\r", func(h []byte) {
			for i := range 90 {
				if i != 33 {
					binary.LittleEndian.PutUint32(h[0x9A+8*i:], 0xFFFFFF00)
					binary.LittleEndian.PutUint32(h[0x9A+8*i+4:], 0xFFFFFFFF)
				}
			}
		})
	}, "ok", "Nội dung"},
	{"DOC whose tables are the piece table", func() []byte {
		return doc("Nội dung\r", func(h []byte) {
			for i := range 90 {
				binary.LittleEndian.PutUint32(h[0x9A+8*i+4:], 21)
			}
		})
	}, "ok", "Nội dung"},
	{"DOC of a password", func() []byte { return doc("x\r", func(h []byte) { h[0x0B] |= 1 }) }, "protected", ""},
	{"DOC of Word 95", func() []byte { return doc("x\r", func(h []byte) { h[2] = 0x68 }) }, "unsupported", ""},
	{"DOC of Word 2", func() []byte { return append([]byte("\xDB\xA5\x2D\x00"), make([]byte, 600)...) }, "unsupported", ""},
	{"DOC without its table", func() []byte {
		return compound(stream{"WordDocument", append([]byte{0xEC, 0xA5, 0xC1, 0}, make([]byte, 2000)...)})
	}, "damaged", ""},
	{"DOC cut off in its head", func() []byte { return doc("Nội dung\r", nil)[:700] }, "damaged", ""},
	{"DOC cut off", func() []byte { b := doc(repeat("Nội dung văn bản\r", 2000), nil); return b[:len(b)/2] }, "damaged", ""},
	{"compound file of a head alone", func() []byte { return compound(stream{"a", nil})[:512] }, "damaged", ""},
	{"compound file whose chain is a circle", func() []byte {
		b := doc("Nội dung\r", nil)
		fat := len(b) - 512
		for i := range 128 {
			binary.LittleEndian.PutUint32(b[fat+4*i:], uint32(i))
		}
		return b
	}, "ok damaged empty", ""},
	{"compound file whose chains cross", func() []byte {
		b := doc("Nội dung\r", nil)
		fat := len(b) - 512
		for i := range 128 {
			binary.LittleEndian.PutUint32(b[fat+4*i:], uint32((i+1)%16))
		}
		return b
	}, "ok damaged empty", ""},
	{"compound file whose directory is a circle", func() []byte {
		b := compound(stream{"WordDocument", nil}, stream{"b", nil})
		at := bytes.Index(b, []byte("b\x00\x00"))
		binary.LittleEndian.PutUint32(b[at+68:], 1)
		binary.LittleEndian.PutUint32(b[at+72:], 2)
		return b
	}, "damaged unsupported", ""},
	{"compound file with sectors of 2^60", func() []byte { b := compound(stream{"a", nil}); b[30] = 60; return b }, "damaged", ""},
	{"compound file that lists itself as table", func() []byte {
		b := compound(stream{"a", nil})
		for i := 76; i < 512; i++ {
			b[i] = 0
		}
		return b
	}, "damaged unsupported", ""},
	{"compound file of no known kind", func() []byte { return compound(stream{"Contents", nil}) }, "unsupported", ""},
	{"XLS that is sound", func() []byte { return xls(nil, label(0, 0, "Noi dung")) }, "ok", "Noi dung"},
	{"XLS of a password", func() []byte { return xls(record(0x2F, 0, 0), nil) }, "protected", ""},
	{"XLS with two billion strings", func() []byte {
		return xls(record(0xFC, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0x08, 0xFF, 0xFF), label(0, 0, "Noi dung"))
	}, "ok partial", "Noi dung"},
	{"XLS whose sheet is nowhere", func() []byte {
		return xls(record(0x85, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, 'B'), label(0, 0, "Noi dung"))
	}, "ok partial", "Noi dung"},
	{"XLS whose sheets are one another", func() []byte {
		return xls(bytes.Repeat(record(0x85, 0, 0, 0, 0, 0, 0, 1, 0, 'B'), 5000), label(0, 0, "Noi dung"))
	}, "ok partial", "Noi dung"},
	{"XLS of noise", func() []byte { return compound(stream{"Workbook", []byte(noise(50_000))}) }, "damaged empty", ""},
	{"XLS cut off", func() []byte { b := xls(nil, bytes.Repeat(label(0, 0, "Noi dung"), 3000)); return b[:len(b)/3] }, "damaged", ""},
	{"PPT without slides", func() []byte { return compound(stream{"PowerPoint Document", slideRecord(0xF, 0x3E8, nil)}) }, "damaged", ""},
	{"PPT whose containers hold themselves", func() []byte {
		b := []byte{}
		for range 2000 {
			b = slideRecord(0xF, 0xFF0, b)
		}
		return compound(stream{"PowerPoint Document", slideRecord(0xF, 0x3E8, b)})
	}, "damaged", ""},
	{"PPT whose slides are all one", func() []byte {
		list := bytes.Repeat(slideRecord(0, 0x3F3, []byte{1, 0, 0, 0}), 5000)
		directory := slideRecord(0, 0x1772, []byte{1, 0, 0x10, 0, 0, 0, 0, 0})
		slide := slideRecord(0xF, 0x3EE, bytes.Repeat(slideRecord(0, 0xFA8, []byte(repeat("Noi dung ", 50))), 500))
		b := append(slide, slideRecord(0xF, 0x3E8, slideRecord(0xF, 0xFF0, list))...)
		return compound(stream{"PowerPoint Document", append(b, directory...)})
	}, "ok too_large", ""},
	{"PPT of noise", func() []byte { return compound(stream{"PowerPoint Document", []byte(noise(50_000))}) }, "damaged", ""},
	{"PPT of a password", func() []byte {
		user := make([]byte, 40)
		binary.LittleEndian.PutUint32(user[12:], 0xF3D1C4DF)
		return compound(stream{"PowerPoint Document", nil}, stream{"Current User", user})
	}, "protected", ""},
	{"MSG without anything", func() []byte { return compound(stream{"__properties_version1.0", nil}) }, "empty", ""},
}

// magicNumbers begin files of noise and files that end at once.
var magicNumbers = []string{
	"PK\x03\x04", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "{\\rtf1 ", "Rar!\x1A\x07\x00", "Rar!\x1A\x07\x01\x00", "7z\xBC\xAF\x27\x1C", "\x1F\x8B\x08",
	"\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF\xE0", "II*\x00", "GIF89a", "%PDF-1.6\n", "<html>", "<?xml version=\"1.0\"?>", "\x09\x08\x10\x00\x00\x06\x05\x00",
	"From: a@b\nTo: c@d\nSubject: x\n\n",
}

func TestHostileFiles(t *testing.T) {
	pool := sandbox.New(sandbox.Options{})
	defer pool.Close()
	limits := parse.Limits{Wall: time.Minute} // on a machine that is busy with other things
	files := slices.Concat(hostileFiles, hostileTexts)
	for _, magic := range magicNumbers {
		files = append(files,
			hostile{fmt.Sprintf("%q and noise", magic), func() []byte { return []byte(magic + noise(20_000)) }, "damaged unsupported empty no_text too_large partial ok", ""},
			hostile{fmt.Sprintf("%q and nothing", magic), func() []byte { return []byte(magic) }, "damaged unsupported empty no_text", ""})
	}
	if len(files) < 120 {
		t.Errorf("%d files", len(files))
	}
	for _, tt := range files {
		t.Run(tt.name, func(t *testing.T) {
			content := tt.make()
			said := false
			for d := range Read(context.Background(), File{URI: "x", Name: "x", Content: content}, Options{Sandbox: pool, Limits: limits}) {
				if !strings.Contains(" "+tt.want+" ", " "+string(d.Source.Status)+" ") {
					t.Errorf("%s: %s (%s), want %s", d.Source.URI, d.Source.Status, d.Source.Reason, tt.want)
				}
				if strings.Contains(d.Source.Reason, "took longer") {
					t.Errorf("%s: %s", d.Source.URI, d.Source.Reason)
				}
				if d.Source.Status != corpus.StatusOK && d.Source.Reason == "" {
					t.Errorf("%s: %s without a reason", d.Source.URI, d.Source.Status)
				}
				if strings.Contains(d.Source.URI, "..") || strings.ContainsAny(d.Source.URI, "\\\n") || path.IsAbs(d.Source.Name) || !utf8.ValidString(d.Text) {
					t.Errorf("URI %q, name %q", d.Source.URI, d.Source.Name)
				}
				said = said || strings.Contains(d.Text, tt.text)
			}
			if !said && tt.text != "" {
				t.Errorf("nothing says %q", tt.text)
			}
		})
	}
}
