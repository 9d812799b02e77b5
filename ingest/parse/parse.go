// Package parse turns a file of any form into raw text: it tells the form by the content, never
// by the name, and hands over to the form's reader.
package parse

import (
	"context"

	"congvan/corpus"
	"congvan/ingest/parse/form"
)

// Raw is what reading a file gives.
type Raw = form.Raw

// Part is a file inside a file.
type Part = form.Part

// Blank reports whether a text shows nothing.
func Blank(s string) bool { return form.Blank(s) }

// Limits bound what reading one file may cost.
type Limits = form.Limits

// Options say how to read. The zero value works.
type Options struct {
	Charset string // declared by the sender: the charset of a Content-Type; may be empty
	Limits  Limits
}

// Parse reads a file. It never fails: the outcome is the status of what it returns.
func Parse(ctx context.Context, content []byte, o Options) Raw {
	o.Limits = o.Limits.Filled()
	name := Detect(content)
	if int64(len(content)) > o.Limits.Input {
		return form.Fail(name, corpus.StatusTooLarge, "%d bytes, over the limit of %d for a file", len(content), o.Limits.Input)
	}
	switch name {
	case "empty":
		return form.Fail("text", corpus.StatusEmpty, "the file is empty")
	case "text":
		return plain(content, o)
	}
	return form.Fail(name, corpus.StatusUnsupported, "a form that is not read (%s)", name)
}
