package analysis

import "strings"

// Telex reads a word as the keys of the Telex input method that were not turned into letters:
// tieefn for tiền, ddieeuf for điều. It reports whether any key could be one.
func (t Token) Telex() (Token, bool) {
	if t.Marks != "" || len(t.Bare) < 3 || len(t.Bare) > 12 {
		return t, false
	}
	var bare, quality []byte // quality: a mark by letter, 0 none
	tone, used := byte(0), false
	for i := 0; i < len(t.Bare); i++ {
		c := t.Bare[i]
		if c >= 0x80 || c >= '0' && c <= '9' {
			return t, false
		}
		at := lastOf(bare, c)
		switch {
		case strings.IndexByte(tones, c) >= 0 && strings.ContainsAny(string(bare), "aeiouy"):
			if tone != 0 {
				return t, false
			}
			tone, used = c, true
			continue
		case (c == 'a' || c == 'e' || c == 'o') && at >= 0 && quality[at] == 0 && onlyConsonants(bare[at+1:]):
			quality[at], used = '2', true
			continue
		case c == 'd' && at == 0 && quality[0] == 0:
			quality[0], used = '4', true
			continue
		case c == 'w':
			if horned(bare, quality) {
				used = true
				continue
			}
			c = 'u'
			bare, quality, used = append(bare, c), append(quality, '3'), true
			continue
		}
		bare, quality = append(bare, c), append(quality, 0)
	}
	if !used {
		return t, false
	}
	var marks []byte
	for i, q := range quality {
		if q != 0 {
			marks = appendQuality(marks, i+1, q)
		}
	}
	if tone != 0 {
		marks = append(marks, tone)
	}
	t.Bare, t.Marks = string(bare), string(marks)
	return t, true
}

// horned puts the mark of w on the vowels before it: ươ, ơ, ư, ă.
func horned(bare, quality []byte) bool {
	for i := len(bare) - 1; i >= 0; i-- {
		switch {
		case bare[i] == 'o' && i > 0 && bare[i-1] == 'u' && quality[i] == 0:
			quality[i-1], quality[i] = '3', '3'
		case (bare[i] == 'o' || bare[i] == 'u') && quality[i] == 0:
			quality[i] = '3'
		case bare[i] == 'a' && quality[i] == 0:
			quality[i] = '1'
		default:
			continue
		}
		return true
	}
	return false
}

func lastOf(letters []byte, c byte) int {
	for i := len(letters) - 1; i >= 0; i-- {
		if letters[i] == c {
			return i
		}
	}
	return -1
}

func onlyConsonants(letters []byte) bool { return !strings.ContainsAny(string(letters), "aeouy") }
