package corpus

import (
	"cmp"
	"slices"
	"strings"
)

// Lives is what became of every obligation of the records, by date of issue and number. It is a
// function of the set: the order of the records does not matter, copies of a directive count
// once, and of a document that is missing only what it says itself is missing. Documents act in
// the order of their dates of issue, then of their numbers; without a date they come first. An
// obligation's date is the one that was set last and still holds; a correction stands in the
// place of the date that it corrects, so that an earlier slip mended late undoes no extension.
func Lives(records []*Record) []Life {
	lives, _ := replay(records)
	return lives
}

// Changes are the steps in the lives of the obligations of the records, in the order in which the
// documents act, then of the obligations.
func Changes(records []*Record) []Change {
	_, changes := replay(records)
	return changes
}

// replay lets the documents act on each other in their order.
func replay(records []*Record) (lives []Life, changes []Change) {
	set := newDirectives(records)
	for _, base := range set.all {
		steps := set.steps(base)
		for _, r := range base.copies {
			if len(r.Obligations) == 0 {
				continue
			}
			p := newPlay(base, r, steps)
			for k := range steps {
				changes = append(changes, p.step(k)...)
			}
			lives = append(lives, p.lives...)
		}
	}
	for k := range lives {
		lives[k].settle()
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return a.By.compare(b.By) })
	return lives, changes
}

// compare orders documents by date of issue, then number.
func (a Act) compare(b Act) int {
	if a == b {
		return 0
	}
	if c := a.Issued.Time().Compare(b.Issued.Time()); c != 0 || a.Issued.IsZero() != b.Issued.IsZero() {
		if a.Issued.IsZero() {
			return -1
		}
		if b.Issued.IsZero() {
			return 1
		}
		return c
	}
	n, _ := ParseDocumentNumber(a.Number)
	m, _ := ParseDocumentNumber(b.Number)
	return cmp.Or(n.Serial-m.Serial, strings.Compare(n.Key(), m.Key()), strings.Compare(a.Record, b.Record))
}

// directive is a document of the set with all its copies.
type directive struct {
	Act
	key     string // of its number, "" without one
	issuer  string
	copies  []*Record
	effects []Effect
	on      []*deed // what later documents do to it
}

// deed is an effect with who works it on whom.
type deed struct {
	Effect
	by, on *directive
	parts  []string
}

type directives struct {
	all   []*directive
	byKey map[string][]*directive
}

// newDirectives joins the copies of each directive and ties every effect to the document that it
// names.
func newDirectives(records []*Record) *directives {
	sorted := slices.Clone(records)
	slices.SortStableFunc(sorted, func(a, b *Record) int {
		return cmp.Or(actOf(a).compare(actOf(b)), strings.Compare(string(b.Source.Kind), string(a.Source.Kind)), strings.Compare(a.ID, b.ID))
	})
	set := &directives{byKey: map[string][]*directive{}}
	known := map[string]*directive{}
	seen := map[string]bool{}
	for _, r := range sorted {
		if seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		key := cmp.Or(r.Directive(), r.ID)
		d := known[key]
		if d == nil {
			d = &directive{Act: actOf(r), issuer: squeezed(r.Issuer.Value)}
			if n, err := ParseDocumentNumber(r.Number.Value); err == nil {
				d.key = n.Key()
				set.byKey[d.key] = append(set.byKey[d.key], d)
			}
			known[key] = d
			set.all = append(set.all, d)
		}
		d.copies = append(d.copies, r)
		for _, e := range r.Effects {
			d.add(e)
		}
	}
	for _, d := range set.all {
		for _, e := range d.effects {
			if on := set.named(d, e); on != nil {
				on.on = append(on.on, &deed{e, d, on, Parts(e.Provision)})
			}
		}
	}
	return set
}

func actOf(r *Record) Act { return Act{r.ID, r.Number.Value, r.Issued.Value} }

func squeezed(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// maxCopies bounds how many effects of one document are compared, to leave out those that several
// copies of it repeat.
const maxCopies = 200

// add takes an effect in, unless another copy says the same.
func (d *directive) add(e Effect) {
	for _, other := range d.effects[:min(len(d.effects), maxCopies)] {
		other.Text, other.Span, other.Rule, other.Confidence = e.Text, e.Span, e.Rule, e.Confidence
		if other == e {
			return
		}
	}
	d.effects = append(d.effects, e)
}

// named is the directive that an effect of d names, nil when the set does not hold it or it cannot
// be told which it is. Serials restart every year and every issuer has its own: the issuer and the
// year, or the day of issue, must be the same.
func (set *directives) named(d *directive, e Effect) *directive {
	n, err := ParseDocumentNumber(e.Document)
	if err != nil {
		return nil
	}
	var match *directive
	for _, other := range set.byKey[n.Key()] {
		if other == d || !other.Act.mayBe(e.Issued) || !d.Issued.IsZero() && d.compare(other.Act) < 0 {
			continue
		}
		near := other.issuer == d.issuer || other.issuer == "" || d.issuer == "" || n.Year > 0 && !isLocal(n)
		if !near && !(e.Issued.IsDay() && e.Issued == other.Issued) {
			continue
		}
		if match == nil || e.Issued == other.Issued || match.Issued != e.Issued && other.issuer == d.issuer {
			match = other // of several, the one of the day cited, then the latest of one's own
		}
	}
	return match
}

// isLocal reports whether every province has a number like this: 05/2019/QĐ-UBND.
func isLocal(n DocumentNumber) bool {
	return strings.Contains(n.Symbol, "UBND") || strings.Contains(n.Symbol, "HĐND")
}

// mayBe reports whether a document can have been issued on the day that is cited.
func (a Act) mayBe(cited Date) bool {
	return cited.IsZero() || a.Issued.IsZero() || cited.Year == a.Issued.Year
}

// steps are the documents that act on base, directly or on a document that does, each with its
// deeds, in their order.
func (set *directives) steps(base *directive) [][]*deed {
	if len(base.on) == 0 {
		return nil
	}
	byActor := map[*directive][]*deed{}
	queue, queued := []*directive{base}, map[*directive]bool{base: true}
	var actors []*directive
	for len(queue) > 0 {
		d := queue[0]
		queue = queue[1:]
		for _, deed := range d.on {
			if byActor[deed.by] == nil {
				actors = append(actors, deed.by)
			}
			byActor[deed.by] = append(byActor[deed.by], deed)
			if !queued[deed.by] {
				queued[deed.by] = true
				queue = append(queue, deed.by)
			}
		}
	}
	slices.SortFunc(actors, func(a, b *directive) int { return a.compare(b.Act) })
	steps := make([][]*deed, 0, len(actors))
	for _, actor := range actors {
		steps = append(steps, byActor[actor])
	}
	return steps
}
