package sketch

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"congvan/corpus/corpustest"
	"congvan/corpus/viet"
)

func TestCopiesAreAlike(t *testing.T) {
	apart := 0
	for i := range 200 {
		text := corpustest.Make(3, i).Text
		for name, copied := range map[string]string{
			"the same":         text,
			"without marks":    viet.Fold(text),
			"other breaks":     strings.Join(strings.Fields(text), "\n\n"),
			"misread words":    misread(text, 60, uint64(i)),
			"another one's":    text[len(text)/20:],
			"letterhead moved": text[400:] + text[:400],
		} {
			a, b := Of(text), Of(copied)
			if got := Likeness(a, b); got < Alike {
				t.Errorf("%d, %s: likeness %.2f, want at least %.2f", i, name, got, Alike)
			}
			if !sharesBand(a, b) {
				apart++
			}
		}
	}
	if apart > 10 {
		t.Errorf("%d of 1,200 copies share no band with their original, want at most 10", apart)
	}
}

func TestOtherDispatchesAreNotAlike(t *testing.T) {
	var sketches []Sketch
	for i := range 300 {
		sketches = append(sketches, Of(corpustest.Make(3, i).Text))
	}
	candidates := 0
	for i, a := range sketches {
		for _, b := range sketches[:i] {
			if got := Likeness(a, b); got >= Alike {
				t.Fatalf("two dispatches of one template: likeness %.2f", got)
			}
			if sharesBand(a, b) {
				candidates++
			}
		}
	}
	if pairs := len(sketches) * (len(sketches) - 1) / 2; candidates > pairs/100 {
		t.Errorf("%d of %d pairs share a band, want at most one of a hundred", candidates, pairs)
	}
}

func TestTooShortIsLikeNothing(t *testing.T) {
	for _, text := range []string{"", "một hai", "./.-"} {
		if s := Of(text); Likeness(s, s) != 0 || s.Bands() != nil {
			t.Errorf("Of(%q) = %v is like something", text, s)
		}
	}
}

func sharesBand(a, b Sketch) bool {
	return slices.ContainsFunc(a.Bands(), func(band int64) bool { return slices.Contains(b.Bands(), band) })
}

// misread changes one word in every so many.
func misread(text string, every int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	words := strings.Fields(text)
	for i := range words {
		if r.IntN(every) == 0 {
			words[i] += "x"
		}
	}
	return strings.Join(words, " ")
}

func BenchmarkOf(b *testing.B) {
	text := corpustest.Make(3, 1).Text
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(text)
	}
}
