package layout

import (
	"strings"
	"unicode"
)

// signature reads the end of a document from line i: offices, names and stamps, and the list
// under "Nơi nhận", in whatever order the two columns come. It returns the line after it.
func (l *Layout) signature(from int) int {
	var f Folded
	end, strange := from, 0
	list, sent, named := false, false, false
	for i := from; i < len(l.Lines) && i < from+150; i++ {
		s := l.LineText(i)
		cue := l.cues[i]
		switch cue {
		case Blank, Rule:
			continue
		case AnnexTitle, Motto, CopyTitle, ListedLink, Promulgated, Resolve:
			if sent && !named && cue == AnnexTitle {
				l.lateSign(i, &f)
			}
			return l.endSign(from, end)
		case TypeName:
			if named || sent {
				return l.endSign(from, end)
			}
		}
		ln := &l.Lines[i]
		switch {
		case cue == StampLine:
			ln.Zone = Stamp
		case cue == SendTo:
			if sent && named {
				return l.endSign(from, end)
			}
			list, sent = true, true
			l.sendTo(i, s, &f)
		case cue == Office:
			l.office(i, ln.Start, ln.End, &f, &named)
			list = list && !named
		case len(s) > 400:
			return l.endSign(from, end)
		case len(s) < 60 && dashLength(s) == 0 && !named && isPlainOffice(s, &f): // "Thủ tướng" under "TM. Chính phủ"
			l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.End}, Office, i})
			ln.Zone = Signature
		case IsName(withoutNote(s)) || (!list || l.afterOffice()) && !named && IsNameLike(s) && len(s) < 60 && !(IsCaps(s) && StartsOrgan(s)):
			l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.Start + len(withoutNote(s))}, Title, i})
			ln.Zone = Signature
			named = true
		case dashLength(s) > 0 && (sent || len(s) < 160): // also where "Nơi nhận:" was lost
			list, sent = true, true
			l.recipient(i, &f, &named)
		case isMarked(s) && !list:
			return l.endSign(from, end)
		case list && named && sent && len(s) > 12 && IsCaps(s):
			return l.endSign(from, end)
		case list:
			if startsLower(s) || s[0] == '(' || l.openRecipient() {
				l.recipient(i, &f, &named)
				break
			}
			if strange++; strange > 2 && named {
				return l.endSign(from, end)
			}
			l.recipient(i, &f, &named)
		default:
			if strange++; strange > 3 || len(s) > 160 {
				return l.endSign(from, end)
			}
			if IsCaps(s) && !named {
				l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.End}, Office, i}) // a post's second line
				ln.Zone = Signature
				break
			}
			ln.Zone = Furniture
			continue
		}
		end = i + 1
	}
	return l.endSign(from, end)
}

// afterOffice reports whether an office was the last that was read.
func (l *Layout) afterOffice() bool {
	return len(l.Sign) > 0 && l.Sign[len(l.Sign)-1].Cue == Office
}

// lateSign looks for the offices and the name that columns put below the title of an annex.
func (l *Layout) lateSign(from int, f *Folded) {
	named := false
	for i := from + 1; i < len(l.Lines) && i < from+16 && !named; i++ {
		ln := &l.Lines[i]
		s := l.LineText(i)
		switch {
		case l.cues[i] == Office:
			l.office(i, ln.Start, ln.End, f, &named)
		case len(l.Sign) > 0 && l.Sign[len(l.Sign)-1].Cue == Office && IsName(withoutNote(s)):
			l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.Start + len(withoutNote(s))}, Title, i})
			named = true
		}
	}
}

// endSign closes the signature: lines in it that were not read are furniture.
func (l *Layout) endSign(from, end int) int {
	for i := from; i < end; i++ {
		if l.Lines[i].Zone == Body {
			l.Lines[i].Zone = Furniture
		}
	}
	return max(end, from+1)
}

// openRecipient reports whether the last item of the list is not finished: no ";" or "." at its end.
func (l *Layout) openRecipient() bool {
	for k := len(l.Sign) - 1; k >= 0; k-- {
		if l.Sign[k].Cue == Addressee {
			c := l.Text[l.Sign[k].End-1]
			return c != ';' && c != '.'
		}
	}
	return false
}

// sendTo reads the line "Nơi nhận:" and what columns put beside it.
func (l *Layout) sendTo(i int, s string, f *Folded) {
	ln := &l.Lines[i]
	ln.Zone = Recipients
	f.Set(s, 400)
	n := 8
	if !f.HasPrefix("noi") && !f.HasPrefix("no") {
		n = 5 // "nhận:"
	}
	label := min(n, len(f.B))
	for n < len(f.B) && (f.B[n] == ':' || f.B[n] == ' ' || f.B[n] == '.' || f.B[n] == ';') {
		n++
	}
	l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.Start + int(f.At[label])}, SendTo, i})
	rest := ln.Start + int(f.At[n])
	if rest >= ln.End {
		return
	}
	named := false
	if isOfficeLine(f.B[n:]) && startsUpper(l.Text[rest:], 2) {
		l.office(i, rest, ln.End, f, &named)
		return
	}
	l.Sign = append(l.Sign, Piece{Range{rest, ln.End}, Addressee, i})
}

// office adds a post, and the name that stands behind it on the same line.
func (l *Layout) office(i, start, end int, f *Folded, named *bool) {
	if l.Lines[i].Zone != Recipients {
		l.Lines[i].Zone = Signature
	}
	run := capsRun(l.Text, start, end)
	next := skipSpace(l.Text, run, end)
	behind := next < end && run > start && IsNameLike(withoutNote(l.Text[next:end]))
	if !behind {
		run = end
	}
	l.Sign = append(l.Sign, Piece{Range{start, run}, Office, i})
	if behind {
		end = next + len(withoutNote(l.Text[next:end]))
		l.Sign = append(l.Sign, Piece{Range{next, end}, Title, i})
		*named = true
	}
}

// recipient adds a line of the list under "Nơi nhận", and the post or name that the right column puts
// behind it: "- Như trên; PHÓ TỔNG GIÁM ĐỐC".
func (l *Layout) recipient(i int, f *Folded, named *bool) {
	ln := &l.Lines[i]
	ln.Zone = Recipients
	s := l.Text[ln.Start:ln.End]
	if k := strings.LastIndexByte(s, '\t'); k > 0 && len(s)-k < 4 { // a speck of the stamp
		s = s[:k]
	}
	if k := strings.LastIndexByte(s, '\t'); k > 0 && !*named { // the right column behind a tab
		if right := withoutNote(s[k+1:]); IsName(right) {
			keep := trimEnd(l.Text, ln.Start, ln.Start+k)
			l.Sign = append(l.Sign, Piece{Range{ln.Start, keep}, Addressee, i}, Piece{Range{ln.Start + k + 1, ln.Start + k + 1 + len(right)}, Title, i})
			*named = true
			return
		}
	}
	cut := trailingOffice(s, f)
	if cut > 0 {
		keep := trimEnd(l.Text, ln.Start, ln.Start+cut)
		if keep > ln.Start {
			l.Sign = append(l.Sign, Piece{Range{ln.Start, keep}, Addressee, i})
		}
		l.office(i, ln.Start+cut, ln.End, f, named)
		return
	}
	l.Sign = append(l.Sign, Piece{Range{ln.Start, ln.End}, Addressee, i})
}

// trailingOffice is where a post in capitals begins behind an item, 0 for none. Only what stands
// behind the item's end or in capitals of two words and more is one.
func trailingOffice(s string, f *Folded) int {
	f.Set(s, 300)
	for k := 4; k+6 < len(f.B); k++ {
		if f.B[k-1] != ' ' || f.B[k] < 'a' {
			continue
		}
		at := int(f.At[k])
		if !startsUpper(s[at:], 2) || !isOfficeLine(f.B[k:]) {
			continue
		}
		if run := capsRun(s, at, len(s)); run == len(s) || IsNameLike(s[skipSpace(s, run, len(s)):]) {
			if hasSpace(s[at:]) {
				return at
			}
		}
	}
	return 0
}

// isPlainOffice tells a post in small letters that is a line of its own.
func isPlainOffice(s string, f *Folded) bool {
	f.Set(s, 60)
	return OfficeLength(f.B) > 0 && !startsLower(s) && strings.IndexByte(s, ';') < 0 && strings.IndexByte(s, '(') < 0 && strings.IndexByte(s, ',') < 0 && s[len(s)-1] != '.'
}

// withoutNote is a name without "(Đã ký)" behind it.
func withoutNote(s string) string {
	if k := strings.IndexByte(s, '('); k > 3 {
		return strings.TrimRight(s[:k], " ")
	}
	if k := strings.Index(s, " đã ký"); k > 3 {
		return s[:k]
	}
	return s
}

func hasSpace(s string) bool {
	for _, r := range s {
		if unicode.IsSpace(r) {
			return true
		}
	}
	return false
}
