// Package pipeline is the flow: the only place where reading, extracting and finding meet.
//
//	file → snapshot → Document → Record → store → outbox → index
//
// A snapshot is kept before anything is made of it, a record is committed before the index hears
// of it; so the index can always be made again from the store, and the store from the snapshots.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"congvan/corpus/snapshot"
	"congvan/corpus/sqlite"
	"congvan/extract"
	"congvan/index"
	"congvan/ingest"
)

// ErrStore says that the store is unusable or in use.
var ErrStore = errors.New("store")

// Options say how a pipeline works. Data is the folder of its store; the rest may be zero.
type Options struct {
	Data    string
	Workers int // documents read at a time; 0: one a processor
	Batch   int // outcomes committed at a time; 0: 400
	Now     func() time.Time
	Ingest  ingest.Options
	Extract extract.Options
	Warn    func(string)     // hears what was put right without being asked; may be nil
	Reached func(Step) error // tests stop the flow at a step with it; nil in the program
	Relaxed bool             // power loss may take the last commits, a kill not: measured, not offered
}

// Pipeline is an open store with its index.
type Pipeline struct {
	o         Options
	snapshots *snapshot.Store
	store     *sqlite.Store
	index     *index.Index // nil until it is needed
	unlock    func()
}

// Open opens the store to write, and creates it when there is none. One process writes at a
// time: a second waits for a few seconds and is then told so (ErrStore).
func Open(ctx context.Context, o Options) (*Pipeline, error) {
	unlock, err := lock(ctx, o.Data)
	if err != nil {
		return nil, fmt.Errorf("%w %s: %w", ErrStore, o.Data, err)
	}
	openStore := sqlite.Open
	if o.Relaxed {
		openStore = sqlite.OpenRelaxed
	}
	store, err := openStore(ctx, filepath.Join(o.Data, "store.db"))
	if err != nil {
		unlock()
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	p := newPipeline(o, store, unlock)
	if err := p.snapshots.Tidy(); err != nil {
		return nil, errors.Join(fmt.Errorf("%w %s: %w", ErrStore, o.Data, err), p.Close())
	}
	return p, nil
}

// OpenToRead opens an existing store to read.
func OpenToRead(ctx context.Context, o Options) (*Pipeline, error) {
	store, err := sqlite.OpenReadOnly(ctx, filepath.Join(o.Data, "store.db"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w %s does not exist yet: \"congvan ingest PATH\" makes it, --data names another", ErrStore, o.Data)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	return newPipeline(o, store, func() {}), nil
}

func newPipeline(o Options, store *sqlite.Store, unlock func()) *Pipeline {
	return &Pipeline{o: o, store: store, unlock: unlock, snapshots: snapshot.Open(filepath.Join(o.Data, "originals"))}
}

func (p *Pipeline) warn(what string) {
	if p.o.Warn != nil {
		p.o.Warn(what)
	}
}

// Data is the folder of the store.
func (p *Pipeline) Data() string { return p.o.Data }

// Store is where the records are.
func (p *Pipeline) Store() *sqlite.Store { return p.store }

// Snapshots is where the originals are.
func (p *Pipeline) Snapshots() *snapshot.Store { return p.snapshots }

// Close closes index and store.
func (p *Pipeline) Close() error {
	var err error
	if p.index != nil {
		err = p.index.Close()
		p.clearTries()
	}
	err = errors.Join(err, p.store.Close())
	p.unlock()
	return err
}
