package duty

import (
	"congvan/corpus"
	"congvan/extract/gazetteer"
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
	if at >= len(s) {
		return verdict{}
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
		v.modality = modalityOf(v.class)
	}
	return v
}

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
var openings = lexiconOf("đồng thời|ngoài ra|bên cạnh đó|theo đó|trên cơ sở đó|đặc biệt|cụ thể|cụ thể như|cụ thể như sau|lưu ý|do đó|do vậy|vì vậy|cùng với đó|trước mắt|" +
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
	if s[at].Hash == hashNot { // Không chi trả tiền mặt …
		if _, c := phrase.Predicate(s[at+1:]); c == phrase.Verb || c == phrase.Join {
			class = phrase.Ban
		}
	}
	switch class {
	case phrase.None, phrase.Function, phrase.May:
		return verdict{}, false
	case phrase.Order:
		if s[at].Hash == hashDirect {
			class = phrase.Verb
		} else if len(ctx.parties) == 0 {
			return verdict{}, false
		}
	case phrase.Verb, phrase.Adverb, phrase.Join:
		if opensClause(s[at:]) && f.mainLater(s, at) {
			return verdict{}, false // Thực hiện Kế hoạch số …, BHXH Việt Nam …
		}
	}
	return verdict{kind: obliges, class: class, verb: at, order: -1, subject: -1, rule: "imperative"}, true
}

// nounVerbs are nouns as well as verbs: "Quyết định kiểm tra được gửi …".
var nounVerbs = lexiconOf("quyết định|báo cáo|quy định|hướng dẫn|thông báo|kế hoạch|dự toán|đăng ký|quy hoạch|hợp đồng|kết luận|kết quả|đánh giá|đầu tư")

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
	if n, class := phrase.Predicate(s[at:]); class == phrase.Order && s[at].Hash != hashDirect {
		v, ok = f.ordering(s, at, at+n)
		f.given, f.asked = s[at].Hash == hashGive || s[at].Hash == hashSplit, s[at].Hash == hashAsk
	}
	return v, ok, false
}

// withSubject reads the predicate of the units just read, which end before s[next].
func (f *finder) withSubject(s []phrase.Token, at, next int, ctx *scope, item bool) (verdict, bool) {
	v := verdict{kind: obliges, verb: next, order: -1, subject: at, rule: "subject"}
	if next >= len(s) {
		return verdict{}, false
	}
	if s[next].Mark(':') {
		v.parties = f.parties()
		if next+1 >= len(s) {
			v.kind, v.rule = leads, "heading"
			return v, true
		}
		_, v.class = phrase.Predicate(s[next+1:])
		v.verb = next + 1
		return v, v.class != phrase.Function && v.class != phrase.None && v.class != phrase.May
	}
	if n, _ := reaching.Match(s[min(next+1, len(s)):]); n > 0 {
		return verdict{}, false
	}
	if s[next].Mark(',') { // …, trong phạm vi nhiệm vụ của mình, giám sát …
		if k := resume(s, next); k > 0 {
			next, v.verb = k, k
		} else {
			return verdict{}, false
		}
	}
	n, class := phrase.Predicate(s[next:])
	if class == phrase.Function && s[next].Hash == hashWill { // sẽ tổ chức
		if k, c := phrase.Predicate(s[next+1:]); k > 0 && c != phrase.Function {
			n, class = k+1, c
		}
	}
	if next+n < len(s) && (class == phrase.Adverb || class == phrase.Duty) && s[next+n].Hash == hashAsk {
		class, next, n = phrase.Order, next+n, 2
	}
	if k, _ := reports.Match(s[next:]); k >= n && k > 0 {
		f.told = true
		return verdict{}, false
	}
	if class == phrase.Order && !(s[next].Hash == hashDirect) {
		parties := f.parties()
		if o, ok := f.ordering(s, next, next+n); ok {
			return o, true
		}
		v.parties, v.class = parties, phrase.Verb
		return v, item && f.acts(parties)
	}
	if class == phrase.None || class == phrase.Function || class == phrase.Verb {
		if k := f.relative(s, next, class); k > 0 { // Các Bộ khác có máy móc … có trách nhiệm
			f.mentions[len(f.mentions)-1].End = beforeBracket(s, next, k)
			if n, _ := particles.Match(s[next:]); n > 0 && next+n >= k-1 { // còn phải, đều phải
				f.mentions[len(f.mentions)-1].End = s[next-1].End
			}
			next, v.verb = k, k
			n, class = phrase.Predicate(s[k:])
		} else if k := afterCondition(s, next); class == phrase.Function && k > 0 { // … khi …, thì phải
			next, v.verb = k, k
			n, class = phrase.Predicate(s[k:])
		}
	}
	f.told = class != phrase.None
	v.class = class
	v.parties = f.parties()
	if len(s)-next < 3 {
		return verdict{}, false
	}
	if next+n < len(s) && class == phrase.Duty && s[next+n].Mark(':') && next+n+1 >= len(s) {
		v.kind, v.rule = leads, "heading"
		return v, true
	}
	switch class {
	case phrase.Duty, phrase.Ban, phrase.Lead:
		return v, ctx.mood != silent || class == phrase.Lead || n > 1 || s[next].Hash == hashMust
	case phrase.Join, phrase.Adverb:
		return v, ctx.mood != silent && (item || f.acts(v.parties) || ctx.ordered)
	case phrase.Verb, phrase.Order:
		return v, f.plainVerb(v.parties, ctx, item)
	}
	return verdict{}, false
}

// plainVerb reports whether "X does Y" lays a duty on X.
func (f *finder) plainVerb(parties []party, ctx *scope, item bool) bool {
	if ctx.mood == silent || !f.acts(parties) {
		return false
	}
	return item || len(ctx.parties) > 0 || ctx.mood == duties || f.in.Type == "CT" || f.in.Type == "TB" || f.in.Kind == corpus.KindArticle || f.addressed(parties)
}

// reports are verbs with which a document says what happened or what it is about.
var reports = lexiconOf("kết luận|kết luận như sau|kết luận và chỉ đạo|kết luận, chỉ đạo|chỉ đạo như sau|có ý kiến chỉ đạo|quyết nghị|nhận được|có ý kiến|thông báo|trả lời|xin|ký|ký kết|trân trọng|nhận thấy|đánh giá cao|ghi nhận|biểu dương|hướng dẫn như sau|thống nhất với|đồng ý|chào mừng|cảm ơn|ban hành quyết định|ban hành công văn|kính trình|trình bày|báo cáo như sau|quyết định")

// reaching are words after the name of whom to call.
var reaching = lexiconOf("số điện thoại|điện thoại|email|thư điện tử|sđt|đt|địa chỉ|số máy")

// acts reports whether the parties are others than the one who signs the document.
func (f *finder) acts(parties []party) bool {
	for _, p := range parties {
		if !f.isIssuer(p) {
			return true
		}
	}
	return f.in.Kind == corpus.KindArticle
}

// ordering reads "yêu cầu Sở Y tế …": the order verb is s[verb:after].
func (f *finder) ordering(s []phrase.Token, verb, after int) (verdict, bool) {
	v := verdict{kind: obliges, class: phrase.Order, order: verb, subject: -1, rule: "order", modality: corpus.Must}
	if s[verb].Hash == hashPropose[0] || s[verb].Hash == hashPropose[1] || s[verb].Hash == hashPropose[2] {
		v.modality = corpus.Should
	}
	if after < len(s) && s[after].Mark(':') || after >= len(s) {
		v.kind, v.verb = leads, after
		return v, after < len(s)
	}
	var next int
	f.mentions, next = f.in.Units.Units(f.mentions[:0], f.text, s, after, true)
	if len(f.mentions) == 0 {
		if next = unknownName(s, after); next == after {
			return verdict{}, false
		}
		f.mentions = append(f.mentions, gazetteer.Mention{Start: s[after].Start, End: s[next-1].End, First: after, Last: next, Next: next})
	}
	// giao Trung tâm Truyền thông, Đài THVN giao Ban Thư ký làm đầu mối
	for next < len(s) && len(f.mentions) > 1 {
		n, class := phrase.Predicate(s[next:])
		if class != phrase.Order || s[next].Hash == hashDirect {
			break
		}
		before := len(f.mentions) - 1
		list, k := f.in.Units.Units(f.mentions[:before], f.text, s, next+n, true)
		if len(list) == before {
			break
		}
		f.mentions, next = list, k
	}
	v.parties, v.verb = f.parties(), next
	if next >= len(s) {
		return v, false
	}
	if s[next].Mark(':') {
		if next+1 >= len(s) {
			v.kind = leads
		}
		v.verb = next + 1
		return v, true
	}
	if s[next].Mark(',') {
		if k := resume(s, next); k > 0 {
			v.verb = k
		}
		return v, true
	}
	n, class := phrase.Predicate(s[next:])
	if m := f.mentions[0]; m.Bare && m.Last-m.First < 3 && n == 1 && class == phrase.Verb && !s[after].Is(phrase.Capital) && s[after].Hash != hashMany {
		return v, false // phân công cơ quan trình, cơ quan chủ trì thẩm tra
	}
	if s[verb].Hash == hashGive && class == phrase.None {
		return v, f.mentions[0].Known || !f.mentions[0].Group // giao đất cho …
	}
	return v, class != phrase.Function || s[next].Hash == hashAccording
}

// unknownName is the token after a name that no table knows: words with capitals, up to a
// predicate ("đề nghị Viettel Lâm Sơn bảo đảm …"); at when there is none.
func unknownName(s []phrase.Token, at int) int {
	end := at
	for i := at; i < len(s) && i < at+14; i++ {
		switch t := s[i]; {
		case t.Is(phrase.Capital), t.Is(phrase.Number) && i > at:
			end = i + 1
		case t.Mark('-'), t.Mark('&'), t.Hash == hashAnd && i > at:
		default:
			if _, class := phrase.Predicate(s[i:]); class == phrase.None || class == phrase.Function || end < i {
				return at
			}
			return end
		}
	}
	return at
}

// resume finds the predicate after an inserted phrase between commas, the first of which is
// s[comma]; 0 when there is none near.
func resume(s []phrase.Token, comma int) int {
	for i := comma + 1; i < len(s) && i < comma+40; i++ {
		if !s[i].Mark(',') || i+1 >= len(s) {
			continue
		}
		if _, class := phrase.Predicate(s[i+1:]); class != phrase.None && class != phrase.Function {
			return i + 1
		}
	}
	_, class := phrase.Predicate(s[comma+1:])
	if class == phrase.Duty || class == phrase.Adverb || class == phrase.Lead {
		return comma + 1
	}
	return 0
}

// particles stand between a subject and its predicate.
var particles = lexiconOf("đều|còn|cũng|vẫn|chỉ|mới|sẽ|luôn|cũng đều|đều có|tùy theo|cũng có|phải")

// beforeBracket is the end of the words of s[from:to], a bracket at their end left out.
func beforeBracket(s []phrase.Token, from, to int) int {
	if s[to-1].Mark(')') {
		for k := to - 1; k > from; k-- {
			if s[k].Mark('(') {
				return s[k-1].End
			}
		}
	}
	return s[to-1].End
}

// afterCondition finds the predicate of a subject after the clause that s[next] begins: "Doanh
// nghiệp khi sử dụng đất …, thì phải lập phương án"; 0 when there is none near.
func afterCondition(s []phrase.Token, next int) int {
	open := openerOf(s[next:])
	if open == openNoun {
		return 0
	}
	for i := next + 1; i+1 < len(s) && i < next+90; i++ {
		if !s[i].Mark(',') && s[i].Hash != hashThen {
			continue
		}
		switch _, class := phrase.Predicate(s[i+1:]); {
		case class == phrase.Duty, class == phrase.Lead, class == phrase.Ban, class == phrase.Adverb:
			return i + 1
		case class == phrase.Verb && s[i].Hash == hashThen:
			return i + 1
		}
	}
	return 0
}

// relative finds "có trách nhiệm" or "phải" that follows words which only describe the subject
// that ends before s[next]; 0 when there is none before the next mark.
func (f *finder) relative(s []phrase.Token, next int, class phrase.Class) int {
	last := f.mentions[len(f.mentions)-1]
	having := class == phrase.Function && s[next].Hash == hashHas // UBND các tỉnh có dự án đi qua tập trung …
	if !last.Group && last.Known && !having {
		return 0
	}
	depth := 0
	for i := next; i < len(s) && i < next+30; i++ {
		switch {
		case s[i].Mark('('):
			depth++
		case s[i].Mark(')'):
			depth--
		case depth > 0:
		case s[i].Mark(','), s[i].Mark(';'), s[i].Mark(':'), s[i].Mark('.'), s[i].Hash == hashAnd, s[i].Hash == hashThen, s[i].Hash == hashWhen:
			return 0
		case i > next:
			n, class := phrase.Predicate(s[i:])
			if class == phrase.Duty && n > 1 || class == phrase.Duty && s[i].Hash == hashMust {
				return i
			}
			if having && i > next+1 && (class == phrase.Adverb || class == phrase.Lead || class == phrase.Join && n > 1) {
				return i
			}
		}
	}
	return 0
}
