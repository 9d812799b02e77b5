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
	for k := range found {
		if c := &found[k]; c.Rule == letterhead && own.IsZero() {
			own = c.Number
		}
	}
	m := merger{ruler: ruler, own: own, ownKey: own.LooseKey(), byKey: map[string]int{}, said: make([]said, 0, len(found))}
	m.entries = make([]entry, 0, min(len(found), 16))
	m.all(text, found, tables)
	return m.references()
}

// all adds the citations with numbers first: the others may be short forms of them.
func (m *merger) all(text string, found []Citation, tables []Table) {
	for _, table := range tables {
		listed := table.documents(text)
		for k := range listed {
			m.numbered(&listed[k].Citation, listed[k].unit)
		}
	}
	dated := false
	for k := range found {
		if c := &found[k]; !c.Number.IsZero() && c.Rule != letterhead {
			m.numbered(c, "")
		}
	}
	for k := range found {
		switch c := &found[k]; {
		case c.Short():
			m.short(c)
		case c.Rule == ruleDated:
			dated = true
		case c.Number.IsZero():
			m.named(c)
		}
	}
	if !dated {
		return
	}
	years := m.years()
	for k := range found {
		if c := &found[k]; c.Rule == ruleDated {
			m.dated(c, years)
		}
	}
}

type merger struct {
	ruler    *corpus.Ruler
	own      corpus.DocumentNumber
	ownKey   string
	entries  []entry
	byKey    map[string]int
	names    names
	bySerial []int         // entries with a number, by its serial; made for the first short form
	parts    map[part]bool // the provisions of entries
	said     []said
	key      []byte          // being looked up
	keys     strings.Builder // those kept
}

// entry is one document on the way to a reference.
type entry struct {
	corpus.Reference
	number corpus.DocumentNumber
	name   string
	known  string // the last name by which it can be found
	first  int    // byte of the first mention
}

// numbered adds a citation with a number.
func (m *merger) numbered(c *Citation, unit string) {
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
	}
	m.mention(k, c)
	if c.Name != "" {
		m.addName(c.Name, k)
	}
}

// isOwn reports whether the citation names the document itself: its number, of its own year.
func (m *merger) isOwn(c *Citation) bool {
	if m.own.IsZero() || c.Number.Serial != m.own.Serial || c.Number.Year != m.own.Year && c.Number.Year != 0 && m.own.Year != 0 {
		return false
	}
	m.key = c.Number.AppendLooseKey(m.key[:0])
	return string(m.key) == m.ownKey
}

// numberEntry is the entry of a citation's number, a new one when there is none. A number without
// a year that comes with dates of two years is two documents: serials restart every 1 January.
func (m *merger) numberEntry(c *Citation) int {
	m.key = strconv.AppendInt(append(c.Number.AppendLooseKey(m.key[:0]), '|'), int64(c.Number.Year), 10)
	k, ok := m.byKey[string(m.key)]
	if ok && c.Number.Year == 0 && otherYear(m.entries[k].Issued, c.Issued) {
		m.key = strconv.AppendInt(append(m.key, '|'), int64(c.Issued.Year), 10)
		k, ok = m.byKey[string(m.key)]
	}
	if !ok {
		k = len(m.entries)
		m.byKey[m.kept()] = k
		m.entries = append(m.entries, entry{Reference: corpus.Reference{Value: c.Number.String()}, number: c.Number})
	}
	return k
}

// kept is the key being looked up as a string, cut from one that all keys share.
func (m *merger) kept() string {
	from := m.keys.Len()
	m.keys.Write(m.key)
	return m.keys.String()[from:]
}

func otherYear(a, b corpus.Date) bool { return a.Year != 0 && b.Year != 0 && a.Year != b.Year }

// short adds Nghị quyết số 96: to the only document of that type and serial, else as an entry of
// its own.
func (m *merger) short(c *Citation) {
	if m.own.Serial == c.Serial && (m.own.TypeCode() == "" || sameType(c.Type, typeOfSymbol(m.own))) && c.Issued.IsZero() && m.own.Serial > 0 {
		return
	}
	match, count := -1, 0
	for _, k := range m.withSerial(c.Serial) {
		e := &m.entries[k]
		if sameType(e.Type, c.Type) && !otherYear(e.Issued, c.Issued) && (c.Issued.IsZero() || !e.Issued.IsDay() || !c.Issued.IsDay() || e.Issued == c.Issued) {
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
	m.mention(match, c)
}

// withSerial are the entries whose number has this serial, which is above 0.
func (m *merger) withSerial(serial int) []int {
	if m.bySerial == nil {
		m.bySerial = make([]int, 0, len(m.entries))
		for k := range m.entries {
			if !m.entries[k].number.IsZero() {
				m.bySerial = append(m.bySerial, k)
			}
		}
		slices.SortStableFunc(m.bySerial, func(a, b int) int { return m.entries[a].number.Serial - m.entries[b].number.Serial })
	}
	compare := func(k, serial int) int { return m.entries[k].number.Serial - serial }
	from, _ := slices.BinarySearchFunc(m.bySerial, serial, compare)
	to, _ := slices.BinarySearchFunc(m.bySerial[from:], serial+1, compare)
	return m.bySerial[from : from+to]
}

// sameType reports whether two type names can be of one document; an unknown one fits all.
func sameType(a, b string) bool {
	return a == "" || b == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
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
