package temporal

import (
	"strings"

	"congvan/corpus"
)

// aheadOf reads "trước ngày họp ít nhất 03 ngày", "trước ngày diễn ra hội nghị 03 ngày": the event
// first, then how long before it.
func (s *scanner) aheadOf(i, at int) int {
	for k := at + 1; k < at+12 && !s.breaks(k); k++ {
		switch s.at(k) {
		case wLeast, wMost, number:
			from := k
			if s.at(k) != number {
				from = k + 2
				if !s.is(k+1, "nhất") && !s.is(k+1, "thiểu") {
					return i
				}
			}
			d, next, ok := s.span(from)
			if w := s.at(next); !ok || from == k && (s.at(at) != wDay || w == other || w > blank) {
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
		if at > i { // 02 ngày, từ ngày 20 - 21/9: a time of its own
			return a, false
		}
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
		if at > i && (t.gap >= cell || t.gap == line && (s.upper(at) || t.word == number || t.word == dash)) {
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

// own are the words that name the document itself in "kể từ ngày ký Công văn này", "kể từ ngày
// Thông tư này có hiệu lực thi hành".
const own = " ngày ký ban hành được văn bản công quyết định kế hoạch chỉ thị thông báo tư nghị điện hướng dẫn luật quy chế chương trình có hiệu lực thi này bộ "
