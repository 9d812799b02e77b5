package pdf

import (
	"context"
	"fmt"
	"image"
	"strings"
	"unicode/utf8"

	"congvan/ingest/charset"

	"github.com/klippa-app/go-pdfium/requests"
)

// Word is a word of a page with the box that it fills in a picture of the page.
type Word struct {
	Text string
	Box  image.Rectangle
}

// spot is a word with its corners on the page, in points from the lower left.
type spot struct {
	text   string
	corner [2][2]float64
}

// maxSpots is how many words of a page are placed; no page for readers has as many.
const maxSpots = 20_000

// What letters reach above and below their baseline, in sizes of their font.
const (
	ascent  = 0.92
	descent = 0.24
)

// Words are the words of page i of a file, counted from 0, as Parse reads them, with their boxes
// in a picture of the page that has this size. None, and false: the page's own text is worth
// nothing, and only its picture can tell them.
func (r *Rendering) Words(ctx context.Context, b []byte, i int, size image.Point) (words []Word, own bool, err error) {
	f, err := open(b)
	if err != nil {
		return nil, false, err
	}
	leaves, _ := f.leaves(i + 1)
	if i >= len(leaves) {
		return nil, false, fmt.Errorf("pdf: there is no page %d", i+1)
	}
	in := runPage(ctx, &leaves[i], map[string]*font{}, maxPageText, &Result{})
	spots := in.page.spots()
	page := in.read(&leaves[i])
	if page.NeedsOCR() || page.Verdict == Empty {
		return nil, false, nil
	}
	for _, s := range spots {
		if box, ok := r.onPicture(i, size, s.corner); ok {
			words = append(words, Word{s.text, box})
		}
	}
	return words, true, nil
}

// spots are the words of the page's lines, as they were drawn.
func (p *page) spots() (spots []spot) {
	for i := range p.lines {
		l := &p.lines[i]
		l.settle()
		first := 0
		for at := 1; at <= len(l.glyphs); at++ {
			if at < len(l.glyphs) && !strings.Contains(string(l.text[l.glyphs[at-1].end:max(l.glyphs[at].start, l.glyphs[at-1].end)]), " ") && l.gapBefore(at) < wideWordGap {
				continue
			}
			if s := l.spot(first, at); s.text != "" && len(spots) < maxSpots {
				spots = append(spots, s)
			}
			first = at
		}
	}
	return spots
}

// spot is the word of the glyphs [from, to).
func (l *line) spot(from, to int) spot {
	if from >= to {
		return spot{}
	}
	start, end := int(l.glyphs[from].start), int(l.glyphs[to-1].end)
	if to < len(l.glyphs) { // marks drawn after their letter
		end = max(end, int(l.glyphs[to].start))
	} else {
		end = max(end, len(l.text))
	}
	if start > end || !utf8.Valid(l.text[start:end]) {
		return spot{}
	}
	text := strings.TrimSpace(string(l.text[start:end]))
	for _, r := range l.runs {
		if r.start <= start && start < r.end {
			text = charset.DecodeRun(text, r.enc)
			break
		}
	}
	s := spot{text: text}
	for n, c := range [...][2]float64{{float64(l.glyphs[from].left), l.baseline - descent*l.size}, {float64(l.glyphs[to-1].right), l.baseline + ascent*l.size}} {
		s.corner[n] = [2]float64{c[0]*l.x - c[1]*l.y, c[0]*l.y + c[1]*l.x}
	}
	return s
}

// onPicture is where a box of the page lies in its picture, which may show the page turned.
func (r *Rendering) onPicture(i int, size image.Point, corner [2][2]float64) (image.Rectangle, bool) {
	var points [2]image.Point
	for n, c := range corner {
		device, err := r.engine.FPDF_PageToDevice(&requests.FPDF_PageToDevice{Page: r.page(i), SizeX: size.X, SizeY: size.Y, PageX: c[0], PageY: c[1]})
		if err != nil {
			return image.Rectangle{}, false
		}
		points[n] = image.Pt(device.DeviceX, device.DeviceY)
	}
	box := image.Rectangle{points[0], points[1]}.Canon().Intersect(image.Rectangle{Max: size})
	return box, !box.Empty()
}
