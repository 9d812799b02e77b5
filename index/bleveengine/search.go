package bleveengine

import (
	"context"
	"fmt"

	"congvan/index/engine"
)

// scratch are the arrays of one search, kept for the next.
type scratch struct {
	score   []float32
	mask    []uint64
	touched []uint32 // entries that are looked at, when they are few
	best    []uint32 // of a head: its best passage
	found   []candidate
	first   []int32 // of a group: its candidate, from 1
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
	where := always
	if r.Where != nil {
		where = c.compile(r.Where)
		if e.thorough {
			where.needs = nil
		}
	}
	answer := engine.Answer{}
	lists := make([][]*postings, len(c.clauses))
	for i := range c.clauses {
		if err := ctx.Err(); err != nil {
			return engine.Answer{}, err
		}
		k := &c.clauses[i]
		if lists[i], k.frequency, err = s.lists(e, k); err != nil {
			return engine.Answer{}, err
		}
		for _, list := range lists[i] {
			answer.Postings += len(list.docs)
		}
		if k.field != fieldKey {
			k.weight *= idf(s.live, k.frequency)
		}
	}
	c.join(lists)
	w := e.pool.Get().(*scratch)
	defer e.pool.Put(w)
	w.found = w.found[:0]
	for i := range s.segments {
		s.score(w, i, search{c.clauses, lists, where, r.Ranking})
	}
	w.group(s)
	answer.Total = len(w.found)
	if answer.Facets, err = s.facets(w.found, r.Facets); err != nil {
		return engine.Answer{}, err
	}
	if answer.Matches, err = s.top(w.found, r, func(b *ranked) []engine.Part { return s.explain(b, c.clauses, lists, r) }); err != nil {
		return engine.Answer{}, err
	}
	return answer, nil
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
	if s.groups == 0 {
		return
	}
	w.first = zeroed(w.first, s.groups)
	kept := w.found[:0]
	for _, c := range w.found {
		group := s.segments[c.part].groups[c.doc]
		if group == alone {
			kept = append(kept, c)
			continue
		}
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
		if group := s.segments[c.part].groups[c.doc]; group != alone {
			w.first[group] = 0
		}
	}
}
