package bleveengine

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"congvan/index/engine"
	"congvan/index/segment"
)

var _ engine.Engine = (*Engine)(nil)

// Frequency is the number of live entries with each key, and with each key's letters and any
// marks. A key with a space is a pair.
func (e *Engine) Frequency(ctx context.Context, keys []string) (exact, folded []int, err error) {
	s, err := e.snapshot()
	if err != nil {
		return nil, nil, err
	}
	defer s.release()
	for _, key := range keys {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		field := fieldSyllable
		if bare, _, _ := strings.Cut(key, "\x00"); strings.Contains(bare, " ") {
			field = fieldPair
		}
		_, one, err := s.lists(e, &clause{kind: exactly, field: field, term: key})
		if err != nil {
			return nil, nil, fmt.Errorf("count %q: %w", key, err)
		}
		_, all, err := s.lists(e, &clause{kind: allMarks, field: field, term: key})
		if err != nil {
			return nil, nil, fmt.Errorf("count %q: %w", key, err)
		}
		exact, folded = append(exact, one), append(folded, all)
	}
	return exact, folded, nil
}

// Terms are the terms of all texts in [from, to) in order, with how many entries have them
// (those deleted lately may count).
func (e *Engine) Terms(ctx context.Context, pairs bool, from, to string) iter.Seq2[string, int] {
	field := fieldSyllable
	if pairs {
		field = fieldPair
	}
	return e.dictionary(ctx, field, from, to)
}

// Values are the values of a key in [from, to), in order, with how many records have them.
func (e *Engine) Values(ctx context.Context, name, from, to string) iter.Seq2[string, int] {
	end := name + "\x01"
	if to != "" {
		end = name + "\x00" + to
	}
	return func(yield func(string, int) bool) {
		for term, n := range e.dictionary(ctx, fieldKey, name+"\x00"+from, end) {
			if !yield(term[len(name)+1:], n) {
				return
			}
		}
	}
}

// dictionary yields the terms of all segments in order, each once.
func (e *Engine) dictionary(ctx context.Context, field byte, from, to string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		s, err := e.snapshot()
		if err != nil {
			return
		}
		defer s.release()
		walks := make([]*segment.Terms, 0, len(s.segments))
		for i := range s.segments {
			if walk := s.segments[i].Terms(field, []byte(from)); walk.Next() {
				walks = append(walks, walk)
			}
		}
		for len(walks) > 0 && ctx.Err() == nil {
			least := slices.MinFunc(walks, func(a, b *segment.Terms) int { return bytes.Compare(a.Term(), b.Term()) })
			term, n := string(least.Term()), 0
			if to != "" && term >= to {
				return
			}
			for i := len(walks) - 1; i >= 0; i-- {
				if string(walks[i].Term()) != term {
					continue
				}
				n += walks[i].Postings().N
				if !walks[i].Next() {
					walks = slices.Delete(walks, i, i+1)
				}
			}
			if !strings.HasPrefix(term, "\x00") && !yield(term, n) {
				return
			}
		}
	}
}

// Head is what is stored with the head of an owner.
func (e *Engine) Head(ctx context.Context, owner string) ([]byte, bool, error) {
	s, err := e.snapshot()
	if err != nil {
		return nil, false, err
	}
	defer s.release()
	for i := range s.segments {
		p := &s.segments[i]
		found, err := p.read(segment.Owner, owner)
		if err != nil {
			return nil, false, fmt.Errorf("read entry %s: %w", owner, err)
		}
		for _, doc := range found.docs { // the first is the first of its entries
			if !p.dead(doc) {
				stored, err := p.stored(doc)
				return stored, err == nil, err
			}
		}
	}
	return nil, false, ctx.Err()
}

// Owners are the owners of all live entries, in no order.
func (e *Engine) Owners(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		s, err := e.snapshot()
		if err != nil {
			yield("", err)
			return
		}
		defer s.release()
		for i := range s.segments {
			p := &s.segments[i]
			for _, doc := range p.headDocs {
				if p.dead(doc) {
					continue
				}
				owner, err := p.owner(doc)
				if !yield(owner, err) || err != nil || ctx.Err() != nil {
					return
				}
			}
		}
	}
}

// Generation is the number of the index's present state, counted since it was opened.
func (e *Engine) Generation(context.Context) (uint64, error) {
	s, err := e.snapshot()
	if err != nil {
		return 0, err
	}
	defer s.release()
	return s.generation, nil
}

// Count is the number of records.
func (e *Engine) Count() (int, error) {
	s, err := e.snapshot()
	if err != nil {
		return 0, err
	}
	defer s.release()
	return s.heads, nil
}
