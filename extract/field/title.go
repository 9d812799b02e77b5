package field

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
)

// titles are the lines of the title: those under the type's name where it has one above it ("QUỐC
// HỘI NƯỚC …" stands over "LUẬT"), without the authority that a page put below the title ("CỦA QUỐC
// HỘI KHÓA XII, KỲ HỌP THỨ 5") and without the date that an old collection put before it.
func (p *Page) titles() []layout.Piece {
	pieces := p.run(layout.Title)
	if kind, ok := p.first(layout.TypeName); ok && len(pieces) > 1 {
		for k, piece := range pieces {
			if piece.Start > kind.Start {
				pieces = pieces[k:]
				break
			}
		}
	}
	kept := pieces[:0:0]
	for _, piece := range pieces {
		f := layout.Fold(tailless(p.slice(piece.Range), 40))
		if len(kept) == 0 && string(f.B) == "phoi hop" {
			continue // of the type: CHƯƠNG TRÌNH PHỐI HỢP
		}
		if len(kept) > 0 && (f.HasPrefix("cua quoc hoi khoa ") || f.HasPrefix("quoc hoi khoa ")) {
			break
		}
		if startsReasons(&f) {
			break
		}
		if len(kept) == 0 {
			if _, end, ok := longDate(p.slice(piece.Range)); ok {
				piece.Start += end
				piece.Start = min(piece.End, skipBlank(p.text(), piece.Start))
			}
		}
		piece.End = p.wholeTitle(piece)
		if piece.End > piece.Start {
			kept = append(kept, piece)
		}
	}
	if len(kept) == 0 {
		return p.titleBelow()
	}
	for last := kept[len(kept)-1]; isOpen(p.slice(last.Range)) && last.Line+1 < len(p.Layout.Lines); {
		s := p.Layout.LineText(last.Line + 1)
		if !layout.IsCaps(s) || len(s) > 300 || !layout.IsCaps(p.slice(last.Range)) {
			break
		}
		ln := p.Layout.Lines[last.Line+1]
		last = layout.Piece{Range: layout.Range{Start: ln.Start, End: ln.End}, Cue: layout.Title, Line: last.Line + 1}
		kept = append(kept, last)
	}
	return kept
}

// startsReasons reports whether a line below a type's name says what the document rests on.
func startsReasons(f *layout.Folded) bool {
	for _, lead := range []string{"can cu ", "chieu ", "xet ", "theo loi de nghi", "theo de nghi", "thuc hien ", "ra sac lenh"} {
		if f.HasPrefix(lead) {
			return true
		}
	}
	return false
}

// isOpen reports whether a line of a title in capitals needs another: "… VỀ VIỆC BAN HÀNH".
func isOpen(s string) bool {
	s = strings.TrimRight(s, " ")
	for _, end := range []string{" BAN HÀNH", " PHÊ DUYỆT", " CỦA", " VỀ", " VÀ", " CÁC", " MỘT SỐ ĐIỀU CỦA", ","} {
		if strings.HasSuffix(s, end) || s == end[1:] {
			return true
		}
	}
	return false
}

// tailless is the first bytes of s, up to a letter's first byte.
func tailless(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// wholeTitle is the end of a title's line where the state's name inside it was taken for the motto:
// "CƠ QUAN ĐẠI DIỆN NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Ở NƯỚC NGOÀI".
func (p *Page) wholeTitle(piece layout.Piece) int {
	if piece.Line >= len(p.Layout.Lines) {
		return piece.End
	}
	end := p.Layout.Lines[piece.Line].End
	if end <= piece.End {
		return piece.End
	}
	f := layout.Fold(tailless(strings.TrimLeft(p.text()[piece.End:end], " "), 48))
	if f.HasPrefix("nuoc cong hoa xa hoi chu nghia") {
		return end
	}
	return piece.End
}

// titleBelow finds the title that goes on under a heading that holds type, organ, number and date
// on one line ("CỦA BỘ TÀI CHÍNH SỐ 169/1998/TT-BTC NGÀY 22 THÁNG 12 NĂM 1998"), and the one under
// "CHƯƠNG TRÌNH PHỐI HỢP": the lines up to the preamble.
func (p *Page) titleBelow() []layout.Piece {
	kind, ok := p.first(layout.TypeName)
	head := p.Layout.Head
	if !ok || len(head) == 0 {
		return nil
	}
	last := head[len(head)-1]
	if last.Start < kind.Start || last.Cue != layout.Dating && last.Cue != layout.Numbering && last.Line != kind.Line {
		return nil
	}
	var pieces []layout.Piece
	for i := last.Line + 1; i < len(p.Layout.Lines) && len(pieces) < 6; i++ {
		s := strings.TrimSpace(p.Layout.LineText(i))
		cue := p.Layout.Cue(i)
		if s == "" || cue == layout.Rule {
			continue
		}
		caps := layout.IsCaps(s)
		f := layout.Fold(tailless(s, 40))
		starts := cue == layout.Basis || cue == layout.Addressee || cue == layout.Resolve || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ".") ||
			startsReasons(&f) || len(pieces) > 0 && layout.IsCaps(p.slice(pieces[0].Range)) && !caps
		authority := caps && len(pieces) > 0 && layout.OfficeLength(f.B) > 0
		if starts || authority || len(s) > 300 {
			return pieces
		}
		pieces = append(pieces, layout.Piece{Range: layout.Range{Start: p.Layout.Lines[i].Start, End: p.Layout.Lines[i].End}, Cue: layout.Title, Line: i})
	}
	return nil // no preamble in sight: it may be anything
}

// titleDate is the date before a title: "NGÀY 01 THÁNG 11 NĂM 1995 VỀ VIỆC BAN HÀNH …".
func (p *Page) titleDate() (at layout.Range, date corpus.Date, ok bool) {
	piece, ok := p.first(layout.Title)
	if !ok {
		return at, date, false
	}
	date, end, ok := longDate(p.slice(piece.Range))
	return layout.Range{Start: piece.Start, End: piece.Start + end}, date, ok
}
