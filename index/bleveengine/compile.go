package bleveengine

import (
	"math/bits"
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// maxSlots is how many conditions one search can tell apart; an entry's are the bits of a word.
const maxSlots = 64

// clause is one look-up whose postings add to scores and set bits.
type clause struct {
	kind      kind
	field     byte
	zone      zone
	term      string
	terms     []string // of a conjunction; of a beginning: its marks
	from, to  string   // of keys
	match     func(string) bool
	weight    float64
	boost     float64 // added to the score as it is
	bits      uint64
	repeats   int
	frequency int // of live entries
}

type kind byte

const (
	exactly  kind = iota // one term
	allMarks             // all terms with the letters of term
	starting             // all terms that start with term
	together             // all of terms
	keyed                // keys: term is the name
)

// compiler turns an expression into clauses and a test of the bits that they set.
type compiler struct {
	ranking engine.Ranking
	clauses []clause
	slots   int
	silent  bool // under Not: sets bits, scores nothing
}

// foldedTerms stands in a conjunction's term when its terms match whatever their marks.
const foldedTerms = "folded"

type test func(mask uint64) bool

func always(uint64) bool { return true }

func (c *compiler) slot() uint64 {
	if c.slots == maxSlots {
		return 0
	}
	c.slots++
	return 1 << (c.slots - 1)
}

func (c *compiler) add(k clause) {
	if c.silent {
		k.weight, k.boost = 0, 0
	}
	c.clauses = append(c.clauses, k)
}

func (c *compiler) compile(e engine.Expr) test {
	switch e := e.(type) {
	case engine.Words:
		return c.words(e)
	case engine.Phrase:
		return c.phrase(e)
	case engine.Prefix:
		return c.prefix(e)
	case engine.Keyed:
		return c.keyed(e)
	case engine.All:
		return c.all(e)
	case engine.Any:
		return c.any(e)
	case engine.Not:
		silent := c.silent
		c.silent = true
		inner := c.compile(e.Expr)
		c.silent = silent
		return func(mask uint64) bool { return !inner(mask) }
	}
	return always
}

func (c *compiler) all(parts []engine.Expr) test {
	tests := make([]test, len(parts))
	for i, part := range parts {
		tests[i] = c.compile(part)
	}
	if len(tests) == 1 {
		return tests[0]
	}
	return func(mask uint64) bool {
		for _, t := range tests {
			if !t(mask) {
				return false
			}
		}
		return true
	}
}

func (c *compiler) any(parts []engine.Expr) test {
	tests := make([]test, len(parts))
	for i, part := range parts {
		tests[i] = c.compile(part)
	}
	return func(mask uint64) bool {
		for _, t := range tests {
			if t(mask) {
				return true
			}
		}
		return len(tests) == 0
	}
}

// need is the test for a slot's bit. Without a slot nothing can be asked.
func need(bit uint64) test {
	if bit == 0 {
		return always
	}
	return func(mask uint64) bool { return mask&bit != 0 }
}

func (c *compiler) zonesOf(z engine.Zone) map[zone]float64 {
	switch z {
	case engine.InText:
		return map[zone]float64{inText: 1}
	case engine.InContext:
		return map[zone]float64{inContext: 1}
	}
	return map[zone]float64{inText: 1, inContext: c.ranking.Context}
}

// inZones adds a clause for each zone that is looked at.
func (c *compiler) inZones(z engine.Zone, pair bool, k clause) {
	weights := c.zonesOf(z)
	for zone := range zones {
		if weight, ok := weights[zone]; ok {
			one := k
			one.zone, one.field = zone, zone.syllables()
			if pair {
				one.field = zone.pairs()
			}
			one.weight *= weight
			c.add(one)
		}
	}
}

func (c *compiler) keyed(e engine.Keyed) test {
	bit := c.slot()
	base := clause{kind: keyed, field: fieldKey, boost: e.Boost, bits: bit}
	for _, value := range e.Values {
		k := base
		k.kind, k.term = exactly, e.Name+"\x00"+value
		c.add(k)
	}
	if e.Match != nil || e.From != "" || e.To != "" {
		k := base
		k.term, k.from, k.to, k.match = e.Name, e.From, e.To, e.Match
		c.add(k)
	}
	return need(bit)
}

func (c *compiler) prefix(e engine.Prefix) test {
	bit := c.slot()
	bare, marks := e.Token.Bare, e.Token.Marks
	c.inZones(e.Zone, false, clause{kind: starting, term: bare, terms: []string{marks}, weight: c.ranking.OtherPrefix, bits: bit,
		match: func(key string) bool {
			_, have, _ := strings.Cut(key, "\x00")
			return key[0] != 0 && startsMarked(have, marks)
		}})
	return need(bit)
}

// startsMarked reports whether a word's marks can go on from those typed so far: its qualities
// start with theirs, and its tone is theirs when one was typed.
func startsMarked(have, typed string) bool {
	quality := strings.TrimRight(typed, "fsrxj")
	tone := typed[len(quality):]
	return strings.HasPrefix(have, quality) && strings.HasSuffix(have, tone)
}

func (c *compiler) phrase(e engine.Phrase) test {
	bit := c.slot()
	k := clause{weight: c.ranking.Phrase, bits: bit}
	c.run(e.Tokens, e.Folded, e.Zone, k)
	return need(bit)
}

// run adds clauses for words in a row.
func (c *compiler) run(tokens []analysis.Token, folded bool, z engine.Zone, k clause) {
	single := exactly
	if folded {
		single = allMarks
	}
	switch len(tokens) {
	case 0:
	case 1:
		k.kind, k.term = single, tokens[0].Key()
		c.inZones(z, false, k)
	case 2:
		k.kind, k.term = single, analysis.PairKey(tokens[0], tokens[1])
		c.inZones(z, true, k)
	default:
		k.kind = together
		for i := 1; i < len(tokens); i++ {
			k.terms = append(k.terms, analysis.PairKey(tokens[i-1], tokens[i]))
		}
		if folded {
			k.term = foldedTerms
		}
		c.inZones(z, true, k)
	}
}

// quorum is the test for at least n of the bits.
func quorum(all uint64, n int) test {
	return func(mask uint64) bool { return bits.OnesCount64(mask&all) >= n }
}
