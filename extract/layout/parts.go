package layout

import (
	"bytes"
	"strings"
)

// parts walks the lines below the letterhead: body, signature and recipients of the document
// itself, then what follows: annexes, the plan or regulation that it promulgates, copy blocks,
// stamps, lists of links.
func (l *Layout) parts(from int) {
	l.Parts = append(l.Parts, Part{Range: Range{0, len(l.Text)}, Role: Main})
	signed := false
	open := false   // a part that was attached is open
	listed := false // … and its list of recipients has begun
	for i := from; i < len(l.Lines); i++ {
		ln := &l.Lines[i]
		cue := l.cues[i]
		if role, ok := l.opensPart(i, signed); ok {
			if !open && !signed {
				l.closing(from, i)
			}
			l.Parts = append(l.Parts, Part{Range: Range{ln.Start, len(l.Text)}, Role: role, Title: Range{ln.Start, ln.End}})
			l.Parts[len(l.Parts)-2].End = ln.Start
			open, listed = role != Copy, false
		}
		ln.Part = len(l.Parts) - 1
		switch {
		case cue == Blank || cue == Rule:
			ln.Zone = Furniture
		case cue == ListedLink:
			ln.Zone = Related
		case cue == StampLine && ln.End-ln.Start < 120:
			ln.Zone = Stamp
		case l.Parts[ln.Part].Role == Copy:
			ln.Zone = Stamp
		case open:
			ln.Zone = Appendix
			if listed = cue == SendTo || listed && l.listsOn(i); listed {
				ln.Zone = Recipients
			}
		case signed:
			ln.Zone = l.leftover(i)
		case l.endsBody(i):
			l.closing(from, i)
			i = l.signature(i) - 1
			signed = true
		}
	}
	if !signed && !open {
		l.closing(from, len(l.Lines))
	}
}

// listsOn reports whether line i may stand in the list of recipients, or in the signature beside it,
// that an attached document ends with.
func (l *Layout) listsOn(i int) bool {
	s := l.LineText(i)
	switch l.cues[i] {
	case Motto, TypeName, AnnexTitle, Numbering, Promulgated:
		return false
	}
	return len(s) < 200 && !isMarked(s) && strings.IndexByte(s, '\t') < 0
}

// leftover is the zone of a line after the signature that opens no part.
func (l *Layout) leftover(i int) Zone {
	s := l.LineText(i)
	if strings.IndexByte(s, '\t') >= 0 || len(s) > 160 || isMarked(s) {
		return Appendix
	}
	return Furniture
}

// opensPart reports whether line i is the first of another document or of an annex.
func (l *Layout) opensPart(i int, signed bool) (Role, bool) {
	s := l.LineText(i)
	switch l.cues[i] {
	case AnnexTitle:
		if len(s) < 160 && (signed || IsCaps(s) || len(s) < 24) {
			return Annex, true
		}
	case CopyTitle:
		return Copy, signed
	case TypeName:
		if len(s) < 160 && (signed || l.promulgated(i)) {
			return Attached, true
		}
	case Motto:
		if signed && i > 0 && !strings.HasPrefix(s, "Đ") {
			return l.roleOfHead(i), l.Parts[len(l.Parts)-1].Start < l.Lines[i].Start-600 || l.Parts[len(l.Parts)-1].Role == Main
		}
	case Promulgated:
		if signed && l.Parts[len(l.Parts)-1].Role == Main {
			return Attached, true
		}
	}
	return Main, false
}

// promulgated reports whether a line "(Ban hành kèm theo …)" stands among the next lines.
func (l *Layout) promulgated(i int) bool {
	for k, n := i+1, 0; k < len(l.Lines) && n < 6; k++ {
		switch l.cues[k] {
		case Blank, Rule:
			continue
		case Promulgated:
			return true
		}
		n++
	}
	return false
}

// roleOfHead tells a copy block's letterhead from another document's.
func (l *Layout) roleOfHead(i int) Role {
	for k, n := i, 0; k < len(l.Lines) && n < 12; k++ {
		switch l.cues[k] {
		case Blank, Rule:
			continue
		case CopyTitle:
			return Copy
		}
		if strings.Contains(l.LineText(k), "/SL-") || strings.Contains(l.LineText(k), "/SY-") {
			return Copy
		}
		n++
	}
	return Attached
}

// endsBody reports whether the end of the document starts at line i: "Nơi nhận", or an office
// with a name, another office or nothing more after it.
func (l *Layout) endsBody(i int) bool {
	switch l.cues[i] {
	case SendTo:
		return true
	case Office:
	case Plain:
		return l.isLoneName(i)
	default:
		return false
	}
	s := l.LineText(i)
	var fb [160]byte
	var fa [161]int32
	f := foldInto(fb[:0], fa[:0], s, 160)
	if is, _ := CapacityOf(f.B); is != "" {
		return true
	}
	if !IsCaps(s) {
		return true // a post and a name on one line
	}
	n := 0
	for k := i + 1; k < len(l.Lines) && n < 6; k++ {
		t := l.LineText(k)
		switch l.cues[k] {
		case Blank, Rule:
			continue
		case SendTo, StampLine, Office:
			return true
		case AnnexTitle, CopyTitle, ListedLink, Motto:
			return true
		}
		if IsName(withoutNote(t)) || n < 2 && len(l.Head) > 0 && IsNameLike(t) {
			return true
		}
		if len(t) > 90 || isMarked(t) {
			return false
		}
		if n == 0 && dashLength(t) > 0 && l.endMark(i) {
			return true // the recipients, "Nơi nhận" lost
		}
		n++
	}
	return n == 0
}

// endMark reports whether the last line above line i ends with the mark of a document's end, "./.".
func (l *Layout) endMark(i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch l.cues[k] {
		case Blank, Rule:
			continue
		}
		return strings.HasSuffix(l.LineText(k), "./.")
	}
	return false
}

// isLoneName reports whether line i is the name of who signed, its office lost: nothing but a note
// that it is signed, or the list of recipients, comes after it.
func (l *Layout) isLoneName(i int) bool {
	s := withoutNote(l.LineText(i))
	if len(s) > 60 || !IsName(s) || IsCaps(s) {
		return false
	}
	for k := i + 1; k < len(l.Lines) && k < i+8; k++ {
		switch l.cues[k] {
		case Blank, Rule:
			continue
		case StampLine, SendTo, AnnexTitle, CopyTitle, ListedLink:
			return true
		}
		return false
	}
	return len(l.Head) > 0
}

// closings begin the last paragraphs before a signature, folded.
var closings = []string{"tren day la", "trong qua trinh", "qua trinh thuc hien", "qua trinh trien khai", "de nghi", "yeu cau", "nhan duoc", "luat nay", "bo luat nay", "nghi quyet nay duoc",
	"phap lenh nay", "tran trong", "rat mong", "kinh de nghi", "bao hiem xa hoi viet nam yeu cau", "neu co vuong mac", "moi vuong mac", "thu truong cac", "giao ", "nay, thong bao", "nay thong bao", "vay,"}

// closing gives the last paragraphs of the body, without markers, the zone Closing.
func (l *Layout) closing(from, end int) {
	n := 0
	for i := end - 1; i >= from && n < 5; i-- {
		if l.cues[i] == Blank || l.cues[i] == Rule || l.Lines[i].Zone != Body {
			continue
		}
		s := l.LineText(i)
		if isMarked(s) || dashLength(s) > 0 {
			return
		}
		var fb [48]byte
		var fa [49]int32
		f := foldInto(fb[:0], fa[:0], s, 48)
		found := n < 2 && l.speaksOfItself(i, from)
		for _, c := range closings {
			found = found || f.HasPrefix(c)
		}
		if !found {
			return
		}
		l.Lines[i].Zone = Closing
		n++
	}
}

// itself are the names that a document has for itself, folded: "… chịu trách nhiệm thi hành Chỉ thị này".
var itself = []string{"chi thi nay", "cong dien nay", "ke hoach nay", "cong van nay", "thong bao nay", "huong dan nay", "thong tri nay", "chuong trinh nay"}

// speaksOfItself reports whether a paragraph says who carries out the document that it ends, which has
// no articles.
func (l *Layout) speaksOfItself(i, from int) bool {
	var f Folded
	f.Set(l.LineText(i), 600)
	found := false
	for _, name := range itself {
		at := bytes.Index(f.B, []byte(name))
		found = found || at > 0 && (bytes.HasSuffix(f.B[:at], []byte("thi hanh ")) || bytes.HasSuffix(f.B[:at], []byte("thuc hien ")) || bytes.HasSuffix(f.B[:at], []byte("chap hanh ")))
	}
	if !found || l.underHeading(i, from) {
		return false
	}
	for k := from; k < i; k++ {
		if strings.HasPrefix(l.LineText(k), "Điều ") && isMarked(l.LineText(k)) {
			return false
		}
	}
	return true
}

// underHeading reports whether the line above line i is a heading, so that the section is what line
// i is all of.
func (l *Layout) underHeading(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		if l.cues[k] == Blank || l.cues[k] == Rule {
			continue
		}
		s := l.LineText(k)
		m, ok := readMarker(s)
		return ok && m.kind < Dash && (IsCaps(s[m.length:]) || s[len(s)-1] == ':' || isLetterEnd(s) && len(s) < 160)
	}
	return false
}
