package bleveengine

import (
	"cmp"
	"slices"
	"strings"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// explain says which terms gave how much to a match's score: those of its best passage, and the
// keys of its head.
func (s *snapshot) explain(b *ranked, clauses []clause, lists [][]*postings, r engine.Request) []engine.Part {
	p := &s.segments[b.part]
	var parts []engine.Part
	for i := range clauses {
		k, list := &clauses[i], lists[i][b.part]
		doc := b.best
		if k.field == fieldKey {
			doc = b.doc
		}
		at := seek(list.docs, 0, doc)
		if at == len(list.docs) || list.docs[at] != doc {
			continue
		}
		part := engine.Part{Zone: "key", Score: k.boost, Count: int(list.counts[at]), Of: k.frequency}
		if k.field != fieldKey {
			part.Zone = [zones]string{"text", "context"}[k.zone]
			count := float64(list.counts[at])
			part.Score = k.weight * (r.Ranking.K1 + 1) * count / (count + float64(s.saturationFor(p, k.zone, r.Ranking)[doc]))
		}
		if part.Score > 0 {
			if r.Explain || k.field == fieldKey {
				part.Term = k.shown()
			}
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b engine.Part) int { return cmp.Compare(b.Score, a.Score) })
	return parts
}

// shown is a clause's term for people.
func (k *clause) shown() string {
	switch {
	case k.kind == keyed:
		return k.term
	case k.field == fieldKey:
		return strings.Replace(k.term, "\x00", ": ", 1)
	case k.kind == starting:
		return k.term + "*"
	case k.kind == together:
		words := make([]string, 0, len(k.terms)+1)
		for i, term := range k.terms {
			a, b, _ := analysis.ParsePairKey(term)
			if i == 0 {
				words = append(words, a.Text())
			}
			words = append(words, b.Text())
		}
		return strings.Join(words, " ")
	}
	term := k.term
	if k.kind == allMarks {
		term, _, _ = strings.Cut(term, "\x00")
		return term
	}
	if a, b, ok := analysis.ParsePairKey(term); ok {
		return a.Text() + " " + b.Text()
	}
	return analysis.ParseKey(term).Text()
}
