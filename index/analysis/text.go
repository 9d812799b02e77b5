package analysis

import (
	"strings"

	"congvan/corpus/viet"
)

// Text is the token written out, in lower case with its marks. The tone stands where a
// Vietnamese syllable has it; in a word that is none, on its last vowel.
func (t Token) Text() string {
	letters := []rune(t.Bare)
	quality := t.Marks
	tone := byte(0)
	if n := len(quality); n > 0 && strings.IndexByte(tones, quality[n-1]) >= 0 {
		tone, quality = quality[n-1], quality[:n-1]
	}
	for i := 0; i+1 < len(quality); i += 2 {
		if at := int(quality[i] - 'A'); at < len(letters) {
			letters[at] = written(letters[at], quality[i+1], 0)
		}
	}
	if tone == 0 {
		return string(letters)
	}
	last := ""
	for i, r := range letters {
		toned := written(r, 0, tone)
		if toned == r {
			continue
		}
		letters[i] = toned
		last = string(letters)
		letters[i] = r
		if unified := viet.UnifyTone(last); viet.IsSyllable(unified) && unified == last {
			return last
		}
	}
	if last == "" {
		return string(letters)
	}
	return last
}

// ParseKey is the token of a syllable's key.
func ParseKey(key string) Token {
	bare, marks, _ := strings.Cut(key, "\x00")
	return Token{Bare: bare, Marks: marks}
}

// ParsePairKey are the two tokens of a pair's key.
func ParsePairKey(key string) (a, b Token, ok bool) {
	bare, marks, _ := strings.Cut(key, "\x00")
	firstBare, secondBare, ok := strings.Cut(bare, " ")
	firstMarks, secondMarks, _ := strings.Cut(marks, " ")
	return Token{Bare: firstBare, Marks: firstMarks}, Token{Bare: secondBare, Marks: secondMarks}, ok
}

// written is a lower-case letter with a quality or a tone besides those it has; without such a
// letter, the letter itself.
func written(r rune, quality, tone byte) rune {
	want, ok := vietnamese(r)
	if !ok {
		if r > 'z' {
			return r
		}
		want = letter{bare: byte(r)}
	}
	if quality != 0 {
		want.quality = quality
	}
	if tone != 0 {
		want.tone = tone
	}
	if marked, ok := writtenLetters[want]; ok {
		return marked
	}
	return r
}

var writtenLetters = func() map[letter]rune {
	table := map[letter]rune{}
	for r, l := range letters {
		if l.bare == 0 {
			continue
		}
		if have, ok := table[l]; !ok || lower(rune(r)) && !lower(have) {
			table[l] = rune(r)
		}
	}
	table[letter{'d', '4', 0}] = 'đ'
	return table
}()

func lower(r rune) bool { return strings.ToLower(string(r)) == string(r) }
