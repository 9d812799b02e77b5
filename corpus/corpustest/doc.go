// Package corpustest makes dispatches that look like real ones, for tests and benchmarks: every
// form of header, sections, duties with deadlines, references, tables, many issuers. The same
// seed and index give the same dispatch on every machine.
package corpustest
