package layout

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// dropReceiver takes the organ above "ĐẾN Số: …" out of the letterhead: who received the document
// put its stamp there.
func (h *headReader) dropReceiver(i int) {
	var fb [24]byte
	var fa [25]int32
	f := foldInto(fb[:0], fa[:0], h.text(i), 24)
	if !f.HasPrefix("den") && !f.HasPrefix("cong van den") && !f.HasPrefix("cv den") && !f.HasPrefix("so den") {
		return
	}
	if k := len(h.c.pieces) - 1; k > 0 && h.c.pieces[k].Cue == Organ && h.c.pieces[k].Line >= i-2 && h.seen[Organ] > 1 {
		h.c.pieces[k].Cue = Plain
	}
}

// splitDate reads a date that a line break cuts: "Hà Nội, ngày 12", "tháng 09 năm 2022".
func (h *headReader) splitDate(i int) bool {
	s, next := h.text(i), h.text(i+1)
	if h.seen[Dating] > 0 || len(s) > 80 || len(next) > 40 || len(next) < 8 || next[0] != 't' && next[0] != 'T' {
		return false
	}
	var fb [8]byte
	var fa [9]int32
	f := foldInto(fb[:0], fa[:0], next, 8)
	if !f.HasPrefix("thang ") {
		return false
	}
	f.Set(s, 80)
	k := bytes.LastIndex(f.B, []byte("ngay"))
	if k < 0 || len(f.B)-k > 10 {
		return false
	}
	start := placeStart(s, &f, k)
	h.c.pieces = append(h.c.pieces, Piece{Range{h.l.Lines[i].Start + int(f.At[start]), h.l.Lines[i+1].End}, Dating, i})
	h.seen[Dating]++
	h.quiet = 0
	return true
}

// emptyNumber reports whether the last number box has no number behind "Số:".
func (h *headReader) emptyNumber() bool {
	for k := len(h.c.pieces) - 1; k >= 0; k-- {
		if p := h.c.pieces[k]; p.Cue == Numbering {
			return p.End-p.Start < 28 && !strings.ContainsAny(h.l.Text[p.Start:p.End], "0123456789/")
		}
	}
	return false
}

func foldHead(s string) []byte {
	var fb [24]byte
	var fa [25]int32
	f := foldInto(fb[:0], fa[:0], s, 24)
	return f.B
}

// isSpoiltNumber tells a number whose "Số:" OCR did not read: "$6:245/TLD", "J2Ÿ#/LĐTBXI-ATLĐ".
func isSpoiltNumber(s string) bool {
	k := strings.IndexByte(s, '/')
	return k > 0 && k < 16 && len(s) < 60 && len(s) > k+2 && startsUpper(s[k+1:], 2) && strings.IndexByte(s, ' ') < 0
}

// isLetterEnd reports whether a line ends with a letter: it is no sentence and no item of a list.
func isLetterEnd(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isUpper(r) || isLower(r)
}

// leadsToAddressee reports whether "Kính gửi" comes within the next lines.
func (h *headReader) leadsToAddressee(i, to int) bool {
	for k, n := i+1, 0; k < to && n < 7; k++ {
		if h.cues[k] == Blank || h.cues[k] == Rule {
			continue
		}
		n++
		s := h.text(k)
		var fb [60]byte
		var fa [61]int32
		f := foldInto(fb[:0], fa[:0], s, 60)
		if len(s) < 400 && (bytes.Contains(f.B, []byte("kinh gui")) || bytes.Contains(f.B, []byte("kinh goi")) || len(f.B) > 8 && Near(f.B[:8], "kinh gui", 1)) {
			return true
		}
	}
	return false
}

// continuesAddressee reports whether a line belongs to the list under "Kính gửi:".
func (h *headReader) continuesAddressee(s string, i int) bool {
	last := h.prev
	before := h.l.Text[last.Start:last.End]
	if before == "" {
		return false
	}
	end := before[len(before)-1]
	if dashLength(s) > 0 {
		return len(s) < 600 && (end == ':' || end == ';' || end == ',' || dashLength(before) > 0 || last.Cue != Addressee || len(before) < 40)
	}
	if s[0] == '(' || isMarked(s) {
		return s[0] == '(' && len(s) < 200
	}
	if startsLower(s) && len(s) < 200 {
		return true
	}
	var f Folded
	if f.Set(s, 40); startsSentence(&f) {
		return false
	}
	if last.Cue == Addressee && StartsOrgan(s) && len(s) < 120 && dashLength(before) == 0 && isLetterEnd(s) && isLetterEnd(before) {
		return true // names on lines of their own, without dashes or semicolons
	}
	return len(s) < 250 && (end == ':' || end == ';' || end == ',' || endsOpen(before)) && s[len(s)-1] != ':'
}

// headGoesOn reports whether another box comes within the next lines.
func (h *headReader) headGoesOn(i, to int) bool {
	for k, n := i+1, 0; k < to && n < 5; k++ {
		if h.cues[k] == Blank || h.cues[k] == Rule {
			continue
		}
		n++
		h.ahead.pieces = h.ahead.pieces[:0]
		if h.l.Lines[k].End-h.l.Lines[k].Start < 400 {
			h.ahead.cut(k, h.l.Lines[k].Start, h.l.Lines[k].End, false)
		}
		for _, p := range h.ahead.pieces {
			switch p.Cue {
			case Motto, Addressee, About:
				return true
			case Numbering:
				if h.seen[Numbering] == 0 && p.Start == h.l.Lines[k].Start {
					return true
				}
			case Dating:
				if h.seen[Dating] == 0 && p.Start == h.l.Lines[k].Start && h.l.Lines[k].End-p.End < 12 {
					return true
				}
			case TypeName:
				if h.seen[TypeName] == 0 {
					return true
				}
			}
		}
	}
	return false
}

// openings begin the body of a dispatch that a page put on the line of its addressee, folded.
var openings = []string{" phuc dap ", " tra loi ", " thuc hien ", " can cu ", " ngay ", " theo ", " tiep theo ", " trien khai ", " de ", " vua qua", " qua ", " thoi gian ", " hien nay", " nham "}

// bodyInside is where the body begins inside a long line of addressees, 0 for nowhere.
func bodyInside(s string) int {
	if len(s) < 120 {
		return 0
	}
	f := Folded{}
	f.Set(s, 400)
	best := 0
	for _, o := range openings {
		k := bytes.Index(f.B, []byte(o))
		if k < 14 || best > 0 && k >= best || f.B[k-1] == ',' || f.B[k-1] == ';' || f.B[k-1] == ':' {
			continue
		}
		if startsUpper(s[f.At[k+1]:], 1) {
			best = k + 1
		}
	}
	if best == 0 {
		return 0
	}
	return int(f.At[best])
}

// wordBorder is the first space of s from byte at on, or its length.
func wordBorder(s string, at int) int {
	for at < len(s) && s[at] != ' ' {
		at++
	}
	return at
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLower(r)
}

func skipSpace(text string, from, to int) int {
	for from < to && (text[from] == ' ' || text[from] == '\t' || text[from] == '\n') {
		from++
	}
	return from
}

func trimEnd(text string, from, to int) int {
	for to > from && (text[to-1] == ' ' || text[to-1] == '\t') {
		to--
	}
	return to
}
