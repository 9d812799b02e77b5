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

func (z zone) syllables() string { return [zones]string{fieldSyllable, fieldContextSyllable}[z] }
func (z zone) pairs() string     { return [zones]string{fieldPair, fieldContextPair}[z] }

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

// loadHeads finds each passage's head: a segment holds one version of an owner, and in it one
// head before passages that are none.
func (v *view) loadHeads(s source) error {
	heads, err := s.read(fieldPlace, termHead)
	if err != nil {
		return err
	}
	v.headDocs = heads.docs
	if len(heads.docs) == v.size {
		return nil
	}
	owners, err := v.hashes(s, termOwner)
	if err != nil {
		return err
	}
	v.headOf = make([]uint32, v.size)
	isHead := make([]bool, v.size)
	for _, doc := range heads.docs {
		isHead[doc], v.headOf[doc] = true, doc
	}
	headOf := map[uint64]uint32{}
	for doc := range uint32(v.size) {
		if !isHead[doc] {
			v.children = append(v.children, doc)
			headOf[owners[doc]] = doc
		}
	}
	for i := len(heads.docs) - 1; i >= 0; i-- { // the first of an owner's heads
		if _, ok := headOf[owners[heads.docs[i]]]; ok {
			headOf[owners[heads.docs[i]]] = heads.docs[i]
		}
	}
	for _, doc := range v.children {
		v.headOf[doc] = headOf[owners[doc]]
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
