package bleveengine

import (
	"fmt"
	"math"
	"strings"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// postings are the entries of a segment that have a term, with how often they have it.
type postings struct {
	docs   []uint32
	counts []uint8 // 255 stands for more, too: BM25 hardly tells them apart
}

var noPostings = &postings{}

func (p *postings) bytes() int { return 5*len(p.docs) + 64 }

// source reads a segment.
type source struct{ segment.Segment }

// read decodes the postings of a term.
func (s source) read(field, term string) (*postings, error) {
	dict, err := s.Dictionary(field)
	if err != nil {
		return nil, err
	}
	return readFrom(dict, []byte(term))
}

func readFrom(dict segment.TermDictionary, term []byte) (*postings, error) {
	list, err := dict.PostingsList(term, nil, nil)
	if err != nil {
		return nil, err
	}
	n := int(list.Count())
	if n == 0 {
		return noPostings, nil
	}
	p := &postings{docs: make([]uint32, 0, n), counts: make([]uint8, 0, n)}
	err = visit(list, func(doc uint32, count uint64) {
		p.docs = append(p.docs, doc)
		p.counts = append(p.counts, uint8(min(count, math.MaxUint8)))
	})
	return p, err
}

// numbers calls do with each entry that has a term and the number that stands as its frequency.
func (s source) numbers(field, term string, do func(doc uint32, number uint32)) error {
	dict, err := s.Dictionary(field)
	if err != nil {
		return err
	}
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return err
	}
	return visit(list, func(doc uint32, count uint64) { do(doc, uint32(count)) })
}

func visit(list segment.PostingsList, do func(doc uint32, count uint64)) error {
	it := list.Iterator(true, false, false, nil)
	for {
		posting, err := it.Next()
		if err != nil || posting == nil {
			return err
		}
		do(uint32(posting.Number()), posting.Frequency())
	}
}

// each calls do with the terms from from up to and without to ("" is the end), in order.
func (s source) each(field, from, to string, do func(term string, found *postings) error) error {
	dict, err := s.Dictionary(field)
	if err != nil {
		return err
	}
	it := dict.AutomatonIterator(nil, keyOrNil(from), keyOrNil(to))
	for {
		entry, err := it.Next()
		if err != nil {
			return err
		}
		if entry == nil {
			return nil
		}
		found, err := readFrom(dict, []byte(entry.Term))
		if err != nil {
			return err
		}
		if err := do(entry.Term, found); err != nil {
			return err
		}
	}
}

// terms are the terms from from up to and without to, at most limit of them.
func (s source) terms(field, from, to string, limit int) ([]string, error) {
	dict, err := s.Dictionary(field)
	if err != nil {
		return nil, err
	}
	var terms []string
	it := dict.AutomatonIterator(nil, keyOrNil(from), keyOrNil(to))
	for len(terms) < limit {
		entry, err := it.Next()
		if err != nil {
			return nil, err
		}
		if entry == nil {
			break
		}
		terms = append(terms, entry.Term)
	}
	return terms, nil
}

func keyOrNil(key string) []byte {
	if key == "" {
		return nil
	}
	return []byte(key)
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
	id, err := s.DocID(uint64(doc))
	if err != nil {
		return "", err
	}
	owner := string(id)
	if i := strings.LastIndexByte(owner, '#'); i >= 0 {
		return owner[:i], nil
	}
	return "", fmt.Errorf("entry %q has no owner", owner)
}

// stored are the bytes stored with an entry.
func (s source) stored(doc uint32) ([]byte, error) {
	var value []byte
	err := s.VisitStoredFields(uint64(doc), func(field string, _ byte, b []byte, _ []uint64) bool {
		if field == fieldStored {
			value = append([]byte(nil), b...)
			return false
		}
		return true
	})
	return value, err
}
