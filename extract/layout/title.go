package layout

import (
	"bytes"
	"strings"
)

// typeName reads a type's name, with what stands after it on the line as the title's beginning.
func (h *headReader) typeName(p *Piece, s string, i, to int) bool {
	if h.seen[Addressee] > 0 || h.seen[TypeName] > 0 && h.state != Title {
		return false
	}
	if h.seen[TypeName] > 0 || h.seen[About] > 0 && h.state == About {
		p.Cue = Title // "QUY CHẾ" under "QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH"
		h.note(Title, Title)
		return true
	}
	var fb [64]byte
	var fa [65]int32
	f := foldInto(fb[:0], fa[:0], s, 64)
	end := p.End
	name := p.Start + int(f.At[TypeNameAt(f.B)])
	p.End = name
	h.note(TypeName, Title)
	rest := skipSpace(h.l.Text, name, end)
	if rest >= end {
		return true
	}
	if f.Set(h.l.Text[rest:end], 160); f.HasPrefix("cua ") && isAuthorityAt(f.B[4:]) {
		n := authorityEnd(f.B)
		h.extra = append(h.extra, Piece{Range{rest, trimEnd(h.l.Text, rest, rest+int(f.At[n]))}, Plain, i})
		if rest = skipSpace(h.l.Text, rest+int(f.At[n]), end); rest >= end {
			return true
		}
	}
	stop := capsRun(h.l.Text, rest, end)
	if stop == rest && end-rest < 200 {
		stop = end
	}
	if stop > rest {
		h.extra = append(h.extra, Piece{Range{rest, trimEnd(h.l.Text, rest, stop)}, Title, i})
		h.seen[Title]++
	}
	if next := skipSpace(h.l.Text, stop, end); next < end {
		h.body = next
	}
	return true
}

// authorityEnd is where "CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH" ends in a folded line: before what the
// document is about, its number or its end.
func authorityEnd(b []byte) int {
	end := len(b)
	for _, w := range []string{" so ", " v/v ", " ve ", " ban hanh ", " quy dinh ", " huong dan "} {
		if k := bytes.Index(b, []byte(w)); k > 0 && k < end {
			end = k
		}
	}
	return end
}

// isOf tells the line "CỦA BỘ TRƯỞNG BỘ TÀI CHÍNH" between a type's name and its title.
func (h *headReader) isOf(s string) bool {
	var fb [160]byte
	var fa [161]int32
	f := foldInto(fb[:0], fa[:0], s, 160)
	return f.HasPrefix("cua ") && isAuthorityAt(f.B[4:]) && authorityEnd(f.B) == len(f.B)
}

// organAfterTitle keeps the line that repeats the organ above "Căn cứ".
func (h *headReader) organAfterTitle(p *Piece) bool {
	h.state = Blank
	p.Cue = Plain
	return true
}

// endsTitle reports whether a line no longer belongs to the title above it: an organ's line, a
// numbered line, a whole sentence.
func (h *headReader) endsTitle(s string, caps bool, i int) bool {
	if h.seen[Title] == 0 {
		return len(s) > 2000 || isMarked(s)
	}
	if isMarked(s) || len(s) > 900 || h.seen[Title] > 12 {
		return true
	}
	last := h.c.pieces[len(h.c.pieces)-1]
	for k := len(h.c.pieces) - 1; k >= 0; k-- {
		if h.c.pieces[k].Cue == Title {
			last = h.c.pieces[k]
			break
		}
	}
	before := h.l.Text[last.Start:last.End]
	var fb [40]byte
	var fa [41]int32
	f := foldInto(fb[:0], fa[:0], s, 40)
	if caps {
		return isAuthority(&f) && !endsOpen(before) && (h.basisFollows(i) || h.isOrgan(s))
	}
	if IsCaps(before) && !startsLower(s) && s[0] != '(' {
		return true
	}
	switch s[len(s)-1] {
	case '.', ':', ';':
		return !startsLower(s)
	}
	return startsSentence(&f) || len(s) > 200 && !startsLower(s)
}

// authorities begin the line of who decides, between the title and the preamble.
var authorities = []string{"thu tuong", "bo truong", "chu tich", "chinh phu", "quoc hoi", "uy ban", "hoi dong", "tong giam doc", "giam doc", "tong cuc truong", "cuc truong", "thong doc", "vien truong", "chanh an", "tong kiem toan", "ban chap hanh", "bo chinh tri", "ban bi thu", "ban thuong vu", "hieu truong", "truong ban", "tong thanh tra", "chanh thanh tra", "bo ", "lien tich", "lien bo"}

func isAuthority(f *Folded) bool { return isAuthorityAt(f.B) }

func isAuthorityAt(b []byte) bool {
	for _, a := range authorities {
		if len(b) >= len(a) && string(b[:len(a)]) == a {
			return true
		}
	}
	return false
}

// startsSentence tells the beginning of a body from the next line of a title.
func startsSentence(f *Folded) bool {
	for _, p := range []string{"ngay ", "thuc hien ", "de ", "can cu ", "theo ", "trong ", "nam ", "sang ", "chieu ", "trien khai thuc hien ", "vua qua", "hien nay", "thoi gian ", "de nghi ", "yeu cau "} {
		if f.HasPrefix(p) && f.At[0] == 0 {
			return true
		}
	}
	return false
}

// basisFollows reports whether the preamble starts on the line after line i.
func (h *headReader) basisFollows(i int) bool {
	for k := i + 1; k < len(h.cues); k++ {
		switch h.cues[k] {
		case Blank, Rule:
			continue
		case Basis, Resolve:
			return true
		}
		return false
	}
	return false
}

// isOrgan reports whether a line holds the name of an organ of the letterhead.
func (h *headReader) isOrgan(s string) bool {
	for _, p := range h.c.pieces {
		if p.Cue == Organ && p.End-p.Start > 8 && strings.Contains(s, h.l.Text[p.Start:p.End]) {
			return true
		}
	}
	return false
}

func endsOpen(s string) bool {
	var fb [24]byte
	var fa [25]int32
	f := foldInto(fb[:0], fa[:0], s[max(0, len(s)-24):], 24)
	for _, w := range []string{" cua", " va", " ve", " voi", ",", " tai", " cho", " thuoc", " do", " giua", " -"} {
		if n := len(f.B); n >= len(w) && string(f.B[n-len(w):]) == w {
			return !bytes.HasSuffix(f.B, []byte("truc thuoc"))
		}
	}
	return false
}

// capsRun is where the words in capitals at the beginning of text[from:to] end.
func capsRun(text string, from, to int) int {
	end := from
	for i := from; i < to; {
		w := i
		for w < to && text[w] != ' ' && text[w] != '\t' {
			w++
		}
		upper, lower, at := 0, 0, 0
		for _, r := range text[i:w] {
			if isLower(r) {
				lower++
			} else if isUpper(r) {
				upper++
			}
			at++
		}
		if lower > 0 && lower*3 > upper || upper == 1 && lower > 0 {
			break
		}
		if upper > 0 || end > from {
			end = w
		}
		i = skipSpace(text, w, to)
	}
	return end
}
