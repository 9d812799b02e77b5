// Package phrase cuts Vietnamese text into words and marks and looks phrases up in tables, without
// copying the text: every word is a hash that ignores letter case and where in the syllable its
// tone is written, so that "Hoà", "hòa" and "HÒA" are one word.
package phrase
