package temporal

import (
	"congvan/corpus"
)

// moments of a condition: what follows "khi" in an event that gives a duty its time.
var conditions = []string{
	"có yêu cầu", "được yêu cầu", "có đề nghị", "có chỉ đạo", "có ý kiến", "có thay đổi", "có sự thay đổi", "có biến động", "có phát sinh", "có văn bản", "có hướng dẫn",
	"có thông báo", "có quyết định", "có sự cố", "có vướng mắc", "có khó khăn", "có kết quả", "có nhu cầu", "có dấu hiệu", "có thông tin", "có điều kiện", "có đủ", "có tình huống",
	"phát sinh", "nhận được", "tiếp nhận", "cần thiết", "cần", "xảy ra", "hoàn thành", "kết thúc", "được phê duyệt", "được giao", "được cấp có thẩm quyền", "được ban hành",
	"phát hiện", "đến hạn", "hết hạn", "hết thời hạn", "có hiệu lực",
}

// deeds are what follows "sau khi" and "trước khi" in such an event.
var deeds = []string{
	"ban hành", "được ban hành", "được phê duyệt", "phê duyệt", "được", "nhận được", "nhận", "tiếp nhận", "hoàn thành", "kết thúc", "có kết quả", "có ý kiến", "có văn bản",
	"có quyết định", "có hướng dẫn", "thống nhất", "ký", "tổ chức", "cấp có thẩm quyền", "xảy ra", "phát sinh", "kiểm tra", "thực hiện", "trình", "báo cáo", "triển khai", "có thông báo",
	"Luật", "Nghị định", "Thông tư", "rà soát", "tổng hợp", "có báo cáo", "quyết định", "đưa",
}

// readEvent reads what starts with "khi", "ngay", "đột xuất", "trường hợp".
func readEvent(s *scanner, i int) int { return s.event(i) }

// event reads "khi có yêu cầu", "ngay sau khi nhận được …", "ngay khi phát sinh", "đột xuất",
// "sau khi ban hành", up to the end of its clause.
func (s *scanner) event(i int) int {
	at, list := i, conditions
	switch s.at(i) {
	case wSudden:
		if !s.is(i+1, "xuất") || s.is(i-1, "kiểm") || s.is(i-1, "tính") {
			return i
		}
		return s.keepEvent(i, i+2)
	case wAtOnce:
		if s.at(i+1) == wAfter && s.at(i+2) == wWhen || s.at(i+1) == wWhen {
			if s.at(i+1) == wAfter {
				at = i + 1
			}
			end := s.clauseEnd(at + 2)
			if end <= at+2 {
				return i
			}
			return s.keepEvent(i, end)
		}
		return i
	case wAfter, wBefore:
		if s.at(i+1) != wWhen || s.at(i) == wBefore && s.is(i-1, "gian") {
			return i
		}
		if w := s.at(i - 2); (s.at(i-1) == comma || s.at(i-1) == wBoth) && (w == wWithin || w == wBefore) { // trước, trong, sau khi ban hành
			return i
		}
		at, list = i+2, deeds
	case wWhen:
		at = i + 1
		if s.is(i-1, "trong") || s.is(i-1, "đôi") || s.at(i-1) == wAfter || s.at(i-1) == wBefore || s.at(i-1) == wTo || s.is(i-1, "mỗi") {
			return i
		}
	default:
		return i
	}
	next, ok := s.oneOf(at, list)
	if !ok {
		return i
	}
	end := max(s.clauseEnd(at), next)
	if list[0] == deeds[0] && s.at(i) == wBefore && s.told(i, end) {
		return end
	}
	return s.keepEvent(i, end)
}

// keepEvent keeps an event, up to a citation in its clause: "khi có yêu cầu theo quy định tại
// khoản 4 Điều 48 của Luật …".
func (s *scanner) keepEvent(i, next int) int {
	end, limit := next, s.clearUntil(int(s.toks[i].start))
	for end > i+2 && int(s.toks[end-1].end) > limit {
		end--
	}
	s.found(i, end, RoleDeadline, corpus.Timing{Kind: corpus.TimingEvent}, "event")
	return next
}

// skips are the words that make no time of a word that starts one: "trước đây", "trước, trong và
// sau", "đến nay".
var skips = [wordCount][]string{
	wBefore: {"đây", "đó", "mắt", "hết", "tiên", "pháp luật", ", trong và sau", "và sau", "thời hạn"},
	wAfter:  {"đây", "đó", "này", "cùng"},
	wTo:     {"nay", "đây", "từng", "đâu"},
	wSince:  {"trước đến nay", "đó"},
	wWithin: {"và sau", "và ngoài", "đó", "từng"},
	wEndOf:  {"sức"},
	wAt:     {"cuộc"},
}

// skip steps over such words.
func (s *scanner) skip(i int) int {
	if next, ok := s.oneOf(i+1, skips[s.at(i)]); ok {
		return next
	}
	return i
}
