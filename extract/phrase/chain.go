package phrase

// chains is a table from the chain hash of a phrase, or of a phrase's beginning, to its value; a
// beginning alone has 0. Its slots are tried one after the other, and half of them are empty.
type chains struct {
	slots []slot // a power of two of them
	count int
}

type slot struct {
	chain uint64 // 0 in an empty slot
	value int
}

// at is the slot of a chain: its own, or an empty one. The table must not be empty.
func (c *chains) at(chain uint64) *slot {
	mask := uint64(len(c.slots) - 1)
	for k := chain & mask; ; k = (k + 1) & mask {
		if s := &c.slots[k]; s.chain == chain || s.chain == 0 {
			return s
		}
	}
}

// get is the value of a chain; ok is false when the table does not have it.
func (c *chains) get(chain uint64) (value int, ok bool) {
	if c.count == 0 {
		return 0, false
	}
	s := c.at(chain)
	return s.value, s.chain != 0
}

// add is the value of a chain, which is there from now on.
func (c *chains) add(chain uint64) *int {
	if 2*(c.count+1) > len(c.slots) {
		grown := chains{slots: make([]slot, max(8, 2*len(c.slots))), count: c.count}
		for _, s := range c.slots {
			if s.chain != 0 {
				*grown.at(s.chain) = s
			}
		}
		*c = grown
	}
	s := c.at(chain)
	if s.chain == 0 {
		s.chain = chain
		c.count++
	}
	return &s.value
}

// filter tells most words that begin no phrase of a table: it has a bit for each that does, among
// thirty-two or more for each.
type filter struct {
	bits  []uint64
	shift uint
	words []uint64 // the hashes that are in it
}

// may reports whether the word may begin a phrase.
func (f *filter) may(word uint64) bool {
	if len(f.bits) == 0 {
		return false
	}
	at := word * spread >> f.shift
	return f.bits[at>>6]&(1<<(at&63)) != 0
}

// spread carries what tells hashes apart to their upper bits.
const spread = 0x9e3779b97f4a7c15

func (f *filter) add(word uint64) {
	f.words = append(f.words, word)
	if 2*len(f.words) <= len(f.bits) {
		f.set(word)
		return
	}
	f.bits = make([]uint64, max(4, 2*len(f.bits)))
	f.shift = 64
	for n := 64 * len(f.bits); n > 1; n /= 2 {
		f.shift--
	}
	for _, w := range f.words {
		f.set(w)
	}
}

func (f *filter) set(word uint64) {
	at := word * spread >> f.shift
	f.bits[at>>6] |= 1 << (at & 63)
}
