package temporal

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
