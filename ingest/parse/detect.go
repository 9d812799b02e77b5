package parse

import (
	"bytes"
	"strings"

	"congvan/ingest/parse/warc"
)

// magics are the bytes that files of a form begin with.
var magics = []struct{ bytes, form string }{
	{"PK\x03\x04", "zip"}, {"PK\x05\x06", "zip"}, {"PK\x07\x08", "zip"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "cfb"},
	{`{\rtf`, "rtf"}, {"Rar!\x1A\x07", "rar"}, {"7z\xBC\xAF\x27\x1C", "7z"}, {"\x1F\x8B", "gzip"},
	{"\x89PNG\r\n\x1A\n", "png"}, {"\xFF\xD8\xFF", "jpeg"}, {"II*\x00", "tiff"}, {"MM\x00*", "tiff"},
	{"BM", "bmp"}, {"GIF87a", "gif"}, {"GIF89a", "gif"},
	{"\xDB\xA5\x2D\x00", "doc"}, {"\x31\xBE\x00\x00", "doc"}, // Word 2, Write
	{"\x09\x08\x10\x00\x00\x06\x05\x00", "biff"}, {"\x09\x08\x08\x00\x00\x05", "biff"}, {"\x09\x04\x06\x00", "biff"}, {"\x09\x02\x06\x00", "biff"},
}

// Detect tells the form of a file by its content, never by its name: "empty", "text", "binary",
// a form, or a container whose members say the rest: "zip", "cfb".
func Detect(content []byte) string {
	if len(content) == 0 {
		return "empty"
	}
	if warc.Is(content) {
		return "warc"
	}
	for _, m := range magics {
		if strings.HasPrefix(string(content[:min(len(content), 16)]), m.bytes) && (m.form != "bmp" || isBitmap(content)) {
			return m.form
		}
	}
	if bytes.HasPrefix(content, []byte("RIFF")) && len(content) > 12 && string(content[8:12]) == "WEBP" {
		return "webp"
	}
	if bytes.Contains(content[:min(len(content), 1024)], []byte("%PDF-")) {
		return "pdf"
	}
	head := leading(content)
	switch {
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return "rtf"
	case isMarkup(head):
		return markupForm(head)
	case isMail(head):
		return "eml"
	case binary(content):
		return "binary"
	}
	return "text"
}

// isBitmap checks the second field of a bitmap's header, since "BM" may start a text.
func isBitmap(content []byte) bool {
	return len(content) > 26 && content[6]|content[7]|content[8]|content[9] == 0 && content[11]|content[12]|content[13] == 0
}

// leading is the start of a file as ASCII text: byte order mark, white space and the zero bytes
// of UTF-16 are left out.
func leading(content []byte) []byte {
	head := content[:min(len(content), 8192)]
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		head = head[3:]
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("\xFE\xFF")):
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return bytes.TrimLeft(head, " \t\r\n\x00")
}

// tags begin pages that are saved without a document type: <div class="content1">.
var tags = []string{"!doctype html", "html", "head", "body", "meta", "title", "table", "div", "p", "span", "script", "style", "center", "font", "b", "h1", "h2", "h3", "br", "article", "section", "ul", "ol", "a", "link", "base"}

// isMarkup reports whether a file begins with an element of HTML or a declaration of XML, after
// comments.
func isMarkup(head []byte) bool {
	for bytes.HasPrefix(head, []byte("<!--")) {
		end := bytes.Index(head, []byte("-->"))
		if end < 0 {
			return bytes.Contains(bytes.ToLower(head), []byte("html"))
		}
		head = bytes.TrimLeft(head[end+3:], " \t\r\n")
	}
	if len(head) < 3 || head[0] != '<' {
		return false
	}
	if head[1] == '?' {
		return bytes.HasPrefix(head, []byte("<?xml"))
	}
	lower := strings.ToLower(string(head[1:min(len(head), 40)]))
	for _, tag := range tags {
		if rest, ok := strings.CutPrefix(lower, tag); ok && (rest == "" || strings.ContainsRune(" >\t\r\n/", rune(rest[0]))) {
			return true
		}
	}
	return false
}

// markupForm tells what XML it is; what is no office file is read as a page.
func markupForm(head []byte) string {
	switch {
	case bytes.Contains(head, []byte("w:wordDocument")), bytes.Contains(head, []byte("http://schemas.microsoft.com/office/2006/xmlPackage")):
		return "wordml"
	case bytes.Contains(head, []byte("office:document ")) || bytes.Contains(head, []byte("urn:oasis:names:tc:opendocument")):
		return "fodt"
	case bytes.Contains(head, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && !bytes.Contains(bytes.ToLower(head), []byte("<html")):
		return "sheetml"
	}
	return "html"
}

// mailFields are the header fields (RFC 5322 section 3.6) that tell a mail from another text.
var mailFields = map[string]bool{
	"from": true, "to": true, "subject": true, "date": true, "mime-version": true, "message-id": true, "received": true,
	"return-path": true, "content-type": true, "delivered-to": true, "reply-to": true, "cc": true, "x-mailer": true,
	"snapshot-content-location": true, "dkim-signature": true, "content-transfer-encoding": true,
}

// isMail reports whether a file begins with the header of a mail: nothing but fields, three of
// them known.
func isMail(head []byte) bool {
	known := 0
	if rest, ok := bytes.CutPrefix(head, []byte("From ")); ok { // mbox
		_, head, _ = bytes.Cut(rest, []byte("\n"))
	}
	for n := 0; len(head) > 0 && n < 60; n++ {
		var line []byte
		line, head, _ = bytes.Cut(head, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok && len(head) == 0 {
			break // cut off by the length of the head
		}
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			return false
		}
		if mailFields[strings.ToLower(string(name))] {
			known++
		}
	}
	return known >= 3
}

// InProcess reports whether a form is read in this process even where there is a sandbox: text
// and pages of usual size, whose readers cannot run out of memory or time.
func InProcess(name string, size int) bool {
	switch name {
	case "empty", "text", "binary":
		return true
	case "html":
		return size <= 8<<20
	}
	return false
}
