package temporal

import (
	"congvan/corpus"
)

// keep judges a time and what bounds it, and keeps it; next when it is nobody's time.
func (s *scanner) keep(i, next int, b bound, m moment) int {
	role, ok := s.role(i, next, b, &m)
	if !ok {
		return next
	}
	t := corpus.Timing{Kind: corpus.TimingDate, Bound: b.side(), Precision: precisions[m.unit], Time: m.clock}
	yearless := m.year == 0 && m.next == 0 && m.reason == ""
	if yearless && m.unit == unitDay && (b.before || b.by) && s.yearly(i) {
		return s.keepRules(i, next, b, []part{{m, i, next}}, cycle{every: "YEARLY"})
	}
	m.fill(s.ctx, b.before || b.by)
	if m.unit == unitVague {
		return s.keepVague(i, next, b, m, t, role)
	}
	from, to, ok := m.days()
	switch {
	case !ok:
		t.Reason = m.reason
		if m.unit != unitDay && b.side() == "" || b.within && !b.by {
			t.Kind = corpus.TimingPeriod
		}
		return s.found(i, next, role, t, "date/unresolved")
	case m.unit == unitDay || m.lastly:
		t.Due, t.Precision = from, precisions[unitDay]
		if b.side() == "" {
			t.Bound = corpus.On
			if b.within {
				t.Bound = corpus.By
			}
		}
		if role == RoleDeadline && (b.before || b.by) && s.over(from) {
			role = RoleMention
		}
		return s.found(i, next, role, t, "date/day")
	case b.before:
		t.Due = from
	case b.by:
		t.Due = to
	case b.after:
		t.Due = to.AddDays(1)
	case b.from:
		t.Due = from
	default:
		t.Kind, t.From, t.To = corpus.TimingPeriod, from, to
		if s.completes(i) {
			t.Bound, t.Due = corpus.By, to
			role = RoleDeadline
		}
		return s.found(i, next, role, t, "period/"+t.Precision)
	}
	if role == RoleDeadline && (b.before || b.by) && s.over(t.Due) {
		role = RoleMention
	}
	return s.found(i, next, role, t, "date/"+t.Precision)
}

// keepVague keeps "những tháng cuối năm 2024": no days, but the last that the words can mean.
// A bound makes it a date: "đến cuối năm 2024" ends with the year.
func (s *scanner) keepVague(i, next int, b bound, m moment, t corpus.Timing, role Role) int {
	latest := m.latest()
	if !latest.IsZero() && (b.before || b.by) {
		t.Due = latest
		if s.over(latest) {
			role = RoleMention
		}
		return s.found(i, next, role, t, "date/vague")
	}
	t.Kind, t.Latest = corpus.TimingPeriod, latest
	if b.from || b.after {
		t.Latest = corpus.Date{}
	}
	return s.found(i, next, role, t, "period/vague")
}

// keepRange keeps "từ ngày A đến hết ngày B".
func (s *scanner) keepRange(i, next int, b bound, a, z moment) int {
	role, ok := s.role(i, next, b, &a)
	if !ok {
		return next
	}
	t := corpus.Timing{Kind: corpus.TimingPeriod, Precision: precisions[max(a.unit, z.unit)]}
	if a.year == 0 && z.year == 0 && a.reason == "" && z.reason == "" && s.ctx.Issued.Year != 0 {
		z.fill(s.ctx, true)
		a.year = z.year
		if a.month > z.month && z.unit != unitYear {
			a.year--
		}
	}
	z.fill(s.ctx, true)
	a.fill(s.ctx, false)
	from, _, okA := a.days()
	_, to, okZ := z.days()
	if z.unit == unitVague && !z.latest().IsZero() {
		to, okZ = z.latest(), true
		t.Precision = "approx"
	}
	if a.unit == unitVague || a.now && a.day == 0 {
		okA = true
	}
	switch {
	case !okA:
		t.Reason = a.reason
	case !okZ:
		t.Reason = z.reason
	case !from.IsZero() && to.Before(from):
		t.Reason = "it ends before it begins"
	default:
		t.From, t.To = from, to
		if role == RoleDeadline && s.over(to) {
			role = RoleMention
		}
	}
	return s.found(i, next, role, t, "period/range")
}

// keepWindow keeps the days that a report covers, "từ ngày 15 tháng trước đến ngày 14 của tháng
// thuộc kỳ báo cáo": they come back with the report and have no date of their own.
func (s *scanner) keepWindow(i, next int) int {
	if n, ok := s.says(next, "của kỳ báo cáo"); ok {
		next = n
	} else if s.is(next, "của") {
		next++
	}
	if s.at(next) == wMonth || s.at(next) == wYear {
		next++
		if n, ok := s.oneOf(next, []string{"thuộc kỳ báo cáo", "của kỳ báo cáo", "báo cáo", "này", "sau", "tiếp theo", "liền kề"}); ok {
			next = n
		}
	}
	return s.found(i, next, RoleMention, corpus.Timing{Kind: corpus.TimingPeriod, Reason: "counted from the period of the report"}, "period/window")
}

// clockRange reads "từ 8 giờ đến 11 giờ 30 ngày 15/6/2024": the day, from its first hour.
func (s *scanner) clockRange(i, at int) int {
	clock, reason, at, ok := s.clock(at)
	if !ok || reason != "" || s.at(at) != wTo && s.at(at) != dash {
		return i
	}
	m, next, ok := s.moment(at+1, true)
	if !ok || m.unit != unitDay || m.month == 0 {
		return i
	}
	m.clock = clock
	return s.keep(i, next, bound{on: true}, m)
}

// sinceOwn reads "kể từ ngày ký", "từ ngày Công văn này được ban hành": the document's own day.
func (s *scanner) sinceOwn(i, at int) int {
	if s.at(at) != wDay {
		return i
	}
	next := s.clauseEnd(at)
	day, ok := s.ownDay(at, next)
	if !ok || day.IsZero() && s.is(next-1, "lực") || day.IsZero() && s.is(next-1, "hành") && s.is(next-2, "thi") {
		return i
	}
	role := RoleMention
	if s.inForce(i, next) {
		role = RoleEffect
	}
	t := corpus.Timing{Kind: corpus.TimingRelative, Bound: corpus.From, Due: day, Anchor: words(s.text[s.toks[at].start:s.toks[next-1].end])}
	return s.found(i, next, role, t, "relative/own")
}

// over reports whether a day lies before the document: it sets nobody a time any more.
func (s *scanner) over(d corpus.Date) bool {
	return !s.ctx.Issued.IsZero() && d.Before(s.ctx.Issued.First())
}

// completes reports whether the words before token i order something to be finished in a period:
// "hoàn thành trong quý III/2024".
func (s *scanner) completes(i int) bool {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		if s.is(k, "thành") && s.is(k-1, "hoàn") || s.is(k, "xong") || s.is(k, "tất") && s.is(k-1, "hoàn") {
			return true
		}
	}
	return false
}
