package duty

import (
	"congvan/corpus"
	"congvan/extract/phrase"
)

// verdict is what a sentence is.
type verdict struct {
	kind     kind
	parties  []party // who the sentence itself names as acting
	class    phrase.Class
	verb     int // token where the predicate, or what is ordered, begins
	order    int // token of the order verb: "giao", "đề nghị"; -1 without one
	subject  int // token where the subject begins; -1 without one
	modality corpus.Modality
	rule     string
}

// kind tells what a sentence does.
type kind uint8

// The kinds.
const (
	statement kind = iota // says how things are
	obliges               // lays a duty on someone
	leads                 // "… yêu cầu:" and "… như sau:": what follows is ordered
	courteous             // a closing courtesy
)

// read tells what the sentence s does. ctx is the scope that it stands in; item is set for a list
// item or an article, where a plain verb is enough to oblige.
func (f *finder) read(s []phrase.Token, ctx *scope, item bool) verdict {
	s = trimMarks(s)
	if len(s) < 2 {
		return verdict{}
	}
	at := skipOpening(s)
	if at+1 < len(s) && s[at].Hash == hashApart && s[at+1].Is(phrase.Capital) {
		at++ // Riêng Sở Y tế tổng hợp thêm …
	}
	if at >= len(s) {
		return verdict{}
	}
	if n, _ := closers.Match(s[at:]); n > 0 && s[at].Hash != hashReceive {
		return verdict{kind: courteous}
	}
	f.told, f.unit = false, false
	var v verdict
	var ok bool
	if s[at].Hash == hashAbout {
		v, ok = f.labelled(s, at, ctx, item)
	}
	if !ok {
		v, ok = f.predication(s, at, ctx, item)
	}
	if !ok && at < len(s) {
		alone := *ctx
		if f.unit { // what the unit does is not what others do
			alone.parties, alone.mood = nil, plain
			if ctx.mood == silent {
				alone.mood = silent
			}
		}
		v, ok = f.later(s, at, &alone, item)
	}
	if !ok {
		v, ok = f.labelled(s, at, ctx, item)
	}
	if !ok {
		return verdict{}
	}
	if v.kind == obliges && isCourtesy(s, v, item) {
		v.kind = courteous
	}
	if v.kind == obliges && v.modality == "" {
		v.modality = modalityOf(v.class, s[min(v.verb, len(s)-1)].Hash)
	}
	return v
}

// closers begin the last paragraph of a letter.
var closers = phrase.Set("nhận được công văn|nhận được chỉ thị|nhận được thông báo|nhận được kế hoạch|nhận được công điện|trên đây là|thông báo để|thông báo cho|xin thông báo|nay thông báo|nay, thông báo|trân trọng|xin trân trọng|rất mong|xin cảm ơn|kính đề nghị quý|vậy báo cáo|xin báo cáo|gửi kèm|kính chuyển")

// labelled reads what follows a short label: "Về giải phóng mặt bằng: UBND các tỉnh tập trung …".
func (f *finder) labelled(s []phrase.Token, at int, ctx *scope, item bool) (verdict, bool) {
	for i := at + 1; i+2 < len(s) && i < at+20; i++ {
		if s[i].Mark(',') || s[i].Mark(';') && i < at+20 {
			continue
		}
		if s[i].Mark(':') {
			if f.unit {
				return verdict{}, false
			}
			return f.predication(s, i+1, ctx, item)
		}
	}
	return verdict{}, false
}

func trimMarks(s []phrase.Token) []phrase.Token {
	for len(s) > 0 && !s[0].Is(phrase.Word) {
		s = s[1:]
	}
	if len(s) > 2 && s[0].End-s[0].Start <= 2 && s[1].Mark(')') {
		return s[2:] // a marker that OCR has changed: "8)" for "g)"
	}
	return s
}

// openings stand before a sentence proper.
var openings = phrase.Set("đồng thời|ngoài ra|bên cạnh đó|theo đó|trên cơ sở đó|đặc biệt|cụ thể|cụ thể như|cụ thể như sau|lưu ý|do đó|do vậy|vì vậy|cùng với đó|trước mắt|" +
	"tiếp theo|sau đó|mặt khác|riêng|nay|từ đó|qua đó|cũng theo chương trình phối hợp|trước hết|thứ nhất|thứ hai|thứ ba|bên cạnh|hơn nữa|tuy nhiên")

// skipOpening passes over "Đồng thời,", "Lưu ý:".
func skipOpening(s []phrase.Token) int {
	at := 0
	for range 2 {
		n, _ := openings.Match(s[at:])
		if n == 0 || at+n >= len(s) {
			break
		}
		next := s[at+n]
		if !next.Mark(',') && !next.Mark(':') {
			break
		}
		at += n + 1
	}
	return at
}

// predication reads what begins at s[at]: a subject with its predicate, an order, or a predicate
// whose subject stands elsewhere.
func (f *finder) predication(s []phrase.Token, at int, ctx *scope, item bool) (verdict, bool) {
	v, ok, unit := f.named(s, at, ctx, item)
	if f.unit = f.unit || unit; unit || at >= len(s) || ok && !f.ownAct(v, ctx) {
		return v, ok
	}
	n, class := phrase.Predicate(s[at:])
	if at+n < len(s) && s[at+n].Hash == hashThis {
		return verdict{}, false // Quyết định này, Báo cáo này
	}
	if n > 0 && !item && !s[at].Is(phrase.Number) && nounVerb(s[at:], n) {
		return verdict{}, false
	}
	if k, _ := tiers.Match(s[at:]); k > n {
		return verdict{}, false
	}
	if s[at].Hash == hashNot { // Không chi trả tiền mặt …
		if _, c := phrase.Predicate(s[at+1:]); c == phrase.Verb || c == phrase.Join {
			class = phrase.Ban
		}
	}
	switch class {
	case phrase.None, phrase.Function, phrase.May:
		return verdict{}, false
	case phrase.Order:
		if directs(s, at) {
			class = phrase.Verb
		} else if len(ctx.parties) == 0 {
			return verdict{}, false
		}
	case phrase.Verb, phrase.Adverb, phrase.Join:
		if opensClause(s[at:]) && f.mainLater(s, at) {
			return verdict{}, false // Thực hiện Kế hoạch số …, BHXH Việt Nam …
		}
	}
	v = verdict{kind: obliges, class: class, verb: at, order: -1, subject: -1, rule: "imperative"}
	if class == phrase.Ban && n > 0 && s[at+n-1].Hash == hashForbid { // Nghiêm cấm các cơ sở y tế thu thêm …
		var next int
		f.mentions, next = f.in.Units.Units(f.mentions[:0], f.text, s, at+n, true)
		if len(f.mentions) > 0 && next+1 < len(s) && s[next].Is(phrase.Word) {
			v.parties, v.rule = f.parties(), "subject"
		}
	}
	return v, true
}

// nounVerbs are nouns as well as verbs: "Quyết định kiểm tra được gửi …".
var nounVerbs = phrase.Set("quyết định|báo cáo|quy định|hướng dẫn|thông báo|kế hoạch|dự toán|đăng ký|quy hoạch|hợp đồng|kết luận|kết quả|đánh giá|đầu tư")

// tiers are levels of the administration, whose first word also means "to issue".
var tiers = phrase.Set("cấp tỉnh|cấp huyện|cấp xã|cấp bộ|cấp cơ sở|cấp trung ương|cấp thành phố|cấp quận|cấp phường|cấp trên|cấp dưới|cấp ủy|cấp khu vực|cấp phòng|cấp sở")

// nounVerb reports whether the words at the beginning are the subject of "được", "là", "phải".
func nounVerb(s []phrase.Token, n int) bool {
	if k, _ := nounVerbs.Match(s); k == 0 {
		return false
	}
	for i := n; i < len(s) && i < n+6; i++ {
		if s[i].Mark(',') || s[i].Mark(';') || s[i].Mark(':') {
			return false
		}
		if s[i].Hash == hashBe || s[i].Hash == hashGet || s[i].Hash == hashMust {
			return true
		}
	}
	return false
}

// ownAct reports whether an order at the beginning of an item is what the actors of its heading
// are to do, and not the document's own order: under "BHXH các tỉnh", "Yêu cầu các cơ sở khám
// bệnh điều chỉnh phần mềm" is theirs. "Giao" is the document's own.
func (f *finder) ownAct(v verdict, ctx *scope) bool {
	if len(ctx.parties) == 0 || ctx.rule != "heading" && ctx.rule != "lead-in" || f.given {
		return false
	}
	if !f.asked && ctx.rule != "heading" {
		return false // Đề nghị Ủy ban Mặt trận Tổ quốc …
	}
	for _, p := range v.parties {
		if !p.group {
			return false
		}
		for _, q := range ctx.parties {
			if f.in.Units.Contains(q.value, p.value) {
				return false
			}
		}
	}
	return true
}

// named reads a predication at s[at] that says itself who acts; unit tells that a unit stands
// there, whether or not it acts.
func (f *finder) named(s []phrase.Token, at int, ctx *scope, item bool) (v verdict, ok, unit bool) {
	if at >= len(s) {
		return verdict{}, false, false
	}
	var next int
	f.mentions, next = f.in.Units.Units(f.mentions[:0], f.text, s, at, false)
	if len(f.mentions) > 0 {
		v, ok = f.withSubject(s, at, next, ctx, item)
		return v, ok, true
	}
	if isKind(s[at]) { // cơ quan đề xuất có trách nhiệm
		f.mentions, next = f.in.Units.Units(f.mentions[:0], f.text, s, at, true)
		if len(f.mentions) > 0 {
			v, ok = f.withSubject(s, at, next, ctx, item)
			return v, ok && v.class == phrase.Duty, ok && v.class == phrase.Duty
		}
	}
	if n, class := phrase.Predicate(s[at:]); class == phrase.Order && !directs(s, at) {
		v, ok = f.ordering(s, at, at+n)
		f.given, f.asked = s[at].Hash == hashGive || s[at].Hash == hashSplit, s[at].Hash == hashAsk
	}
	return v, ok, false
}
