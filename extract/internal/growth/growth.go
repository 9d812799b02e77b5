// Package growth tells in tests whether the work of a reading grows in step with the text. It counts
// the processor time of the reading's own thread, which a busy machine does not change, and never
// looks at the clock.
package growth

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// The texts that are compared, and how many times in step the longer one may take: work that grows
// with the square of the length takes times of it.
const (
	Size  = 32 << 10 // bytes of the shorter one
	times = 16       // the longer one
	slack = 2.5
)

// Linear fails the test when reading head and as many units as fill a text takes much more than in
// step with the text's length.
func Linear(t *testing.T, head, unit string, read func(text string)) {
	t.Helper()
	short, long := fill(head, unit, Size), fill(head, unit, times*Size)
	var a, b time.Duration
	for range 4 { // what another process does to the caches passes
		a, b = work(3, read, short), work(1, read, long)
		if limit := time.Duration(slack * times * float64(a)); a < 0 || b <= limit {
			return
		}
	}
	t.Errorf("%.60q: %d bytes take %v, and %d bytes %v", unit, len(short), a, len(long), b)
}

func fill(head, unit string, size int) string {
	return head + strings.Repeat(unit, max(1, (size-len(head))/len(unit)))
}

// work is the least processor time of some readings of a text; negative where it cannot be told.
func work(rounds int, read func(text string), text string) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	least := time.Duration(1 << 62)
	for range rounds {
		start := processorTime()
		read(text)
		least = min(least, processorTime()-start)
		if start < 0 {
			return -1
		}
	}
	return least
}
