// Package gazetteer is the register of units: who is who among ministries, social insurance units,
// provinces and the groups of them, with their codes and the dates between which each existed. It
// also reads the names of units, known or not, in running text by their grammar.
package gazetteer
