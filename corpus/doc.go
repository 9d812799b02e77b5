// Package corpus holds the words of the field: documents, records and what records are made of.
// It knows nothing of files, networks or search; it imports the standard library alone.
package corpus
