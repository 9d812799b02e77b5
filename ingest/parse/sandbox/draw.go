package sandbox

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"congvan/ingest/parse"
)

// maxPicture bounds the bytes of a page's picture.
const maxPicture = 64 << 20

// Draw draws a page, counted from 0, of a file in a child. It never fails: what cannot be drawn
// says why.
func (p *Pool) Draw(ctx context.Context, content []byte, page int, o parse.Options) parse.Drawing {
	o.Limits = o.Limits.Filled()
	if int64(len(content)) > o.Limits.Input {
		return parse.Drawing{Reason: "the file is over the limit"}
	}
	for try := 0; ; try++ {
		c, err := p.take(o.Limits.Memory)
		if err != nil {
			return parse.Drawing{Reason: err.Error()}
		}
		used := c.files
		d, err := c.draw(ctx, content, page, o)
		if err == nil {
			p.give(c)
			return d
		}
		c.end(!errors.Is(err, errWire))
		if try == 0 && used > 0 && ctx.Err() == nil && errors.Is(err, errGone) {
			continue // it had died before it saw this file
		}
		return parse.Drawing{Reason: "drawing the page took too long or too much memory"}
	}
}

// draw has the child draw a page. After an error the child is of no more use.
func (c *child) draw(ctx context.Context, content []byte, page int, o parse.Options) (parse.Drawing, error) {
	clock := c.watch(o.Limits.Wall)
	defer clock.stop()
	defer context.AfterFunc(ctx, func() { kill(c.cmd) })()
	if err := c.ask(request{Options: o, Page: page + 1}, content); err != nil {
		return parse.Drawing{}, err
	}
	var d parse.Drawing
	kind, head, err := readFrame(c.out, headMost)
	if err != nil || kind != kindDrawing {
		return d, errors.Join(errWire, err)
	}
	if err := json.Unmarshal(head, &d); err != nil {
		return d, fmt.Errorf("%w: %w", errWire, err)
	}
	kind, d.PNG, err = readFrame(c.out, maxPicture)
	if err != nil || kind != kindPart {
		return d, errors.Join(errWire, err)
	}
	return d, nil
}

// answerDrawing draws a page and writes it. A child whose parent is gone ends itself.
func answerDrawing(w *bufio.Writer, content []byte, page int, o parse.Options) error {
	last := time.AfterFunc(4*o.Limits.Wall, func() { os.Exit(3) })
	defer last.Stop()
	d := parse.Draw(context.Background(), content, page, o)
	png := d.PNG
	d.PNG = nil
	head, err := json.Marshal(d)
	if err != nil {
		return err
	}
	if err := writeFrame(w, kindDrawing, head); err != nil {
		return err
	}
	return writeFrame(w, kindPart, png)
}
