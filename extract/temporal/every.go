package temporal

import (
	"strconv"

	"congvan/corpus"
)

// notEvery are the words before "hàng" that make it a noun: "ngân hàng năm 2024".
var notEvery = []string{"ngân", "khách", "cửa", "đơn", "bán", "mặt", "giao", "xếp", "nhà", "kho", "lô", "mua", "đặt", "gian", "nhận", "hợp", "hóa", "chuyển", "kiện", "lượng"}

// benefits are the words before "hằng tháng" that make it part of a name: "trợ cấp hằng tháng".
var benefits = []string{"lương hưu", "trợ cấp", "phụ cấp", "tiền lương", "thu nhập", "mức đóng", "nghỉ", "phép", "mức lương", "tiền công", "hưởng", "lương"}

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
	if s.toks[i+1].gap >= cell || s.is(next, "hóa") {
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
	for k := i - 1; k > 0 && k >= i-6; k-- {
		if s.is(k, "tiền") && s.toks[k+1].gap < line {
			paid := s.is(k-1, "nộp") || s.is(k-1, "thu") || s.is(k-1, "trả") || s.is(k-1, "chi")
			if !paid {
				return true
			}
		}
	}
	if i > 0 && s.is(0, "tiền") && i < 6 && s.base == 0 {
		return true
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

// times reads "một lần", "01 lần", "tối thiểu 02 lượt"; n is the number of times.
func (s *scanner) times(i int) (n, next int, ok bool) {
	at := i
	if s.at(at) == slash {
		at++
		if s.at(at) == wOnce {
			return 1, at + 1, true
		}
		if s.raw(at) != "1" && s.raw(at) != "01" {
			return 0, i, false
		}
	}
	n, at, ok = s.numeral(at)
	if !ok || s.at(at) != wOnce {
		return 0, i, false
	}
	return n, at + 1, true
}

// readRegular reads "định kỳ hằng quý", "định kỳ 6 tháng", "định kỳ 3 tháng một lần", "định kỳ
// quý, năm".
func readRegular(s *scanner, i int) int {
	if !s.is(i+1, "kỳ") {
		return i
	}
	at := i + 2
	if s.at(at) == open { // định kỳ (tháng, quý, năm)
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		c, next, ok := s.unitCycle(at+1, 1)
		if !ok {
			if n, after, counted := s.numeral(at + 1); counted {
				c, next, ok = s.unitCycle(after, n)
			}
		}
		if !ok || s.at(next) == number && s.yearAt(next) != 0 {
			return i
		}
		if _, n, ok := s.times(next); ok {
			next = n
		}
		return s.moreCycles(s.keepCycle(i, next, c))
	}
	n, after, ok := s.numeral(at)
	if !ok || s.at(at) == wYear && s.at(after) != wYear && s.at(after) != wMonth { // định kỳ năm
		n, after = 1, at
	}
	if s.at(after) == other || n == 0 || s.exact(after) == end {
		return i
	}
	c, next, ok := s.unitCycle(after, n)
	if !ok || s.at(next) == number && !s.timesAt(next) {
		return i
	}
	if s.at(next) == wStart || s.at(next) == wFinal {
		return i
	}
	if _, n, ok := s.times(next); ok {
		next = n
	}
	return s.moreCycles(s.keepCycle(i, next, c))
}

func (s *scanner) timesAt(i int) bool { _, _, ok := s.times(i); return ok }

// frequency reads "1 lần/tháng", "02 lần mỗi năm", "3 tháng một lần", "06 tháng/lần".
func (s *scanner) frequency(i int) int {
	n, at, ok := s.numeral(i)
	if !ok || n == 0 {
		return i
	}
	if s.at(at) == wOnce || s.is(at, "kỳ") || s.is(at, "buổi") {
		at++
		switch {
		case s.at(at) == slash || s.at(at) == wEach:
			at++
		case s.is(at, "một"):
			at++
		case s.at(at) == wWithin && (s.is(at+1, "một") || s.raw(at+1) == "1" || s.raw(at+1) == "01"):
			at += 2
		default:
			return i
		}
		times := 1
		if s.at(at) == number && s.toks[at].digits <= 2 {
			times = int(s.toks[at].value)
			at++
		}
		c, next, ok := s.unitCycle(at, times)
		if !ok || times == 0 {
			return i
		}
		return s.keepCycle(i, next, c)
	}
	c, next, ok := s.unitCycle(at, n)
	if !ok || n > 60 {
		return i
	}
	if k, after, ok := s.times(next); ok && k == 1 {
		return s.keepCycle(i, after, c)
	}
	return i
}

// regularDay reads the last or first day of every month, quarter, week or year: "ngày làm việc
// cuối cùng của tháng", "ngày cuối quý". rule is "" where there is none.
func (s *scanner) regularDay(i int) (next int, rule string) {
	if s.at(i) != wDay {
		return i, ""
	}
	at := i + 1
	working := false
	if n, ok := s.says(at, "làm việc"); ok {
		working, at = true, n
	}
	place := 0
	switch {
	case s.at(at) == wFinal:
		place = -1
	case s.at(at) == wStart:
		place = 1
	case s.at(at) == wOrdinal:
		at++
		if n, after, ok := s.numeral(at); ok && n >= 1 && n <= 23 {
			place, at = n, after-1
		} else if s.is(at, "nhất") {
			place = 1
		}
	}
	if place == 0 {
		return i, ""
	}
	at++
	if s.is(at, "cùng") || s.is(at, "tiên") {
		at++
	}
	if s.is(at, "của") || s.at(at) == wWithin {
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	next = at + 1
	c := cycle{every: "MONTHLY"}
	switch s.at(at) {
	case wMonth:
		if s.at(next) == number {
			return i, ""
		}
		if n, months, ok := s.monthOf(at); ok {
			next, c.months = n, months
		}
	case wQuarter:
		if s.quarterAt(next) > 0 {
			return i, ""
		}
		if c.months = quarterMonths[2]; place > 0 {
			c.months = quarterMonths[0]
		}
	case wWeek:
		if place > 0 {
			return next, "FREQ=WEEKLY;BYDAY=" + weekdays[min(place, 5)]
		}
		return next, "FREQ=WEEKLY;BYDAY=FR"
	case wYear:
		if s.yearAt(next) != 0 {
			return i, ""
		}
		c = cycle{"YEARLY", 0, "12"}
		if place > 0 {
			c.months = "1"
		}
	default:
		return i, ""
	}
	if n, ok := s.oneOf(next, following); ok {
		next = n
	}
	if working {
		return next, c.rule("BYDAY="+workdays, "BYSETPOS="+strconv.Itoa(place))
	}
	return next, c.rule("BYMONTHDAY=" + strconv.Itoa(place))
}

// weekly reports whether the sentence before token i speaks of every week: "hằng tuần, vào thứ Sáu".
func (s *scanner) weekly(i int) bool {
	for k := i - 1; k > 0 && k > i-16; k-- {
		if s.toks[k+1].gap >= line || s.at(k) == dot || s.at(k) == semi {
			return false
		}
		if s.at(k) == wWeek && (s.at(k-1) == wEvery || s.at(k-1) == wEach) {
			return true
		}
	}
	return false
}

// firstDays reads "05 ngày đầu của tháng", "10 ngày đầu quý": the last of those days, every month
// or quarter.
func (s *scanner) firstDays(i int) (next int, rule string) {
	n, at, ok := s.numeral(i)
	if !ok || n < 1 || n > 31 || s.at(at) != wDay {
		return i, ""
	}
	at++
	if w, ok := s.says(at, "làm việc"); ok {
		at = w
	}
	if s.at(at) != wStart {
		return i, ""
	}
	at++
	for s.is(at, "tiên") || s.is(at, "của") || s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	c := cycle{every: "MONTHLY"}
	switch {
	case s.at(at) == wMonth && s.at(at+1) != number:
	case s.at(at) == wQuarter && s.quarterAt(at+1) == 0:
		c = cycle{"YEARLY", 0, quarterMonths[0]}
	default:
		return i, ""
	}
	next = at + 1
	if n, ok := s.oneOf(next, following); ok {
		next = n
	}
	return next, c.rule("BYMONTHDAY=" + strconv.Itoa(n))
}

// regularWeekday reads "thứ Sáu hằng tuần", "thứ Hai đầu tiên của tháng", "16 giờ thứ Sáu hằng
// tuần", "17 giờ hằng ngày".
func (s *scanner) regularWeekday(i int) (next int, rule, clock string) {
	at := i
	if s.at(at) == number && s.at(at+1) == wHour {
		var reason string
		var ok bool
		if clock, reason, at, ok = s.clock(at); !ok || reason != "" {
			return i, "", ""
		}
		if s.at(at) == comma {
			at++
		}
		if s.at(at) == wEvery && s.at(at+1) == wDay {
			return at + 2, "FREQ=DAILY", clock
		}
	}
	if s.at(at) == wMorning || s.at(at) == wDay {
		at++
	}
	if w := s.at(at); w != wOrdinal && w != wSun {
		return i, "", ""
	}
	day, at, ok := s.weekday(at)
	if !ok {
		return i, "", ""
	}
	days := weekdays[day]
	if s.at(at) == wTo || s.at(at) == dash { // thứ Hai đến thứ Sáu
		if last, n, ok := s.weekday(at + 1); ok && last > day && day > 0 {
			for d := day + 1; d <= last; d++ {
				days += "," + weekdays[d]
			}
			at = n
		}
	}
	for s.at(at) == comma || s.at(at) == wBoth {
		d, n, ok := s.weekday(at + 1)
		if !ok {
			break
		}
		days, at = days+","+weekdays[d], n
	}
	if s.is(at, "của") || s.is(at, "trong") {
		at++
	}
	if (s.at(at) == wEvery || s.at(at) == wEach) && s.at(at+1) == wWeek {
		return at + 2, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	if s.at(at) == wWeek && s.is(at-1, "của") {
		return at + 1, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	if s.weekly(i) && s.at(at) != wDay && s.at(at) != number && !(s.at(at) == comma && s.at(at+1) == wDay) {
		return at, "FREQ=WEEKLY;BYDAY=" + days, clock
	}
	place := ""
	if s.at(at) == wWeek {
		at++
	}
	switch s.at(at) {
	case wStart:
		place = "1"
	case wFinal:
		place = "-1"
	default:
		return i, "", ""
	}
	at++
	if s.is(at, "tiên") || s.is(at, "cùng") {
		at++
	}
	if s.is(at, "của") {
		at++
	}
	if s.at(at) == wEvery || s.at(at) == wEach {
		at++
	}
	if s.at(at) != wMonth || s.at(at+1) == number {
		return i, "", ""
	}
	return at + 1, "FREQ=MONTHLY;BYDAY=" + place + days, clock
}
