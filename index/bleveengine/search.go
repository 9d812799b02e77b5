package bleveengine

import (
	"context"
	"fmt"

	"congvan/index/engine"
)

// scratch are the arrays of one search, kept for the next.
type scratch struct {
	score []float32
	mask  []uint64
	seen  []bool
	heads []uint32 // those seen
	best  []uint32 // of a head: its best passage
	found []candidate
	first []int32 // of a group: its candidate, from 1
}

// candidate is a record that meets the conditions.
type candidate struct {
	score  float32
	prior  float32
	part   int32
	doc    uint32
	best   uint32
	copies int32
}

// Search finds records.
func (e *Engine) Search(ctx context.Context, r engine.Request) (engine.Answer, error) {
	answer, err := e.search(ctx, r)
	if err != nil {
		return engine.Answer{}, fmt.Errorf("search: %w", err)
	}
	return answer, nil
}

func (e *Engine) search(ctx context.Context, r engine.Request) (engine.Answer, error) {
	s, err := e.snapshot()
	if err != nil {
		return engine.Answer{}, err
	}
	defer s.release()
	if r.Ranking == (engine.Ranking{}) {
		r.Ranking = engine.DefaultRanking()
	}
	c := compiler{ranking: r.Ranking}
	meets := always
	if r.Where != nil {
		meets = c.compile(r.Where)
	}
	lists := make([][]*postings, len(c.clauses))
	for i := range c.clauses {
		if err := ctx.Err(); err != nil {
			return engine.Answer{}, err
		}
		k := &c.clauses[i]
		if lists[i], k.frequency, err = s.lists(e, k); err != nil {
			return engine.Answer{}, err
		}
		if k.field != fieldKey {
			k.weight *= idf(s.live, k.frequency)
		}
	}
	w := e.pool.Get().(*scratch)
	defer e.pool.Put(w)
	w.found = w.found[:0]
	for i := range s.segments {
		s.score(w, i, c.clauses, lists, meets, r)
	}
	w.group(s)
	answer := engine.Answer{Total: len(w.found)}
	if answer.Facets, err = s.facets(w.found, r.Facets); err != nil {
		return engine.Answer{}, err
	}
	if answer.Matches, err = s.top(w.found, r, func(b *ranked) []engine.Part { return s.explain(b, c.clauses, lists, r) }); err != nil {
		return engine.Answer{}, err
	}
	return answer, nil
}

// score adds up the clauses' scores over one segment and appends the heads that meet the test.
// The arrays are all zero before and after.
func (s *snapshot) score(w *scratch, i int, clauses []clause, lists [][]*postings, meets test, r engine.Request) {
	p := &s.segments[i]
	n := p.view.size
	w.score, w.mask, w.seen = zeroed(w.score, n), zeroed(w.mask, n), zeroed(w.seen, n)
	if p.headOf != nil {
		w.best = grown(w.best, n)
	}
	postings := 0
	for j := range clauses {
		k, list := &clauses[j], lists[j][i]
		postings += len(list.docs)
		switch {
		case len(list.docs) == 0:
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
			addScores(w.score, w.mask, list, s.saturationFor(p, k.zone, r.Ranking), float32(k.weight*(r.Ranking.K1+1)), k.bits)
		}
	}
	if postings < n/4 && !meets(0) {
		s.collectFew(w, i, lists, meets)
	} else {
		s.collectAll(w, i, meets)
	}
}

// collectAll looks at every head of a segment.
func (s *snapshot) collectAll(w *scratch, i int, meets test) {
	p := &s.segments[i]
	if p.headOf != nil {
		for _, doc := range p.headDocs {
			w.best[doc] = doc
		}
		for _, doc := range p.children {
			w.toHead(p, doc)
		}
	}
	for _, doc := range p.headDocs {
		if meets(w.mask[doc]) && !p.dead(doc) {
			w.take(p, i, doc)
		}
	}
	clear(w.score)
	clear(w.mask)
}

// collectFew looks only at the entries that a clause has touched, when they are few.
func (s *snapshot) collectFew(w *scratch, i int, lists [][]*postings, meets test) {
	p := &s.segments[i]
	w.heads = w.heads[:0]
	for j := range lists {
		for _, doc := range lists[j][i].docs {
			head := doc
			if p.headOf != nil {
				head = p.headOf[doc]
			}
			if !w.seen[head] {
				w.seen[head] = true
				w.heads = append(w.heads, head)
				if p.headOf != nil {
					w.best[head] = head
				}
			}
			if head != doc {
				w.toHead(p, doc)
				w.mask[doc], w.score[doc] = 0, 0
			}
		}
	}
	for _, doc := range w.heads {
		if meets(w.mask[doc]) && !p.dead(doc) {
			w.take(p, i, doc)
		}
		w.seen[doc], w.mask[doc], w.score[doc] = false, 0, 0
	}
}

// toHead hands what a passage has to its head: its bits, and its score when it is the best.
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

// zeroed is an array of n zeros, made of one that holds nothing but zeros up to its capacity.
func zeroed[T any](array []T, n int) []T {
	if cap(array) < n {
		return make([]T, n, n+n/8)
	}
	return array[:n]
}

func grown[T any](array []T, n int) []T {
	if cap(array) < n {
		return make([]T, n, n+n/8)
	}
	return array[:n]
}

// group keeps one candidate a group: the original before the article (its prior is higher), then
// the better. Its score is the group's best.
func (w *scratch) group(s *snapshot) {
	w.first = zeroed(w.first, s.groups)
	kept := w.found[:0]
	for _, c := range w.found {
		group := s.segments[c.part].groups[c.doc]
		at := w.first[group]
		if at == 0 {
			kept = append(kept, c)
			w.first[group] = int32(len(kept))
			continue
		}
		have := &kept[at-1]
		copies, score := have.copies+1, max(have.score, c.score)
		if c.prior > have.prior || c.prior == have.prior && c.score > have.score {
			*have = c
		}
		have.copies, have.score = copies, score
	}
	w.found = kept
	for _, c := range kept {
		w.first[s.segments[c.part].groups[c.doc]] = 0
	}
}
