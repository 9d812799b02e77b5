// Package layout reads the form of a document: which part of the page each line belongs to, the
// outline as a tree of labelled parts, the tables, and where one document of a file ends and the
// next begins. It knows lines and markers; what they mean is read elsewhere.
package layout
