package temporal

// moment reads a time that stands at token i, without what bounds it. bound: something bounds
// it, so that shorter forms count ("trước 15/10", "từ 2021 đến 2025").
func (s *scanner) moment(i int, bound bool) (m moment, next int, ok bool) {
	if s.depth > 4 { // lúc 8 giờ sáng thứ Hai, ngày …: no time nests deeper
		return m, i, false
	}
	s.depth++
	m, next, ok = s.shallow(i, bound)
	s.depth--
	return m, next, ok
}

// shallow reads one form of a time; forms that hold another come back to moment.
func (s *scanner) shallow(i int, bound bool) (m moment, next int, ok bool) {
	switch s.at(i) {
	case number:
		return s.fromNumber(i, bound)
	case wDay, wNew:
		return s.fromDay(i)
	case wMonth:
		return s.fromMonth(i)
	case wQuarter:
		return s.fromQuarter(i)
	case wYear:
		return s.fromYear(i)
	case wStart, wMiddle, wFinal, wHalf:
		return s.fromPart(i)
	case wThe:
		return s.fromThose(i)
	case wEra, wTerm, wTime:
		return s.fromEra(i)
	case wMorning, wMost:
		return s.fromPartOfDay(i)
	case wOrdinal, wSun:
		return s.fromWeekday(i)
	case wWeek:
		return s.fromWeek(i)
	case wAtOnce: // "Trước ngay 15/10": a scan's "ngày"
		if m, next, ok = s.fromDay(i); ok && m.month != 0 {
			return m, next, true
		}
	case other:
		switch {
		case s.is(i, "lúc") || s.is(i, "hồi"):
			if s.at(i+1) == number {
				return s.fromClock(i + 1)
			}
		case s.is(i, "buổi"):
			return s.fromPartOfDay(i + 1)
		case s.at(i+1) == wMonth && s.at(i+2) <= wFinal:
			return s.fromCountedMonths(i) // "sáu tháng đầu năm"
		}
	}
	return m, i, false
}

// fromNumber reads "15/10/2024", "15 tháng 10 năm 2024", "17 giờ 00 ngày 15/10/2024", "6 tháng
// đầu năm 2024", "2021-2025".
func (s *scanner) fromNumber(i int, bound bool) (m moment, next int, ok bool) {
	if s.at(i+1) == wHour || s.at(i+1) == colon && s.at(i+2) == number && s.toks[i+2].gap == tight {
		return s.fromClock(i)
	}
	if m, next, ok = s.fromCountedMonths(i); ok {
		return m, next, true
	}
	if s.exact(i+1) == wYear && s.yearAt(i+2) != 0 { // 3 năm 2024-2026
		return s.fromThose(i)
	}
	if s.is(i-1, "bản") && s.is(i-2, "phiên") {
		return m, i, false
	}
	if s.at(i+1) == wMonth && s.at(i+2) == number && s.yearAfter(i+3) {
		return s.dayOf(i)
	}
	everyYear := (s.at(i+3) == wEvery || s.at(i+3) == wEach) && s.at(i+4) == wYear
	if m, next, ok = s.digits(i, false, bound || everyYear); ok {
		return m, next, true
	}
	if s.yearAt(i) != 0 && s.at(i+1) == dash && s.yearAt(i+2) != 0 { // (2021-2025)
		m, next, ok = s.years(i, unitYears)
		m.era = true
		return m, next, ok && m.end != 0
	}
	return m, i, false
}

func (s *scanner) yearAfter(i int) bool {
	return s.at(i) == wYear && s.yearAt(i+1) != 0 || (s.at(i) == slash || s.at(i) == dash) && s.yearAt(i+1) != 0
}

// fromDay reads what follows "ngày": a day with or without its month and year.
func (s *scanner) fromDay(i int) (m moment, next int, ok bool) {
	next = i + 1
	for s.at(next) == wNew || s.at(next) == colon || s.is(next, "mồng") {
		next++
	}
	if s.at(next) == number {
		if m, next, ok = s.dayOf(next); ok {
			m.named = true
		}
		return m, next, ok
	}
	if w := s.at(next); w == wOrdinal || w == wSun { // ngày thứ Sáu, 20/9/2024
		if m, next, ok = s.fromWeekday(next); ok {
			return m, next, true
		}
	}
	if m, next, ok = s.blankDay(i); ok {
		return m, next, true
	}
	return s.lastDay(i)
}

// dayOf reads "15", "15 tháng 10", "15/10", each with or without a year, after "ngày" or before
// "tháng".
func (s *scanner) dayOf(i int) (m moment, next int, ok bool) {
	t := s.toks[i]
	if t.digits > 2 {
		return s.digits(i, true, true)
	}
	if m, next, ok = s.digits(i, true, true); ok && m.month != 0 {
		return s.lunar(m, next)
	}
	m = moment{day: int(t.value)}
	next = i + 1
	at := next
	if s.at(at) == comma {
		at++
	}
	if s.at(at) == wMonth && s.toks[at].gap < cell {
		switch {
		case s.at(at+1) == number && s.toks[at+1].digits <= 2:
			m.month = int(s.toks[at+1].value)
			next = at + 2
		case s.at(at+1) == blank || s.at(at+1) == wYear && s.yearAt(at+2) != 0:
			m.reason = "the month is left blank"
			m.month, next = 0, at+1
			for s.at(next) == blank || s.at(next) == mark {
				next++
			}
		default:
			if n := s.monthName(at + 1); n > 0 {
				m.month, next = n, at+2
				if n > 9 && s.digitWord(at+2) > 0 && s.digitWord(at+2) < 3 { // mười một, mười hai
					m.month, next = n+s.digitWord(at+2), at+3
				}
			}
		}
	}
	if m.month != 0 || m.reason != "" {
		m.year, next = s.yearOf(next)
		s.check(&m)
		return s.lunar(m, next)
	}
	if t.value == 0 || t.value > 31 {
		return m, i, false
	}
	return m, next, true
}

// monthName reads the months that are written as words.
func (s *scanner) monthName(i int) int {
	switch {
	case s.is(i, "giêng"):
		return 1
	case s.is(i, "chạp"):
		return 12
	}
	return s.digitWord(i)
}

// yearOf reads the year after a month: "năm 2024", "/2024", "-2024", ", năm 2024", "2024".
func (s *scanner) yearOf(i int) (year, next int) {
	at := i
	if s.at(at) == comma && s.at(at+1) == wYear {
		at++
	}
	switch s.at(at) {
	case wYear, slash, dash, dot:
		if s.at(at) != wYear && s.toks[at].gap >= line {
			return 0, i
		}
		if s.at(at) == wYear && s.is(at+1, "nay") {
			return 0, at + 2
		}
		if s.at(at) == slash && s.at(at+1) == wYear {
			at++
		}
		if y := s.yearAt(at + 1); y != 0 && s.toks[at].gap < cell && s.toks[at+1].gap < cell && (s.at(at) == wYear || !s.codeFollows(at+2)) {
			return y, at + 2
		}
	case number:
		if y := s.yearAt(at); y != 0 && s.toks[at].gap <= line {
			return y, at + 1
		}
	}
	return 0, i
}
