package temporal

import (
	"strings"

	"congvan/corpus"
)

// part is a moment with the tokens [from, to) that say it.
type part struct {
	moment
	from, to int
}

// readBounded reads what starts with a bounding word: a duration or a time.
func readBounded(s *scanner, i int) int {
	if next := s.event(i); next > i {
		return next
	}
	if next := s.skip(i); next > i {
		return next
	}
	b, at := s.bound(i)
	if at == i {
		if s.at(i) == wTime { // thời kỳ 2021-2030
			return s.timed(i, i, bound{})
		}
		return i
	}
	if next := s.duration(i, at, b); next > i {
		return next
	}
	if next := s.timed(i, at, b); next > i || !b.before {
		return next
	}
	return s.aheadOf(i, at)
}

// readFree reads a time that nothing bounds.
func readFree(s *scanner, i int) int {
	if s.at(i) == number && i > 0 && s.toks[i].gap == tight {
		switch s.at(i - 1) {
		case slash, dash, dot, comma, number, other: // inside a document number, a phone number, a sum
			return i
		}
	}
	if next := s.duration(i, i, bound{}); next > i {
		return next
	}
	if next := s.frequency(i); next > i {
		return next
	}
	return s.timed(i, i, bound{})
}

// timed reads a time at token at and what bounds it from token i on, and keeps it.
func (s *scanner) timed(i, at int, b bound) int {
	var buffer [8]part
	parts := buffer[:0]
	bounded := at > i
	if next, rule := s.regularDay(at); rule != "" {
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule := s.regularPart(at); rule != "" {
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule := s.firstDays(at); rule != "" && bounded {
		b.by = b.by || b.within
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule, clock := s.regularWeekday(at); rule != "" {
		return s.keepRule(i, next, b, rule, clock)
	}
	first, next, ok := s.moment(at, bounded)
	if !ok && b.from {
		first, next, ok = s.looseStart(at)
	}
	if !ok && b.within && s.completes(i) {
		first, next, ok = s.current(at)
	}
	if !ok && b.from {
		if next := s.clockRange(i, at); next > i {
			return next
		}
		return s.sinceOwn(i, at)
	}
	if !ok {
		return i
	}
	of := next
	if s.is(of, "của") {
		of++
	}
	if first.unit == unitDay && first.year == 0 && first.reason == "" && (s.at(of) == wMonth || s.at(of) == wYear) && (s.at(of+1) == wBefore || s.is(of+1, "báo") && s.is(of+2, "cáo")) {
		first.near = true // ngày 15 tháng trước, ngày 15 tháng 12 năm trước, ngày 01 tháng 01 năm báo cáo
		next = of + 2
		if s.at(of+1) != wBefore {
			next++
		} else if (b.before || b.slow) && first.month != 0 && s.at(of) == wYear { // chậm nhất là ngày 30 tháng 12 của năm trước
			return s.keepRules(i, next, b, []part{{first, at, next}}, cycle{every: "YEARLY"})
		}
		if n, ok := s.says(next, "kỳ báo cáo"); ok {
			next = n
		}
	}
	parts = append(parts, part{first, at, next})
	if next, ok := s.ranged(i, b, parts[0]); ok {
		return next
	}
	if first.loose {
		return i
	}
	if first.near {
		return s.keepWindow(i, next)
	}
	parts = s.list(b, parts)
	last := &parts[len(parts)-1]
	for k := len(parts) - 2; k >= 0; k-- {
		parts[k].inherit(parts[k+1].moment)
	}
	if next, rule, ok := s.suffix(last.to, parts); ok {
		return s.keepRules(i, next, b, parts, rule)
	}
	if parts[0].month == 0 && parts[0].unit == unitDay && parts[0].reason == "" {
		return s.dayOnly(i, b, parts)
	}
	if joined, ok := contiguous(parts); ok {
		return s.keep(i, last.to, b, joined)
	}
	end := i
	for k := range parts {
		from := parts[k].from
		if k == 0 {
			from = i
		}
		end = s.keep(from, parts[k].to, b, parts[k].moment)
	}
	return end
}

// current reads the document's own month, quarter or year: "hoàn thành trong năm", "trong tháng".
func (s *scanner) current(at int) (m moment, next int, ok bool) {
	d := s.ctx.Issued
	if s.exact(at) == end || d.Month == 0 {
		return m, at, false
	}
	m.year = d.Year
	switch s.at(at) {
	case wYear:
		m.unit = unitYear
	case wQuarter:
		q := (d.Month - 1) / 3
		m.unit, m.month, m.last = unitQuarter, 3*q+1, 3*q+3
	case wMonth:
		m.unit, m.month = unitMonth, d.Month
	default:
		return m, at, false
	}
	return m, at + 1, true
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
	case s.at(at) == dash && (a.unit != unitYears && (b.from || a.unit == unitDay && a.month != 0 || a.loose || a.unit == unitMonth || a.unit == unitQuarter || a.named)):
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
		if _, _, ok := s.suffix(parts[len(parts)-1].to, parts); ok && parts[0].month == 0 {
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

// words are the found words, with one space for any white space.
func words(text string) string {
	for k := 0; k < len(text); k++ {
		switch c := text[k]; {
		case c == '\n', c == '\t', c == '\r', c == 0xC2 && k+1 < len(text) && text[k+1] == 0xA0, c == ' ' && k+1 < len(text) && text[k+1] == ' ':
			return strings.Join(strings.Fields(text), " ")
		}
	}
	return text
}

// found keeps a timing that tokens [i, next) say.
func (s *scanner) found(i, next int, role Role, t corpus.Timing, rule string) int {
	start, end := int(s.toks[i].start), int(s.toks[next-1].end)
	if s.skipped(start, end) {
		return next
	}
	t.Text, t.Rule = words(s.text[start:end]), rule
	s.out = append(s.out, Found{Start: start, End: end, Role: role, Timing: t})
	return next
}
