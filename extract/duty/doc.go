// Package duty reads the obligations that a document lays on units: who must do what, as lead or
// as partner, how strictly, on what condition and where it says so. It knows the grammar of orders
// and the form of the text; what a unit's name is it asks the gazetteer.
package duty
