package ocr

import (
	"slices"
	"strings"

	"congvan/corpus/viet"
)

// underMotto is how many rows below the letterhead's first the stamp of incoming mail may stand.
const underMotto = 14

// dropIncoming drops the stamp that an office puts on mail that comes in, "ĐẾN Giờ:...... Ngày:......",
// with what is read of its frame: it looks like a number and a date and is neither of the document's.
func dropIncoming(rows []row) []row {
	motto := slices.IndexFunc(rows, func(r row) bool {
		return slices.ContainsFunc(r.segments, func(s segment) bool { return isMotto(viet.Fold(s.String())) })
	})
	if motto < 0 {
		return rows
	}
	end := min(len(rows), motto+underMotto)
	for i := motto + 1; i < end; i++ {
		for _, s := range rows[i].segments {
			if isIncoming(s) {
				dropFrame(rows[motto+1:i], s)
			}
		}
		rows[i].segments = slices.DeleteFunc(rows[i].segments, isIncoming)
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.segments) == 0 })
}

// isIncoming reports whether a segment is of the stamp: "ĐẾN" in capitals, or dots to be filled
// in behind "Giờ" and "Ngày".
func isIncoming(s segment) bool {
	text := s.String()
	first := strings.TrimFunc(s.words[0].text, func(r rune) bool { return r < 'A' })
	if first == strings.ToUpper(first) && viet.Fold(first) == "den" {
		return true
	}
	folded := viet.Fold(text)
	return strings.Contains(text, "...") && (strings.Contains(folded, "ngay") || strings.Contains(folded, "gio") || strings.Contains(folded, "den") ||
		strings.Contains(folded, "chuyen") || s.confidence() < 60)
}

// dropFrame drops the office's name at the stamp's head: badly read, right above and as wide.
func dropFrame(above []row, stamp segment) {
	for i := len(above) - 1; i >= max(0, len(above)-2); i-- {
		above[i].segments = slices.DeleteFunc(above[i].segments, func(s segment) bool {
			overlap := min(s.box.Max.X, stamp.box.Max.X) - max(s.box.Min.X, stamp.box.Min.X)
			near := stamp.box.Min.Y-s.box.Max.Y < 2*stamp.box.Dy()
			folded := viet.Fold(s.String())
			return near && overlap*2 > min(s.box.Dx(), stamp.box.Dx()) && s.confidence() < 82 && !isMotto(folded) && !strings.Contains(folded, "thang")
		})
	}
}

// confidence is the mean of the segment's words.
func (s segment) confidence() float64 {
	sum := 0.0
	for _, w := range s.words {
		sum += w.confidence
	}
	return sum / float64(max(len(s.words), 1))
}
