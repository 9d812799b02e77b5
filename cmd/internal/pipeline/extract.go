package pipeline

import (
	"context"
	"io"
	"path/filepath"

	"congvan/corpus"
	"congvan/extract"
	"congvan/ingest"
)

// Extract reads files, folders and "-" (stdin) without a store and reports their records in
// the order of the inputs, also of those that could not be read: their status says why.
func Extract(ctx context.Context, o Options, paths []string, stdin io.Reader, report func(*corpus.Record) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := make(chan job)
	go func() {
		defer close(jobs)
		listJobs(ctx, IngestOptions{Paths: paths, Stdin: stdin}, jobs)
	}()
	answers := make(chan chan []*corpus.Record, o.workers()) // bounds how many are read at a time
	go func() {
		defer close(answers)
		for j := range jobs {
			answer := make(chan []*corpus.Record, 1)
			select {
			case answers <- answer:
			case <-ctx.Done():
				return
			}
			go func() { answer <- extractFile(ctx, o, j) }()
		}
	}()
	for answer := range answers {
		for _, r := range <-answer {
			if err := report(r); err != nil {
				return err
			}
		}
		if ctx.Err() != nil {
			break
		}
	}
	return ctx.Err()
}

func extractFile(ctx context.Context, o Options, j job) []*corpus.Record {
	var err error
	if j.err == nil && j.content == nil {
		j.content, err = ingest.ReadFile(j.path)
	}
	if j.err != nil {
		err = j.err
	}
	if err != nil {
		d := corpus.Document{Source: corpus.Source{URI: j.path, Name: filepath.Base(j.path), Status: corpus.StatusFailed, Reason: reasonOf(err)}}
		return []*corpus.Record{extract.Extract(&d, o.Extract)}
	}
	var records []*corpus.Record
	for d := range ingest.Read(ctx, ingest.File{URI: j.path, Name: filepath.Base(j.path), Content: j.content}, o.Ingest) {
		records = append(records, extract.Extract(d, o.Extract))
	}
	return records
}
