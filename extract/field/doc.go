// Package field reads the header of a document, a file a field: number, type, issuer, place, date,
// subject, addressees, recipients, signatory, effect, contacts. A field that should be there and is
// not, or cannot be read, is said to be missing and why; it is never guessed.
package field
