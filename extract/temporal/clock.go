package temporal

import "fmt"

// fromClock reads a time of day and the day it belongs to: "17 giờ 30 phút ngày 15/10/2024",
// "17h00 ngày 15/10", "17:00, ngày 15/10/2024".
func (s *scanner) fromClock(i int) (m moment, next int, ok bool) {
	clock, reason, at, ok := s.clock(i)
	if !ok {
		return m, i, false
	}
	if s.at(at) == dash || s.at(at) == wTo { // 14h30 - 16h30 ngày 20/9/2024
		if _, _, after, ok := s.clock(at + 1); ok {
			at = after
		}
	}
	for s.at(at) == comma || s.is(at, "của") || s.at(at) == wMorning {
		at++
	}
	if s.is(at, "cùng") && s.at(at+1) == wDay {
		return m, i, false
	}
	if m, next, ok = s.moment(at, true); !ok || m.unit != unitDay {
		return m, i, false
	}
	if m.clock = clock; reason != "" && m.reason == "" {
		m.reason = reason
	}
	return m, next, true
}

// clock reads "17 giờ", "17h30", "16 giờ 30 phút", "14g30", "17:00". 24:00 is the day's end.
func (s *scanner) clock(i int) (clock, reason string, next int, ok bool) {
	if s.at(i) != number || s.toks[i].digits > 2 {
		return "", "", i, false
	}
	hour, minute := s.toks[i].value, int32(0)
	next = i + 2
	switch {
	case s.at(i+1) == wHour:
		if s.at(next) == number && s.toks[next].digits == 2 && s.toks[next].gap <= line && !(s.at(next+1) == slash || s.at(next+1) == wMonth) {
			minute, next = s.toks[next].value, next+1
			if s.at(next) == wMinute || s.at(next) == prime {
				next++
			}
		}
	case s.at(i+1) == colon && s.at(next) == number && s.toks[next].digits == 2 && s.toks[next].gap == tight && s.toks[i+1].gap == tight:
		minute, next = s.toks[next].value, next+1
	default:
		return "", "", i, false
	}
	if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
		return "", fmt.Sprintf("no such time: %d:%02d", hour, minute), next, true
	}
	return fmt.Sprintf("%02d:%02d", hour, minute), "", next, true
}

// fromPartOfDay reads "sáng ngày 15/6/2024", "buổi chiều 15/6", "tối 15/6": the day.
func (s *scanner) fromPartOfDay(i int) (m moment, next int, ok bool) {
	if s.at(i) != wMorning && !s.is(i, "tối") {
		return m, i, false
	}
	if m, next, ok = s.moment(i+1, true); !ok || m.unit != unitDay {
		return m, i, false
	}
	return m, next, true
}

// fromWeekday reads "thứ Sáu, ngày 15/11/2024", "Chủ nhật ngày 16/6".
func (s *scanner) fromWeekday(i int) (m moment, next int, ok bool) {
	_, at, ok := s.weekday(i)
	if !ok {
		return m, i, false
	}
	for s.at(at) == comma || s.at(at) == open {
		at++
	}
	if m, next, ok = s.moment(at, true); !ok || m.unit != unitDay || m.month == 0 && m.reason == "" {
		return m, i, false
	}
	if s.at(next) == shut {
		next++
	}
	return m, next, true
}

// weekdays are the RFC 5545 names from Sunday on.
var weekdays = [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// weekday reads "thứ Hai", "thứ 6", "Chủ nhật"; day counts from Sunday, 0.
func (s *scanner) weekday(i int) (day, next int, ok bool) {
	switch {
	case s.at(i) == wSun && s.is(i+1, "nhật"):
		return 0, i + 2, true
	case s.at(i) == wOrdinal:
		n := s.digitWord(i + 1)
		if s.at(i+1) == number && s.toks[i+1].digits == 1 {
			n = int(s.toks[i+1].value)
		}
		if s.is(i+1, "sáu") {
			n = 6
		}
		if n >= 2 && n <= 7 && s.at(i+1) != wYear || n == 5 && s.at(i+1) == wYear && s.yearAt(i+2) == 0 {
			return n - 1, i + 2, true
		}
	}
	return 0, i, false
}
