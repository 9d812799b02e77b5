package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"congvan/corpus/viet"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Decode reads bytes of a known encoding as UTF-8. It never fails: what cannot be read becomes
// U+FFFD. Unknown reads as UTF-8. A byte order mark is dropped.
func Decode(b []byte, enc Encoding) string {
	switch enc {
	case UTF16LE, UTF16BE:
		return decodeUTF16(b, enc == UTF16BE)
	case TCVN3, TCVN3Capitals, VNI, VPS, VISCII, Windows1258, Windows1252:
		return decodeBytes(b, enc)
	case VIQR:
		return decodeVIQR(string(b))
	}
	s := string(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")))
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if enc == DoubleUTF8 {
		return undouble(s)
	}
	return s
}

// DecodeRun reads a run of text in an old font, stored as the Unicode characters that windows-1252
// has for its bytes ("Céng hßa" in .VnTime is "Cộng hòa"). A run that has Vietnamese letters
// beyond windows-1252 is Unicode already and comes back as it is, whatever its font says.
func DecodeRun(s string, enc Encoding) string {
	switch enc {
	case VIQR:
		return decodeVIQR(s)
	case DoubleUTF8:
		return undouble(s)
	case TCVN3, TCVN3Capitals, VNI, VPS, VISCII, Windows1258:
	default:
		return s
	}
	if isASCII(s) {
		if enc == TCVN3Capitals {
			return strings.ToUpper(s)
		}
		return s
	}
	for _, r := range s {
		if _, latin := latinByte(r); !latin && viet.HasMark(r) || 0x300 <= r && r < 0x370 {
			return s
		}
	}
	var out strings.Builder
	run := make([]byte, 0, len(s))
	flush := func() {
		out.WriteString(decodeBytes(run, enc))
		run = run[:0]
	}
	for _, r := range s {
		b, ok := latinByte(r)
		if !ok {
			flush()
			out.WriteRune(r)
			continue
		}
		run = append(run, b)
	}
	flush()
	return out.String()
}

func decodeBytes(b []byte, enc Encoding) string {
	var out []byte
	switch enc {
	case TCVN3, TCVN3Capitals:
		out = decodeTCVN3(b)
	case VNI:
		out = decodeVNI(b)
	case Windows1258:
		out, _ = charmap.Windows1258.NewDecoder().Bytes(b)
		out = norm.NFC.Bytes(out)
	case VPS:
		out = decodeTable(b, &vpsTable)
	case VISCII:
		out = decodeTable(b, &visciiTable)
	default:
		out, _ = charmap.Windows1252.NewDecoder().Bytes(b)
	}
	if enc == TCVN3Capitals {
		return strings.ToUpper(string(out))
	}
	return string(out)
}

func decodeTable(b []byte, table *[256]rune) []byte {
	out := make([]byte, 0, len(b)+len(b)/2)
	for _, c := range b {
		out = utf8.AppendRune(out, table[c])
	}
	return out
}

func decodeTCVN3(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/2)
	marked := false
	for i, c := range b {
		if i > 0 && c >= 0xB5 {
			if capital, ok := tcvn3Pairs[[2]byte{b[i-1], c}]; ok {
				_, n := utf8.DecodeLastRune(out)
				out = utf8.AppendRune(out[:len(out)-n], capital)
				continue
			}
		}
		mark, isMark := tcvn3Marks[c]
		if isMark && i > 0 && isVowel(tcvn3Table[b[i-1]]) {
			out = utf8.AppendRune(out, mark)
			marked = true
			continue
		}
		out = utf8.AppendRune(out, tcvn3Table[c])
	}
	if marked {
		return norm.NFC.Bytes(out)
	}
	return out
}

func isVowel(r rune) bool {
	return strings.ContainsRune("aăâeêioôơuưy", unicode.ToLower(r))
}

func decodeVNI(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/2)
	for i := 0; i < len(b); i++ {
		if i+1 < len(b) && b[i+1] >= 0x80 {
			if r, ok := vniPairs[[2]byte{b[i], b[i+1]}]; ok {
				out = utf8.AppendRune(out, r)
				i++
				continue
			}
		}
		if b[i] >= 0x80 {
			if r, ok := vniSingles[b[i]]; ok {
				out = utf8.AppendRune(out, r)
				continue
			}
		}
		out = utf8.AppendRune(out, charmap.Windows1252.DecodeByte(b[i]))
	}
	return out
}

func decodeUTF16(b []byte, big bool) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		if big {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		} else {
			units = append(units, uint16(b[i+1])<<8|uint16(b[i]))
		}
	}
	s := string(utf16.Decode(units))
	if len(b)%2 == 1 {
		s += "\uFFFD"
	}
	return strings.TrimPrefix(s, "\uFEFF")
}

// undouble undoes one reading of UTF-8 as windows-1252, stretch by stretch, so that text in which
// only a part was mangled comes out right too: "Viá»‡t Nam" gives "Việt Nam".
func undouble(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			end := i + 1
			for end < len(s) && s[end] < 0x80 {
				end++
			}
			out.WriteString(s[i:end])
			i = end
			continue
		}
		var run []byte
		j := i
		for j < len(s) && s[j] >= 0x80 {
			r, n := utf8.DecodeRuneInString(s[j:])
			b, ok := latinByte(r)
			if !ok || r >= 0xF000 {
				break
			}
			run = append(run, b)
			j += n
		}
		switch {
		case j == i:
			_, n := utf8.DecodeRuneInString(s[i:])
			j = i + n
			out.WriteString(s[i:j])
		case utf8.Valid(run):
			out.Write(run)
		default:
			out.WriteString(s[i:j])
		}
		i = j
	}
	return out.String()
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
