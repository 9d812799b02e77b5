package corpus

import (
	"slices"
	"strconv"
	"strings"
)

// partRanks are the words for a part of a document, the outermost first. "khoản" and "điểm" of a
// dispatch are its items, whatever it calls them.
var partRanks = []string{"phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết"}

// maxParts bounds how many parts a provision is taken to name.
const maxParts = 64

// Parts are the paths of labels, as in Obligation.Section, that a provision names: "điểm a, b
// khoản 2 Điều 5" gives "Điều 5.2.a" and "Điều 5.2.b". A provision that is not understood gives
// none.
func Parts(provision string) []string {
	var r partReader
	words := strings.FieldsFunc(strings.ToLower(provision), func(c rune) bool {
		return c == ' ' || c == '\n' || c == '\u00a0' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"'
	})
	raw := strings.FieldsFunc(provision, func(c rune) bool {
		return c == ' ' || c == '\n' || c == '\u00a0' || c == ',' || c == ';' || c == '(' || c == ')' || c == '"'
	})
	if len(words) != len(raw) {
		return nil
	}
	for k := 0; k < len(words); k++ {
		rank := slices.Index(partRanks, words[k])
		if words[k] == "tiểu" && k+1 < len(words) && words[k+1] == "mục" {
			rank, k = slices.Index(partRanks, "tiểu mục"), k+1
		}
		switch {
		case rank >= 0:
			r.part(rank)
		case words[k] == "đến" || words[k] == "tới" || words[k] == "-":
			r.span = true
		case words[k] == "phụ" || words[k] == "biểu" || words[k] == "mẫu" || words[k] == "trang" || words[k] == "dòng":
			return nil // no part of the body
		default:
			r.label(strings.Trim(raw[k], ".:"))
		}
	}
	r.flush()
	return r.paths
}

// partReader reads a provision, which names its parts from the inside out ("điểm a khoản 2 Điều
// 5") or from the outside in ("mục II, điểm 3").
type partReader struct {
	levels []partLevel
	span   bool // "đến" stands last
	paths  []string
}

type partLevel struct {
	rank   int
	labels []string
}

func (r *partReader) part(rank int) {
	n := len(r.levels)
	switch {
	case n == 0:
	case r.levels[n-1].rank == rank && (n == 1 || r.span):
		return // mục 2, mục 3
	case n == 1 && rank != r.levels[0].rank:
	case n > 1 && rank != r.levels[n-1].rank && (rank < r.levels[n-1].rank) == (r.levels[n-1].rank < r.levels[n-2].rank):
	default:
		r.flush()
	}
	r.levels = append(r.levels, partLevel{rank: rank})
}

// label adds a label to the part named last: 5, 12a, b, II, 2.1.
func (r *partReader) label(word string) {
	if len(r.levels) == 0 || !isPartLabel(word) {
		return
	}
	level := &r.levels[len(r.levels)-1]
	if n := len(level.labels); r.span && n > 0 {
		level.labels = append(level.labels, between(level.labels[n-1], word)...)
	}
	r.span = false
	if len(level.labels) < maxParts {
		level.labels = append(level.labels, word)
	}
}

func isPartLabel(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		digits := strings.TrimLeft(part, "0123456789")
		one := len([]rune(digits)) == 1
		if part == "" || len(part) > 5 || digits != "" && !one && (strings.Trim(part, "IVX") != "" || len(digits) < len(part)) {
			return false
		}
	}
	return true
}

// between are the labels between two: 1 and 4 give 2 and 3, a and c give b.
func between(from, to string) []string {
	var labels []string
	a, errA := strconv.Atoi(from)
	b, errB := strconv.Atoi(to)
	if errA == nil && errB == nil {
		for n := a + 1; n < b && len(labels) < maxParts; n++ {
			labels = append(labels, strconv.Itoa(n))
		}
		return labels
	}
	const letters = "abcdđeghiklmnopqrstuvxy"
	all := []rune(letters)
	a, b = slices.Index(all, []rune(from + " ")[0]), slices.Index(all, []rune(to + " ")[0])
	if a < 0 || b < 0 || len(from) > 2 || len(to) > 2 {
		return nil
	}
	for n := a + 1; n < b; n++ {
		labels = append(labels, string(all[n]))
	}
	return labels
}

// flush makes paths of the levels read.
func (r *partReader) flush() {
	levels := r.levels
	r.levels, r.span = nil, false
	slices.SortStableFunc(levels, func(a, b partLevel) int { return a.rank - b.rank })
	article := slices.Index(partRanks, "điều")
	for len(levels) > 1 && levels[0].rank < article && slices.ContainsFunc(levels, func(l partLevel) bool { return l.rank == article }) {
		levels = levels[1:] // the chapters around an article are no part of its path
	}
	paths := []string{""}
	for _, level := range levels {
		var next []string
		for _, path := range paths {
			for _, label := range level.labels {
				if level.rank == article {
					label = "Điều " + label
				}
				if path != "" {
					label = path + "." + label
				}
				if len(next) < maxParts {
					next = append(next, label)
				}
			}
		}
		paths = next
	}
	if len(levels) > 0 && len(r.paths)+len(paths) <= maxParts {
		r.paths = append(r.paths, paths...)
	}
}

// InPart reports whether a section, a path of labels, is the part or lies within it.
func InPart(section, part string) bool {
	rest, ok := strings.CutPrefix(section, part)
	return ok && part != "" && (rest == "" || rest[0] == '.')
}
