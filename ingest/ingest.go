// Package ingest turns a file of any form, as received, into documents whose text is in reading
// order and mended.
package ingest

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"congvan/corpus"
	"congvan/ingest/parse"
	"congvan/ingest/parse/sandbox"
)

// File is one input: its bytes as received.
type File struct {
	URI, Name string
	Content   []byte
	Charset   string // declared with it; may be empty
	FetchedAt time.Time
}

// Options say how to read. The zero value works: everything in this process, usual limits.
type Options struct {
	Sandbox *sandbox.Pool // where binary forms are parsed; nil: in this process, for files that are trusted
	Limits  parse.Limits
	Opened  func(File) // sees each file as it is read, the members of archives and mails too; may be nil
}

// Read yields the documents of a file: one, or for an archive or a mail one a member, under the
// URI "a.zip!/dir/b.pdf". It never fails: the outcome is each document's Source.Status.
func Read(ctx context.Context, f File, o Options) iter.Seq[*corpus.Document] {
	return func(yield func(*corpus.Document) bool) {
		limits := o.Limits.Filled()
		r := reader{ctx: ctx, sandbox: o.Sandbox, limits: limits, bytes: limits.Total, members: limits.Members, opened: o.Opened, yield: yield}
		r.read(f, 0)
	}
}

// ReadFile reads a file from disk, up to one byte over the limit of an input, so that a larger
// one is told as such and not read to its end.
func ReadFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, parse.Limits{}.Filled().Input+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return content, nil
}
