// Package growth tells in tests whether the work of a reading grows in step with the text. It counts
// the processor time of the reading's own thread, which a busy machine does not change, and never
// looks at the clock.
package growth

import (
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// The texts that are compared. A longer text costs more a byte, as it leaves the processor's caches:
// that may make slack of it, and not as much again when the long text is doubled. Work that grows
// with the square of the length does both.
const (
	Size  = 32 << 10 // bytes of the short text
	times = 16       // the long one
	slack = 2.5
	more  = 3 // how many times as long twice the long text takes when the work is out of step
)

// Linear fails the test when reading head and as many units as fill a text takes much more than in
// step with the text's length.
func Linear(t *testing.T, head, unit string, read func(text string)) {
	t.Helper()
	short, long := fill(head, unit, Size), fill(head, unit, times*Size)
	var a, b, c time.Duration
	for range 4 { // what another process does to the caches passes
		a, b = work(3, read, short), work(1, read, long)
		if a < 0 || b <= time.Duration(slack*times*float64(a)) {
			return
		}
		if c = work(1, read, fill(head, unit, 2*times*Size)); c <= more*b {
			return
		}
	}
	t.Errorf("%.60q: %d bytes take %v, %d bytes %v, twice as many %v", unit, len(short), a, len(long), b, c)
}

func fill(head, unit string, size int) string {
	return head + strings.Repeat(unit, max(1, (size-len(head))/len(unit)))
}

// memoryLimit is where the collector comes in while a reading is measured; below it the reading's
// thread does none of the collector's work.
const memoryLimit = 1 << 30

// work is the least processor time of some readings of a text; negative where it cannot be told.
func work(rounds int, read func(text string), text string) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(memoryLimit))
	least := time.Duration(math.MaxInt64)
	for range rounds {
		runtime.GC()
		start := processorTime()
		if start < 0 {
			return -1
		}
		read(text)
		least = min(least, processorTime()-start)
	}
	return least
}
