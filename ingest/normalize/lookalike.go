package normalize

import (
	"unicode"
	"unicode/utf8"
)

// lookalikes are Cyrillic and Greek letters that are drawn as Latin ones: "BTС" ends in a Cyrillic
// letter in many numbers of the official journal.
var lookalikes = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'І': 'I', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X', 'У': 'Y', 'Ѕ': 'S', 'Ј': 'J',
	'а': 'a', 'е': 'e', 'і': 'i', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'ѕ': 's', 'ј': 'j',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o',
}

// foreign deals with the rest of a token that has a Cyrillic or Greek letter at c.done. Its letters
// become Latin when all look Latin and the token is Latin otherwise, or a number with a slash.
func (c *cleaner) foreign() int {
	s := c.src
	latin, digit, slash := c.before()
	all := true
	end := c.done
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !tokenRune(r) {
			break
		}
		switch {
		case foreignLetter(r):
			all = all && lookalikes[r] != 0
		case unicode.IsDigit(r):
			digit = true
		case r == '/':
			slash = true
		default:
			latin = latin || unicode.Is(unicode.Latin, r)
		}
		end += n
	}
	change := all && (latin || digit && slash)
	for c.done < end {
		r, n := utf8.DecodeRuneInString(s[c.done:])
		if to := lookalikes[r]; change && to != 0 {
			c.put(string(to), c.done+n)
			continue
		}
		if !foreignLetter(r) && !settled(r) {
			return c.done
		}
		if r >= 0x300 && r < 0x370 {
			return c.done
		}
		c.copyTo(c.done + n)
	}
	return c.done
}

// before says what stands in the token before c.done, of which it reads the last few characters.
func (c *cleaner) before() (latin, digit, slash bool) {
	for end := len(c.out); end > 0 && len(c.out)-end < 40; {
		r, n := utf8.DecodeLastRune(c.out[:end])
		if !tokenRune(r) {
			break
		}
		latin = latin || unicode.Is(unicode.Latin, r)
		digit = digit || unicode.IsDigit(r)
		slash = slash || r == '/'
		end -= n
	}
	return latin, digit, slash
}

func tokenRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/' || r == '-'
}

// foreignLetter reports whether r is a Cyrillic or Greek letter.
func foreignLetter(r rune) bool {
	return r >= 0x370 && unicode.IsLetter(r) && unicode.In(r, unicode.Cyrillic, unicode.Greek)
}
