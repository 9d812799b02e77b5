package duty

import (
	"congvan/corpus"
	"congvan/extract/phrase"
)

// withSubject reads the predicate of the units just read, which end before s[next].
func (f *finder) withSubject(s []phrase.Token, at, next int, ctx *scope, item bool) (verdict, bool) {
	v := verdict{kind: obliges, verb: next, order: -1, subject: at, rule: "subject"}
	if next >= len(s) {
		return verdict{}, false
	}
	if m := &f.mentions[len(f.mentions)-1]; m.Last == next && m.Last-m.First > 3 && s[next-1].Hash == hashGive && s[next-2].Hash == hashGet {
		if _, class := phrase.Predicate(s[next:]); class != phrase.None && class != phrase.Function && !f.dutyLater(s, next) { // Phòng Giám định được giao theo dõi …
			m.End = s[next-3].End
		}
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
	if n, _ := inserted.Match(s[next:]); n > 0 && next+n < len(s) { // theo chức năng, nhiệm vụ của mình
		if next += n; s[next].Mark(',') && next+1 < len(s) {
			next++
		}
		v.verb = next
	}
	if n, _ := reaching.Match(s[min(next+1, len(s)):]); n > 0 {
		return verdict{}, false
	}
	if s[next].Mark(',') { // …, trong phạm vi nhiệm vụ của mình, giám sát …
		if k := resume(s, next); k > 0 {
			f.mentions[len(f.mentions)-1].End = f.namesOn(s, next, k)
			next, v.verb = k, k
		} else if k := f.listEnd(s, next); k > 0 {
			f.mentions[len(f.mentions)-1].End = s[k-1].End
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
	if k, _ := meetings.Match(s[next:]); k > 0 && !item {
		f.told = true
		return verdict{}, false
	}
	if k, _ := reports.Match(s[next:]); k >= n && k > 0 && !(item && ctx.mood == duties && len(ctx.parties) > 0 && saysTo(s[next:]) && f.acts(f.parties())) {
		f.told = true
		return verdict{}, false
	}
	if class == phrase.Order && !directs(s, next) {
		parties := f.parties()
		if o, ok := f.ordering(s, next, next+n); ok {
			return o, true
		}
		v.parties, v.class = parties, phrase.Verb
		return v, item && f.acts(parties)
	}
	if class == phrase.None || class == phrase.Function || class == phrase.Verb || class == phrase.May {
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
	if f.explains(v.parties, ctx) {
		return verdict{}, false
	}
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
		if defines(s[next:]) {
			return v, false
		}
		return v, f.plainVerb(v.parties, ctx, item)
	}
	return verdict{}, false
}

// dutyLater reports whether "có trách nhiệm" or "phải" follows before the next mark: what stands
// before it then belongs to the name, "cơ quan được giao quản lý … có trách nhiệm …".
func (f *finder) dutyLater(s []phrase.Token, next int) bool {
	for i := next; i < len(s) && i < next+40 && !s[i].Mark(';') && !s[i].Mark('.'); i++ {
		if _, class := phrase.Predicate(s[i:]); class == phrase.Duty {
			return true
		}
	}
	return false
}

// defines reports whether a predicate only describes its subject, which then is something:
// "Người nộp thuế tiêu thụ đặc biệt là tổ chức, cá nhân …".
func defines(predicate []phrase.Token) bool {
	for i := 1; i < len(predicate) && i < 9; i++ {
		if predicate[i].Mark(',') || predicate[i].Mark(';') {
			return false
		}
		if predicate[i].Hash == hashBe {
			_, class := phrase.Predicate(predicate[i:])
			return class != phrase.Lead && predicate[i-1].Hash != hashJustly
		}
	}
	return false
}

// explains reports whether a letter says of any "doanh nghiệp" or "người lao động" what the law
// lays on it: an answer to a question, and no order.
func (f *finder) explains(parties []party, ctx *scope) bool {
	if f.in.Type != "CV" || ctx.mood != plain || len(ctx.parties) > 0 || f.in.Kind == corpus.KindArticle {
		return false
	}
	for _, p := range parties {
		if !p.kind {
			return false
		}
	}
	return !f.addressed(parties)
}

// plainVerb reports whether "X does Y" lays a duty on X.
func (f *finder) plainVerb(parties []party, ctx *scope, item bool) bool {
	if ctx.mood == silent || !f.acts(parties) {
		return false
	}
	return item || f.provision && !parties[0].kind || len(f.spoken) > 0 && !parties[0].kind && f.same(parties, f.spoken) || len(ctx.parties) > 0 || ctx.mood == duties || f.in.Type == "CT" || f.in.Type == "TB" || f.in.Kind == corpus.KindArticle || f.ordered && !parties[0].kind || f.addressed(parties)
}

// reports are verbs with which a document says what happened or what it is about.
var reports = phrase.Set("đánh giá:|nhấn mạnh|khẳng định|hoan nghênh|cơ bản thống nhất|thống nhất đánh giá|kết luận|kết luận như sau|kết luận và chỉ đạo|kết luận, chỉ đạo|chỉ đạo như sau|có ý kiến chỉ đạo|quyết nghị|nhận được|có ý kiến|thông báo|trả lời|xin|ký|ký kết|trân trọng|nhận thấy|đánh giá cao|ghi nhận|biểu dương|hướng dẫn như sau|thống nhất với|đồng ý|chào mừng|cảm ơn|ban hành quyết định|ban hành công văn|kính trình|trình bày|báo cáo như sau|quyết định")

// answers are those of them that a unit may be told to do: "Trưởng khoa trả lời người bệnh".
var answers = phrase.Set("trả lời|thông báo|trình bày|ký|ký kết")

// saysTo reports whether a predicate is one of those.
func saysTo(predicate []phrase.Token) bool {
	n, _ := answers.Match(predicate)
	return n > 0
}

// inserted are phrases between a subject and its predicate that say in what capacity it acts.
var inserted = phrase.Set("theo chức năng, nhiệm vụ|theo chức năng, nhiệm vụ của mình|theo chức năng, nhiệm vụ được giao|theo chức năng và nhiệm vụ của mình|theo chức năng, nhiệm vụ, quyền hạn|theo chức năng, nhiệm vụ, quyền hạn của mình|theo chức năng, nhiệm vụ, quyền hạn được giao|" +
	"theo nhiệm vụ được giao|theo nhiệm vụ được phân công|theo thẩm quyền|theo phân công|trong phạm vi chức năng, nhiệm vụ của mình|trong phạm vi chức năng, nhiệm vụ được giao|trong phạm vi nhiệm vụ, quyền hạn của mình|trong phạm vi nhiệm vụ, quyền hạn|trong phạm vi chức năng, nhiệm vụ|" +
	"trong phạm vi nhiệm vụ, quyền hạn được giao|trong phạm vi trách nhiệm của mình|căn cứ chức năng, nhiệm vụ|căn cứ chức năng, nhiệm vụ được giao|căn cứ chức năng, nhiệm vụ của mình|căn cứ tình hình thực tế|căn cứ vào chức năng, nhiệm vụ|trong thẩm quyền|trong phạm vi thẩm quyền")

// reaching are words after the name of whom to call.
var reaching = phrase.Set("số điện thoại|điện thoại|email|thư điện tử|sđt|đt|địa chỉ|số máy")

// meetings are what a notice says of the meeting that it reports.
var meetings = phrase.Set("chủ trì phiên họp|chủ trì cuộc họp|chủ trì họp|chủ trì hội nghị|chủ trì buổi làm việc|chủ trì buổi họp|tổ chức phiên họp|tổ chức cuộc họp|làm việc với|có buổi làm việc")

// acts reports whether the parties are others than the one who signs the document.
func (f *finder) acts(parties []party) bool {
	for _, p := range parties {
		if !f.isIssuer(p) {
			return true
		}
	}
	return f.in.Kind == corpus.KindArticle
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

// namesOn is the end of a list of kinds of units that are in no table, which goes on from s[comma]
// before an inserted phrase: "Các ngành vật tư, giao thông vận tải, theo chức năng của mình, ưu tiên …".
func (f *finder) namesOn(s []phrase.Token, comma, to int) int {
	last := f.mentions[len(f.mentions)-1]
	end := last.End
	if !last.Group || !last.Many || last.Post {
		return end
	}
	for i := comma + 1; i < to && i < comma+25; i++ {
		switch {
		case s[i].Mark(','):
			end = s[i-1].End
		case !s[i].Is(phrase.Word) || s[i].Is(phrase.Capital):
			return end
		default:
			if _, class := phrase.Predicate(s[i:]); class != phrase.None && s[i].Hash != hashGive || openerOf(s[i:]) != openNoun {
				return end
			}
		}
	}
	return end
}

// listEnd finds "có trách nhiệm" or "phải" after a list of kinds of units that are in no table:
// "Các cơ quan nông nghiệp, lâm trường có trách nhiệm …"; 0 when the words up to it are no list.
func (f *finder) listEnd(s []phrase.Token, comma int) int {
	if !f.mentions[len(f.mentions)-1].Group {
		return 0
	}
	for i := comma + 1; i < len(s) && i < comma+25; i++ {
		if !s[i].Is(phrase.Word) {
			if s[i].Mark(',') || s[i].Mark('-') {
				continue
			}
			return 0
		}
		switch _, class := phrase.Predicate(s[i:]); class {
		case phrase.Duty:
			return i
		case phrase.None:
		default:
			return 0
		}
	}
	return 0
}

// particles stand between a subject and its predicate.
var particles = phrase.Set("đều|còn|cũng|vẫn|chỉ|mới|sẽ|luôn|cũng đều|đều có|tùy theo|cũng có|phải")

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
		if s[i].Hash == hashMust && i > next+1 { // Doanh nghiệp khi thuê đất phải …
			return i
		}
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
	having := class == phrase.Function && s[next].Hash == hashHas || s[next].Hash == hashWhere // UBND các tỉnh có dự án đi qua tập trung …
	if !last.Group && last.Known && !having {
		return 0
	}
	being := s[next].Hash == hashBe && last.Post && !last.Known // Ủy viên là đại biểu Quốc hội tại …, … có trách nhiệm
	weaker, depth := 0, 0
	for i := next; i < len(s) && i < next+30; i++ {
		switch {
		case s[i].Mark('('):
			depth++
		case s[i].Mark(')'):
			depth--
		case depth > 0, being && (s[i].Mark(',') || s[i].Hash == hashAnd):
		case s[i].Mark(','), s[i].Mark(';'), s[i].Mark(':'), s[i].Mark('.'), s[i].Hash == hashAnd, s[i].Hash == hashThen, s[i].Hash == hashWhen:
			return weaker
		case i > next:
			n, class := phrase.Predicate(s[i:])
			if having && weaker == 0 && i > next+1 && s[i].Hash == hashNot && i+1 < len(s) {
				if _, c := phrase.Predicate(s[i+1:]); c == phrase.Verb || c == phrase.Order {
					weaker = i // … có cửa khẩu không cho phép …
				}
			}
			if class == phrase.Duty && n > 1 || class == phrase.Duty && s[i].Hash == hashMust || class == phrase.Lead && s[i].Hash == hashMain {
				return i
			}
			if having && weaker == 0 && i > next+1 && (class == phrase.Adverb || class == phrase.Lead || (class == phrase.Join || class == phrase.Verb) && n > 1) {
				weaker = i
			}
		}
	}
	return weaker
}
