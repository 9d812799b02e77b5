package layout

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headReader walks the lines of a letterhead. The boxes come in any order, so each line is told
// by its own wording first and by its neighbours second.
type headReader struct {
	l     *Layout
	cues  []Cue
	c     cutter
	ahead cutter // for lines looked at in advance
	prev  Piece  // the last that was kept
	state Cue    // the box that a line without wording of its own continues
	seen  [Property + 1]int
	body  int     // where the body starts inside the last line, when it does
	quiet int     // lines since the last box
	extra []Piece // cut off the piece that is being read
	skip  int     // a line that was read with the one before it
}

// The limits of the search for a letterhead, in lines that are not blank.
const (
	headSearch = 120 // before the first box
	headLength = 60  // from the first box to the last
)

// weights of boxes as witnesses for a letterhead.
var weights = [Property + 1]int{Motto: 2, Numbering: 2, Dating: 2, About: 2, Addressee: 2, TypeName: 2}

// readHead reads the letterhead that starts at or after line from, before line to. It returns its
// pieces, its first line and the line after its last, or first < 0 when there is none.
func (l *Layout) readHead(cues []Cue, from, to int) (pieces []Piece, first, after, body int) {
	h := headReader{l: l, cues: cues, c: cutter{text: l.Text}, ahead: cutter{text: l.Text}}
	first = h.findFirst(from, to)
	if first < 0 {
		return nil, -1, from, 0
	}
	after = first
	lines := 0
	for i := first; i < to && lines < headLength; i++ {
		if cues[i] == Blank {
			continue
		}
		lines++
		if !h.line(i, to) {
			break
		}
		after = i + 1
		if h.body > 0 {
			break
		}
	}
	score := 0
	for cue, n := range h.seen {
		score += min(n, 2) * weights[cue]
	}
	if score < 4 {
		return nil, -1, from, 0
	}
	return h.c.pieces, first, after, h.body
}

// findFirst finds the line of the first box, and goes back over the organs' lines above it.
func (h *headReader) findFirst(from, to int) int {
	lines := 0
	for i := from; i < to && lines < headSearch; i++ {
		if h.cues[i] == Blank {
			continue
		}
		lines++
		if !h.isBox(i) {
			continue
		}
		first := i
		for k, up := i-1, 0; k >= from && up < 8; k-- {
			up++
			switch h.cues[k] {
			case Blank, Rule, Urgency, Secrecy:
				continue
			}
			if s := h.text(k); len(s) > 160 || !IsCaps(s) && (len(s) > 90 || !StartsOrgan(s)) {
				break
			}
			first = k
		}
		return first
	}
	return -1
}

func (h *headReader) text(i int) string { return h.l.Text[h.l.Lines[i].Start:h.l.Lines[i].End] }

// isBox reports whether line i is a box that a letterhead can be found by.
func (h *headReader) isBox(i int) bool {
	s := h.text(i)
	if h.cues[i] == StampLine || h.cues[i] == ListedLink || h.cues[i] == Basis {
		return false
	}
	end := h.l.Lines[i].End
	if len(s) > 480 {
		end = h.l.Lines[i].Start + wordBorder(s, 240)
	}
	h.c.pieces = h.c.pieces[:0]
	h.c.cut(i, h.l.Lines[i].Start, end, false)
	box := false
	for _, p := range h.c.pieces {
		near := p.Start-h.l.Lines[i].Start < 120
		switch p.Cue {
		case Motto:
			box = box || near
		case Numbering:
			box = box || near && len(s) < 300
		case Dating:
			box = box || near && len(s) < 160
		case TypeName:
			box = box || len(s) < 120 && IsCaps(s)
		case About, Addressee:
			box = box || len(s) < 400
		}
	}
	h.c.pieces = h.c.pieces[:0]
	return box
}

// line reads one line and reports whether it still belongs to the letterhead.
func (h *headReader) line(i, to int) bool {
	switch h.cues[i] {
	case Rule:
		if h.state == Title {
			h.state = Blank // the rule under a title
		}
		return true
	case StampLine, ListedLink:
		h.dropReceiver(i)
		return h.quiet < 6
	case Basis, Resolve, SendTo, AnnexTitle:
		if h.cues[i] == AnnexTitle && h.seen[TypeName] == 0 {
			break
		}
		return false
	case Promulgated:
		return true
	}
	ln := h.l.Lines[i]
	before := len(h.c.pieces)
	if i == h.skip && i > 0 {
		return true // read with the line before it
	}
	if i+1 < to && h.splitDate(i) {
		h.skip = i + 1
		return true
	}
	h.c.cut(i, ln.Start, ln.End, h.state == About || h.state == Title || h.state == Addressee)
	for k := before; k < len(h.c.pieces); k++ {
		p := &h.c.pieces[k]
		if !h.piece(p, i, to) {
			if k == before {
				h.c.pieces = h.c.pieces[:before]
				return false
			}
			h.body = p.Start
			h.c.pieces = h.c.pieces[:k]
			return true
		}
		if len(h.extra) > 0 { // what a type's name had behind it
			h.c.pieces = slices.Insert(h.c.pieces, k+1, h.extra...)
			k += len(h.extra)
			h.extra = h.extra[:0]
		}
		h.prev = h.c.pieces[k]
		if h.body > 0 {
			h.c.pieces = h.c.pieces[:k+1]
			return true
		}
	}
	return true
}

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

// piece settles the cue of a piece from its own wording and the boxes before it.
func (h *headReader) piece(p *Piece, i, to int) bool {
	s := h.l.Text[p.Start:p.End]
	switch p.Cue {
	case Motto:
		if h.seen[TypeName] > 0 && h.seen[Motto] > 1 {
			return false // the next document's letterhead
		}
		h.note(p.Cue, Organ)
	case Numbering:
		if h.seen[Numbering] > 0 || h.state == About && strings.IndexByte(s[:min(len(s), 8)], ':') < 0 {
			p.Cue = Plain
			return h.plain(p, s, i, to)
		}
		h.note(p.Cue, Numbering)
	case Dating:
		if h.seen[Dating] > 0 || len(s) > 120 {
			return h.plain(p, s, i, to)
		}
		if h.state == Title && h.seen[Numbering] > 0 && p.Start > h.l.Lines[i].Start+4 {
			return h.plain(p, s, i, to)
		}
		was := h.state
		h.note(p.Cue, Dating)
		if was == About || was == Title {
			h.state = was
		}
	case About:
		if h.seen[Addressee] > 0 || len(s) > 500 {
			return false
		}
		if h.seen[TypeName] > 0 {
			p.Cue = Title
			h.note(Title, Title)
			return true
		}
		h.note(About, About)
	case TypeName:
		return h.typeName(p, s, i, to)
	case Addressee:
		h.note(Addressee, Addressee)
		if k := bodyInside(s); k > 0 {
			h.body = p.Start + k
			p.End = trimEnd(h.l.Text, p.Start, h.body)
		}
	case Urgency, Secrecy:
		h.seen[p.Cue]++
	case Rule, StampLine, Promulgated:
	case Basis, Resolve:
		return false
	default:
		return h.plain(p, s, i, to)
	}
	return true
}

func (h *headReader) note(cue, state Cue) {
	h.c.boxed = h.c.boxed || cue == Motto || cue == Numbering || cue == Dating
	h.seen[cue]++
	h.state = state
	h.quiet = 0
}

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

// plain settles a stretch without wording of its own.
func (h *headReader) plain(p *Piece, s string, i, to int) bool {
	h.quiet++
	caps := IsCaps(s)
	switch h.state {
	case Title:
		if h.seen[Title] == 0 && len(s) < 160 && h.isOf(s) {
			return true // "CỦA CHÍNH PHỦ"
		}
		if h.endsTitle(s, caps, i) {
			return caps && len(s) < 120 && h.organAfterTitle(p)
		}
		p.Cue = Title
		h.seen[Title]++
		return true
	case Addressee:
		if !h.continuesAddressee(s, i) {
			return false
		}
		p.Cue = Addressee
		return true
	}
	if h.seen[Numbering] == 0 && isSpoiltNumber(s) || h.state == Numbering && h.emptyNumber() && looksNumbered(foldHead(s)) {
		h.note(Numbering, Numbering)
		p.Cue = Numbering
		return true
	}
	if caps && len(s) < 200 {
		if h.seen[TypeName] == 0 && h.seen[Numbering] > 0 && h.seen[Dating] > 0 && h.seen[About] == 0 {
			p.Cue = Title // the type's name was lost
			h.note(Title, Title)
			return true
		}
		if h.seen[TypeName] > 0 {
			return h.organAfterTitle(p)
		}
		p.Cue = Organ
		h.seen[Organ]++
		return true
	}
	if h.seen[TypeName] == 0 && h.seen[Numbering] == 0 && len(s) < 90 && StartsOrgan(s) && h.headGoesOn(i, to) {
		p.Cue = Organ
		h.seen[Organ]++
		return true
	}
	if h.seen[About] == 0 && h.seen[Numbering] > 0 && h.seen[TypeName] == 0 && h.seen[Addressee] == 0 && len(s) > 12 && len(s) < 400 && h.leadsToAddressee(i, to) {
		p.Cue = About // "V/v" was not legible
		h.note(About, About)
		return true
	}
	if h.seen[About] > 0 && h.seen[Addressee] == 0 && len(s) < 160 && (h.headGoesOn(i, to) || h.state == About && startsLower(s)) {
		p.Cue = About
		return true
	}
	return len(s) < 80 && h.quiet < 8 && h.headGoesOn(i, to)
}

// emptyNumber reports whether the last number box has no number behind "Số:".
func (h *headReader) emptyNumber() bool {
	for k := len(h.c.pieces) - 1; k >= 0; k-- {
		if p := h.c.pieces[k]; p.Cue == Numbering {
			return p.End-p.Start < 28 && strings.IndexAny(h.l.Text[p.Start:p.End], "0123456789/") < 0
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
		if len(s) < 400 && (bytes.Contains(f.B, []byte("kinh gui")) || bytes.Contains(f.B, []byte("kinh goi"))) {
			return true
		}
	}
	return false
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
	return unicode.IsLower(r)
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
			if unicode.IsLower(r) {
				lower++
			} else if unicode.IsUpper(r) {
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
