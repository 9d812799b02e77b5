package bleveengine

import (
	"math/bits"
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// maxSlots is how many conditions one search can tell apart; an entry's are the bits of a word.
// The last bit is that of entries which are to be looked at whatever they have.
const (
	maxSlots = 63
	kept     = 1 << maxSlots
)

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

// condition is what an entry has to meet.
type condition struct {
	meets test
	needs []uint64 // of each, it has one of the bits at least
}

type test func(mask uint64) bool

// always is the condition that all meet.
var always = condition{meets: func(uint64) bool { return true }}

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

func (c *compiler) compile(e engine.Expr) condition {
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
		return condition{meets: func(mask uint64) bool { return !inner.meets(mask) }}
	}
	return always
}

func (c *compiler) all(parts []engine.Expr) condition {
	tests := make([]test, len(parts))
	var needs []uint64
	for i, part := range parts {
		one := c.compile(part)
		tests[i] = one.meets
		needs = append(needs, one.needs...)
	}
	if len(tests) == 1 {
		return condition{tests[0], needs}
	}
	return condition{func(mask uint64) bool {
		for _, t := range tests {
			if !t(mask) {
				return false
			}
		}
		return true
	}, needs}
}

func (c *compiler) any(parts []engine.Expr) condition {
	tests := make([]test, len(parts))
	var either uint64 // a bit of each part that needs any
	all := len(parts) > 0
	for i, part := range parts {
		one := c.compile(part)
		tests[i] = one.meets
		if all = all && len(one.needs) > 0; all {
			either |= one.needs[0]
		}
	}
	whole := condition{meets: func(mask uint64) bool {
		for _, t := range tests {
			if t(mask) {
				return true
			}
		}
		return len(tests) == 0
	}}
	if all {
		whole.needs = []uint64{either}
	}
	return whole
}

// need is the test for a slot's bit. Without a slot nothing can be asked.
func need(bit uint64) condition {
	if bit == 0 {
		return always
	}
	return condition{func(mask uint64) bool { return mask&bit != 0 }, []uint64{bit}}
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

func (c *compiler) keyed(e engine.Keyed) condition {
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

func (c *compiler) prefix(e engine.Prefix) condition {
	bit := c.slot()
	bare, marks := e.Token.Bare, e.Token.Marks
	k := clause{kind: starting, term: bare, terms: []string{marks}, weight: c.ranking.OtherPrefix, bits: bit,
		match: func(key string) bool {
			_, have, _ := strings.Cut(key, "\x00")
			return key[0] != 0 && startsMarked(have, marks)
		}}
	if before := e.Before; before != nil {
		k.term, k.terms = before.Bare+" "+bare, []string{before.Marks + " " + marks}
		k.match = func(key string) bool {
			first, second, ok := analysis.ParsePairKey(key)
			return ok && (before.Marks == "" || first.Marks == before.Marks) && startsMarked(second.Marks, marks)
		}
	}
	c.inZones(e.Zone, e.Before != nil, k)
	return need(bit)
}

// startsMarked reports whether a word's marks can go on from those typed so far: its qualities
// start with theirs, and its tone is theirs when one was typed.
func startsMarked(have, typed string) bool {
	quality := strings.TrimRight(typed, "fsrxj")
	tone := typed[len(quality):]
	return strings.HasPrefix(have, quality) && strings.HasSuffix(have, tone)
}

func (c *compiler) phrase(e engine.Phrase) condition {
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

// quorum is the condition that at least n of the bits are there.
func quorum(all uint64, n int) condition {
	enough := condition{meets: func(mask uint64) bool { return bits.OnesCount64(mask&all) >= n }, needs: []uint64{all}}
	if n < bits.OnesCount64(all) {
		return enough
	}
	enough.needs = nil
	for left := all; left != 0; left &= left - 1 {
		enough.needs = append(enough.needs, left&-left)
	}
	return enough
}

// join makes one of two clauses whose postings are the same: a pair that is written with these
// marks alone is found twice, by its marks and by its letters.
func (c *compiler) join(lists [][]*postings) {
	for i := 1; i < len(c.clauses); i++ {
		for j := max(0, i-int(zones)); j < i; j++ {
			a, b := &c.clauses[j], &c.clauses[i]
			if a.field != b.field || a.field == fieldKey || a.bits != b.bits || a.frequency != b.frequency || a.weight == 0 {
				continue
			}
			if same(lists[j], lists[i]) {
				a.weight += b.weight
				b.weight, lists[i] = 0, make([]*postings, len(lists[i]))
				for at := range lists[i] {
					lists[i][at] = noPostings
				}
				break
			}
		}
	}
}

// same reports whether two clauses have the very same postings.
func same(a, b []*postings) bool {
	for i := range a {
		if a[i] != b[i] && len(a[i].docs)+len(b[i].docs) > 0 {
			return false
		}
	}
	return true
}
