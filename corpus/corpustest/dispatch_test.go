package corpustest

import (
	"slices"
	"strings"
	"testing"

	"congvan/corpus"
)

func TestMakeIsRepeatable(t *testing.T) {
	if a, b := Make(1, 7), Make(1, 7); a.Text != b.Text {
		t.Error("the same seed and index give two texts")
	}
	if a, b := Make(1, 7), Make(2, 7); a.Text == b.Text {
		t.Error("two seeds give the same text")
	}
}

func TestMadeDispatches(t *testing.T) {
	var sizes []int
	for i := range 2000 {
		d := Make(1, i)
		sizes = append(sizes, len(d.Text))
		if _, err := corpus.ParseDocumentNumber(d.Number); err != nil {
			t.Fatalf("%d: %v", i, err)
		}
		for _, part := range []string{d.Number, d.Signer, "TỔ CHỨC THỰC HIỆN"} {
			if !strings.Contains(d.Text, part) {
				t.Fatalf("%d: the text has no %q", i, part)
			}
		}
		if d.Duties == 0 {
			t.Fatalf("%d has no duties", i)
		}
	}
	slices.Sort(sizes)
	if median := sizes[1000]; median < 2500 || median > 4500 {
		t.Errorf("the median is %d bytes, want about 3,000", median)
	}
	if largest := sizes[1999]; largest < 80_000 {
		t.Errorf("the largest is %d bytes, want some of about 100,000", largest)
	}
}
