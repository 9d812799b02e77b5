package duty

import (
	"slices"

	"congvan/extract/phrase"
)

// opener is what kind of words a sentence begins with when its main clause comes later.
type opener uint8

const (
	openNoun    opener = iota // a noun that does not act: "Công tác truyền thông …"
	openTime                  // Căn cứ, Trên cơ sở, Trong, Hằng năm: a frame
	openIf                    // Nếu, Trường hợp, Khi, Đối với: a condition
	openPurpose               // Để, Nhằm: its own verbs are no duties
	openPast                  // Ngày 03/01/2025, …: what has happened
)

var openers = func() *phrase.Lexicon {
	l := phrase.NewLexicon()
	for kind, words := range map[opener][]string{
		openTime:    {"căn cứ", "trên cơ sở", "theo", "trong", "từ", "tại", "qua", "hằng năm", "hàng năm", "định kỳ", "thực hiện", "triển khai", "xét", "phúc đáp", "tiếp theo", "quá trình", "sau", "trước", "kết thúc", "đến", "bên cạnh", "ngoài", "với", "xuất phát từ", "thông qua", "chậm nhất", "trước ngày", "kể từ", "do", "vì", "cùng với", "ngay sau", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "vào", "ở", "dựa trên", "tùy theo", "thời gian", "chậm nhất là", "ngay từ"},
		openIf:      {"nếu", "trường hợp", "trong trường hợp", "khi", "đối với", "sau khi", "trước khi", "riêng đối với", "riêng", "trong quá trình", "ngay sau khi", "ngay khi", "trừ trường hợp", "tùy", "những", "các trường hợp", "khi có", "mỗi khi"},
		openPurpose: {"để", "nhằm", "nhằm mục đích", "với mục đích", "với mục tiêu", "với tinh thần", "nhằm để", "dé", "đễ", "đề"},
	} {
		for _, w := range words {
			l.Add(w, int(kind)+1)
		}
	}
	return l
}()

func openerOf(s []phrase.Token) opener {
	if len(s) > 1 && s[0].Hash == hashDay && s[1].Is(phrase.Number) || len(s) > 0 && (s[0].Hash == hashDone || s[0].Hash == hashJust) {
		return openPast
	}
	if n, v := openers.Match(s); n > 0 {
		return opener(v - 1)
	}
	return openNoun
}

// opensClause reports whether a verb at the beginning of a sentence often only frames it: "Thực
// hiện Kế hoạch số …, BHXH Việt Nam …".
func opensClause(s []phrase.Token) bool { return openerOf(s) == openTime }

// maxTries bounds the places in one sentence where a main clause is looked for, so that the time
// stays linear in a text of commas.
const maxTries = 48

// mainLater reports whether a clause that names who acts, or an order, follows a comma.
func (f *finder) mainLater(s []phrase.Token, at int) bool {
	tries := 0
	for i := at + 1; i+1 < len(s) && tries < maxTries; i++ {
		if !s[i].Mark(',') && !s[i].Mark(';') || !f.mayNameUnit(s, i+1) {
			continue
		}
		tries++
		if v, ok, _ := f.named(s, i+1, &scope{mood: duties}, true); ok && v.kind != statement && len(v.parties) > 0 {
			return true
		}
	}
	return false
}

// mayNameUnit is a cheap test before a unit's name is read: a capital, "các", or an order verb.
func (f *finder) mayNameUnit(s []phrase.Token, i int) bool {
	t := s[i]
	return t.Is(phrase.Capital) || t.Hash == hashMany || t.Hash == hashGive || t.Hash == hashAsk || t.Hash == hashSplit ||
		t.Hash == hashPropose[0] || t.Hash == hashPropose[1] || t.Hash == hashPropose[2] || t.Hash == hashTwo || t.Hash == hashEach || isKind(t)
}

// isKind reports whether a word in small letters begins the name of a kind of units: "cơ quan đề
// xuất có trách nhiệm", "người nộp thuế phải".
func isKind(t phrase.Token) bool {
	for _, h := range kindHashes {
		if t.Hash == h {
			return true
		}
	}
	return false
}

var kindHashes = [...]uint64{hashOf("cơ"), hashOf("tổ"), hashOf("doanh"), hashOf("đơn"), hashOf("người"), hashOf("cá"), hashOf("chủ"), hashOf("nhà"), hashOf("ủy"), hashOf("hội")}

// later reads the main clause of a sentence that does not begin with it.
func (f *finder) later(s []phrase.Token, at int, ctx *scope, item bool) (verdict, bool) {
	open := openerOf(s[at:])
	if open == openPast {
		return verdict{}, false
	}
	var weak verdict // a plain verb, taken when nothing better comes
	tries := 0
	for i := at; i < len(s) && tries < maxTries; i++ {
		comma, semi, then := s[i].Mark(','), s[i].Mark(';'), s[i].Hash == hashThen
		if !comma && !semi && !then || i+1 >= len(s) {
			if i > at && !s[i-1].Mark('"') && f.isOrderVerb(s, i) && (fronted(s[at:i]) || f.afterIssuer(s, at, i)) {
				n, _ := phrase.Predicate(s[i:])
				if v, ok := f.ordering(s, i, i+n); ok && len(v.parties) > 0 {
					return v, true
				}
			}
			continue
		}
		next := i + 1 + skipOpening(s[i+1:])
		if next < len(s) && s[next].Hash == hashAnd {
			next++
		}
		if next >= len(s) {
			return verdict{}, false
		}
		if f.mayNameUnit(s, next) || then {
			tries++
			f.told = false
			v, ok, unit := f.named(s, next, ctx, item && (open != openNoun || semi))
			if ok && len(v.parties) > 0 {
				return v, true
			}
			if unit && f.told && open != openNoun && !semi {
				return weak, weak.kind == obliges // the main clause tells and does not order
			}
		}
		if len(ctx.parties) == 0 && ctx.mood != duties && len(f.spoken) == 0 {
			continue
		}
		n, class := phrase.Predicate(s[next:])
		if next+n < len(s) && class == phrase.Adverb && s[next+n].Mark(',') {
			continue // Định kỳ hằng quý, hằng năm, Văn phòng Bộ …
		}
		v := verdict{kind: obliges, class: class, verb: next, order: -1, subject: -1, rule: "imperative"}
		switch {
		case s[next].Is(phrase.Capital) && !semi:
		case class == phrase.Duty, class == phrase.Adverb, class == phrase.Lead, class == phrase.Ban:
			if open != openNoun || item && len(ctx.parties) > 0 {
				return v, true
			}
		case class == phrase.Join && (open == openIf || open == openTime):
			return v, true
		case class == phrase.Verb && weak.kind == statement && (then || open == openIf || open == openTime && comma && item):
			weak = v
		}
	}
	return weak, weak.kind == obliges
}

// orderWords begin an order verb; orderMask has a bit for the upper end of each one's hash, so that
// a walk over a sentence passes most words with one look.
var (
	orderWords = [...]uint64{hashDirect, hashGive, hashAsk, hashPropose[0], hashPropose[1], hashPropose[2], hashSplit}
	orderMask  = func() (mask uint64) {
		for _, h := range orderWords {
			mask |= 1 << (h >> 58)
		}
		return mask
	}()
)

// isOrderVerb reports whether an order verb begins at s[i].
func (f *finder) isOrderVerb(s []phrase.Token, i int) bool {
	return orderMask>>(s[i].Hash>>58)&1 != 0 && f.ordersAt(s, i)
}

func (f *finder) ordersAt(s []phrase.Token, i int) bool {
	h := s[i].Hash
	if !slices.Contains(orderWords[:], h) || h == hashDirect && directs(s, i) { // but: Thủ tướng Chính phủ chỉ thị các ngành …
		return false
	}
	_, class := phrase.Predicate(s[i:])
	return class == phrase.Order
}

// afterIssuer reports whether the words right before s[i] are a name: "Chủ tịch UBND tỉnh yêu
// cầu", so that the verb is theirs and not part of another phrase ("hồ sơ đề nghị").
func (f *finder) afterIssuer(s []phrase.Token, at, i int) bool {
	for k := i - 1; k >= at && k > i-16; k-- {
		if s[k].Mark(',') || s[k].Mark(';') || s[k].Mark(':') {
			n, _ := openings.Match(s[k+1:]) // …, trước mắt UBND thành phố chỉ thị
			_, next := f.in.Units.Units(f.mentions[:0], f.text, s, k+1+n, false)
			return next == i
		}
	}
	return false
}

// fronted reports whether the words before an order verb are what is to be done: "Các kiến nghị
// trên yêu cầu Sở Xây dựng …", "Riêng nội dung này đề nghị Bộ Y tế …". They point back to what was
// said before; "hồ sơ này đề nghị …" is a paper that itself asks.
func fronted(words []phrase.Token) bool {
	if n := len(words); n < 2 || n > 14 || !pointsBack(words[n-1]) {
		return false
	}
	if n, _ := papers.Match(words); n > 0 {
		return false
	}
	for _, t := range words {
		if !t.Is(phrase.Word) {
			return false
		}
	}
	return true
}

// papers ask for something themselves.
var papers = phrase.Set("hồ sơ|văn bản|công văn|đơn|tờ trình|giấy|thủ tục|tài liệu|người|tổ chức|cá nhân|doanh nghiệp|cơ quan|đơn vị|công ty|theo")

// pointsBack reports whether a word points to what was said before.
func pointsBack(t phrase.Token) bool {
	return t.Hash == hashThis || t.Hash == hashAbove || t.Hash == hashThat || t.Hash == hashRest
}
