package duty

import (
	"strings"

	"congvan/corpus"
)

// parties are the mentions just read.
func (f *finder) parties() []party {
	if cap(f.arena)-len(f.arena) < len(f.mentions) {
		f.arena = make([]party, 0, max(32, len(f.mentions)))
	}
	from := len(f.arena)
	for _, m := range f.mentions {
		start, end := m.Start, m.End
		if m.Short.End > 0 && len(f.mentions) == 1 { // of several it is the name of all: "(BHXH tỉnh)": the name that the document itself goes on with
			start, end = m.Short.Start, m.Short.End
		}
		f.arena = append(f.arena, party{value: clean(f.text[start:end]), start: start, end: end, group: m.Group, bare: m.Bare, kind: m.Group && !m.Post && !m.Many})
	}
	return f.arena[from:len(f.arena):len(f.arena)]
}

// clean is words on one line.
func clean(s string) string {
	if strings.IndexByte(s, '\n') < 0 && !strings.Contains(s, "  ") && strings.IndexByte(s, '\t') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isIssuer reports whether a name is that of who signs the document, a short form of it ("UBND
// tỉnh", "Bộ") or a post in it.
func (f *finder) isIssuer(p party) bool {
	return f.in.Issuer != "" && f.in.Units.Speaks(p.value, f.in.Issuer)
}

// addressed reports whether the document is addressed to one of the parties.
func (f *finder) addressed(parties []party) bool {
	for _, p := range parties {
		for _, a := range f.in.Addressees {
			if f.in.Units.Contains(a.Value, p.value) {
				return true
			}
		}
	}
	return false
}

// same reports whether two lists of parties name the same units.
func (f *finder) same(a, b []party) bool {
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if a[k].value == b[k].value {
			continue
		}
		if f.key(a[k].value).key != f.key(b[k].value).key {
			return false
		}
	}
	return true
}

// addressees are the parties of an order that names none.
func (f *finder) addressees() []party {
	var list []party
	for _, a := range f.in.Addressees {
		f.arena = append(f.arena, party{value: a.Value, span: a.Span})
	}
	return list
}

// actor is a party as the record has it.
func (f *finder) actor(p party, role corpus.Role, rule string) corpus.Actor {
	span := p.span
	if span.IsZero() {
		span = f.in.Ruler.Span(p.start, p.end)
	}
	a := corpus.Actor{Value: p.value, Role: role, Span: span, Rule: rule}
	if k := f.key(p.value); k.known {
		a.Unit = k.key
	}
	return a
}

// unitKey is what the register says of a name.
type unitKey struct {
	key   string
	known bool
}

// key looks a name up in the register, each name of a document once.
func (f *finder) key(name string) unitKey {
	if k, ok := f.keys[name]; ok {
		return k
	}
	if f.keys == nil {
		f.keys = map[string]unitKey{}
	}
	key, _, ok := f.in.Units.Lookup(name)
	f.keys[name] = unitKey{key, ok}
	return f.keys[name]
}
