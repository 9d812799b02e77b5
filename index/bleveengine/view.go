package bleveengine

import (
	"slices"
	"sync"
)

// zone is a text of an entry that has lengths of its own.
type zone int

const (
	inText zone = iota
	inContext
	zones
)

func (z zone) syllables() byte { return [zones]byte{fieldSyllable, fieldContextSyllable}[z] }
func (z zone) pairs() byte     { return [zones]byte{fieldPair, fieldContextPair}[z] }

// view is what is known of a segment: by document, in arrays.
type view struct {
	id       uint64
	size     int
	length   [zones][]uint32
	prior    []float32 // nil: all 1
	headOf   []uint32  // nil: each entry is a head
	headDocs []uint32
	children []uint32 // entries that are no heads
	group    []uint64 // of a head: hash of its group, 0 none

	mu      sync.Mutex
	columns map[string]*column
}

func (v *view) load(s source) error {
	v.size, v.columns = int(s.Count()), map[string]*column{}
	for z := range zones {
		v.length[z] = make([]uint32, v.size)
		err := s.numbers(z.syllables(), termLength, func(doc, number uint32) { v.length[z][doc] = number })
		if err != nil {
			return err
		}
	}
	err := s.numbers(fieldSyllable, termPrior, func(doc, number uint32) {
		if v.prior == nil {
			v.prior = slices.Repeat([]float32{1}, v.size)
		}
		v.prior[doc] = float32(number) / 1000
	})
	if err != nil {
		return err
	}
	if err := v.loadHeads(s); err != nil {
		return err
	}
	return v.loadGroups(s)
}

// loadHeads finds each passage's head: the entries of an owner stand together, and passages that
// are no heads come after the one that is.
func (v *view) loadHeads(s source) error {
	heads, err := s.read(fieldPlace, termHead)
	if err != nil {
		return err
	}
	v.headDocs = heads.docs
	if len(heads.docs) == v.size {
		return nil
	}
	v.headOf = make([]uint32, v.size)
	next, head := 0, uint32(0)
	for doc := range uint32(v.size) {
		if next < len(heads.docs) && heads.docs[next] == doc {
			head = doc
			next++
		} else {
			v.children = append(v.children, doc)
		}
		v.headOf[doc] = head
	}
	return nil
}

func (v *view) loadGroups(s source) (err error) {
	v.group, err = v.hashes(s, termGroup)
	return err
}

// hashes reads the two halves of a hash for each entry; 0 where there is none.
func (v *view) hashes(s source, term string) ([]uint64, error) {
	hashes := make([]uint64, v.size)
	for half := range 2 {
		err := s.numbers(fieldPlace, term+string(rune('0'+half)), func(doc, number uint32) {
			hashes[doc] |= uint64(number) << (32 * half)
		})
		if err != nil {
			return nil, err
		}
	}
	return hashes, nil
}
