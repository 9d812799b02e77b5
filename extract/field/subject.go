package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/layout"
)

// subject reads the trích yếu: what stands behind "V/v" under the number of a dispatch, or under
// the type's name of other documents (NĐ 30/2020 art. 8.1.đ).
func (p *Page) subject(r *corpus.Record, props []property) {
	for _, cue := range []layout.Cue{layout.About, layout.Title} {
		pieces := p.run(cue)
		if cue == layout.Title {
			pieces = p.titles()
		}
		if len(pieces) == 0 {
			continue
		}
		for p.noisy && len(pieces) > 1 && layout.AboutLength(p.slice(pieces[0].Range)) == 0 && !readable(p.slice(pieces[0].Range)) {
			pieces = pieces[1:] // the rest of the date's line
		}
		start, end := pieces[0].Start, pieces[len(pieces)-1].End
		parts := make([]string, 0, len(pieces))
		for k, piece := range pieces {
			s := p.slice(piece.Range)
			if k == 0 {
				n := layout.AboutLength(s)
				if n == 0 && cue == layout.About {
					n = spoiltAbout(s)
				}
				start += n
				s = s[n:]
			}
			if k > 0 && (p.noisy && !readable(s) || isStamped(s)) {
				continue // what OCR made of a stamp, or the registry's number in it
			}
			if p.noisy {
				s = strings.Trim(s, " _|'`‘’ˆ~")
			}
			parts = append(parts, s)
		}
		value := squeeze(strings.Join(parts, " "), " .;:*_-–")
		if cue == layout.Title {
			value = withoutAuthority(value, r.Issuer.Value)
			value = withoutHead(value, r.Issuer.Value)
			if rest, ok := withoutType(value, r.Type.Value); ok {
				start += strings.Index(p.text()[start:end], rest[:strings.IndexAny(rest+" ", " ")])
				value = rest
			}
		}
		if value == "" {
			continue
		}
		confidence := 0.97
		if p.noisy { // of subjects that OCR read, a third have a letter wrong
			confidence = 0.65
		}
		r.Subject = p.found(value, start, end, "subject/"+map[layout.Cue]string{layout.About: "about", layout.Title: "title"}[cue], confidence)
		return
	}
	if at, ok := find(props, "trich yeu", "ten van ban"); ok {
		r.Subject = p.found(squeeze(p.slice(at), " ."), at.Start, at.End, "subject/property", 0.95)
		return
	}
	p.missing(r, "subject", corpus.WhyAbsent, "no V/v and no title", layout.Range{})
}

// spoiltAbout is how many bytes "V/v" takes at the beginning of a subject when OCR made another
// short word of it: "W⁄%: ngày lập", "VA trả lời".
func spoiltAbout(s string) int {
	k := strings.IndexByte(s, ' ')
	if k < 2 || k > 8 || s[0] != 'V' && s[0] != 'W' && s[0] != 'v' || k+1 >= len(s) {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(s[k+1:]); !unicode.IsLower(r) || strings.ToLower(s[:k]) == s[:k] && s[0] != 'v' {
		return 0
	}
	if len(s[:k]) > 3 && viet.IsSyllable(strings.ToLower(s[:k])) {
		return 0
	}
	return k + 1
}

// readable reports whether most words of s are Vietnamese syllables, names or codes; a rest of the
// date's line is none of a subject.
func readable(s string) bool {
	good, all := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.Trim(w, ".,;:()\"“”")
		if w == "" {
			continue
		}
		all++
		low := strings.ToLower(w)
		switch {
		case isSpoiltFigure(w):
		case strings.ContainsAny(w, "0123456789/-"), len(w) > 1 && viet.IsSyllable(low):
			good++
		case len(w) > 2 && low != w && low[1:] == w[1:] || len(w) > 2 && strings.ToUpper(w) == w: // Musashi, TNHH
			good++
		}
	}
	f := layout.Fold(s)
	if len(f.B) < 40 && strings.Contains(string(f.B), "hang ") && strings.Contains(string(f.B), " nam ") {
		return false
	}
	return good*10 >= all*7
}

// isStamped tells the lines of a registry's incoming stamp: "Số: 918", "Ngày: 08/7/2021".
func isStamped(s string) bool {
	f := layout.Folded{}
	f.Set(s, 24)
	return f.HasPrefix("so:") || f.HasPrefix("so :") || f.HasPrefix("ngay:") || f.HasPrefix("den ngay") || f.HasPrefix("chuyen:")
}

// isSpoiltFigure tells "1W" and "8iháng" from "30a", "2025-2030" and "ICD-10".
func isSpoiltFigure(w string) bool {
	k := strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' })
	if k <= 0 || strings.ContainsAny(w, "/-.,:%") {
		return false
	}
	r, size := utf8.DecodeRuneInString(w[k:])
	return unicode.IsLetter(r) && (k+size < len(w) || unicode.IsUpper(r))
}

// run is the pieces with a cue.
func (p *Page) run(cue layout.Cue) []layout.Piece {
	var pieces []layout.Piece
	for _, piece := range p.Layout.Head {
		if piece.Cue == cue {
			pieces = append(pieces, piece)
		}
	}
	return pieces
}

// withoutAuthority drops the organ that a page put behind a title in capitals: "… XÂY DỰNG KINH
// TẾ QUỐC HỘI".
func withoutAuthority(title, issuer string) string {
	upper := strings.ToUpper(issuer)
	if issuer == "" || !layout.IsCaps(title) || len(title) <= len(upper)+20 || !strings.HasSuffix(title, " "+upper) {
		return title
	}
	cut := strings.TrimSpace(strings.TrimSuffix(title, upper))
	for _, w := range []string{" CỦA", " VÀ", " VỚI", ",", " TRÌNH", " DO"} {
		if strings.HasSuffix(cut, w) {
			return title
		}
	}
	return cut
}

// withoutHead drops the head of the issuer that a font of capitals put behind a title in small
// letters: "… Văn hoá, Thể thao bộ trưởng bộ tài chính".
func withoutHead(title, issuer string) string {
	k := len(title) - len(issuer)
	if issuer == "" || k < 20 || title[k-1] != ' ' || title[k:] != strings.ToLower(issuer) {
		return title
	}
	rest := strings.TrimRight(title[:k], " ")
	for _, post := range []string{"bộ trưởng", "thủ tướng", "chủ tịch", "tổng cục trưởng", "cục trưởng", "thống đốc", "giám đốc", "tổng giám đốc"} {
		if cut, ok := strings.CutSuffix(rest, " "+post); ok {
			return cut
		}
	}
	return title
}

// withoutType drops the type's name where a title repeats it: "THÔNG TƯ", "Thông tư sửa đổi, …".
func withoutType(title, kind string) (rest string, ok bool) {
	if kind == "" || len(title) < len(kind)+8 || !strings.EqualFold(title[:len(kind)], kind) || title[len(kind)] != ' ' {
		return title, false
	}
	rest = strings.TrimSpace(title[len(kind):])
	f := layout.Fold(rest)
	for _, next := range []string{"sua doi", "quy dinh", "huong dan", "ban hanh", "bai bo", "ve ", "phe duyet", "cong bo"} {
		if f.HasPrefix(next) {
			return rest, true
		}
	}
	return title, false
}

// grades reads độ khẩn and độ mật: a word in capitals that stands alone.
func (p *Page) grades(r *corpus.Record) {
	for _, piece := range p.Layout.Head {
		if piece.Cue != layout.Urgency && piece.Cue != layout.Secrecy {
			continue
		}
		value := strings.ToLower(squeeze(p.slice(piece.Range), " .:*-"))
		switch piece.Cue {
		case layout.Urgency:
			if r.Urgency.IsZero() {
				r.Urgency = p.found(value, piece.Start, piece.End, "urgency/line", 0.95)
			}
		case layout.Secrecy:
			if r.Secrecy.IsZero() {
				r.Secrecy = p.found(value, piece.Start, piece.End, "secrecy/line", 0.95)
			}
		}
	}
}
