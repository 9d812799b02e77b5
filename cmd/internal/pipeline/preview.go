package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"congvan/corpus"
)

// Preview reports what Ingest would do, and changes nothing; there need not be a store. Whether a
// file can be read is not tried.
func Preview(ctx context.Context, options Options, o IngestOptions, report func(Outcome)) error {
	p := &Pipeline{o: options, unlock: func() {}}
	if _, err := os.Stat(filepath.Join(options.Data, "store.db")); !errors.Is(err, fs.ErrNotExist) {
		if p, err = OpenToRead(ctx, options); err != nil {
			return err
		}
		defer p.Close()
	}
	jobs := make(chan job)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer close(jobs)
		listJobs(ctx, o, jobs)
	}()
	for j := range jobs {
		report(p.preview(ctx, j))
	}
	return ctx.Err()
}

func (p *Pipeline) preview(ctx context.Context, j job) Outcome {
	out := Outcome{Source: corpus.Source{URI: j.uri, Name: filepath.Base(j.path)}, Change: New}
	before, known, err := p.before(ctx, j)
	if err == nil && j.content == nil {
		out.Source.Size = j.info.Size()
		if known && before.Modified == j.info.ModTime().UnixNano() && before.Size == out.Source.Size && before.Status != corpus.StatusFailed {
			out.Source.SHA256, out.Source.Status, out.Change = before.SHA256, before.Status, Unchanged
			return out
		}
		j.content, err = readWhole(j)
	}
	if err != nil {
		out.Source.Status, out.Source.Reason, out.Change = corpus.StatusFailed, reasonOf(err), Failed
		return out
	}
	out.Source.Size, out.Source.SHA256 = int64(len(j.content)), corpus.Hash(j.content)
	switch {
	case known && before.SHA256 == out.Source.SHA256 && before.Status != corpus.StatusFailed:
		out.Change, out.Source.Status = Unchanged, before.Status
	case known && before.SHA256 != "":
		out.Change = Changed
	}
	return out
}
