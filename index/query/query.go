// Package query reads what a person types into the search box: words, "phrases", -without, OR,
// prefix*, numbers in any written form, and fields in Vietnamese and English. It never refuses:
// what it cannot read it searches as words, and says so.
package query

import (
	"congvan/corpus"
	"congvan/index/engine"
)

// Query is a search as it was understood.
type Query struct {
	Text       string      // as typed, cut to the longest that is read
	Where      engine.Expr // nil: everything
	Understood []string    // what was understood, a part each; in English: see In
	Problems   []Problem
	Words      int // of free text

	Sort    Sort
	Limit   int      // of hits; 0: 10
	Skip    int      // hits left out before the first
	After   string   // Results.Next of the page before
	Facets  []string // names of Facet… to count
	Explain bool
	Exact   bool // search as typed: no did-you-mean, no fewer words

	said []message
}

// Problem is something in the query that was not understood, or was left out.
type Problem struct {
	Column  int    `json:"column,omitempty"` // in characters, from 1; 0: not in the query itself
	Text    string `json:"text,omitempty"`
	Code    Code   `json:"code"`
	Message string `json:"message"` // in English: see Query.In

	said message
}

// Sort is the order of hits.
type Sort string

// The orders.
const (
	ByScore  Sort = ""
	ByNewest Sort = "newest"
	ByOldest Sort = "oldest"
	ByDue    Sort = "due"
)

// Sorts are the orders by name.
func Sorts() []Sort { return []Sort{"score", ByNewest, ByOldest, ByDue} }

// The names under which a record's properties are indexed, filtered and counted.
const (
	Type     = "type"     // loại: Công văn
	Issuer   = "issuer"   // cơ quan ban hành
	Year     = "year"     // năm
	Unit     = "unit"     // đơn vị that an obligation names
	Signer   = "signer"   // người ký
	Deadline = "deadline" // "yes" when an obligation has a date
	Kind     = "kind"     // original, article
	Issued   = "issued"   // YYYY-MM-DD
	Due      = "due"      // YYYY-MM-DD of each obligation
	Name     = "name"     // file name
	Modality = "modality" // of an obligation
	Section  = "section"  // of an obligation
	Serial   = "serial"   // 2482
	Number   = "number"   // strict key
	Loose    = "loose"    // loose key
	Written  = "written"  // number as typed, then as written: for suggestions
	Cites    = "cites"    // loose keys of the documents named
	Relation = "relation" // how it names them
)

// Options say what a query is read against.
type Options struct {
	Today corpus.Date // hạn:<30d counts from it
	Limit int         // default number of hits
}

// maxLength is how much of a query is read, in bytes; maxClauses how many words and conditions.
const (
	maxLength  = 8 << 10
	maxClauses = 60
)
