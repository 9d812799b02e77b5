package corpus

import (
	"strconv"
	"strings"
)

// Directive is the key of what the record is a copy of, or reports on: number, issuer and year
// (NĐ 30/2020 art. 15: number and symbol are unique within an issuer's year). Sources with one
// key are one entry for the analyst. It is "" when the number is not known.
func (r *Record) Directive() string {
	n, err := ParseDocumentNumber(r.Number.Value)
	if err != nil {
		return ""
	}
	year := r.Number.Year
	if year == 0 {
		year = r.Issued.Value.Year
	}
	issuer := strings.Join(strings.Fields(strings.ToLower(r.Issuer.Value)), " ")
	return n.Key() + "|" + issuer + "|" + strconv.Itoa(year)
}
