package cli

import (
	"fmt"
	"io"
	"sync"

	"github.com/cheggaaa/pb/v3"
)

// progress shows how far a long command is: a line that moves on a terminal, nothing elsewhere.
type progress struct {
	bar *pb.ProgressBar
	out io.Writer
	mu  sync.Mutex // lines come from the command, the total from who counts
}

func (s *session) startProgress(what string) *progress {
	p := &progress{out: s.Stderr}
	if s.Terminal {
		p.bar = pb.New(0).SetTemplateString(what + ` {{counters . }} {{percent . }} {{speed . "%s documents/s"}} {{rtime . "%s left"}} {{string . "name"}}`)
		p.bar.SetWriter(s.Stderr).Start()
	}
	return p
}

// total is what hears how many there will be: nil when nobody looks.
func (p *progress) total() func(int) {
	if p.bar == nil {
		return nil
	}
	return func(n int) { p.bar.SetTotal(int64(n)) }
}

func (p *progress) add(name string) {
	if p.bar != nil {
		p.bar.Set("name", cut(name, 40)).Increment()
	}
}

// say prints a line for the user without tearing the bar.
func (p *progress) say(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		line = "\r\033[K" + line
	}
	fmt.Fprintln(p.out, line)
}

func (p *progress) finish() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
