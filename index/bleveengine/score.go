package bleveengine

import (
	"slices"

	"congvan/index/engine"
)

// search is what a search looks for, with the postings of each clause by segment.
type search struct {
	clauses []clause
	lists   [][]*postings
	where   condition
	ranking engine.Ranking
}

// seekFrom is how many times longer than the entries looked at a list must be, for it to pay to
// look each of them up in it.
const seekFrom = 16

// score adds up the clauses' scores over one segment and appends the heads that meet the
// condition. The arrays are all zero before and after.
func (s *snapshot) score(w *scratch, i int, q search) {
	p := &s.segments[i]
	n := p.view.size
	w.score, w.mask = zeroed(w.score, n), zeroed(w.mask, n)
	if p.headOf != nil {
		w.best = grown(w.best, n)
	}
	if rarest, cost := q.rarest(i); rarest != 0 && cost < n/3 {
		s.scoreFew(w, i, q, rarest)
		return
	}
	for j := range q.clauses {
		k, list := &q.clauses[j], q.lists[j][i]
		switch {
		case k.field == fieldKey:
			boost := float32(k.boost)
			for _, doc := range list.docs {
				w.score[doc] += boost
				w.mask[doc] |= k.bits
			}
		case k.weight == 0:
			for _, doc := range list.docs {
				w.mask[doc] |= k.bits
			}
		default:
			addScores(w.score, w.mask, list, s.saturationFor(p, k.zone, q.ranking), float32(k.weight*(q.ranking.K1+1)), k.bits)
		}
	}
	if p.headOf != nil {
		for _, doc := range p.headDocs {
			w.best[doc] = doc
		}
		for _, doc := range p.children {
			w.toHead(p, doc)
		}
	}
	for _, doc := range p.headDocs {
		if q.where.meets(w.mask[doc]) && !p.dead(doc) {
			w.take(p, i, doc)
		}
	}
	clear(w.score)
	clear(w.mask)
}

// rarest is the need that the fewest postings of a segment meet, and how many they are.
func (q *search) rarest(i int) (need uint64, least int) {
	for _, one := range q.where.needs {
		cost := 0
		for j := range q.clauses {
			if q.clauses[j].bits&one != 0 {
				cost += len(q.lists[j][i].docs)
			}
		}
		if need == 0 || cost < least {
			need, least = one, cost
		}
	}
	return need, least
}

// scoreFew does the same when few entries have what each must have: only those, and the others of
// their records, are looked at in the lists of the other words.
func (s *snapshot) scoreFew(w *scratch, i int, q search, need uint64) {
	p := &s.segments[i]
	w.touched = w.touched[:0]
	for j := range q.clauses {
		if q.clauses[j].bits&need != 0 {
			for _, doc := range q.lists[j][i].docs {
				w.touch(p, doc)
			}
		}
	}
	slices.Sort(w.touched)
	for j := range q.clauses {
		k, list := &q.clauses[j], q.lists[j][i]
		var saturation []float32
		if k.field != fieldKey {
			saturation = s.saturationFor(p, k.zone, q.ranking)
		}
		weight := float32(k.weight * (q.ranking.K1 + 1))
		add := func(at int, doc uint32) {
			if saturation == nil {
				w.score[doc] += float32(k.boost)
			} else if weight != 0 {
				count := float32(list.counts[at])
				w.score[doc] += weight * count / (count + saturation[doc])
			}
			w.mask[doc] |= k.bits
		}
		if len(list.docs) > seekFrom*len(w.touched) {
			at := 0
			for _, doc := range w.touched {
				if at = seek(list.docs, at, doc); at == len(list.docs) {
					break
				}
				if list.docs[at] == doc {
					add(at, doc)
				}
			}
			continue
		}
		for at, doc := range list.docs {
			if w.mask[doc] != 0 {
				add(at, doc)
			}
		}
	}
	s.collectFew(w, i, q)
}

// touch marks an entry as one to look at, with all of its record.
func (w *scratch) touch(p *part, doc uint32) {
	if w.mask[doc] != 0 {
		return
	}
	if p.headOf == nil {
		w.mask[doc] = kept
		w.touched = append(w.touched, doc)
		return
	}
	head := p.headOf[doc]
	for doc := head; int(doc) < len(p.headOf) && p.headOf[doc] == head; doc++ {
		w.mask[doc] = kept
		w.touched = append(w.touched, doc)
	}
}

// collectFew takes what meets the condition of the entries looked at.
func (s *snapshot) collectFew(w *scratch, i int, q search) {
	p := &s.segments[i]
	if p.headOf != nil {
		for _, doc := range w.touched {
			if p.headOf[doc] == doc {
				w.best[doc] = doc
			} else {
				w.toHead(p, doc)
			}
		}
	}
	for _, doc := range w.touched {
		if (p.headOf == nil || p.headOf[doc] == doc) && q.where.meets(w.mask[doc]) && !p.dead(doc) {
			w.take(p, i, doc)
		}
	}
	for _, doc := range w.touched {
		w.mask[doc], w.score[doc] = 0, 0
	}
}

// toHead hands what a passage has to its head, which comes before it: its bits, and its score
// when it is the best.
func (w *scratch) toHead(p *part, doc uint32) {
	if w.mask[doc] == 0 {
		return
	}
	head := p.headOf[doc]
	w.mask[head] |= w.mask[doc]
	if w.score[doc] > w.score[head] {
		w.score[head], w.best[head] = w.score[doc], doc
	}
}

func (w *scratch) take(p *part, i int, doc uint32) {
	found := candidate{score: w.score[doc], prior: 1, part: int32(i), doc: doc, best: doc}
	if p.headOf != nil {
		found.best = w.best[doc]
	}
	if p.prior != nil {
		found.prior = p.prior[doc]
		found.score *= found.prior
	}
	w.found = append(w.found, found)
}

// addScores is the inner loop of a search: BM25 of one term over its postings.
func addScores(score []float32, mask []uint64, list *postings, saturation []float32, weight float32, bits uint64) {
	counts := list.counts[:len(list.docs)]
	for i, doc := range list.docs {
		count := float32(counts[i])
		score[doc] += weight * count / (count + saturation[doc])
		mask[doc] |= bits
	}
}

func (s *snapshot) saturationFor(p *part, z zone, r engine.Ranking) []float32 {
	if d := engine.DefaultRanking(); r.K1 == d.K1 && r.B == d.B {
		return p.saturation[z]
	}
	return s.saturationOf(p.view, z, r)
}
