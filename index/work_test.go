package index

import (
	"context"
	"iter"

	"congvan/index/engine"
)

// Work is what was asked of the engine of the documents. It does not depend on the machine, as
// time does.
type Work struct {
	Searches int // of the engine: more than one when few are found
	Postings int // looked at by them
	Terms    int // looked up, or walked over, to mend slips
}

// CountWork counts what an index's searches ask from now on.
func CountWork(x *Index) *Work {
	counted := &counting{Engine: x.documents}
	x.documents = counted
	return &counted.work
}

type counting struct {
	engine.Engine
	work Work
}

func (c *counting) Search(ctx context.Context, r engine.Request) (engine.Answer, error) {
	answer, err := c.Engine.Search(ctx, r)
	c.work.Searches++
	c.work.Postings += answer.Postings
	return answer, err
}

func (c *counting) Frequency(ctx context.Context, keys []string) (exact, folded []int, err error) {
	c.work.Terms += len(keys)
	return c.Engine.Frequency(ctx, keys)
}

func (c *counting) Terms(ctx context.Context, pairs bool, from, to string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for term, n := range c.Engine.Terms(ctx, pairs, from, to) {
			if c.work.Terms++; !yield(term, n) {
				return
			}
		}
	}
}

func (c *counting) Values(ctx context.Context, name, from, to string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for value, n := range c.Engine.Values(ctx, name, from, to) {
			if c.work.Terms++; !yield(value, n) {
				return
			}
		}
	}
}
