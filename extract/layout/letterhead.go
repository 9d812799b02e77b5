package layout

import (
	"bytes"
	"slices"
	"strings"
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
	if h.seen[TypeName] > 0 && h.seen[Title] > 0 && h.reasonsAt(after, to) && !h.titleNamesAuthority() {
		score += 2 // all that a page without its letterhead keeps: "QUYẾT ĐỊNH", "Về việc …", "Căn cứ"
	}
	if score < 4 {
		return nil, -1, from, 0
	}
	return h.c.pieces, first, after, h.body
}

// reasonsAt reports whether the reasons of an act, "Căn cứ …", begin at line i.
func (h *headReader) reasonsAt(i, to int) bool {
	for ; i < to; i++ {
		if cue := h.cues[i]; cue != Blank && cue != Rule {
			return cue == Basis
		}
	}
	return false
}

// titleNamesAuthority reports whether the title begins "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ …", which holds
// what else the boxes would.
func (h *headReader) titleNamesAuthority() bool {
	for _, p := range h.c.pieces {
		if p.Cue == Title {
			return bytes.HasPrefix(foldHead(h.l.Text[p.Start:p.End]), []byte("cua "))
		}
	}
	return false
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
		if c := s[0]; !startsUpper(s, 6) && c != 'S' && c != 'V' && c != 'K' && (c < '0' || c > '9') {
			return false // a paragraph; glued boxes begin with an organ in capitals or a number
		}
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
			return caps && len(s) < 120 && !isMarked(s) && h.organAfterTitle(p)
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
	if caps && len(s) < 200 && !isMarked(s) {
		organ := h.seen[Organ] == 0 && StartsOrgan(s) || h.state == Organ && h.prev.Cue == Organ // organs below number and date
		if h.seen[TypeName] == 0 && h.seen[Numbering] > 0 && h.seen[Dating] > 0 && h.seen[About] == 0 && !organ {
			p.Cue = Title // the type's name was lost
			h.note(Title, Title)
			return true
		}
		if h.seen[TypeName] > 0 {
			return h.organAfterTitle(p)
		}
		p.Cue = Organ
		h.seen[Organ]++
		h.state = Organ
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
