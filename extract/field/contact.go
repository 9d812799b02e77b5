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
	for _, lead := range []string{"http://", "https://", "www."} {
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
			if lead != "www." || k == 0 || text[k-1] != '/' {
				add("url", k, end, "contact/url")
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

// phones reads the numbers behind each cue, several with commas, "hoặc" or "-" between them.
func (p *Page) phones(add func(kind string, start, end int, rule string)) {
	text := p.text()
	for _, cue := range phoneCues {
		for at := 0; at < len(text); {
			k := strings.Index(text[at:], cue)
			if k < 0 {
				break
			}
			at += k + len(cue)
			if cue == "Fax" || cue == "FAX" {
				continue
			}
			i := at
			for range 4 {
				start, end, ok := phoneAt(text, i)
				if !ok {
					break
				}
				add("phone", start, end, "contact/phone")
				i = end
			}
			at = max(at, i)
		}
	}
}

// phoneAt finds a telephone number within the next few letters: 8 to 11 digits, with dots,
// spaces, dashes and brackets between them.
func phoneAt(text string, at int) (start, end int, ok bool) {
	i := at
	for i < len(text) && i < at+24 && (text[i] < '0' || text[i] > '9') && text[i] != '(' && text[i] != '\n' && text[i] != '+' {
		i++
	}
	if i < len(text) && text[i] == '(' && !(i+1 < len(text) && (text[i+1] == '0' || text[i+1] == '8' || text[i+1] == '+')) {
		for i < len(text) && i < at+24 && (text[i] < '0' || text[i] > '9') {
			i++
		}
	}
	start = i
	digits := 0
	for i < len(text) && i-start < 24 {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			end = i + 1
		case c == '.' || c == ' ' || c == '-' || c == '(' || c == ')' || c == '+':
			if digits >= 8 && c != '.' && !(c == ' ' && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' && digits < 10) {
				return start, end, digits <= 12
			}
		default:
			return start, end, digits >= 8 && digits <= 12
		}
		i++
	}
	return start, end, digits >= 8 && digits <= 12
}
