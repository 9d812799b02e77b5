package ocr

import (
	"context"
	"image"
)

// sure counts the words that were read well in lines that are level.
func sure(words []word) int {
	n, onEdge := 0, 0
	for _, w := range words {
		if w.confidence >= 70 && letters(w.text) > 2 {
			n++
			if w.box.Dy() > w.box.Dx() {
				onEdge++
			}
		}
	}
	if onEdge*2 > n {
		return 0 // tesseract reads upright lines too, but out of order
	}
	return n
}

// doubtfulPage reports whether so few of many words were read well that the page may lie on its
// side or its head.
func doubtfulPage(words []word) bool { return len(words) >= 15 && sure(words)*4 < len(words) }

// turned reads a page turned by 180, 90 and 270 degrees and returns the way it is read best.
func (r *Reader) turned(ctx context.Context, picture *image.Gray, words []word, dpi int) (*image.Gray, []word, error) {
	best, bestWords := picture, words
	quarter := turn(picture)
	half := turn(quarter)
	for _, p := range [...]*image.Gray{half, quarter, turn(half)} {
		w, err := r.words(ctx, p, dpi, automatic)
		if err != nil {
			return nil, nil, err
		}
		if sure(w) > 2*sure(bestWords) {
			best, bestWords = p, w
		}
		if !doubtfulPage(bestWords) {
			break
		}
	}
	return best, bestWords, nil
}

// turn turns a picture by 90 degrees to the right.
func turn(p *image.Gray) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, h, w))
	for y := range h {
		row := p.Pix[y*p.Stride:]
		for x := range w {
			out.Pix[x*out.Stride+h-1-y] = row[x]
		}
	}
	return out
}
