package ingest

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"strings"

	"congvan/corpus"
	"congvan/ingest/normalize"
	"congvan/ingest/parse"
	"congvan/ingest/parse/sandbox"
)

// reader walks a file and the files inside it.
type reader struct {
	ctx     context.Context
	sandbox *sandbox.Pool
	limits  parse.Limits
	bytes   int64 // that archives inside archives may still unpack to, all together
	members int   // that they may still have
	opened  func(File)
	yield   func(*corpus.Document) bool
}

// read yields the documents of f, depth archives deep, and reports whether the caller wants more.
func (r *reader) read(f File, depth int) bool {
	if r.opened != nil {
		r.opened(f)
	}
	raw := r.parse(f)
	if len(raw.Parts) == 0 || !parse.Blank(raw.Text) {
		if !r.yield(document(f, raw)) {
			return false
		}
	}
	for _, part := range raw.Parts {
		member := File{URI: f.URI + "!/" + part.Name, Name: path.Base(part.Name), Content: part.Content, FetchedAt: f.FetchedAt}
		if part.URI != "" { // what a crawler fetched keeps its address
			member = File{URI: part.URI, Name: nameOf(part.URI), Content: part.Content, Charset: part.Charset, FetchedAt: part.At}
		}
		r.members--
		r.bytes -= int64(len(part.Content))
		refused := parse.Raw{Status: part.Status, Reason: part.Reason}
		switch {
		case part.Status != "":
		case depth >= r.limits.Depth:
			refused = parse.Raw{Status: corpus.StatusTooLarge, Reason: "archives inside archives, deeper than the limit"}
		case r.members < 0 || r.bytes < 0:
			refused = parse.Raw{Status: corpus.StatusTooLarge, Reason: "the archives unpack to more than the limits allow; the rest of them is not read"}
			r.yield(document(member, refused))
			return false
		default:
			if !r.read(member, depth+1) {
				return false
			}
			continue
		}
		if !r.yield(document(member, refused)) {
			return false
		}
	}
	return true
}

// nameOf is the last part of the path of an address.
func nameOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || path.Base(u.Path) == "/" {
		return uri
	}
	return path.Base(u.Path)
}

// parse reads one file: text and pages here, the rest in a child process where there is a pool.
func (r *reader) parse(f File) parse.Raw {
	o := parse.Options{Charset: f.Charset, Limits: r.limits}
	o.Limits.Total, o.Limits.Members = max(r.bytes, 1), max(r.members, 1)
	if r.sandbox == nil || parse.InProcess(parse.Detect(f.Content), len(f.Content)) {
		return parse.Parse(r.ctx, f.Content, o)
	}
	return r.sandbox.Parse(r.ctx, f.Content, o)
}

// document fills a document from what reading its file gave.
func document(f File, raw parse.Raw) *corpus.Document {
	d := &corpus.Document{Source: corpus.Source{
		URI: f.URI, Name: f.Name, MediaType: raw.MediaType, SHA256: corpus.Hash(f.Content), Size: int64(len(f.Content)),
		Status: raw.Status, Reason: raw.Reason, Title: line(raw.Title), Author: line(raw.Author), Published: raw.Published,
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

// mend sets the text of a document, its pages and its doubtful words. What mending stumbles over
// is the outcome of this document and of no other.
func mend(d *corpus.Document, raw parse.Raw) {
	defer func() {
		if fault := recover(); fault != nil {
			d.Text, d.Pages, d.Doubts = "", nil, nil
			d.Source.Status, d.Source.Reason = corpus.StatusFailed, fmt.Sprintf("mending the text stumbled: %v", fault)
		}
	}()
	mended := normalize.Mend(raw.Text, normalize.Options{Wrapped: raw.Wrapped})
	d.Text = mended.Text
	d.Source.Warnings = append(d.Source.Warnings, mended.Warnings...)
	ruler := corpus.NewRuler(d.Text)
	if raw.Pages > 0 {
		for _, p := range mended.Pages {
			d.Pages = append(d.Pages, ruler.Span(p[0], p[1]))
		}
	}
	for _, doubt := range doubts(mended.Map, raw.Doubts) {
		d.Doubts = append(d.Doubts, ruler.Span(doubt[0], doubt[1]))
	}
	if d.Text == "" {
		d.Source.Status, d.Source.Reason = corpus.StatusEmpty, "no text in it"
	}
}

// line is metadata as one line of mended text.
func line(s string) string {
	if s = strings.TrimSpace(s); s == "" {
		return ""
	}
	return strings.Join(strings.Fields(normalize.Mend(s, normalize.Options{}).Text), " ")
}
