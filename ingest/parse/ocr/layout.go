package ocr

import (
	"image"
	"sort"
)

// row is the segments on one height, from left to right.
type row struct {
	segments []segment
	box      image.Rectangle
}

// arrange puts words in reading order.
func arrange(words []word, width int) Page {
	var page Page
	for _, w := range words {
		page.Confidence += w.confidence
	}
	page.Words = len(words)
	if len(words) > 0 {
		page.Confidence /= float64(len(words))
	}
	rows := dropIncoming(rowsOf(segmentsOf(words)))
	var w writer
	for i := 0; i < len(rows); {
		if n, gutter := columns(rows[i:], width); n > 0 {
			w.columns(rows[i:i+n], gutter)
			i += n
			continue
		}
		n := 1
		for i+n < len(rows) {
			if m, _ := columns(rows[i+n:], width); m > 0 {
				break
			}
			n++
		}
		w.body(rows[i : i+n])
		i += n
	}
	page.Text, page.Doubts = w.text.String(), w.doubts
	return page
}

// rowsOf groups segments by height: those that overlap by half.
func rowsOf(segments []segment) []row {
	sort.SliceStable(segments, func(i, j int) bool {
		return middle(segments[i].box) < middle(segments[j].box)
	})
	var rows []row
	for _, s := range segments {
		if n := len(rows); n > 0 {
			last := rows[n-1].segments[len(rows[n-1].segments)-1].box
			overlap := min(last.Max.Y, s.box.Max.Y) - max(last.Min.Y, s.box.Min.Y)
			if overlap*2 > min(last.Dy(), s.box.Dy()) && free(rows[n-1], s) {
				rows[n-1].segments = append(rows[n-1].segments, s)
				rows[n-1].box = rows[n-1].box.Union(s.box)
				continue
			}
		}
		rows = append(rows, row{[]segment{s}, s.box})
	}
	for _, r := range rows {
		sort.SliceStable(r.segments, func(i, j int) bool { return r.segments[i].box.Min.X < r.segments[j].box.Min.X })
	}
	return rows
}

// free reports whether a segment lies beside those of a row.
func free(r row, s segment) bool {
	for _, o := range r.segments {
		if min(o.box.Max.X, s.box.Max.X)-max(o.box.Min.X, s.box.Min.X) > s.box.Dy() {
			return false
		}
	}
	return true
}

func middle(r image.Rectangle) int { return r.Min.Y + r.Max.Y }
