package temporal

import "fmt"

// codeFollows reports whether the digits before token i go on as a document number: "/TT-BTC".
func (s *scanner) codeFollows(i int) bool {
	w := s.at(i)
	if (w == slash || w == dash) && s.toks[i].gap == tight {
		return w == slash && s.at(i+1) != end && s.toks[i+1].gap == tight || s.at(i+1) >= other && s.at(i+1) != number && s.letter(i+1) && s.toks[i+1].gap == tight
	}
	return false
}

func (s *scanner) letter(i int) bool { w := s.at(i); return w == other || w > mark }

// digits reads "15/10/2024", "15-10-2024", "15.10.2024", "2024-10-15"; named: after "ngày";
// bound: "15/10" and "10/2024" count as well.
func (s *scanner) digits(i int, named, bound bool) (m moment, next int, ok bool) {
	sep := s.at(i + 1)
	if sep != slash && sep != dash && sep != dot || s.at(i+2) != number || s.toks[i+1].gap > line || sep == dash && s.toks[i+1].gap == line || s.toks[i+2].gap > line {
		return m, i, false
	}
	a, b := s.toks[i], s.toks[i+2]
	if s.yearAt(i) != 0 && sep == dash && b.digits == 2 && s.at(i+3) == dash && s.at(i+4) == number && s.toks[i+4].digits == 2 {
		m = moment{year: int(a.value), month: int(b.value), day: int(s.toks[i+4].value)}
		s.check(&m)
		return m, i + 5, m.reason == ""
	}
	if a.digits > 2 || a.digits == 0 {
		return m, i, false
	}
	if y := s.yearAt(i + 2); y != 0 { // 10/2024
		if sep == slash && bound && !named && a.value >= 1 && a.value <= 12 && !s.codeFollows(i+3) {
			return moment{unit: unitMonth, month: int(a.value), year: y}, i + 3, true
		}
		return m, i, false
	}
	if b.digits > 2 {
		return m, i, false
	}
	m = moment{day: int(a.value), month: int(b.value)}
	third := s.at(i + 3)
	if third == slash || third == dash || third == dot {
		at := i + 4
		if s.at(at) == wYear {
			at++
		}
		if y := s.yearAt(at); y != 0 && (third == sep || named) && s.toks[at].gap <= line {
			if s.codeFollows(at+1) || s.at(at+1) == dot && s.at(at+2) == number && s.toks[at+1].gap == tight && s.toks[at+2].gap == tight {
				return m, i, false
			}
			m.year = y
			s.check(&m)
			return m, at + 1, true
		}
		if s.at(at) == number && s.toks[at].gap == tight && s.toks[i+3].gap == tight {
			t := s.toks[at]
			switch {
			case t.digits == 2 && (named || bound && t.value > 12) && third == sep && !s.codeFollows(at+1):
				m.year = 2000 + int(t.value)
				s.check(&m)
				return m, at + 1, true
			case t.digits >= 3 && named && third == sep:
				m.reason = fmt.Sprintf("no such year: %s", s.raw(at))
				return m, at + 1, true
			}
			if third == slash || third == sep {
				return m, i, false
			}
		}
	}
	if sep == dot && !named || sep == dash && !named {
		return m, i, false
	}
	if sep == dash && s.at(i+3) == wMonth { // ngày 10-12 tháng 9
		return m, i, false
	}
	if sep == dot && (b.gap != tight || s.toks[i+1].gap != tight) {
		return m, i, false
	}
	if sep != slash && m.month > 12 {
		return m, i, false
	}
	if !named && (!bound || m.day > 31 || m.month > 12 || m.day == 0 || m.month == 0) || s.codeFollows(i+3) {
		return m, i, false
	}
	if _, share := s.oneOf(i+3, shared); !named && share {
		return m, i, false
	}
	m.year, next = 0, i+3
	if s.at(next) == wYear && s.yearAt(next+1) != 0 || s.at(next) == comma && s.at(next+1) == wYear && s.yearAt(next+2) != 0 {
		m.year, next = s.yearOf(next)
	}
	s.check(&m)
	return m, next, true
}

// shared are the words that make a fraction of what looks like a day: "từ 1/3 đến 1/2 số đại biểu".
var shared = []string{
	"số", "tổng", "diện tích", "thành viên", "đại biểu", "đơn vị", "chỉ tiêu", "người", "hộ", "xã", "phường", "mức", "thời gian", "quãng", "chiều", "dân", "ý kiến", "phiếu", "điểm",
	"nội dung", "nhiệm vụ", "giá", "vốn", "lượng", "sản", "đến 1", "đến 2", "đến 3",
}

// check says why a written day cannot be.
func (s *scanner) check(m *moment) {
	if m.reason != "" {
		return
	}
	switch {
	case m.month < 1 || m.month > 12:
		m.reason = fmt.Sprintf("no such month: %d", m.month)
	case m.day < 1 || m.day > 31 || m.month == 2 && m.day > 29 || m.day == 31 && (m.month == 4 || m.month == 6 || m.month == 9 || m.month == 11):
		m.reason = fmt.Sprintf("no such day: %02d/%02d", m.day, m.month)
	case m.year != 0:
		m.days()
	}
}
