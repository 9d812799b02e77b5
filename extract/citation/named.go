package citation

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// names finds entries by their names in lower case. A text may cite thousands of laws of one name, so
// nothing goes through the entries of a name.
type names struct {
	byYear map[namedYear]int // the first entry of a name and year; year 0: none is known
	of     map[string]named
	looked int // entries looked at, for the test that counts them
}

// namedYear is a name with a year.
type namedYear struct {
	name string
	year int
}

// named counts the entries of a name.
type named struct {
	first    int // one of them
	count    int
	yearless int // without a year, as far as it is known
}

// named adds a document named by its name. A mention without a year joins the only document of
// that name.
func (m *merger) named(c *Citation) {
	match := m.nameEntry(c.Name, c.Issued.Year)
	fresh := match < 0
	if fresh {
		match = len(m.entries)
		m.entries = append(m.entries, entry{name: c.Name})
	}
	m.mention(match, c)
	if fresh {
		m.addName(c.Name, match)
	}
	e := &m.entries[match]
	if e.number.IsZero() {
		e.Value = e.name
		if year := strconv.Itoa(e.year()); e.year() > 0 && !strings.HasSuffix(e.Value, year) {
			e.Value += " " + year
		}
	}
}

// nameEntry is the entry of that name and year, else the only one whose year does not contradict it;
// -1 when there is none.
func (m *merger) nameEntry(name string, year int) int {
	m.key = appendLower(m.key[:0], name)
	m.settle()
	if k, ok := m.names.byYear[namedYear{string(m.key), year}]; ok {
		return k
	}
	switch n := m.names.of[string(m.key)]; {
	case year == 0 && n.count == 1:
		return n.first
	case year != 0 && n.yearless == 1:
		if k, ok := m.names.byYear[namedYear{string(m.key), 0}]; ok {
			return k
		}
	}
	return -1
}

// settle moves the entry that stands for the name being looked up without a year to its year, if a
// mention has given it one since.
func (m *merger) settle() {
	yearless := namedYear{string(m.key), 0}
	k, ok := m.names.byYear[yearless]
	if !ok {
		return
	}
	m.names.looked++
	year := m.entries[k].year()
	if year == 0 {
		return
	}
	delete(m.names.byYear, yearless)
	n := m.names.of[yearless.name]
	n.yearless--
	m.names.of[yearless.name] = n
	if at := (namedYear{yearless.name, year}); !m.names.has(at) {
		m.names.byYear[at] = k
	}
}

func (n *names) has(at namedYear) bool {
	_, ok := n.byYear[at]
	return ok
}

// addName lets entry k be found by a name; its year must be set by then.
func (m *merger) addName(name string, k int) {
	if m.names.of == nil {
		m.names.of, m.names.byYear = map[string]named{}, map[namedYear]int{}
	}
	m.key = appendLower(m.key[:0], name)
	m.names.looked++
	e := &m.entries[k]
	if e.known == name {
		return // it is there already
	}
	e.known = name
	key := m.kept()
	n, ok := m.names.of[key]
	if !ok {
		n.first = k
	}
	n.count++
	if e.year() == 0 {
		n.yearless++
	}
	m.names.of[key] = n
	if at := (namedYear{key, e.year()}); !m.names.has(at) {
		m.names.byYear[at] = k
	}
}

func (e *entry) year() int {
	if e.number.Year > 0 {
		return e.number.Year
	}
	return e.Issued.Year
}

func appendLower(dst []byte, s string) []byte {
	for _, r := range s {
		dst = utf8.AppendRune(dst, unicode.ToLower(r))
	}
	return dst
}

// typedYear is a type with a year.
type typedYear struct {
	kind string
	year int
}

// years are the entries that are the only ones of their type and year; -1 stands for several.
func (m *merger) years() map[typedYear]int {
	only := make(map[typedYear]int, len(m.entries))
	for k := range m.entries {
		at := typedYear{m.entries[k].Type, m.entries[k].year()}
		if _, several := only[at]; several {
			k = -1
		}
		only[at] = k
	}
	return only
}

// dated adds a document that only its type and date name: "Pháp lệnh năm 1961" is the only ordinance
// of 1961 that the text names otherwise, if there is one.
func (m *merger) dated(c *Citation, years map[typedYear]int) {
	k, ok := years[typedYear{c.Type, c.Issued.Year}]
	if ok && k >= 0 {
		if known := m.entries[k].Issued; c.Issued.Day == 0 || !known.IsDay() || known == c.Issued {
			m.mention(k, c)
			return
		}
	}
	m.named(c)
}
