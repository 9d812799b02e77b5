package field

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
)

// contacts reads telephone numbers behind their cue, e-mail and web addresses.
func (p *Page) contacts() []corpus.Contact {
	var out []corpus.Contact
	text := p.text()
	seen := map[string]bool{}
	add := func(kind string, start, end int, rule string) {
		for end > start && strings.IndexByte(" .,;:)-(/", text[end-1]) >= 0 {
			end--
		}
		value := text[start:end]
		if end-start < 6 || seen[kind+value] || len(seen) > 200 || p.isStamp(start) {
			return
		}
		seen[kind+value] = true
		out = append(out, corpus.Contact{Kind: kind, Value: value, Span: p.Ruler.Span(start, end), Rule: rule})
	}
	for at := 0; at < len(text); { // e-mail
		k := strings.IndexByte(text[at:], '@')
		if k < 0 {
			break
		}
		k += at
		start, end := k, k+1
		for start > at && isMailByte(text[start-1]) {
			start--
		}
		dot := false
		for end < len(text) && isMailByte(text[end]) {
			dot = dot || text[end] == '.'
			end++
		}
		if start < k && dot {
			add("email", start, end, "contact/at")
		}
		at = max(end, k+1)
	}
	for _, lead := range []string{"://", "www."} {
		for at := 0; at < len(text); {
			k := strings.Index(text[at:], lead)
			if k < 0 {
				break
			}
			k += at
			end := k
			for end < len(text) && text[end] > ' ' && text[end] < 0x7f && strings.IndexByte("<>\"',;)", text[end]) < 0 {
				end++
			}
			start := k
			for lead == "://" && start > 0 && start > k-5 && text[start-1] >= 'a' && text[start-1] <= 'z' {
				start--
			}
			if start < k && strings.HasPrefix(text[start:], "http") || lead == "www." && (k == 0 || text[k-1] != '/') {
				add("url", start, end, "contact/url")
			}
			at = max(end, k+1)
		}
	}
	p.phones(add)
	return out
}

func isMailByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-'
}

// isStamp reports whether a byte lies in a stamp: a signature's e-mail address is no contact.
func (p *Page) isStamp(at int) bool {
	lines := p.Layout.Lines
	lo, hi := 0, len(lines)
	for lo < hi {
		mid := (lo + hi) / 2
		if lines[mid].End < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(lines) {
		return false
	}
	z := lines[lo].Zone
	return z == layout.Stamp || z == layout.Furniture && lo < 12
}

// phoneCues stand before a telephone number.
var phoneCues = []string{"điện thoại", "Điện thoại", "ĐIỆN THOẠI", "ĐT", "đt:", "Tel", "TEL", "SĐT", "Hotline", "hotline", "đường dây nóng", "Đường dây nóng", "Fax", "FAX"}

// phones reads the numbers of telephones: 8 digits and more behind a cue, or behind another such
// number ("024.36285231 hoặc 024.36285232").
func (p *Page) phones(add func(kind string, start, end int, rule string)) {
	text := p.text()
	last := -100
	for i := 0; i < len(text); i++ {
		for i < len(text) && !startsPhone[text[i]] {
			i++
		}
		if i == len(text) {
			return
		}
		if i > 0 && text[i-1] >= '0' && text[i-1] <= '9' {
			continue
		}
		start, end, ok := phoneAt(text, i)
		if !ok {
			continue
		}
		if i-last < 16 && strings.IndexByte(text[last:i], '\n') < 0 && !strings.Contains(text[last:i], "ax") || phoneCue(text[max(0, i-40):i]) {
			add("phone", start, end, "contact/phone")
			last = end
		}
		i = max(i, end-1)
	}
}

// startsPhone has the bytes that a telephone number begins with.
var startsPhone = [256]bool{'0': true, '1': true, '8': true, '(': true, '+': true}

// phoneCue reports whether a cue stands close before a number, and no fax after it.
func phoneCue(before string) bool {
	if k := strings.LastIndexByte(before, '\n'); k >= 0 {
		before = before[k+1:]
	}
	best := -1
	for _, cue := range phoneCues {
		if k := strings.LastIndex(before, cue); k > best && len(before)-k-len(cue) < 24 {
			best = k
		}
	}
	return best >= 0 && !strings.Contains(before[best:], "ax")
}

// phoneAt reads the telephone number that begins at byte at: 8 to 12 digits, with dots, spaces,
// dashes and brackets between them.
func phoneAt(text string, at int) (start, end int, ok bool) {
	digits := 0
	i := at
	for i < len(text) && i-at < 24 {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			end = i + 1
		case c == '.' || c == ' ' || c == '-' || c == '(' || c == ')' || c == '+':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '-') && c != ')' || digits >= 10 && c != '.' {
				return at, end, digits >= 8 && digits <= 12
			}
		default:
			return at, end, digits >= 8 && digits <= 12
		}
		i++
	}
	return at, end, digits >= 8 && digits <= 12
}
