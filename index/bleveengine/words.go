package bleveengine

import (
	"math"
	"math/bits"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// words compiles words in any order: a slot for each that is no stop word, syllables and pairs
// to score.
func (c *compiler) words(e engine.Words) condition {
	slots, all := c.wordSlots(e)
	counted := map[string]int{}
	for i, t := range e.Tokens {
		if slots[i] == 0 && c.stops(e) && stop(t, e.Folded) {
			continue
		}
		if at, ok := counted[t.Key()]; ok {
			c.again(at, t.Key())
			continue
		}
		counted[t.Key()] = len(c.clauses)
		c.syllable(t, e, slots[i], anyMarks(e, i))
	}
	paired := map[string]int{}
	for i := 1; i < len(e.Tokens); i++ {
		a, b := e.Tokens[i-1], e.Tokens[i]
		if b.Opens {
			continue
		}
		key := analysis.PairKey(a, b)
		if at, ok := paired[key]; ok {
			c.again(at, key)
			continue
		}
		paired[key] = len(c.clauses)
		c.pair(a, b, e, slots[i-1]|slots[i], anyMarks(e, i-1) || anyMarks(e, i))
	}
	for i := 2; i < len(e.Tokens); i++ {
		c.triple(i, e)
	}
	for _, instead := range e.Instead {
		var covered uint64
		for i := instead.From; i < instead.To; i++ {
			covered |= slots[i]
		}
		c.run(instead.Tokens, e.Folded, e.Zone, clause{weight: instead.Weight, bits: covered})
	}
	if all == 0 || e.Quorum == 0 {
		return always
	}
	return quorum(all, max(1, int(math.Ceil(e.Quorum*float64(bits.OnesCount64(all))-1e-9))))
}

// anyMarks reports whether a token was typed without its marks.
func anyMarks(e engine.Words, i int) bool { return e.Folded || i < len(e.Loose) && e.Loose[i] }

// again adds to the weight of a word that the query says once more.
func (c *compiler) again(at int, key string) {
	for i := at; i < len(c.clauses) && i < at+int(zones); i++ {
		if k := &c.clauses[i]; k.term == key {
			k.weight += k.weight / float64(k.times())
			k.repeats++
		}
	}
}

func (k *clause) times() int { return k.repeats + 1 }

// stops reports whether stop words are to be left out: not when there is nothing else.
func (c *compiler) stops(e engine.Words) bool {
	for _, t := range e.Tokens {
		if !stop(t, e.Folded) {
			return true
		}
	}
	return false
}

func stop(t analysis.Token, folded bool) bool {
	if folded {
		return t.StopBare()
	}
	return t.Stop()
}

func (c *compiler) wordSlots(e engine.Words) (slots []uint64, all uint64) {
	slots = make([]uint64, len(e.Tokens))
	leave := c.stops(e)
	same := map[string]uint64{}
	for i, t := range e.Tokens {
		if leave && stop(t, e.Folded) {
			continue
		}
		if bit, ok := same[t.Key()]; ok {
			slots[i] = bit
			continue
		}
		slots[i] = c.slot()
		same[t.Key()] = slots[i]
		all |= slots[i]
	}
	return slots, all
}

func (c *compiler) syllable(t analysis.Token, e engine.Words, bit uint64, folded bool) {
	if folded {
		c.inZones(e.Zone, false, clause{kind: allMarks, term: t.Key(), weight: 1, bits: bit})
	} else {
		c.inZones(e.Zone, false, clause{kind: exactly, term: t.Key(), weight: 1, bits: bit})
		if t.Marks != "" {
			c.inZones(e.Zone, false, clause{kind: exactly, term: t.Bare + "\x00", weight: c.ranking.Unmarked, bits: bit})
		}
	}
	if other, ok := t.OtherIY(); ok {
		k := clause{kind: exactly, term: other.Key(), weight: c.ranking.OtherLetters, bits: bit}
		if folded {
			k.kind = allMarks
		}
		c.inZones(e.Zone, false, k)
	}
}

func (c *compiler) pair(a, b analysis.Token, e engine.Words, bit uint64, folded bool) {
	key := analysis.PairKey(a, b)
	if folded {
		c.inZones(e.Zone, true, clause{kind: allMarks, term: key, weight: c.ranking.Pair, bits: bit})
		return
	}
	c.inZones(e.Zone, true, clause{kind: exactly, term: key, weight: c.ranking.Pair, bits: bit})
	if c.ranking.OtherMarks > 0 {
		c.inZones(e.Zone, true, clause{kind: allMarks, term: key, weight: c.ranking.Pair * c.ranking.OtherMarks, bits: bit})
	}
}

// triple scores an entry that has both pairs of three words in a row. It nearly always has the
// three in a row, and no term of their own is needed.
func (c *compiler) triple(i int, e engine.Words) {
	if c.ranking.Triple == 0 || e.Tokens[i].Opens || e.Tokens[i-1].Opens {
		return
	}
	k := clause{kind: together, weight: c.ranking.Triple, terms: []string{
		analysis.PairKey(e.Tokens[i-2], e.Tokens[i-1]), analysis.PairKey(e.Tokens[i-1], e.Tokens[i])}}
	if anyMarks(e, i-2) || anyMarks(e, i-1) || anyMarks(e, i) {
		k.term = foldedTerms
	}
	c.inZones(e.Zone, true, k)
}
