package ocr

import (
	"image"
	"strings"

	"congvan/corpus/viet"
)

// missedClosing finds the place of the signature where tesseract saw a picture only: a seal and a
// signature lie over the signer's words, right of "Nơi nhận" (NĐ 30/2020 annex I, boxes 7 and 9).
func missedClosing(words []word, page image.Rectangle) (box image.Rectangle, ok bool) {
	top, right, bottom := -1, 0, 0
	for i := 0; i+1 < len(words); i++ {
		if strings.HasPrefix(viet.Fold(words[i].text), "noi") && strings.HasPrefix(viet.Fold(words[i+1].text), "nhan") && words[i].box.Min.X < page.Dx()/3 {
			top = words[i].box.Min.Y
		}
	}
	if top < 0 {
		return box, false
	}
	height := page.Dy() / 90
	for _, w := range words {
		if w.box.Min.Y < top-height {
			continue
		}
		if w.box.Min.X > page.Dx()/2 {
			if w.confidence > 60 && letters(w.text) > 1 && w.box.Min.Y < top+4*height {
				return box, false // the signature has been read
			}
			continue
		}
		right, bottom = max(right, w.box.Max.X), max(bottom, w.box.Max.Y)
	}
	bottom = max(bottom, top+page.Dy()/5)
	box = image.Rect(max(right+height/2, page.Dx()*2/5), top-2*height, page.Max.X, min(bottom+4*height, page.Max.Y))
	return box, box.Dx() > page.Dx()/5 && box.Dy() > height
}

// crop copies a part of a picture.
func crop(p *image.Gray, box image.Rectangle) *image.Gray {
	out := image.NewGray(image.Rect(0, 0, box.Dx(), box.Dy()))
	for y := range box.Dy() {
		i := p.PixOffset(box.Min.X, box.Min.Y+y)
		copy(out.Pix[y*out.Stride:(y+1)*out.Stride], p.Pix[i:i+box.Dx()])
	}
	return out
}
