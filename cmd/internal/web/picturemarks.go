package web

import (
	"encoding/json"
	"net/http"

	"congvan/corpus"
	"congvan/ingest/parse"
)

// pictureMarks is where the marks of a page stand: what the script lays over the picture.
type pictureMarks struct {
	Width  int          `json:"width"` // of the picture
	Height int          `json:"height"`
	ByOCR  bool         `json:"by_ocr"`
	Marks  []markOnPage `json:"marks"`
}

// markOnPage is a mark: where it begins in the text, its kind, and its boxes as x, y, width, height.
type markOnPage struct {
	Start int      `json:"start"`
	Kind  string   `json:"kind"`
	Boxes [][4]int `json:"boxes"`
}

func (p *Pages) marksAsJSON(v *visit, d parse.Drawing, marks []placedMark) error {
	out := pictureMarks{Width: d.Size.X, Height: d.Size.Y, ByOCR: d.ByOCR, Marks: []markOnPage{}}
	for _, m := range marks {
		one := markOnPage{Start: m.Start, Kind: m.Kind}
		for _, b := range m.Boxes {
			one.Boxes = append(one.Boxes, [4]int{b.Min.X, b.Min.Y, b.Dx(), b.Dy()})
		}
		out.Marks = append(out.Marks, one)
	}
	content, err := json.Marshal(out)
	if err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "application/json")
	v.w.Header().Set("Cache-Control", "private, no-cache")
	writeTagged(v.w, v.r, http.StatusOK, content, corpus.Hash(content)[:32])
	return nil
}
