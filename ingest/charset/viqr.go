package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// viqrLetters maps "a^'" to ấ; capitals are there too, as "A^'".
var viqrLetters = func() map[string]rune {
	table := map[string]rune{"Dd": 'Đ', "DD": 'Đ', "dD": 'đ'}
	for _, l := range letterRows {
		table[l.viqr] = l.small
		if l.small != 'đ' {
			table[strings.ToUpper(l.viqr)] = l.capital
		}
		if plus, ok := strings.CutPrefix(l.viqr, "o+"); ok { // o* u* are an older way to write the horn
			table["o*"+plus], table["O*"+plus] = l.small, l.capital
		}
		if plus, ok := strings.CutPrefix(l.viqr, "u+"); ok {
			table["u*"+plus], table["U*"+plus] = l.small, l.capital
		}
	}
	return table
}()

// decodeVIQR reads RFC 1456 mnemonics. Where the text escapes its full stops (\.) every mark is a
// mark; elsewhere a mark counts only when it makes a possible syllable, and one that may as well
// end a sentence ("co. Toi") is punctuation.
func decodeVIQR(s string) string {
	if strings.IndexByte(s, '^') < 0 && strings.IndexByte(s, '\\') < 0 && !strings.ContainsAny(s, "`'?~.+(") && !strings.Contains(s, "d") {
		return s
	}
	escaped := strings.Contains(s, `\.`) || strings.Contains(s, `\?`) || strings.Contains(s, `\'`)
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); {
		if !isASCIILetter(s[i]) {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\^+(`'?~.dD*", s[i+1]) >= 0 {
				i++
			}
			out.WriteByte(s[i])
			i++
			continue
		}
		word, n, loose := viqrWord(s[i:])
		raw := s[i : i+n]
		switch {
		case escaped || isAbbreviation(word) || viet.IsSyllable(word) && !(loose && endsSentence(word, s[i+n:])):
			out.WriteString(word)
		case loose: // the last mark may be punctuation
			last := raw[n-1:]
			if short, _, _ := viqrWord(raw[:n-1]); viet.IsSyllable(short) {
				out.WriteString(short + last)
			} else {
				out.WriteString(raw)
			}
		default:
			out.WriteString(raw)
		}
		i += n
	}
	return out.String()
}

// viqrWord reads letters with their marks; loose: it ends in a dot that may also be a full stop.
func viqrWord(s string) (word string, n int, loose bool) {
	var out []byte
	for n < len(s) && isASCIILetter(s[n]) {
		best := 1
		r := rune(s[n])
		for size := 3; size > 1; size-- {
			if n+size <= len(s) {
				if l, ok := viqrLetters[s[n:n+size]]; ok {
					r, best = l, size
					break
				}
			}
		}
		out = utf8.AppendRune(out, r)
		n += best
		loose = best > 1 && s[n-1] == '.' // a question is rare in these texts, hỏi is not
	}
	return string(out), n, loose
}

// endsSentence reports whether a full stop before rest ends a sentence: the text or the line ends
// there, or a word with a capital follows that is not in capitals like the word before.
func endsSentence(word, rest string) bool {
	trimmed := strings.TrimLeft(rest, " \t")
	if trimmed == "" || trimmed[0] == '\n' || trimmed[0] == '\r' {
		return true
	}
	r, n := utf8.DecodeRuneInString(trimmed)
	if len(trimmed) == len(rest) || !unicode.IsUpper(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(trimmed[n:])
	return !(word == strings.ToUpper(word) && unicode.IsUpper(next))
}

func isASCIILetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }
