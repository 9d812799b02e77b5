package duty

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/layout"
	"congvan/extract/phrase"
)

// At is a value found at the bytes [Start, End) of the text.
type At[T any] struct {
	Start, End int
	Value      T
}

// Input is what Find needs to know of a document. Layout, Units and Ruler must be set; the rest
// may be empty. Timings and Targets are sorted by position.
type Input struct {
	Layout     *layout.Layout
	Units      *gazetteer.Register
	Ruler      *corpus.Ruler
	Kind       corpus.Kind
	Type       string                 // code of the document's type: CV, QĐ, CT, TB
	Issuer     string                 // its own acts are no duties: "BHXH Việt Nam hướng dẫn …"
	Addressees []corpus.Found[string] // those to whom orders without a named actor go
	Timings    []At[corpus.Timing]
	Targets    []At[corpus.Target]
	Options    Options
}

// Options ask for what is left out by default.
type Options struct {
	Courtesies bool // closing courtesies: "nếu có vướng mắc, phản ánh về …", "nghiêm túc thực hiện"
}

// RuleCourtesy is the rule of a closing courtesy that Options.Courtesies lets through.
const RuleCourtesy = "courtesy"

// Find reads the obligations of a document in the order of its text. It takes time linear in the
// text's length.
func Find(in Input) []corpus.Obligation {
	f := &finder{in: in, text: in.Layout.Text, tokens: make([]phrase.Token, 0, 256), mentions: make([]gazetteer.Mention, 0, 16), out: make([]corpus.Obligation, 0, min(16, len(in.Layout.Nodes)))}
	f.walk()
	f.assigned()
	f.order()
	if len(f.out) == 0 {
		return nil
	}
	return f.out
}

// finder is one reading of a document.
type finder struct {
	in        Input
	text      string
	tokens    []phrase.Token // of the node being read
	part      []phrase.Token // of a part of it
	arena     []party        // where lists of parties are cut from
	actors    []corpus.Actor // where lists of actors are cut from
	section   string         // path of the node sectionOf
	parent    int
	mentions  []gazetteer.Mention
	scopes    []scope  // by node
	flows     []*scope // by node, shifted by one: scope of the last lead-in among its parts, or nil
	pair      []party  // the last two parties named together: "hai bên"
	spoken    []party  // of an article: who acted last
	acting    acting
	given     bool // the last order read was "giao" or "phân công"
	asked     bool // … or "yêu cầu"
	told      bool // the last subject read had a predicate, if none that obliges
	ordered   bool // an order was read: what stands after it orders too
	provision bool // the node is a paragraph of an article in a decision
	unit      bool // the sentence begins with a unit
	quoteEnd  int  // where the quotation that is being passed over ends
	unclosed  bool // no quotation ends in the rest of the text
	keys      map[string]unitKey
	ids       map[uint64]int
	names     strings.Builder // where identities are cut from
	out       []corpus.Obligation
	ctx       scope // of the node being read
	batch     batch
	task      task // whose labels are being read
	pieces    []labelPiece
	unordered bool // duties were read out of the order of the text
	timing    int  // first of Timings not before the current node
	target    int
}

// party is a unit that acts, at the bytes [start, end); a party from the addressees has its own
// span and no bytes.
type party struct {
	value      string
	start, end int
	span       corpus.Span
	group      bool
	kind       bool // "doanh nghiệp", without "các"
	bare       bool // "các đơn vị" and no more
}

// acting is who acts in an item, for the paragraphs under it: "1. Giao Công ty rà soát …" and below
// it "Trường hợp không đủ điều kiện thì báo cáo …".
type acting struct {
	node    int
	parties []party
}

// scope is what a heading or a lead-in says of what stands under it.
type scope struct {
	parties  []party
	partners []party // "phối hợp với Sở Y tế thực hiện các nội dung sau:"
	mood     mood
	modality corpus.Modality
	rule     string // where the parties come from
	ordered  bool   // a lead-in: "yêu cầu … thực hiện các nội dung sau:"
}

// mood is how sentences without a named actor are read.
type mood uint8

const (
	plain  mood = iota // only sentences that name who acts
	duties             // a section of duties: every sentence that begins with a verb
	silent             // aims, conditions, findings: nothing but express orders
	deaf               // scope and definitions: nothing at all
)
