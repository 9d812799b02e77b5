package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// Status is the outcome of reading one input; it is stored with it, so that the next run knows
// what to try again.
type Status string

// The outcomes. Only StatusOK and StatusPartial have text that can be trusted.
const (
	StatusOK          Status = "ok"
	StatusPartial     Status = "partial"     // some pages or parts could not be read
	StatusNoText      Status = "no_text"     // a scan, and no OCR on this machine
	StatusEmpty       Status = "empty"       // nothing in it
	StatusUnsupported Status = "unsupported" // a form that is not read
	StatusProtected   Status = "protected"   // needs a password
	StatusDamaged     Status = "damaged"     // not what its form demands
	StatusTooLarge    Status = "too_large"   // over a limit
	StatusFailed      Status = "failed"      // could not be opened, timed out, crashed
)

// Readable reports whether the status leaves text to work with.
func (s Status) Readable() bool { return s == StatusOK || s == StatusPartial }

// Kind tells a directive from a text that reports on one.
type Kind string

// The kinds of sources.
const (
	KindOriginal Kind = "original"
	KindArticle  Kind = "article"
)

// Source says where a document comes from and how reading it went.
type Source struct {
	URI       string    `json:"uri,omitempty"`
	Name      string    `json:"name,omitempty"` // file name
	MediaType string    `json:"media_type,omitempty"`
	SHA256    string    `json:"sha256,omitempty"` // of the bytes as received, hex
	Size      int64     `json:"size"`             // in bytes
	Kind      Kind      `json:"kind,omitempty"`
	Status    Status    `json:"status"`
	Reason    string    `json:"reason,omitempty"` // why the status is not ok, and what to do
	Title     string    `json:"title,omitempty"`
	Author    string    `json:"author,omitempty"`
	Published Date      `json:"published,omitzero"`
	FetchedAt time.Time `json:"fetched_at,omitzero"`
	Parser    string    `json:"parser,omitempty"` // form and version, "pdf/1"
	Pages     int       `json:"pages,omitempty"`
	Warnings  []string  `json:"warnings,omitempty"`
}

// Document is a source read: its text in reading order, NFC, one paragraph a line, a table row a
// line with tabs between its cells. Every span of a record points into Text.
type Document struct {
	Source Source `json:"source"`
	Text   string `json:"text"`
	Pages  []Span `json:"pages,omitempty"`  // of Text; empty when the form has no pages
	Doubts []Span `json:"doubts,omitempty"` // words that OCR read with little confidence
}

// ID is the document's identity: the same bytes give the same ID.
func (d *Document) ID() string { return IDOf(d.Source.SHA256) }

// IDOf is the identity of the bytes with this SHA-256 (hex): its first 16 digits.
func IDOf(sha256 string) string { return sha256[:min(16, len(sha256))] }

// Hash is the SHA-256 of bytes in hex.
func Hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
