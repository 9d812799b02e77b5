package temporal

import (
	"strings"

	"congvan/corpus"
)

// role says what the time of tokens [i, next) is to the text; ok is false where it is none of the
// text's own times: a citation's date, one of the past, a birthday.
func (s *scanner) role(i, next int, b bound, m *moment) (role Role, ok bool) {
	if s.inForce(i, next) {
		return RoleEffect, true
	}
	if b.before || b.slow || b.limit {
		return RoleDeadline, true
	}
	if m.unit == unitDay && s.ofDocument(i, next) || s.ofPerson(i) || m.unit == unitYear && b == (bound{}) && s.ofLaw(i) {
		return "", false
	}
	if m.unit == unitDay && b == (bound{}) && s.opening(i, next, m) {
		return "", false
	}
	if s.told(i, next) {
		return "", false
	}
	if m.era && !s.completes(i) || s.ofState(i, m, b) {
		return RoleMention, true
	}
	switch {
	case b.by:
		if s.is(i-1, "tính") || s.is(i-1, "kể") || s.at(i-1) == wCount { // tính đến ngày …: as of
			return RoleMention, true
		}
		return RoleDeadline, true
	case b.on, b.within, m.clock != "" && m.unit == unitDay:
		return RoleDeadline, true
	case b.from, b.after:
		return RoleDeadline, true
	case m.unit == unitVague:
		return RoleDeadline, true
	case m.unit != unitDay && s.alone(i, next), s.completes(i):
		return RoleDeadline, true
	}
	return RoleMention, true
}

// states are the words before "đến" that make it the end of a state, not of a task: "tạm dừng
// đóng đến hết tháng 6/2020", "Kế hoạch tuyên truyền đến năm 2025".
var states = []string{"tạm dừng", "kéo dài", "gia hạn", "hoãn", "tầm nhìn", "định hướng", "chiến lược", "đề án", "quy hoạch", "kế hoạch", "chương trình", "trường hợp", "nếu", "miễn", "có giá trị", "lùi", "ví dụ", "vd", "ghi", "tính"}

// titles are those of states that may stand far before the year: "Chương trình mục tiêu quốc gia
// phòng, chống ma túy đến năm 2030".
var titles = []string{"chiến lược", "đề án", "quy hoạch", "kế hoạch", "chương trình"}

// ofState reports whether a time that only "đến" or "từ" bounds is the reach of a state, a plan's
// title, a condition or an example.
func (s *scanner) ofState(i int, m *moment, b bound) bool {
	if b.before || b.slow || b.limit || !b.to && !b.from || s.completes(i) {
		return false
	}
	list := states
	for k := i - 1; k >= 0 && k >= i-14; k-- {
		w := s.at(k)
		if w == semi || w == dot && s.toks[k+1].gap > tight || w == comma && (k == i-1 || m.unit != unitYear) || s.toks[k+1].gap >= line && s.upper(k+1) || s.toks[k+1].gap >= cell {
			return false
		}
		if w == comma {
			list = titles
		}
		for _, p := range list {
			if (w == other || w == wCase) && s.phraseAt(k, p) {
				return true
			}
		}
	}
	return false
}

// alone reports whether tokens [i, next) are a whole line or table cell: a schedule's column.
func (s *scanner) alone(i, next int) bool {
	return s.toks[i].gap >= cell && (next >= len(s.toks) || s.toks[next].gap >= line || s.toks[next].gap == cell)
}

// inForce reports whether "hiệu lực" belongs to the time: "có hiệu lực kể từ ngày 01/10/2022",
// "áp dụng từ ngày 01/7".
func (s *scanner) inForce(i, next int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		if s.is(k, "lực") && s.is(k-1, "hiệu") {
			return true
		}
		switch s.at(k) {
		case comma, semi, dot:
			return false
		}
	}
	return s.is(next, "có") && s.is(next+1, "hiệu") && s.is(next+2, "lực")
}

// personal are words right before a day that is a person's or a feast's own; feasts may also stand
// some words before it: "kỷ niệm 94 năm ngày truyền thống".
var (
	personal = []string{"sinh ngày", "ngày sinh", "cấp ngày", "ngày cấp", "sinh", "mất ngày", "sinh năm", "nhân ngày", "nhân dịp", "dịp", "cách mạng", "đường", "phố", "phường"}
	feasts   = []string{"thành lập", "kỷ niệm", "kỉ niệm", "truyền thống", "mừng", "chào mừng"}
)

func (s *scanner) ofPerson(i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch s.at(k) {
		case semi, dot, blank:
			return false
		case other:
		default:
			if s.at(k) != wDay {
				continue
			}
		}
		if _, feast := s.oneOf(k, feasts); feast {
			return true
		}
		if k >= i-2 {
			if _, own := s.oneOf(k, personal); own {
				return true
			}
		}
	}
	return false
}

func (s *scanner) phraseAt(i int, p string) bool { _, ok := s.says(i, p); return ok }

// documents are the words that a citation's date may follow without a number.
var documents = []string{
	"công văn", "quyết định", "nghị định", "nghị quyết", "thông tư", "thông báo", "kế hoạch", "chỉ thị", "công điện", "tờ trình", "văn bản", "báo cáo",
	"hướng dẫn", "luật", "pháp lệnh", "kết luận", "biên bản", "hợp đồng", "giấy mời", "phiếu chuyển", "đơn", "lệnh", "quy định", "quy chế", "chương trình", "đề án",
}

// ofDocument reports whether an unbounded day is a citation's: after a document's number or
// name, or before "của" and its issuer.
func (s *scanner) ofDocument(i, next int) bool {
	k := i - 1
	for k >= 0 && (s.at(k) == open || s.at(k) == comma || s.is(k, "ký") || s.is(k, "hành") || s.is(k, "ban") || s.is(k, "đề") || s.at(k) == wDay) && k > i-5 {
		k--
	}
	if k < 0 {
		return false
	}
	if s.numberEnds(k) {
		return true
	}
	for _, d := range documents {
		n := strings.Count(d, " ")
		if k-n >= 0 && s.phraseAt(k-n, d) {
			return s.at(i) == wDay || s.at(i) == number
		}
	}
	for p := i - 2; p >= 0 && p >= i-8 && s.at(p) == other && !s.bounded(i); p-- { // Biên bản họp ngày, Kết luận tại cuộc họp ngày
		if s.phraseAt(p, "biên bản") || s.phraseAt(p, "kết luận") {
			return true
		}
	}
	for p := i - 1; p >= 0 && p >= i-40; p-- { // a line of the legal basis, or a number some words before
		if s.toks[p+1].gap >= line {
			break
		}
		if s.is(p, "căn") && s.is(p+1, "cứ") && !s.bounded(i) {
			return true
		}
		if p >= i-14 && s.is(p, "số") && s.at(p+1) == number && (s.at(p+2) == slash || s.at(p+2) == dash) && s.is(next, "của") {
			return true
		}
		if w := s.at(p); w == semi || w == dot && s.toks[p+1].gap > tight {
			break
		}
	}
	return s.is(next, "của") && s.upper(next+1) && !s.bounded(i)
}

func (s *scanner) bounded(i int) bool { return s.at(i) != wDay && s.at(i) != number }

// ofLaw reports whether an unbounded year belongs to the name of a law or a document: "Luật Hải
// quan năm 2014", "Quyết định 1676/QĐ-TTg năm 2019".
func (s *scanner) ofLaw(i int) bool {
	if i > 0 && s.numberEnds(i-1) {
		return true
	}
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch s.at(k) {
		case comma, semi, dot, colon, shut:
			return false
		}
		if s.is(k, "luật") || s.is(k, "lệnh") && s.is(k-1, "pháp") || s.is(k, "pháp") && s.is(k-1, "hiến") {
			return true
		}
	}
	return false
}

// tellings are verbs of a sentence that opens with a day and tells what was done on it.
var tellings = []string{"ban hành", "nhận được", "có công văn", "có văn bản", "có quyết định", "có thông báo", "thông qua", "ký", "đã"}

// opening reports whether a day opens a sentence of history: "Ngày 04/3/2020, Thủ tướng Chính phủ
// ban hành Chỉ thị số 11/CT-TTg".
func (s *scanner) opening(i, next int, m *moment) bool {
	if s.is(i-1, "hành") && s.is(i-2, "ban") || s.is(i-1, "qua") && s.is(i-2, "thông") {
		return true // Luật được Quốc hội thông qua ngày 23/6/2014
	}
	if m.year == 0 || s.at(next) != comma || i > 0 && s.at(i-1) != dot && s.toks[i].gap < line {
		return false
	}
	if day := (corpus.Date{Year: m.year, Month: m.month, Day: m.day}); m.reason == "" && s.over(day) {
		return true
	}
	for k := next + 1; k < next+12 && s.at(k) != end; k++ {
		if w := s.at(k); w == comma || w == dot || w == semi {
			return false
		}
		if _, ok := s.oneOf(k, tellings); ok {
			return true
		}
	}
	return false
}

// numberEnds reports whether token k ends a document number: letters that a slash or a dash ties
// to what stands before them.
func (s *scanner) numberEnds(k int) bool {
	for back := 0; back < 12 && k > 0; back++ {
		if s.toks[k].gap != tight && !(s.at(k-1) == dash || s.at(k-1) == slash) {
			break
		}
		k--
		if w := s.at(k); (w == slash || w == dash) && (s.letter(k + 1)) {
			for j := k; j >= 0 && j > k-12; j-- {
				if s.at(j) == number {
					return true
				}
				if s.toks[j].gap != tight && s.at(j) != slash && s.at(j) != dash {
					break
				}
			}
		}
	}
	return false
}

func (s *scanner) upper(i int) bool {
	for _, r := range s.raw(i) {
		return r < letterLimit && letters[r].is && rune(letters[r].lower) != r
	}
	return false
}

// told reports whether the sentence tells of what is done: "đã" stands near the time.
func (s *scanner) told(i, next int) bool {
	for k := i - 1; k >= 0 && k >= i-5 && s.at(k) == other; k-- { // so với cùng kỳ năm 2023
		if s.is(k, "với") && s.is(k-1, "so") {
			return true
		}
	}
	for k := next; k < next+16 && k < len(s.toks); k++ {
		if s.toks[k].gap >= line && k > next && s.upper(k) || s.toks[k].gap >= cell {
			break
		}
		w := s.at(k)
		if w == semi || w == dot && (k+1 >= len(s.toks) || s.toks[k+1].gap > tight) {
			break
		}
		if w == other && s.is(k, "đã") {
			return true
		}
	}
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := s.at(k)
		if s.toks[k+1].gap >= line || w == semi || w == dot || w == comma {
			break
		}
		if w == other && s.is(k, "đã") {
			return true
		}
	}
	return false
}
