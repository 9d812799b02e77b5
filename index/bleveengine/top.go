package bleveengine

import (
	"cmp"
	"slices"
	"strings"

	"congvan/index/engine"
)

// ranked is a candidate with its place in the order.
type ranked struct {
	candidate
	value string // of the sort key
	owner string // read only where scores and values are equal
}

// order compares candidates: the better first, then by owner, so that it is the same each time.
type order struct {
	s    *snapshot
	sort engine.Sort
	err  error
}

func (o *order) compare(a, b *ranked) int {
	if o.sort.Key != "" {
		if c := strings.Compare(a.value, b.value); c != 0 {
			if o.sort.Descending || a.value == "" || b.value == "" {
				return -c // those without the key come last
			}
			return c
		}
	}
	if c := cmp.Compare(b.score, a.score); c != 0 {
		return c
	}
	return strings.Compare(o.owner(a), o.owner(b))
}

func (o *order) owner(r *ranked) string {
	if r.owner == "" {
		owner, err := o.s.segments[r.part].owner(r.doc)
		if err != nil {
			o.err = err
		}
		r.owner = owner
	}
	return r.owner
}

// top are the matches of the page that is asked for.
func (s *snapshot) top(found []candidate, r engine.Request, explain func(*ranked) []engine.Part) ([]engine.Match, error) {
	o := &order{s: s, sort: r.Sort}
	want := r.Skip + r.Limit
	if r.Check != nil {
		want += r.Limit + 16 // some may be dropped
	}
	after := ranked{}
	if r.After != nil {
		after = ranked{candidate{score: float32(r.After.Score)}, r.After.Value, r.After.Owner}
	}
	heap := make([]ranked, 0, min(want, len(found))+1)
	for i := range found {
		if r.Sort.Key == "" && len(heap) == want && want > 0 && found[i].score < heap[0].score {
			continue
		}
		one := ranked{candidate: found[i]}
		if r.Sort.Key != "" {
			value, err := s.greatest(&found[i], r.Sort.Key)
			if err != nil {
				return nil, err
			}
			one.value = value
		}
		if r.After != nil && o.compare(&one, &after) <= 0 {
			continue
		}
		heap = o.push(heap, one, want)
	}
	slices.SortFunc(heap, func(a, b ranked) int { return o.compare(&a, &b) })
	if o.err != nil {
		return nil, o.err
	}
	return s.matches(o, heap, r, explain)
}

// push keeps the best n of all pushed: the worst of them is the heap's first.
func (o *order) push(heap []ranked, one ranked, n int) []ranked {
	if n == 0 {
		return heap
	}
	if len(heap) < n {
		heap = append(heap, one)
		for i := len(heap) - 1; i > 0; {
			parent := (i - 1) / 2
			if o.compare(&heap[i], &heap[parent]) <= 0 {
				break
			}
			heap[i], heap[parent] = heap[parent], heap[i]
			i = parent
		}
		return heap
	}
	if o.compare(&one, &heap[0]) >= 0 {
		return heap
	}
	heap[0] = one
	for i := 0; ; {
		worst := 2*i + 1
		if worst >= n {
			return heap
		}
		if worst+1 < n && o.compare(&heap[worst+1], &heap[worst]) > 0 {
			worst++
		}
		if o.compare(&heap[worst], &heap[i]) <= 0 {
			return heap
		}
		heap[i], heap[worst] = heap[worst], heap[i]
		i = worst
	}
}

func (s *snapshot) matches(o *order, best []ranked, r engine.Request, explain func(*ranked) []engine.Part) ([]engine.Match, error) {
	var matches []engine.Match
	skip := r.Skip
	for i := range best {
		if len(matches) == r.Limit {
			break
		}
		b := &best[i]
		p := &s.segments[b.part]
		m := engine.Match{Copies: int(b.copies)}
		var err error
		if r.Check != nil || skip == 0 {
			if m.Passage, err = p.passage(b.best); err != nil {
				return nil, err
			}
		}
		if r.Check != nil && !r.Check(m.Passage) {
			other, ok, err := p.otherPassage(b, r.Check)
			if err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			m.Passage = other
		}
		if skip > 0 {
			skip--
			continue
		}
		m.Parts = explain(b)
		m.Score, m.Value, m.Owner = float64(b.score), b.value, o.owner(b)
		matches = append(matches, m)
	}
	return matches, o.err
}

// otherPassage looks for a passage of a match that passes a check which its best one did not,
// and makes it the best.
func (p *part) otherPassage(b *ranked, check func(engine.Passage) bool) (engine.Passage, bool, error) {
	if p.headOf == nil {
		return engine.Passage{}, false, nil
	}
	for doc := b.doc; int(doc) < len(p.headOf) && p.headOf[doc] == b.doc; doc++ {
		if doc == b.best {
			continue
		}
		passage, err := p.passage(doc)
		if err != nil {
			return engine.Passage{}, false, err
		}
		if check(passage) {
			b.best = doc
			return passage, true, nil
		}
	}
	return engine.Passage{}, false, nil
}

// greatest is the last of a record's values of a key, "" without one.
func (s *snapshot) greatest(c *candidate, key string) (string, error) {
	column, err := s.segments[c.part].column(key)
	if err != nil {
		return "", err
	}
	ords := column.of(c.doc)
	if len(ords) == 0 {
		return "", nil
	}
	return column.values[slices.Max(ords)], nil
}

// facets count the values of keys over the candidates.
func (s *snapshot) facets(found []candidate, keys []string) (map[string][]engine.Count, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	facets := make(map[string][]engine.Count, len(keys))
	for _, key := range keys {
		total := map[string]int{}
		for i := 0; i < len(found); {
			part := found[i].part
			column, err := s.segments[part].column(key)
			if err != nil {
				return nil, err
			}
			counts := make([]int, len(column.values))
			for ; i < len(found) && found[i].part == part; i++ {
				for _, ord := range column.of(found[i].doc) {
					counts[ord]++
				}
			}
			for ord, n := range counts {
				if n > 0 {
					total[column.values[ord]] += n
				}
			}
		}
		counts := make([]engine.Count, 0, len(total))
		for value, n := range total {
			counts = append(counts, engine.Count{Value: value, Count: n})
		}
		slices.SortFunc(counts, func(a, b engine.Count) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
		facets[key] = counts
	}
	return facets, nil
}
