package duty

import (
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// completes reports whether a short sentence only says by when: "Hoàn thành trong tháng 4/2023."
func completes(s []phrase.Token) bool {
	n, _ := completing.Match(s)
	return n > 0 && len(s) < 24
}

var completing = phrase.Set("hoàn thành|thời hạn|thời gian hoàn thành|hoàn thành và báo cáo|báo cáo kết quả|kết quả báo cáo|thời gian thực hiện|hoàn thành trước|xong trước")

// ownVerbs are what a document does itself when it names no one: "Thống nhất chủ trương …".
var ownVerbs = phrase.Set("thống nhất|cơ bản thống nhất|đồng ý|cho phép|phê duyệt|chấp thuận|ghi nhận|biểu dương|đánh giá cao|thông qua|ban hành|bãi bỏ|công bố|phê chuẩn|thành lập|bổ nhiệm|công nhận|quyết định|hủy bỏ|thu hồi|sửa đổi|bổ sung|thay thế|cử|tặng|khen thưởng")

// assents are those of them that no one is ordered to do.
var assents = phrase.Set("đồng ý|cơ bản đồng ý|nhất trí|cơ bản nhất trí|chấp thuận|thống nhất chủ trương|thống nhất với|ghi nhận|biểu dương|đánh giá cao")

// begins reports whether the node, or what follows its label, begins with a verb of a set.
func (b *batch) begins(verbs *phrase.Lexicon) bool {
	s := b.f.tokens
	for i := 0; i < len(s) && i < 16; i++ {
		if i == 0 || s[i-1].Mark(':') {
			if n, _ := verbs.Match(s[i:]); n > 0 {
				return true
			}
		}
	}
	return false
}

// actionStart is where the action of a sentence in a paragraph begins. A sentence is kept whole, as
// the words of its order; its beginning is left out when most of it stays without: after the units
// that are ordered, or after a subject. An article quotes orders among its own words, so that
// there the action begins after the units, or at the order verb when little follows them.
func (f *finder) actionStart(s []phrase.Token, v verdict) int {
	named, rest := v.verb-max(v.order, 0), len(s)-v.verb
	switch {
	case 10*v.verb <= 3*len(s):
		return 0
	case v.order >= 0 && f.in.Kind == corpus.KindArticle && 2*rest < named:
		return v.order
	case v.order >= 0 && (f.in.Kind == corpus.KindArticle || 10*v.verb <= 4*len(s)):
		return v.verb
	case v.order < 0 && v.subject == 0 && 10*v.verb <= 4*len(s):
		return v.verb
	}
	return 0
}

// anyOf reports whether parties are only "các đơn vị", "đơn vị": those already spoken of.
func anyOf(parties []party) bool { return len(parties) == 1 && parties[0].bare }

// bothSides reports whether words stand for the two parties of an agreement.
func bothSides(words string) bool {
	switch strings.ToLower(words) {
	case "hai bên", "các bên", "cả hai bên":
		return true
	}
	return false
}

// lastWordEnd is the end of a sentence without "./." and the like.
func lastWordEnd(s []phrase.Token) int {
	k := len(s)
	for k > 1 && (s[k-1].Mark('/') || s[k-1].Mark('.') && s[k-2].Mark('/') || s[k-1].Mark('.') && s[k-2].Mark('.') && k > 2 && s[k-3].Mark('/')) {
		k--
	}
	for k > 1 && (s[k-1].Mark(';') || s[k-1].Mark(',')) {
		k--
	}
	return s[k-1].End
}

// splitClause cuts a sentence at a semicolon after which another unit acts: "Sở A có trách nhiệm
// …; Sở B kiểm tra …".
func (f *finder) splitClause(s []phrase.Token) (part, rest []phrase.Token) {
	if directs(s, 0) {
		return s, nil // Chỉ đạo các đơn vị …; các đơn vị …
	}
	if f.mentions = f.mentions[:0]; !slices.ContainsFunc(s, func(t phrase.Token) bool { return t.Mark(';') }) {
		return s, nil
	}
	tries := 0
	list, named := f.in.Units.Units(f.mentions[:0], f.text, s, skipOpening(s), false)
	f.mentions = list[:0]
	for i := skipOpening(s); i+3 < len(s) && tries < maxTries; i++ {
		if i >= named && f.isOrderVerb(s, i) && !s[max(0, i-1)].Mark(';') { // giao A; B; C xem xét
			n, _ := phrase.Predicate(s[i:])
			list, named = f.in.Units.Units(f.mentions[:0], f.text, s, i+n, true)
			f.mentions = list[:0]
			tries++
		}
		if i < max(4, named) || !s[i].Mark(';') || !f.mayNameUnit(s, i+1) {
			continue
		}
		tries++
		if f.isOrderVerb(s, i+1) {
			n, _ := phrase.Predicate(s[i+1:])
			if v, ok := f.ordering(s, i+1, i+1+n); ok && len(v.parties) > 0 {
				return s[:i+1], s[i+1:]
			}
			continue
		}
		list, next := f.in.Units.Units(f.mentions[:0], f.text, s, i+1, false)
		f.mentions = list[:0]
		if len(list) == 0 || next >= len(s) {
			continue
		}
		_, class := phrase.Predicate(s[next:])
		strong := class == phrase.Duty || class == phrase.Lead || class == phrase.Ban
		if strong || (class == phrase.Verb || class == phrase.Adverb || class == phrase.Join || class == phrase.Order) && f.startsNamed(s) {
			return s[:i+1], s[i+1:]
		}
	}
	return s, nil
}

// startsNamed reports whether the sentence begins with a unit that acts itself.
func (f *finder) startsNamed(s []phrase.Token) bool {
	if f.isOrderVerb(s, 0) {
		return true
	}
	list, next := f.in.Units.Units(f.mentions[:0], f.text, s, 0, false)
	f.mentions = list[:0]
	if len(list) == 0 || next >= len(s) {
		return false
	}
	_, class := phrase.Predicate(s[next:])
	return class != phrase.None && class != phrase.Function && class != phrase.Order
}

// nounOpenings begin statements under a unit's heading: "Kinh phí thực hiện do …".
var nounOpenings = phrase.Set("kinh phí|thời gian|địa điểm|nội dung|hồ sơ|đối tượng|việc|mức|số lượng|số|tỷ lệ|trường hợp|các|những|một số|danh sách|tiêu chí|điều kiện|phương án|kết quả|thành phần|hình thức|mẫu|mẫu biểu|phụ lục|" +
	"nguồn|thời hạn|người|cá nhân|tiền|giấy|đơn|bản|quyền|tên|trong đó|ví dụ|ghi chú|mọi|toàn bộ|trên đây|căn cứ pháp lý|công tác|chi phí|vị trí|diện tích|tổng số|loại|nhóm|cấp|phạm vi|lộ trình|tiến độ|sản phẩm|chỉ tiêu|mục tiêu|giá trị|ông|bà|đồng chí|điện thoại|địa chỉ|là|được|có|không|theo|từ|với|và|hoặc|cụ thể")

// looksImperative reports whether a sentence under a unit's heading may order it to do something
// though its verb is in no table: it starts with a word that is neither a noun of a statement nor
// a figure, and says more than a name.
func looksImperative(s []phrase.Token) bool {
	if n, _ := nounOpenings.Match(s); n > 0 || !s[0].Is(phrase.Word) || s[0].Is(phrase.Number) || s[0].Is(phrase.Caps) || len(s) < 6 {
		return false
	}
	return !s[1].Is(phrase.Capital) && openerOf(s) == openNoun
}
