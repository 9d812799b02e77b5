// Package engine says what a search engine takes and gives, in words of its own: entries of
// text and keys, expressions over them, and answers. An engine in another process can stand in
// the place of the built-in one.
package engine

import (
	"context"
	"iter"

	"congvan/index/analysis"
)

// Entry is a passage of a record: what is searched and shown as one. The first (Part 0) is a
// head: it carries keys, and counts for the record. The passages after it lead to it. Entries of one owner are replaced and
// deleted together.
type Entry struct {
	Owner   string  // ID of the record
	Part    int     // 0, 1, 2 …
	Group   string  // entries of one group are one hit; "" is a group of its own
	Text    string  // the words of the passage
	Context string  // a line each: subject, title, headings above the passage
	Head    bool    // found and counted by itself, though it is not its owner's first
	Keys    []Key   // of a head
	Prior   float64 // factor of the score, 0 for 1
	Stored  []byte  // handed back with a match
}

// Key is an exact property of a record. A name may have several values.
type Key struct {
	Name, Value string
}

// Change replaces the entries of an owner; without entries it deletes them.
type Change struct {
	Owner   string
	Entries []Entry
}

// Expr is a condition that may also score.
type Expr interface{ expr() }

// Words finds entries by words in any order: of those that are not stop words at least Quorum
// (0…1) must be there. Neighbours score as pairs.
type Words struct {
	Tokens  []analysis.Token
	Folded  bool   // typed without marks: all marks match alike
	Loose   []bool // by token, besides Folded: this one was typed without its marks
	Quorum  float64
	Zone    Zone
	Instead []Instead
}

// Instead names words that stand for Tokens[From:To] as well: bảo hiểm xã hội for BHXH.
type Instead struct {
	From, To int
	Tokens   []analysis.Token
	Weight   float64
}

// Phrase finds entries where the words stand one after another.
type Phrase struct {
	Tokens []analysis.Token
	Folded bool
	Zone   Zone
}

// Prefix finds entries with a word that starts with the token's letters, right after the word
// Before when there is one.
type Prefix struct {
	Token  analysis.Token
	Before *analysis.Token
	Zone   Zone
}

// Keyed finds records by a key: one of Values, or a value from From up to and without To, or one
// that Match accepts. Boost is added to the score.
type Keyed struct {
	Name     string
	Values   []string
	From, To string
	Match    func(value string) bool
	Boost    float64
}

// Named is a condition on a key by words of which the last may not belong to it (cơ quan: bộ tài
// chính hoàn thuế). The index resolves it, knowing the values that there are: an engine never
// sees one.
type Named struct {
	Name, Text string
}

// All, Any and Not join conditions.
type (
	All []Expr
	Any []Expr
	Not struct{ Expr Expr }
)

func (Words) expr()  {}
func (Phrase) expr() {}
func (Prefix) expr() {}
func (Keyed) expr()  {}
func (Named) expr()  {}
func (All) expr()    {}
func (Any) expr()    {}
func (Not) expr()    {}

// Zone is the part of an entry that is looked at.
type Zone uint8

// The zones.
const (
	Everywhere Zone = iota
	InText
	InContext
)

// Request is one search.
type Request struct {
	Where   Expr // nil: all
	Sort    Sort
	Limit   int
	Skip    int
	After   *Place // go on after this match
	Facets  []string
	Ranking Ranking
	Explain bool // name the terms in Match.Parts
	// Check looks at a match's passage before it is shown; false drops it.
	Check func(Passage) bool
}

// Sort is the order of matches: by score, or by the greatest value of a key.
type Sort struct {
	Key        string // "": by score
	Descending bool
}

// Place is where a match stands in the order.
type Place struct {
	Score float64
	Value string // of the sort key
	Owner string
}

// Match is one record (or group) found.
type Match struct {
	Place
	Passage        // the best
	Copies  int    // other records of the group that match
	Parts   []Part // of the score, the greatest first
}

// Passage is what was stored with an entry.
type Passage struct {
	Part   int
	Stored []byte
	First  []byte // stored with its owner's first entry, when that is another
}

// Part is what one term gave to a match's score.
type Part struct {
	Term  string  `json:"term"` // the words, a key's name and value, or the start of a word with *; of words only when asked for
	Zone  string  `json:"zone"` // "text", "context" or "key"
	Score float64 `json:"score"`
	Count int     `json:"count"` // how often the passage has it
	Of    int     `json:"of"`    // live entries that have it
}

// Count is how many matches have a value.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Answer is what a search gives.
type Answer struct {
	Matches []Match
	Total   int
	Facets  map[string][]Count // by key name: the most frequent first, then by value
	// Postings are how many were looked at, of all terms: the work of the search.
	Postings int
}

// Engine is the whole of what the index asks of an engine.
type Engine interface {
	Apply(ctx context.Context, changes []Change) error
	Search(ctx context.Context, r Request) (Answer, error)
	// Frequency is the number of entries with each of the tokens' keys, and of the terms with
	// the same letters and any marks.
	Frequency(ctx context.Context, keys []string) (exact, folded []int, err error)
	// Terms are the terms with their entry counts whose keys lie in [from, to).
	Terms(ctx context.Context, pairs bool, from, to string) iter.Seq2[string, int]
	// Values are the values of a key in [from, to), with counts.
	Values(ctx context.Context, name, from, to string) iter.Seq2[string, int]
	// Generation changes whenever other entries may be found.
	Generation(ctx context.Context) (uint64, error)
	// Owners are the owners of all entries, in no order.
	Owners(ctx context.Context) iter.Seq2[string, error]
	// Count is the number of owners.
	Count() (int, error)
	// Head is what is stored with the head of an owner.
	Head(ctx context.Context, owner string) ([]byte, bool, error)
	// Compact brings the index into its smallest form; searches go on meanwhile.
	Compact(ctx context.Context) error
	Close() error
}
