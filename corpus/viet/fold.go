// Package viet knows the Vietnamese letters and syllables: folding, tone placement and which
// syllables there can be. Text is NFC UTF-8 throughout.
package viet

import "unicode"

// folded is the bare lower-case letter of every marked Vietnamese letter, and 0 elsewhere. An array,
// since every rune of a text may be looked up.
var folded = func() (table [lastLetter + 1]byte) {
	for bare, marked := range map[byte]string{
		'a': "áàảãạâấầẩẫậăắằẳẵặ", 'd': "đð", 'e': "éèẻẽẹêếềểễệ", 'i': "íìỉĩị",
		'o': "óòỏõọôốồổỗộơớờởỡợ", 'u': "úùủũụưứừửữự", 'y': "ýỳỷỹỵ",
	} {
		for _, r := range marked {
			table[r], table[unicode.ToUpper(r)] = bare, bare
		}
	}
	return table
}()

// FoldRune is the letter in lower case without its marks: Ế gives e, Đ gives d.
func FoldRune(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	if uint32(r) <= lastLetter && folded[r] != 0 {
		return rune(folded[r])
	}
	return unicode.ToLower(r)
}

// Fold is s in lower case without marks, rune by rune: as many runes as s has.
func Fold(s string) string { return string(AppendFold(make([]byte, 0, len(s)), s)) }

// AppendFold appends the folded s to dst.
func AppendFold(dst []byte, s string) []byte {
	for _, r := range s {
		if r = FoldRune(r); r < 0x80 {
			dst = append(dst, byte(r))
		} else {
			dst = append(dst, string(r)...)
		}
	}
	return dst
}
