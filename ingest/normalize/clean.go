package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"

	"golang.org/x/text/unicode/norm"
)

// What clean does with a character.
const (
	keep    rune = -1
	dropped rune = -2
)

// replacement is what stands for a character in mended text: NFC and look-alikes aside.
func replacement(r rune) rune {
	switch {
	case r == 0xA0, r == 0x1680, 0x2000 <= r && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case r == '\r', r == '\v', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r == '\n', r == '\t', r == '\f':
		return keep
	case r < 0x20, 0x7F <= r && r < 0xA0, r == 0xAD, 0x200B <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x206F, r == 0xFEFF, r == 0x180E, 0xFFF9 <= r && r <= 0xFFFB:
		return dropped
	case r == 0xD0, r == 0x189: // Ð Ɖ: never meant in Vietnamese
		return 'Đ'
	case r == 0xF0, r == 0x256:
		return 'đ'
	}
	return keep
}

// plain marks the bytes that begin nothing clean looks at: printable ASCII, and the leads of Latin
// letters and Vietnamese ones but for those with exceptions.
var plain = func() (table [256]bool) {
	for b := 0x20; b < 0x7F; b++ {
		table[b] = true
	}
	table['\n'], table['\t'], table['\f'] = true, true, true
	for b := 0x80; b < 0xC0; b++ {
		table[b] = true // the tail of a character that was looked at
	}
	return table
}()

// settled reports whether a character is NFC by itself, never composes with what comes before
// and is kept as it is.
func settled(r rune) bool {
	switch {
	case r < 0x80:
		return r >= 0x20 && r < 0x7F || r == '\n' || r == '\t' || r == '\f'
	case r < 0x300:
		return replacement(r) == keep
	case 0x1E00 <= r && r < 0x1F00, 0x2010 <= r && r < 0x2028, 0x2030 <= r && r < 0x205F:
		return true
	}
	return r == utf8.RuneError
}

// clean makes the characters of s right: NFC, no invisible ones, one kind of line break, Latin
// letters for those that only look so. It returns s itself when there is nothing to do. odd: it met
// characters that may have to be looked at again in their new surroundings.
func clean(s string) (text string, toRaw Map, odd bool) {
	at := unsettled(s, 0)
	if at == len(s) {
		return s, Map{{0, len(s), 0, len(s), true}}, false
	}
	c := cleaner{src: s, out: make([]byte, 0, len(s)+16)}
	for at < len(s) {
		c.copyTo(at)
		at = unsettled(s, c.step())
	}
	c.copyTo(len(s))
	return string(c.out), c.toRaw, c.odd
}

// unsettled is where the next character stands that needs a look, len(s) when there is none.
func unsettled(s string, i int) int {
	for i < len(s) {
		if plain[s[i]] && s[i] < 0x80 {
			i++
			continue
		}
		c := s[i]
		switch {
		case i+2 < len(s) && c == 0xE1 && (s[i+1] == 0xBA || s[i+1] == 0xBB) && s[i+2]&0xC0 == 0x80:
			i += 3
		case i+1 < len(s) && (c == 0xC4 || c == 0xC5 || c == 0xC3 && s[i+1] != 0x90 && s[i+1] != 0xB0) && s[i+1]&0xC0 == 0x80:
			i += 2
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && n == 1 || !settled(r) {
				return i
			}
			i += n
		}
	}
	return i
}

type cleaner struct {
	src   string
	done  int // of src
	out   []byte
	toRaw Map
	odd   bool
}

func (c *cleaner) copyTo(end int) {
	if end <= c.done {
		return
	}
	c.toRaw = c.toRaw.add(Segment{len(c.out), end - c.done, c.done, end - c.done, true})
	c.out = append(c.out, c.src[c.done:end]...)
	c.done = end
}

// put writes a replacement of src[c.done:end].
func (c *cleaner) put(text string, end int) {
	if text == c.src[c.done:end] {
		c.copyTo(end)
		return
	}
	c.toRaw = c.toRaw.add(Segment{len(c.out), len(text), c.done, end - c.done, false})
	c.out = append(c.out, text...)
	c.done = end
}

// step deals with the character at c.done and returns where to look on.
func (c *cleaner) step() int {
	s, i := c.src, c.done
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && n == 1:
		c.put("\uFFFD", i+1)
		return c.done
	case r == '\r' && strings.HasPrefix(s[i:], "\r\n"):
		c.put("\n", i+2)
		return c.done
	case r == 0x200B && c.betweenSyllables(i+n):
		c.put(" ", i+n)
		return c.done
	case 0xF020 <= r && r <= 0xF0FF:
		if c.lineStart() { // a bullet in Wingdings or Symbol
			c.put("-", i+n)
		} else {
			c.copyTo(i + n)
		}
		return c.done
	case foreignLetter(r):
		c.odd = true
		return c.foreign()
	}
	switch to := replacement(r); to {
	case keep:
		c.odd = true
		return c.compose()
	case dropped:
		c.odd = true
		c.done = i + n
	default:
		c.put(string(to), i+n)
	}
	return c.done
}

// lineStart reports whether nothing but blanks stands before on the line or in the cell.
func (c *cleaner) lineStart() bool {
	for i := len(c.out) - 1; i >= 0 && i > len(c.out)-80; i-- {
		switch c.out[i] {
		case '\n', '\f', '\t':
			return true
		case ' ':
		default:
			return false
		}
	}
	return len(c.out) < 80
}

// betweenSyllables reports whether a zero-width space stands between two whole syllables, where
// a web page meant it as a space.
func (c *cleaner) betweenSyllables(next int) bool {
	start := len(c.out)
	for start > 0 && len(c.out)-start < 24 {
		r, n := utf8.DecodeLastRune(c.out[:start])
		if !unicode.IsLetter(r) {
			break
		}
		start -= n
	}
	end := next
	for end < len(c.src) && end-next < 24 {
		r, n := utf8.DecodeRuneInString(c.src[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	return viet.IsSyllable(string(c.out[start:])) && viet.IsSyllable(c.src[next:end])
}

// compose brings the stretch of unsettled characters around c.done into NFC: it reaches back to
// the base letter of a combining mark.
func (c *cleaner) compose() int {
	s := c.src
	end := c.done
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if settled(r) && !(r == utf8.RuneError && n == 1) || replacement(r) != keep || r == utf8.RuneError || foreignLetter(r) || 0xF020 <= r && r <= 0xF0FF {
			break
		}
		end += n
	}
	c.takeBack()
	for c.done < end {
		n := norm.NFC.NextBoundaryInString(s[c.done:end], true)
		if n <= 0 {
			n = end - c.done
		}
		c.put(norm.NFC.String(s[c.done:c.done+n]), c.done+n)
	}
	return end
}

// takeBack takes the last copied character back, so that a mark can be composed with it.
func (c *cleaner) takeBack() {
	last := len(c.toRaw) - 1
	if last < 0 || !c.toRaw[last].Copied || c.toRaw[last].Raw+c.toRaw[last].RawLen != c.done {
		return
	}
	_, n := utf8.DecodeLastRune(c.out)
	c.out = c.out[:len(c.out)-n]
	c.done -= n
	if c.toRaw[last].Len -= n; c.toRaw[last].Len == 0 {
		c.toRaw = c.toRaw[:last]
		return
	}
	c.toRaw[last].RawLen -= n
}
