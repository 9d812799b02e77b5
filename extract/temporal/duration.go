package temporal

import (
	"fmt"
	"strings"

	"congvan/corpus"
	"congvan/extract/temporal/workday"
)

// span is a length of time: 15 days, 10 working days.
type span struct {
	n        int
	unit     word // wDay, wWeek, wMonth, wYear, wQuarter, wHour, wMinute
	working  bool
	fraction string // the digits after the comma: "1,5 ngày" has n 2, the days begun
	upTo     bool   // the longer of two: "từ 05 đến 07 ngày"
}

// iso is the span as an ISO 8601 duration.
func (d span) iso() string {
	if d.fraction != "" && d.unit == wDay {
		return fmt.Sprintf("P%d.%sD", d.n-1, d.fraction)
	}
	switch d.unit {
	case wWeek:
		return fmt.Sprintf("P%dW", d.n)
	case wMonth:
		return fmt.Sprintf("P%dM", d.n)
	case wQuarter:
		return fmt.Sprintf("P%dM", 3*d.n)
	case wYear:
		return fmt.Sprintf("P%dY", d.n)
	case wHour:
		return fmt.Sprintf("PT%dH", d.n)
	case wMinute:
		return fmt.Sprintf("PT%dM", d.n)
	}
	return fmt.Sprintf("P%dD", d.n)
}

// span reads "05 (năm) ngày làm việc", "từ 5 đến 7 ngày", "ngày thứ 20", "03 tháng".
func (s *scanner) span(i int) (d span, next int, ok bool) {
	if s.at(i) == wDay && s.at(i+1) == wOrdinal { // chậm nhất là ngày thứ 20 kể từ
		n, at, ok := s.numeral(i + 2)
		if !ok || n == 0 {
			return d, i, false
		}
		return s.workingDays(span{n: n, unit: wDay}, at)
	}
	if n, ok := s.says(i, "ngày làm việc"); ok && s.at(i-1) == wWithin { // ngay trong ngày làm việc
		if m, ok := s.oneOf(n, following); ok {
			n = m
		}
		return span{n: 1, unit: wDay, working: true}, n, true
	}
	n, at, ok := s.numeral(i)
	if !ok {
		return d, i, false
	}
	fraction := ""
	if s.at(at) == comma && s.at(at+1) == number && s.toks[at].gap == tight && s.toks[at+1].gap == tight && s.toks[at+1].digits <= 2 {
		fraction = s.raw(at + 1) // 1,5 ngày
		n, at = n+1, at+2
	}
	upTo := false
	if s.at(at) == dash || s.at(at) == wTo {
		if m, after, ok := s.numeral(at + 1); ok && m > n {
			n, at, upTo = m, after, true
		}
	}
	if n == 0 || s.toks[min(at, len(s.toks)-1)].gap >= cell {
		return d, i, false
	}
	switch u := s.exact(at); u {
	case wDay, wWeek, wMonth, wYear, wQuarter, wHour, wMinute:
		d = span{n: n, unit: u, upTo: upTo, fraction: fraction}
	default:
		return d, i, false
	}
	if w := s.at(at + 1); d.unit == wMonth && (w == wStart || w == wFinal) || d.unit == wYear && s.yearAt(at+1) != 0 || d.unit == wHour && (s.at(at+1) == number || s.at(at+1) == wDay && s.at(at+2) == number || s.at(at+1) == comma && s.at(at+2) == wDay) {
		return d, i, false
	}
	return s.workingDays(d, at+1)
}

func (s *scanner) workingDays(d span, at int) (span, int, bool) {
	if n, ok := s.says(at, "làm việc"); ok && (d.unit == wDay || d.unit == wHour) {
		d.working, at = true, n
	} else if s.bareIs(at, "lam") && s.bareIs(at+1, "viec") && d.unit == wDay {
		d.working, at = true, at+2
	}
	return d, at, true
}

// past are the words after a duration that make it one of the past or of a condition: "trong 3
// năm qua", "12 tháng liền kề".
var pastTails = []string{"qua", "vừa qua", "gần đây", "gần nhất", "liên tục", "liền kề", "liền", "trước đó", "trước khi", "trở lên", "trở xuống", "đầu", "cuối", "tiếp theo", "tới", "học", "tuổi", "công", "lương", "nghỉ", "đóng", "qua,"}

// measured are the words before a duration that measure something else than a duty's time: age,
// leave, benefits, penalties.
var measured = []string{"hưởng", "nghỉ", "đủ", "đóng", "phạt", "tù", "gia hạn", "hiệu lực", "tuổi", "thử việc", "hợp đồng", "tăng", "giảm", "kéo dài", "tạm dừng", "bảo hành", "lưu trữ", "lưu giữ"}

// duration reads a length of time with its anchor: "trong thời hạn 05 (năm) ngày làm việc kể từ
// ngày nhận được", "chậm nhất sau 10 ngày", "ít nhất 15 ngày trước khi". at: after the bounding
// words, i where there are none.
func (s *scanner) duration(i, at int, b bound) int {
	d, next, ok := s.span(at)
	if !ok || at > 0 && at < len(s.toks) && s.toks[at].gap == tight && (s.at(at-1) == comma || s.at(at-1) == dot) {
		return i
	}
	anchor, ok := s.anchor(next)
	long := d.unit == wMonth || d.unit == wYear || d.unit == wQuarter
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if w := s.at(k); w == comma || w == semi || w == dot || w == colon || s.toks[k+1].gap >= line {
			break
		}
		for _, p := range measured {
			if s.phraseAt(k, p) && !anchor.counted && !(b.frame && ok) {
				return s.over0(i, next)
			}
		}
	}
	if !ok {
		_, tail := s.oneOf(next, pastTails)
		if b.frame && (s.is(next, "tới") || s.is(next, "tiếp")) { // trong vòng 7 ngày tới
			tail = false
		}
		switch {
		case tail && !b.slow, b.from, b.to && !b.slow, b.on:
			return i
		case b.slow, b.frame, b.before && (b.least || d.working): // báo trước ít nhất 03 ngày làm việc
		case b.limit:
			if long {
				return i
			}
		case b.within:
			if long || s.is(next, "nghỉ") {
				return i
			}
		default:
			return i
		}
		if b.after && !b.slow && !b.within {
			return i
		}
	}
	if ok && !b.any() && !anchor.counted && !d.working && !anchor.ahead {
		return i
	}
	near := d.unit == wDay || d.unit == wHour || d.unit == wWeek || d.unit == wMinute
	if ok && anchor.weak && !(anchor.when && near) && !(b.slow || b.frame || b.least || b.limit || b.within || b.before) && !d.working {
		return i
	}
	if ok && anchor.ahead && !near && !b.any() { // báo cáo 6 tháng trước ngày 15/6
		return i
	}
	if ok && anchor.weak && b.frame && long && s.phraseAt(next, "trước khi") {
		return i
	}
	t := corpus.Timing{Kind: corpus.TimingRelative, Duration: d.iso(), WorkingDays: d.working, Bound: corpus.By}
	if b.after && !b.slow && !b.within || b.from && !b.by && !d.upTo {
		t.Bound = corpus.From
	}
	if b.least && !anchor.ahead {
		t.Bound = corpus.From
	}
	end := next
	if ok {
		end = anchor.to
		t.Anchor = words(s.text[s.toks[anchor.from].start:s.toks[end-1].end])
		if !anchor.date.IsZero() {
			n := d.n
			if anchor.ahead {
				n = -n
			}
			due, err := count(anchor.date, span{n: n, unit: d.unit, working: d.working})
			if err != nil {
				t.Reason = err.Error()
			}
			t.Due = due
			if !due.IsZero() {
				t.Precision = "day"
			}
		}
	}
	if !ok && s.told(i, end) && !b.slow {
		return end
	}
	role := RoleDeadline
	if s.inForce(i, end) { // có hiệu lực sau 45 ngày kể từ ngày ký
		role = RoleEffect
	}
	return s.found(i, end, role, t, "relative")
}

func (b bound) any() bool { return b != bound{} }

// over0 steps over a duration that is nobody's time.
func (s *scanner) over0(_, next int) int { return next }

// count is the day that a span after (n < 0: before) a day ends on, by Bộ luật Dân sự 2015:
// the first day does not count (art. 147.2), months and years end on the day of the same number or
// the month's last (art. 148.3, 148.4), and a period that ends on a day off runs to the next
// working day (art. 148.5).
func count(from corpus.Date, d span) (corpus.Date, error) {
	if d.working {
		return workday.Add(from, d.n)
	}
	var day corpus.Date
	switch d.unit {
	case wDay:
		day = from.AddDays(d.n)
	case wWeek:
		day = from.AddDays(7 * d.n)
	case wMonth:
		day = addMonths(from, d.n)
	case wQuarter:
		day = addMonths(from, 3*d.n)
	case wYear:
		day = addMonths(from, 12*d.n)
	default:
		return corpus.Date{}, nil
	}
	if d.n < 0 {
		return day, nil
	}
	return workday.Next(day)
}

func addMonths(d corpus.Date, n int) corpus.Date {
	month := d.Year*12 + d.Month - 1 + n
	year, m := month/12, month%12+1
	return corpus.Date{Year: year, Month: m, Day: min(d.Day, corpus.DaysIn(year, m))}
}

// aheadOf reads "trước ngày họp ít nhất 03 ngày": the event first, then how long before it.
func (s *scanner) aheadOf(i, at int) int {
	for k := at + 1; k < at+12 && !s.breaks(k); k++ {
		switch s.at(k) {
		case wLeast, wMost:
			if !s.is(k+1, "nhất") && !s.is(k+1, "thiểu") {
				return i
			}
			d, next, ok := s.span(k + 2)
			if !ok {
				return i
			}
			t := corpus.Timing{Kind: corpus.TimingRelative, Duration: d.iso(), WorkingDays: d.working, Bound: corpus.By,
				Anchor: words(s.text[s.toks[i].start:s.toks[k-1].end])}
			return s.found(i, next, RoleDeadline, t, "relative/ahead")
		case comma, semi, dot, colon, open, shut:
			return i
		}
	}
	return i
}

// anchor is the event that a duration is counted from, or up to.
type anchor struct {
	from, to int         // tokens
	date     corpus.Date // where it is known
	counted  bool        // kể từ, tính từ
	ahead    bool        // the duration lies before the event
	when     bool        // trước khi
	weak     bool        // words that may also mean something else
}

// anchor reads "kể từ ngày nhận được", ", tính từ ngày 01/6/2024", "trước khi tổ chức", "sau khi
// kết thúc".
func (s *scanner) anchor(i int) (a anchor, ok bool) {
	at := i
	if s.at(at) == comma {
		at++
	}
	if s.is(at, "được") {
		at++
	}
	if s.breaks(at) {
		return a, false
	}
	switch s.at(at) {
	case wCount:
		if s.at(at+1) != wSince {
			if !s.toks[at].bare && (s.at(at+1) == wAfter || s.at(at+1) == wDay) { // kể sau ngày, tính ngày
				a.from, a.counted = at+1, true
				break
			}
			return a, false
		}
		a.from, a.counted = at+2, true
	case wSince:
		if s.at(at+1) != wDay && s.at(at+1) != wWhen && !s.is(at+1, "thời") && s.at(at+1) != wTime {
			return a, false
		}
		a.from, a.counted = at+1, s.exact(at) == wSince
	case wAfter:
		if s.at(at+1) != wWhen && s.at(at+1) != wDay {
			return a, false
		}
		a.from, a.weak, a.when = at, true, s.at(at+1) == wWhen
	case wBefore:
		if s.at(at+1) != wWhen && s.at(at+1) != wDay && s.at(at+1) != wTime && s.at(at+1) != wLimit {
			if s.at(at+1) != other {
				return a, false
			}
			a.weak = true
		}
		a.from, a.ahead = at, true
		a.when = s.at(at+1) == wWhen
		a.weak = a.weak || a.when
	default:
		n, ok := s.says(at, "so với")
		if !ok {
			return a, false
		}
		a.from, a.ahead = n, true
	}
	first := a.from
	if s.at(first) == wAfter || s.at(first) == wBefore {
		first++
	}
	if s.breaks(first) {
		return a, false
	}
	if m, next, ok := s.moment(first, false); ok && m.unit == unitDay && (m.month != 0 || m.reason != "") {
		m.fill(s.ctx, false)
		if day, _, ok := m.days(); ok {
			a.date = day
		}
		a.to = next
		return a, true
	}
	a.to = s.clauseEnd(first)
	if a.to == first {
		return a, false
	}
	a.date, _ = s.ownDay(first, a.to)
	return a, true
}

// clauseEnds are the words that an anchor's clause does not reach over.
var clauseEnds = []string{"phải", "thì", "có trách nhiệm", "đồng thời", "nhưng", "chịu trách nhiệm", "gửi về", "báo cáo về", "để"}

// clauseEnd is the token after the clause that starts at token i: up to a mark, a break, a verb of
// duty, or two dozen words.
func (s *scanner) clauseEnd(i int) int {
	at := i
	for ; at < len(s.toks) && at < i+24; at++ {
		t := s.toks[at]
		if at > i && (t.gap >= cell || t.gap == line && (s.upper(at) || t.word != other)) {
			break
		}
		switch t.word {
		case comma, semi, colon, open, shut, blank:
			return at
		case dot:
			if at+1 >= len(s.toks) || s.toks[at+1].gap > tight || s.at(at+1) == slash {
				return at
			}
		case mark:
			if t.gap == tight && at+1 < len(s.toks) {
				return at
			}
		case other:
			if at > i+1 {
				if _, ok := s.oneOf(at, clauseEnds); ok {
					return at
				}
			}
		}
	}
	return at
}

// own are the words that name the document itself in "kể từ ngày ký Công văn này", "kể từ ngày
// Thông tư này có hiệu lực thi hành".
const own = " ngày ký ban hành được văn bản công quyết định kế hoạch chỉ thị thông báo tư nghị điện hướng dẫn luật quy chế chương trình có hiệu lực thi này bộ "

// ownDay reports whether tokens [i, end) name the document's own day of issue or effect, and
// gives it where it is known.
func (s *scanner) ownDay(i, end int) (day corpus.Date, ok bool) {
	issued, effect, this, named := false, false, false, 0
	for k := i; k < end; k++ {
		low := strings.ToLower(s.raw(k))
		if !strings.Contains(own, " "+low+" ") {
			return corpus.Date{}, false
		}
		switch low {
		case "ký":
			issued = true
		case "hành":
			issued = issued || s.is(k-1, "ban")
		case "lực":
			effect = true
		case "này":
			this = true
		case "ngày", "được", "có", "ban", "hiệu", "thi":
		default:
			named++
		}
	}
	day = s.ctx.Issued
	if effect {
		day = s.ctx.Effective
	}
	if !day.IsDay() {
		day = corpus.Date{}
	}
	return day, (issued || effect) && (named == 0 || this)
}
