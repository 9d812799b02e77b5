package ocr

// Told is called when pages begin to be read by OCR, with how many of them are read at once, and
// with 0 when they have been read: seconds a page, which whoever bounds the time must know of.
// A nil one is told nothing.
type Told func(pages int)

// Begin tells that so many pages begin to be read.
func (t Told) Begin(pages int) {
	if t != nil {
		t(pages)
	}
}

// End tells that they have been read.
func (t Told) End() {
	if t != nil {
		t(0)
	}
}
