package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/layout"
)

// unfinished are organs' lines that only the next line completes, folded.
var unfinished = []string{
	"cong ty", "cong ty co phan", "cong ty tnhh", "cong ty tnhh mtv", "tong cong ty", "ban quan ly", "hoi dong", "ban chi dao", "truong dai hoc", "truong cao dang", "ban",
	"van phong", "uy ban", "uy ban thuong vu", "trung tam", "cuc", "vu", "vien", "bo", "so", "hoi", "tong cuc", "ban quan ly du an", "lien doan", "ngan hang", "chi nhanh", "tong",
	"cong ty tnhh mot thanh vien", "cong ty trach nhiem huu han", "cong ty trach nhiem huu han mot thanh vien",
}

type organ struct {
	name string
	at   layout.Range
}

// issuer reads the organs of the letterhead: the last is who issues, the one above it the parent
// agency (cơ quan chủ quản; NĐ 30/2020 art. 8.1.b). Where the letterhead does not say, the symbol
// of acts of the highest organs does.
func (p *Page) issuer(r *corpus.Record, props []property) {
	organs := p.organs()
	confidence := 0.97
	if p.noisy {
		confidence = 0.8
	}
	own := issuerOfSymbol(r.Number.Symbol)
	switch {
	case len(organs) > 0:
		last := organs[len(organs)-1]
		name := last.name
		if own != "" && len(organs) == 1 && !strings.EqualFold(own, name) && strings.Contains(strings.ToLower(own), strings.ToLower(name)) {
			name = own
		}
		name = p.mendPlace(name, r.Place.Value)
		r.Issuer = p.organFact(name, last.at, "issuer/letterhead", confidence)
		if full, at, ok := p.respelt(name, last.at.End); ok {
			r.Issuer = p.found(full, at.Start, at.End, "issuer/respelt", 0.85)
		}
		if full, at, ok := p.completed(r, name, last.at.End); ok {
			r.Issuer = p.found(full, at.Start, at.End, "issuer/completed", 0.9)
		}
		if full, at, ok := p.placed(name, last.at.End); ok {
			r.Issuer = p.found(full, at.Start, at.End, "issuer/placed", 0.9)
		}
		if len(organs) > 1 && !isJoint(r.Number.Symbol) {
			parent := organs[len(organs)-2]
			r.ParentAgency = p.organFact(parent.name, parent.at, "parent/letterhead", confidence-0.05)
		} else if len(organs) > 1 {
			names := make([]string, len(organs))
			for k, o := range organs {
				names[k] = o.name
			}
			r.Issuer = p.organFact(strings.Join(names, " - "), layout.Range{Start: organs[0].at.Start, End: last.at.End}, "issuer/joint", 0.85)
		}
	case own != "":
		r.Issuer = corpus.Found[string]{Value: own, Rule: "issuer/symbol", Confidence: 0.95}
	default:
		if at, ok := find(props, "co quan ban hanh", "noi ban hanh", "don vi ban hanh"); ok {
			r.Issuer = p.organFact(p.Register.Canonical(p.slice(at)), at, "issuer/property", 0.95)
			return
		}
		for _, piece := range p.Layout.Head { // the line above "Căn cứ"
			if s := p.slice(piece.Range); piece.Cue == layout.Plain && layout.IsCaps(s) && layout.StartsOrgan(s) {
				r.Issuer = p.organFact(p.organName(s), piece.Range, "issuer/preamble", 0.9)
				return
			}
		}
		p.missing(r, "issuer", corpus.WhyAbsent, "no organ in the letterhead", layout.Range{})
	}
}

// organFact is an organ with its evidence. When OCR spoilt the letterhead's letters and the name
// is known, the words that show it are looked for in the text below.
func (p *Page) organFact(name string, at layout.Range, rule string, confidence float64) corpus.Found[string] {
	stated := squeeze(p.slice(at), " -_*.=|~—–ˆ\t")
	spoilt := p.noisy || unmarked(stated, name) // TONG CỤC HẢI QUAN
	if strings.EqualFold(stated, name) || !spoilt {
		return p.found(name, at.Start, at.End, rule, confidence)
	}
	if k := strings.Index(p.text()[at.End:], name); k >= 0 {
		return p.found(name, at.End+k, at.End+k+len(name), rule+"-mended", confidence)
	}
	short := strings.Replace(name, "Bảo hiểm xã hội", "BHXH", 1)
	if k := strings.Index(p.text()[at.End:], short); k >= 0 {
		return p.found(name, at.End+k, at.End+k+len(short), rule+"-mended", confidence)
	}
	if !p.noisy {
		return p.found(name, at.Start, at.End, rule, confidence)
	}
	return corpus.Found[string]{Value: name, Rule: rule + "-mended", Confidence: confidence - 0.1}
}

// unmarked reports whether words differ from a name in nothing but marks.
func unmarked(stated, name string) bool {
	return !strings.EqualFold(stated, name) && string(layout.Fold(stated).B) == string(layout.Fold(name).B)
}

// organs joins the organ lines of the letterhead to names.
func (p *Page) organs() []organ {
	var out []organ
	line := -2
	numbered, titled, apart := false, false, false
	for _, piece := range p.Layout.Head {
		switch piece.Cue {
		case layout.Numbering:
			numbered, apart = true, len(out) > 0
		case layout.Motto:
			titled, apart = true, len(out) > 0
		}
		if piece.Cue != layout.Organ {
			continue
		}
		if numbered && titled && apart && !p.isJointNumber() {
			break // below both columns: a registry's stamp, or who passes the act
		}
		s := strings.Trim(p.slice(piece.Range), " -_*.=|~—–ˆ\t")
		if len(s) < 2 || s[0] == '/' { // the rest of a number whose serial is blank: /BC-UBND
			continue
		}
		if s = withoutState(s); s == "" {
			continue
		}
		if strings.ContainsAny(s, "0123456789") && !strings.Contains(s, " ") {
			continue // a typist's mark: H.L300
		}
		if starts := layout.StartsOrgan(s); len(out) == 0 || starts && !p.isUnfinished(out[len(out)-1]) {
			if !starts && len(out) == 0 && len(s) < 4 {
				continue
			}
			out = append(out, organ{"", piece.Range})
		} else if line >= 0 {
			out[len(out)-1].at.End = piece.End
		}
		o := &out[len(out)-1]
		o.name = strings.TrimSpace(o.name + " " + s)
		line = piece.Line
	}
	out = splitJoint(out)
	for k := range out {
		out[k].name = p.organName(strings.Replace(out[k].name, "QUỐC HỘI NƯỚC", "QUỐC HỘI", 1)) // NƯỚC of the motto on the next line
	}
	return nestedOrgans(out)
}

// withoutState drops the name of the state of 1945–1976, which stood above the motto, from a line of
// the letterhead: "CHỦ TỊCH CHÍNH PHỦ LÂM THỜI VIỆT NAM DÂN CHỦ CỘNG HÒA".
func withoutState(s string) string {
	f := layout.Fold(s)
	for _, name := range []string{"nuoc viet nam dan chu cong hoa", "viet nam dan chu cong hoa", "cong hoa mien nam viet nam"} {
		if k := len(f.B) - len(name); k >= 0 && string(f.B[k:]) == name {
			return strings.TrimSpace(s[:f.At[k]])
		}
	}
	return s
}

// splitJoint cuts "BẢO HIỂM XÃ HỘI TỈNH HÀ NAM - SỞ Y TẾ" into its two organs.
func splitJoint(organs []organ) []organ {
	out := organs[:0:0]
	for _, o := range organs {
		for {
			k := strings.Index(o.name, " - ")
			if k < 8 || !layout.StartsOrgan(o.name[k+3:]) || !strings.Contains(o.name[k+3:], " ") || strings.HasPrefix(o.name, "BỘ LAO") {
				break
			}
			out = append(out, organ{o.name[:k], o.at})
			o.name = o.name[k+3:]
		}
		out = append(out, o)
	}
	return out
}

// nestedOrgans gives an organ without a name of its own that of the organ above it: "Ngân hàng Nhà
// nước Việt Nam - Chi nhánh tỉnh Lào Cai", "Hội đồng Thẩm phán Tòa án nhân dân tối cao".
func nestedOrgans(organs []organ) []organ {
	k := len(organs) - 1
	if k < 1 {
		return organs
	}
	at := layout.Range{Start: organs[k-1].at.Start, End: organs[k].at.End}
	switch name := organs[k].name; {
	case strings.HasPrefix(name, "Chi nhánh "):
		organs[k] = organ{organs[k-1].name + " - " + name, at}
	case strings.EqualFold(name, "Hội đồng Thẩm phán"), strings.EqualFold(name, "Văn phòng"):
		organs[k] = organ{name + " " + organs[k-1].name, at}
	default:
		return organs
	}
	return organs[:k+1]
}

func (p *Page) isUnfinished(o organ) bool {
	f := layout.Fold(o.name)
	for _, u := range unfinished {
		if string(f.B) == u {
			return true
		}
	}
	b := string(f.B)
	return strings.HasSuffix(b, " -") || strings.HasSuffix(b, " va") || strings.HasSuffix(b, ",") || strings.HasSuffix(b, " cua")
}

// organName sets an organ's name as it stands in running text; names that OCR spoilt are mended
// when the register knows just one that differs in marks and spaces only.
func (p *Page) organName(caps string) string {
	if p.noisy {
		caps = mendOrgan(caps)
		if _, unit, ok := p.Register.Lookup(caps); ok && unit.Name != "" {
			return unit.Name
		}
		if unit, ok := p.Register.ByLetters(caps); ok { // BAOHIEM XÃ HOI VIETNAM
			return unit.Name
		}
	}
	if r, _ := utf8.DecodeRuneInString(caps); unicode.IsLower(r) { // a font of capitals: "bộ tài chính"
		return squeeze(p.Register.Canonical(strings.ToUpper(caps)), " -_*.|~")
	}
	if k := strings.Index(caps, " TP. "); k > 0 && layout.IsCaps(caps) {
		return p.Register.Canonical(caps[:k]) + " TP. " + titleCase(caps[k+5:])
	}
	return squeeze(p.Register.Canonical(caps), " -_*.|~")
}

// isJointNumber reports whether the box of the number holds that of several organs.
func (p *Page) isJointNumber() bool {
	piece, ok := p.first(layout.Numbering)
	if !ok {
		return false
	}
	_, symbol, _ := strings.Cut(strings.ToUpper(p.slice(piece.Range)), "/")
	if _, after, year := strings.Cut(symbol, "/"); year {
		symbol = after
	}
	return isJoint(strings.TrimSpace(symbol))
}

// isJoint reports whether a symbol is that of several organs: TTLT-BNV-BTC, CTPH, QCPH.
func isJoint(symbol string) bool {
	return strings.HasPrefix(symbol, "TTLT") || strings.HasPrefix(symbol, "NQLT") || strings.HasPrefix(symbol, "CTPH") || strings.HasPrefix(symbol, "QCPH") || strings.HasPrefix(symbol, "KHPH") || strings.HasPrefix(symbol, "HDLN") || strings.HasPrefix(symbol, "HDLS") || strings.HasPrefix(symbol, "CTLT")
}

// issuerOfSymbol is the organ that a symbol's last code names, of those that no register is
// needed for.
func issuerOfSymbol(symbol string) string {
	last := symbol
	if k := strings.LastIndexAny(symbol, "-/"); k >= 0 {
		last = symbol[k+1:]
	}
	digits := strings.TrimRightFunc(last, unicode.IsDigit)
	switch {
	case last == "TTg":
		return "Thủ tướng Chính phủ"
	case last == "CP":
		return "Chính phủ"
	case digits == "QH" && digits != last:
		return "Quốc hội"
	case digits == "UBTVQH" && digits != last:
		return "Ủy ban Thường vụ Quốc hội"
	case last == "CTN":
		return "Chủ tịch nước"
	case last == "VPCP":
		return "Văn phòng Chính phủ"
	}
	return ""
}
