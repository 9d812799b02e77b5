package citation

import (
	"slices"
	"strconv"
	"strings"

	"congvan/corpus"
)

// Merge makes references of the citations of a text and of the tables that list documents: every
// other document once, in the order of first mention, with all its mentions, the most precise date,
// the first title and issuer that are given and the strongest relation. Mentions of own, the
// document's number (zero when unknown: then the one of the letterhead), and of a blank number, which
// stands for it in a draft, are left out. ruler measures the same text.
func Merge(text string, ruler *corpus.Ruler, found []Citation, tables []Table, own corpus.DocumentNumber) []corpus.Reference {
	for _, c := range found {
		if c.Rule == letterhead && own.IsZero() {
			own = c.Number
		}
	}
	m := merger{ruler: ruler, own: own, byKey: map[string]int{}, byName: map[string][]int{}}
	for _, table := range tables {
		for _, row := range table.documents(text) {
			m.numbered(row.Citation, row.unit)
		}
	}
	for _, c := range found {
		if !c.Number.IsZero() && c.Rule != letterhead {
			m.numbered(c, "")
		}
	}
	for _, c := range found {
		switch {
		case c.Short():
			m.short(c)
		case c.Number.IsZero():
			m.named(c)
		}
	}
	return m.references()
}

type merger struct {
	ruler   *corpus.Ruler
	own     corpus.DocumentNumber
	entries []entry
	byKey   map[string]int
	byName  map[string][]int
}

// entry is one document on the way to a reference.
type entry struct {
	corpus.Reference
	number corpus.DocumentNumber
	name   string
	from   []int // byte offsets of the mentions, to order by
}

// numbered adds a citation with a number.
func (m *merger) numbered(c Citation, unit string) {
	if c.Blank() || m.isOwn(c) {
		return
	}
	k := m.numberEntry(c)
	e := &m.entries[k]
	if e.LeadUnit == "" {
		e.LeadUnit = unit
	}
	if c.Name != "" {
		e.name, e.Title = c.Name, firstOf(e.Title, c.Name)
		m.addName(c.Name, k)
	}
	m.mention(e, c)
}

// isOwn reports whether the citation names the document itself: its number, of its own year.
func (m *merger) isOwn(c Citation) bool {
	return !m.own.IsZero() && c.Number.Serial == m.own.Serial && (c.Number.Year == m.own.Year || c.Number.Year == 0 || m.own.Year == 0) &&
		c.Number.LooseKey() == m.own.LooseKey()
}

// numberEntry is the entry of a citation's number, a new one when there is none. A number without
// a year that comes with dates of two years is two documents: serials restart every 1 January.
func (m *merger) numberEntry(c Citation) int {
	key := c.Number.LooseKey() + "|" + strconv.Itoa(c.Number.Year)
	k, ok := m.byKey[key]
	if ok && c.Number.Year == 0 && otherYear(m.entries[k].Issued, c.Issued) {
		key += "|" + strconv.Itoa(c.Issued.Year)
		k, ok = m.byKey[key]
	}
	if !ok {
		k = len(m.entries)
		m.byKey[key] = k
		m.entries = append(m.entries, entry{Reference: corpus.Reference{Value: c.Number.String()}, number: c.Number})
	}
	return k
}

func otherYear(a, b corpus.Date) bool { return a.Year != 0 && b.Year != 0 && a.Year != b.Year }

// short adds Nghị quyết số 96: to the only document of that type and serial, else as an entry of
// its own.
func (m *merger) short(c Citation) {
	if m.own.Serial == c.Serial && (m.own.TypeCode() == "" || sameType(c.Type, typeOfSymbol(m.own))) && c.Issued.IsZero() && m.own.Serial > 0 {
		return
	}
	match, count := -1, 0
	for k := range m.entries {
		e := &m.entries[k]
		fits := e.number.Serial == c.Serial && sameType(e.Type, c.Type) && !otherYear(e.Issued, c.Issued)
		if fits && (c.Issued.IsZero() || !e.Issued.IsDay() || !c.Issued.IsDay() || e.Issued == c.Issued) {
			match, count = k, count+1
		}
	}
	if count != 1 {
		key := c.Type + " " + strconv.Itoa(c.Serial)
		k, ok := m.byKey[key]
		if !ok {
			k = len(m.entries)
			m.byKey[key] = k
			m.entries = append(m.entries, entry{Reference: corpus.Reference{Value: key}})
		}
		match = k
	}
	m.mention(&m.entries[match], c)
}

// sameType reports whether two type names can be of one document; an unknown one fits all.
func sameType(a, b string) bool {
	return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// named adds a document named by its name. A mention without a year joins the only document of
// that name.
func (m *merger) named(c Citation) {
	match := m.nameEntry(strings.ToLower(c.Name), c.Issued.Year)
	if match < 0 {
		match = len(m.entries)
		m.entries = append(m.entries, entry{name: c.Name})
		m.addName(c.Name, match)
	}
	e := &m.entries[match]
	m.mention(e, c)
	if e.number.IsZero() {
		e.Value = e.name
		if year := e.year(); year > 0 {
			e.Value += " " + strconv.Itoa(year)
		}
	}
}

// nameEntry is the entry of that name and year, else the only one whose year does not contradict it;
// -1 when there is none.
func (m *merger) nameEntry(name string, year int) int {
	match, count := -1, 0
	for _, k := range m.byName[name] {
		switch known := m.entries[k].year(); {
		case known == year:
			return k
		case year == 0 || known == 0:
			match, count = k, count+1
		}
	}
	if count != 1 {
		return -1
	}
	return match
}

func (e *entry) year() int {
	if e.number.Year > 0 {
		return e.number.Year
	}
	return e.Issued.Year
}

func (m *merger) addName(name string, k int) {
	name = strings.ToLower(name)
	if !slices.Contains(m.byName[name], k) {
		m.byName[name] = append(m.byName[name], k)
	}
}

// issuers are those whose code in a symbol leaves no doubt.
var issuers = []struct{ code, name string }{
	{"CP", "Chính phủ"},                                    // 115/2015/NĐ-CP
	{"TTg", "Thủ tướng Chính phủ"},                         // 28/2025/QĐ-TTg
	{"QH", "Quốc hội"},                                     // 58/2014/QH13
	{"UBTVQH", "Ủy ban Thường vụ Quốc hội"},                // 1002/2006/NQ-UBTVQH11
	{"HĐBT", "Hội đồng Bộ trưởng"},                         // 235/HĐBT
	{"HĐTP", "Hội đồng Thẩm phán Tòa án nhân dân tối cao"}, // 05/2019/NQ-HĐTP
}

// issuerOfSymbol is who the last code of a number names, "" when the code alone does not tell.
func issuerOfSymbol(n corpus.DocumentNumber) string {
	last := strings.TrimRight(n.Symbol[strings.LastIndexAny(n.Symbol, "-/")+1:], "0123456789K")
	for _, row := range issuers {
		if row.code == last && (n.Year > 0 || n.TypeCode() != "") {
			return row.name
		}
	}
	return ""
}

// mention adds to an entry what a citation says of it.
func (m *merger) mention(e *entry, c Citation) {
	e.Type = firstOf(e.Type, c.Type)
	e.Issued = finer(e.Issued, c.Issued)
	e.Issuer = firstOf(e.Issuer, c.Issuer)
	e.Title = firstOf(e.Title, c.Title)
	if c.Provision != "" && !slices.Contains(e.Provisions, c.Provision) {
		e.Provisions = append(e.Provisions, c.Provision)
	}
	if strength(c.Relation) > strength(e.Relation) {
		e.Relation, e.Passive = c.Relation, c.Passive
	}
	if c.Confidence > e.Confidence {
		e.Confidence, e.Rule = c.Confidence, c.Rule
	}
	if !slices.Contains(e.from, c.Start) {
		e.from = append(e.from, c.Start)
		e.Mentions = append(e.Mentions, m.ruler.Span(c.Start, c.End))
	}
}

// relations from the weakest to the strongest.
var relations = []corpus.Relation{"", corpus.RelationCites, corpus.RelationListed, corpus.RelationAttached, corpus.RelationBasis, corpus.RelationImplements,
	corpus.RelationGuides, corpus.RelationAmends, corpus.RelationReplaces, corpus.RelationRepeals}

func strength(r corpus.Relation) int { return slices.Index(relations, r) }

// references are the entries in the order of their first mention.
func (m *merger) references() []corpus.Reference {
	order := make([]int, len(m.entries))
	for k := range m.entries {
		e := &m.entries[k]
		order[k] = k
		e.Issuer = firstOf(e.Issuer, issuerOfSymbol(e.number))
		slices.SortFunc(e.Mentions, func(a, b corpus.Span) int { return a.Start - b.Start })
		slices.Sort(e.from)
		if len(e.Provisions) > 0 {
			e.Provision = e.Provisions[0]
		}
		if len(e.Provisions) < 2 {
			e.Provisions = nil
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return m.entries[a].from[0] - m.entries[b].from[0] })
	var references []corpus.Reference
	for _, k := range order {
		references = append(references, m.entries[k].Reference)
	}
	return references
}
