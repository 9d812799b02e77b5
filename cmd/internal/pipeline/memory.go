package pipeline

import (
	"os"
	"runtime/debug"
)

// Batches make much garbage and keep little: collecting it half as often saves processor time, up
// to a size at which it is collected as often as it takes.
const (
	collectAt   = 200       // percent of growth
	memoryLimit = 300 << 20 // bytes of the whole heap
)

// ForBatches sets the garbage collector for a process that works through many documents, unless
// its user has (GOGC, GOMEMLIMIT).
func ForBatches() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(memoryLimit)
	}
}
