package evaluate

import (
	"fmt"
	"slices"
	"strings"

	"congvan/corpus"
)

// Tally counts the values of a field: right, wrong, and missed.
type Tally struct {
	Right, Wrong, Missed int
	Misses               []string // what went wrong, for a reader
}

// Precision, recall and their mean; 1 where there was nothing to find and nothing was found.
func (t Tally) scores() (precision, recall, f1 float64) {
	precision, recall = 1, 1
	if t.Right+t.Wrong > 0 {
		precision = float64(t.Right) / float64(t.Right+t.Wrong)
	}
	if t.Right+t.Missed > 0 {
		recall = float64(t.Right) / float64(t.Right+t.Missed)
	}
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	return precision, recall, f1
}

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	_, _, f1 := t.scores()
	return f1
}

// Score is the comparison of many records.
type Score struct {
	Fields map[string]*Tally
	Trust  Trust
}

// NewScore is a score of nothing yet.
func NewScore() *Score { return &Score{Fields: map[string]*Tally{}} }

func (s *Score) field(name string) *Tally {
	t, ok := s.Fields[name]
	if !ok {
		t = &Tally{}
		s.Fields[name] = t
	}
	return t
}

// Add compares a record with its gold.
func (s *Score) Add(g Gold, r *corpus.Record) {
	s.header(g, r)
	s.lists(g, r)
	s.references(g, r)
	s.targets(g, r)
	s.obligations(g, r)
	s.evidence(r)
}

func (s *Score) header(g Gold, r *corpus.Record) {
	s.value("source_kind", &g.Kind, string(r.Source.Kind), 0, g.File)
	s.value("number", g.Number, r.Number.Value, r.Number.Confidence, g.File)
	s.value("type", g.Type, r.Type.Value, r.Type.Confidence, g.File)
	s.value("issuer", g.Issuer, r.Issuer.Value, r.Issuer.Confidence, g.File)
	s.value("place", g.Place, r.Place.Value, r.Place.Confidence, g.File)
	s.value("issued", g.Issued, r.Issued.Value.String(), r.Issued.Confidence, g.File)
	s.value("subject", g.Subject, r.Subject.Value, r.Subject.Confidence, g.File)
	s.value("article", g.Published, r.Source.Published.String(), 0, g.File)
	s.value("article", g.Author, r.Source.Author, 0, g.File)
	s.value("article", g.Title, r.Source.Title, 0, g.File)
	if g.Signatory != nil {
		for _, part := range []struct{ gold, got string }{{g.Signatory.Name, r.Signatory.Name}, {g.Signatory.Position, r.Signatory.Position}, {g.Signatory.Capacity, r.Signatory.Capacity}} {
			if part.gold != "" {
				s.value("signatory", &part.gold, part.got, r.Signatory.Confidence, g.File)
			}
		}
	}
}

func (s *Score) value(name string, gold *string, got string, confidence float64, file string) {
	if gold == nil || *gold == "" {
		return
	}
	t := s.field(name)
	same := fold(*gold) == fold(got)
	if name == "number" {
		same = referenceKey(*gold) == referenceKey(got)
	}
	s.Trust.add(confidence, same && got != "", got != "")
	if same {
		t.Right++
		return
	}
	t.Missed++
	if got != "" {
		t.Wrong++
	}
	t.Misses = append(t.Misses, fmt.Sprintf("%s: %s is %q, got %q", file, name, *gold, got))
}

// set compares two lists without regard to order.
func (s *Score) set(name string, gold, got []string, file string) {
	t := s.field(name)
	for _, g := range gold {
		if i := slices.Index(got, g); i >= 0 {
			got = slices.Delete(slices.Clone(got), i, i+1)
			t.Right++
			continue
		}
		t.Missed++
		t.Misses = append(t.Misses, fmt.Sprintf("%s: %s misses %q", file, name, g))
	}
	t.Wrong += len(got)
	for _, extra := range got {
		t.Misses = append(t.Misses, fmt.Sprintf("%s: %s has %q too many", file, name, extra))
	}
}

func foldAll(values []string) []string {
	var out []string
	for _, v := range values {
		out = append(out, fold(v))
	}
	return out
}

func valuesOf(found []corpus.Found[string]) []string {
	var out []string
	for _, f := range found {
		out = append(out, fold(f.Value))
	}
	return out
}

func (s *Score) lists(g Gold, r *corpus.Record) {
	for _, list := range []struct {
		name string
		gold *[]string
		got  []corpus.Found[string]
	}{{"addressees", g.Addressees, r.Addressees}, {"recipients", g.Recipients, r.Recipients}, {"audiences", g.Audiences, r.Audiences}} {
		if list.gold != nil {
			s.set(list.name, foldAll(*list.gold), valuesOf(list.got), g.File)
		}
	}
	if g.Outline != nil {
		var labels []string
		for _, h := range r.Outline {
			if h.Level == 1 {
				labels = append(labels, strings.TrimRight(h.Label, "."))
			}
		}
		s.set("outline", *g.Outline, labels, g.File)
	}
	if g.Contacts != nil {
		var gold, got []string
		for _, c := range *g.Contacts {
			gold = append(gold, c.Kind+" "+fold(c.Value))
		}
		for _, c := range r.Contacts {
			got = append(got, c.Kind+" "+fold(c.Value))
		}
		s.set("contacts", gold, got, g.File)
	}
}
