package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"congvan/ingest/parse"
)

// errGone says that a child did not take a file in.
var errGone = errors.New("the child is gone")

// child is a running process.
type child struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	words *head
	files int // that it was given
	late  atomic.Bool
}

// ending is how a child ended.
type ending struct {
	late   bool   // over its time
	killed bool   // by someone else: the system, when memory is short
	words  string // the first that it said on its standard error
}

func start(command []string, memory int64) (*child, error) {
	args := append(append([]string(nil), command[1:]...), strconv.FormatInt(memory, 10))
	c := &child{cmd: exec.Command(command[0], args...), words: &head{}}
	c.cmd.Stderr = c.words
	c.cmd.Dir = "/"
	apart(c.cmd)
	in, err := c.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.in, c.out = in, bufio.NewReaderSize(out, 64<<10)
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	return c, nil
}

// parse has the child parse a file. After an error the child is of no more use.
func (c *child) parse(ctx context.Context, content []byte, o parse.Options) (parse.Raw, error) {
	clock := c.watch(o.Limits.Wall)
	defer clock.stop()
	defer context.AfterFunc(ctx, func() { kill(c.cmd) })()
	if err := c.ask(request{Options: o}, content); err != nil {
		return parse.Raw{}, err
	}
	return receiveRaw(c.out, o.Limits, clock.scan)
}

// ask hands a file to the child with what is asked of it.
func (c *child) ask(r request, content []byte) error {
	asked, err := json.Marshal(r)
	if err != nil {
		return err
	}
	c.files++
	if err := writeFrame(c.in, kindOptions, asked); err != nil {
		return errors.Join(errGone, err)
	}
	return writeFrame(c.in, kindContent, content)
}

// pagesMost bounds how many pages of a file have time of their own.
const pagesMost = 2000

// clock ends a child that takes too long. The pages that it reads by OCR have the time wall each;
// all the rest together has wall, however many pages come between.
type clock struct {
	c       *child
	wall    time.Duration
	mu      sync.Mutex
	timer   *time.Timer
	left    time.Duration // for the rest, at begun
	begun   time.Time     // when the child last turned from pages to the rest or back
	reading bool          // pages, since begun
	pages   int           // begun so far
	stopped bool
}

// watch starts the clock.
func (c *child) watch(wall time.Duration) *clock {
	k := &clock{c: c, wall: wall, left: wall, begun: time.Now()}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.timer = time.AfterFunc(wall, k.ring)
	return k
}

func (k *clock) ring() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.stopped {
		return
	}
	k.c.late.Store(true)
	kill(k.c.cmd)
}

// scan hears that the child begins to read pages by OCR, or with 0 that it has read them.
func (k *clock) scan(pages int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := time.Now()
	if !k.reading {
		k.left -= now.Sub(k.begun)
	}
	pages = max(0, min(pages, pagesMost-k.pages))
	k.pages += pages
	k.begun, k.reading = now, pages > 0
	if k.reading {
		k.timer.Reset(time.Duration(pages) * k.wall)
	} else {
		k.timer.Reset(k.left)
	}
}

func (k *clock) stop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stopped = true
	k.timer.Stop()
}

// end stops the child, waits for it and says how it ended. One that is dying of itself is given
// a moment to say why.
func (c *child) end(dying bool) ending {
	_ = c.in.Close()
	if !dying {
		kill(c.cmd)
	}
	clock := time.AfterFunc(2*time.Second, func() { kill(c.cmd) })
	_ = c.cmd.Wait()
	clock.Stop()
	return ending{late: c.late.Load(), killed: dying && killed(c.cmd.ProcessState), words: c.words.String()}
}

// head keeps the first bytes that are written to it.
type head struct {
	mu sync.Mutex
	b  []byte
}

func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.b = append(h.b, p[:min(len(p), 4096-len(h.b))]...)
	return len(p), nil
}

func (h *head) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return string(h.b)
}
