package pipeline

import "sync"

// flightBytes bounds the bytes of the files that are being read at a time.
const flightBytes = 64 << 20

// budget lends bytes to readers, in no order. A file larger than all of it is read alone.
type budget struct {
	mu   sync.Mutex
	free *sync.Cond
	size int64
	lent int64
}

func newBudget(size int64) *budget {
	b := &budget{size: size}
	b.free = sync.NewCond(&b.mu)
	return b
}

// take waits until n bytes are there.
func (b *budget) take(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for b.lent > 0 && b.lent+n > b.size {
		b.free.Wait()
	}
	b.lent += n
}

// tryTake takes n bytes if they are there.
func (b *budget) tryTake(n int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lent > 0 && b.lent+n > b.size {
		return false
	}
	b.lent += n
	return true
}

// give puts n bytes back.
func (b *budget) give(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lent -= n
	b.free.Broadcast()
}
