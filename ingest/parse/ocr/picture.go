package ocr

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // scans as pictures
	_ "image/png"
)

// Limits of a picture file.
const (
	maxPixels = 60 << 20
	maxSheets = 500 // pages of one TIFF file
)

// ErrTooLarge says that a picture has more points or pages than may be read.
var ErrTooLarge = errors.New("ocr: the picture is larger than may be read")

// ReadFile reads a picture file: PNG and JPEG as one page, TIFF with all its pages.
func (r *Reader) ReadFile(ctx context.Context, content []byte) ([]Page, error) {
	if sheets, ok := tiffSheets(content); ok {
		return r.readTIFF(ctx, content, sheets)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("ocr: picture: %w", err)
	}
	if config.Width*config.Height > maxPixels {
		return nil, ErrTooLarge
	}
	decoded, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("ocr: picture: %w", err)
	}
	picture := red(decoded)
	dpi := paperDPI(picture.Rect)
	for dpi > 320 {
		picture, dpi = halved(picture), dpi/2
	}
	page, err := r.Read(ctx, picture, dpi)
	return []Page{page}, err
}

// PageCount is the number of pages that ReadFile would read: those of a TIFF file, one of others.
func PageCount(content []byte) int {
	sheets, _ := tiffSheets(content)
	return max(1, min(len(sheets), maxSheets))
}

// paperDPI is the resolution that makes a picture as wide as an A4 sheet.
func paperDPI(r image.Rectangle) int {
	return max(70, min(r.Dx(), r.Dy())*100/827)
}

// red is a picture's red light, in which the red of seals is white; what is transparent is white.
func red(p image.Image) *image.Gray {
	box := p.Bounds()
	out := image.NewGray(image.Rect(0, 0, box.Dx(), box.Dy()))
	if y, ok := p.(*image.Gray); ok {
		for row := range box.Dy() {
			i := y.PixOffset(box.Min.X, box.Min.Y+row)
			copy(out.Pix[row*out.Stride:(row+1)*out.Stride], y.Pix[i:i+box.Dx()])
		}
		return out
	}
	for row := range box.Dy() {
		for x := range box.Dx() {
			r, _, _, a := p.At(box.Min.X+x, box.Min.Y+row).RGBA()
			out.Pix[row*out.Stride+x] = byte((r + 0xFFFF - a) >> 8)
		}
	}
	return out
}

// halved is a picture of half the width and height, each point the mean of four.
func halved(p *image.Gray) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, p.Rect.Dx()/2, p.Rect.Dy()/2))
	for y := range out.Rect.Dy() {
		above, below := p.Pix[2*y*p.Stride:], p.Pix[(2*y+1)*p.Stride:]
		for x := range out.Rect.Dx() {
			sum := int(above[2*x]) + int(above[2*x+1]) + int(below[2*x]) + int(below[2*x+1])
			out.Pix[y*out.Stride+x] = byte(sum / 4)
		}
	}
	return out
}

// readTIFF hands a TIFF file to tesseract as it is.
func (r *Reader) readTIFF(ctx context.Context, content []byte, sheets []image.Point) ([]Page, error) {
	if len(sheets) > maxSheets {
		return nil, ErrTooLarge
	}
	for _, s := range sheets {
		if s.X <= 0 || s.Y <= 0 || s.X > maxPixels/s.Y {
			return nil, ErrTooLarge
		}
	}
	dpi := paperDPI(image.Rectangle{Max: sheets[0]})
	out, err := r.run(ctx, bytes.NewReader(content), dpi, automatic)
	if err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(sheets))
	for i, words := range parseSheets(out) {
		if i < len(sheets) {
			pages = append(pages, arrange(words, sheets[i].X))
		}
	}
	return pages, nil
}

// tiffSheets are the sizes of a TIFF file's pages (TIFF 6.0, sections 2 and 8), at most one more
// than may be read; false for other files and for files without a page.
func tiffSheets(b []byte) (sheets []image.Point, ok bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return nil, false
	}
	if len(b) < 8 {
		return nil, false
	}
	for at := order.Uint32(b[4:]); at != 0 && len(sheets) <= maxSheets && int64(at)+2 <= int64(len(b)); {
		entries := b[at+2:]
		n := int(order.Uint16(b[at:]))
		if len(entries) < 12*n+4 {
			break
		}
		var size image.Point
		for i := range n {
			e := entries[12*i:]
			value := int(order.Uint32(e[8:]))
			if order.Uint16(e[2:]) == 3 { // SHORT
				value = int(order.Uint16(e[8:]))
			}
			switch order.Uint16(e) {
			case 256:
				size.X = value
			case 257:
				size.Y = value
			}
		}
		sheets = append(sheets, size)
		at = order.Uint32(entries[12*n:])
	}
	return sheets, len(sheets) > 0
}
