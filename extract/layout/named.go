package layout

import (
	"strings"
	"unicode/utf8"
)

// names are the words of the levels of legal documents (Luật BHVBQPPL), as they start a line.
var names = []struct {
	word string
	kind Kind
}{
	{"Điều", Article}, {"Ðiều", Article}, {"ĐIỀU", Article}, {"Chương", Chapter}, {"CHƯƠNG", Chapter},
	{"Mục", Section}, {"MỤC", Section}, {"Tiểu mục", Subsection}, {"TIỂU MỤC", Subsection}, {"Phần", Division}, {"PHẦN", Division},
}

var ordinals = []string{"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// namedMarker reads "Điều 5.", "Chương I", "Phần thứ nhất", "Mục 1".
func namedMarker(s string) (m marker, ok bool) {
	for _, n := range names {
		if !strings.HasPrefix(s, n.word) || len(s) <= len(n.word) || s[len(n.word)] != ' ' && s[len(n.word)] != '\t' {
			continue
		}
		i := afterMarker(s, len(n.word))
		m = marker{kind: n.kind}
		end := 0
		m.value, end = ordinalAt(s, i)
		if m.value == 0 {
			return m, false
		}
		if n.kind == Article {
			if m.label = s[:end]; i != len("Điều ") || s[0] != "Điều"[0] || n.word == "ĐIỀU" {
				m.label = "Điều " + s[i:end]
			}
		} else {
			m.label = upperFirst(s[:len(n.word)]) + " " + s[i:end]
		}
		return closeNamed(s, end, m)
	}
	return m, false
}

// closeNamed checks what follows the number: "Điều 5 Luật này" in running text is no marker.
func closeNamed(s string, end int, m marker) (marker, bool) {
	i := afterMarker(s, end)
	if i == len(s) {
		m.length = i
		return m, true
	}
	switch c := s[i]; {
	case c == '.' || c == ':' || c == '-' || c == ')':
		m.sep = c
		i++
		if c == '.' && i < len(s) && s[i] == '-' {
			i++
		}
	case strings.HasPrefix(s[i:], "–") || strings.HasPrefix(s[i:], "—"):
		m.sep = '-'
		i += len("–")
	case m.kind == Article:
		return m, false
	default:
		rest := s[i:]
		if r, _ := utf8.DecodeRuneInString(rest); !isUpper(r) || len(rest) > 200 || !IsCaps(rest) && len(rest) > 120 {
			return m, false
		}
	}
	m.length = afterMarker(s, i)
	if m.kind == Article && m.sep == '.' && m.length == i && i < len(s) && s[i] >= '0' && s[i] <= '9' {
		return m, false
	}
	return m, true
}

// ordinalAt reads "5", "5a", "IV", "thứ nhất" at s[i:]; value 0 is none.
func ordinalAt(s string, i int) (value, end int) {
	j := i
	for j < len(s) && j-i < 4 && s[j] >= '0' && s[j] <= '9' {
		value = value*10 + int(s[j]-'0')
		j++
	}
	if j > i {
		if r, size := utf8.DecodeRuneInString(s[j:]); j < len(s) && letterValue(r) > 0 && (j+size == len(s) || !isWordByte(s[j+size])) {
			j += size
		}
		if j < len(s) && isWordByte(s[j]) {
			return 0, i
		}
		return value, j
	}
	for j < len(s) && j-i < 7 && strings.IndexByte("IVXL", s[j]) >= 0 {
		j++
	}
	if v, ok := romanValue(s[i:j]); ok && (j == len(s) || !isWordByte(s[j])) {
		return v, j
	}
	rest := strings.ToLower(s[i:min(len(s), i+24)])
	if strings.HasPrefix(rest, "thứ ") || strings.HasPrefix(rest, "thứ\t") {
		for v := len(ordinals) - 1; v > 0; v-- {
			end := i + len("thứ ") + len(ordinals[v])
			if strings.HasPrefix(rest[len("thứ "):], ordinals[v]) && (end == len(s) || utf8.RuneStart(s[end])) {
				return v, end
			}
		}
	}
	return 0, i
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
}

func upperFirst(s string) string {
	if !IsCaps(s) {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(r) + strings.ToLower(s[size:])
}
