package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Limiter bounds how many pages are read at once, all over the program.
type Limiter chan struct{}

// NewLimiter lets n pages be read at once; 0 is one for each core.
func NewLimiter(n int) Limiter {
	if n <= 0 {
		n = runtime.NumCPU()
	}
	return make(Limiter, n)
}

// Reader reads pages. Make one with New; it may be used by several goroutines.
type Reader struct {
	program string
	limiter Limiter
	once    sync.Once
	found   Availability
}

// ErrUnavailable says that this machine cannot read pictures; Availability.Missing says what to do.
var ErrUnavailable = errors.New("ocr: no tesseract with Vietnamese data on this machine: " + Install)

// New is a reader by a program, "" for "tesseract", which is looked for when it is first needed.
// limiter may be nil: as many pages at once as there are callers.
func New(program string, limiter Limiter) *Reader { return &Reader{program: program, limiter: limiter} }

// Available says what the reader can do; it asks the machine once.
func (r *Reader) Available(ctx context.Context) Availability {
	r.once.Do(func() { r.found = Available(context.WithoutCancel(ctx), r.program) })
	return r.found
}

// Page is a page read. Text has a paragraph a line.
type Page struct {
	Text       string
	Doubts     [][2]int // byte ranges [start, end) of Text: words read with little confidence
	Confidence float64  // the mean over all words, 0…100
	Words      int
}

// language is tesseract's name of Vietnamese. With English beside it, it reads two points worse.
const language = "vie"

// maxOutput bounds what tesseract may write, in bytes.
const maxOutput = 32 << 20

// Read reads one page drawn at dpi dots an inch.
func (r *Reader) Read(ctx context.Context, picture *image.Gray, dpi int) (Page, error) {
	if angle := skew(picture); angle != 0 {
		picture = rotate(picture, angle)
	}
	words, err := r.words(ctx, picture, dpi, automatic)
	if err != nil {
		return Page{}, err
	}
	if doubtfulPage(words) {
		if picture, words, err = r.turned(ctx, picture, words, dpi); err != nil {
			return Page{}, err
		}
	}
	if box, ok := missedClosing(words, picture.Rect); ok {
		more, err := r.words(ctx, crop(picture, box), dpi, block)
		if err != nil {
			return Page{}, err
		}
		words = append(words, moved(clear(more), box.Min, len(words))...)
	}
	return arrange(words, picture.Rect.Dx()), nil
}

// segmentation is a way in which tesseract looks for lines (its --psm).
type segmentation int

const (
	automatic segmentation = 3
	block     segmentation = 6
)

func (r *Reader) words(ctx context.Context, picture *image.Gray, dpi int, how segmentation) ([]word, error) {
	out, err := r.run(ctx, portable(picture), dpi, how)
	if err != nil {
		return nil, err
	}
	return parseTSV(out), nil
}

// run starts tesseract on the bytes of a picture file. One thread: with more it is 20 times
// slower on small machines. When ctx ends, the program is killed.
func (r *Reader) run(ctx context.Context, picture io.Reader, dpi int, how segmentation) ([]byte, error) {
	found := r.Available(ctx)
	if !found.OK() {
		return nil, ErrUnavailable
	}
	if r.limiter != nil {
		select {
		case r.limiter <- struct{}{}:
			defer func() { <-r.limiter }()
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	c := exec.CommandContext(ctx, found.Program, "stdin", "stdout", "-l", language,
		"--dpi", strconv.Itoa(dpi), "--psm", strconv.Itoa(int(how)), "-c", "tessedit_create_tsv=1", "-c", "invert_threshold=0")
	c.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	c.Stdin = picture
	c.WaitDelay = 2 * time.Second
	var out, complaint bounded
	out.left, complaint.left = maxOutput, 4096
	c.Stdout, c.Stderr = &out, &complaint
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("ocr: tesseract: %w: %s", err, strings.TrimSpace(complaint.String()))
	}
	return out.Bytes(), nil
}

// bounded is a buffer that drops what goes beyond its limit.
type bounded struct {
	bytes.Buffer
	left int
}

func (b *bounded) Write(p []byte) (int, error) {
	n := min(len(p), b.left)
	b.left -= n
	b.Buffer.Write(p[:n])
	return len(p), nil
}

// portable is the picture as a PGM file, which costs nothing to write and to read.
func portable(p *image.Gray) io.Reader {
	head := fmt.Sprintf("P5\n%d %d\n255\n", p.Rect.Dx(), p.Rect.Dy())
	if p.Stride == p.Rect.Dx() {
		return io.MultiReader(strings.NewReader(head), bytes.NewReader(p.Pix))
	}
	var out bytes.Buffer
	out.WriteString(head)
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		i := p.PixOffset(p.Rect.Min.X, y)
		out.Write(p.Pix[i : i+p.Rect.Dx()])
	}
	return &out
}
