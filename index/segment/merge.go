package segment

import (
	"bytes"
	"fmt"
	"io"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// dropped is the new number of an entry that is left out.
const dropped = math.MaxUint64

// merge writes the entries of several segments, without those dropped, as one. It returns each
// segment's new entry numbers.
func merge(segments []*Segment, drops []*roaring.Bitmap, out io.Writer, closed chan struct{}) (numbers [][]uint64, size int, err error) {
	w := newWriter(out)
	for i, s := range segments {
		renumbered, err := w.entries(s, drops[i])
		if err != nil {
			return nil, 0, err
		}
		numbers = append(numbers, renumbered)
	}
	m := merger{w: w, segments: segments, numbers: numbers, closed: closed}
	for field := range byte(0x80) {
		if err := m.field(field); err != nil {
			return nil, 0, err
		}
	}
	err = w.finish()
	return numbers, w.at, err
}

// entries copies the entries of a segment and returns their new numbers.
func (w *writer) entries(s *Segment, drop *roaring.Bitmap) ([]uint64, error) {
	numbers := make([]uint64, s.count)
	rows := s.names.rows(0)
	for doc := range numbers {
		rows.next()
		if rows.bad || rows.row.from > rows.row.to || rows.row.to > len(s.data) {
			return nil, fmt.Errorf("%w: entry %d", ErrDamaged, doc)
		}
		if drop != nil && drop.Contains(uint32(doc)) {
			numbers[doc] = dropped
			continue
		}
		numbers[doc] = uint64(w.count)
		w.entry(rows.row.name, s.data[rows.row.from:rows.row.to])
	}
	return numbers, nil
}

// merger merges the terms of segments, field by field.
type merger struct {
	w        *writer
	segments []*Segment
	numbers  [][]uint64
	closed   chan struct{}
	heap     []source
	encoded  []byte
	term     []byte
}

// source is a segment's terms, at one of them.
type source struct {
	*Terms
	segment int
}

func (m *merger) field(field byte) error {
	m.heap = m.heap[:0]
	for i, s := range m.segments {
		terms := s.Terms(field, nil)
		if terms.Next() {
			m.push(source{terms, i})
		} else if terms.Err() != nil {
			return terms.Err()
		}
	}
	if len(m.heap) == 0 {
		return nil
	}
	m.w.begin(field)
	for n := 0; len(m.heap) > 0; n++ {
		if n%1024 == 0 {
			select {
			case <-m.closed:
				return api.ErrClosed
			default:
			}
		}
		if err := m.next(); err != nil {
			return err
		}
	}
	m.w.end()
	return nil
}

// next writes the least term with its postings in all segments, which come in order.
func (m *merger) next() error {
	m.term = append(m.term[:0], m.heap[0].Term()...)
	m.encoded = m.encoded[:0]
	n, last := 0, uint64(0)
	for len(m.heap) > 0 && bytes.Equal(m.heap[0].Term(), m.term) {
		least := m.heap[0]
		numbers, outside := m.numbers[least.segment], false
		err := least.Postings().Visit(func(doc, count uint32) {
			if int(doc) >= len(numbers) {
				outside = true
				return
			}
			if number := numbers[doc]; number != dropped {
				m.encoded = appendPosting(m.encoded, uint32(number-last), count)
				last = number
				n++
			}
		})
		if err != nil {
			return err
		}
		if outside {
			return fmt.Errorf("%w: a posting of no entry", ErrDamaged)
		}
		if least.Next() {
			m.down()
		} else if least.Err() != nil {
			return least.Err()
		} else {
			m.heap[0] = m.heap[len(m.heap)-1]
			m.heap = m.heap[:len(m.heap)-1]
			m.down()
		}
	}
	if n > 0 {
		m.w.term(m.term, n, m.encoded)
	}
	return nil
}

// less orders sources by term, then by segment.
func (m *merger) less(i, j int) bool {
	c := bytes.Compare(m.heap[i].Term(), m.heap[j].Term())
	return c < 0 || c == 0 && m.heap[i].segment < m.heap[j].segment
}

func (m *merger) push(s source) {
	m.heap = append(m.heap, s)
	for i := len(m.heap) - 1; i > 0; {
		parent := (i - 1) / 2
		if !m.less(i, parent) {
			return
		}
		m.heap[i], m.heap[parent] = m.heap[parent], m.heap[i]
		i = parent
	}
}

// down puts the first of the heap in its place.
func (m *merger) down() {
	for i := 0; ; {
		least := 2*i + 1
		if least >= len(m.heap) {
			return
		}
		if least+1 < len(m.heap) && m.less(least+1, least) {
			least++
		}
		if !m.less(least, i) {
			return
		}
		m.heap[i], m.heap[least] = m.heap[least], m.heap[i]
		i = least
	}
}
