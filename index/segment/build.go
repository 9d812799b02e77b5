package segment

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

	index "github.com/blevesearch/bleve_index_api"
)

// Owner is the field that each entry has: under it stands the entry's owner, the part of its
// name before #.
const Owner byte = 'r'

// Document is an entry that can be written to a segment.
type Document interface {
	index.Document
	// Place is the entry's owner, and which of its entries it is: ID is both, with # between.
	Place() (owner string, part int)
	// Terms calls add with each word of each field, as often as it is there. count is how often it
	// counts, 1 or more.
	Terms(add func(field byte, term []byte, count uint32))
	// Stored is what is handed back with the entry.
	Stored() []byte
}

// builder gathers the terms of entries. Postings are encoded as they come; the last one of each
// term waits, since the entry may have the term again.
type builder struct {
	fields map[byte]*gathered
	doc    uint32
}

type gathered struct {
	known map[string]int32
	terms []gatheredTerm
}

type gatheredTerm struct {
	term       string
	n          int // postings, with the one that waits
	doc, count uint32
	before     uint32 // entry of the last encoded posting
	encoded    []byte
}

func (b *builder) add(field byte, term []byte, count uint32) {
	g := b.fields[field]
	if g == nil {
		g = &gathered{known: map[string]int32{}}
		b.fields[field] = g
	}
	at, ok := g.known[string(term)]
	if !ok {
		text := string(term)
		g.known[text] = int32(len(g.terms))
		g.terms = append(g.terms, gatheredTerm{term: text, n: 1, doc: b.doc, count: count})
		return
	}
	t := &g.terms[at]
	if t.doc == b.doc {
		t.count += count
		return
	}
	t.settle()
	t.n, t.doc, t.count = t.n+1, b.doc, count
}

// settle encodes the posting that waits.
func (t *gatheredTerm) settle() {
	t.encoded = appendPosting(t.encoded, t.doc-t.before, t.count)
	t.before = t.doc
}

// build makes a segment of documents, in the order of their places: the entries of an owner stand
// together.
func build(documents []index.Document) (*Segment, error) {
	entries := make([]Document, len(documents))
	for i, d := range documents {
		entry, ok := d.(Document)
		if !ok {
			return nil, fmt.Errorf("write segment: %T does not know its terms", d)
		}
		entries[i] = entry
	}
	slices.SortFunc(entries, func(a, b Document) int {
		owner, part := a.Place()
		other, otherPart := b.Place()
		return cmp.Or(cmp.Compare(owner, other), cmp.Compare(part, otherPart))
	})
	var out bytes.Buffer
	w := newWriter(&out)
	b := builder{fields: map[byte]*gathered{}}
	for i, entry := range entries {
		w.entry([]byte(entry.ID()), entry.Stored())
		b.doc = uint32(i)
		owner, _ := entry.Place()
		b.add(Owner, []byte(owner), 1)
		entry.Terms(b.add)
	}
	b.write(w)
	if err := w.finish(); err != nil {
		return nil, fmt.Errorf("write segment: %w", err)
	}
	s := &Segment{data: out.Bytes()}
	return s, s.load()
}

func (b *builder) write(w *writer) {
	names := make([]byte, 0, len(b.fields))
	for name := range b.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	var term []byte
	for _, name := range names {
		terms := b.fields[name].terms
		slices.SortFunc(terms, func(a, b gatheredTerm) int { return cmp.Compare(a.term, b.term) })
		w.begin(name)
		for i := range terms {
			t := &terms[i]
			t.settle()
			term = append(term[:0], t.term...)
			w.term(term, t.n, t.encoded)
		}
		w.end()
	}
}
