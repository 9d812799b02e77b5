package temporal

import (
	"fmt"

	"congvan/corpus"
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
	if w := s.at(at + 1); d.unit == wMonth && (w == wStart || w == wFinal || w == number) || d.unit == wYear && s.yearAt(at+1) != 0 || d.unit == wHour && (s.at(at+1) == number || s.at(at+1) == wDay && s.at(at+2) == number || s.at(at+1) == comma && s.at(at+2) == wDay) {
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
				return next
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
			hours := (d.unit == wHour || d.unit == wMinute) && !d.working
			if long || hours && s.at(i) != wTime && s.at(i) != wLimit { // làm thêm không quá 40 giờ trong một tháng
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
	if b.least && !anchor.ahead && !b.before {
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

// own are the words that name the document itself in "kể từ ngày ký Công văn này", "kể từ ngày
// Thông tư này có hiệu lực thi hành".
const own = " ngày ký ban hành được văn bản công quyết định kế hoạch chỉ thị thông báo tư nghị điện hướng dẫn luật quy chế chương trình có hiệu lực thi này bộ "
