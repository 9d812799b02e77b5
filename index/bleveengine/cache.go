package bleveengine

import (
	"container/list"
	"sync"
)

// cache keeps decoded postings, up to a number of bytes: of those used longest ago it lets go.
type cache struct {
	mu    sync.Mutex
	limit int
	bytes int
	order *list.List // of *cached, the last used first
	known map[cacheKey]*list.Element
}

type cacheKey struct {
	segment uint64
	term    string // kind, field and term
}

type cached struct {
	key   cacheKey
	value *postings
}

func newCache(limit int) *cache {
	return &cache{limit: limit, order: list.New(), known: map[cacheKey]*list.Element{}}
}

// get is what is kept under a key, or what load gives. Two may load the same at once.
func (c *cache) get(key cacheKey, load func() (*postings, error)) (*postings, error) {
	c.mu.Lock()
	if e := c.known[key]; e != nil {
		c.order.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(*cached).value, nil
	}
	c.mu.Unlock()
	value, err := load()
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.known[key] == nil {
		c.known[key] = c.order.PushFront(&cached{key, value})
		c.bytes += value.bytes() + len(key.term)
	}
	for c.bytes > c.limit && c.order.Len() > 1 {
		c.drop(c.order.Back())
	}
	return value, nil
}

func (c *cache) drop(e *list.Element) {
	kept := c.order.Remove(e).(*cached)
	delete(c.known, kept.key)
	c.bytes -= kept.value.bytes() + len(kept.key.term)
}

// forget drops what is kept of a segment that is no more.
func (c *cache) forget(segment uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.order.Front(); e != nil; {
		next := e.Next()
		if e.Value.(*cached).key.segment == segment {
			c.drop(e)
		}
		e = next
	}
}
