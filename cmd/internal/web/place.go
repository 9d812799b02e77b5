package web

import (
	"image"
	"slices"
	"strings"
	"unicode"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/ingest/parse/pdf"
)

// placer finds the words of a text on the picture of its page. The two were read apart: their
// words come in another order, broken at other places, with letters that OCR took for others. So
// a run of words is sought by what it has in common with the page's, near where it should be.
type placer struct {
	text  []textWord
	boxes []boxWord
	at    map[string][]int // where a word is among the boxes
}

type textWord struct {
	key        string
	start, end int // code points
}

type boxWord struct {
	key string
	box image.Rectangle
}

// What a search for a run of words looks at: places where it may begin, words of it, words that
// may be passed over between two of them.
const (
	mostStarts = 200
	longestRun = 400
	mostSkips  = 3
)

// newPlacer is for a page's stretch of a text.
func newPlacer(text string, page corpus.Span, words []pdf.Word) *placer {
	p := &placer{at: map[string][]int{}}
	ruler := corpus.NewRuler(text)
	for _, w := range fieldsOf(ruler.Cut(page), page.Start) {
		if w.key != "" {
			p.text = append(p.text, w)
		}
	}
	for _, w := range words {
		if key := keyOf(w.Text); key != "" {
			p.at[key] = append(p.at[key], len(p.boxes))
			p.boxes = append(p.boxes, boxWord{key, w.Box})
		}
	}
	return p
}

// keyOf is a word by its letters and digits, without marks: what two readings agree on.
func keyOf(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, viet.Fold(word))
}

// fieldsOf are the words of a text that begins at a code point.
func fieldsOf(text string, point int) []textWord {
	var words []textWord
	from, start := -1, 0
	for at, r := range text {
		space := unicode.IsSpace(r)
		switch {
		case space && from >= 0:
			words = append(words, textWord{keyOf(text[from:at]), start, point})
			from = -1
		case !space && from < 0:
			from, start = at, point
		}
		point++
	}
	if from >= 0 {
		words = append(words, textWord{keyOf(text[from:]), start, point})
	}
	return words
}

// place is where the words of a span stand on the page: a box a line. Nil: they are not found.
func (p *placer) place(s corpus.Span) []image.Rectangle {
	first, _ := slices.BinarySearchFunc(p.text, s.Start, func(w textWord, point int) int { return w.end - point - 1 })
	last := first
	for last < len(p.text) && p.text[last].start < s.End && last-first < longestRun {
		last++
	}
	run := p.text[first:last]
	if len(run) == 0 || len(p.boxes) == 0 {
		return nil
	}
	expected := first * len(p.boxes) / len(p.text)
	var best []int
	for lead := range min(len(run), mostSkips) { // the first words may be read otherwise
		for _, start := range nearest(p.at[run[lead].key], expected) {
			found := p.follow(run[lead:], start)
			if len(found) > len(best) {
				best = found
			}
		}
		if len(best)*2 > len(run) {
			break
		}
	}
	if len(best) == 0 || len(best)*2 < len(run) {
		return nil
	}
	return p.lines(best)
}

// nearest are the places that are nearest to the expected one, that one first.
func nearest(places []int, expected int) []int {
	sorted := slices.Clone(places)
	slices.SortStableFunc(sorted, func(a, b int) int { return max(a-expected, expected-a) - max(b-expected, expected-b) })
	return sorted[:min(len(sorted), mostStarts)]
}

// follow matches a run with the boxes from a place on.
func (p *placer) follow(run []textWord, at int) []int {
	var found []int
	for _, w := range run {
		for skip := 0; skip <= mostSkips && at+skip < len(p.boxes); skip++ {
			if p.boxes[at+skip].key == w.key {
				found = append(found, at+skip)
				at += skip + 1
				break
			}
		}
	}
	return found
}

// lines joins the boxes of words that stand beside one another.
func (p *placer) lines(places []int) []image.Rectangle {
	var lines []image.Rectangle
	for _, at := range places {
		box := p.boxes[at].box
		if n := len(lines); n > 0 {
			line := lines[n-1]
			overlap := min(line.Max.Y, box.Max.Y) - max(line.Min.Y, box.Min.Y)
			gap := box.Min.X - line.Max.X
			if 2*overlap > min(line.Dy(), box.Dy()) && gap < 3*box.Dy() && gap > -box.Dx() {
				lines[n-1] = line.Union(box)
				continue
			}
		}
		lines = append(lines, box)
	}
	return lines
}
