package temporal

import (
	"fmt"
)

// span is a length of time: 15 days, 10 working days.
type span struct {
	n        int
	unit     word // wDay, wWeek, wMonth, wYear, wQuarter, wHour, wMinute
	working  bool
	fraction string // the digits after the comma: "1,5 ngày" has n 2, the days begun
	upTo     bool   // the longer of two: "từ 05 đến 07 ngày"
}

// iso is the span as an ISO 8601 duration.
func (d span) iso() string {
	if d.fraction != "" && d.unit == wDay {
		return fmt.Sprintf("P%d.%sD", d.n-1, d.fraction)
	}
	switch d.unit {
	case wWeek:
		return fmt.Sprintf("P%dW", d.n)
	case wMonth:
		return fmt.Sprintf("P%dM", d.n)
	case wQuarter:
		return fmt.Sprintf("P%dM", 3*d.n)
	case wYear:
		return fmt.Sprintf("P%dY", d.n)
	case wHour:
		return fmt.Sprintf("PT%dH", d.n)
	case wMinute:
		return fmt.Sprintf("PT%dM", d.n)
	}
	return fmt.Sprintf("P%dD", d.n)
}

// span reads "05 (năm) ngày làm việc", "từ 5 đến 7 ngày", "ngày thứ 20", "03 tháng".
func (s *scanner) span(i int) (d span, next int, ok bool) {
	if s.at(i) == wDay && s.at(i+1) == wOrdinal { // chậm nhất là ngày thứ 20 kể từ
		n, at, ok := s.numeral(i + 2)
		if !ok || n == 0 {
			return d, i, false
		}
		return s.workingDays(span{n: n, unit: wDay}, at)
	}
	if n, ok := s.says(i, "ngày làm việc"); ok && s.at(i-1) == wWithin { // ngay trong ngày làm việc
		if m, ok := s.oneOf(n, following); ok {
			n = m
		}
		return span{n: 1, unit: wDay, working: true}, n, true
	}
	n, at, ok := s.numeral(i)
	if !ok {
		return d, i, false
	}
	fraction := ""
	if s.at(at) == comma && s.at(at+1) == number && s.toks[at].gap == tight && s.toks[at+1].gap == tight && s.toks[at+1].digits <= 2 {
		fraction = s.raw(at + 1) // 1,5 ngày
		n, at = n+1, at+2
	}
	upTo := false
	if s.at(at) == dash || s.at(at) == wTo {
		if m, after, ok := s.numeral(at + 1); ok && m > n {
			n, at, upTo = m, after, true
		}
	}
	if n == 0 || s.toks[min(at, len(s.toks)-1)].gap >= cell {
		return d, i, false
	}
	switch u := s.exact(at); u {
	case wDay, wWeek, wMonth, wYear, wQuarter, wHour, wMinute:
		d = span{n: n, unit: u, upTo: upTo, fraction: fraction}
	default:
		return d, i, false
	}
	if w := s.at(at + 1); d.unit == wMonth && (w == wStart || w == wFinal || w == number) || d.unit == wYear && s.yearAt(at+1) != 0 || d.unit == wHour && (s.at(at+1) == number || s.at(at+1) == wDay && s.at(at+2) == number || s.at(at+1) == comma && s.at(at+2) == wDay) {
		return d, i, false
	}
	return s.workingDays(d, at+1)
}

func (s *scanner) workingDays(d span, at int) (span, int, bool) {
	if n, ok := s.says(at, "làm việc"); ok && (d.unit == wDay || d.unit == wHour) {
		d.working, at = true, n
	} else if s.bareIs(at, "lam") && s.bareIs(at+1, "viec") && d.unit == wDay {
		d.working, at = true, at+2
	}
	return d, at, true
}

// long reports whether the span is of months or years, which measure other things more often than
// they set a time.
func (d span) long() bool { return d.unit == wMonth || d.unit == wYear || d.unit == wQuarter }
