package growth

import (
	"strings"
	"testing"
)

// TestSquare tells a reading that goes back to the beginning at every line from one that does not.
func TestSquare(t *testing.T) {
	lines := 0
	once := func(text string) {
		for range 64 {
			lines += strings.Count(text, "\n")
		}
	}
	Linear(t, "", "a line of a text\n", once)
	if processorTime() < 0 {
		t.Skip("no count of a thread's work on this system")
	}
	a, b := fill("", "a line of a text\n", Size), fill("", "a line of a text\n", times*Size)
	back := func(text string) {
		for k := range text {
			if text[k] == '\n' {
				lines += strings.Count(text[:k], "\n")
			}
		}
	}
	if short, long := work(3, back, a), work(1, back, b); float64(long) < slack*times*float64(short) {
		t.Errorf("reading with the square of the length passes: %v for %d bytes, %v for %d", short, len(a), long, len(b))
	}
	if lines == 0 {
		t.Fatal("nothing was read")
	}
}
