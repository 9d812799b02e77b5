package pipeline

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// Change is what an input brought.
type Change string

// The changes. A failed input has a status that says why; it is tried again when it changes.
const (
	New       Change = "new"
	Changed   Change = "changed"
	Unchanged Change = "unchanged"
	Failed    Change = "failed"
	Waiting   Change = "waiting" // written to a moment ago: not read yet
)

// Outcome is what became of one input. It is reported once it is on the disk.
type Outcome struct {
	Source corpus.Source
	Change Change
	Record *corpus.Record // nil when unchanged or without text
	Notice *sqlite.Notice // the directive's number came with other content before
}

// IngestOptions say what to read and how. The zero value reads nothing.
type IngestOptions struct {
	Paths  []string      // files, folders and archives; "-" is Stdin
	Stdin  io.Reader     // for "-"
	Again  bool          // also what is known and has not changed
	Settle time.Duration // files that changed so short a time ago wait: they may be half written
	Total  func(int)     // hears how many files there are, as they are counted; may be nil
}

// Ingest reads files, folders and "-" (stdin) into the store and the index: IngestWith with
// nothing special.
func (p *Pipeline) Ingest(ctx context.Context, paths []string, stdin io.Reader, report func(Outcome)) error {
	return p.IngestWith(ctx, IngestOptions{Paths: paths, Stdin: stdin}, report)
}

// IngestWith reads inputs into the store and the index, and reports each outcome. It goes on after
// inputs that fail; its error is about the store, or ctx's.
func (p *Pipeline) IngestWith(ctx context.Context, o IngestOptions, report func(Outcome)) error {
	jobs := make(chan job, batchSize)
	kept := make(chan outcome, batchSize)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	go func() {
		defer close(jobs)
		listJobs(ctx, o, jobs)
	}()
	var workers sync.WaitGroup
	if o.Total != nil {
		workers.Go(func() { count(ctx, o.Paths, o.Total) })
	}
	flight := newBudget(flightBytes)
	for range p.o.workers() {
		workers.Go(func() {
			for j := range jobs {
				p.readJob(ctx, o, j, flight, kept)
			}
		})
	}
	go func() {
		workers.Wait()
		close(kept)
	}()
	committed := newHandoff()
	indexed := make(chan error, 1)
	go func() { indexed <- p.indexer(ctx, committed) }()
	err := p.keep(ctx, kept, report, committed)
	close(committed.batches)
	if err != nil {
		cancel()
	}
	for range kept { // let the workers go
	}
	return errors.Join(err, <-indexed)
}

// readJob reads one file and sends on its outcomes. When the user has had enough, what was being
// read is dropped: it may be a reading that was cut short.
func (p *Pipeline) readJob(ctx context.Context, o IngestOptions, j job, flight *budget, kept chan<- outcome) {
	size := j.size()
	flight.take(size)
	defer flight.give(size)
	send := func(out outcome) bool {
		if ctx.Err() != nil {
			return false
		}
		select {
		case kept <- out:
			return true
		case <-ctx.Done():
			return false
		}
	}
	shielded(corpus.Source{URI: j.uri, Name: filepath.Base(j.path)}, send, func() { p.read(ctx, o, j, send) })
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.NumCPU()
}

// job is one file to read. Its content is there already when it came from standard input.
type job struct {
	found
	uri     string
	content []byte
}

func (j job) size() int64 {
	if j.content != nil {
		return int64(len(j.content))
	}
	if j.info == nil {
		return 0
	}
	return j.info.Size()
}

func listJobs(ctx context.Context, o IngestOptions, jobs chan<- job) {
	send := func(j job) bool {
		select {
		case jobs <- j:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for _, path := range o.Paths {
		if path == "-" {
			content, err := io.ReadAll(o.Stdin)
			if !send(job{found: found{path: "-", err: err}, uri: "stdin:" + corpus.Hash(content)[:16], content: content}) {
				return
			}
			continue
		}
		walk(path, func(f found) bool { return send(job{found: f, uri: fileURI(f.path)}) })
	}
}

// count tells total how many files the paths have; it is done long before they are read.
func count(ctx context.Context, paths []string, total func(int)) {
	n := 0
	for _, path := range paths {
		walk(path, func(found) bool {
			if n++; n%1000 == 0 {
				total(n)
			}
			return ctx.Err() == nil
		})
	}
	total(n)
}
