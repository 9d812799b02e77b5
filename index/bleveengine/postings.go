package bleveengine

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"congvan/index/engine"
	"congvan/index/segment"
)

// postings are the entries of a segment that have a term, with how often they have it.
type postings struct {
	docs   []uint32
	counts []uint8 // 255 stands for more, too: BM25 hardly tells them apart
}

var noPostings = &postings{}

func (p *postings) bytes() int { return 5*len(p.docs) + 64 }

// source reads a segment.
type source struct{ *segment.Segment }

// read decodes the postings of a term.
func (s source) read(field byte, term string) (*postings, error) {
	list, err := s.Postings(field, []byte(term))
	if err != nil {
		return nil, err
	}
	return s.decode(list)
}

func (s source) decode(list segment.Postings) (*postings, error) {
	if list.N == 0 {
		return noPostings, nil
	}
	docs, counts, err := list.Read(int(s.Count()))
	return &postings{docs, counts}, err
}

// numbers calls do with each entry that has a term and the number that stands as its count.
func (s source) numbers(field byte, term string, do func(doc uint32, number uint32)) error {
	list, err := s.Postings(field, []byte(term))
	if err != nil {
		return err
	}
	most := uint32(s.Count())
	return list.Visit(func(doc, count uint32) {
		if doc < most {
			do(doc, count)
		}
	})
}

// each calls do with the terms from from up to and without to ("" is the end), in order.
func (s source) each(field byte, from, to string, do func(term string, list segment.Postings) error) error {
	terms := s.Terms(field, []byte(from))
	for terms.Next() {
		if to != "" && string(terms.Term()) >= to {
			return nil
		}
		if err := do(string(terms.Term()), terms.Postings()); err != nil {
			return err
		}
	}
	return terms.Err()
}

// terms are the terms from from up to and without to, at most limit of them.
func (s source) terms(field byte, from, to string, limit int) ([]string, error) {
	var found []string
	terms := s.Terms(field, []byte(from))
	for len(found) < limit && terms.Next() && string(terms.Term()) < to {
		found = append(found, string(terms.Term()))
	}
	return found, terms.Err()
}

// merge is the union of several postings, their counts added. Few lists are merged one after
// the other, many in an array with a place for each of the segment's entries.
func merge(lists []*postings, size int) *postings {
	if len(lists) == 0 {
		return noPostings
	}
	if len(lists) <= 4 {
		all := lists[0]
		for _, list := range lists[1:] {
			all = mergeTwo(all, list)
		}
		return all
	}
	counts := make([]uint8, size)
	n := 0
	for _, list := range lists {
		for i, doc := range list.docs {
			if counts[doc] == 0 {
				n++
			}
			counts[doc] = plus(counts[doc], list.counts[i])
		}
	}
	p := &postings{docs: make([]uint32, 0, n), counts: make([]uint8, 0, n)}
	for doc, count := range counts {
		if count > 0 {
			p.docs = append(p.docs, uint32(doc))
			p.counts = append(p.counts, count)
		}
	}
	return p
}

func plus(a, b uint8) uint8 { return uint8(min(int(a)+int(b), math.MaxUint8)) }

func mergeTwo(a, b *postings) *postings {
	if len(a.docs) == 0 {
		return b
	}
	if len(b.docs) == 0 {
		return a
	}
	p := &postings{docs: make([]uint32, 0, len(a.docs)+len(b.docs)), counts: make([]uint8, 0, len(a.docs)+len(b.docs))}
	i, j := 0, 0
	for i < len(a.docs) || j < len(b.docs) {
		switch {
		case j == len(b.docs) || i < len(a.docs) && a.docs[i] < b.docs[j]:
			p.docs, p.counts = append(p.docs, a.docs[i]), append(p.counts, a.counts[i])
			i++
		case i == len(a.docs) || b.docs[j] < a.docs[i]:
			p.docs, p.counts = append(p.docs, b.docs[j]), append(p.counts, b.counts[j])
			j++
		default:
			p.docs, p.counts = append(p.docs, a.docs[i]), append(p.counts, plus(a.counts[i], b.counts[j]))
			i++
			j++
		}
	}
	return p
}

// intersect are the entries that all lists have, with their smallest counts.
func intersect(lists []*postings) *postings {
	if len(lists) == 0 {
		return noPostings
	}
	least := lists[0]
	for _, list := range lists {
		if len(list.docs) < len(least.docs) {
			least = list
		}
	}
	p := &postings{docs: append([]uint32(nil), least.docs...), counts: append([]uint8(nil), least.counts...)}
	for _, list := range lists {
		if list == least {
			continue
		}
		n, j := 0, 0
		for i, doc := range p.docs {
			j = seek(list.docs, j, doc)
			if j == len(list.docs) {
				break
			}
			if list.docs[j] == doc {
				p.docs[n], p.counts[n] = doc, min(p.counts[i], list.counts[j])
				n++
			}
		}
		p.docs, p.counts = p.docs[:n], p.counts[:n]
	}
	return p
}

// seek is the first place from j on whose document is not before doc.
func seek(docs []uint32, j int, doc uint32) int {
	step := 1
	for j+step < len(docs) && docs[j+step] < doc {
		j += step
		step *= 2
	}
	end := min(j+step+1, len(docs))
	for j < end {
		middle := int(uint(j+end) >> 1)
		if docs[middle] < doc {
			j = middle + 1
		} else {
			end = middle
		}
	}
	return j
}

// owner is the record that an entry belongs to.
func (s source) owner(doc uint32) (string, error) {
	owner, _, err := s.place(doc)
	return owner, err
}

// place is the record that an entry belongs to, and which of its entries it is.
func (s source) place(doc uint32) (owner string, part int, err error) {
	name, err := s.DocID(uint64(doc))
	if err != nil {
		return "", 0, err
	}
	at := bytes.LastIndexByte(name, '#')
	if at >= 0 {
		part, err = strconv.Atoi(string(name[at+1:]))
	}
	if at < 0 || err != nil || part > int(doc) {
		return "", 0, fmt.Errorf("entry %q has no place", name)
	}
	return string(name[:at]), part, nil
}

// passage is what is stored with an entry and with its owner's first: the entries of an owner
// stand together, in order and without a gap.
func (s source) passage(doc uint32) (engine.Passage, error) {
	_, part, err := s.place(doc)
	if err != nil {
		return engine.Passage{}, err
	}
	found := engine.Passage{Part: part}
	if found.Stored, err = s.stored(doc); err == nil && part > 0 {
		found.First, err = s.stored(doc - uint32(part))
	}
	return found, err
}

// stored are the bytes stored with an entry.
func (s source) stored(doc uint32) ([]byte, error) {
	stored, err := s.Stored(doc)
	return bytes.Clone(stored), err
}
