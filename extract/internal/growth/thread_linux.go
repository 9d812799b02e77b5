package growth

import (
	"time"

	"golang.org/x/sys/unix"
)

// processorTime is what the thread has used of its processor so far; negative when unknown.
func processorTime() time.Duration {
	var used unix.Timespec
	if unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &used) != nil {
		return -1
	}
	return time.Duration(used.Nano())
}
