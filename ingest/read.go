package ingest

import (
	"context"
	"path"
	"strings"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/ingest/parse"
)

// reader walks a file and the files inside it.
type reader struct {
	ctx   context.Context
	o     Options
	yield func(*corpus.Document) bool
}

// read yields the documents of f and reports whether the caller wants more.
func (r *reader) read(f File, depth int) bool {
	raw := parse.Parse(r.ctx, f.Content, parse.Options{Charset: f.Charset, Limits: r.o.Limits})
	if len(raw.Parts) == 0 || !parse.Blank(raw.Text) {
		if !r.yield(document(f, raw)) {
			return false
		}
	}
	for _, part := range raw.Parts {
		member := File{URI: f.URI + "!/" + part.Name, Name: path.Base(part.Name), Content: part.Content, FetchedAt: f.FetchedAt}
		switch {
		case part.Status != "":
			raw := parse.Raw{Status: part.Status, Reason: part.Reason}
			if !r.yield(document(member, raw)) {
				return false
			}
		case depth+1 >= r.o.Limits.Depth:
			raw := parse.Raw{Status: corpus.StatusTooLarge, Reason: "archives inside archives, deeper than the limit"}
			if !r.yield(document(member, raw)) {
				return false
			}
		default:
			if !r.read(member, depth+1) {
				return false
			}
		}
	}
	return true
}

// document fills a document from what reading its file gave.
func document(f File, raw parse.Raw) *corpus.Document {
	d := &corpus.Document{Source: corpus.Source{
		URI: f.URI, Name: f.Name, MediaType: raw.MediaType, SHA256: corpus.Hash(f.Content), Size: int64(len(f.Content)),
		Status: raw.Status, Reason: raw.Reason, Title: raw.Title, Author: raw.Author, Published: raw.Published,
		FetchedAt: f.FetchedAt, Pages: raw.Pages, Warnings: raw.Warnings,
	}}
	if raw.Form != "" {
		d.Source.Parser = raw.Form + "/1"
	}
	if raw.Status.Readable() {
		mend(d, raw)
	}
	return d
}

// mend sets the text, pages and doubts of a document.
func mend(d *corpus.Document, raw parse.Raw) {
	text := raw.Text
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	d.Text = text
}
