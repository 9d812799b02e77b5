package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract"
	"congvan/ingest"
)

// Change is what an input brought.
type Change string

// The changes. A failed input has a status that says why; it is tried again when it changes.
const (
	New       Change = "new"
	Changed   Change = "changed"
	Unchanged Change = "unchanged"
	Failed    Change = "failed"
)

// Outcome is what became of one input. It is reported once it is on the disk.
type Outcome struct {
	Source corpus.Source
	Change Change
	Record *corpus.Record // nil when unchanged or without text
}

// batchSize is how many outcomes are committed at a time: a commit costs a disk sync.
const batchSize = 200

// Ingest reads files, folders and "-" (stdin) into the store and the index, and reports each
// outcome. It goes on after inputs that fail; its error is about the store, or ctx's.
func (p *Pipeline) Ingest(ctx context.Context, paths []string, stdin io.Reader, report func(Outcome)) error {
	jobs := make(chan job, batchSize)
	kept := make(chan []outcome, batchSize)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	go func() {
		defer close(jobs)
		listJobs(ctx, paths, stdin, jobs)
	}()
	var workers sync.WaitGroup
	for range p.o.workers() {
		workers.Go(func() {
			for j := range jobs {
				outcomes := p.read(ctx, j)
				select {
				case kept <- outcomes:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		workers.Wait()
		close(kept)
	}()
	committed := make(chan map[string]*corpus.Record, 1)
	indexed := make(chan error, 1)
	go func() { indexed <- p.indexer(context.WithoutCancel(ctx), committed) }()
	err := p.keep(ctx, kept, report, committed)
	close(committed)
	cancel()
	for range kept { // let the workers go
	}
	return errors.Join(err, <-indexed, p.UpdateIndex(context.WithoutCancel(ctx)))
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

func listJobs(ctx context.Context, paths []string, stdin io.Reader, jobs chan<- job) {
	send := func(j job) bool {
		select {
		case jobs <- j:
			return true
		case <-ctx.Done():
			return false
		}
	}
	for _, path := range paths {
		if path == "-" {
			content, err := io.ReadAll(stdin)
			if !send(job{found: found{path: "-", err: err}, uri: "stdin:" + corpus.Hash(content)[:16], content: content}) {
				return
			}
			continue
		}
		walk(path, func(f found) bool { return send(job{found: f, uri: fileURI(f.path)}) })
	}
}

// fileURI names a file the same from wherever the program is started.
func fileURI(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return filepath.ToSlash(path)
}

// outcome is an Outcome with what the store has to know besides.
type outcome struct {
	Outcome
	kept   sqlite.Kept
	silent bool // kept, but no input of its own to report
}

// read makes the outcomes of one file: one, or for an archive one a member and one of its own.
func (p *Pipeline) read(ctx context.Context, j job) []outcome {
	source := corpus.Source{URI: j.uri, Name: filepath.Base(j.path), Status: corpus.StatusFailed}
	before, known, err := p.store.Source(ctx, j.uri)
	if err != nil {
		j.err = err
	}
	if j.err != nil {
		source.Reason = reasonOf(j.err)
		return []outcome{failed(source)}
	}
	var modified int64
	if j.content == nil {
		modified, source.Size = j.info.ModTime().UnixNano(), j.info.Size()
		if known && before.Modified == modified && before.Size == source.Size && before.Status != corpus.StatusFailed {
			source.SHA256, source.Status = before.SHA256, before.Status
			return []outcome{{Outcome: Outcome{Source: source, Change: Unchanged}}}
		}
		if j.content, err = readWhole(j); err != nil {
			if errors.Is(err, errTooLarge) {
				source.Status = corpus.StatusTooLarge
			}
			source.Reason = reasonOf(err)
			return []outcome{failed(source)}
		}
	}
	source.Size = int64(len(j.content))
	if source.SHA256, err = p.snapshots.Put(j.content); err != nil {
		source.Reason = reasonOf(err)
		return []outcome{failed(source)}
	}
	if known && before.SHA256 == source.SHA256 && before.Status != corpus.StatusFailed {
		source.Status = before.Status
		return []outcome{{Outcome: Outcome{Source: source, Change: Unchanged}, kept: sqlite.Kept{Source: source, Modified: modified}}}
	}
	change := New
	if known && before.SHA256 != "" {
		change = Changed
	}
	return p.outcomes(ctx, source, j.content, modified, change)
}

// outcomes reads content and extracts from it: one outcome for a document, one a member for an
// archive or a mail.
func (p *Pipeline) outcomes(ctx context.Context, source corpus.Source, content []byte, modified int64, change Change) []outcome {
	var outcomes []outcome
	whole := false // the file itself is among them
	for d := range ingest.Read(ctx, ingest.File{URI: source.URI, Name: source.Name, Content: content}, p.o.Ingest) {
		o := outcome{Outcome: Outcome{Change: change}}
		if !d.Source.Status.Readable() {
			o.Change = Failed
		}
		o.Record = extract.Extract(d, p.o.Extract)
		o.Source = o.Record.Source
		o.kept = sqlite.Kept{Source: o.Source, Modified: modified, Record: o.Record}
		if o.Source.URI == source.URI {
			whole = true
		} else {
			o.kept.Parent, o.kept.Modified = source.URI, 0
		}
		outcomes = append(outcomes, o)
	}
	if !whole { // an archive has no text of its own; its row tells that it was read
		source.Status = corpus.StatusOK
		outcomes = append(outcomes, outcome{kept: sqlite.Kept{Source: source, Modified: modified}, silent: true})
	}
	return outcomes
}

var (
	errTooLarge = errors.New("over the limit for one file")
	errMoved    = errors.New("it changed while it was read; it is tried again next time")
)

// readWhole reads a file that stays as it is meanwhile.
func readWhole(j job) ([]byte, error) {
	content, err := ingest.ReadFile(j.path)
	if err != nil {
		return nil, err
	}
	after, err := os.Stat(j.path)
	switch {
	case err != nil:
		return nil, err
	case after.Size() != j.info.Size() || !after.ModTime().Equal(j.info.ModTime()):
		return nil, errMoved
	case int64(len(content)) < after.Size():
		return nil, fmt.Errorf("%w: %d bytes", errTooLarge, after.Size())
	}
	return content, nil
}

func failed(source corpus.Source) outcome {
	return outcome{Outcome: Outcome{Source: source, Change: Failed}, kept: sqlite.Kept{Source: source}}
}

// reasonOf is an error in the words of a status.
func reasonOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	}
	return err.Error()
}

func recordsOf(kept []sqlite.Kept) map[string]*corpus.Record {
	records := map[string]*corpus.Record{}
	for _, k := range kept {
		if k.Record != nil {
			records[k.Record.ID] = k.Record
		}
	}
	return records
}

// keep commits outcomes in batches, reports them and hands their records on to the indexer.
func (p *Pipeline) keep(ctx context.Context, incoming <-chan []outcome, report func(Outcome), committed chan<- map[string]*corpus.Record) error {
	var batch []outcome
	flush := func() error {
		var kept []sqlite.Kept
		for _, o := range batch {
			if o.kept.Source.URI != "" {
				kept = append(kept, o.kept)
			}
		}
		if len(kept) > 0 {
			// What has been read is kept even when the user has had enough: originals before records.
			if err := p.snapshots.Sync(); err != nil {
				return fmt.Errorf("%w: %w", ErrStore, err)
			}
			if err := p.store.Keep(context.WithoutCancel(ctx), kept, p.o.Now()); err != nil {
				return fmt.Errorf("%w: %w", ErrStore, err)
			}
			committed <- recordsOf(kept)
		}
		for _, o := range batch {
			if !o.silent {
				report(o.Outcome)
			}
		}
		batch = batch[:0]
		return nil
	}
	for {
		select {
		case outcomes, ok := <-incoming:
			batch = append(batch, outcomes...)
			if !ok || len(batch) >= batchSize {
				if err := flush(); err != nil {
					return err
				}
			}
			if !ok {
				return ctx.Err()
			}
		case <-ctx.Done():
			return errors.Join(flush(), ctx.Err())
		}
	}
}
