package temporal

// list reads on from the first of several times: "ngày 15 và ngày 30 tháng 6", "quý II, III/2024".
// What follows a comma and turns out to be no time is left.
func (s *scanner) list(b bound, parts []part) []part {
	whole := len(parts)
	for len(parts) < 12 {
		last := parts[len(parts)-1]
		at := last.to
		if s.at(at) == comma {
			at++
		}
		if s.at(at) == wBoth {
			at++
		}
		if at == last.to || s.breaks(at) || s.toks[at].gap > space && s.at(at) == number {
			break
		}
		m, next, ok := moment{}, at, false
		from := at
		if last.year == 0 && b.side() != "" { // trước ngày 15/6 và trước ngày 15/12 hằng năm
			if again, n := s.bound(at); again == b {
				at = n
			}
		}
		switch last.unit {
		case unitDay:
			if s.at(at) == number {
				m, next, ok = s.dayOf(at)
			} else if s.at(at) == wDay {
				m, next, ok = s.fromDay(at)
			}
		case unitMonth:
			if s.at(at) == wMonth {
				m, next, ok = s.fromMonth(at)
			} else if s.at(at) == number && s.toks[at].digits <= 2 && s.toks[at].value >= 1 && s.toks[at].value <= 12 && last.year == 0 {
				m = moment{unit: unitMonth, month: int(s.toks[at].value)}
				m.year, next = s.yearOf(at + 1)
				ok = true
			}
		case unitQuarter:
			if s.at(at) == wQuarter {
				m, next, ok = s.fromQuarter(at)
			} else if q := s.quarterAt(at); q > 0 && last.year == 0 && (s.at(at) != number) {
				m = moment{unit: unitQuarter, month: 3*q - 2, last: 3 * q}
				m.year, next = s.yearOf(at + 1)
				ok = true
			}
		case unitYear:
			if s.at(at) == wYear {
				m, next, ok = s.fromYear(at)
			}
			ok = ok && m.unit == unitYear
		}
		if !ok || m.reason != "" || next == at {
			break
		}
		parts = append(parts, part{m, from, next})
		complete := m.month != 0 || m.unit == unitYear
		if m.unit == unitMonth || m.unit == unitQuarter {
			complete = m.year != 0 || s.at(at) == wMonth || s.at(at) == wQuarter
		}
		if complete {
			whole = len(parts)
		}
	}
	if whole < len(parts) {
		if _, _, ok := s.suffix(parts[len(parts)-1].to, parts); ok && (parts[0].month == 0 || parts[0].unit == unitMonth) {
			return parts
		}
	}
	return parts[:whole]
}

// contiguous joins months or quarters that follow one another: "quý II và quý III".
func contiguous(parts []part) (moment, bool) {
	m := parts[0].moment
	if len(parts) < 2 || m.unit == unitDay || m.unit == unitVague {
		return m, len(parts) == 1
	}
	for k := 1; k < len(parts); k++ {
		p := parts[k].moment
		if m.unit == unitYear || m.unit == unitYears {
			if p.year != max(m.year, m.end)+1 {
				return m, false
			}
			m.unit, m.end = unitYears, p.year
			continue
		}
		if p.year != m.year || p.month != max(m.last, m.month)+1 {
			return m, false
		}
		m.last = max(p.last, p.month)
	}
	if m.unit == unitMonth {
		m.unit = unitMonths
	}
	return m, true
}
