package phrase

import "strings"

// Lexicon is a table of phrases, each with a value above 0. Fill it with Add before use; it is
// read-only after that and safe for concurrent readers.
//
// A phrase of two words or more is also known by its bare letters, since OCR loses and changes
// marks ("phôi hợp với"); the exact spelling wins.
type Lexicon struct {
	entries chains
	bare    chains // over bare letters
	first   filter // of the words that begin a phrase: most words begin none
	gate    filter // of their bare letters
	scratch []Token
}

// bareTwins are phrases that another common word looks like without its marks, so that only the
// exact spelling counts: "cơ số thuốc", "cơ thể".
var bareTwins = map[string]bool{"cơ sở": true, "có thể": true, "tổ chức": true, "có được": true, "ban hành": true}

// NewLexicon makes an empty table.
func NewLexicon() *Lexicon { return &Lexicon{} }

// Set is a table of phrases separated by "|", all with value 1.
func Set(phrases string) *Lexicon {
	l := NewLexicon()
	for text := range strings.SplitSeq(phrases, "|") {
		l.Add(text, 1)
	}
	return l
}

// Add puts a phrase with its value into the table; letter case does not matter. A phrase that is
// there already keeps its first value. It reports whether the phrase is new.
func (l *Lexicon) Add(text string, value int) bool { return l.add(text, value, 2) }

// AddName is Add for a proper name: its bare letters count only when it has four words or more,
// since short names differ by their marks alone ("Ban Thu", "Ban Thư ký").
func (l *Lexicon) AddName(text string, value int) bool { return l.add(text, value, 4) }

func (l *Lexicon) add(text string, value, bareFrom int) bool {
	l.scratch = Scan(l.scratch[:0], text, 0, len(text))
	if len(l.scratch) == 0 || value <= 0 {
		return false
	}
	l.first.add(l.scratch[0].Hash)
	l.gate.add(l.scratch[0].Bare)
	if len(l.scratch) >= bareFrom && !bareTwins[text] {
		put(&l.bare, l.scratch, value, func(t Token) uint64 { return t.Bare })
	}
	return put(&l.entries, l.scratch, value, func(t Token) uint64 { return t.Hash })
}

func put(entries *chains, words []Token, value int, hash func(Token) uint64) bool {
	chain := uint64(0)
	for k, word := range words {
		chain = link(chain, hash(word))
		if k+1 < len(words) {
			entries.add(chain)
		}
	}
	known := entries.add(chain)
	if *known != 0 {
		return false
	}
	*known = value
	return true
}

// Match is the longest phrase of the table at the beginning of tokens: how many tokens it takes
// and its value; 0, 0 when there is none.
func (l *Lexicon) Match(tokens []Token) (length, value int) {
	if len(tokens) == 0 || !l.gate.may(tokens[0].Bare) {
		return 0, 0
	}
	if length, value = l.MatchExact(tokens); length > 0 {
		return length, value
	}
	chain := uint64(0)
	for k := range tokens {
		chain = link(chain, tokens[k].Bare)
		v, ok := l.bare.get(chain)
		if !ok {
			break
		}
		if v != 0 {
			length, value = k+1, v
		}
	}
	return length, value
}

// MayBegin reports whether a phrase of the table may begin with the token: for walks over all of a
// text, most of whose words begin none.
func (l *Lexicon) MayBegin(t Token) bool { return l.gate.may(t.Bare) }

// MatchExact is Match without a second look at bare letters.
func (l *Lexicon) MatchExact(tokens []Token) (length, value int) {
	if len(tokens) == 0 || !l.first.may(tokens[0].Hash) {
		return 0, 0
	}
	chain := uint64(0)
	for k := range tokens {
		chain = link(chain, tokens[k].Hash)
		v, ok := l.entries.get(chain)
		if !ok {
			break
		}
		if v != 0 {
			length, value = k+1, v
		}
	}
	return length, value
}

func link(chain, hash uint64) uint64 {
	chain ^= hash + 0x9e3779b97f4a7c15 + chain<<6 + chain>>2
	return chain * 0xff51afd7ed558ccd
}
