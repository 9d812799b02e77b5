package temporal

import "fmt"

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

// codeFollows reports whether the digits before token i go on as a document number: "/TT-BTC".
func (s *scanner) codeFollows(i int) bool {
	w := s.at(i)
	if (w == slash || w == dash) && s.toks[i].gap == tight {
		return w == slash && s.at(i+1) != end && s.toks[i+1].gap == tight || s.at(i+1) >= other && s.at(i+1) != number && s.letter(i+1) && s.toks[i+1].gap == tight
	}
	return false
}

func (s *scanner) letter(i int) bool { w := s.at(i); return w == other || w > mark }

// digits reads "15/10/2024", "15-10-2024", "15.10.2024", "2024-10-15"; named: after "ngày";
// bound: "15/10" and "10/2024" count as well.
func (s *scanner) digits(i int, named, bound bool) (m moment, next int, ok bool) {
	sep := s.at(i + 1)
	if sep != slash && sep != dash && sep != dot || s.at(i+2) != number || s.toks[i+1].gap > line || sep == dash && s.toks[i+1].gap == line || s.toks[i+2].gap > line {
		return m, i, false
	}
	a, b := s.toks[i], s.toks[i+2]
	if s.yearAt(i) != 0 && sep == dash && b.digits == 2 && s.at(i+3) == dash && s.at(i+4) == number && s.toks[i+4].digits == 2 {
		m = moment{year: int(a.value), month: int(b.value), day: int(s.toks[i+4].value)}
		s.check(&m)
		return m, i + 5, m.reason == ""
	}
	if a.digits > 2 || a.digits == 0 {
		return m, i, false
	}
	if y := s.yearAt(i + 2); y != 0 { // 10/2024
		if sep == slash && bound && !named && a.value >= 1 && a.value <= 12 && !s.codeFollows(i+3) {
			return moment{unit: unitMonth, month: int(a.value), year: y}, i + 3, true
		}
		return m, i, false
	}
	if b.digits > 2 {
		return m, i, false
	}
	m = moment{day: int(a.value), month: int(b.value)}
	third := s.at(i + 3)
	if third == slash || third == dash || third == dot {
		at := i + 4
		if s.at(at) == wYear {
			at++
		}
		if y := s.yearAt(at); y != 0 && (third == sep || named) && s.toks[at].gap <= line {
			if s.codeFollows(at+1) || s.at(at+1) == dot && s.at(at+2) == number && s.toks[at+1].gap == tight && s.toks[at+2].gap == tight {
				return m, i, false
			}
			m.year = y
			s.check(&m)
			return m, at + 1, true
		}
		if s.at(at) == number && s.toks[at].gap == tight && s.toks[i+3].gap == tight {
			t := s.toks[at]
			switch {
			case t.digits == 2 && (named || bound && t.value > 12) && third == sep && !s.codeFollows(at+1):
				m.year = 2000 + int(t.value)
				s.check(&m)
				return m, at + 1, true
			case t.digits >= 3 && named && third == sep:
				m.reason = fmt.Sprintf("no such year: %s", s.raw(at))
				return m, at + 1, true
			}
			if third == slash || third == sep {
				return m, i, false
			}
		}
	}
	if sep == dot && !named || sep == dash && !named {
		return m, i, false
	}
	if sep == dash && s.at(i+3) == wMonth { // ngày 10-12 tháng 9
		return m, i, false
	}
	if sep == dot && (b.gap != tight || s.toks[i+1].gap != tight) {
		return m, i, false
	}
	if sep != slash && m.month > 12 {
		return m, i, false
	}
	if !named && (!bound || m.day > 31 || m.month > 12 || m.day == 0 || m.month == 0) || s.codeFollows(i+3) {
		return m, i, false
	}
	if _, share := s.oneOf(i+3, shared); !named && share {
		return m, i, false
	}
	m.year, next = 0, i+3
	if s.at(next) == wYear && s.yearAt(next+1) != 0 || s.at(next) == comma && s.at(next+1) == wYear && s.yearAt(next+2) != 0 {
		m.year, next = s.yearOf(next)
	}
	s.check(&m)
	return m, next, true
}

// shared are the words that make a fraction of what looks like a day: "từ 1/3 đến 1/2 số đại biểu".
var shared = []string{
	"số", "tổng", "diện tích", "thành viên", "đại biểu", "đơn vị", "chỉ tiêu", "người", "hộ", "xã", "phường", "mức", "thời gian", "quãng", "chiều", "dân", "ý kiến", "phiếu", "điểm",
	"nội dung", "nhiệm vụ", "giá", "vốn", "lượng", "sản", "đến 1", "đến 2", "đến 3",
}

// check says why a written day cannot be.
func (s *scanner) check(m *moment) {
	if m.reason != "" {
		return
	}
	switch {
	case m.month < 1 || m.month > 12:
		m.reason = fmt.Sprintf("no such month: %d", m.month)
	case m.day < 1 || m.day > 31 || m.month == 2 && m.day > 29 || m.day == 31 && (m.month == 4 || m.month == 6 || m.month == 9 || m.month == 11):
		m.reason = fmt.Sprintf("no such day: %02d/%02d", m.day, m.month)
	case m.year != 0:
		m.days()
	}
}

// lunar marks a day of the lunar calendar, whose date the text does not say.
func (s *scanner) lunar(m moment, next int) (moment, int, bool) {
	at := next
	if s.at(at) == open {
		at++
	}
	if s.is(at, "âm") && s.is(at+1, "lịch") {
		m.reason = "a day of the lunar calendar"
		next = at + 2
		if s.at(next) == shut {
			next++
		}
	}
	return m, next, true
}

// blankDay reads a date left to be filled in: "ngày   tháng   năm 2020", "ngày … tháng 9 năm …".
func (s *scanner) blankDay(i int) (m moment, next int, ok bool) {
	if s.at(i) != wDay {
		return m, i, false
	}
	next = i + 1
	gaps := s.fillable(&next)
	if s.at(next) != wMonth || s.toks[next].gap > line {
		return m, i, false
	}
	gaps = gaps || s.toks[next].gap == wide
	m.named, m.reason = true, "the day is left blank"
	next++
	switch {
	case s.at(next) == number && s.toks[next].digits <= 2:
		m.month = int(s.toks[next].value)
		next++
	default:
		gaps = s.fillable(&next) || gaps || s.at(next) == wYear && s.toks[next].gap == wide
	}
	at := next
	if s.at(at) == wYear {
		m.year, next = s.yearOf(at)
		if m.year == 0 {
			next = at + 1
			gaps = s.fillable(&next) || gaps
		}
	}
	return m, next, m.year != 0 || gaps
}

// fillable steps over dots and underscores that stand for what a pen is to write.
func (s *scanner) fillable(next *int) bool {
	from := *next
	for s.at(*next) == blank || s.at(*next) == dot {
		*next++
	}
	return *next > from
}

// lastDay reads "ngày cuối cùng của tháng 9/2024", "ngày cuối năm 2024".
func (s *scanner) lastDay(i int) (m moment, next int, ok bool) {
	at := i + 1
	if n, ok := s.says(at, "làm việc"); ok {
		m.working, at = true, n
	}
	if s.at(at) != wFinal {
		return m, i, false
	}
	at++
	if s.is(at, "cùng") {
		at++
	}
	if s.is(at, "của") {
		at++
	}
	working := m.working
	switch s.at(at) {
	case wMonth, wQuarter, wYear:
		if m, next, ok = s.moment(at, true); ok {
			m.lastly, m.named, m.working = true, true, working
			return m, next, true
		}
	}
	return m, i, false
}
