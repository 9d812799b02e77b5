package analysis

import "strings"

// A term's key is its bare letters, a NUL, and its marks. All that differs from a term in marks
// alone lies between Bare + "\x00" and Bare + "\x01": a search without marks is a search for a
// range of keys, and needs no second index.

// Key is the token's key as a syllable.
func (t Token) Key() string { return t.Bare + "\x00" + t.Marks }

// PairKey is the key of two neighbours.
func PairKey(a, b Token) string { return string(AppendPairKey(nil, a, b)) }

// AppendKey appends the token's key to dst.
func (t Token) AppendKey(dst []byte) []byte {
	return append(append(append(dst, t.Bare...), 0), t.Marks...)
}

// AppendPairKey appends the key of a pair to dst.
func AppendPairKey(dst []byte, a, b Token) []byte {
	dst = append(append(append(dst, a.Bare...), ' '), b.Bare...)
	dst = append(append(dst, 0), a.Marks...)
	return append(append(dst, ' '), b.Marks...)
}

// Range is the range of keys that have the bare letters of a key, whatever their marks.
func Range(key string) (from, to string) {
	bare, _, _ := strings.Cut(key, "\x00")
	return bare + "\x00", bare + "\x01"
}

// Likeness says how near the marks of a term in a document are to those that were asked for.
type Likeness int

// The likenesses, from the farthest.
const (
	Other    Likeness = iota // other marks: bảo, báo
	Unmarked                 // the document has none: bảo, bao
	Exact
)

// Compare says how like two keys of the same bare letters are.
func Compare(asked, found string) Likeness {
	_, a, _ := strings.Cut(asked, "\x00")
	_, f, _ := strings.Cut(found, "\x00")
	switch {
	case a == f:
		return Exact
	case strings.Trim(f, " ") == "":
		return Unmarked
	}
	return Other
}

// Marked reports whether any of the tokens carries a mark.
func Marked(tokens []Token) bool {
	for _, t := range tokens {
		if t.Marks != "" {
			return true
		}
	}
	return false
}

// OtherIY is the token with i for y or y for i at its end, where both are written (kỹ, kĩ), and
// whether there is such a form. In state text y dominates; names keep theirs.
func (t Token) OtherIY() (Token, bool) {
	n := len(t.Bare)
	if n < 2 || n > 4 {
		return t, false
	}
	onset := t.Bare[:n-1]
	switch onset {
	case "h", "k", "l", "m", "s", "t", "qu", "v":
	default:
		return t, false
	}
	switch t.Bare[n-1] {
	case 'i':
		t.Bare = onset + "y"
	case 'y':
		t.Bare = onset + "i"
	default:
		return t, false
	}
	return t, true
}
