package temporal

import (
	"congvan/corpus"
	"congvan/extract/temporal/workday"
)

// count is the day that a span after (n < 0: before) a day ends on, by Bộ luật Dân sự 2015:
// the first day does not count (art. 147.2), months and years end on the day of the same number or
// the month's last (art. 148.3, 148.4), and a period that ends on a day off runs to the next
// working day (art. 148.5).
func count(from corpus.Date, d span) (corpus.Date, error) {
	if d.working {
		return workday.Add(from, d.n)
	}
	var day corpus.Date
	switch d.unit {
	case wDay:
		day = from.AddDays(d.n)
	case wWeek:
		day = from.AddDays(7 * d.n)
	case wMonth:
		day = addMonths(from, d.n)
	case wQuarter:
		day = addMonths(from, 3*d.n)
	case wYear:
		day = addMonths(from, 12*d.n)
	default:
		return corpus.Date{}, nil
	}
	if d.n < 0 {
		return day, nil
	}
	return workday.Next(day)
}

func addMonths(d corpus.Date, n int) corpus.Date {
	month := d.Year*12 + d.Month - 1 + n
	year, m := month/12, month%12+1
	return corpus.Date{Year: year, Month: m, Day: min(d.Day, corpus.DaysIn(year, m))}
}
