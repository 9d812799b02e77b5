package temporal

import "congvan/corpus"

// bound is what the words before a time say of it.
type bound struct {
	before, by, from, after, within, on bool
	slow                                bool // chậm nhất, muộn nhất
	limit                               bool // hạn, thời hạn, không quá, tối đa
	to                                  bool // đến
	frame                               bool // trong thời hạn, trong vòng
	least                               bool // ít nhất, tối thiểu
	counted                             bool // kể từ, tính từ
}

// limitTails may follow "hạn" and "thời hạn" before the time: "hạn cuối:", "thời hạn hoàn thành".
var limitTails = []string{
	"cuối cùng", "cuối", "chót", "hoàn thành", "thực hiện", "báo cáo", "gửi báo cáo", "nộp báo cáo", "nộp hồ sơ", "nhận hồ sơ", "gửi hồ sơ", "nộp", "gửi",
	"trả lời", "đăng ký", "giải quyết", "xử lý", "phản hồi", "góp ý", "tối đa", "nhận", "trả kết quả", "thẩm định", "cho ý kiến",
}

// bound reads the words that bound a time, up to the time itself: "chậm nhất là trước", "đến
// hết", "trong thời hạn không quá". next is i where there are none.
func (s *scanner) bound(i int) (b bound, next int) {
	at := i
	for at < i+14 && (at == i || !s.breaks(at)) {
		from := at
		switch s.at(at) {
		case wBefore:
			b.before = true
			at++
			if n, ok := s.says(at, "thời điểm"); ok {
				at = n
			}
		case wSlow:
			if s.at(at+1) == other && (s.is(at+1, "nhất") || s.bareIs(at+1, "nhat")) {
				b.slow, b.by = true, true
				at += 2
			}
		case wTo:
			b.to, b.by = true, true
			at++
		case wEndOf:
			b.by = true
			at++
		case wTime, wLimit:
			if b.limit {
				break
			}
			if s.at(at) == wTime {
				at++
				if s.at(at) != wLimit {
					if n, ok := s.oneOf(at, []string{"gian", "điểm"}); ok && at > i+1 && b.within {
						b.frame = true
						at = n
						continue
					}
					return b, i
				}
			}
			b.limit, b.by = true, true
			if b.within {
				b.frame, b.limit, b.by = true, false, false
			}
			at++
			for n, ok := s.oneOf(at, limitTails); ok; n, ok = s.oneOf(at, limitTails) {
				at = n
			}
		case wNot:
			if s.at(at+1) == wOver {
				b.limit, b.by = true, true
				at += 2
			} else if n, ok := s.oneOf(at+1, []string{"muộn hơn", "chậm hơn", "trễ hơn"}); ok {
				b.slow, b.by = true, true
				at = n
			}
		case wMost:
			if s.is(at+1, "đa") {
				b.limit, b.by = true, true
				at += 2
			} else if s.is(at+1, "thiểu") {
				b.least = true
				at += 2
			}
		case wLeast:
			if s.is(at+1, "nhất") {
				b.least = true
				at += 2
			}
		case wWithin:
			b.within = true
			at++
			if n, ok := s.oneOf(at, []string{"vòng", "khoảng thời gian", "khoảng"}); ok {
				b.frame, at = true, n
			}
		case wAt:
			b.on = true
			at++
		case wCount:
			if s.at(at+1) == wSince {
				b.from, b.counted = true, true
				at += 2
			}
		case wSince:
			if s.exact(at) == wSince {
				b.from = true
				at++
			}
		case wAfter:
			b.after = true
			at++
		case colon:
			if at > i && (b.limit || b.slow) {
				at++
			}
		default:
			if at > i && (s.is(at, "là") || s.is(at, "lúc") && s.at(at+1) != number || s.is(at, "ngay") && s.at(at+1) == wWithin) {
				at++
			}
		}
		if at == from {
			break
		}
	}
	if n, counted, ok := s.numeral(at); ok && b.within && n < 32 && s.at(counted) == wDay && s.at(counted+1) == number && s.toks[counted+1].digits <= 2 {
		at = counted // trong 02 ngày 20 và 21/9/2024
	}
	if at == i || s.is(at-1, "là") && at-1 == i {
		return bound{}, i
	}
	return b, at
}

// bareIs compares the bare letters of token i.
func (s *scanner) bareIs(i int, bare string) bool {
	at := 0
	for _, r := range s.raw(i) {
		if r >= letterLimit || at >= len(bare) {
			return false
		}
		if l := letters[r].bare; l != 0 {
			if byte(l) != bare[at] {
				return false
			}
			at++
		}
	}
	return at == len(bare)
}

// side is the bound's name. What is both "trước" and "chậm nhất" is the stricter.
func (b bound) side() corpus.Bound {
	switch {
	case b.before:
		return corpus.Before
	case b.by || b.slow:
		return corpus.By
	case b.from || b.after:
		return corpus.From
	case b.on:
		return corpus.On
	}
	return ""
}
