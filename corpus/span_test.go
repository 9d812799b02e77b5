package corpus

import (
	"strings"
	"testing"
)

// FuzzRuler compares the ruler's marks with counting from the start.
func FuzzRuler(f *testing.F) {
	f.Add("Số: 2482/BHXH-TT", 2, 5)
	f.Add(strings.Repeat("Điều khoản ", 100), 300, 900)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		text = strings.ToValidUTF8(text, "?")
		runes := []rune(text)
		if from < 0 || to < from || to > len(runes) {
			if got := NewRuler(text).Cut(Span{from, to}); got != "" {
				t.Errorf("Cut(%d, %d) = %q outside the text", from, to, got)
			}
			return
		}
		want := string(runes[from:to])
		ruler := NewRuler(text)
		if got := ruler.Cut(Span{from, to}); got != want {
			t.Errorf("Ruler.Cut(%d, %d) = %q, want %q", from, to, got, want)
		}
		if got := Cut(text, Span{from, to}); got != want {
			t.Errorf("Cut(%d, %d) = %q, want %q", from, to, got, want)
		}
		start := len(string(runes[:from]))
		if got := ruler.Span(start, start+len(want)); got != (Span{from, to}) {
			t.Errorf("Span = %v, want [%d %d]", got, from, to)
		}
	})
}
