package export

import (
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"congvan/corpus"
)

// calendarSink writes duties with a date or a recurrence as all-day events (RFC 5545). A duty
// keeps its UID over versions and exports; DTSTAMP is the document's date of issue, since no
// clock may change the bytes.
type calendarSink struct {
	w        io.Writer
	next     func(string, corpus.Date) (corpus.Date, bool)
	calendar *ics.Calendar
}

func newCalendarSink(w io.Writer, next func(string, corpus.Date) (corpus.Date, bool)) *calendarSink {
	return &calendarSink{w: w, next: next}
}

func (s *calendarSink) begin([]string) error {
	s.calendar = ics.NewCalendar()
	s.calendar.SetProductId("-//congvan//obligations//VI")
	s.calendar.SetMethod(ics.MethodPublish)
	return nil
}

// noIssue stands for the date of issue of a document that has none.
var noIssue = corpus.Date{Year: 1970, Month: 1, Day: 1}

func (s *calendarSink) row(r row) error {
	o, ok := r.(obligationRow)
	if !ok || o.State == corpus.Replaced || o.State == corpus.Withdrawn {
		return nil
	}
	issued := o.Document.Issued.First()
	if o.Document.Issued.IsZero() {
		issued = noIssue
	}
	day, rule := o.Due, ""
	if day.IsZero() {
		for _, t := range o.Timing {
			if t.RRule == "" || s.next == nil {
				continue
			}
			if next, ok := s.next(t.RRule, issued); ok {
				day, rule = next, t.RRule
				break
			}
		}
	}
	if day.IsZero() {
		return nil // nothing that a calendar could show
	}
	day = day.Last()
	event := s.calendar.AddEvent(o.Document.ID + "-" + o.Obligation + "@congvan")
	event.SetDtStampTime(issued.Time())
	event.SetAllDayStartAt(day.Time())
	event.SetAllDayEndAt(day.Time().Add(24 * time.Hour))
	if rule != "" {
		event.AddRrule(rule)
	}
	event.SetSummary(first(strings.Join(present(strings.Join(o.Unit, "; "), o.Task), ": "), 200))
	event.SetDescription(strings.Join(present(o.Evidence, strings.TrimSpace(o.Document.Type+" "+o.Document.Number), o.Document.Issuer, o.Section), "\n"))
	return nil
}

func (s *calendarSink) end() error { return s.calendar.SerializeTo(s.w, ics.WithNewLineWindows) }
