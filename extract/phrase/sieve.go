package phrase

import (
	"strings"
	"unicode/utf8"
)

// Sieve tells most pieces of text that hold none of its phrases from the rest, several times as
// quickly as cutting them into tokens does. It looks at the first two words of a phrase, and at bytes
// with what tells capitals from small letters left out. It is read-only and safe for concurrent
// readers.
type Sieve struct {
	alone hashes // phrases of one word
	first hashes // first words of the others
	pairs hashes // their first two words
}

// hashes is a set of word hashes; a hash that is not in it may seem to be.
type hashes [64]uint64

func (h *hashes) add(word uint32)      { h[word>>6&63] |= 1 << (word & 63) }
func (h *hashes) has(word uint32) bool { return h[word>>6&63]>>(word&63)&1 != 0 }

// NewSieve makes a sieve of phrases separated by "|", in lower case.
func NewSieve(phrases string) *Sieve {
	s := &Sieve{}
	for text := range strings.SplitSeq(phrases, "|") {
		words := strings.Fields(text)
		switch len(words) {
		case 0:
		case 1:
			for _, w := range spellings(words[0]) {
				s.alone.add(roughly(w))
			}
		default:
			second := spellings(words[1])
			for _, one := range spellings(words[0]) {
				s.first.add(roughly(one))
				for _, two := range second {
					s.pairs.add(pair(roughly(one), roughly(two)))
				}
			}
		}
	}
	return s
}

// spellings are the ways to write a word that Scan gives one hash: hủy and huỷ, đ and ð; in small
// letters, in capitals, and with a capital first.
func spellings(word string) []string {
	bare, tone := []rune{}, uint8(0)
	for _, r := range word {
		bare = append(bare, rune(letters[r].base))
		tone = max(tone, letters[r].tone)
	}
	var all []string
	for k, r := range bare {
		with, ok := toned[[2]uint16{uint16(r), uint16(tone)}]
		if !ok {
			continue
		}
		bare[k] = with
		w := string(bare)
		bare[k] = r
		for _, w := range []string{w, strings.ReplaceAll(w, "đ", "ð")} {
			_, size := utf8.DecodeRuneInString(w)
			all = append(all, w, strings.ToUpper(w), strings.ToUpper(w[:size])+w[size:])
		}
	}
	return all
}

// toned are the small letters by base and tone.
var toned = func() map[[2]uint16]rune {
	all := map[[2]uint16]rune{}
	for r := range rune(tableSize) {
		if l := letters[r]; l.kind != 0 && l.bare < utf8.RuneSelf && l.flags != Capital && r != 'ð' {
			all[[2]uint16{l.base, uint16(l.tone)}] = r
		}
	}
	return all
}()

func pair(one, two uint32) uint32 {
	both := (one*31 + two) * roughPrime
	return both ^ both>>15
}

// May reports whether the text may hold one of the phrases. What it says no to holds none, unless a
// sign that is neither a letter nor one of the marks of running text (×) touches the phrase.
func (s *Sieve) May(text string) bool {
	hash, last := roughSeed, uint32(0) // last is the word before, when a phrase may begin with it
	for i := 0; i < len(text); i++ {
		c := text[i]
		kind := byteKinds[c]
		if kind == inWord {
			hash = (hash ^ uint32(c|rough)) * roughPrime
			continue
		}
		if kind == unknown {
			return true
		}
		if hash != roughSeed {
			word := hash ^ hash>>15
			if s.holds(last, word) {
				return true
			}
			if hash, last = roughSeed, 0; s.first.has(word) {
				last = word
			}
		}
		i += int(kind)
	}
	return hash != roughSeed && s.holds(last, hash^hash>>15)
}

// holds reports whether a word, or the two together, may be of a phrase.
func (s *Sieve) holds(last, word uint32) bool {
	return s.alone.has(word) || last != 0 && s.pairs.has(pair(last, word))
}

// roughly is the hash of a word by its bytes, capitals and small letters alike.
func roughly(word string) uint32 {
	hash := roughSeed
	for k := range len(word) {
		hash = (hash ^ uint32(word[k]|rough)) * roughPrime
	}
	return hash ^ hash>>15
}

// rough are the bits that tell a capital from its small letter: the last byte of "đ" is 1 more than
// that of "Đ", and "a" is 0x20 more than "A".
const (
	rough             = 0x21
	roughSeed  uint32 = 0x811c9dc5
	roughPrime uint32 = 0x01000193
)

// byteKinds says of a byte that it is of a word, or how many bytes of the mark come after it.
var byteKinds = func() (kinds [256]uint8) {
	for c := range kinds {
		switch {
		case '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || 0x80 <= c && c <= 0xBF || 0xC3 <= c && c <= 0xC6 || c == 0xE1:
			kinds[c] = inWord
		case c == 0xC2: // no-break space, «
			kinds[c] = 1
		case c == 0xE2: // “, –, …
			kinds[c] = 2
		case c >= 0x80:
			kinds[c] = unknown
		}
	}
	return kinds
}()

// The kinds of bytes besides the lengths of marks.
const (
	inWord  = 8
	unknown = 9 // a letter of another alphabet, a combining mark, a rare sign
)
