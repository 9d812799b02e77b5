package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/layout"
)

// signatory reads who signed and in what capacity (NĐ 30/2020 art. 8.1.e and 13): a chain of
// offices, "TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", and the name below.
func (p *Page) signatory(r *corpus.Record, props []property) {
	s := corpus.Signatory{Rule: "signatory/block"}
	var at, office layout.Range
	heading := layout.Range{}
	open := false   // it ends with a dash: "KT. BỘ TRƯỞNG BỘ LAO ĐỘNG -"
	listed := false // the line before ends with a comma: "KT. BỘ TRƯỞNG,", "CHỦ NHIỆM"
	for _, piece := range p.Layout.Sign {
		switch piece.Cue {
		case layout.Office:
			if s.Name != "" {
				continue // the next of several who signed
			}
			line := p.slice(piece.Range)
			if isCodes(line) {
				continue
			}
			if k := len(s.Chain) - 1; listed && k >= 0 && s.Position == "" {
				s.Chain[k].Principal += ", " + p.post(line)
				s.Principal = s.Chain[k].Principal
			} else {
				p.addOffice(&s, line)
			}
			line = strings.TrimRight(line, " ")
			listed, open = strings.HasSuffix(line, ","), strings.HasSuffix(line, "-")
			if office.IsZero() || s.Capacity == "" {
				office = piece.Range
			}
		case layout.Title:
			line := p.slice(piece.Range)
			if k := len(s.Chain) - 1; open && k >= 0 && layout.IsCaps(line) { // KT. BỘ TRƯỞNG BỘ LAO ĐỘNG -
				s.Chain[k].Principal = strings.TrimRight(s.Chain[k].Principal, " -") + " - " + p.post(line)
				s.Principal, open = s.Chain[k].Principal, false
				continue
			}
			if isHeading(line) {
				heading = piece.Range
			} else if s.Name == "" && !isDraft(line) {
				s.Name = squeeze(p.slice(piece.Range), " .,")
				s.Name = s.Name[layout.RankLength(s.Name):]
				at = piece.Range
			}
		}
	}
	if s.Name == "" {
		if v, ok := find(props, "nguoi ky"); ok && layout.IsNameLike(p.slice(v)) {
			s.Name, at, s.Rule = squeeze(p.slice(v), " ."), v, "signatory/property"
		}
	}
	if s.Name == "" && !heading.IsZero() {
		p.missing(r, "signatory", corpus.WhyNotUnderstood, "what stands below the text is no name", heading)
		return
	}
	if s.IsZero() {
		p.missing(r, "signatory", corpus.WhyAbsent, "no office and no name below the text", layout.Range{})
		return
	}
	s.Confidence = 0.97
	if p.noisy {
		s.Confidence = 0.8
	}
	if p.noisy && s.Name != "" && !layout.IsName(s.Name) {
		p.missing(r, "signatory.name", corpus.WhyNotUnderstood, "the name is not legible", at)
		s.Name, at = "", office
		if s.IsZero() {
			return
		}
	} else if s.Name == "" {
		at = office
		p.missing(r, "signatory.name", corpus.WhyAbsent, "no name below the office", office)
	}
	if layout.IsCaps(s.Name) {
		s.Name = titleCase(s.Name)
	}
	if len(s.Chain) == 1 {
		s.Chain = nil
	}
	s.Span = p.Ruler.Span(at.Start, at.End)
	r.Signatory = s
}

// isCodes tells a line of units' codes that begins like an authority: "KT, ĐT, TNMT," among the
// recipients, "KT TSCĐ" in a table.
func isCodes(line string) bool {
	f := layout.Fold(line)
	is, n := layout.CapacityOf(f.B)
	if is == "" {
		return false
	}
	rest := strings.FieldsFunc(line[f.At[n]:], func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range rest {
		if len(w) > 3 && viet.IsSyllable(strings.ToLower(w)) || len(w) > 5 {
			return false
		}
	}
	return len(rest) > 0
}

// isHeading tells words in capitals that are no one's name: PHỐI HỢP HOẠT ĐỘNG GIÁM SÁT.
func isHeading(line string) bool {
	line = squeeze(line, " .,")
	return layout.IsCaps(line) && !layout.IsName(line) && utf8.RuneCountInString(line) > 16
}

// isDraft tells what stands where a name does and is none: "DỰ THẢO", "Đã ký".
func isDraft(s string) bool {
	f := layout.Fold(squeeze(s, " .,()"))
	return string(f.B) == "du thao" || string(f.B) == "da ky"
}

// addOffice adds a line of the signature: an authority with its principal, or the signer's post.
func (p *Page) addOffice(s *corpus.Signatory, line string) {
	line = squeeze(line, " ,;:*")
	f := layout.Fold(line)
	is, n := layout.CapacityOf(f.B)
	rest := line[f.At[n]:]
	if k := len(s.Chain) - 1; is == "" && k >= 0 && s.Chain[k].Principal == "" { // "TL." on a line of its own
		is = s.Chain[k].Capacity
		s.Chain = s.Chain[:k]
	} else if bare := strings.Trim(string(f.B), " ."); bare == "kt" || bare == "tl" || bare == "tm" || bare == "tuq" {
		s.Chain = append(s.Chain, corpus.Capacity{Capacity: strings.ToUpper(bare) + "."})
		return
	}
	if k := len(s.Chain) - 1; is == "" && s.Position == "" && k >= 0 && layout.StartsOrgan(rest) && layout.OfficeLength(f.B) == 0 {
		s.Chain[k].Principal += " " + p.post(rest) // "KT. BỘ TRƯỞNG", "BỘ Y TẾ"
		s.Principal = s.Chain[k].Principal
		return
	}
	if is == "" {
		if post := p.post(rest); s.Position == "" {
			s.Position = post
		} else if post != s.Position {
			s.Position += " " + post
		}
		return
	}
	if is == "Q." { // quyền: the post is the signer's own
		s.Capacity, s.Position = is, p.post(rest)
		return
	}
	principal, own := splitOffices(rest, is)
	s.Capacity, s.Principal = is, p.post(principal)
	s.Chain = append(s.Chain, corpus.Capacity{Capacity: is, Principal: s.Principal})
	if own != "" {
		p.addOffice(s, own)
	}
}

// bodies are collectives that someone signs for (TM.), folded.
var bodies = []string{"chinh phu", "uy ban nhan dan", "hoi dong nhan dan", "doan chu tich", "ban chap hanh", "ban thuong vu", "uy ban thuong vu quoc hoi", "quoc hoi",
	"ban can su dang", "thuong truc hoi dong nhan dan", "bo chinh tri", "ban bi thu", "hoi dong quan tri", "hoi dong thanh vien", "hoi dong bo truong", "hoi dong tham phan", "uy ban", "thuong truc tinh uy", "tinh uy", "dang uy", "hoi dong"}

// splitOffices cuts "BỘ TRƯỞNG THỨ TRƯỞNG" into the two offices that a page put on one line.
func splitOffices(s, capacity string) (principal, own string) {
	f := layout.Fold(s)
	first := layout.OfficeLength(f.B)
	for _, b := range bodies {
		if capacity == "TM." && f.HasPrefix(b) {
			first = max(first, len(b))
		}
	}
	for k := max(first, 4); k+4 < len(f.B); k++ {
		if f.B[k-1] != ' ' || f.B[k-2] == ',' || f.B[k-2] == '-' {
			continue
		}
		if is, _ := layout.CapacityOf(f.B[k:]); is != "" || layout.OfficeLength(f.B[k:]) > 0 {
			return strings.TrimSpace(s[:f.At[k]]), s[f.At[k]:]
		}
	}
	return s, ""
}

// post is a post as it is written; one that OCR spoilt is mended when the letters without their
// marks are those of a known one.
func (p *Page) post(s string) string {
	s = squeeze(s, " ,;:.*")
	if !p.noisy {
		return s
	}
	f := layout.Fold(s)
	for _, o := range knownPosts {
		fo := layout.Fold(o)
		if layout.Near(f.B, string(fo.B), min(1, len(fo.B)/8)) {
			return o
		}
	}
	return s
}

// knownPosts are common posts, for mending what OCR read: "PHO TONG GIÁM BOC".
var knownPosts = []string{
	"TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG",
	"VỤ TRƯỞNG", "PHÓ VỤ TRƯỞNG", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN",
	"CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG", "VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG", "HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "CHÍNH PHỦ", "ỦY BAN NHÂN DÂN",
}

// titleCase writes a name in capitals as names are written.
func titleCase(name string) string {
	words := strings.Fields(name)
	for k, w := range words {
		for i := range w {
			if i > 0 {
				words[k] = w[:i] + strings.ToLower(w[i:])
				break
			}
		}
	}
	return strings.Join(words, " ")
}
