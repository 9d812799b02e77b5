package temporal

// current reads the document's own week, month, quarter or year: "hoàn thành trong năm", "trong
// tháng này", "trong tuần tới". alone: the word may stand without "này" or "tới".
func (s *scanner) current(at int, alone bool) (m moment, next int, ok bool) {
	d := s.ctx.Issued
	if s.exact(at) == end || !d.IsDay() {
		return m, at, false
	}
	next = at + 1
	ahead := 0
	switch {
	case s.is(next, "này") || s.is(next, "nay"):
		next++
	case s.is(next, "tới"):
		ahead = 1
		next++
	case !alone:
		return m, at, false
	}
	m.year = d.Year
	switch s.at(at) {
	case wYear:
		m.unit, m.year = unitYear, d.Year+ahead
	case wQuarter:
		q := d.Year*4 + (d.Month-1)/3 + ahead
		m.unit, m.year, m.month = unitQuarter, q/4, q%4*3+1
		m.last = m.month + 2
	case wMonth:
		n := d.Year*12 + d.Month - 1 + ahead
		m.unit, m.year, m.month = unitMonth, n/12, n%12+1
	case wWeek: // from Monday to Sunday
		weekday := (int(d.Time().Weekday()) + 6) % 7
		monday := d.AddDays(7*ahead - weekday)
		m.unit, m.year, m.month, m.day = unitWeek, monday.Year, monday.Month, monday.Day
	default:
		return m, at, false
	}
	return m, next, true
}

// looseStart reads the bare beginning of a range: "từ 01 đến 15/6/2024", "từ 2021 đến 2025".
func (s *scanner) looseStart(at int) (m moment, next int, ok bool) {
	if s.is(at, "nay") && s.at(at+1) == wTo { // từ nay đến hết năm 2024
		d := s.ctx.Issued
		return moment{year: d.Year, month: d.Month, day: d.Day, now: true, loose: true}, at + 1, true
	}
	if s.at(at) != number || s.at(at+1) != wTo && s.at(at+1) != dash {
		return m, at, false
	}
	t := s.toks[at]
	switch {
	case s.yearAt(at) != 0:
		return moment{unit: unitYear, year: int(t.value), loose: true}, at + 1, true
	case t.digits <= 2 && t.value >= 1 && t.value <= 31:
		return moment{day: int(t.value), loose: true}, at + 1, true
	}
	return m, at, false
}

// dashAt reports whether token i is a dash within a line; one that opens a line is a list's.
func (s *scanner) dashAt(i int) bool {
	return s.at(i) == dash && s.toks[i].gap < line && (i+1 >= len(s.toks) || s.toks[i+1].gap <= line)
}

// ranged reads the rest of "từ ngày A đến hết ngày B", "tháng 6 - tháng 9/2024".
func (s *scanner) ranged(i int, b bound, a part) (next int, ok bool) {
	at := a.to
	if s.at(at) == comma && s.at(at+1) == wTo {
		at++
	}
	if a.now && s.at(at) != wTo {
		return i, false
	}
	switch {
	case s.at(at) == wTo && s.toks[at].gap < cell:
		at++
		for s.at(at) == wEndOf || s.is(at, "hết") {
			at++
		}
	case s.dashAt(at) && (a.unit != unitYears && (b.from || a.unit == unitDay && a.month != 0 || a.loose || a.unit == unitMonth || a.unit == unitQuarter || a.named)):
		at++
	default:
		return i, false
	}
	if s.is(at, "nay") { // từ đầu năm đến nay: what was, not what is to be
		return at + 1, true
	}
	z, next, ok := s.moment(at, true)
	if !ok && a.unit == unitYear && s.yearAt(at) != 0 && !s.codeFollows(at+1) {
		z, next, ok = moment{unit: unitYear, year: s.yearAt(at)}, at+1, true
	}
	if !ok && a.unit == unitMonth && s.at(at) == number && s.toks[at].digits <= 2 {
		z = moment{unit: unitMonth, month: int(s.toks[at].value)}
		z.year, next = s.yearOf(at + 1)
		ok = z.month >= 1 && z.month <= 12 && z.year != 0
	}
	if !ok && a.unit == unitQuarter {
		if q := s.quarterAt(at); q > 0 {
			z = moment{unit: unitQuarter, month: 3*q - 2, last: 3 * q}
			z.year, next = s.yearOf(at + 1)
			ok = true
		}
	}
	if ok && a.near && z.unit == unitDay && z.month == 0 {
		return s.keepWindow(i, next), true
	}
	if !ok || z.unit == unitDay && z.month == 0 && a.month == 0 && z.reason == "" {
		if ok && a.unit == unitDay { // từ ngày 01 đến ngày 05 hằng tháng
			if n, rule, ok := s.suffix(next, []part{{z, at, next}}); ok {
				return s.keepRules(i, n, bound{by: true}, []part{{z, at, next}}, rule), true
			}
		}
		return i, false
	}
	if z.unit == unitDay && z.month == 0 {
		z.month, z.year = a.month, a.year
	}
	if a.near || b.counted && z.year == 0 && a.year == 0 {
		return s.keepWindow(i, next), true
	}
	if n, rule, ok := s.suffix(next, []part{{z, at, next}}); ok && z.year == 0 && rule.every == "YEARLY" {
		a.inherit(z)
		return s.keepRules(i, n, bound{by: true}, []part{{z, at, next}}, rule), true
	}
	from := a.moment
	from.inherit(z)
	return s.keepRange(i, next, b, from, z), true
}
