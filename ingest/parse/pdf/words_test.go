package pdf

import (
	"image"
	"testing"
)

const plainFont = "/F 5 0 R"

// TestWordsLieOnTheirInk draws a page, upright and turned, and looks for ink in each word's box
// and for little beside it: the font tells no widths, so the boxes are not exact.
func TestWordsLieOnTheirInk(t *testing.T) {
	engine := NewEngine(t.TempDir())
	defer engine.Close()
	for _, entries := range []string{"|", "|/Rotate 90", "|/Rotate 180", "|/CropBox[20 30 580 800]"} {
		file := onePage("BT /F 14 Tf 80 700 Td (Cong van so) Tj 0 -200 Td (Kinh gui) Tj ET", plainFont, entries, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
		open, err := engine.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := open.Render(0, 100, true)
		if err != nil {
			t.Fatal(err)
		}
		words, own, err := open.Words(t.Context(), file, 0, picture.Rect.Size())
		open.Close()
		if err != nil || !own || len(words) != 5 {
			t.Errorf("%s: the words are %v, %v, %v", entries, words, own, err)
			continue
		}
		grey := Grey(picture)
		for _, w := range words {
			if dark(grey, w.Box) == 0 {
				t.Errorf("%s: nothing is drawn at %s %v", entries, w.Text, w.Box)
			}
		}
		if all := dark(grey, grey.Rect); all == 0 || 5*darkIn(grey, words) < 4*all {
			t.Errorf("%s: %d points are dark, and %d in the words' boxes", entries, all, darkIn(grey, words))
		}
	}
}

func dark(p *image.Gray, box image.Rectangle) int {
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if p.GrayAt(x, y).Y < 128 {
				n++
			}
		}
	}
	return n
}

func darkIn(p *image.Gray, words []Word) int {
	n := 0
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			for _, w := range words {
				if image.Pt(x, y).In(w.Box) {
					n += int(1 &^ (p.GrayAt(x, y).Y >> 7))
					break
				}
			}
		}
	}
	return n
}
