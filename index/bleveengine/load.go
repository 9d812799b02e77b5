package bleveengine

import (
	"math"
	"strings"
)

// limits of how many terms one look-up may stand for.
const (
	maxMarkings = 400
	maxStarting = 400
	maxValues   = 100
)

// lists are the postings of a clause by segment, and how many live entries they hold.
func (s *snapshot) lists(e *Engine, k *clause) (lists []*postings, df int, err error) {
	lists = make([]*postings, len(s.segments))
	for i := range s.segments {
		p := &s.segments[i]
		if lists[i], err = p.postings(e, k); err != nil {
			return nil, 0, err
		}
		df += p.liveOf(lists[i])
	}
	return lists, df, nil
}

func (p *part) liveOf(list *postings) int {
	if p.deleted == nil {
		return len(list.docs)
	}
	n := 0
	for _, doc := range list.docs {
		if !p.deleted[doc] {
			n++
		}
	}
	return n
}

// postings are a clause's in one segment. Those that depend on a function are not kept.
func (p *part) postings(e *Engine, k *clause) (*postings, error) {
	key := cacheKey{p.id, string([]byte{'0' + byte(k.kind), k.field}) + k.term}
	switch k.kind {
	case exactly:
		return e.cache.get(key, func() (*postings, error) { return p.read(k.field, k.term) })
	case allMarks:
		return e.cache.get(key, func() (*postings, error) { return p.markings(e, k.field, k.term) })
	case starting:
		key.term += "\x01" + k.terms[0] // the marks typed so far
		return e.cache.get(key, func() (*postings, error) { return p.starting(k) })
	case together:
		key.term += strings.Join(k.terms, "\x01")
		return e.cache.get(key, func() (*postings, error) { return p.together(e, k) })
	case keyed:
		if k.match != nil {
			return p.keyed(k)
		}
		key.term += "\x00" + k.from + "\x00" + k.to
		return e.cache.get(key, func() (*postings, error) { return p.keyed(k) })
	}
	return noPostings, nil
}

// markings joins the terms that have a key's letters, whatever their marks.
func (p *part) markings(e *Engine, field byte, key string) (*postings, error) {
	bare, _, _ := strings.Cut(key, "\x00")
	terms, err := p.terms(field, bare+"\x00", bare+"\x01", maxMarkings)
	if err != nil {
		return nil, err
	}
	lists := make([]*postings, 0, len(terms))
	for _, term := range terms {
		list, err := p.postings(e, &clause{kind: exactly, field: field, term: term})
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return merge(lists, p.view.size), nil
}

func (p *part) starting(k *clause) (*postings, error) {
	terms, err := p.terms(k.field, k.term, k.term+"\xff", maxStarting)
	if err != nil {
		return nil, err
	}
	var lists []*postings
	for _, term := range terms {
		if !k.match(term) {
			continue
		}
		list, err := p.read(k.field, term)
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return merge(lists, p.view.size), nil
}

func (p *part) together(e *Engine, k *clause) (*postings, error) {
	lists := make([]*postings, 0, len(k.terms))
	for _, term := range k.terms {
		one := clause{kind: exactly, field: k.field, term: term}
		if k.term == foldedTerms {
			one.kind = allMarks
		}
		list, err := p.postings(e, &one)
		if err != nil {
			return nil, err
		}
		if len(list.docs) == 0 {
			return noPostings, nil
		}
		lists = append(lists, list)
	}
	return intersect(lists), nil
}

// keyed joins the heads with a key in a range that the clause's function accepts. A few values
// are looked up one by one, many by going over the heads.
func (p *part) keyed(k *clause) (*postings, error) {
	from, to := k.term+"\x00"+k.from, k.term+"\x01"
	if k.to != "" {
		to = k.term + "\x00" + k.to
	}
	terms, err := p.terms(fieldKey, from, to, maxValues)
	if err != nil {
		return nil, err
	}
	if len(terms) == maxValues {
		return p.keyedByHead(k)
	}
	var lists []*postings
	for _, term := range terms {
		if k.match != nil && !k.match(term[len(k.term)+1:]) {
			continue
		}
		list, err := p.read(fieldKey, term)
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return merge(lists, p.view.size), nil
}

func (p *part) keyedByHead(k *clause) (*postings, error) {
	c, err := p.column(k.term)
	if err != nil {
		return nil, err
	}
	wanted := make([]bool, len(c.values))
	for i, value := range c.values {
		wanted[i] = value >= k.from && (k.to == "" || value < k.to) && (k.match == nil || k.match(value))
	}
	found := &postings{}
	for _, doc := range p.headDocs {
		for _, ord := range c.of(doc) {
			if wanted[ord] {
				found.docs, found.counts = append(found.docs, doc), append(found.counts, 1)
				break
			}
		}
	}
	return found, nil
}

// idf is the weight of a term by BM25: n entries, of which df have it.
func idf(n, df int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}
