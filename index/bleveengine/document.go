package bleveengine

import (
	"hash/fnv"
	"io"
	"strconv"

	index "github.com/blevesearch/bleve_index_api"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/segment"
)

// The fields of the index. A text has two: syllables and pairs of neighbours. Their marked and
// markless forms share a term (see analysis), so there is no second field for folded text.
const (
	fieldSyllable        byte = 's'
	fieldPair            byte = 'b'
	fieldContextSyllable byte = 'u'
	fieldContextPair     byte = 'v'
	fieldKey             byte = 'k' // name + "\x00" + value
	fieldPlace           byte = 'h' // what an entry is and belongs to
)

// Terms with no words in them. What is a number of each entry stands as the count of one term
// that all have: reading it for all entries of a segment is reading one list.
const (
	termLength = "\x00n"
	termPrior  = "\x00p" // the prior in thousandths
	termHead   = "h"     // on each head
	termGroup  = "g"     // hash of the group, with its number of the half after it
)

// hash is a text as two numbers above 0 that can stand as counts.
func hash(text string) (low, high uint32) {
	h := fnv.New64a()
	io.WriteString(h, text) //nolint:errcheck // a hash takes all
	sum := h.Sum64()
	return uint32(sum&(1<<30-1)) + 1, uint32(sum>>30&(1<<30-1)) + 1
}

// document is one entry as scorch takes it.
type document struct {
	id    string
	entry engine.Entry
	texts [zones]termKeys
}

var _ segment.Document = (*document)(nil)

func documentID(owner string, part int) string { return owner + "#" + strconv.Itoa(part) }

func newDocument(e engine.Entry) *document {
	return &document{id: documentID(e.Owner, e.Part), entry: e}
}

// analyze reads the entry's texts; scorch has several entries analysed at once.
func (d *document) analyze() {
	d.texts[inText] = keysOf(analysis.Tokens(d.entry.Text))
	d.texts[inContext] = keysOf(analysis.Tokens(d.entry.Context))
}

// Terms are the entry's words and keys, and what its numbers are.
func (d *document) Terms(add func(field byte, term []byte, count uint32)) {
	e := &d.entry
	for z := range zones {
		text := &d.texts[z]
		text.each(func(key []byte, isPair bool) {
			if isPair {
				add(z.pairs(), key, 1)
			} else {
				add(z.syllables(), key, 1)
			}
		})
		if text.tokens > 0 {
			add(z.syllables(), []byte(termLength), uint32(text.tokens))
		}
	}
	if e.Prior != 0 && e.Prior != 1 {
		add(fieldSyllable, []byte(termPrior), uint32(max(1, e.Prior*1000)))
	}
	if e.Part > 0 && !e.Head {
		return
	}
	add(fieldPlace, []byte(termHead), 1)
	if e.Group != "" {
		low, high := hash(e.Group)
		add(fieldPlace, []byte(termGroup+"0"), low)
		add(fieldPlace, []byte(termGroup+"1"), high)
	}
	var key []byte
	for _, k := range e.Keys {
		key = append(append(append(key[:0], k.Name...), 0), k.Value...)
		add(fieldKey, key, 1)
	}
}

func (d *document) ID() string                                 { return d.id }
func (d *document) Place() (owner string, part int)            { return d.entry.Owner, d.entry.Part }
func (d *document) Size() int                                  { return len(d.entry.Text) + len(d.entry.Stored) }
func (d *document) AddIDField()                                {}
func (d *document) VisitFields(visit index.FieldVisitor)       { visit(all{d}) }
func (d *document) VisitComposite(index.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                         { return false }
func (d *document) NumPlainTextBytes() uint64                  { return uint64(len(d.entry.Text)) }
func (d *document) StoredFieldsBytes() uint64                  { return uint64(len(d.entry.Stored)) }
func (d *document) Indexed() bool                              { return true }
func (d *document) Stored() []byte                             { return d.entry.Stored }

// all is the one field that scorch sees of a document, so that it has it analysed.
type all struct{ *document }

func (a all) Name() string                                     { return "" }
func (a all) Value() []byte                                    { return nil }
func (a all) ArrayPositions() []uint64                         { return nil }
func (a all) EncodedFieldType() byte                           { return 't' }
func (a all) Analyze()                                         { a.analyze() }
func (a all) Options() index.FieldIndexingOptions              { return index.IndexField }
func (a all) AnalyzedLength() int                              { return 0 }
func (a all) AnalyzedTokenFrequencies() index.TokenFrequencies { return nil }
