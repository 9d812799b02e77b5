package citation

import (
	"cmp"
	"slices"

	"congvan/corpus"
)

// said is a mention of an entry; from is its first byte, to order by.
type said struct {
	entry, from int
	span        corpus.Span
}

// part is a provision of an entry.
type part struct {
	entry     int
	provision string
}

// mention adds to entry k what a citation says of it.
func (m *merger) mention(k int, c *Citation) {
	e := &m.entries[k]
	e.Type = firstOf(e.Type, c.Type)
	e.Issued = finer(e.Issued, c.Issued)
	e.Issuer = firstOf(e.Issuer, c.Issuer)
	e.Title = firstOf(e.Title, c.Title)
	if p := (part{k, c.Provision}); p.provision != "" && !m.parts[p] {
		if m.parts == nil {
			m.parts = map[part]bool{}
		}
		m.parts[p] = true
		e.Provisions = append(e.Provisions, c.Provision)
	}
	if strength(c.Relation) > strength(e.Relation) {
		e.Relation, e.Passive = c.Relation, c.Passive
	}
	if c.Confidence > e.Confidence {
		e.Confidence, e.Rule = c.Confidence, c.Rule
	}
	m.said = append(m.said, said{k, c.Start, m.ruler.Span(c.Start, c.End)})
}

// mentions gives every entry its mentions in the order of the text: one where a table's row and the
// text around it tell of the same.
func (m *merger) mentions() {
	slices.SortStableFunc(m.said, func(a, b said) int {
		return cmp.Or(a.entry-b.entry, a.from-b.from)
	})
	m.said = slices.CompactFunc(m.said, func(a, b said) bool { return a.entry == b.entry && a.from == b.from })
	spans := make([]corpus.Span, len(m.said))
	for at := 0; at < len(m.said); {
		e, from := &m.entries[m.said[at].entry], at
		e.first = m.said[at].from
		for ; at < len(m.said) && m.said[at].entry == m.said[from].entry; at++ {
			spans[at] = m.said[at].span
		}
		e.Mentions = spans[from:at:at]
	}
}

// relations from the weakest to the strongest.
var relations = []corpus.Relation{"", corpus.RelationCites, corpus.RelationListed, corpus.RelationAttached, corpus.RelationBasis, corpus.RelationImplements,
	corpus.RelationGuides, corpus.RelationAmends, corpus.RelationReplaces, corpus.RelationRepeals}

func strength(r corpus.Relation) int { return slices.Index(relations, r) }

// references are the entries in the order of their first mention.
func (m *merger) references() []corpus.Reference {
	if len(m.entries) == 0 {
		return nil
	}
	m.mentions()
	order := make([]int, len(m.entries))
	for k := range m.entries {
		e := &m.entries[k]
		order[k] = k
		e.Issuer = firstOf(e.Issuer, issuerOfSymbol(e.number))
		if len(e.Provisions) > 0 {
			e.Provision = e.Provisions[0]
		}
		if len(e.Provisions) < 2 {
			e.Provisions = nil
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return m.entries[a].first - m.entries[b].first })
	references := make([]corpus.Reference, 0, len(order))
	for _, k := range order {
		references = append(references, m.entries[k].Reference)
	}
	return references
}
