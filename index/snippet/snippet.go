package snippet

import (
	"unicode/utf8"

	"congvan/corpus"
	"congvan/index/analysis"
)

// Snippet is a part of a text with the words to highlight.
type Snippet struct {
	Text       string        `json:"text"`       // exactly as in the record
	Span       corpus.Span   `json:"span"`       // of the record's text
	Highlights []corpus.Span `json:"highlights"` // of Text, in code points
	Section    string        `json:"section,omitempty"`
	Page       int           `json:"page,omitempty"`
}

// width is the number of words that a snippet shows.
const width = 36

// Best are the at most n passages of a text that show most of the terms, in the text's order.
// Without any term in it the text's beginning is shown. Spans count from start, the text's place
// in the record.
func Best(text string, terms *Terms, n, start int) []Snippet {
	tokens := analysis.Tokens(text)
	if len(tokens) == 0 {
		return nil
	}
	hits := terms.find(tokens)
	var windows [][2]int
	shown := map[string]bool{}
	for len(windows) < n {
		from, to, ok := bestWindow(tokens, hits, windows, shown)
		if !ok {
			break
		}
		windows = append(windows, [2]int{from, to})
		for _, h := range hits[from:to] {
			if h.weight > 0 {
				shown[h.key] = true
			}
		}
	}
	if len(windows) == 0 {
		windows = [][2]int{{0, min(width, len(tokens))}}
	}
	for i := 1; i < len(windows); i++ {
		for j := i; j > 0 && windows[j][0] < windows[j-1][0]; j-- {
			windows[j], windows[j-1] = windows[j-1], windows[j]
		}
	}
	ruler := corpus.NewRuler(text)
	snippets := make([]Snippet, 0, len(windows))
	for _, w := range windows {
		snippets = append(snippets, cut(text, ruler, tokens, hits, w, start))
	}
	return snippets
}

// bestWindow is the window with the greatest weight of words not shown yet; repeated words add
// little. Neighbours count more: the words of the query stand together there.
func bestWindow(tokens []analysis.Token, hits []hit, taken [][2]int, shown map[string]bool) (from, to int, ok bool) {
	counts := map[string]int{}
	sum, best := 0.0, 0.0
	at := -1
	value := func(i int) float64 {
		h := hits[i]
		if h.weight == 0 {
			return 0
		}
		w := h.weight
		if shown[h.key] {
			w *= 0.1
		}
		if i > 0 && hits[i-1].weight > 0 && !tokens[i].Opens {
			w += 0.5
		}
		return w
	}
	for i := range tokens {
		if hits[i].weight > 0 {
			if counts[hits[i].key]++; counts[hits[i].key] == 1 {
				sum += value(i)
			} else {
				sum += 0.05
			}
		}
		if j := i - width; j >= 0 && hits[j].weight > 0 {
			if counts[hits[j].key]--; counts[hits[j].key] == 0 {
				sum -= value(j)
			} else {
				sum -= 0.05
			}
		}
		if sum > best+1e-9 && free(max(0, i-width+1), i+1, taken) {
			best, at = sum, i
		}
	}
	if at < 0 || best < 0.3 {
		return 0, 0, false
	}
	return frame(tokens, hits, at, taken)
}

func free(from, to int, taken [][2]int) bool {
	for _, w := range taken {
		if from < w[1] && w[0] < to {
			return false
		}
	}
	return true
}

// frame places a window around the hits that end at a token: from the start of their sentence
// when that is near.
func frame(tokens []analysis.Token, hits []hit, last int, taken [][2]int) (from, to int, ok bool) {
	first := max(0, last-width+1)
	for first < last && hits[first].weight == 0 {
		first++
	}
	from = first
	for room := width - (last - first + 1); room > 0 && from > 0 && !tokens[from].Opens; room-- {
		from--
	}
	if !tokens[from].Opens && first-from > 6 {
		from = first - 6
	}
	for !free(from, last+1, taken) && from < first {
		from++
	}
	to = min(len(tokens), from+width)
	for to > last+1 && !free(from, to, taken) {
		to--
	}
	return from, to, free(from, to, taken)
}

// cut makes the snippet of a window. Matched neighbours with one space between them are one
// highlight.
func cut(text string, ruler *corpus.Ruler, tokens []analysis.Token, hits []hit, w [2]int, start int) Snippet {
	from, to := tokens[w[0]].Start, tokens[w[1]-1].End
	if w[1] == len(tokens) || tokens[w[1]].Opens {
		// The full stop belongs to the sentence.
		if r, size := utf8.DecodeRuneInString(text[to:]); r == '.' || r == ';' || r == '!' || r == '?' || r == ')' {
			to += size
		}
	}
	span := ruler.Span(from, to)
	s := Snippet{Text: text[from:to], Span: corpus.Span{Start: span.Start + start, End: span.End + start}}
	end := -1
	for i := w[0]; i < w[1]; i++ {
		if hits[i].key == "" {
			continue
		}
		h := ruler.Span(tokens[i].Start, tokens[i].End)
		h = corpus.Span{Start: h.Start - span.Start, End: h.End - span.Start}
		if n := len(s.Highlights); n > 0 && end >= 0 && !tokens[i].Opens && isGap(text[end:tokens[i].Start]) {
			s.Highlights[n-1].End = h.End
		} else {
			s.Highlights = append(s.Highlights, h)
		}
		end = tokens[i].End
	}
	return s
}

func isGap(s string) bool { return s == " " || s == "\u00a0" || s == "-" || s == "/" }
