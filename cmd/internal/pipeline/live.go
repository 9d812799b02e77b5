package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"congvan/index"
)

// liveEvery is how often a live index looks whether a writer has changed the index.
const liveEvery = time.Second

// Live is the index of a program that runs on while others write: its view is renewed as the
// index changes. Searches that run keep the view they began with.
type Live struct {
	dir    string
	now    func() time.Time
	mu     sync.Mutex
	held   *held
	stamp  time.Time
	looked time.Time
}

// held is a view with the number of searches that use it.
type held struct {
	index *index.Index
	users int
	old   bool
}

// Live is a live view of the pipeline's index.
func (p *Pipeline) Live() *Live { return &Live{dir: p.indexDir(), now: p.o.Now} }

// Use calls do with the index as it is, at most a second old. A damaged segment makes the library
// below panic: that fails the one search.
func (l *Live) Use(ctx context.Context, do func(*index.Index) error) (err error) {
	h, err := l.take()
	if err != nil {
		return err
	}
	defer l.release(h)
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if crash := recover(); crash != nil {
			err = fmt.Errorf("search: the index is damaged (%v): \"congvan doctor --repair\" builds it again", crash)
		}
	}()
	return do(h.index)
}

func (l *Live) take() (*held, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if now := l.now(); l.held == nil || now.Sub(l.looked) >= liveEvery || now.Before(l.looked) {
		l.looked = now
		if stamp := stampOf(l.dir); l.held == nil || !stamp.Equal(l.stamp) {
			x, err := openView(l.dir, index.Options{})
			if err != nil && l.held == nil {
				return nil, err
			}
			if err == nil { // otherwise the view of before serves on
				l.retire()
				l.held, l.stamp = &held{index: x}, stamp
			}
		}
	}
	l.held.users++
	return l.held, nil
}

// stampOf is when the index was last committed to.
func stampOf(dir string) time.Time {
	var newest time.Time
	files, err := filepath.Glob(filepath.Join(dir, "*", "root.bolt"))
	if err != nil {
		return newest
	}
	for _, file := range files {
		if info, err := os.Stat(file); err == nil && info.ModTime().After(newest) {
			newest = info.ModTime()
		}
	}
	return newest
}

// retire closes the present view once nobody uses it.
func (l *Live) retire() {
	if l.held == nil {
		return
	}
	l.held.old = true
	if l.held.users == 0 {
		_ = l.held.index.Close() // read only: there is nothing to lose
	}
	l.held = nil
}

func (l *Live) release(h *held) {
	l.mu.Lock()
	defer l.mu.Unlock()
	h.users--
	if h.old && h.users == 0 {
		_ = h.index.Close()
	}
}

// Close ends the view.
func (l *Live) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.retire()
}
