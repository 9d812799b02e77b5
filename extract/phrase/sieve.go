package phrase

import "strings"

// Sieve tells most pieces of text that hold none of its phrases from the rest, several times as
// quickly as cutting them into tokens does. It looks at the first two words of a phrase, and at bytes
// with what tells capitals from small letters left out. It is read-only and safe for concurrent
// readers.
type Sieve struct {
	alone  hashes // phrases of one word
	first  hashes // first words of the others
	second hashes // their second words
}

// hashes is a set of word hashes; a hash that is not in it may seem to be.
type hashes [16]uint64

func (h *hashes) add(word uint32)      { h[word>>6&15] |= 1 << (word & 63) }
func (h *hashes) has(word uint32) bool { return h[word>>6&15]>>(word&63)&1 != 0 }

// NewSieve makes a sieve of phrases separated by "|", in lower case.
func NewSieve(phrases string) *Sieve {
	s := &Sieve{}
	for text := range strings.SplitSeq(phrases, "|") {
		for _, text := range []string{text, strings.ToUpper(text)} { // ư and Ư are the letters whose bytes differ in more
			switch words := strings.Fields(text); len(words) {
			case 0:
			case 1:
				s.alone.add(roughly(words[0]))
			default:
				s.first.add(roughly(words[0]))
				s.second.add(roughly(words[1]))
			}
		}
	}
	return s
}

// May reports whether the text may hold one of the phrases. What it says no to holds none, unless a
// sign that is neither a letter nor one of the marks of running text (×) touches the phrase.
func (s *Sieve) May(text string) bool {
	hash, opened := roughSeed, false
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
			if s.alone.has(word) || opened && s.second.has(word) {
				return true
			}
			hash, opened = roughSeed, s.first.has(word)
		}
		i += int(kind)
	}
	word := hash ^ hash>>15
	return hash != roughSeed && (s.alone.has(word) || opened && s.second.has(word))
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
