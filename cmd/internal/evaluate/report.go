package evaluate

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Trust compares confidences with how often values that carry them are right.
type Trust struct {
	right, all [11]int // by tenths of the confidence
}

// add notes a value that was found with a confidence.
func (t *Trust) add(confidence float64, right, found bool) {
	if confidence == 0 || !found {
		return
	}
	at := int(confidence*10 + 1e-9)
	t.all[at]++
	if right {
		t.right[at]++
	}
}

// Report is the tables of a score in Markdown.
func (s *Score) Report() string {
	var b strings.Builder
	b.WriteString("| field | precision | recall | F1 | right | wrong | missed |\n|---|---|---|---|---|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(s.Fields)) {
		t := s.Fields[name]
		p, r, f1 := t.scores()
		fmt.Fprintf(&b, "| %s | %.3f | %.3f | %.3f | %d | %d | %d |\n", name, p, r, f1, t.Right, t.Wrong, t.Missed)
	}
	b.WriteString("\nOf the values given with a confidence, how many are right:\n\n| confidence | values | right |\n|---|---|---|\n")
	for i, all := range s.Trust.all {
		if all > 0 {
			fmt.Fprintf(&b, "| %.1f–%.1f | %d | %.3f |\n", float64(i)/10, min(float64(i)/10+0.1, 1), all, float64(s.Trust.right[i])/float64(all))
		}
	}
	return b.String()
}

// Misses is every value that is wrong or missed, a line each.
func (s *Score) Misses() []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(s.Fields)) {
		for _, miss := range s.Fields[name].Misses {
			all = append(all, name+": "+miss)
		}
	}
	return all
}
