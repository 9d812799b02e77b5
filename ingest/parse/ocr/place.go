package ocr

import (
	"context"
	"image"
)

// Placed is a word with the box that it fills in the picture that was read.
type Placed struct {
	Text string
	Box  image.Rectangle
}

// Place reads where the words of a picture stand, as it is: a page on its side has few.
func (r *Reader) Place(ctx context.Context, picture *image.Gray, dpi int) ([]Placed, error) {
	words, err := r.words(ctx, picture, dpi, automatic)
	if err != nil {
		return nil, err
	}
	var placed []Placed
	for _, w := range words {
		if !w.noise() {
			placed = append(placed, Placed{w.text, w.box})
		}
	}
	return placed, nil
}
