package evaluate

import (
	"fmt"
	"strings"

	"congvan/corpus"
)

func (s *Score) references(g Gold, r *corpus.Record) {
	byKey := map[string]corpus.Reference{}
	var got []string
	own := ""
	if g.Number != nil {
		own = referenceKey(*g.Number)
	}
	for _, ref := range r.References {
		if _, err := corpus.ParseDocumentNumber(ref.Value); err != nil {
			continue // named without a number: the gold lists numbers
		}
		key := referenceKey(ref.Value)
		if _, twice := byKey[key]; !twice && key != own {
			got = append(got, key)
		}
		byKey[key] = ref
	}
	if g.References != nil {
		var gold []string
		for _, want := range *g.References {
			key := referenceKey(want.Number)
			gold = append(gold, key)
			ref, ok := byKey[key]
			if ok && want.Issued != "" {
				s.value("reference_dates", &want.Issued, ref.Issued.String(), 0, g.File+" "+key)
			}
		}
		s.set("references", gold, got, g.File)
		for key, ref := range byKey {
			if key == own {
				continue
			}
			right := false
			for _, want := range gold {
				right = right || want == key
			}
			s.Trust.add(ref.Confidence, right, true)
		}
	}
	for _, row := range g.Appendix {
		ref := byKey[referenceKey(row.Number)]
		s.value("appendix", &row.Subject, ref.Title, 0, g.File+" "+row.Number)
		s.value("appendix", &row.LeadUnit, ref.LeadUnit, 0, g.File+" "+row.Number)
	}
}

func (s *Score) targets(g Gold, r *corpus.Record) {
	if g.Targets == nil {
		return
	}
	key := func(comparator string, value, least, most *float64, unit string) string {
		amount := func(f *float64) string {
			if f == nil {
				return ""
			}
			return fmt.Sprint(*f)
		}
		return strings.Join([]string{comparator, amount(value), amount(least), amount(most), fold(unit)}, "|")
	}
	var gold, got []string
	for _, t := range *g.Targets {
		gold = append(gold, key(t.Comparator, t.Value, t.Min, t.Max, t.Unit))
	}
	for _, t := range r.Targets {
		got = append(got, key(t.Comparator, t.Value, t.Min, t.Max, t.Unit))
	}
	s.set("targets", gold, got, g.File)
}

// evidence checks that every span of the record selects the value that stands beside it.
func (s *Score) evidence(r *corpus.Record) {
	ruler := corpus.NewRuler(r.Text)
	t := s.field("evidence")
	check := func(where, value string, span corpus.Span) {
		if value == "" || span.IsZero() {
			return
		}
		quoted, wanted := words(ruler.Cut(span)), words(value)
		if inside(wanted, quoted) >= 0.9 && len(quoted) <= 3*len(wanted)+6 {
			t.Right++
			return
		}
		t.Wrong, t.Missed = t.Wrong+1, t.Missed+1
		t.Misses = append(t.Misses, fmt.Sprintf("%s %s: %q is not at %v", r.Source.Name, where, value, span))
	}
	check("number", r.Number.Value, r.Number.Span)
	check("issuer", r.Issuer.Value, r.Issuer.Span)
	check("parent_agency", r.ParentAgency.Value, r.ParentAgency.Span)
	check("place", r.Place.Value, r.Place.Span)
	check("subject", r.Subject.Value, r.Subject.Span)
	check("signatory", r.Signatory.Name, r.Signatory.Span)
	for _, list := range [][]corpus.Found[string]{r.Addressees, r.Recipients, r.Audiences} {
		for _, f := range list {
			check("list", f.Value, f.Span)
		}
	}
	for _, o := range r.Obligations {
		check("action", o.Action.Value, o.Action.Span)
		for _, a := range o.Actors {
			check("actor", a.Value, a.Span)
		}
		for _, timing := range o.Timing {
			check("timing", timing.Text, timing.Span)
		}
	}
	for _, target := range r.Targets {
		check("target", target.Text, target.Span)
	}
	for _, c := range r.Contacts {
		check("contact", c.Value, c.Span)
	}
}
