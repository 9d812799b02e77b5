package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
)

// made builds PDF files for tests. Objects are numbered from 1 in the order in which they are
// added; object 1 is the catalog and 2 the page tree.
type made struct {
	objects []string
}

// newMade starts a file whose page tree holds pages (references).
func newMade(pages ...int) *made {
	kids := ""
	for _, p := range pages {
		kids += fmt.Sprintf("%d 0 R ", p)
	}
	return &made{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, len(pages))}}
}

func (m *made) add(object string) int {
	m.objects = append(m.objects, object)
	return len(m.objects)
}

func (m *made) stream(entries, data string) int {
	return m.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data))
}

func deflated(data string) string { return deflatedTimes("", data, 1) }

// deflatedTimes is head and then n times data, folded.
func deflatedTimes(head, data string, n int) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write([]byte(head))
	for range n {
		w.Write([]byte(data))
	}
	w.Close()
	return out.String()
}

// bytes writes the file with a classic cross-reference table.
func (m *made) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var offsets []int
	for i, o := range m.objects {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, start)
	return out.Bytes()
}

// onePage is a file of one page with a content stream, the fonts of its resources (name and
// object) and more entries of the page.
func onePage(content, fonts, entries string, more ...string) []byte {
	m := newMade(3)
	m.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<" + fonts + ">>" + resourcesOf(entries) + ">>" + pageOf(entries) + ">>")
	m.stream("", content)
	for _, o := range more {
		m.add(o)
	}
	return m.bytes()
}

// resourcesOf and pageOf part "resources | page" entries.
func resourcesOf(entries string) string { r, _, _ := strings.Cut(entries, "|"); return r }
func pageOf(entries string) string      { _, p, _ := strings.Cut(entries, "|"); return p }

// widths is a Widths array that makes every code from 0 to 255 half its size wide.
const widths = "/FirstChar 0/LastChar 255/Widths[" +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"250 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 " +
	"500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500]"

// latin is a simple font in WinAnsi.
const latin = "<</Type/Font/Subtype/TrueType/BaseFont/TimesNewRoman/Encoding/WinAnsiEncoding" + widths + ">>"

// wide is a composite font in Identity-H whose codes are Unicode by a ToUnicode map, object 6.
const wide = "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+TimesNewRoman/Encoding/Identity-H/ToUnicode 6 0 R" +
	"/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/DW 500/W[32[250]]>>]>>"

// unicodeMap maps codes to the same code points, space by space.
const unicodeMap = "<</Length 160>>\nstream\nbegincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" +
	"2 beginbfrange <0020> <00FF> <0020> <0100> <1EFF> <0100> endbfrange endcmap                              \nendstream"

// hex is text as a hexadecimal string of UTF-16.
func hex(s string) string {
	var out strings.Builder
	out.WriteByte('<')
	for _, r := range s {
		fmt.Fprintf(&out, "%04X", r)
	}
	out.WriteByte('>')
	return out.String()
}
