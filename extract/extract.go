// Package extract reads what a document orders: its header, its references and its obligations,
// each with the words that say so.
package extract

import (
	"congvan/corpus"
)

// Version names the rules of this package; records made by another version are stale.
const Version = "extract/1"

// Options tell how to extract. The zero value works.
type Options struct{}

// Extract reads a document. It is pure and total: no clock, no input or output, never an error
// or a panic. What is not in the text is absent from the record.
func Extract(d *corpus.Document, o Options) *corpus.Record {
	return &corpus.Record{Schema: corpus.Schema, ID: d.ID(), Extractor: Version, Source: d.Source, Text: d.Text, Pages: d.Pages}
}
