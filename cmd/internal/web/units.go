package web

import (
	"context"
	"sync"
	"time"

	"congvan/cmd/internal/pipeline"
)

// unitsEvery is how long the names of the units are kept: finding them reads all duties.
const unitsEvery = 5 * time.Minute

// unitNames are the names of the units that duties name, by key.
type unitNames struct {
	pipeline *pipeline.Pipeline
	now      func() time.Time

	mu    sync.Mutex
	names map[string]string
	read  time.Time
}

func (u *unitNames) get(ctx context.Context) (map[string]string, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if now := u.now(); u.names == nil || now.Sub(u.read) >= unitsEvery {
		names, err := u.pipeline.Store().Units(ctx)
		if err != nil {
			return nil, err
		}
		u.names, u.read = names, now
	}
	return u.names, nil
}
