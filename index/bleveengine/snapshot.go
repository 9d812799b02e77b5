package bleveengine

import (
	"fmt"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"congvan/index/engine"
	"congvan/index/segment"
)

// snapshot is the index at one moment: its segments, which entries are live, and the statistics
// over all of them.
type snapshot struct {
	reader   *scorch.IndexSnapshot
	refs     atomic.Int32
	segments []part
	live     int // entries
	heads    int // records
	mean     [zones]float64
	groups   int

	generation uint64
}

// part is one segment of a snapshot. Deleted entries are marked: a segment never changes.
type part struct {
	*view
	source
	deleted    []bool           // nil: none
	saturation [zones][]float32 // for the ranking in use: k1·(1 − b + b·length/mean)
	groups     []int32          // of a head: the number of its group
}

func (p *part) dead(doc uint32) bool { return p.deleted != nil && p.deleted[doc] }

// snapshot is the present state of the index; release it after use.
func (e *Engine) snapshot() (*snapshot, error) {
	r, err := e.reader()
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.current != nil && e.current.reader == r {
		e.current.refs.Add(1)
		return e.current, r.Close()
	}
	e.generation++
	s := &snapshot{reader: r, generation: e.generation}
	s.refs.Store(2) // the caller's and e.current's
	if err := s.load(e); err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	if e.current != nil {
		e.current.release()
	}
	e.current = s
	return s, nil
}

func (s *snapshot) release() {
	if s.refs.Add(-1) == 0 {
		_ = s.reader.Close() // nothing was written
	}
}

// load makes the views of the segments, keeping those of before, and counts.
func (s *snapshot) load(e *Engine) error {
	views := map[uint64]*view{}
	var total [zones]uint64
	for _, held := range s.reader.Segments() {
		v, from := e.views[held.Id()], source{segment.Of(held.Segment())}
		if from.Segment == nil {
			return fmt.Errorf("segment %d is of another form: build the index again", held.Id())
		}
		if v == nil {
			v = &view{id: held.Id()}
			if err := v.load(from); err != nil {
				return err
			}
		}
		views[v.id] = v
		p := part{view: v, source: from}
		if deleted := held.Deleted(); deleted != nil && !deleted.IsEmpty() {
			p.deleted = make([]bool, v.size)
			for it := deleted.Iterator(); it.HasNext(); {
				if doc := it.Next(); int(doc) < v.size {
					p.deleted[doc] = true
				}
			}
		}
		for doc := range uint32(v.size) {
			if p.dead(doc) {
				continue
			}
			s.live++
			for z := range zones {
				total[z] += uint64(v.length[z][doc])
			}
		}
		s.segments = append(s.segments, p)
	}
	for id := range e.views {
		if views[id] == nil {
			e.cache.forget(id)
		}
	}
	e.views = views
	for z := range zones {
		s.mean[z] = max(1, float64(total[z])/float64(max(1, s.live)))
	}
	s.saturate(engine.DefaultRanking())
	s.number()
	return nil
}

func (s *snapshot) saturate(r engine.Ranking) {
	for i := range s.segments {
		p := &s.segments[i]
		for z := range zones {
			p.saturation[z] = s.saturationOf(p.view, z, r)
		}
	}
}

func (s *snapshot) saturationOf(v *view, z zone, r engine.Ranking) []float32 {
	k := make([]float32, v.size)
	flat, slope := r.K1*(1-r.B), r.K1*r.B/s.mean[z]
	for doc, length := range v.length[z] {
		k[doc] = float32(flat + slope*float64(length))
	}
	return k
}

// alone is the number of a group with one head.
const alone = -1

// number gives each group of several live heads a number.
func (s *snapshot) number() {
	sizes := map[uint64]int32{} // of groups; of those numbered: less than 0
	each := func(do func(p *part, doc uint32)) {
		for i := range s.segments {
			p := &s.segments[i]
			for _, doc := range p.headDocs {
				if !p.dead(doc) {
					do(p, doc)
				}
			}
		}
	}
	each(func(p *part, doc uint32) {
		s.heads++
		if group := p.group[doc]; group != 0 {
			sizes[group]++
		}
	})
	for i := range s.segments {
		s.segments[i].groups = make([]int32, s.segments[i].view.size)
	}
	each(func(p *part, doc uint32) {
		group := p.group[doc]
		n := sizes[group]
		if n == 1 || group == 0 {
			p.groups[doc] = alone
			return
		}
		if n > 0 {
			s.groups++
			n = int32(-s.groups)
			sizes[group] = n
		}
		p.groups[doc] = -n - 1
	})
}
