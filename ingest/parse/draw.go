package parse

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	drawer "image/draw"
	_ "image/gif" // scans as pictures
	_ "image/jpeg"
	"image/png"

	"congvan/ingest/parse/ocr"
	"congvan/ingest/parse/pdf"
)

// Drawing is a page of a file as a picture, with where its words stand in it.
type Drawing struct {
	PNG    []byte
	Size   image.Point
	Words  []pdf.Word
	ByOCR  bool   // the words were read from the picture
	Reason string // why there is no picture; "" when there is one
}

// The resolution of a picture to look at, the one that OCR needs, and the most points that a
// picture file may have.
const (
	lookDPI   = 110
	ocrDPI    = 220
	maxPoints = 40 << 20
)

// widest is how many points a picture to look at is wide at most: an A4 sheet at lookDPI.
const widest = lookDPI * 827 / 100

// CanDraw reports whether files of this media type can be drawn.
func CanDraw(media string) bool {
	switch media {
	case "application/pdf", "image/png", "image/jpeg", "image/gif":
		return true
	}
	return false
}

// Draw draws a page, counted from 0, of a PDF or a picture file. It never fails: what cannot be
// drawn says why.
func Draw(ctx context.Context, content []byte, n int, o Options) Drawing {
	o.Limits = o.Limits.Filled()
	if int64(len(content)) > o.Limits.Input {
		return Drawing{Reason: "the file is over the limit"}
	}
	d, err := draw(ctx, content, n, o)
	if err != nil {
		return Drawing{Reason: err.Error()}
	}
	return d
}

func draw(ctx context.Context, content []byte, n int, o Options) (Drawing, error) {
	switch Detect(content) {
	case "pdf":
		return drawPDF(ctx, content, n, o)
	case "png", "jpeg", "gif":
		return drawPicture(ctx, content, o)
	}
	return Drawing{}, errors.New("files of this form are not drawn")
}

func drawPDF(ctx context.Context, content []byte, n int, o Options) (Drawing, error) {
	if o.Engine == nil {
		return Drawing{}, errors.New("nothing to draw pages with")
	}
	open, err := o.Engine.Open(ctx, content)
	if err != nil {
		return Drawing{}, err
	}
	defer open.Close()
	if n < 0 || n >= open.Pages() {
		return Drawing{}, fmt.Errorf("there is no page %d", n+1)
	}
	picture, err := open.Render(n, lookDPI, true)
	if err != nil {
		return Drawing{}, err
	}
	d := Drawing{Size: picture.Rect.Size()}
	var own bool
	if d.Words, own, err = open.Words(ctx, content, n, picture.Rect.Size()); err != nil && ctx.Err() != nil {
		return Drawing{}, err
	}
	if !own && o.OCR != nil && o.OCR.Available(ctx).OK() {
		large, err := open.Render(n, ocrDPI, true)
		if err != nil {
			return Drawing{}, err
		}
		d.read(ctx, pdf.Grey(large), ocrDPI, o.OCR)
	}
	return d, d.encode(picture)
}

// drawPicture shows a picture file, made smaller where it is larger than a page to look at.
func drawPicture(ctx context.Context, content []byte, o Options) (Drawing, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return Drawing{}, fmt.Errorf("picture: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPoints/config.Height {
		return Drawing{}, errors.New("the picture is larger than may be read")
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return Drawing{}, fmt.Errorf("picture: %w", err)
	}
	whole := image.NewRGBA(image.Rectangle{Max: decoded.Bounds().Size()})
	drawer.Draw(whole, whole.Rect, decoded, decoded.Bounds().Min, drawer.Src)
	whole = pdf.OnPaper(whole)
	small := shrunk(whole, max(1, (whole.Rect.Dx()+widest-1)/widest, whole.Rect.Dy()/(3*widest)))
	d := Drawing{Size: small.Rect.Size()}
	if o.OCR != nil && o.OCR.Available(ctx).OK() {
		d.read(ctx, pdf.Grey(whole), max(70, whole.Rect.Dx()*100/827), o.OCR)
	}
	return d, d.encode(small)
}

// read finds the words of a picture that is larger than the one that is shown.
func (d *Drawing) read(ctx context.Context, picture *image.Gray, dpi int, reader *ocr.Reader) {
	placed, err := reader.Place(ctx, picture, dpi)
	if err != nil {
		return // it is shown without
	}
	d.ByOCR = true
	for _, p := range placed {
		d.Words = append(d.Words, pdf.Word{Text: p.Text, Box: image.Rect(
			p.Box.Min.X*d.Size.X/picture.Rect.Dx(), p.Box.Min.Y*d.Size.Y/picture.Rect.Dy(),
			p.Box.Max.X*d.Size.X/picture.Rect.Dx(), p.Box.Max.Y*d.Size.Y/picture.Rect.Dy())})
	}
}

func (d *Drawing) encode(picture *image.RGBA) error {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&out, picture); err != nil {
		return fmt.Errorf("picture: %w", err)
	}
	d.PNG = out.Bytes()
	return nil
}

// shrunk is a picture with one point for each square of by by.
func shrunk(from *image.RGBA, by int) *image.RGBA {
	if by <= 1 {
		return from
	}
	to := image.NewRGBA(image.Rect(0, 0, max(1, from.Rect.Dx()/by), max(1, from.Rect.Dy()/by)))
	for y := range to.Rect.Dy() {
		for x := range to.Rect.Dx() {
			var sum [4]int
			n := 0
			for dy := 0; dy < by && y*by+dy < from.Rect.Dy(); dy++ {
				for dx := 0; dx < by && x*by+dx < from.Rect.Dx(); dx++ {
					at := from.PixOffset(x*by+dx, y*by+dy)
					for c := range sum {
						sum[c] += int(from.Pix[at+c])
					}
					n++
				}
			}
			at := to.PixOffset(x, y)
			for c := range sum {
				to.Pix[at+c] = byte(sum[c] / n)
			}
		}
	}
	return to
}
