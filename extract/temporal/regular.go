package temporal

import "strconv"

// regularDay reads the last or first day of every month, quarter, week or year: "ngày làm việc
// cuối cùng của tháng", "ngày cuối quý". rule is "" where there is none.
func (s *scanner) regularDay(i int) (next int, rule string) {
	if s.at(i) != wDay {
		return i, ""
	}
	at := i + 1
	working := false
	if n, ok := s.says(at, "làm việc"); ok {
		working, at = true, n
	}
	place := 0
	switch {
	case s.at(at) == wFinal:
		place = -1
	case s.at(at) == wStart:
		place = 1
	case s.at(at) == wOrdinal:
		at++
		if n, after, ok := s.numeral(at); ok && n >= 1 && n <= 23 {
			place, at = n, after-1
		} else if s.is(at, "nhất") {
			place = 1
		}
	}
	if place == 0 {
		return i, ""
	}
	at++
	if s.is(at, "cùng") || s.is(at, "tiên") {
		at++
	}
	if s.is(at, "của") || s.at(at) == wWithin {
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	next = at + 1
	c := cycle{every: "MONTHLY"}
	switch s.at(at) {
	case wMonth:
		if s.at(next) == number || s.monthName(next) > 0 && s.at(next) != wSince {
			return i, ""
		}
		if n, months, ok := s.monthOf(at); ok {
			next, c.months = n, months
		}
	case wQuarter:
		if s.quarterAt(next) > 0 {
			return i, ""
		}
		if c.months = quarterMonths[2]; place > 0 {
			c.months = quarterMonths[0]
		}
	case wWeek:
		if place > 0 {
			return next, "FREQ=WEEKLY;BYDAY=" + weekdays[min(place, 5)]
		}
		return next, "FREQ=WEEKLY;BYDAY=FR"
	case wYear:
		if s.yearAt(next) != 0 {
			return i, ""
		}
		c = cycle{"YEARLY", 0, "12"}
		if place > 0 {
			c.months = "1"
		}
	default:
		return i, ""
	}
	if n, ok := s.oneOf(next, following); ok {
		next = n
	}
	if working {
		return next, c.rule("BYDAY="+workdays, "BYSETPOS="+strconv.Itoa(place))
	}
	return next, c.rule("BYMONTHDAY=" + strconv.Itoa(place))
}

// weekly reports whether the sentence before token i speaks of every week: "hằng tuần, vào thứ Sáu".
func (s *scanner) weekly(i int) bool {
	for k := i - 1; k > 0 && k > i-16; k-- {
		if s.toks[k+1].gap >= line || s.at(k) == dot || s.at(k) == semi {
			return false
		}
		if s.at(k) == wWeek && (s.at(k-1) == wEvery || s.at(k-1) == wEach) {
			return true
		}
	}
	return false
}

// regularPart reads "cuối mỗi quý", "đầu hằng tháng", "tuần đầu tiên của tháng": the cycle, without
// a day.
func (s *scanner) regularPart(i int) (next int, rule string) {
	at := i + 1
	switch s.at(i) {
	case wStart, wFinal:
		if s.at(at) != wEvery && s.at(at) != wEach {
			return i, ""
		}
	case wMonth: // tháng cuối mỗi quý
		next, months, ok := s.monthOf(i)
		if !ok {
			return i, ""
		}
		return next, cycle{every: "YEARLY", months: months}.rule()
	case wWeek:
		if s.at(at) != wStart && s.at(at) != wFinal {
			return i, ""
		}
		for at++; s.is(at, "tiên") || s.is(at, "cùng") || s.is(at, "của"); at++ {
		}
	default:
		return i, ""
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	c, next, ok := s.unitCycle(at, 1)
	if !ok || s.at(at) == wDay || s.at(at) == wWeek || s.at(next) == number || s.is(next, "học") || s.quarterAt(next) > 0 {
		return i, ""
	}
	return next, c.rule()
}

// firstDays reads "05 ngày đầu của tháng", "10 ngày đầu quý": the last of those days, every month
// or quarter.
func (s *scanner) firstDays(i int) (next int, rule string) {
	n, at, ok := s.numeral(i)
	if !ok || n < 1 || n > 31 || s.at(at) != wDay {
		return i, ""
	}
	at++
	if w, ok := s.says(at, "làm việc"); ok {
		at = w
	}
	if s.at(at) != wStart {
		return i, ""
	}
	at++
	for s.is(at, "tiên") || s.is(at, "của") || s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	c := cycle{every: "MONTHLY"}
	switch {
	case s.at(at) == wMonth && s.at(at+1) != number:
	case s.at(at) == wQuarter && s.quarterAt(at+1) == 0:
		c = cycle{"YEARLY", 0, quarterMonths[0]}
	default:
		return i, ""
	}
	next = at + 1
	if n, ok := s.oneOf(next, following); ok {
		next = n
	}
	return next, c.rule("BYMONTHDAY=" + strconv.Itoa(n))
}

// regularWeekday reads "thứ Sáu hằng tuần", "thứ Hai đầu tiên của tháng", "16 giờ thứ Sáu hằng
// tuần", "17 giờ hằng ngày".
func (s *scanner) regularWeekday(i int) (next int, rule, clock string) {
	at := i
	if s.at(at) == number && s.at(at+1) == wHour {
		var reason string
		var ok bool
		if clock, reason, at, ok = s.clock(at); !ok || reason != "" {
			return i, "", ""
		}
		if s.at(at) == comma {
			at++
		}
		if s.at(at) == wEvery && s.at(at+1) == wDay {
			return at + 2, "FREQ=DAILY", clock
		}
	}
	if s.at(at) == wMorning || s.at(at) == wDay {
		at++
	}
	if w := s.at(at); w != wOrdinal && w != wSun {
		return i, "", ""
	}
	day, at, ok := s.weekday(at)
	if !ok {
		return i, "", ""
	}
	days := weekdays[day]
	if s.at(at) == wTo || s.at(at) == dash { // thứ Hai đến thứ Sáu
		if last, n, ok := s.weekday(at + 1); ok && last > day && day > 0 {
			for d := day + 1; d <= last; d++ {
				days += "," + weekdays[d]
			}
			at = n
		}
	}
	for s.at(at) == comma || s.at(at) == wBoth {
		d, n, ok := s.weekday(at + 1)
		if !ok {
			break
		}
		days, at = days+","+weekdays[d], n
	}
	if s.is(at, "của") || s.is(at, "trong") {
		at++
	}
	if (s.at(at) == wEvery || s.at(at) == wEach) && s.at(at+1) == wWeek {
		return at + 2, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	if s.at(at) == wWeek && s.is(at-1, "của") {
		return at + 1, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	if s.weekly(i) && s.at(at) != wDay && s.at(at) != number && !(s.at(at) == comma && s.at(at+1) == wDay) {
		return at, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	place := ""
	if s.at(at) == wWeek {
		at++
	}
	switch s.at(at) {
	case wStart:
		place = "1"
	case wFinal:
		place = "-1"
	default:
		return i, "", ""
	}
	at++
	if s.is(at, "tiên") || s.is(at, "cùng") {
		at++
	}
	if s.is(at, "của") {
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	if s.at(at) != wMonth || s.at(at+1) == number {
		return i, "", ""
	}
	return at + 1, "FREQ=MONTHLY;BYDAY=" + place + days, clock
}
