package field

import (
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/layout"
)

// respelt finds in the text the name that OCR spoilt in the letterhead: one that begins alike and
// differs in a few letters, "BỘ LAO BONG - THƯƠNG BINH VA XÃ HỘI". A name that the register knows
// needs none.
func (p *Page) respelt(name string, from int) (full string, at layout.Range, ok bool) {
	if !p.noisy {
		return "", at, false
	}
	if _, _, known := p.Register.Lookup(name); known {
		return "", at, false
	}
	want := layout.Fold(name)
	if len(want.B) < 16 || len(want.B) > 60 {
		return "", at, false
	}
	stop := min(len(p.text()), from+6000)
	for stop < len(p.text()) && p.text()[stop]&0xC0 == 0x80 {
		stop++
	}
	text := layout.Fold(p.text()[from:stop])
	n := len(want.B)
	for k := 1; k+n <= len(text.B); k++ {
		if text.B[k-1] != ' ' || text.B[k] != want.B[0] || text.B[k+1] != want.B[1] {
			continue
		}
		for _, end := range []int{k + n, k + n + 1, k + n - 1} {
			if end > len(text.B) || end < len(text.B) && text.B[end] != ' ' && text.B[end] != ',' && text.B[end] != '.' || text.B[end-1] == ' ' {
				continue
			}
			start, stop := from+int(text.At[k]), from+int(text.At[end])
			words := strings.NewReplacer("—", "-", "–", "-", "\n", " ").Replace(p.text()[start:stop])
			if layout.Near(text.B[k:end], string(want.B), 3) && !layout.IsCaps(words) && layout.StartsOrgan(words) {
				if _, unit, known := p.Register.Lookup(words); known {
					if unit.Name != "" {
						words = unit.Name
					}
					return words, layout.Range{Start: start, End: stop}, true
				}
			}
		}
	}
	return "", at, false
}

// completed finds the whole name of an organ of which the letterhead has only the beginning: the
// unit that the symbol's code stands for, if the text names it.
func (p *Page) completed(r *corpus.Record, name string, from int) (full string, at layout.Range, ok bool) {
	codes := strings.FieldsFunc(r.Number.Symbol, func(c rune) bool { return c == '-' || c == '/' })
	for _, code := range codes {
		unit, known := p.Register.ByCode(code, r.Issued.Value, "")
		if !known || !strings.HasPrefix(unit.Name, name+" ") {
			continue
		}
		for _, alias := range append([]string{unit.Name}, unit.Aliases...) {
			if k := strings.Index(p.text()[from:], alias); k >= 0 && len(alias) > len(code) {
				return unit.Name, layout.Range{Start: from + k, End: from + k + len(alias)}, true
			}
		}
	}
	return "", layout.Range{}, false
}

// placed completes a people's committee or council whose place the letterhead lost with the line
// that names it again above "Căn cứ": "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH".
func (p *Page) placed(name string, from int) (full string, at layout.Range, ok bool) {
	if name != "Ủy ban nhân dân" && name != "Hội đồng nhân dân" {
		return "", layout.Range{}, false
	}
	text := p.text()
	for start, n := from, 0; start < len(text) && n < 40; n++ {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if line := strings.TrimSpace(text[start:end]); len(line) < 120 && layout.IsCaps(line) {
			if full := p.organName(line); strings.HasPrefix(full, name+" ") {
				return full, layout.Range{Start: start, End: end}, true
			}
		}
		start = end + 1
	}
	return "", layout.Range{}, false
}

// mendPlace spells the place at the end of a name as the line of the date does, where OCR lost marks
// in the letterhead: "Bảo hiểm xã hội YEN Mỹ" above "Yên Mỹ, ngày".
func (p *Page) mendPlace(name, place string) string {
	k := len(name) - len(place)
	if !p.noisy || place == "" {
		return name
	}
	for at := max(1, k-8); at < min(len(name), k+8); at++ {
		if name[at-1] == ' ' && !spelt(name[at:]) && spelt(place) && viet.Fold(name[at:]) == viet.Fold(place) {
			return name[:at] + place
		}
	}
	return name
}

// spelt reports whether every word is a syllable of the language.
func spelt(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if !viet.IsSyllable(strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// lostMarks reports whether a word of a known organ's line lost its marks: "TONG CỤC HẢI QUAN".
func (p *Page) lostMarks(line string) bool {
	unit, ok := p.Register.ByLetters(line)
	if !ok {
		return false
	}
	have, want := strings.Fields(line), strings.Fields(unit.Name)
	if len(have) != len(want) {
		return true
	}
	for k, w := range have {
		low := strings.ToLower(w)
		if viet.Fold(w) == low && strings.ToLower(want[k]) != low {
			return true
		}
	}
	return false
}

// mendOrgan drops the single letters that OCR put behind a line and gives common words their
// marks back: "CỤC QUAN HỆ LAO DONG B VÀ TIEN LUONG", "BẢO HIỂM XÃ HỘI TINH BÌNH DƯƠNG".
func mendOrgan(caps string) string {
	words := strings.Fields(caps)
	kept := words[:0]
	for _, w := range words {
		if len(w) == 1 && w != "-" && w != "Y" {
			continue
		}
		if marked, ok := markedWords[w]; ok {
			w = marked
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}

var markedWords = map[string]string{"TINH": "TỈNH", "BO": "BỘ", "CUC": "CỤC", "TONG": "TỔNG", "BAO": "BẢO", "HIEM": "HIỂM", "XA": "XÃ", "HOI": "HỘI", "VIET": "VIỆT", "LAO": "LAO", "DONG": "ĐỘNG",
	"LUONG": "LƯƠNG", "TIEN": "TIỀN", "VA": "VÀ", "THUE": "THUẾ", "HAI": "HẢI", "TAI": "TÀI", "CHINH": "CHÍNH", "LIEN": "LIÊN", "DOAN": "ĐOÀN", "PHO": "PHỐ", "THUONG": "THƯƠNG", "UY": "ỦY", "NHAN": "NHÂN", "DAN": "DÂN"}
