package corpus

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"sort"
)

// Span is a half-open range [Start, End) of Unicode code points of a document's Text.
// In JSON it is the array [Start, End].
type Span struct {
	Start, End int
}

// Len is the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span is unset.
func (s Span) IsZero() bool { return s == Span{} }

// MarshalJSON writes [start, end].
func (s Span) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d]", s.Start, s.End), nil
}

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var pair [2]int
	if err := json.Unmarshal(b, &pair); err != nil {
		return fmt.Errorf("span: %w", err)
	}
	s.Start, s.End = pair[0], pair[1]
	return nil
}

// Found is a value with its evidence: the words that say so (Span), the rule that read them
// and how sure the rule is (0…1, calibrated: of values given 0.9 nine in ten are right).
// The zero Found means "not found"; encode fields of it with omitzero.
type Found[T comparable] struct {
	Value      T       `json:"value"`
	Span       Span    `json:"span,omitzero"`
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

// IsZero reports whether nothing was found.
func (f Found[T]) IsZero() bool {
	var zero T
	return f.Value == zero
}

// Ruler turns byte offsets of one text into code point offsets. It remembers a mark every 256
// bytes, so that a look-up reads at most that many.
type Ruler struct {
	text  string
	marks []int
}

const rulerStep = 256

// NewRuler measures text once; it costs one pass.
func NewRuler(text string) *Ruler {
	marks := make([]int, 1, len(text)/rulerStep+2)
	points := 0
	for rest := text; rest != ""; {
		n := min(rulerStep, len(rest))
		points += pointsIn(rest[:n])
		marks = append(marks, points)
		rest = rest[n:]
	}
	return &Ruler{text: text, marks: marks}
}

// Span is the code point span of the bytes [start, end) of the ruler's text. Both must lie on
// code point borders of valid UTF-8.
func (r *Ruler) Span(start, end int) Span {
	return Span{r.point(start), r.point(end)}
}

func (r *Ruler) point(at int) int {
	mark := at / rulerStep
	return r.marks[min(mark, len(r.marks)-1)] + pointsIn(r.text[min(mark*rulerStep, at):at])
}

// pointsIn counts the code points that begin in s, eight bytes at a time.
func pointsIn(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(v >> 7 &^ (v >> 6) & 0x0101010101010101) // bytes 10xxxxxx go on with one
	}
	for k := range len(s) {
		if s[k]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// Cut is the part of the ruler's text that a span of code points selects, "" when the span does
// not lie inside it.
func (r *Ruler) Cut(s Span) string {
	if s.Start < 0 || s.End < s.Start || s.End > r.marks[len(r.marks)-1] {
		return ""
	}
	return r.text[r.offset(s.Start):r.offset(s.End)]
}

// offset is the byte at which a code point starts.
func (r *Ruler) offset(point int) int {
	mark := max(sort.SearchInts(r.marks[:len(r.marks)-1], point+1)-1, 0)
	at, points := mark*rulerStep, r.marks[mark]
	for at < len(r.text) {
		if r.text[at]&0xC0 != 0x80 {
			if points == point {
				break
			}
			points++
		}
		at++
	}
	return at
}

// Cut is the part of text that a span selects, "" when the span does not lie inside it.
func Cut(text string, s Span) string {
	if s.Start < 0 || s.End < s.Start {
		return ""
	}
	from, point := -1, 0
	for i := range text {
		if point == s.Start {
			from = i
		}
		if point == s.End {
			return text[from:i]
		}
		point++
	}
	if point == s.Start {
		from = len(text)
	}
	if point == s.End && from >= 0 {
		return text[from:]
	}
	return ""
}
