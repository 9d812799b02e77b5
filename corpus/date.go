package corpus

import (
	"encoding/json"
	"fmt"
	"time"
)

// Date is a calendar date with its precision: 2024, 2024-09 or 2024-09-15. Month and Day are 0
// where they are not known. The zero Date is "no date".
type Date struct {
	Year, Month, Day int
}

// NewDate is the date, and whether there is such a day (31/02 is none). Month 0 or day 0 give a
// less precise date.
func NewDate(year, month, day int) (Date, bool) {
	d := Date{year, month, day}
	if year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (month == 0 && day != 0) {
		return Date{}, false
	}
	if day > 0 && day > DaysIn(year, month) {
		return Date{}, false
	}
	return d, true
}

// DaysIn is the number of days of a month.
func DaysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// ParseDate reads an ISO 8601 date of any precision: YYYY, YYYY-MM, YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	var y, m, d int
	var err error
	switch len(s) {
	case 4:
		_, err = fmt.Sscanf(s, "%4d", &y)
	case 7:
		_, err = fmt.Sscanf(s, "%4d-%2d", &y, &m)
	case 10:
		_, err = fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d)
	default:
		err = fmt.Errorf("want YYYY, YYYY-MM or YYYY-MM-DD")
	}
	date, ok := NewDate(y, m, d)
	if err == nil && (!ok || date.String() != s) {
		err = fmt.Errorf("no such date")
	}
	if err != nil {
		return Date{}, fmt.Errorf("date %q: %w", s, err)
	}
	return date, nil
}

// DateOf is the date of a moment, in the moment's own time zone.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsDay reports whether the date is precise to the day.
func (d Date) IsDay() bool { return d.Day > 0 }

// Time is midnight UTC of the date's first day.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// First and Last are the first and the last day that the date covers.
func (d Date) First() Date { return DateOf(d.Time()) }

// Last is the last day that the date covers: 2024-02 gives 2024-02-29.
func (d Date) Last() Date {
	month := d.Month
	if month == 0 {
		month = 12
	}
	day := d.Day
	if day == 0 {
		day = DaysIn(d.Year, month)
	}
	return Date{d.Year, month, day}
}

// AddDays moves a day by n days.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Before reports whether d comes before e in the order of their first days.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// String is the ISO 8601 form at the date's precision, "" for no date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalJSON writes the ISO 8601 string.
func (d Date) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }

// UnmarshalJSON reads the ISO 8601 string; "" is no date.
func (d *Date) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil || s == "" {
		return err
	}
	date, err := ParseDate(s)
	*d = date
	return err
}
