package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"sync"

	"congvan/corpus"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// Engine is pdfium as WebAssembly. It starts when it is first used: 0.2 s, and 3 s or more the
// first time on a machine, when its machine code is not in the cache yet. It may be used by one
// goroutine at a time for each open document.
type Engine struct {
	cache string

	start sync.Mutex
	pool  pdfium.Pool
}

// Memory of one instance, in pages of 64 KB, and the largest picture in pixels.
const (
	engineMemory = 6 << 10 // 384 MB
	maxPixels    = 16 << 20
)

// NewEngine is an engine whose compiled code is kept in the folder cache; "" is a folder of the
// user's cache directory.
func NewEngine(cache string) *Engine { return &Engine{cache: cache} }

// Close stops the engine; it must not be used any more.
func (e *Engine) Close() error {
	e.start.Lock()
	defer e.start.Unlock()
	if e.pool == nil {
		return nil
	}
	return e.pool.Close()
}

func (e *Engine) instance(ctx context.Context) (pdfium.Pdfium, error) {
	e.start.Lock()
	defer e.start.Unlock()
	if e.pool == nil {
		pool, err := webassembly.Init(webassembly.Config{
			MaxIdle: 1, MaxTotal: 4,
			FSConfig:      fontFolders(),
			RuntimeConfig: e.runtime(),
			Stdout:        io.Discard, Stderr: io.Discard,
		})
		if err != nil {
			return nil, fmt.Errorf("pdf: start pdfium: %w", err)
		}
		e.pool = pool
	}
	i, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("pdf: start pdfium: %w", err)
	}
	return i, nil
}

// runtime configures the WebAssembly machine. Without a folder to keep it in, the machine code is
// made anew for every process.
func (e *Engine) runtime() wazero.RuntimeConfig {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(engineMemory)
	folder := e.cache
	if folder == "" {
		if user, err := os.UserCacheDir(); err == nil {
			folder = filepath.Join(user, "congvan", "pdfium")
		}
	}
	if folder == "" || os.MkdirAll(folder, 0o700) != nil {
		return config
	}
	if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
		return config.WithCompilationCache(cache)
	}
	return config
}

// fontFolders is all of the file system that pdfium sees: fonts, for files that embed none.
func fontFolders() wazero.FSConfig {
	config := wazero.NewFSConfig()
	for _, folder := range [...]string{"/usr/share/fonts", "/usr/local/share/fonts"} {
		if stat, err := os.Stat(folder); err == nil && stat.IsDir() {
			config = config.WithReadOnlyDirMount(folder, folder)
		}
	}
	return config
}

// Rendering is a document open in pdfium.
type Rendering struct {
	engine   pdfium.Pdfium
	document references.FPDF_DOCUMENT
}

// Open opens a PDF file; ctx bounds the wait for an instance. What runs inside pdfium cannot be
// stopped (a machine that can be is ten times slower), so hostile files belong into a process that
// can. Close the rendering in the end.
func (e *Engine) Open(ctx context.Context, b []byte) (*Rendering, error) {
	i, err := e.instance(ctx)
	if err != nil {
		return nil, err
	}
	r := &Rendering{engine: i}
	opened, err := i.OpenDocument(&requests.OpenDocument{File: &b})
	if err != nil {
		r.Close()
		if errors.Is(err, pdfiumerrors.ErrPassword) {
			return nil, &Refusal{corpus.StatusProtected, reasonPassword}
		}
		return nil, damaged("pdfium cannot read it either: %v", err)
	}
	r.document = opened.Document
	return r, nil
}

// Close frees the document.
func (r *Rendering) Close() {
	_ = r.engine.Close()
}

// Pages is the number of pages.
func (r *Rendering) Pages() int {
	n, err := r.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: r.document})
	if err != nil {
		return 0
	}
	return n.PageCount
}

func (r *Rendering) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: r.document, Index: i}}
}

// Text is the text of a page, counted from 0, in pdfium's order.
func (r *Rendering) Text(i int) (string, error) {
	t, err := r.engine.GetPageText(&requests.GetPageText{Page: r.page(i)})
	if err != nil {
		return "", fmt.Errorf("pdf: pdfium reads page %d: %w", i+1, err)
	}
	return string(bytes.ReplaceAll([]byte(t.Text), []byte("\r\n"), []byte("\n"))), nil
}

// Render draws a page, counted from 0, at dpi dots an inch; a page too large for that at fewer.
// With overlays the fields and notes on it are drawn too.
func (r *Rendering) Render(i, dpi int, overlays bool) (*image.RGBA, error) {
	size, err := r.engine.GetPageSize(&requests.GetPageSize{Page: r.page(i)})
	if err != nil {
		return nil, fmt.Errorf("pdf: pdfium measures page %d: %w", i+1, err)
	}
	for dpi > 10 && size.Width*size.Height*float64(dpi)*float64(dpi)/(72*72) > maxPixels {
		dpi = dpi * 9 / 10
	}
	request := requests.RenderPageInDPI{Page: r.page(i), DPI: dpi, Document: &r.document, RenderForm: overlays}
	if overlays {
		request.RenderFlags = enums.FPDF_RENDER_FLAG_ANNOT
	}
	drawn, err := r.engine.RenderPageInDPI(&request)
	if err != nil {
		return nil, fmt.Errorf("pdf: pdfium draws page %d: %w", i+1, err)
	}
	defer drawn.Cleanup()
	return OnPaper(drawn.Result.Image), nil
}

// OnPaper copies a picture, out of pdfium's memory too; where it is transparent, the paper is white.
func OnPaper(from *image.RGBA) *image.RGBA {
	to := image.NewRGBA(image.Rect(0, 0, from.Rect.Dx(), from.Rect.Dy()))
	for y := range to.Rect.Dy() {
		in := from.Pix[y*from.Stride : y*from.Stride+4*to.Rect.Dx()]
		out := to.Pix[y*to.Stride:]
		copy(out, in)
		for x := 3; x < len(in); x += 4 {
			if alpha := uint32(in[x]); alpha != 255 {
				for c := x - 3; c < x; c++ {
					out[c] = byte((uint32(in[c])*alpha + 255*(255-alpha)) / 255)
				}
				out[x] = 255
			}
		}
	}
	return to
}

// Grey is a rendered page as OCR reads it best: its red light, in which the red of seals is white
// and black and blue ink are dark.
func Grey(from *image.RGBA) *image.Gray {
	to := image.NewGray(from.Rect)
	for y := range to.Rect.Dy() {
		in, out := from.Pix[y*from.Stride:], to.Pix[y*to.Stride:(y+1)*to.Stride]
		for x := range out {
			out[x] = in[4*x]
		}
	}
	return to
}

// Mend writes the file anew, without its damages and without an encryption that needs no
// password.
func (e *Engine) Mend(ctx context.Context, b []byte) ([]byte, error) {
	r, err := e.Open(ctx, b)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	out := limited{left: 2*len(b) + 64<<20}
	_, err = r.engine.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{
		Document: r.document, Flags: requests.SaveFlagRemoveSecurity, FileWriter: &out,
	})
	if err != nil {
		return nil, fmt.Errorf("pdf: pdfium writes the file anew: %w", err)
	}
	return out.Bytes(), nil
}

// limited is a buffer that takes no more than it may.
type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, errors.New("larger than it may be")
	}
	return l.Buffer.Write(p)
}
