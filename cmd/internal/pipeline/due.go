package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract/gazetteer"
	"congvan/extract/temporal/rrule"
)

// DueOptions narrow the list of duties; zero fields do not.
type DueOptions struct {
	AsOf    corpus.Date // today
	Unit    string      // duties of this unit, of groups that it is in and of units that are in it
	Within  int         // days from AsOf; 0: no bound
	Overdue bool        // only those whose date is past
	Dated   bool        // only those that have a date: not what recurs without one
	All     bool        // also those marked done or not ours, replaced or withdrawn
	Limit   int         // of each kind: dated, recurring, without a date; 0: all
}

// Due is a duty with its next date. DaysLeft counts from AsOf to the last good day: 0 is today,
// below 0 is late.
type Due struct {
	sqlite.Duty
	Next      corpus.Date // the last good day, or the next one of a recurring duty; zero for none
	DaysLeft  int
	Recurring bool
}

// Due lists open duties: by their next date, those without one last.
func (p *Pipeline) Due(ctx context.Context, o DueOptions) ([]Due, error) {
	filter := sqlite.DutyFilter{Limit: o.Limit, Over: o.All}
	if o.Unit != "" {
		units, err := p.unitsOf(ctx, o.Unit)
		if err != nil || len(units) == 0 {
			return nil, err
		}
		filter.Units = units
	}
	dated := filter
	dated.From = corpus.Date{Year: 1, Month: 1, Day: 1} // every date, and no duty without one
	switch {
	case o.Overdue:
		dated.To = o.AsOf.AddDays(-1)
	case o.Within > 0:
		dated.From, dated.To = o.AsOf, o.AsOf.AddDays(o.Within)
	default:
		dated.To = corpus.Date{Year: 9999, Month: 12, Day: 31}
	}
	duties, err := p.store.Duties(ctx, dated)
	if err != nil {
		return nil, err
	}
	var list []Due
	for _, d := range duties {
		list = append(list, Due{Duty: d, Next: d.LastGood, DaysLeft: days(o.AsOf, d.LastGood), Recurring: timingOf(d).RRule != ""})
	}
	if !o.Overdue && !o.Dated {
		recurring, err := p.recurring(ctx, filter, o)
		if err != nil {
			return nil, err
		}
		list = append(list, recurring...)
		if o.Within == 0 {
			filter.Undated = true
			undated, err := p.store.Duties(ctx, filter)
			if err != nil {
				return nil, err
			}
			for _, d := range undated {
				list = append(list, Due{Duty: d})
			}
		}
	}
	if !o.All {
		list = slices.DeleteFunc(list, func(d Due) bool { return d.State.State == "done" || d.State.State == "not_ours" })
	}
	slices.SortStableFunc(list, byNext)
	return list, nil
}

// recurring are the duties that come again, each with its next last good day. Rules are few
// however many the duties: they are asked in the order in which they come round, until there are
// enough.
func (p *Pipeline) recurring(ctx context.Context, filter sqlite.DutyFilter, o DueOptions) ([]Due, error) {
	names, err := p.store.Rules(ctx)
	if err != nil {
		return nil, err
	}
	type round struct {
		rule      string
		on, after corpus.Date // the next day of the rule from AsOf, and after it
	}
	var rounds []round
	for _, rule := range names {
		on, ok := rrule.Next(rule, o.AsOf.AddDays(-1))
		if !ok || o.Within > 0 && days(o.AsOf, on) > o.Within+1 {
			continue
		}
		after, ok := rrule.Next(rule, o.AsOf)
		if !ok {
			after = on
		}
		rounds = append(rounds, round{rule, on, after})
	}
	slices.SortStableFunc(rounds, func(a, b round) int { return days(b.on, a.on) })
	var list []Due
	for _, round := range rounds {
		if o.Limit > 0 && len(list) >= o.Limit && days(list[len(list)-1].Next, round.on) > 1 {
			break
		}
		filter.RRule = round.rule
		duties, err := p.store.Duties(ctx, filter)
		if err != nil {
			return nil, err
		}
		for _, d := range duties {
			next := round.on
			if timingOf(d).Bound == corpus.Before { // the day of the rule is one too late
				next = round.after.AddDays(-1)
			}
			if o.Within > 0 && days(o.AsOf, next) > o.Within {
				continue
			}
			list = append(list, Due{Duty: d, Next: next, DaysLeft: days(o.AsOf, next), Recurring: true})
		}
	}
	return list, nil
}

// timingOf is the timing by which a duty recurs, the zero Timing when it does not.
func timingOf(d sqlite.Duty) corpus.Timing {
	for _, t := range d.Obligation.Timing {
		if t.RRule != "" {
			return t
		}
	}
	return corpus.Timing{}
}

func byNext(a, b Due) int {
	switch {
	case a.Next == b.Next:
		return strings.Compare(a.Record+a.Obligation.ID, b.Record+b.Obligation.ID)
	case a.Next.IsZero():
		return 1
	case b.Next.IsZero() || a.Next.Before(b.Next):
		return -1
	}
	return 1
}

func days(from, to corpus.Date) int { return int(to.Time().Sub(from.Time()).Hours() / 24) }

// unitsOf are the keys under which duties of a unit are stored: its own, those of groups that it
// is in, and, when it is a group, those of its members.
func (p *Pipeline) unitsOf(ctx context.Context, name string) ([]string, error) {
	known, err := p.store.Units(ctx)
	if err != nil {
		return nil, fmt.Errorf("units of %s: %w", name, err)
	}
	register := p.o.Extract.Register
	if register == nil {
		register = gazetteer.Default()
	}
	var keys []string
	for key, other := range known {
		if register.Contains(other, name) || register.Contains(name, other) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys, nil
}
