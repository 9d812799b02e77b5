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
	if next := s.regular(i, at, b); next > i {
		return next
	}
	first, next, ok := s.moment(at, at > i)
	if !ok && b.from {
		if first, next, ok = s.looseStart(at); !ok {
			if next := s.clockRange(i, at); next > i {
				return next
			}
			return s.sinceOwn(i, at)
		}
	}
	if !ok && at > i && !b.from {
		first, next, ok = s.current(at, b.within && s.completes(i))
	}
	if !ok {
		return i
	}
	if after, yearly := s.reported(&first, next, b); yearly {
		return s.keepRules(i, after, b, []part{{first, at, after}}, cycle{every: "YEARLY"})
	} else if after > next {
		next = after
	}
	if end, ok := s.ranged(i, b, part{first, at, next}); ok {
		return end
	}
	switch {
	case first.loose:
		return i
	case first.near:
		return s.keepWindow(i, next)
	}
	var buffer [8]part
	return s.listed(i, b, append(buffer[:0], part{first, at, next}))
}

// regular reads a time that its own words make recurring: "ngày làm việc cuối cùng của tháng",
// "cuối mỗi quý", "trong 05 ngày đầu của tháng", "thứ Sáu hằng tuần".
func (s *scanner) regular(i, at int, b bound) int {
	if next, rule := s.regularDay(at); rule != "" {
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule := s.regularPart(at); rule != "" {
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule := s.firstDays(at); rule != "" && at > i {
		b.by = b.by || b.within
		return s.keepRule(i, next, b, rule, "")
	}
	if next, rule, clock := s.regularWeekday(at); rule != "" {
		return s.keepRule(i, next, b, rule, clock)
	}
	return i
}

// reported reads what ties a day to the period of a report, after the day: "ngày 15 tháng trước",
// "ngày 15 tháng 12 năm trước", "ngày 01 tháng 01 năm báo cáo". A deadline of that kind, "chậm nhất
// là ngày 30 tháng 12 của năm trước", is yearly.
func (s *scanner) reported(m *moment, next int, b bound) (after int, yearly bool) {
	at := next
	if s.is(at, "của") {
		at++
	}
	if m.unit != unitDay || m.year != 0 || m.reason != "" || s.at(at) != wMonth && s.at(at) != wYear {
		return next, false
	}
	year := s.at(at) == wYear
	at++
	switch {
	case s.at(at) == wBefore:
		at++
		if (b.before || b.slow) && m.month != 0 && year {
			return at, true
		}
	case s.is(at, "báo") && s.is(at+1, "cáo"):
		at += 2
	default:
		return next, false
	}
	m.near = true
	if n, ok := s.says(at, "kỳ báo cáo"); ok {
		at = n
	}
	return at, false
}

// listed reads on from the first of what may be several times, and keeps them all.
func (s *scanner) listed(i int, b bound, parts []part) int {
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
