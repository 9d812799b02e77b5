// Package form holds what every reader of a form returns, the limits it keeps to, and the flow
// that turns paragraphs, runs and tables into lines.
package form

import (
	"fmt"
	"slices"
	"time"

	"congvan/corpus"
)

// Raw is a file as its reader gives it, before its text is mended.
type Raw struct {
	Form      string // "docx", as Source.Parser names it
	MediaType string
	Status    corpus.Status
	Reason    string // why the status is not ok, and what to do
	Warnings  []string

	Text    string   // UTF-8; "\n" ends a paragraph, "\t" parts cells, "\f" parts pages
	Wrapped bool     // lines end where the page ended them, not where paragraphs do
	Pages   int      // 0: the form has none
	Doubts  [][2]int // byte ranges [start, end) of Text that OCR was not sure of

	Title, Author string
	Published     corpus.Date

	Parts []Part // files inside this one: members of an archive, attachments of a mail
}

// Part is a file inside a file. Name is a label for people and never a path to write to.
type Part struct {
	Name    string
	Content []byte
	Status  corpus.Status // "" when Content is there to be read
	Reason  string

	URI     string    // its own address, "https://…"; "" for a member that is named within its archive
	Charset string    // declared with it
	At      time.Time // when it was fetched
}

// Fail is the Raw of a file that could not be read.
func Fail(name string, status corpus.Status, format string, args ...any) Raw {
	return Raw{Form: name, MediaType: MediaType(name), Status: status, Reason: fmt.Sprintf(format, args...)}
}

// Good is the Raw of a file that was read: StatusOK, or StatusEmpty when there is no text.
func Good(name, text string) Raw {
	r := Raw{Form: name, MediaType: MediaType(name), Status: corpus.StatusOK, Text: text}
	if Blank(text) {
		r.Status, r.Reason, r.Text = corpus.StatusEmpty, "no text in it", ""
	}
	return r
}

// Warn adds a warning once.
func (r *Raw) Warn(format string, args ...any) {
	w := fmt.Sprintf(format, args...)
	if !slices.Contains(r.Warnings, w) {
		r.Warnings = append(r.Warnings, w)
	}
}

// Blank reports whether a text shows nothing.
func Blank(s string) bool {
	for _, r := range s {
		if r > ' ' && r != '\u00a0' && r != '\ufeff' && r != '\u200b' {
			return false
		}
	}
	return true
}

// mediaTypes names the forms as RFC 6838 registers them.
var mediaTypes = map[string]string{
	"text": "text/plain", "html": "text/html", "rtf": "application/rtf", "pdf": "application/pdf",
	"docx":   "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xlsx":   "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"pptx":   "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"wordml": "application/xml",
	"odt":    "application/vnd.oasis.opendocument.text",
	"ods":    "application/vnd.oasis.opendocument.spreadsheet",
	"odp":    "application/vnd.oasis.opendocument.presentation",
	"doc":    "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
	"eml": "message/rfc822", "msg": "application/vnd.ms-outlook",
	"zip": "application/zip", "rar": "application/vnd.rar", "7z": "application/x-7z-compressed", "gzip": "application/gzip",
	"png": "image/png", "jpeg": "image/jpeg", "tiff": "image/tiff", "bmp": "image/bmp", "gif": "image/gif", "webp": "image/webp",
}

// MediaType is the media type of a form, application/octet-stream for an unknown one.
func MediaType(name string) string {
	if t, ok := mediaTypes[name]; ok {
		return t
	}
	return "application/octet-stream"
}
