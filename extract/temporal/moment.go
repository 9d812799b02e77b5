package temporal

import (
	"fmt"

	"congvan/corpus"
	"congvan/extract/temporal/workday"
)

// moment is a time as it is written: the parts that are said, before context fills the rest.
type moment struct {
	unit    unit
	year    int    // 0: not said
	month   int    // first month, of unitDay and longer
	last    int    // last month, of quarters, halves and runs of months
	day     int    // 0: not said
	end     int    // last year of a run of years, or of a school year
	next    int    // years to add to the document's: "năm sau"
	lastly  bool   // the last day of the month, quarter or year
	working bool   // lastly: the last working day
	named   bool   // the word "ngày" is there
	era     bool   // a period with a name: "giai đoạn 2021-2025"
	near    bool   // beside another time only: "ngày 15 tháng trước", "15/12 năm sau"
	now     bool   // "nay": the document's own day
	clock   string // HH:MM
	reason  string // why it is no date, in spite of its form
	loose   bool   // a bare number that is a day, month or year only beside its like
}

// unit is the grain of a moment.
type unit uint8

const (
	unitDay unit = iota
	unitWeek
	unitMonth
	unitMonths
	unitQuarter
	unitHalf
	unitYear
	unitYears
	unitSchoolYear
	unitVague // "những tháng cuối năm", "giữa tháng 6"
)

var precisions = [...]string{"day", "week", "month", "month", "quarter", "half", "year", "year", "year", "approx"}

// fill completes a moment's year from the document's. ahead: the moment is a deadline, which
// does not lie before the document.
func (m *moment) fill(c Context, ahead bool) {
	if m.year != 0 || c.Issued.IsZero() {
		return
	}
	m.year = c.Issued.Year + m.next
	if m.next != 0 || !ahead || c.Issued.Month == 0 {
		return
	}
	_, to, ok := m.days()
	switch {
	case ok && to.Before(c.Issued.First()):
		m.year++
	case !ok && m.day == 29 && m.month == 2: // the leap day to come
		if next := *m; corpus.DaysIn(m.year+1, 2) == 29 {
			next.year, next.reason = m.year+1, ""
			*m = next
		}
	}
}

// days are the first and the last day that the moment covers; false where a part is missing or
// there is no such day, then m.reason says so.
func (m *moment) days() (from, to corpus.Date, ok bool) {
	if m.reason != "" {
		return from, to, false
	}
	if m.year == 0 {
		m.reason = "no year, and no date of issue to take it from"
		return from, to, false
	}
	first, last := m.month, max(m.last, m.month)
	yearTo := max(m.end, m.year)
	switch m.unit {
	case unitYear, unitYears:
		first, last = 1, 12
	case unitSchoolYear: // from the opening in September to the end of May (Khung kế hoạch thời gian năm học)
		return corpus.Date{Year: m.year, Month: 9, Day: 1}, corpus.Date{Year: yearTo, Month: 5, Day: 31}, true
	case unitVague:
		return from, to, false
	case unitWeek:
		from = corpus.Date{Year: m.year, Month: m.month, Day: m.day}
		return from, from.AddDays(6), true
	}
	if first == 0 {
		m.reason = "no month"
		return from, to, false
	}
	from, to = corpus.Date{Year: m.year, Month: first, Day: 1}, corpus.Date{Year: yearTo, Month: last}.Last()
	switch {
	case m.lastly:
		if m.working {
			day, err := workday.Previous(to)
			if err != nil {
				m.reason = err.Error()
				return corpus.Date{}, corpus.Date{}, false
			}
			to = day
		}
		from = to
	case m.unit == unitDay:
		var real bool
		if from, real = corpus.NewDate(m.year, m.month, m.day); !real || m.day == 0 {
			m.reason = fmt.Sprintf("no such day: %02d/%02d/%d", m.day, m.month, m.year)
			return corpus.Date{}, corpus.Date{}, false
		}
		to = from
	}
	return from, to, true
}

// latest is the last day that a vague moment can mean.
func (m *moment) latest() corpus.Date {
	if m.year == 0 {
		return corpus.Date{}
	}
	if m.last != 0 {
		return corpus.Date{Year: m.year, Month: m.last}.Last()
	}
	return corpus.Date{Year: max(m.year, m.end), Month: 12, Day: 31}
}

// inherit fills what m leaves open from the moment that follows it in a range or list: "từ ngày
// 01 đến ngày 15 tháng 6 năm 2024".
func (m *moment) inherit(from moment) {
	if m.now {
		return
	}
	if m.loose {
		m.unit, m.loose = from.unit, false
		if from.unit == unitMonth || from.unit == unitMonths {
			m.day, m.month = 0, m.day
		}
	}
	if m.month == 0 && m.unit == unitDay {
		m.month = from.month
	}
	if m.year == 0 && from.year != 0 {
		m.year = from.year
		if m.month > from.month && from.unit != unitYear {
			m.year--
		}
	}
}
