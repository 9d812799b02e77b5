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

const (
	hashSeed  = 14695981039346656037
	hashPrime = 1099511628211
)

func hashRune(h uint64, r uint16) uint64 { return (h ^ uint64(r)) * hashPrime }

// hashes are the hashes of a lower-case word as it is written, and of its bare letters.
func hashes(s string) (exact, bare uint64) {
	exact, bare = hashSeed, hashSeed
	for _, r := range s {
		l := letters[r]
		exact, bare = hashRune(exact, l.lower), hashRune(bare, l.bare)
	}
	return exact, bare
}
