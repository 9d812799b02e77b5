package ocr

import (
	"image"
	"strings"

	"congvan/corpus/viet"
)

// columns says how many of the first rows stand in the two columns of a letterhead or of a
// closing, and where the gutter between them is; 0 when they do not.
func columns(rows []row, width int) (n, gutter int) {
	left, right := 0, width // of the gutter
	both := 0
	head, tail := false, false
	best, bestGutter := 0, 0
	for i, r := range rows {
		l, g := sides(r, left, right, width)
		if l == g { // a segment lies across
			break
		}
		if len(r.segments) > 8 || i > 0 && strings.HasPrefix(viet.Fold(r.segments[0].String()), "kinh g") {
			break // "Kính gửi:" stands below the letterhead
		}
		left, right = l, g
		if len(r.segments) > 1 {
			both++
		}
		for _, s := range r.segments {
			words := strings.TrimSpace(viet.Fold(s.String()))
			head = head || isMotto(words) && s.box.Min.X >= left
			tail = tail || isClosing(words) && s.box.Max.X <= right || isAuthority(s.words[0].text) && s.box.Min.X >= left
		}
		if both > 0 && (head || tail && i > 0) {
			best, bestGutter = i+1, (left+right)/2
		}
		if i == 0 && !head && !tail && both == 0 && len(rows) > 1 && !near(r, rows[1]) {
			break
		}
	}
	return best, bestGutter
}

// isMotto reports whether folded words are the country's name or its motto, which stand at the
// right of every letterhead (NĐ 30/2020 annex I, box 1), or the Party's.
func isMotto(words string) bool {
	for _, w := range [...]string{"cong hoa xa hoi", "chu nghia viet nam", "doc lap", "dang cong san"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// isClosing reports whether folded words head the recipients: "Nơi nhận:".
func isClosing(words string) bool {
	return strings.HasPrefix(words, "noi nh") || strings.HasPrefix(words, "nhan:")
}

// isAuthority reports whether a word opens the signature: "KT. GIÁM ĐỐC" (NĐ 30/2020 art. 13).
func isAuthority(w string) bool {
	for _, a := range [...]string{"KT.", "TM.", "TL.", "TUQ.", "T/M", "K/T", "T/L"} {
		if strings.HasPrefix(w, a) {
			return true
		}
	}
	return false
}

func near(a, b row) bool { return b.box.Min.Y-a.box.Max.Y < 3*a.box.Dy() }

// sides narrows the gutter by a row; both results are 0 when a segment lies across it.
func sides(r row, left, right, width int) (l, g int) {
	l, g = left, right
	for i, s := range r.segments {
		side := sideOf(s.box, l, g, width)
		if isMotto(viet.Fold(s.String())) && s.box.Min.X > l {
			side = 1
		} else if i+1 < len(r.segments) && isMotto(viet.Fold(r.segments[i+1].String())) && s.box.Max.X < g {
			side = -1
		}
		switch side {
		case -1:
			l = max(l, s.box.Max.X)
		case 1:
			g = min(g, s.box.Min.X)
		default:
			return 0, 0
		}
	}
	if g-l < r.box.Dy()/3 {
		return 0, 0
	}
	return l, g
}

// sideOf is -1 for what stands in the left column, 1 for the right one and 0 for neither. Until
// both columns have been seen, only what is clearly off the middle counts.
func sideOf(box image.Rectangle, left, right, width int) int {
	center := (box.Min.X + box.Max.X) / 2
	known := left > 0 && right < width
	switch {
	case box.Dx() > width*62/100:
		return 0
	case known && box.Max.X < right && center < right:
		return -1
	case known && box.Min.X > left:
		return 1
	case known:
		return 0
	case center < width*44/100 && box.Max.X < right:
		return -1
	case center > width*57/100 && box.Min.X > left:
		return 1
	}
	return 0
}
