package web

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limiter lets each client do something so often a second, and a burst at once.
type limiter struct {
	each  rate.Limit
	burst int
	now   func() time.Time

	mu  sync.Mutex
	all map[string]*rate.Limiter
}

// mostClients bounds what is remembered; beyond it those that have rested are forgotten.
const mostClients = 10_000

func newLimiter(each rate.Limit, burst int, now func() time.Time) *limiter {
	return &limiter{each: each, burst: burst, now: now, all: map[string]*rate.Limiter{}}
}

// allow reports whether a client may, and counts it.
func (l *limiter) allow(client string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	one, known := l.all[client]
	if !known {
		if len(l.all) >= mostClients {
			for name, other := range l.all {
				if other.TokensAt(now) >= float64(l.burst) {
					delete(l.all, name)
				}
			}
		}
		if len(l.all) >= mostClients {
			return false // so many at once are an attack
		}
		one = rate.NewLimiter(l.each, l.burst)
		l.all[client] = one
	}
	return one.AllowN(now, 1)
}

// forget lets a client begin anew.
func (l *limiter) forget(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, client)
}
