package layout

import "bytes"

// readTitled reads a document that has no boxes but a title that holds them: "Nghị định của Chính
// phủ số 115/2003/NĐ-CP ngày 10/10/2003 về chế độ công chức dự bị", as law collections print it. The
// preamble or the first article must follow.
func (l *Layout) readTitled(cues []Cue) (pieces []Piece, first, after int) {
	seen := 0
	for i := 0; i < len(l.Lines) && seen < 4; i++ {
		if cues[i] == Blank || cues[i] == Rule {
			continue
		}
		seen++
		end := i
		s := l.LineText(i)
		var fb [24]byte
		var fa [25]int32
		f := foldInto(fb[:0], fa[:0], s, 24)
		if n := TypeNameAt(f.B); n == 0 {
			continue
		} else if n == len(f.B) && i+1 < len(l.Lines) { // the type's name alone, the rest below it
			end = i + 1
		}
		if p := l.cutTitled(i, end); len(p) > 0 && l.bodyFollows(cues, end+1) {
			for k := end + 1; k < len(l.Lines) && k < end+8; k++ { // the title goes on
				if t := l.LineText(k); cues[k] == Plain && IsCaps(t) && !isMarked(t) && len(t) < 400 {
					p = append(p, Piece{Range{l.Lines[k].Start, l.Lines[k].End}, Title, k})
				} else if cues[k] != Blank {
					return p, i, k
				}
			}
			return p, i, end + 1
		}
	}
	return nil, -1, 0
}

// cutTitled cuts lines from i to end into type, organ, number, date and title; none when there is
// no number.
func (l *Layout) cutTitled(i, end int) []Piece {
	start, stop := l.Lines[i].Start, l.Lines[end].End
	if stop-start > 1500 {
		return nil
	}
	f := Fold(l.Text[start:stop])
	at := func(k int) int { return start + int(f.At[k]) }
	n := TypeNameAt(f.B)
	number := bytes.Index(f.B, []byte(" so "))
	if number < 0 || number > 140 || !looksNumbered(f.B[number+4:]) {
		return nil
	}
	pieces := []Piece{{Range{start, at(n)}, TypeName, i}}
	if of := bytes.TrimSpace(f.B[n:number]); bytes.HasPrefix(of, []byte("cua ")) {
		from := n + bytes.Index(f.B[n:], []byte("cua ")) + 4
		pieces = append(pieces, Piece{Range{at(from), at(number)}, Organ, end})
	} else if len(of) > 0 {
		return nil
	}
	k := number + 4
	for k < len(f.B) && f.B[k] != ' ' {
		k++
	}
	pieces = append(pieces, Piece{Range{at(number + 1), at(k)}, Numbering, end})
	if rest := f.B[k:]; bytes.HasPrefix(rest, []byte(" ngay ")) {
		k++
		stop := dateEnd(f.B, k)
		pieces = append(pieces, Piece{Range{at(k), at(stop)}, Dating, end})
		k = stop
	}
	for k < len(f.B) && (f.B[k] == ' ' || f.B[k] == ',') {
		k++
	}
	if k < len(f.B) {
		pieces = append(pieces, Piece{Range{at(k), stop}, Title, end})
	}
	return pieces
}

// dateEnd is where "ngày 10/10/2003" or "ngày 22 tháng 12 năm 1998" ends.
func dateEnd(b []byte, at int) int {
	end := at + 4
	for k, words := at+4, 0; k < len(b) && words < 6; words++ {
		for k < len(b) && b[k] == ' ' {
			k++
		}
		w := k
		for k < len(b) && b[k] != ' ' {
			k++
		}
		word := b[w:k]
		if len(word) > 0 && word[0] >= '0' && word[0] <= '9' || string(word) == "thang" || string(word) == "nam" {
			end = k
			continue
		}
		break
	}
	return end
}

// bodyFollows reports whether a preamble or an article comes within the next lines.
func (l *Layout) bodyFollows(cues []Cue, from int) bool {
	for k, n := from, 0; k < len(l.Lines) && n < 8; k++ {
		switch cues[k] {
		case Blank, Rule:
			continue
		case Basis, Resolve:
			return true
		}
		n++
		if m, ok := readMarker(l.LineText(k)); ok && m.kind <= Roman {
			return true
		}
	}
	return false
}
