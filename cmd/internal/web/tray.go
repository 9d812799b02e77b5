package web

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/ingest/fetch"
)

// HandIns are files that reviewers handed in: each is kept in a folder of its own under the store,
// so that its place stays the same when it is read again, and ingested one after another.
type HandIns struct {
	folder string
	change Change
	now    func() time.Time
	log    *slog.Logger
	wake   chan struct{}

	mu  sync.Mutex
	all []HandIn // oldest first
}

// HandIn is one file and how it fared.
type HandIn struct {
	Key, Name, Who string
	State          HandInState
	Record         string // its record's ID, when there is one
	Reason         string
}

// HandInState is how a file that was handed in fares.
type HandInState string

// The states.
const (
	Waiting HandInState = "waiting"
	Read    HandInState = "read"
	Unread  HandInState = "unread" // kept, and could not be read: the reason says why
)

// mostListed is how many files the page lists; the store has all.
const mostListed = 200

// NewHandIns keeps files under the store's folder. Files of before that were still waiting when
// the server ended are ingested when Run starts.
func NewHandIns(data string, change Change, now func() time.Time, log *slog.Logger) *HandIns {
	return &HandIns{folder: filepath.Join(data, "handed-in"), change: change, now: now, log: log, wake: make(chan struct{}, 1)}
}

// List is what was handed in, the newest first.
func (h *HandIns) List() []HandIn {
	h.mu.Lock()
	defer h.mu.Unlock()
	files := slices.Clone(h.all)
	slices.Reverse(files)
	return files
}

// Take keeps a file. What comes half is no file.
func (h *HandIns) Take(name, who string, from io.Reader) error {
	name = cmp.Or(fetch.CleanName(name), "file")
	folder, err := h.fresh()
	if err != nil {
		return fmt.Errorf("keeping %q: %w", name, err)
	}
	file, err := os.OpenFile(filepath.Join(folder, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err == nil {
		_, err = io.Copy(file, from)
		if err == nil {
			err = file.Sync()
		}
		if closing := file.Close(); err == nil {
			err = closing
		}
	}
	if err != nil {
		_ = os.RemoveAll(folder)
		return fmt.Errorf("keeping %q: %w", name, err)
	}
	h.mu.Lock()
	h.all = append(h.all, HandIn{Key: filepath.Base(folder), Name: name, Who: who, State: Waiting})
	h.all = h.all[max(0, len(h.all)-mostListed):]
	h.mu.Unlock()
	h.call()
	return nil
}

// fresh makes a folder for one file.
func (h *HandIns) fresh() (string, error) {
	if err := os.MkdirAll(h.folder, 0o755); err != nil {
		return "", err
	}
	return os.MkdirTemp(h.folder, h.now().UTC().Format("20060102T150405-"))
}

// Again has a file read once more.
func (h *HandIns) Again(key string) {
	h.mu.Lock()
	for i := range h.all {
		if h.all[i].Key == key && h.all[i].State == Unread {
			h.all[i].State, h.all[i].Reason = Waiting, ""
		}
	}
	h.mu.Unlock()
	h.call()
}

func (h *HandIns) call() {
	select {
	case h.wake <- struct{}{}:
	default: // it is awake
	}
}

// between is how long to wait when another process is writing to the store.
const between = 5 * time.Second

// Run ingests what is handed in until ctx ends; first what an earlier server left.
func (h *HandIns) Run(ctx context.Context) {
	if _, err := os.Stat(h.folder); err == nil {
		h.ingest(ctx, h.folder, false, func(pipeline.Outcome) {})
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-h.wake:
		}
		for ctx.Err() == nil {
			next, ok := h.next()
			if !ok {
				break
			}
			h.read(ctx, next)
		}
	}
}

func (h *HandIns) next() (HandIn, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	at := slices.IndexFunc(h.all, func(f HandIn) bool { return f.State == Waiting })
	if at < 0 {
		return HandIn{}, false
	}
	return h.all[at], true
}

// read ingests one file. Of an archive the first trouble is told.
func (h *HandIns) read(ctx context.Context, f HandIn) {
	state, record, reason := Read, "", ""
	h.ingest(ctx, filepath.Join(h.folder, f.Key), true, func(o pipeline.Outcome) {
		if o.Record != nil {
			record = cmp.Or(record, o.Record.ID)
		} else if o.Source.SHA256 != "" && o.Source.Status == corpus.StatusOK {
			record = cmp.Or(record, corpus.IDOf(o.Source.SHA256))
		}
		if o.Change == pipeline.Failed {
			state, reason = Unread, cmp.Or(reason, o.Source.Reason)
		}
	})
	if ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	for i := range h.all {
		if h.all[i].Key == f.Key {
			h.all[i].State, h.all[i].Record, h.all[i].Reason = state, record, reason
		}
	}
}

// ingest reads a folder, and waits while another process is writing.
func (h *HandIns) ingest(ctx context.Context, folder string, again bool, report func(pipeline.Outcome)) {
	for {
		err := h.change(ctx, func(p *pipeline.Pipeline) error {
			return p.IngestWith(ctx, pipeline.IngestOptions{Paths: []string{folder}, Again: again}, report)
		})
		if err == nil || ctx.Err() != nil {
			return
		}
		h.log.Warn("files handed in wait", "error", err)
		select {
		case <-time.After(between):
		case <-ctx.Done():
			return
		}
	}
}
