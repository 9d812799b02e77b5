//go:build !linux

package growth

import "time"

// processorTime is unknown: the system has no count for a thread.
func processorTime() time.Duration { return -1 }
