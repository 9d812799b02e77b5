package charset

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// Encode writes NFC text in an encoding, the inverse of Decode. ok is false when some character
// has no place in it and a "?" stands for it; TCVN 3 writes capitals with tones as small letters,
// which only its capitals fonts show rightly.
func Encode(s string, enc Encoding) (b []byte, ok bool) {
	switch enc {
	case UTF16LE, UTF16BE:
		for _, u := range utf16.Encode([]rune(s)) {
			if enc == UTF16BE {
				b = append(b, byte(u>>8), byte(u))
			} else {
				b = append(b, byte(u), byte(u>>8))
			}
		}
		return b, true
	case DoubleUTF8:
		for i := range len(s) {
			r := charmap.Windows1252.DecodeByte(s[i])
			if r == utf8.RuneError {
				r = rune(s[i])
			}
			b = utf8.AppendRune(b, r)
		}
		return b, true
	case TCVN3, TCVN3Capitals, VNI, VPS, VISCII, VIQR, Windows1258, Windows1252:
	default:
		return []byte(s), true
	}
	ok = true
	for i, r := range s {
		if r < 0x80 && enc != VIQR {
			b = append(b, byte(r))
			continue
		}
		if enc == VIQR {
			b = appendVIQR(b, s[:i], r, &ok)
			continue
		}
		if row, capital := rowOf(r); row != nil && enc != Windows1258 && enc != Windows1252 {
			b = append(b, row.bytes(enc, capital)...)
			continue
		}
		if enc == Windows1258 {
			b = append1258(b, r, &ok)
			continue
		}
		c, has := charmap.Windows1252.EncodeRune(r)
		if !has || Decode([]byte{c}, enc) != string(r) {
			c, ok = '?', false
		}
		b = append(b, c)
	}
	return b, ok
}

// rowOf is the row of a letter.
func rowOf(r rune) (row *letterRow, capital bool) {
	for i := range letterRows {
		if letterRows[i].small == r || letterRows[i].capital == r {
			return &letterRows[i], letterRows[i].capital == r
		}
	}
	return nil, false
}

func (l *letterRow) bytes(enc Encoding, capital bool) string {
	one := func(small, large byte) string {
		if capital && large != 0 {
			return string([]byte{large})
		}
		return string([]byte{small})
	}
	switch enc {
	case VNI:
		if capital {
			return l.vniCapital
		}
		return l.vni
	case VPS:
		if capital {
			for b, r := range vpsControls {
				if r == l.capital {
					return string([]byte{b})
				}
			}
		}
		return one(l.vps, l.vpsCapital)
	case VISCII:
		return one(l.viscii, l.visciiCapital)
	}
	return one(l.tcvn3, l.tcvn3Capital)
}

// append1258 writes a letter with its tone as a combining byte, keeping the vowel's quality.
func append1258(b []byte, r rune, ok *bool) []byte {
	if c, has := charmap.Windows1258.EncodeRune(r); has {
		return append(b, c)
	}
	parts := []rune(norm.NFD.String(string(r)))
	for n := len(parts) - 1; n > 0; n-- { // the tone is the mark that cannot stay on the base
		for tone := 1; tone < len(parts); tone++ {
			base := make([]rune, 0, len(parts))
			base = append(append(base, parts[:tone]...), parts[tone+1:]...)
			letter, _ := utf8.DecodeRuneInString(norm.NFC.String(string(base)))
			c, has := charmap.Windows1258.EncodeRune(letter)
			mark, markOK := charmap.Windows1258.EncodeRune(parts[tone])
			if has && markOK {
				return append(b, c, mark)
			}
		}
	}
	*ok = false
	return append(b, '?')
}

// appendVIQR writes a mnemonic, or a character escaped where it would be read as a mark.
func appendVIQR(b []byte, before string, r rune, ok *bool) []byte {
	if row, capital := rowOf(r); row != nil {
		text := row.viqr
		if capital {
			text = strings.ToUpper(text)
		}
		return append(b, text...)
	}
	if r >= 0x80 {
		*ok = *ok && r < 0 // VIQR is ASCII; the rest passes as UTF-8
		return utf8.AppendRune(b, r)
	}
	last := byte(0)
	if len(b) > 0 {
		last = b[len(b)-1]
	}
	_, n := utf8.DecodeLastRuneInString(before)
	afterLetter := n > 0 && (isASCIILetter(last) || n > 1)
	if r == '\\' || strings.ContainsRune("^+(`'?~.*", r) && afterLetter || (r|0x20) == 'd' && (last|0x20) == 'd' {
		b = append(b, '\\')
	}
	return append(b, byte(r))
}
