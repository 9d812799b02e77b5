// Package parse turns a file of any form into raw text: it tells the form by the content, never
// by the name, and hands over to the form's reader.
package parse

import (
	"context"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/ingest/parse/archive"
	"congvan/ingest/parse/biff"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/mail"
	"congvan/ingest/parse/ocr"
	"congvan/ingest/parse/odf"
	"congvan/ingest/parse/ooxml"
	"congvan/ingest/parse/page"
	"congvan/ingest/parse/pdf"
	"congvan/ingest/parse/rtf"
	"congvan/ingest/parse/warc"
)

// Raw is what reading a file gives.
type Raw = form.Raw

// Part is a file inside a file.
type Part = form.Part

// Limits bound what reading one file may cost.
type Limits = form.Limits

// Options say how to read. The zero value works.
type Options struct {
	Charset string // declared by the sender: the charset of a Content-Type; may be empty
	Limits  Limits
	Engine  *pdf.Engine `json:"-"` // a second try at PDF files; may be nil
	OCR     *ocr.Reader `json:"-"` // reads scans; may be nil
	Scan    ocr.Told    `json:"-"` // told of the pages that are read by OCR, which takes long; may be nil
}

// Blank reports whether a text shows nothing.
func Blank(s string) bool { return form.Blank(s) }

// Parse reads a file. It never fails: the outcome is the status of what it returns.
func Parse(ctx context.Context, content []byte, o Options) (raw Raw) {
	o.Limits = o.Limits.Filled()
	name := Detect(content)
	if int64(len(content)) > o.Limits.Input {
		return form.Fail(name, corpus.StatusTooLarge, "over the limit of %d bytes for a file", o.Limits.Input)
	}
	defer func() { // a reader's fault is the outcome of this file and of no other
		if fault := recover(); fault != nil {
			raw = form.Fail(name, corpus.StatusDamaged, "the reader of %s stumbled: %v at %s", name, fault, where(debug.Stack()))
		}
	}()
	raw = read(ctx, name, content, o)
	if len(raw.Doubts) == 0 && !utf8.ValidString(raw.Text) { // XML that is no UTF-8
		raw.Text = strings.ToValidUTF8(raw.Text, "\uFFFD")
	}
	return raw
}

func read(ctx context.Context, name string, content []byte, o Options) Raw {
	switch name {
	case "empty":
		return form.Fail("text", corpus.StatusEmpty, "the file is empty")
	case "text":
		return plain(content, o)
	case "html":
		return page.Read(content, o.Charset, o.Limits)
	case "pdf":
		return portable(ctx, content, o)
	case "rtf":
		return rtf.Read(content, o.Limits)
	case "eml":
		return mail.Read(content, o.Limits)
	case "rar":
		return archive.Rar(content, o.Limits)
	case "7z":
		return archive.SevenZip(content, o.Limits)
	case "warc":
		return warc.Read(content, o.Limits)
	case "gzip":
		return archive.Gzip(content, o.Limits)
	case "biff":
		return biff.Stream(content, o.Limits)
	case "wordml":
		return ooxml.Flat(content, o.Limits)
	case "fodt":
		return odf.Flat(openDocument(content[:min(len(content), 4096)]), content, nil, o.Limits)
	case "png", "jpeg", "tiff", "bmp", "gif", "webp":
		return picture(ctx, name, content, o)
	case "cfb":
		return compound(content, o)
	case "zip":
		return zipped(content, o)
	}
	return form.Fail(name, corpus.StatusUnsupported, "a form that is not read (%s)", name)
}
