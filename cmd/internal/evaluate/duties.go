package evaluate

import (
	"fmt"
	"slices"

	"congvan/corpus"
)

// An obligation is right when most of its words lie inside one of the gold; a gold obligation is
// found when right ones together cover most of it: so splitting a long item costs nothing.
const (
	sameWords = 0.7
	covered   = 0.6
)

func (s *Score) obligations(g Gold, r *corpus.Record) {
	if g.Obligations == nil {
		return
	}
	gold := *g.Obligations
	goldWords := make([][]string, len(gold))
	for k, d := range gold {
		goldWords[k] = words(d.Action)
	}
	found := make([][]corpus.Obligation, len(gold))
	t := s.field("obligations")
	for _, o := range r.Obligations {
		best := bestOf(o, gold, goldWords)
		s.Trust.add(o.Confidence, best >= 0, true)
		if best < 0 {
			t.Wrong++
			t.Misses = append(t.Misses, fmt.Sprintf("%s: no duty %.80q", g.File, o.Action.Value))
			continue
		}
		found[best] = append(found[best], o)
	}
	for k, d := range gold {
		if d.Optional {
			continue
		}
		var mine []string
		for _, o := range found[k] {
			mine = append(mine, words(o.Action.Value)...)
		}
		if inside(goldWords[k], mine) < covered {
			t.Missed++
			t.Misses = append(t.Misses, fmt.Sprintf("%s: missed %.80q", g.File, d.Action))
			continue
		}
		t.Right++
		s.duty(g.File, d, found[k])
	}
}

// bestOf is the gold duty that an obligation is, -1 for none: of several that hold its words the
// one that it fills most, of the same actors and section; zones come last.
func bestOf(o corpus.Obligation, gold []Duty, goldWords [][]string) int {
	mine := words(o.Action.Value)
	best, bestRank := -1, 0.0
	for k, d := range gold {
		share := inside(mine, goldWords[k])
		if share < sameWords {
			continue
		}
		rank := share + 0.2*min(1, float64(len(mine))/float64(max(1, len(goldWords[k]))))
		if d.Zone {
			rank -= 0.15
		}
		if sameSet(foldAll(d.Actors), actorsOf([]corpus.Obligation{o}, true)) {
			rank += 0.1
		}
		if d.Section != "" && d.Section == o.Section {
			rank += 0.05
		}
		if rank > bestRank {
			best, bestRank = k, rank
		}
	}
	return best
}

func (s *Score) duty(file string, d Duty, found []corpus.Obligation) {
	s.yes("actors", sameSet(foldAll(d.Actors), actorsOf(found, false)), fmt.Sprintf("%s: actors of %.60q: %q, got %q", file, d.Action, d.Actors, actorsOf(found, false)))
	if d.Section != "" {
		var sections []string
		for _, o := range found {
			sections = append(sections, o.Section)
		}
		s.yes("sections", slices.Contains(sections, d.Section), fmt.Sprintf("%s: section %s, got %q", file, d.Section, sections))
	}
	var gold, got, goldKinds []string
	kinds := map[string]bool{}
	for _, t := range d.Timing {
		if key := timingKey(t); key != "" {
			gold = append(gold, key)
		} else {
			goldKinds = append(goldKinds, string(t.Kind))
		}
	}
	for _, o := range found {
		for _, t := range o.Timing {
			kinds[string(t.Kind)] = true
			if key := timingKey(timing{t.Kind, t.Due.String(), t.To.String(), t.RRule, t.Duration}); key != "" {
				got = append(got, key)
			}
		}
	}
	s.set("timing", gold, got, file)
	for _, kind := range goldKinds {
		if kinds[kind] {
			s.field("timing").Right++
		} else {
			s.field("timing").Missed++
		}
	}
}

func (s *Score) yes(name string, right bool, miss string) {
	t := s.field(name)
	if right {
		t.Right++
		return
	}
	t.Wrong, t.Missed = t.Wrong+1, t.Missed+1
	t.Misses = append(t.Misses, miss)
}

// timingKey is what a timing is compared by: its kind with its date or frequency; "" when it has
// neither and the kind alone is compared.
func timingKey(t timing) string {
	if rule := freq.FindString(t.RRule); rule != "" {
		return "recurring " + rule
	}
	for _, value := range []string{t.Due, t.To, t.Duration} {
		if value != "" {
			return string(t.Kind) + " " + value
		}
	}
	return ""
}

func actorsOf(found []corpus.Obligation, coordinators bool) []string {
	var names []string
	for _, o := range found {
		for _, a := range o.Actors {
			if coordinators || a.Role != corpus.RoleCoordinate {
				names = append(names, fold(a.Value))
			}
		}
	}
	return names
}

func sameSet(a, b []string) bool {
	for _, v := range a {
		if !slices.Contains(b, v) {
			return false
		}
	}
	for _, v := range b {
		if !slices.Contains(a, v) {
			return false
		}
	}
	return true
}
