package temporal

import "fmt"

// fromMonth reads "tháng 9/2022", "tháng 9 năm 2022", "tháng 9"; "tháng 13" is flagged.
func (s *scanner) fromMonth(i int) (m moment, next int, ok bool) {
	if s.exact(i) != wMonth {
		return m, i, false
	}
	m.unit = unitMonth
	next = i + 1
	if s.at(next) == number && s.toks[next].digits <= 2 && s.toks[next].gap < cell {
		m.month = int(s.toks[next].value)
		next++
		if s.raw(next) == "%" || s.codeFollows(next) && s.yearAt(next+1) == 0 {
			return m, i, false
		}
		m.year, next = s.yearOf(next)
		if s.codeFollows(next) {
			return m, i, false
		}
	} else if n := s.monthName(next); n > 0 && !(s.at(next) == wYear && s.yearAt(next+1) != 0) {
		at := next + 1
		if n == 10 {
			if d := s.digitWord(at); d == 1 || d == 2 {
				n, at = n+d, at+1
			}
		}
		if m.year, next = s.yearOf(at); m.year == 0 && s.at(at) != wEvery {
			return m, i, false
		}
		m.month = n
	} else {
		return m, i, false
	}
	if m.month < 1 || m.month > 12 {
		if s.is(i-1, "lương") || s.is(i-1, "thưởng") { // lương tháng 13: a thirteenth salary
			return m, i, false
		}
		m.reason = fmt.Sprintf("no such month: %d", m.month)
	}
	return m, next, true
}

// fromQuarter reads "quý III/2024", "quý 3 năm 2024", "Quý IV".
func (s *scanner) fromQuarter(i int) (m moment, next int, ok bool) {
	q := s.quarterAt(i + 1)
	if q == 0 {
		if n := roman(s.raw(i + 1)); n > 4 || s.at(i+1) == number && s.toks[i+1].digits == 1 && s.toks[i+1].value > 4 {
			if y, next := s.yearOf(i + 2); y != 0 {
				return moment{unit: unitQuarter, year: y, reason: "no such quarter: " + s.raw(i+1)}, next, true
			}
		}
		return m, i, false
	}
	m = moment{unit: unitQuarter, month: 3*q - 2, last: 3 * q}
	m.year, next = s.yearOf(i + 2)
	return m, next, true
}

func (s *scanner) quarterAt(i int) int {
	q := 0
	if s.at(i) == number && s.toks[i].digits <= 2 {
		q = int(s.toks[i].value)
	} else if s.at(i) == other && s.toks[i].end-s.toks[i].start <= 3 {
		q = roman(s.raw(i))
	}
	if q > 4 {
		return 0
	}
	return q
}

// fromYear reads "năm 2024", "năm học 2023-2024", "năm 2024 - 2025", "năm nay".
func (s *scanner) fromYear(i int) (m moment, next int, ok bool) {
	if s.exact(i) != wYear {
		return m, i, false
	}
	m.unit = unitYear
	at := i + 1
	switch {
	case s.is(at, "học"):
		return s.years(at+1, unitSchoolYear)
	case s.is(at, "tài") && s.is(at+1, "chính"), s.is(at, "ngân") && s.is(at+1, "sách"), s.is(at, "kế") && s.is(at+1, "hoạch"):
		at += 2
	case s.is(at, "nay"):
		return m, at + 1, true
	}
	if s.yearAt(at) == 0 || s.toks[at].gap >= cell {
		return m, i, false
	}
	return s.years(at, unitYear)
}

// years reads "2024" and "2021-2025".
func (s *scanner) years(i int, u unit) (m moment, next int, ok bool) {
	m = moment{unit: u, year: s.yearAt(i)}
	if m.year == 0 {
		return m, i, false
	}
	next = i + 1
	if s.dashAt(next) || s.at(next) == slash && u == unitSchoolYear {
		if y := s.yearAt(next + 1); y > m.year && y-m.year <= 60 {
			m.end, next = y, next+2
			if u == unitYear {
				m.unit = unitYears
			}
		}
	}
	if u == unitSchoolYear && m.end == 0 {
		m.end = m.year + 1
	}
	if s.codeFollows(next) {
		return m, i, false
	}
	return m, next, true
}

// fromEra reads "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", "niên độ 2023-2024".
func (s *scanner) fromEra(i int) (m moment, next int, ok bool) {
	if !s.is(i+1, "đoạn") && !s.is(i+1, "kỳ") && !s.is(i+1, "độ") && !s.is(i+1, "khóa") {
		return m, i, false
	}
	at := i + 2
	if s.at(at) == wSince {
		at++
	}
	if s.at(at) == wYear {
		at++
	}
	m, next, ok = s.years(at, unitYears)
	if ok && m.end == 0 && (s.at(next) == wTo || s.dashAt(next)) {
		at = next + 1
		if s.at(at) == wYear {
			at++
		}
		if y := s.yearAt(at); y > m.year {
			m.end, next = y, at+1
		}
	}
	if !ok || m.end == 0 {
		return m, i, false
	}
	m.era = true
	return m, next, true
}

// fromCountedMonths reads "6 tháng đầu năm 2024", "sáu tháng cuối năm", "9 tháng đầu năm".
func (s *scanner) fromCountedMonths(i int) (m moment, next int, ok bool) {
	n, at, ok := s.plainNumeral(i)
	if !ok || s.at(at) != wMonth || n < 1 || n > 11 {
		return m, i, false
	}
	at++
	part := s.at(at)
	switch {
	case part == wStart:
		m.month, m.last = 1, n
		at++
	case part == wFinal || s.is(at, "còn") && s.is(at+1, "lại"):
		m.month, m.last = 13-n, 12
		at++
		if part != wFinal {
			at++
			if s.is(at, "của") {
				at++
			}
		}
	case part == wYear && s.yearAt(at+1) != 0 && n%3 == 0: // 9 tháng năm 2024
		m.month, m.last = 1, n
	default:
		return m, i, false
	}
	if s.at(at) != wYear {
		return m, i, false
	}
	m.unit = unitMonths
	if n == 6 {
		m.unit = unitHalf
	}
	m.year, next = s.yearEnding(at)
	return m, next, true
}

// yearEnding reads "năm 2024", "năm nay" or "năm" at the end of "cuối năm 2024"; the year is 0
// where it is not said.
func (s *scanner) yearEnding(i int) (year, next int) {
	if y := s.yearAt(i + 1); y != 0 && s.toks[i+1].gap < cell && !s.codeFollows(i+2) {
		return y, i + 2
	}
	if s.is(i+1, "nay") {
		return 0, i + 2
	}
	return 0, i + 1
}

// fromPart reads "cuối năm 2024", "đầu quý III/2024", "giữa tháng 6", "nửa đầu năm": vague, but
// for the halves of a year.
func (s *scanner) fromPart(i int) (m moment, next int, ok bool) {
	part, at := s.at(i), i+1
	half := part == wHalf
	if half {
		part, at = s.at(at), at+1
		if part != wStart && part != wFinal {
			return m, i, false
		}
	}
	switch s.at(at) {
	case wHour: // cuối giờ chiều ngày 20/9
		for at++; s.at(at) == wMorning || s.is(at, "làm") || s.is(at, "việc") || s.is(at, "hành") || s.is(at, "chính"); at++ {
		}
		if s.at(at) == wDay && s.at(at+1) == number {
			return s.fromDay(at)
		}
	case wDay: // cuối ngày 20/9
		if s.at(at+1) == number {
			return s.fromDay(at)
		}
	case wYear:
		if s.is(at+1, "học") {
			return m, i, false
		}
		m.year, next = s.yearEnding(at)
		if m.year == 0 && (s.at(next) == number || s.is(next, "tháng")) {
			return m, i, false
		}
		if half {
			m.unit, m.month, m.last = unitHalf, 1, 6
			if part == wFinal {
				m.month, m.last = 7, 12
			}
			return m, next, true
		}
		m.unit = unitVague
		switch part {
		case wStart:
			m.last = 3
		case wMiddle:
			m.last = 8
		case wFinal:
			m.last = 12
		}
		return m, next, true
	case wMonth, wQuarter:
		if m, next, ok = s.moment(at, true); !ok || m.reason != "" {
			return m, i, false
		}
		m.unit, m.last = unitVague, max(m.last, m.month)
		return m, next, true
	}
	return m, i, false
}

// fromThose reads "các tháng cuối năm 2024", "những tháng còn lại của năm".
func (s *scanner) fromThose(i int) (m moment, next int, ok bool) {
	at := i + 1
	if s.at(at) == wYear && s.yearAt(at+1) != 0 { // các năm 2023, 2024 và 2025
		m, next, ok = s.years(at+1, unitYear)
		for ok && (s.at(next) == comma || s.at(next) == wBoth) && s.yearAt(next+1) == max(m.year, m.end)+1 {
			m.unit, m.end, next = unitYears, s.yearAt(next+1), next+2
		}
		return m, next, ok
	}
	if s.at(at) == wDay || s.at(at) == wMonth && s.at(at+1) == number {
		return s.moment(at, true)
	}
	if s.at(at) != wMonth {
		return m, i, false
	}
	at++
	switch {
	case s.at(at) == wFinal, s.at(at) == wStart:
		m.last = 12
		if s.at(at) == wStart {
			m.last = 6
		}
		at++
	default:
		var found bool
		if at, found = s.oneOf(at, []string{"còn lại của", "còn lại trong", "còn lại"}); !found {
			return m, i, false
		}
		m.last = 12
	}
	if s.at(at) != wYear {
		return m, i, false
	}
	m.unit = unitVague
	m.year, next = s.yearEnding(at)
	return m, next, true
}

// fromWeek reads "tuần 2 tháng 6/2024", "tuần thứ ba của tháng 6", "tuần cuối tháng 6": vague,
// since a month's weeks are counted in several ways.
func (s *scanner) fromWeek(i int) (m moment, next int, ok bool) {
	if s.exact(i) != wWeek {
		return m, i, false
	}
	at := i + 1
	if s.at(at) == wOrdinal {
		at++
	}
	switch s.at(at) {
	case number, wStart, wFinal, other:
		if s.at(at) == other && s.digitWord(at) == 0 && roman(s.raw(at)) == 0 {
			return m, i, false
		}
		at++
	default:
		return m, i, false
	}
	for s.is(at, "tiên") || s.is(at, "cùng") || s.is(at, "của") {
		at++
	}
	if s.at(at) != wMonth {
		return m, i, false
	}
	if m, next, ok = s.fromMonth(at); !ok || m.reason != "" {
		return m, i, false
	}
	m.unit, m.last = unitVague, m.month
	return m, next, true
}
