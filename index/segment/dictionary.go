package segment

import (
	"bytes"
	"fmt"
)

// dictionaryBlock is the number of terms that are written as differences from the one before.
const dictionaryBlock = 16

// dictionary holds the terms of a field in order, each with its postings.
type dictionary struct {
	data   []byte
	terms  int
	blocks offsets
}

// Postings are those of a term; none when no entry has it.
func (s *Segment) Postings(field byte, term []byte) (Postings, error) {
	found, _, err := s.fields[field].find(term)
	return found, err
}

// Terms goes over the terms of a field from one on, in order.
func (s *Segment) Terms(field byte, from []byte) *Terms { return s.fields[field].from(from) }

// Len is the number of terms of a field.
func (s *Segment) Len(field byte) int { return s.fields[field].terms }

// Terms walks over the terms of a dictionary.
type Terms struct {
	dictionary
	cursor
	block   int
	left    int // in the block
	place   int // of the postings of the next term that has more than one
	term    []byte
	list    Postings
	waiting bool // the first term was read already
}

// Next goes on to the next term; false at the end, or when the segment is damaged: see Err.
func (t *Terms) Next() bool {
	if t.waiting {
		t.waiting = false
		return true
	}
	if t.bad || t.left == 0 && t.block >= t.blocks.len() {
		return false
	}
	if t.left == 0 {
		t.cursor = cursor{data: t.dictionary.data, at: t.blocks.at(t.block)}
		t.left = min(dictionaryBlock, t.terms-t.block*dictionaryBlock)
		t.block++
		t.place = t.int()
		t.term = t.term[:0]
		if t.left <= 0 {
			t.bad = true
			return false
		}
	}
	t.left--
	shared := t.int()
	rest := t.bytes(t.int())
	t.list = Postings{N: t.int()}
	if t.bad || shared > len(t.term) {
		t.bad = true
		return false
	}
	t.term = append(t.term[:shared], rest...)
	if t.list.N == 1 { // the posting stands beside the term
		at := t.at
		if t.number()&1 != 0 {
			t.number()
		}
		t.list.data = t.cursor.data[at:t.at]
	} else if end := t.place + t.int(); !t.bad && t.place <= end && end <= len(t.cursor.data) {
		t.list.data = t.cursor.data[t.place:end]
		t.place = end
	} else {
		t.bad = true
	}
	return !t.bad
}

// Term is the present term; it changes with Next.
func (t *Terms) Term() []byte { return t.term }

// Postings are those of the present term.
func (t *Terms) Postings() Postings { return t.list }

// Err says whether the walk ended before its end.
func (t *Terms) Err() error {
	if t.bad {
		return fmt.Errorf("%w: terms", ErrDamaged)
	}
	return nil
}

// from walks from the first term that is not before a key.
func (d dictionary) from(key []byte) *Terms {
	t := &Terms{dictionary: d, block: d.blockOf(key)}
	for t.Next() {
		if bytes.Compare(t.term, key) >= 0 {
			t.waiting = true
			break
		}
	}
	return t
}

// blockOf is the last block that begins with the key or before it.
func (d dictionary) blockOf(key []byte) int {
	low, high := 0, d.blocks.len()
	for high-low > 1 {
		middle := int(uint(low+high) >> 1)
		c := cursor{data: d.data, at: d.blocks.at(middle)}
		c.int() // place of the postings
		c.int() // shared: nothing
		if bytes.Compare(c.bytes(c.int()), key) <= 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

func (d dictionary) find(key []byte) (Postings, bool, error) {
	t := d.from(key)
	if !t.waiting || !bytes.Equal(t.term, key) {
		return Postings{}, false, t.Err()
	}
	return t.list, true, nil
}
