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
	back := func(text string) {
		for k := range text {
			if text[k] == '\n' {
				lines += strings.Count(text[:k], "\n")
			}
		}
	}
	of := func(size int) float64 { return float64(work(2, back, fill("", "a line of a text\n", size))) }
	told := false
	for k := 0; k < 4 && !told; k++ {
		short, long, longer := of(Size), of(times*Size), of(2*times*Size)
		told = long > slack*times*short && longer > more*long
	}
	if !told {
		t.Error("reading with the square of the length passes")
	}
	if lines == 0 {
		t.Fatal("nothing was read")
	}
}
