package ingest

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// hostileTexts are mails, pages, texts and PDF files.
var hostileTexts = []hostile{
	// mail
	{"mail that is sound", func() []byte { return mail("Content-Type: text/plain; charset=utf-8\r\n\r\nNội dung") }, "ok", "Nội dung"},
	{"mail of 60 parts in parts", func() []byte {
		var b strings.Builder
		for i := range 60 {
			fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
		}
		return mail(b.String())
	}, "too_large", ""},
	{"mail of 20,000 parts", func() []byte {
		return mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + repeat("--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNội dung\r\n", 20_000) + "--b--\r\n")
	}, "too_large", ""},
	{"mail without its boundary", func() []byte { return mail("Content-Type: multipart/mixed\r\n\r\nNội dung") }, "ok empty unsupported", ""},
	{"mail in broken base64", func() []byte { return mail("Content-Transfer-Encoding: base64\r\n\r\n!!!!" + repeat("A", 1001)) }, "partial damaged empty ok", ""},
	{"mail cut off", func() []byte { return mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nNội dung") }, "partial", "Nội dung"},
	{"mail with a ZIP bomb", func() []byte {
		return mail("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(zeros("a", 300)) + "\r\n--b--\r\n")
	}, "too_large", ""},
	{"mail with a header of 5 MB", func() []byte { return mail("X-A: " + repeat("a", 5<<20) + "\r\n\r\nNội dung") }, "ok damaged too_large", ""},

	// pages
	{"page 500,000 elements deep", func() []byte { return []byte("<html><body>" + repeat("<div>", 500_000) + "Nội dung") }, "ok", "Nội dung"},
	{"page of tables in tables", func() []byte { return []byte("<html><body>" + repeat("<table><tr><td>", 400) + "Nội dung") }, "ok", "Nội dung"},
	{"page of 200,000 open letters", func() []byte { return []byte("<html><body>" + repeat("<b><i>", 100_000) + "Nội dung") }, "ok", "Nội dung"},
	{"page of cells as high as wide", func() []byte {
		return []byte("<table>" + repeat("<tr>"+repeat(`<td colspan=1000 rowspan=65000>ô</td>`, 50)+"</tr>", 2000) + "</table>")
	}, "ok", "ô"},
	{"page of one comment", func() []byte { return []byte("<html><!--" + repeat("a", 1<<20)) }, "empty", ""},
	{"page of scripts", func() []byte { return []byte("<html><script>" + repeat("<p>a</p>", 10_000)) }, "empty", ""},
	{"page with zero bytes", func() []byte { return []byte("<html><body>N\x00ội\x00 dung" + repeat("\x00", 1000)) }, "ok", ""},
	{"page with an attribute of 5 MB", func() []byte { return []byte(`<div style="` + repeat("a:b;", 1<<20) + `">Nội dung</div>`) }, "ok", "Nội dung"},
	{"page in UTF-16", func() []byte { return utf16le("<html><body><p>Nội dung</p></body></html>") }, "ok", "Nội dung"},
	{"page of list items without lists", func() []byte { return []byte("<ol start=99999999999>" + repeat("<li value=-5>a", 50_000)) }, "ok", ""},

	// text
	{"nothing", func() []byte { return nil }, "empty", ""},
	{"white space", func() []byte { return []byte(" \n\t\u00a0\ufeff\n") }, "empty", ""},
	{"zero bytes", func() []byte { return make([]byte, 100_000) }, "unsupported", ""},
	{"a line of 20 MB", func() []byte { return []byte(repeat("công văn số ", 1_400_000)) }, "ok", "công văn"},
	{"invalid UTF-8", func() []byte { return []byte("Nội dung \xff\xfe\xfd văn bản của cơ quan\n") }, "ok partial", "văn bản"},
	{"a program", func() []byte { return append([]byte("\x7fELF\x02\x01\x01\x00"), noise(5000)...) }, "unsupported", ""},
	{"UTF-16 without its mark", func() []byte { return utf16le(repeat("Nội dung văn bản\n", 20))[2:] }, "ok", "Nội dung"},

	// PDF
	{"PDF, magic only", func() []byte { return []byte("%PDF-1.7\n") }, "damaged", ""},
	{"PDF of noise", func() []byte { return []byte("%PDF-1.4\n" + noise(50_000)) }, "damaged", ""},
	{"PDF with a circle of pages", func() []byte {
		return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2000000000/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>")
	}, "damaged empty no_text", ""},
	{"PDF with arrays a million deep", func() []byte {
		return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/A" + repeat("[", 1_000_000) + ">>endobj\ntrailer<</Root 1 0 R>>")
	}, "damaged empty too_large", ""},
	{"PDF with a cross-reference of 2e9", func() []byte {
		return []byte("%PDF-1.5\n1 0 obj<</Type/XRef/Size 2000000000/W[1 2 1]/Index[0 2000000000]/Root 1 0 R/Length 0>>stream\n\nendstream endobj\nstartxref\n9\n%%EOF")
	}, "damaged empty too_large", ""},
}
