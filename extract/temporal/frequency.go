package temporal

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
	if s.at(i-1) == wOver && s.at(i-2) == wNot { // không quá một lần trong một năm: a right of no one's time
		return i
	}
	if s.at(at) == wOnce || s.is(at, "kỳ") || s.is(at, "buổi") {
		at++
		switch {
		case s.at(at) == slash || s.at(at) == wEach:
			at++
		case s.is(at, "một"):
			at++
		case s.at(at) == wWithin:
			if at++; s.is(at, "một") || s.raw(at) == "1" || s.raw(at) == "01" {
				at++
			}
			if w := s.at(at + 1); s.at(at) == wDay || w == number || s.quarterAt(at+1) > 0 || s.is(at+1, "nay") {
				return i
			}
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
