package field

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
)

// effective reads from when to when the document is in force: "Quyết định này có hiệu lực (thi
// hành) (kể) từ ngày …", where "ngày ký" is the date of issue. What other documents' force is
// said of is left alone.
func (p *Page) effective(r *corpus.Record, props []property) {
	if at, ok := find(props, "ngay co hieu luc", "ngay hieu luc"); ok {
		if date, start, end, ok := digitsDate(p.slice(at)); ok {
			r.Effective.From = p.date(date, at.Start+start, at.Start+end, "effective/property", 0.98)
		}
	}
	if at, ok := find(props, "ngay het hieu luc"); ok {
		if date, start, end, ok := digitsDate(p.slice(at)); ok {
			r.Effective.To = p.date(date, at.Start+start, at.Start+end, "effective/property", 0.97)
		}
	}
	text := p.text()
	if len(p.Layout.Parts) > 1 {
		text = text[:p.Layout.Parts[0].End]
	}
	const cue = "hiệu lực"
	for at := 0; at < len(text); {
		k := strings.Index(text[at:], cue)
		if k < 0 {
			break
		}
		k += at
		at = k + len(cue)
		start := k
		for start > 0 && text[start-1] != '\n' && k-start < 400 {
			start--
		}
		p.effect(r, text[start:k], k, at)
		if !r.Effective.From.IsZero() && !r.Effective.To.IsZero() {
			break
		}
	}
}

// effect reads one "… có hiệu lực …" at bytes [k, end); before is the line up to it.
func (p *Page) effect(r *corpus.Record, before string, k, end int) {
	before = strings.TrimRight(before, " ")
	sentence := before
	if c := strings.LastIndex(sentence, ". "); c >= 0 && c > len(sentence)-300 && !strings.HasSuffix(sentence[:c], "Điều") {
		if rest := sentence[c+2:]; len(rest) > 12 {
			sentence = rest
		}
	}
	folded := layout.Fold(tailOf(sentence, 260))
	says := string(folded.B)
	switch {
	case strings.HasSuffix(says, " het"):
		if says = strings.TrimSuffix(says, " het"); !r.Effective.To.IsZero() || !isOwn(says) && !strings.HasSuffix(says, " va") {
			return
		}
		if date, start, stop, ok := p.effectDate(r, end); ok {
			r.Effective.To = p.date(date, start, stop, "effective/sentence", 0.9)
		}
	case strings.HasSuffix(says, " co"):
		if !r.Effective.From.IsZero() || !isOwn(strings.TrimSuffix(says, " co")) {
			return
		}
		if date, start, stop, ok := p.effectDate(r, end); ok {
			r.Effective.From = p.date(date, start, stop, "effective/sentence", 0.96)
			if to, start, stop, ok := p.until(stop); ok {
				r.Effective.To = p.date(to, start, stop, "effective/sentence", 0.9)
			}
		}
	}
}

// tailOf is the last bytes of s, from a letter's first byte on.
func tailOf(s string, n int) string {
	k := max(0, len(s)-n)
	for k < len(s) && s[k]&0xC0 == 0x80 {
		k++
	}
	return s[k:]
}

// isOwn reports whether folded words end with this document as the subject: "quyet dinh nay",
// "ban hanh kem theo thong tu nay".
func isOwn(says string) bool {
	says = strings.TrimRight(says, " ,")
	for _, tail := range []string{" chinh thuc", " bat dau", " se", " deu", " cung", " thi"} {
		says = strings.TrimSuffix(says, tail)
	}
	if strings.HasSuffix(says, " nay") || strings.HasSuffix(says, " nay duoc thong qua va") {
		return !strings.HasSuffix(says, "truoc ngay nay") && !strings.HasSuffix(says, "dieu nay") && !strings.HasSuffix(says, "khoan nay")
	}
	if k := strings.Index(says, " nay "); k > 0 && k < 20 && strings.HasSuffix(says, " va") && strings.Contains(says[k:], " thong qua ") {
		return true // "Nghị quyết này đã được … thông qua ngày … và có hiệu lực từ ngày …"
	}
	f := strings.TrimSpace(says)
	if c := strings.LastIndex(f, ". "); c >= 0 {
		f = f[c+2:]
	}
	return len(f) < 40 && layout.TypeNameAt([]byte(f)) == len(f) && len(f) > 0 // "Quyết định có hiệu lực"
}

// effectDate reads the date behind "có hiệu lực": "thi hành kể từ ngày 01 tháng 10 năm 2022",
// "kể từ ngày ký", "từ ngày 01/01/2023".
func (p *Page) effectDate(r *corpus.Record, at int) (date corpus.Date, start, end int, ok bool) {
	text := p.text()
	stop := min(len(text), at+160)
	if n := strings.IndexByte(text[at:stop], '\n'); n >= 0 {
		stop = at + n
	}
	for stop < len(text) && text[stop]&0xC0 == 0x80 {
		stop++
	}
	s := text[at:stop]
	f := layout.Fold(s)
	k := indexWord(f.B, "ngay")
	if k < 0 || k > 48 {
		return date, 0, 0, false
	}
	lead := string(f.B[:k])
	for _, w := range []string{" tu ", "thi hanh", "ke", "vao", "sau"} {
		lead = strings.ReplaceAll(lead, w, " ")
	}
	if len(strings.TrimSpace(lead)) > 12 {
		return date, 0, 0, false
	}
	from := at + int(f.At[k])
	rest := string(f.B[k:])
	for _, sign := range []string{"ngay ky", "ngay ban hanh", "ngay thong qua", "ngay duoc ky", "ngay duoc thong qua", "ngay duoc quoc hoi thong qua"} {
		if strings.HasPrefix(rest, sign) {
			if r.Issued.IsZero() {
				return date, 0, 0, false
			}
			return r.Issued.Value, from, at + int(f.At[k+len(sign)]), true
		}
	}
	date, n, ok := longDate(text[from:stop])
	return date, from, from + n, ok
}

// until reads "đến hết ngày 31 tháng 12 năm 2025" right behind a date.
func (p *Page) until(at int) (date corpus.Date, start, end int, ok bool) {
	text := p.text()
	stop := min(len(text), at+80)
	for stop < len(text) && text[stop]&0xC0 == 0x80 {
		stop++
	}
	s := text[at:stop]
	f := layout.Fold(s)
	for _, lead := range []string{"den het ngay ", "den ngay ", "va het hieu luc tu ngay ", "va co gia tri den ngay "} {
		for _, gap := range []string{"", ", "} {
			if f.HasPrefix(gap + lead) {
				from := at + int(f.At[len(gap)+len(lead)-len("ngay ")])
				date, n, ok := longDate(text[from:stop])
				return date, from, from + n, ok
			}
		}
	}
	return date, 0, 0, false
}
