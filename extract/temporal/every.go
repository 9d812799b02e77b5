package temporal

import (
	"congvan/corpus"
)

// notEvery are the words before "hàng" that make it a noun: "ngân hàng năm 2024".
var notEvery = []string{"ngân", "khách", "cửa", "đơn", "bán", "mặt", "giao", "xếp", "nhà", "kho", "lô", "mua", "đặt", "gian", "nhận", "hợp", "hóa", "chuyển", "kiện", "lượng"}

// benefits are the words before "hằng tháng" that make it part of a name: "trợ cấp hằng tháng".
var benefits = []string{"lương hưu", "trợ cấp", "phụ cấp", "tiền lương", "thu nhập", "mức đóng", "nghỉ", "phép", "mức lương", "tiền công", "cây", "hưởng", "lương"}

// readEvery reads "hằng tháng", "hàng năm", "từng năm", "mỗi tuần", "hằng tháng, quý, năm".
func readEvery(s *scanner, i int) int {
	c, next, ok := s.unitCycle(i+1, 1)
	each := s.at(i) == wEach
	if !ok {
		n, at, counted := s.numeral(i + 1)
		if counted {
			c, next, ok = s.unitCycle(at, n)
		}
		if !ok || n == 0 {
			return i
		}
	}
	if s.at(next) == number && (s.at(next-1) == wYear || s.at(next-1) == wMonth || s.at(next-1) == wQuarter || s.at(next-1) == wDay) && !each {
		if _, _, ok := s.times(next); !ok {
			return i
		}
	}
	if !each && !s.is(i, "hằng") {
		for _, w := range notEvery {
			if s.is(i-1, w) {
				return i
			}
		}
	}
	if s.toks[i+1].bare && !ascii(s.raw(i)) { // hàng nam: the unit of a word with marks has its own
		return i
	}
	if s.toks[i+1].gap >= cell || s.is(next, "hóa") || s.at(next-1) == wYear && s.is(next, "học") {
		return i
	}
	if each && !s.eachTime(i, next, c) {
		return i
	}
	if s.ofBenefit(i) {
		return next
	}
	if _, n, ok := s.times(next); ok {
		next = n
	}
	from := i
	if s.is(i-1, "kỳ") && s.at(i-2) == wRegular {
		from = i - 2
	}
	next = s.keepCycle(from, next, c)
	return s.moreCycles(next)
}

// ascii reports whether a word is typed without marks.
func ascii(word string) bool {
	for k := 0; k < len(word); k++ {
		if word[k] >= 0x80 {
			return false
		}
	}
	return true
}

func (s *scanner) keepCycle(i, next int, c cycle) int {
	return s.found(i, next, RoleDeadline, corpus.Timing{Kind: corpus.TimingRecurring, RRule: c.rule()}, "recurring/cycle")
}

// moreCycles reads the rest of "hằng tháng, quý, năm": each is a recurrence of its own.
func (s *scanner) moreCycles(i int) int {
	for {
		at := i
		if s.at(at) == comma || s.at(at) == slash {
			at++
		}
		if s.at(at) == wBoth {
			at++
		}
		if at == i || s.breaks(at) {
			return i
		}
		n := 1
		if count, after, ok := s.numeral(at); ok && s.at(at) != wYear {
			n = count
			if s.at(after) != wMonth || n > 9 {
				return i
			}
			c, next, ok := s.unitCycle(after, n)
			if !ok || s.at(next) == wStart || s.at(next) == wFinal {
				return i
			}
			i = s.keepCycle(at, next, c)
			continue
		}
		if s.at(at) != wMonth && s.at(at) != wQuarter && s.at(at) != wYear || s.exact(at) == end {
			return i
		}
		c, next, _ := s.unitCycle(at, n)
		if w := s.at(next); w == number || w == other && s.quarterAt(next) > 0 || s.is(next, "học") {
			return i
		}
		i = s.keepCycle(at, next, c)
	}
}

// eachTime reports whether "mỗi" or "từng" says when something is done, and not how much of it
// counts: "mỗi năm đóng bảo hiểm xã hội được tính …".
func (s *scanner) eachTime(i, next int, c cycle) bool {
	if s.is(i, "từng") {
		return s.at(i+1) != wDay && !s.is(i-1, "đã") && !s.is(i-1, "chưa")
	}
	for _, w := range []string{"đóng", "nghỉ", "làm", "tham", "công", "hưởng", "thiếu", "chậm", "người", "thêm", "tăng", "được", "vượt"} {
		if s.is(next, w) {
			return false
		}
	}
	if _, _, ok := s.times(next); ok || i == 0 {
		return true
	}
	if w := s.at(i - 1); w == dot || w == colon || w == dash || s.toks[i].gap >= line || w == semi {
		return true
	}
	for k := next; k < next+10 && k < len(s.toks); k++ {
		if w := s.at(k); w == wOnce || w == wLeast || w == wMost {
			return true
		} else if w == dot || w == semi {
			break
		}
	}
	return false
}

// ofBenefit reports whether the cycle belongs to the name of a payment or a leave: "trợ cấp hằng
// tháng", "Tiền sử dụng đất hằng năm được xác định". What someone pays in is a duty's: "nộp tiền
// sử dụng đất hằng năm".
func (s *scanner) ofBenefit(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if s.is(k, "tiền") && s.toks[k+1].gap < line {
			paid := s.is(k-1, "nộp") || s.is(k-1, "thu") || s.is(k-1, "trả") || s.is(k-1, "chi")
			if !paid {
				return true
			}
		}
	}
	for k := i - 1; k >= 0 && k >= i-10; k-- {
		w := s.at(k)
		if w == comma && k == i-1 || w == semi || w == dot || w == colon || w == open || s.toks[k+1].gap >= line && s.upper(k+1) {
			return false
		}
		for _, p := range benefits {
			if s.phraseAt(k, p) && (k >= i-3 || p == "lương hưu" || p == "trợ cấp" || p == "phụ cấp") {
				return true
			}
		}
	}
	return false
}
