package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// The times of a watch.
const (
	settleTime = 2 * time.Second  // a file rests so long before it is read: it may be half written
	lookEvery  = 10 * time.Minute // all is looked through, for what the system did not tell
	lookBlind  = 5 * time.Second  // the same where the system tells nothing
)

// Watch ingests the paths, and again what changes below them, until ctx ends. The store is open
// only while there is something to take in, so that other commands can write meanwhile.
func Watch(ctx context.Context, options Options, o IngestOptions, report func(Outcome)) error {
	o.Settle = settleTime
	bell := make(chan struct{}, 1)
	ring := func() {
		select {
		case bell <- struct{}{}:
		default: // it rings already
		}
	}
	every := lookEvery
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		every = lookBlind
	} else {
		defer watcher.Close()
		if !watchAll(watcher, o.Paths) {
			every = lookBlind // more folders than the system watches
		}
		go listen(watcher, ring)
	}
	for {
		waiting, err := ingestOnce(ctx, options, o, report)
		if err != nil && !errors.Is(err, errInUse) {
			return err
		}
		wait := every
		if waiting > 0 || err != nil { // half-written files, or another writer
			wait = settleTime
		}
		timer := time.NewTimer(wait)
		select {
		case <-bell:
			timer.Reset(settleTime / 4) // what is being copied comes in a burst
			<-timer.C
		case <-timer.C:
		case <-ctx.Done():
			return ctx.Err()
		}
		timer.Stop()
	}
}

// ingestOnce opens the store for one round, and reports how many files were not ready. Nothing is
// said of what has not changed.
func ingestOnce(ctx context.Context, options Options, o IngestOptions, report func(Outcome)) (waiting int, err error) {
	p, err := Open(ctx, options)
	if err != nil {
		return 0, err
	}
	err = p.IngestWith(ctx, o, func(out Outcome) {
		switch out.Change {
		case Waiting:
			waiting++
		case Unchanged:
		default:
			report(out)
		}
	})
	return waiting, errors.Join(err, p.Close())
}

// listen rings when something below a watched folder changes, and watches folders that come.
func listen(watcher *fsnotify.Watcher, ring func()) {
	for {
		select {
		case event, ok := <-watcher.Events:
			if !ok {
				return
			}
			if event.Has(fsnotify.Create) {
				watchAll(watcher, []string{event.Name})
			}
			ring()
		case _, ok := <-watcher.Errors:
			if !ok {
				return
			}
			ring() // events were lost: look through all
		}
	}
}

// watchAll watches the folders of the paths, and reports whether all of them are watched.
func watchAll(watcher *fsnotify.Watcher, paths []string) bool {
	all := true
	for _, root := range paths {
		err := filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return nil // ingest says what is wrong with it
			}
			if watcher.Add(at) != nil {
				all = false
			}
			return nil
		})
		if info, statErr := os.Stat(root); err != nil || statErr == nil && !info.IsDir() && watcher.Add(filepath.Dir(root)) != nil {
			all = false
		}
	}
	return all
}
