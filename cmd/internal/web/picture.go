package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/ingest/parse"
)

// Pictures of pages are kept in memory up to this many bytes, and drawn so many at a time.
const (
	picturesKept  = 48 << 20
	drawnAtOnce   = 2
	longestLedger = 4096 // pictures that are kept, however small
)

// drawings keeps the pages that were drawn, the newest used last.
type drawings struct {
	turn chan struct{}

	mu    sync.Mutex
	size  int
	order []string
	kept  map[string]parse.Drawing
}

func newDrawings() *drawings {
	return &drawings{turn: make(chan struct{}, drawnAtOnce), kept: map[string]parse.Drawing{}}
}

// get is a page's drawing, kept or made now.
func (d *drawings) get(ctx context.Context, key string, draw func() (parse.Drawing, error)) (parse.Drawing, error) {
	if found, ok := d.find(key); ok {
		return found, nil
	}
	select {
	case d.turn <- struct{}{}:
		defer func() { <-d.turn }()
	case <-ctx.Done():
		return parse.Drawing{}, ctx.Err()
	}
	if found, ok := d.find(key); ok { // someone else drew it meanwhile
		return found, nil
	}
	made, err := draw()
	if err == nil && ctx.Err() == nil {
		d.keep(key, made)
	}
	return made, err
}

func (d *drawings) find(key string) (parse.Drawing, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	found, ok := d.kept[key]
	if ok {
		at := slices.Index(d.order, key)
		d.order = append(slices.Delete(d.order, at, at+1), key)
	}
	return found, ok
}

func (d *drawings) keep(key string, made parse.Drawing) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.kept[key] = made
	d.order = append(d.order, key)
	d.size += weight(made)
	for d.size > picturesKept || len(d.order) > longestLedger {
		oldest := d.order[0]
		d.size -= weight(d.kept[oldest])
		delete(d.kept, oldest)
		d.order = d.order[1:]
	}
}

func weight(d parse.Drawing) int { return len(d.PNG) + 64*len(d.Words) + 256 }

// drawing is page n of a record, counted from 1.
func (p *Pages) drawing(v *visit, r *corpus.Record, n int) (parse.Drawing, error) {
	return p.drawn.get(v.r.Context(), r.Source.SHA256+"/"+strconv.Itoa(n), func() (parse.Drawing, error) {
		return p.pipeline.Draw(v.r.Context(), r, n-1)
	})
}

// pageOf reads which page of which record an address names: .../trang/2 or .../trang/2.png.
func (p *Pages) pageOf(v *visit) (*corpus.Record, int, error) {
	r, err := p.load(v, "id")
	if err != nil {
		return nil, 0, err
	}
	name := strings.TrimSuffix(strings.TrimSuffix(v.r.PathValue("page"), ".png"), ".json")
	n, err := strconv.Atoi(name)
	if err != nil || n < 1 || n > r.Source.Pages || !p.pipeline.Draws(r) {
		return nil, 0, fmt.Errorf("page %q of %s: %w", v.r.PathValue("page"), r.ID, sqlite.ErrNotFound)
	}
	return r, n, nil
}

// picture is a page as a picture, with the words of its facts marked; tu names the words that the
// reader came for. With .json it is where the marks are.
func (p *Pages) picture(v *visit) error {
	r, n, err := p.pageOf(v)
	if err != nil {
		return err
	}
	from, err := ask.Number(v.r.Form, "tu", -1, 0, len(r.Text))
	if err != nil {
		return err
	}
	d, err := p.drawing(v, r, n)
	if err != nil {
		return err
	}
	if d.Reason != "" {
		return fmt.Errorf("draw page %d of %s: %s: %w", n, r.ID, d.Reason, sqlite.ErrNotFound)
	}
	marks := placedMarks(r, n, d)
	if strings.HasSuffix(v.r.PathValue("page"), ".json") {
		return p.marksAsJSON(v, d, marks)
	}
	content, err := marked(d, marks, from)
	if err != nil {
		return err
	}
	h := v.w.Header()
	h.Set("Content-Type", "image/png")
	h.Set("Cache-Control", "private, max-age=300")
	writeTagged(v.w, v.r, http.StatusOK, content, corpus.Hash(content)[:32])
	return nil
}

// placedMark is evidence with where it stands on a page.
type placedMark struct {
	Start int
	Kind  string
	Boxes []image.Rectangle
}

// placedMarks are the marks of a record on page n that are found on its drawing.
func placedMarks(r *corpus.Record, n int, d parse.Drawing) []placedMark {
	if n > len(r.Pages) || len(d.Words) == 0 {
		return nil
	}
	page := r.Pages[n-1]
	placer := newPlacer(r.Text, page, d.Words)
	marks := marksOf(r)
	slices.SortFunc(marks, markOrder)
	var placed []placedMark
	for i, m := range marks {
		if m.kind == "head" || m.End <= page.Start || m.Start >= page.End || i > 0 && marks[i-1] == m || len(placed) == marksOnPage {
			continue
		}
		if boxes := placer.place(m.Span); boxes != nil {
			placed = append(placed, placedMark{m.Start, m.kind, boxes})
		}
	}
	return placed
}

// marksOnPage is how many marks a page shows.
const marksOnPage = 400

// inks are the colours of marks on paper, as the style sheet has them for the text in light.
var inks = map[string]color.RGBA{
	"fact": {0xd9, 0xec, 0xff, 255}, "contact": {0xd9, 0xec, 0xff, 255}, "duty": {0xe9, 0xf5, 0xe1, 255}, "actor": {0xd3, 0xef, 0xd0, 255},
	"time": {0xff, 0xe2, 0xc4, 255}, "ref": {0xec, 0xe3, 0xfa, 255}, "target": {0xfb, 0xe0, 0xee, 255}, "doubt": {0xfd, 0xec, 0xeb, 255},
}

// marked is a drawing with its marks washed over, and a frame around those that begin at a place.
func marked(d parse.Drawing, marks []placedMark, from int) ([]byte, error) {
	decoded, err := png.Decode(bytes.NewReader(d.PNG))
	if err != nil {
		return nil, fmt.Errorf("marking a page: %w", err)
	}
	picture, ok := decoded.(*image.RGBA)
	if !ok {
		return nil, errors.New("marking a page: the picture is of another kind")
	}
	for _, m := range marks {
		for _, box := range m.Boxes {
			wash(picture, box.Inset(-2), inks[m.Kind])
		}
	}
	for _, m := range marks {
		if m.Start == from {
			for _, box := range m.Boxes {
				border(picture, box.Inset(-4), color.RGBA{0x9a, 0x1b, 0x1e, 255})
			}
		}
	}
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("marking a page: %w", err)
	}
	return out.Bytes(), nil
}

// wash darkens paper to an ink; what is darker stays as it is.
func wash(p *image.RGBA, box image.Rectangle, ink color.RGBA) {
	box = box.Intersect(p.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			at := p.PixOffset(x, y)
			p.Pix[at], p.Pix[at+1], p.Pix[at+2] = min(p.Pix[at], ink.R), min(p.Pix[at+1], ink.G), min(p.Pix[at+2], ink.B)
		}
	}
}

// border draws the edge of a box, two points wide.
func border(p *image.RGBA, box image.Rectangle, ink color.RGBA) {
	inner := box.Inset(2)
	box = box.Intersect(p.Rect)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if !image.Pt(x, y).In(inner) {
				p.SetRGBA(x, y, ink)
			}
		}
	}
}
