package temporal

import (
	"unicode"

	"congvan/corpus/viet"
)

// letterLimit is past the last letter of the Vietnamese alphabet (U+1EF9).
const letterLimit = 0x1F00

// letter is what the scanner asks of a code point: is it one, and its two readings.
type letter struct {
	lower, bare uint16 // bare: without marks
	is          bool
}

// letters answers for the code points below letterLimit in one look-up.
var letters = func() *[letterLimit]letter {
	var table [letterLimit]letter
	for r := rune(0); r < letterLimit; r++ {
		switch {
		case unicode.IsLetter(r):
			table[r] = letter{uint16(unicode.ToLower(r)), uint16(viet.FoldRune(r)), true}
			if r == 'ð' || r == 'Ð' {
				table[r].lower = 'đ'
			}
		case r >= 0x300 && r < 0x370:
			table[r] = letter{uint16(r), 0, true} // combining marks: text that is not NFC
		}
	}
	return &table
}()
