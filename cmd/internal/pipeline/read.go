package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract"
	"congvan/ingest"
)

// outcome is an Outcome with what the store has to know besides.
type outcome struct {
	Outcome
	kept   sqlite.Kept
	silent bool // kept, but no input of its own to report
}

// read makes the outcomes of one file and sends them on: one, or for an archive one a member and
// then one of its own, which says that all of it was read.
func (p *Pipeline) read(ctx context.Context, o IngestOptions, j job, send func(outcome) bool) {
	source := corpus.Source{URI: j.uri, Name: strings.ToValidUTF8(filepath.Base(j.path), "\uFFFD"), Status: corpus.StatusFailed}
	before, known, err := p.before(ctx, j)
	if err != nil {
		source.Reason = reasonOf(err)
		send(failed(source))
		return
	}
	var modified int64
	if j.content == nil {
		modified, source.Size = j.info.ModTime().UnixNano(), j.info.Size()
		if o.Settle > 0 && p.o.Now().Sub(j.info.ModTime()).Abs() < o.Settle {
			send(outcome{Outcome: Outcome{Source: source, Change: Waiting}})
			return
		}
		if known && !o.Again && before.Modified == modified && before.Size == source.Size && before.Status != corpus.StatusFailed {
			source.SHA256, source.Status = before.SHA256, before.Status
			send(outcome{Outcome: Outcome{Source: source, Change: Unchanged}})
			return
		}
		if j.content, err = readWhole(j); err != nil {
			if errors.Is(err, errTooLarge) {
				source.Status = corpus.StatusTooLarge
			}
			source.Reason = reasonOf(err)
			send(failed(source))
			return
		}
	}
	source.Size = int64(len(j.content))
	source.SHA256, err = p.preserve(j.content)
	if err != nil {
		source.Reason = reasonOf(err)
		send(failed(source))
		return
	}
	if known && !o.Again && before.SHA256 == source.SHA256 && before.Status != corpus.StatusFailed {
		source.Status = before.Status
		send(outcome{Outcome: Outcome{Source: source, Change: Unchanged}, kept: sqlite.Kept{Source: source, Modified: modified}})
		return
	}
	change := New
	if known && before.SHA256 != "" {
		change = Changed
	}
	p.outcomes(ctx, source, j.content, modified, change, send)
}

// shielded calls read; a reader that crashes fails its file and nothing else.
func shielded(source corpus.Source, send func(outcome) bool, read func()) {
	defer func() {
		if crash := recover(); crash != nil {
			source.Status, source.Reason = corpus.StatusFailed, fmt.Sprintf("reading it crashed: %v; please report the file", crash)
			send(failed(source))
		}
	}()
	read()
}

// before is what the store knows of the file.
func (p *Pipeline) before(ctx context.Context, j job) (sqlite.State, bool, error) {
	if j.err != nil || p.store == nil {
		return sqlite.State{}, false, j.err
	}
	return p.store.Source(ctx, j.uri)
}

// preserve keeps the bytes as received.
func (p *Pipeline) preserve(content []byte) (sha256 string, err error) {
	if err := p.reached(StepRead); err != nil {
		return "", err
	}
	if sha256, err = p.snapshots.Put(content); err == nil {
		err = p.reached(StepSnapshot)
	}
	return sha256, err
}

// outcomes reads content and extracts from it: one outcome for a document, one a member for an
// archive or a mail.
func (p *Pipeline) outcomes(ctx context.Context, source corpus.Source, content []byte, modified int64, change Change, send func(outcome) bool) {
	whole := false // the file itself is among them
	for d := range ingest.Read(ctx, ingest.File{URI: source.URI, Name: source.Name, Content: content}, p.ingestOptions()) {
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
		if !send(o) {
			return
		}
	}
	if !whole { // an archive has no text of its own; its row tells that it was read
		source.Status = corpus.StatusOK
		send(outcome{kept: sqlite.Kept{Source: source, Modified: modified}, silent: true})
	}
}

// archiveMembers is how many files an archive may hold: folders of a year's mail have come in one.
const archiveMembers = 200_000

func (p *Pipeline) ingestOptions() ingest.Options {
	o := p.o.Ingest
	if o.Limits.Members == 0 {
		o.Limits.Members = archiveMembers
	}
	return o
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
	case errors.Is(err, syscall.ELOOP):
		return "a link that leads back to itself"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "its name is longer than the system allows"
	case errors.Is(err, syscall.ENOSPC):
		return "the disk of the store is full; it is tried again next time"
	}
	return err.Error()
}
