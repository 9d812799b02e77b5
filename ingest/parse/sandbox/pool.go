// Package sandbox parses files in child processes, the program run again, so that a file that
// makes a reader crash, hang or run out of memory costs its own outcome and nothing else. The
// children are kept and used again.
package sandbox

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"congvan/corpus"
	"congvan/ingest/parse"
	"congvan/ingest/parse/form"
)

// Options say how children are run. The zero value works.
type Options struct {
	Command []string // how to run a child; this program with Argument when empty
	Files   int      // files that a child may parse before it is replaced; 500
}

// Pool is a set of children. It is safe for many callers at a time; each has a child of its own.
type Pool struct {
	options Options
	mu      sync.Mutex
	idle    []*child
	closed  bool
}

// New makes a pool. Children are started as they are needed; Close ends them.
func New(o Options) *Pool {
	if o.Files <= 0 {
		o.Files = 500
	}
	return &Pool{options: o}
}

// Parse reads a file in a child. It never fails: a crash or a limit is the status of what it
// returns, with a reason that names the limit.
func (p *Pool) Parse(ctx context.Context, content []byte, o parse.Options) parse.Raw {
	o.Limits = o.Limits.Filled()
	name := parse.Detect(content)
	if int64(len(content)) > o.Limits.Input {
		return form.Fail(name, corpus.StatusTooLarge, "over the limit of %d bytes for a file", o.Limits.Input)
	}
	for try := 0; ; try++ {
		c, err := p.take(o.Limits.Memory)
		if err != nil {
			return form.Fail(name, corpus.StatusFailed, "starting a process to parse in: %v", err)
		}
		used := c.files
		raw, err := c.parse(ctx, content, o)
		if err == nil {
			p.give(c)
			return raw
		}
		end := c.end(!errors.Is(err, errWire))
		if try == 0 && used > 0 && ctx.Err() == nil && errors.Is(err, errGone) {
			continue // it had died before it saw this file
		}
		return failure(ctx, name, o.Limits, end, err)
	}
}

// failure is the outcome of a file that a child did not answer.
func failure(ctx context.Context, name string, limits parse.Limits, end ending, err error) parse.Raw {
	switch {
	case ctx.Err() != nil:
		return form.Fail(name, corpus.StatusFailed, "interrupted")
	case end.late:
		return form.Fail(name, corpus.StatusTooLarge, "parsing took longer than the limit of %v", limits.Wall)
	case strings.Contains(end.words, "out of memory") || strings.Contains(end.words, "cannot allocate memory") || end.killed:
		return form.Fail(name, corpus.StatusTooLarge, "parsing needs more memory than the limit of %d MB", limits.Memory>>20)
	case strings.Contains(end.words, "stack exceeds"):
		return form.Fail(name, corpus.StatusTooLarge, "nested deeper than the limit")
	case errors.Is(err, errWire):
		return form.Fail(name, corpus.StatusTooLarge, "more came out of it than the limits allow: %v", err)
	}
	first, _, _ := strings.Cut(end.words, "\n")
	return form.Fail(name, corpus.StatusDamaged, "the parser crashed: %s", first)
}

// take is an idle child or a new one.
func (p *Pool) take(memory int64) (*child, error) {
	p.mu.Lock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		p.mu.Unlock()
		return c, nil
	}
	closed := p.closed
	p.mu.Unlock()
	if closed {
		return nil, errors.New("the pool is closed")
	}
	command := p.options.Command
	if len(command) == 0 {
		program, err := os.Executable()
		if err != nil {
			return nil, fmt.Errorf("finding this program: %w", err)
		}
		command = []string{program, Argument}
	}
	return start(command, memory)
}

// give puts a child back, or ends it when it has done its part.
func (p *Pool) give(c *child) {
	p.mu.Lock()
	keep := !p.closed && c.files < p.options.Files
	if keep {
		p.idle = append(p.idle, c)
	}
	p.mu.Unlock()
	if !keep {
		c.end(false)
	}
}

// Close ends the children that are idle; those at work end with their file.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle, p.closed = nil, true
	p.mu.Unlock()
	for _, c := range idle {
		c.end(false)
	}
}
