package citation

import (
	"strings"

	"congvan/corpus"
)

// Candidate is a stored document that a key leads to.
type Candidate struct {
	ID     string
	Issued corpus.Date
}

// Lookup answers which stored documents have a key: of a number, its strict key (Key) or its loose
// one (LooseKey); of a document named by its name, the name in lower case ("luật việc làm 2013"),
// for which loose is false.
type Lookup func(key string, loose bool) []Candidate

// Resolve sets the Target of every reference that leads to exactly one stored document: by the
// strict key first, then by the loose one. Of several candidates only those fit whose date does not
// contradict the reference's. What stays without a target can be listed as cited and not held.
func Resolve(references []corpus.Reference, lookup Lookup) {
	for k := range references {
		r := &references[k]
		number, err := corpus.ParseDocumentNumber(r.Value)
		if err != nil {
			r.Target, _ = only(lookup(strings.ToLower(r.Value), false), r.Issued, 0)
			continue
		}
		target, ok := only(lookup(number.Key(), false), r.Issued, 0)
		if !ok {
			target, _ = only(lookup(number.LooseKey(), true), r.Issued, number.Year)
		}
		r.Target = target
	}
}

// only is the one candidate that fits the date and, within a year, the year of the number.
func only(candidates []Candidate, issued corpus.Date, year int) (id string, ok bool) {
	for _, c := range candidates {
		switch {
		case issued.IsDay() && c.Issued.IsDay() && issued != c.Issued && len(candidates) > 1:
			continue
		case otherYear(issued, c.Issued):
			continue
		case year > 0 && c.Issued.Year > 0 && (c.Issued.Year < year-1 || c.Issued.Year > year+1):
			continue
		case id != "" && id != c.ID:
			return "", false
		}
		id = c.ID
	}
	return id, id != ""
}
