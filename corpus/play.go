package corpus

import (
	"slices"
	"strings"
)

// play is the life of one record's obligations while documents act on them.
type play struct {
	base   *directive
	record *Record
	steps  [][]*deed
	lives  []Life
}

func newPlay(base *directive, r *Record, steps [][]*deed) *play {
	p := &play{base: base, record: r, steps: steps}
	p.begin()
	return p
}

// begin is the obligations as the record lays them.
func (p *play) begin() {
	p.lives = make([]Life, len(p.record.Obligations))
	for k, o := range p.record.Obligations {
		l := &p.lives[k]
		*l = Life{Record: p.record.ID, Number: p.record.Number.Value, Obligation: o.ID, State: InForce, Timing: slices.Clone(o.Timing)}
		for n, t := range o.Timing {
			if bindsOnce(t) {
				l.Assertions = append(l.Assertions, Assertion{Timing: n, Due: endOf(t), Bound: t.Bound, Text: t.Text, By: actOf(p.record), section: o.Section})
			}
		}
	}
}

// bindsOnce reports whether a timing is a deadline that can be moved: it has an end, or will have
// one. What recurs goes on.
func bindsOnce(t Timing) bool {
	switch t.Kind {
	case TimingDate:
		return t.Bound != From && !t.Due.IsZero()
	case TimingPeriod:
		return !t.To.IsZero()
	}
	return t.Kind == TimingRelative
}

func endOf(t Timing) Date {
	if t.Kind == TimingPeriod {
		return t.To
	}
	return t.Due
}

// step lets the k-th document act and tells what changed.
func (p *play) step(k int) []Change {
	type moment struct {
		state LifeState
		due   Date
	}
	before := make([]moment, len(p.lives))
	for n := range p.lives {
		before[n] = moment{p.lives[n].State, p.lives[n].due()}
	}
	undoes := false
	for _, d := range p.steps[k] {
		undoes = undoes || d.on != p.base && (d.Kind == Replaces || d.Kind == Withdraws)
	}
	if undoes {
		p.again(k)
	} else {
		p.act(k, nil)
	}
	var changes []Change
	by := p.steps[k][0].by.Act
	for n := range p.lives {
		l := &p.lives[n]
		if is := (moment{l.State, l.due()}); is != before[n] {
			changes = append(changes, Change{By: by, Record: l.Record, Number: l.Number, Obligation: l.Obligation,
				Was: before[n].state, Is: is.state, From: before[n].due, To: is.due})
		}
	}
	return changes
}

// again replays the first documents up to the k-th, since that one takes back what an earlier one
// did: what was taken back is told, and done no more.
func (p *play) again(k int) {
	void := make([]map[*deed]Act, k+1) // of each step, its deeds that a later document takes back
	for n := k; n >= 0; n-- {
		for _, d := range p.steps[n] {
			if _, taken := void[n][d]; taken || d.on == p.base || d.Kind != Replaces && d.Kind != Withdraws {
				continue
			}
			for m := range n {
				if p.steps[m][0].by != d.on {
					continue
				}
				for _, earlier := range p.steps[m] {
					if d.touches(earlier.Section) {
						if void[m] == nil {
							void[m] = map[*deed]Act{}
						}
						void[m][earlier] = d.by.Act
					}
				}
			}
		}
	}
	p.begin()
	for n := range k + 1 {
		p.act(n, void[n])
	}
}

// touches reports whether the deed is about a section of the document that it names.
func (d *deed) touches(section string) bool {
	if d.Provision == "" {
		return true
	}
	for _, part := range d.parts {
		if InPart(section, part) {
			return true
		}
	}
	return false
}

// act does the deeds of the n-th document; those in void are written down as ended.
func (p *play) act(n int, void map[*deed]Act) {
	for _, d := range p.steps[n] {
		ended, isVoid := void[d]
		switch d.Kind {
		case Replaces, Withdraws:
			if d.on != p.base || isVoid {
				continue
			}
			state := Withdrawn
			if d.Kind == Replaces {
				state = Replaced
			}
			for _, k := range p.within(d) {
				if l := &p.lives[k]; !l.State.Over() {
					l.State, l.By = state, d.by.Act
				}
			}
		case Extends:
			for _, s := range p.extended(d) {
				p.assert(s, d, ended)
			}
		case Corrects:
			p.correct(d, ended)
		}
	}
}

// slot is one timing of one life.
type slot struct{ life, timing int }

// assert sets a later date for a timing.
func (p *play) assert(s slot, d *deed, ended Act) {
	l := &p.lives[s.life]
	present := l.present(s.timing)
	a := Assertion{Timing: s.timing, Kind: Extends, Due: d.To, Bound: d.Bound, Text: d.Text, By: d.by.Act, Ended: ended, section: d.Section}
	if a.Bound == "" && present >= 0 {
		a.Bound = l.Assertions[present].Bound
	}
	if a.Due.IsZero() && present >= 0 && !d.WorkingDays {
		a.Due = later(l.Assertions[present].Due, d.Duration)
	}
	if !a.Due.IsZero() {
		l.Assertions = append(l.Assertions, a)
	}
	if ended == (Act{}) && !l.State.Over() {
		l.State, l.By = Extended, d.by.Act
	}
}

// correct puts dates or words right. A date is put right wherever the named document set it.
func (p *play) correct(d *deed, ended Act) {
	inside := map[int]bool{}
	if d.on == p.base {
		for _, k := range p.within(d) {
			inside[k] = true
		}
	}
	for k := range p.lives {
		l := &p.lives[k]
		if d.on == p.base && !inside[k] {
			continue
		}
		touched := false
		for n := len(l.Assertions) - 1; n >= 0 && !d.From.IsZero() && !d.To.IsZero(); n-- {
			a := l.Assertions[n]
			if a.Due != d.From || !a.InForce() || !p.saidBy(a, d.on) || d.on != p.base && !d.touches(a.section) {
				continue
			}
			right := Assertion{Timing: a.Timing, Kind: Corrects, Due: d.To, Bound: d.Bound, Text: d.Text, By: d.by.Act, Ended: ended, section: d.Section}
			if right.Bound == "" {
				right.Bound = a.Bound
			}
			if ended == (Act{}) {
				l.Assertions[n].Ended = d.by.Act
			}
			l.Assertions = slices.Insert(l.Assertions, n+1, right)
			touched = true
		}
		if d.From.IsZero() && d.Was != "" && d.on == p.base {
			touched = strings.Contains(squeezed(p.record.Obligations[k].Action.Value), squeezed(d.Was))
		}
		if touched && ended == (Act{}) && !l.State.Over() {
			l.State, l.By = Corrected, d.by.Act
		}
	}
}

// saidBy reports whether a document set a date: itself, or in the words that another put right.
func (p *play) saidBy(a Assertion, d *directive) bool {
	if d == p.base {
		return a.Kind == "" || a.Kind == Corrects
	}
	return a.By == d.Act
}

// present is the place of the assertion that holds for a timing, -1 for none.
func (l *Life) present(timing int) int {
	for n := len(l.Assertions) - 1; n >= 0; n-- {
		if a := &l.Assertions[n]; a.Timing == timing && a.InForce() {
			return n
		}
	}
	return -1
}

// settle writes the dates that hold into the timings.
func (l *Life) settle() {
	for n := range l.Timing {
		k := l.present(n)
		if k < 0 || l.Assertions[k].Kind == "" {
			continue
		}
		a, t := l.Assertions[k], &l.Timing[n]
		switch {
		case t.Kind == TimingPeriod && !a.Due.IsZero():
			t.To = a.Due.Last()
		case !a.Due.IsZero():
			t.Kind, t.Due, t.Bound, t.Reason = TimingDate, a.Due, a.Bound, ""
		}
	}
}

// due is the obligation's present date.
func (l *Life) due() Date {
	present := *l
	present.Timing = slices.Clone(l.Timing)
	present.settle()
	due, _ := LastGood(present.Timing)
	return due
}
