package web

import (
	"strings"

	"congvan/corpus"
)

// factsOf are the rows of a record's card, in the order of the letterhead, and further those of
// its long lists: who gets it and whom it is about.
func factsOf(r *corpus.Record, a anchors) (facts, further []fact) {
	add := func(key, value string, s corpus.Span, rule string, confidence float64) {
		if value != "" {
			facts = append(facts, fact{Key: "field." + key, Value: value, Address: a.at(s), Rule: rule, Confidence: confidence})
		}
	}
	text := func(key string, f corpus.Found[string]) { add(key, f.Value, f.Span, f.Rule, f.Confidence) }
	date := func(key string, f corpus.Found[corpus.Date]) {
		if !f.IsZero() {
			facts = append(facts, fact{Key: "field." + key, Date: f.Value, Address: a.at(f.Span), Rule: f.Rule, Confidence: f.Confidence})
		}
	}
	add("number", r.Number.Value, r.Number.Span, r.Number.Rule, r.Number.Confidence)
	add("type", r.Type.Value, r.Type.Span, r.Type.Rule, r.Type.Confidence)
	text("parent_agency", r.ParentAgency)
	text("issuer", r.Issuer)
	text("place", r.Place)
	date("issued", r.Issued)
	date("effective.from", r.Effective.From)
	date("effective.to", r.Effective.To)
	text("urgency", r.Urgency)
	text("secrecy", r.Secrecy)
	for _, to := range r.Addressees {
		text("addressees", to)
	}
	add("signatory", signer(r.Signatory), r.Signatory.Span, r.Signatory.Rule, r.Signatory.Confidence)
	card := len(facts)
	for _, to := range r.Recipients {
		text("recipients", to)
	}
	for _, to := range r.Audiences {
		text("audiences", to)
	}
	return facts[:card], facts[card:]
}

// signer is "KT. TỔNG GIÁM ĐỐC, PHÓ TỔNG GIÁM ĐỐC: Đào Việt Ánh".
func signer(s corpus.Signatory) string {
	office := strings.TrimSpace(s.Capacity + " " + s.Principal)
	if s.Position != "" && office != "" {
		office += ", "
	}
	office += s.Position
	if office != "" && s.Name != "" {
		office += ": "
	}
	return office + s.Name
}

// Same reports whether the row before has the same key: then its name is not shown again.
func (f fact) Same(before []fact, i int) bool { return i > 0 && before[i-1].Key == f.Key }

// marksOf is all evidence of a record.
func marksOf(r *corpus.Record) []mark {
	var marks []mark
	add := func(s corpus.Span, kind string) {
		if s.Start >= 0 && s.End > s.Start {
			marks = append(marks, mark{s, kind})
		}
	}
	for _, s := range []corpus.Span{r.Number.Span, r.Type.Span, r.Issuer.Span, r.ParentAgency.Span, r.Place.Span, r.Issued.Span, r.Effective.From.Span,
		r.Effective.To.Span, r.Subject.Span, r.Urgency.Span, r.Secrecy.Span, r.Signatory.Span} {
		add(s, "fact")
	}
	for _, list := range [][]corpus.Found[string]{r.Addressees, r.Recipients, r.Audiences} {
		for _, f := range list {
			add(f.Span, "fact")
		}
	}
	for _, m := range r.Missing {
		add(m.Span, "doubt")
	}
	for _, o := range r.Obligations {
		add(o.Action.Span, "duty")
		for _, actor := range o.Actors {
			add(actor.Span, "actor")
		}
		for _, t := range o.Timing {
			add(t.Span, "time")
		}
		for _, t := range o.Targets {
			add(t.Span, "target")
		}
	}
	for _, t := range r.Timing {
		add(t.Span, "time")
	}
	for _, t := range r.Targets {
		add(t.Span, "target")
	}
	for _, ref := range r.References {
		for _, s := range ref.Mentions {
			add(s, "ref")
		}
	}
	for _, c := range r.Contacts {
		add(c.Span, "contact")
	}
	for _, h := range r.Outline {
		add(corpus.Span{Start: h.Span.Start, End: h.Span.Start + 1}, "head")
	}
	return marks
}

// factRows are rows of facts with the words of the page around them.
type factRows struct {
	page
	List []fact
}

// Rows hands facts to the template that sets them.
func (p page) Rows(facts []fact) factRows { return factRows{p, facts} }
