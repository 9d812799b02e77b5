package bleveengine

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"congvan/index/engine"
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

func (e *Engine) dictionary(ctx context.Context, field, from, to string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		s, err := e.snapshot()
		if err != nil {
			return
		}
		defer s.release()
		counts := map[string]int{}
		for i := range s.segments {
			if ctx.Err() != nil {
				return
			}
			dict, err := s.segments[i].Dictionary(field)
			if err != nil {
				return
			}
			it := dict.AutomatonIterator(nil, keyOrNil(from), keyOrNil(to))
			for entry, err := it.Next(); err == nil && entry != nil; entry, err = it.Next() {
				if !strings.HasPrefix(entry.Term, "\x00") {
					counts[entry.Term] += int(entry.Count)
				}
			}
		}
		terms := make([]string, 0, len(counts))
		for term := range counts {
			terms = append(terms, term)
		}
		slices.Sort(terms)
		for _, term := range terms {
			if !yield(term, counts[term]) {
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
		found, err := p.read(fieldID, documentID(owner, 0))
		if err != nil {
			return nil, false, fmt.Errorf("read entry %s: %w", owner, err)
		}
		for _, doc := range found.docs {
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

// Count is the number of records.
func (e *Engine) Count() (int, error) {
	s, err := e.snapshot()
	if err != nil {
		return 0, err
	}
	defer s.release()
	return s.heads, nil
}
