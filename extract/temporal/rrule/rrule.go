// Package rrule reads the recurrence rules (RFC 5545, 3.3.10) that official texts give rise to,
// and says when they come round next. It covers FREQ, INTERVAL, BYMONTH, BYMONTHDAY, BYDAY and
// BYSETPOS.
package rrule

import (
	"fmt"
	"strings"
	"time"

	"congvan/corpus"
)

// Freq is the frequency of a rule.
type Freq uint8

// The frequencies.
const (
	Daily Freq = iota + 1
	Weekly
	Monthly
	Yearly
)

// Rule is a recurrence. It holds no pointers: reading one and asking it allocates nothing.
type Rule struct {
	Freq     Freq
	Interval int    // 1 when the rule does not say
	Months   uint16 // bit m: BYMONTH has month m
	Days     uint32 // bit d: BYMONTHDAY has day d
	LastDay  bool   // BYMONTHDAY has -1
	Weekdays uint8  // bit w: BYDAY has weekday w, Sunday 0
	Nth      int    // the number before a day of BYDAY (1MO, -1FR), or 0
	SetPos   int    // BYSETPOS, or 0
}

var freqs = [...]struct {
	name string
	freq Freq
}{{"DAILY", Daily}, {"WEEKLY", Weekly}, {"MONTHLY", Monthly}, {"YEARLY", Yearly}}

const weekdayNames = "SUMOTUWETHFRSA"

// Parse reads a rule; the error names the part that is not understood.
func Parse(s string) (Rule, error) {
	r := Rule{Interval: 1}
	for rest := s; rest != ""; {
		var part string
		part, rest, _ = strings.Cut(rest, ";")
		name, value, _ := strings.Cut(part, "=")
		if !r.set(name, value) {
			return Rule{}, fmt.Errorf("recurrence rule %q: %q is not understood", s, part)
		}
	}
	if r.Freq == 0 {
		return Rule{}, fmt.Errorf("recurrence rule %q: no FREQ", s)
	}
	return r, nil
}

func (r *Rule) set(name, value string) bool {
	switch name {
	case "FREQ":
		for _, f := range freqs {
			if f.name == value {
				r.Freq = f.freq
				return true
			}
		}
		return false
	case "INTERVAL":
		n, ok := integer(value)
		r.Interval = n
		return ok && n >= 1
	case "BYSETPOS":
		n, ok := integer(value)
		r.SetPos = n
		return ok && n != 0
	}
	if value == "" {
		return false
	}
	for rest := value; rest != ""; {
		var one string
		one, rest, _ = strings.Cut(rest, ",")
		switch name {
		case "BYMONTH":
			n, ok := integer(one)
			if !ok || n < 1 || n > 12 {
				return false
			}
			r.Months |= 1 << n
		case "BYMONTHDAY":
			n, ok := integer(one)
			switch {
			case ok && n == -1:
				r.LastDay = true
			case ok && n >= 1 && n <= 31:
				r.Days |= 1 << n
			default:
				return false
			}
		case "BYDAY":
			if len(one) < 2 {
				return false
			}
			at := strings.Index(weekdayNames, one[len(one)-2:])
			if at < 0 || at%2 != 0 {
				return false
			}
			r.Weekdays |= 1 << (at / 2)
			if len(one) > 2 {
				n, ok := integer(one[:len(one)-2])
				if !ok || n == 0 {
					return false
				}
				r.Nth = n
			}
		default:
			return false
		}
	}
	return true
}

// integer reads a small whole number.
func integer(s string) (n int, ok bool) {
	sign := 1
	if len(s) > 1 && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	if s == "" || len(s) > 4 {
		return 0, false
	}
	for k := 0; k < len(s); k++ {
		if s[k] < '0' || s[k] > '9' {
			return 0, false
		}
		n = n*10 + int(s[k]-'0')
	}
	return sign * n, true
}

// Next is the first day after a day on which a rule falls; false when the rule is not understood
// or never comes.
func Next(rule string, after corpus.Date) (corpus.Date, bool) {
	r, err := Parse(rule)
	if err != nil {
		return corpus.Date{}, false
	}
	return r.Next(after)
}

// Next is the first day after a day on which the rule falls. A rule that does not name a day
// falls on the last of its cycle, by which what it asks for is to be done: the last day of the
// month, quarter or year, the Friday of the week. Without a start date, cycles of several months
// or years are aligned to the calendar: quarters end in March, June, September, December.
func (r Rule) Next(after corpus.Date) (corpus.Date, bool) {
	if after.IsZero() || after.Year > 9900 {
		return corpus.Date{}, false
	}
	after = after.First()
	switch r.Freq {
	case Daily, Weekly:
		return r.nextDay(after)
	}
	year, month := after.Year, after.Month
	for range 12 * max(8, 2*r.Interval) { // 29/02 comes within eight years
		if r.inMonth(year, month) {
			last, day := corpus.DaysIn(year, month), 1
			if year == after.Year && month == after.Month {
				day = after.Day + 1
			}
			for ; day <= last; day++ {
				if d := (corpus.Date{Year: year, Month: month, Day: day}); r.onDay(d, last) {
					return d, true
				}
			}
		}
		if month++; month > 12 {
			year, month = year+1, 1
		}
	}
	return corpus.Date{}, false
}

func (r Rule) nextDay(after corpus.Date) (corpus.Date, bool) {
	wanted := r.Weekdays
	if wanted == 0 {
		wanted = 1 << time.Friday
	}
	number := int(after.Time().Unix() / 86400)
	for k := 1; k <= 7*r.Interval+7; k++ {
		n := number + k
		weekday := (n + 4) % 7 // 1 January 1970 was a Thursday
		if r.Freq == Daily && n%r.Interval == 0 && (r.Weekdays == 0 || r.Weekdays&(1<<weekday) != 0) ||
			r.Freq == Weekly && (n+3)/7%r.Interval == 0 && wanted&(1<<weekday) != 0 {
			return after.AddDays(k), true
		}
	}
	return corpus.Date{}, false
}

// inMonth reports whether the rule can fall in a month.
func (r *Rule) inMonth(year, month int) bool {
	if r.Months != 0 && r.Months&(1<<month) == 0 {
		return false
	}
	if r.Freq == Yearly {
		return (r.Months != 0 || month == 12) && year%r.Interval == 0
	}
	return r.Months != 0 || (year*12+month)%r.Interval == 0
}

// onDay reports whether the rule falls on a day of a month that it can fall in; last is the
// month's last day.
func (r *Rule) onDay(d corpus.Date, last int) bool {
	if r.Weekdays != 0 {
		return r.onWeekday(d, last)
	}
	if r.Days != 0 || r.LastDay {
		return r.Days&(1<<d.Day) != 0 || r.LastDay && d.Day == last
	}
	return d.Day == last
}

func (r *Rule) onWeekday(d corpus.Date, last int) bool {
	first := (corpus.Date{Year: d.Year, Month: d.Month, Day: 1}).Time().Weekday()
	if !r.wants(int(first) + d.Day - 1) {
		return false
	}
	switch {
	case r.Nth > 0:
		return (d.Day-1)/7+1 == r.Nth
	case r.Nth < 0:
		return (last-d.Day)/7+1 == -r.Nth
	case r.SetPos == 0:
		return true
	}
	place := 0
	if r.SetPos > 0 {
		for day := 1; day <= d.Day; day++ {
			if r.wants(int(first) + day - 1) {
				place++
			}
		}
	} else {
		for day := last; day >= d.Day; day-- {
			if r.wants(int(first) + day - 1) {
				place--
			}
		}
	}
	return place == r.SetPos
}

func (r *Rule) wants(weekday int) bool { return r.Weekdays&(1<<(weekday%7)) != 0 }
