package layout

import (
	"bytes"
	"unicode"
)

// findMotto finds quốc hiệu, tiêu ngữ or the Party's heading, with OCR noise in them.
func findMotto(s string, f *Folded) (m mark) {
	b := f.B
	for _, p := range []struct {
		phrase string
		back   int // words before the phrase that belong to it
	}{{"hoa xa hoi ch", 1}, {"hoa xa hoi", 1}, {"xa hoi chu ngh", 2}, {"chu nghia viet", 0}, {"dang cong san viet nam", 0}} {
		k := bytes.Index(b, []byte(p.phrase))
		if k < 0 {
			continue
		}
		start := k
		for range p.back {
			for start > 0 && b[start-1] == ' ' {
				start--
			}
			for start > 0 && b[start-1] != ' ' && b[start-1] != '|' {
				start--
			}
		}
		if !startsUpper(s[f.At[start]:], 2) && (len(b) > 90 || !bytes.HasSuffix(b, []byte("nam"))) {
			continue // "nước Cộng hòa xã hội chủ nghĩa Việt Nam" in a sentence
		}
		if start >= 5 && string(b[start-5:start]) == "nuoc " && (start == 5 || b[start-6] == ' ') {
			start -= 5
		}
		end := k + len(p.phrase)
		if n := bytes.Index(b[end:], []byte("nam")); n >= 0 && n < 24 {
			end += n + 3
		}
		m = mark{start, end, Motto}
		break
	}
	if k := findFreedom(b); k >= 0 {
		start, end := k, k+5
		if d := bytes.LastIndex(b[:k], []byte("doc l")); d >= 0 && k-d < 16 {
			start = d
		}
		if h := bytes.Index(b[end:], []byte("phuc")); h >= 0 && h < 16 {
			end += h + 4
		}
		if end-start >= 12 {
			if m.end == 0 || start < m.start {
				if m.end == 0 {
					m = mark{start, end, Motto}
				} else {
					m.start = start
				}
			}
			m.end = max(m.end, end)
		}
	}
	return m
}

// findFreedom finds "Tự do" between "Độc lập" and "Hạnh phúc", whichever of them is legible.
func findFreedom(b []byte) int {
	if k := bytes.Index(b, []byte("tu do")); k >= 0 {
		return k
	}
	if k := bytes.Index(b, []byte("doc lap")); k >= 0 && bytes.Contains(b[k:], []byte("phuc")) {
		for k += 7; k < len(b) && (b[k] == ' ' || b[k] == '-' || b[k] == '.'); k++ {
		}
		return min(k, len(b)-5)
	}
	return -1
}

// startsUpper reports whether the first n letters of s are capitals.
func startsUpper(s string, n int) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		if !isUpper(r) {
			return false
		}
		if n--; n == 0 {
			return true
		}
	}
	return false
}

// numberWords may stand before "số" in a number's box: "Luật số: 58/2014/QH13".
var numberWords = []string{"luat ", "bo luat ", "nghi quyet ", "phap lenh ", "nghi dinh ", "lenh ", "quyet dinh ", "van ban hop nhat ", "thong tu ", "cong van ", "chi thi "}

// findNumbering finds "Số: 2482/BHXH-TT" and its variants: "Số 28-NQ/TW", "sé: 860", "Luật số:".
func findNumbering(b []byte) (m mark) {
	for at := 0; at < len(b); {
		k := bytes.IndexByte(b[at:], 's')
		if k < 0 {
			return mark{}
		}
		k += at
		at = k + 1
		if k > 0 && b[k-1] != ' ' && b[k-1] != '|' && b[k-1] != '-' || k+2 > len(b) || !isVowelOfNumber(b[k+1]) {
			continue
		}
		i := k + 2
		colon := false
		for i < len(b) && (b[i] == ' ' || b[i] == ':' || b[i] == ';' || b[i] == '.' || b[i] == '-' && i == k+2) {
			colon = colon || b[i] == ':' || b[i] == ';'
			i++
		}
		start := k
		for _, w := range numberWords {
			if k >= len(w) && string(b[k-len(w):k]) == w && (k == len(w) || b[k-len(w)-1] == ' ') {
				start = k - len(w)
			}
		}
		if i == k+2 || start > 160 {
			continue
		}
		if colon && (start == 0 || k == start) || looksNumbered(b[i:]) && (start == 0 || colon) {
			return mark{start, len(b), Numbering}
		}
	}
	return mark{}
}

// endOfNumber is where the number's box ends when a subject or a type's name follows on its line.
func endOfNumber(b []byte, m mark) int {
	for k := m.start + 4; k+3 < m.end; k++ {
		if b[k-1] == ' ' && b[k] == 'v' && aboutAt(b[k:]) > 0 && (b[k+1] == '/' || b[k+1] == 'e') {
			return k
		}
	}
	return m.end
}

func isVowelOfNumber(c byte) bool { return c == 'o' || c == 'e' || c == '6' || c == '0' || c == '?' }

// looksNumbered reports whether b begins with a serial and a symbol: "28-nq/tw".
func looksNumbered(b []byte) bool {
	n := 0
	for n < len(b) && n < 12 && (b[n] >= '0' && b[n] <= '9' || b[n] == ' ') {
		n++
	}
	if n < len(b) && n > 0 && b[n] >= 'a' && b[n] <= 'z' {
		n++
	}
	return n < len(b) && (b[n] == '/' || b[n] == '-')
}

// aboutAt is how many folded bytes "V/v" or "Về việc" takes at the beginning of b.
func aboutAt(b []byte) int {
	n := 0
	switch {
	case bytes.HasPrefix(b, []byte("ve viec")):
		n = 7
	case len(b) > 4 && (b[0] == 'v' || b[0] == 'w') && bytes.IndexByte([]byte("/|il1t"), b[1]) >= 0 && (b[2] == 'v' || b[2] == 'y' || b[2] == 'w') && (b[3] == ' ' || b[3] == ':' || b[3] == '.'):
		n = 3
	case len(b) > 3 && b[0] == 'v' && (b[1] == 'v' || b[1] == 'y') && (b[2] == ' ' || b[2] == ':'):
		n = 2
	default:
		return 0
	}
	for n < len(b) && (b[n] == ' ' || b[n] == ':' || b[n] == '.') {
		n++
	}
	return n
}

// AboutLength is how many bytes of s "V/v" or "Về việc" takes at its beginning.
func AboutLength(s string) int {
	var fb [24]byte
	var fa [25]int32
	f := foldInto(fb[:0], fa[:0], s, 24)
	return int(f.At[aboutAt(f.B)])
}
