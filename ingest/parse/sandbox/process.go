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
	clock := time.AfterFunc(o.Limits.Wall, func() {
		c.late.Store(true)
		_ = c.cmd.Process.Kill()
	})
	defer clock.Stop()
	defer context.AfterFunc(ctx, func() { _ = c.cmd.Process.Kill() })()
	asked, err := json.Marshal(request{Options: o})
	if err != nil {
		return parse.Raw{}, err
	}
	c.files++
	if err := writeFrame(c.in, kindOptions, asked); err != nil {
		return parse.Raw{}, errors.Join(errGone, err)
	}
	if err := writeFrame(c.in, kindContent, content); err != nil {
		return parse.Raw{}, err
	}
	return receiveRaw(c.out, o.Limits, func() { clock.Reset(o.Limits.Wall) })
}

// end stops the child, waits for it and says how it ended. One that is dying of itself is given
// a moment to say why.
func (c *child) end(dying bool) ending {
	_ = c.in.Close()
	if !dying {
		_ = c.cmd.Process.Kill()
	}
	clock := time.AfterFunc(2*time.Second, func() { _ = c.cmd.Process.Kill() })
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
