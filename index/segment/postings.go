package segment

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Postings are the entries that have a term, with how often each has it. A posting is the distance from
// the one before, times two, plus one when the term is there more than once; then how often less two.
type Postings struct {
	N    int // how many
	data []byte
}

// appendPosting appends a posting to encoded ones; distance is that from the entry before, of the
// first its own number.
func appendPosting(dst []byte, distance, count uint32) []byte {
	if count == 1 {
		return binary.AppendUvarint(dst, uint64(distance)<<1)
	}
	return binary.AppendUvarint(binary.AppendUvarint(dst, uint64(distance)<<1|1), uint64(count)-2)
}

// Visit calls do with each entry and the number of times that it has the term.
func (p Postings) Visit(do func(doc, count uint32)) error {
	c := cursor{data: p.data}
	doc := uint64(0)
	for range p.N {
		step := c.number()
		doc += step >> 1
		count := uint64(1)
		if step&1 != 0 {
			count = c.number() + 2
		}
		if c.bad || doc > math.MaxUint32 || count > math.MaxUint32 {
			return fmt.Errorf("%w: postings", ErrDamaged)
		}
		do(uint32(doc), uint32(count))
	}
	return nil
}

// Read decodes the postings, with counts up to 255. No entry is at most or above.
func (p Postings) Read(most int) (docs []uint32, counts []uint8, err error) {
	if p.N > most {
		return nil, nil, fmt.Errorf("%w: %d postings of %d entries", ErrDamaged, p.N, most)
	}
	docs, counts = make([]uint32, p.N), make([]uint8, p.N)
	data, at, doc := p.data, 0, uint32(0)
	for i := range docs {
		if at >= len(data) {
			return nil, nil, fmt.Errorf("%w: postings", ErrDamaged)
		}
		step := uint64(data[at])
		if at++; step >= 0x80 {
			n, size := binary.Uvarint(data[at-1:])
			if size <= 0 {
				return nil, nil, fmt.Errorf("%w: postings", ErrDamaged)
			}
			step = n
			at += size - 1
		}
		doc += uint32(step >> 1)
		docs[i], counts[i] = doc, 1
		if step&1 != 0 {
			n, size := binary.Uvarint(data[at:])
			if size <= 0 {
				return nil, nil, fmt.Errorf("%w: postings", ErrDamaged)
			}
			at += size
			counts[i] = uint8(min(n+2, math.MaxUint8))
		}
		if int(doc) >= most {
			return nil, nil, fmt.Errorf("%w: posting of entry %d of %d", ErrDamaged, doc, most)
		}
	}
	return docs, counts, nil
}
