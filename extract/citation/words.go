package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
)

// typeWord is a word for a kind of document as running text has it.
type typeWord struct {
	word  string // in lower case
	name  string // tên loại; "" when the word does not tell
	law   bool   // named by its name rather than by its number
	short bool   // may be followed by a bare serial: Nghị quyết 28
}

// typeWords, longer before shorter ones that begin them. Abbreviations stand in capitals and match
// in capitals alone.
var typeWords = []typeWord{
	{"bộ luật", "Bộ luật", true, false}, // Bộ luật Hình sự
	{"báo cáo", "Báo cáo", false, false},
	{"biên bản", "Biên bản", false, false},
	{"chỉ thị", "Chỉ thị", false, true},
	{"chương trình phối hợp", "Chương trình phối hợp", false, false},
	{"chương trình", "Chương trình", false, false},
	{"công văn", "Công văn", false, true},
	{"công điện", "Công điện", false, true},
	{"đề án", "Đề án", false, false},
	{"giấy mời", "Giấy mời", false, false},
	{"giấy ủy quyền", "Giấy ủy quyền", false, false},
	{"hiến pháp", "Hiến pháp", true, false},
	{"hướng dẫn liên ngành", "Hướng dẫn liên ngành", false, false},
	{"hướng dẫn", "Hướng dẫn", false, false},
	{"kế hoạch phối hợp", "Kế hoạch phối hợp", false, false},
	{"kế hoạch", "Kế hoạch", false, false},
	{"kết luận", "Kết luận", false, true},
	{"lệnh", "Lệnh", false, false},
	{"luật", "Luật", true, false},
	{"nghị định", "Nghị định", false, true},
	{"nghị quyết liên tịch", "Nghị quyết liên tịch", false, false},
	{"nghị quyết", "Nghị quyết", false, true},
	{"pháp lệnh", "Pháp lệnh", true, false},
	{"phương án", "Phương án", false, false},
	{"quy chế phối hợp", "Quy chế phối hợp", false, false},
	{"quy chế", "Quy chế", false, false},
	{"quy định", "Quy định", false, false},
	{"quy trình", "Quy trình", false, false},
	{"quyết định", "Quyết định", false, true},
	{"sắc lệnh", "Sắc lệnh", false, false},
	{"thông báo kết luận", "Thông báo", false, false},
	{"thông báo", "Thông báo", false, false},
	{"thông tri", "Thông tri", false, false},
	{"thông tư liên tịch", "Thông tư liên tịch", false, true},
	{"thông tư liên bộ", "Thông tư liên tịch", false, false},
	{"thông tư", "Thông tư", false, true},
	{"tờ trình", "Tờ trình", false, false},
	{"văn bản hợp nhất", "Văn bản hợp nhất", false, false},
	{"văn bản", "", false, false},
	{"CV", "Công văn", false, false}, // CV số 1007/BHXH-TT
	{"CT", "Chỉ thị", false, false},
	{"NĐ", "Nghị định", false, false},
	{"NQ", "Nghị quyết", false, false},
	{"QĐ", "Quyết định", false, false},
	{"TTLT", "Thông tư liên tịch", false, false},
	{"VB", "", false, false}, // VB số 1108/BXD-KSTK
	{"TT", "Thông tư", false, false},
}

// The kinds of bytes that the walk over a text tells apart.
const (
	digit  = 1 << iota
	first  // first byte of a type word
	inWord // ASCII letter or digit
)

// byteKind, typesByByte and typePrefix are made from typeWords: the kinds of bytes, the words by
// their first byte in lower case, and a filter over their first bytes.
var byteKind, typesByByte, typePrefix = func() (kind [256]uint8, byByte [256][]typeWord, prefix [1 << 13]bool) {
	for c := range 128 {
		switch {
		case c >= '0' && c <= '9':
			kind[c] = digit | inWord
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			kind[c] = inWord
		}
	}
	for _, w := range typeWords {
		forms := []string{w.word, strings.ToUpper(w.word), capital(w.word)}
		for _, form := range forms {
			kind[form[0]] |= first
			if w.word[0] < 'a' {
				prefix[prefixHash(form[:2])] = true
			} else {
				prefix[prefixHash(form[:4])] = true
			}
			same := false
			for _, other := range byByte[form[0]] {
				same = same || other == w
			}
			if !same {
				byByte[form[0]] = append(byByte[form[0]], w)
			}
		}
	}
	return kind, byByte, prefix
}()

// prefixHash mixes the first bytes of a word: four, or two of an abbreviation.
func prefixHash(s string) uint32 {
	key := uint32(s[0]) | uint32(s[1])<<8
	if len(s) >= 4 {
		key |= uint32(s[2])<<16 | uint32(s[3])<<24
	}
	return key * 2654435769 >> 19
}

// mayStartType reports whether a type word may begin at i, by a look at its first bytes.
func mayStartType(text string, i int) bool {
	if i+4 > len(text) {
		return false
	}
	return typePrefix[prefixHash(text[i:i+4])] || text[i] < 'a' && typePrefix[prefixHash(text[i:i+2])]
}

// wordStart reports whether no letter or digit stands before byte i.
func wordStart(text string, i int) bool {
	if i == 0 || text[i-1] < 0x80 {
		return true // the walk has looked at ASCII already
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !unicode.IsLetter(r)
}

// matchType is the type word at i and the byte after it, 0 when there is none.
func matchType(text string, i int) (typeWord, int) {
	for _, w := range typesByByte[text[i]] {
		if w.word[0] < 'a' { // abbreviation
			end := i + len(w.word)
			if strings.HasPrefix(text[i:], w.word) && end < len(text) && isBlank(text, end) {
				if at, said := skipNumberWord(text, end); said || byteKind[text[min(at, len(text)-1)]]&digit != 0 {
					return w, end
				}
			}
			continue
		}
		if i+1 < len(text) && mayFollow(text[i+1], w.word) {
			if end := matchWords(text, i, w.word); end > 0 {
				return w, end
			}
		}
	}
	return typeWord{}, 0
}

// mayFollow reports whether a byte may stand second in the word, in any case: the letters of a pair
// differ in their last byte alone.
func mayFollow(c byte, word string) bool {
	return word[0] >= 0x80 || c == word[1] || c < 0x80 && c|0x20 == word[1]|0x20
}

// matchWords is the byte after the lower-case words at i, in any case and with any white space
// between them; 0 when they do not stand there as whole words.
func matchWords(text string, i int, words string) int {
	for k := 0; k < len(words); {
		if i >= len(text) {
			return 0
		}
		if words[k] == ' ' {
			end := skipBlanks(text, i)
			if end == i {
				return 0
			}
			i, k = end, k+1
			continue
		}
		if text[i] != words[k] && !isCapitalByte(text[i], words, k) {
			return 0
		}
		i, k = i+1, k+1
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) {
		return 0
	}
	return i
}

// isCapitalByte reports whether c ends the capital of the letter that ends at words[k]: those of a
// pair differ in their last byte alone, by 1 (đ Đ, ạ Ạ, ư Ư) or by 0x20 (a A, à À).
func isCapitalByte(c byte, words string, k int) bool {
	w := words[k]
	if w < 0x80 {
		return c < 0x80 && c|0x20 == w|0x20
	}
	last := k+1 == len(words) || words[k+1]&0xC0 != 0x80
	return last && k > 0 && (c+1 == w || words[k-1] == 0xC3 && c+0x20 == w)
}

// skipBlanks skips white space with at most one line break.
func skipBlanks(text string, i int) int {
	for broken := false; i < len(text); {
		switch {
		case text[i] == ' ' || text[i] == '\r' || text[i] == '\n' && !broken:
			broken = broken || text[i] == '\n'
			i++
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += 2
		default:
			return i
		}
	}
	return i
}

func isBlank(text string, i int) bool {
	return text[i] == ' ' || text[i] == '\n' || strings.HasPrefix(text[i:], "\u00a0")
}

// misread are the forms in which OCR gives "số".
var misread = []string{"sô", "sổ", "só", "sé", "sồ", "so"}

// skipNumberWord skips "số", "số:", "Số ……" after a type word; said is whether the word stands there.
func skipNumberWord(text string, i int) (at int, said bool) {
	at = skipBlanks(text, i)
	if at < len(text) && text[at] == ':' { // các Nghị định: 95/2021/NĐ-CP
		at = skipBlanks(text, at+1)
	}
	if at >= len(text) || text[at]|0x20 != 's' {
		return at, false
	}
	end := matchWords(text, at, "số")
	if end == 0 && (strings.HasPrefix(text[at:], "số") || strings.HasPrefix(text[at:], "Số")) { // số2482/BHXH
		if next := at + len("số"); next < len(text) && byteKind[text[next]]&digit != 0 {
			end = next
		}
	}
	for _, slip := range misread {
		if end == 0 {
			end = matchWords(text, at, slip)
			if next := skipBlanks(text, end); end > 0 && (next >= len(text) || byteKind[text[next]]&digit == 0) {
				end = 0
			}
		}
	}
	if end == 0 {
		return at, false
	}
	for limit := min(len(text), end+60); end < limit; {
		switch next := skipBlanks(text, end); {
		case next > end:
			end = next
		case text[end] == ':' || text[end] == '.' || text[end] == '_' || text[end] == ',':
			end++
		case strings.HasPrefix(text[end:], "…"):
			end += len("…")
		default:
			return end, true
		}
	}
	return end, true
}

// typeOfSymbol is the type that a number's own code names.
func typeOfSymbol(n corpus.DocumentNumber) string {
	code := n.TypeCode()
	if code == "TC" && n.Year == 0 { // Bộ Tài chính before 1997: 224-TC/CĐKT
		return ""
	}
	t, _ := corpus.TypeOfCode(code)
	return t.Name
}

func startsUpper(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func atoi(s string) int {
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}

func isYear(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// oneLine is s with every run of white space as one blank.
func oneLine(s string) string {
	for k := range len(s) {
		switch c := s[k]; {
		case c == '\n', c == '\t', c == '\r', c == 0xC2 && strings.HasPrefix(s[k:], "\u00a0"), c == ' ' && k+1 < len(s) && s[k+1] == ' ':
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return strings.TrimSpace(s)
}
