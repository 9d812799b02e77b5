package bleveengine

import (
	"hash/fnv"
	"io"
	"strconv"

	index "github.com/blevesearch/bleve_index_api"

	"congvan/index/analysis"
	"congvan/index/engine"
)

// The fields of the index. A text has two: syllables and pairs of neighbours. Their marked and
// markless forms share a term (see analysis), so there is no second field for folded text.
const (
	fieldSyllable        = "s"
	fieldPair            = "b"
	fieldContextSyllable = "u"
	fieldContextPair     = "v"
	fieldKey             = "k" // name + "\x00" + value
	fieldOwner           = "r" // the record's ID, on each of its passages
	fieldPlace           = "h" // what an entry is and belongs to
	fieldStored          = "p" // stored only
	fieldID              = "_id"
)

// Terms with no words in them. What is a number of each entry stands as the frequency of one
// term that all have, once, instead of as a norm beside each posting or as a value in a column
// of its own: reading it for all entries of a segment is reading one list.
const (
	termLength = "\x00n"
	termPrior  = "\x00p" // the prior in thousandths
	termHead   = "h"     // on each head
	termOwner  = "o"     // hash of the owner, with its number of the half after it
	termGroup  = "g"     // hash of the group
)

// hash is a text as two numbers above 0 that can stand as frequencies.
func hash(text string) (low, high int) {
	h := fnv.New64a()
	io.WriteString(h, text) //nolint:errcheck // a hash takes all
	sum := h.Sum64()
	return int(sum&(1<<30-1)) + 1, int(sum>>30&(1<<30-1)) + 1
}

func (f *field) setHash(term, text string) {
	low, high := hash(text)
	f.set(term+"0", low)
	f.set(term+"1", high)
}

// document is one entry as scorch takes it: it analyses itself, in one pass over the text for
// syllables and pairs.
type document struct {
	id     string
	entry  engine.Entry
	fields []index.Field
}

func documentID(owner string, part int) string { return owner + "#" + strconv.Itoa(part) }

func newDocument(e engine.Entry) *document {
	d := &document{id: documentID(e.Owner, e.Part), entry: e}
	syllables, pairs := &field{name: fieldSyllable}, &field{name: fieldPair}
	syllables.analyze = func() { analyzeText(e, syllables, pairs) }
	d.fields = []index.Field{
		syllables, pairs,
		keywords(fieldOwner, e.Owner),
		&field{name: fieldStored, value: e.Stored, options: index.StoreField},
	}
	if e.Context != "" {
		syllables, pairs := &field{name: fieldContextSyllable}, &field{name: fieldContextPair}
		syllables.analyze = func() {
			tokens := analysis.Tokens(e.Context)
			syllables.count(syllableKeys(tokens), len(tokens))
			pairs.count(pairKeys(tokens), 0)
		}
		d.fields = append(d.fields, syllables, pairs)
	}
	place := &field{name: fieldPlace}
	place.setHash(termOwner, e.Owner)
	d.fields = append(d.fields, place)
	if e.Part > 0 && !e.Head {
		return d
	}
	place.set(termHead, 1)
	var keys []string
	for _, k := range e.Keys {
		keys = append(keys, k.Name+"\x00"+k.Value)
	}
	d.fields = append(d.fields, keywords(fieldKey, keys...))
	if e.Group != "" {
		place.setHash(termGroup, e.Group)
	}
	return d
}

func analyzeText(e engine.Entry, syllables, pairs *field) {
	tokens := analysis.Tokens(e.Text)
	syllables.count(syllableKeys(tokens), len(tokens))
	if e.Prior != 0 && e.Prior != 1 {
		syllables.set(termPrior, int(e.Prior*1000))
	}
	pairs.count(pairKeys(tokens), 0)
}

func (d *document) ID() string  { return d.id }
func (d *document) Size() int   { return len(d.entry.Text) + len(d.entry.Stored) }
func (d *document) AddIDField() { d.fields = append(d.fields, idField(d.id)) }
func (d *document) VisitFields(visit index.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}
func (d *document) VisitComposite(index.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                         { return false }
func (d *document) NumPlainTextBytes() uint64                  { return uint64(len(d.entry.Text)) }
func (d *document) StoredFieldsBytes() uint64                  { return uint64(len(d.entry.Stored)) }
func (d *document) Indexed() bool                              { return true }

// field is one field of a document.
type field struct {
	name    string
	value   []byte
	options index.FieldIndexingOptions
	analyze func()
	terms   index.TokenFrequencies
}

func (f *field) Name() string             { return f.name }
func (f *field) Value() []byte            { return f.value }
func (f *field) ArrayPositions() []uint64 { return nil }
func (f *field) EncodedFieldType() byte   { return 't' }
func (f *field) Analyze() {
	if f.analyze != nil {
		f.analyze()
	}
}
func (f *field) Options() index.FieldIndexingOptions {
	if f.options == 0 {
		return index.IndexField
	}
	return f.options
}

// AnalyzedLength is what scorch writes beside each posting as its norm. It is the same
// everywhere, so that it compresses to nothing; lengths are kept under termLength.
func (f *field) AnalyzedLength() int                              { return 1 }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return uint64(len(f.value)) }

func (f *field) set(term string, frequency int) {
	tf := &index.TokenFreq{Term: []byte(term)}
	tf.SetFrequency(frequency)
	if f.terms == nil {
		f.terms = index.TokenFrequencies{}
	}
	f.terms[term] = tf
}

func idField(id string) *field {
	f := keywords(fieldID, id)
	f.value, f.options = []byte(id), index.IndexField|index.StoreField
	return f
}

func keywords(name string, terms ...string) *field {
	f := &field{name: name, terms: make(index.TokenFrequencies, len(terms))}
	for _, term := range terms {
		if f.terms[term] == nil {
			f.set(term, 1)
		}
	}
	return f
}
