package web

import (
	"net/http"
	"net/url"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/export"
	"congvan/corpus/sqlite"
	"congvan/extract/temporal/rrule"
)

// monthView is a month with its duties: weeks of seven days from Monday.
type monthView struct {
	Month      corpus.Date
	Daily      []dueView // every day
	Weeks      [][]day
	Count      int
	More       bool   // there are more than were looked up
	Prev, Next string // addresses
}

type day struct {
	Date   corpus.Date // zero: of another month
	Today  bool
	Duties []dueView
	More   int
}

func (d *day) put(due dueView) {
	if len(d.Duties) < dayShown {
		d.Duties = append(d.Duties, due)
	} else {
		d.More++
	}
}

// month lays the duties of a month on its days; what recurs stands on each of its days.
func (p *Pages) month(v *visit, unit string, month corpus.Date) (*monthView, error) {
	first, last := month.First(), month.Last()
	due, err := p.pipeline.Due(v.r.Context(), pipeline.DueOptions{AsOf: first, Unit: unit, Within: last.Day - 1, Limit: monthSought})
	if err != nil {
		return nil, err
	}
	days := make([]day, last.Day)
	for i := range days {
		days[i].Date = first.AddDays(i)
		days[i].Today = days[i].Date == corpus.DateOf(p.now())
	}
	view := &monthView{Month: month, Count: len(due), More: len(due) >= monthSought}
	for _, d := range due {
		shown := dueViewOf(d)
		if ruleOf(d) == "FREQ=DAILY" {
			view.Daily = append(view.Daily, shown)
			continue
		}
		for _, on := range daysOf(d, first, last) {
			days[on.Day-1].put(shown)
		}
	}
	week := make([]day, (int(first.Time().Weekday())+6)%7, 7)
	for _, d := range days {
		if week = append(week, d); len(week) == 7 {
			view.Weeks = append(view.Weeks, week)
			week = nil
		}
	}
	if len(week) > 0 {
		view.Weeks = append(view.Weeks, append(week, make([]day, 7-len(week))...))
	}
	address := func(d corpus.Date) string {
		values := url.Values{"thang": {corpus.Date{Year: d.Year, Month: d.Month}.String()}}
		if unit != "" {
			values.Set("unit", unit)
		}
		return "/nhiem-vu?" + values.Encode()
	}
	view.Prev, view.Next = address(first.AddDays(-1)), address(last.AddDays(1))
	return view, nil
}

// daysOf are the days of a month on which a duty is due.
func daysOf(d pipeline.Due, first, last corpus.Date) (on []corpus.Date) {
	inside := func(day corpus.Date) bool { return !day.Before(first) && !last.Before(day) }
	rule, early := ruleOf(d), 0
	if rule == "" || !d.LastGood.IsZero() {
		if inside(d.Next) {
			on = append(on, d.Next)
		}
		return on
	}
	if boundOf(d) == corpus.Before { // the day of the rule is one too late
		early = 1
	}
	for next, ok := rrule.Next(rule, first.AddDays(-1)); ok && !last.AddDays(early).Before(next); next, ok = rrule.Next(rule, next) {
		if day := next.AddDays(-early); inside(day) {
			on = append(on, day)
		}
	}
	return on
}

func boundOf(d pipeline.Due) corpus.Bound {
	for _, t := range d.Obligation.Timing {
		if t.RRule != "" {
			return t.Bound
		}
	}
	return ""
}

func ruleOf(d pipeline.Due) string {
	for _, t := range d.Obligation.Timing {
		if t.RRule != "" {
			return t.RRule
		}
	}
	return ""
}

// calendar is the duties of a unit as a calendar that other programs subscribe to.
func (p *Pages) calendar(v *visit) error {
	v.w.Header().Set("Content-Type", export.MediaTypes[export.ICS])
	v.w.Header().Set("Content-Disposition", `inline; filename="nhiem-vu.ics"`)
	v.w.WriteHeader(http.StatusOK)
	options := p.pipeline.ExportOptions(v.r.Context(), export.Obligations, export.ICS)
	_, err := export.Write(v.w, options, p.pipeline.Store().Records(v.r.Context(), sqlite.Filter{Unit: v.get("unit")}))
	if err != nil {
		p.log.Error("calendar broken off", "error", err) // the answer has begun
	}
	return nil
}
