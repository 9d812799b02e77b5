package temporal

import (
	"strconv"
	"strings"

	"congvan/corpus"
)

// cycle is how a time comes back.
type cycle struct {
	every    string // FREQ
	interval int
	months   string // BYMONTH
}

const workdays = "MO,TU,WE,TH,FR"

func (c cycle) rule(parts ...string) string {
	var b strings.Builder
	b.WriteString("FREQ=" + c.every)
	if c.interval > 1 {
		b.WriteString(";INTERVAL=" + strconv.Itoa(c.interval))
	}
	if c.months != "" {
		b.WriteString(";BYMONTH=" + c.months)
	}
	for _, p := range parts {
		b.WriteString(";" + p)
	}
	return b.String()
}

// quarterMonths are the first, second and last months of the quarters.
var quarterMonths = [...]string{"1,4,7,10", "2,5,8,11", "3,6,9,12"}

// unitCycle is the cycle of a unit: "hằng quý", "6 tháng một lần".
func (s *scanner) unitCycle(i, n int) (c cycle, next int, ok bool) {
	switch s.at(i) {
	case wDay:
		return cycle{"DAILY", n, ""}, i + 1, true
	case wWeek:
		return cycle{"WEEKLY", n, ""}, i + 1, true
	case wMonth:
		if n%12 == 0 && n > 0 {
			return cycle{"YEARLY", n / 12, ""}, i + 1, true
		}
		return cycle{"MONTHLY", n, ""}, i + 1, true
	case wQuarter:
		return cycle{"MONTHLY", 3 * n, ""}, i + 1, true
	case wYear:
		return cycle{"YEARLY", n, ""}, i + 1, true
	}
	return c, i, false
}

// following are words for the next month or year.
var following = []string{"sau", "kế tiếp", "tiếp theo", "liền kề sau", "liền kề", "liền sau", "kế sau", "kế", "đó"}

// suffix reads what makes the times before it recur: "hằng tháng", "của tháng đầu quý", "của năm
// sau".
func (s *scanner) suffix(i int, parts []part) (next int, c cycle, ok bool) {
	p := &parts[0].moment
	if parts[len(parts)-1].year != 0 || p.reason != "" || s.breaks(i) {
		return i, c, false
	}
	at := i
	if s.at(at) == comma {
		at++
	}
	of := false
	if s.is(at, "của") {
		of = true
		at++
	}
	monthless := p.unit == unitDay && p.month == 0
	if monthless && s.at(at) == wThe && s.at(at+1) == wMonth && s.at(at+2) == number { // của các tháng 3, 6, 9 và 12
		if n, months, ok := s.monthList(at + 2); ok {
			if s.at(n) == wEvery && s.at(n+1) == wYear {
				n += 2
			}
			return n, cycle{"YEARLY", 0, months}, true
		}
	}
	if s.at(at) == wEvery || s.at(at) == wEach || s.at(at) == wThe {
		if at > i && s.at(i) == comma { // trước ngày 20, hằng quý trước ngày 15: the cycle is the next one's
			if w := s.at(at + 2); w == wBefore || w == wSlow || w == wAt || w == wWithin {
				return i, c, false
			}
		}
		if c, next, ok = s.unitCycle(at+1, 1); ok && (monthless && s.at(at+1) != wDay || s.at(at+1) == wYear) && s.at(next) != number && (p.unit != unitDay || s.at(at+1) != wWeek) {
			if monthless && s.at(at+1) == wMonth {
				if n, months, ok := s.monthOf(at + 1); ok {
					return n, cycle{"YEARLY", 0, months}, true
				}
			}
			return next, c, true
		}
		return i, c, false
	}
	if monthless && s.at(at) == wMonth {
		if n, months, ok := s.monthOf(at); ok {
			return n, cycle{"YEARLY", 0, months}, true
		}
		if n, ok := s.oneOf(at+1, following); ok {
			return n, cycle{every: "MONTHLY"}, true
		}
		if of && s.at(at+1) != number && !s.is(at+1, "này") {
			return at + 1, cycle{every: "MONTHLY"}, true
		}
	}
	if !monthless && s.at(at) == wYear && p.unit != unitVague {
		if n, ok := s.oneOf(at+1, following); ok {
			return n, cycle{every: "YEARLY"}, true
		}
	}
	return i, c, false
}

// monthList reads "3, 6, 9 và 12"; a year after it makes it no cycle.
func (s *scanner) monthList(i int) (next int, months string, ok bool) {
	for at := i; s.at(at) == number && s.toks[at].value >= 1 && s.toks[at].value <= 12 && s.toks[at].digits <= 2; at++ {
		if months != "" {
			months += ","
		}
		months += strconv.Itoa(int(s.toks[at].value))
		next = at + 1
		if at = next; s.at(at) != comma && s.at(at) != wBoth {
			break
		}
	}
	_, after := s.yearOf(next)
	return next, months, months != "" && after == next
}

// monthOf reads the month of a quarter or a year: "tháng đầu quý", "tháng cuối cùng của mỗi quý",
// "tháng thứ hai của quý sau".
func (s *scanner) monthOf(i int) (next int, months string, ok bool) {
	at, place := i+1, -1
	switch {
	case s.at(at) == wStart:
		place = 0
	case s.at(at) == wMiddle:
		place = 1
	case s.at(at) == wFinal:
		place = 2
	case s.at(at) == wOrdinal:
		at++
		switch d := s.digitWord(at); {
		case s.is(at, "nhất") || s.raw(at) == "1" || s.raw(at) == "01":
			place = 0
		case d == 2 || s.is(at, "nhì") || s.raw(at) == "2" || s.raw(at) == "02":
			place = 1
		case d == 3 || s.raw(at) == "3" || s.raw(at) == "03":
			place = 2
		}
	}
	if place < 0 {
		return i, "", false
	}
	at++
	if s.is(at, "tiên") || s.is(at, "cùng") {
		at++
	}
	if s.is(at, "của") || s.is(at, "trong") {
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach || s.at(at) == wThe {
		at++
	}
	switch {
	case s.at(at) == wQuarter && s.quarterAt(at+1) == 0:
		months = quarterMonths[place]
	case s.at(at) == wYear && s.yearAt(at+1) == 0 && place != 1:
		months = [...]string{"1", "", "12"}[place]
	default:
		return i, "", false
	}
	at++
	if n, ok := s.oneOf(at, following); ok {
		at = n
	}
	return at, months, true
}

// keepRules keeps recurring times: days of a month, or days and months of a year.
func (s *scanner) keepRules(i, next int, b bound, parts []part, c cycle) int {
	if parts[0].unit == unitDay && parts[0].month == 0 {
		days := make([]string, len(parts))
		for k := range parts {
			days[k] = strconv.Itoa(parts[k].day)
		}
		return s.keepRule(i, next, b, c.rule("BYMONTHDAY="+strings.Join(days, ",")), parts[0].clock)
	}
	same := true
	var months []string
	for k := range parts {
		same = same && parts[k].day == parts[0].day
		months = append(months, strconv.Itoa(max(parts[k].month, parts[k].last)))
	}
	if same {
		c.months = strings.Join(months, ",")
		return s.keepRule(i, next, b, c.rule(dayPart(parts[0].day)...), parts[0].clock)
	}
	from := i
	for k := range parts {
		to := parts[k].to
		if k == len(parts)-1 {
			to = next
		}
		c.months = months[k]
		s.keepRule(from, to, b, c.rule(dayPart(parts[k].day)...), parts[k].clock)
		if k+1 < len(parts) {
			from = parts[k+1].from
		}
	}
	return next
}

func dayPart(day int) []string {
	if day == 0 {
		return nil
	}
	return []string{"BYMONTHDAY=" + strconv.Itoa(day)}
}

// keepRule keeps one recurrence.
func (s *scanner) keepRule(i, next int, b bound, rule, clock string) int {
	t := corpus.Timing{Kind: corpus.TimingRecurring, Bound: b.side(), RRule: rule, Time: clock}
	if b.within && t.Bound == "" {
		t.Bound = corpus.By
	}
	if strings.HasPrefix(rule, "FREQ=YEARLY") && strings.Contains(rule, "BYMONTH") {
		s.yearlyEnd = int(s.toks[next-1].end)
	}
	return s.found(i, next, RoleDeadline, t, "recurring/dated")
}

// yearly reports whether a day and month without a year at token i come every year: in a
// standing regulation, next to a sibling that says so, or in a sentence that speaks of every year.
func (s *scanner) yearly(i int) bool {
	if s.ctx.Standing || int(s.toks[i].start)-s.yearlyEnd < 1500 {
		return true
	}
	for k := i - 1; k >= 0 && k > i-40; k-- {
		if s.toks[k+1].gap >= line || s.at(k) == dot && s.toks[k+1].gap > tight {
			return false
		}
		if (s.at(k) == wEvery || s.at(k) == wEach) && (s.at(k+1) == wYear && s.at(k+2) != number || s.at(k+1) == wQuarter) {
			return true
		}
		if s.at(k) == wRegular && s.is(k+1, "kỳ") {
			return true
		}
	}
	return false
}

// dayOnly keeps "trước ngày 25" in a sentence of every month; elsewhere a bound day without a
// month is said to lack it.
func (s *scanner) dayOnly(i int, b bound, parts []part) int {
	next := parts[len(parts)-1].to
	for k := i - 1; k >= 0 && k > i-40; k-- {
		if s.toks[k+1].gap >= line && s.toks[k+1].gap != cell || s.at(k) == dot && s.toks[k+1].gap > tight {
			break
		}
		if s.at(k) == wEvery || s.at(k) == wEach || s.at(k) == wRegular {
			at := k + 1
			if s.at(at) == other {
				at++
			}
			if s.at(at) == wEvery {
				at++
			}
			if c, _, ok := s.unitCycle(at, 1); ok && c.every == "MONTHLY" {
				return s.keepRules(i, next, b, parts, c)
			}
		}
	}
	if b.side() != corpus.Before && b.side() != corpus.By || len(parts) > 1 || parts[0].clock == "" && s.at(next) > mark && s.at(next) != wBoth && b.to {
		return i
	}
	if role, ok := s.role(i, next, b, &parts[0].moment); ok {
		return s.found(i, next, role, corpus.Timing{Kind: corpus.TimingDate, Bound: b.side(), Precision: "day", Reason: "no month"}, "date/unresolved")
	}
	return next
}
