package web

import (
	"strconv"
	"unicode/utf8"

	"congvan/corpus"
)

// facsimileView is a page of the original beside its text.
type facsimileView struct {
	Page, Pages    int
	Picture, Marks string // addresses
	Earlier, Later string
	Unplaced       bool // nothing of the text can be found on the picture by its words
	TextOnly       string
}

// asText is the value of xem that asks for the text without pictures of its pages.
const asText = "chu"

// pageParts cuts a text at its pages; nil when one is longer than is shown at once.
func pageParts(r *corpus.Record) []part {
	var parts []part
	at, point := 0, 0
	for i, page := range r.Pages {
		end := utf8.RuneCountInString(r.Text[at:]) + point
		if i+1 < len(r.Pages) {
			end = r.Pages[i+1].Start
		}
		if end-point > partSize || end < point || page.Start < point && i > 0 {
			return nil
		}
		next := part{from: at, start: point}
		for ; point < end && at < len(r.Text); point++ {
			_, size := utf8.DecodeRuneInString(r.Text[at:])
			at += size
		}
		next.to = at
		parts = append(parts, next)
	}
	return parts
}

// pageShown is the page, counted from 1, that an address asks for: by its number, or by a place
// of the text.
func (a anchors) pageShown() int { return a.shown + 1 }

// facsimile shows the page that the anchors are on.
func (view *documentView) facsimile(a anchors, from int) {
	n := a.pageShown()
	address := view.Base + "/trang/" + strconv.Itoa(n)
	f := &facsimileView{Page: n, Pages: len(a.parts), Picture: address + ".png", Marks: address + ".json", TextOnly: "?xem=" + asText}
	if from > 0 {
		f.Picture += "?tu=" + strconv.Itoa(from)
		f.TextOnly += "&tu=" + strconv.Itoa(from) + "#s-" + strconv.Itoa(from)
	}
	if n > 1 {
		f.Earlier = "?tu=" + strconv.Itoa(a.parts[n-2].start) + "#trang"
	}
	if n < len(a.parts) {
		f.Later = "?tu=" + strconv.Itoa(a.parts[n].start) + "#trang"
	}
	view.Facsimile = f
}
