package web

import (
	"context"
	"sync"
	"time"
)

// freshEvery is how long an answer about the whole store is kept: it takes long to find, changes
// little, and many ask for it.
const freshEvery = time.Minute

// fresh is such an answer; whoever comes while it is sought waits for it.
type fresh[T any] struct {
	seek func(context.Context) (T, error)

	mu    sync.Mutex
	value T
	read  time.Time
}

func (f *fresh[T]) get(ctx context.Context, now time.Time) (T, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if age := now.Sub(f.read); f.read.IsZero() || age >= freshEvery || age < 0 {
		value, err := f.seek(ctx)
		if err != nil {
			return value, err
		}
		f.value, f.read = value, now
	}
	return f.value, nil
}
