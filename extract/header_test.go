package extract

import (
	"strings"
	"testing"

	"congvan/corpus"
)

// head is what a case expects of a header; "" expects that the field has no value.
type head struct {
	number, kind, issuer, parent, place, issued, subject string
	to, sent                                             string // joined by " | "
	signer, capacity, principal, position                string
	from, until                                          string // in force
	urgency, secrecy                                     string
	missing                                              string // fields that are said to be missing, beside those with no value at all
}

func headOf(r *corpus.Record) head {
	list := func(found []corpus.Found[string]) string {
		values := make([]string, len(found))
		for k, f := range found {
			values[k] = f.Value
		}
		return strings.Join(values, " | ")
	}
	s := r.Signatory
	return head{
		number: r.Number.Value, kind: r.Type.Value, issuer: r.Issuer.Value, parent: r.ParentAgency.Value, place: r.Place.Value,
		issued: r.Issued.Value.String(), subject: r.Subject.Value, to: list(r.Addressees), sent: list(r.Recipients),
		signer: s.Name, capacity: s.Capacity, principal: s.Principal, position: s.Position,
		from: r.Effective.From.Value.String(), until: r.Effective.To.Value.String(), urgency: r.Urgency.Value, secrecy: r.Secrecy.Value,
	}
}

func TestHeaders(t *testing.T) {
	for _, c := range append(headerCases, oddHeads...) {
		t.Run(c.name, func(t *testing.T) {
			r := Extract(document("a.txt", c.text), Options{})
			checkSpans(t, r)
			got := headOf(r)
			got.missing = c.want.missing
			if got != c.want {
				t.Errorf("got\n %+v, want\n %+v", got, c.want)
			}
			for _, field := range strings.Fields(c.want.missing) {
				name, why, _ := strings.Cut(field, "=")
				if !isMissing(r, name, why) {
					t.Errorf("%s is not said to be missing (%s): %+v", name, why, r.Missing)
				}
			}
		})
	}
}

func isMissing(r *corpus.Record, name, why string) bool {
	for _, m := range r.Missing {
		if m.Field == name && strings.ReplaceAll(m.Why, " ", "-") == why {
			return true
		}
	}
	return false
}
