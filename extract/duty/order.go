package duty

import (
	"congvan/corpus"
	"congvan/extract/gazetteer"
	"congvan/extract/phrase"
)

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
		if class != phrase.Order || directs(s, next) {
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
	if class != phrase.Function {
		v.modality = bound(v.modality, class, s[next].Hash)
		return v, true
	}
	if k := f.relative(s, next, class); k > 0 && (s[next].Hash == hashHas || s[next].Hash == hashWhere) { // đề nghị các tỉnh có cửa khẩu không cho …
		f.mentions[len(f.mentions)-1].End = beforeBracket(s, next, k)
		v.parties, v.verb = f.parties(), k
		_, class = phrase.Predicate(s[k:])
		v.modality = bound(v.modality, class, s[k].Hash)
		return v, true
	}
	return v, s[next].Hash == hashAccording || actsLater(s[next:])
}

// actsLater reports whether what an order asks for comes after a clause that says when: "đề nghị
// BHXH tỉnh khi giải quyết chế độ thai sản cần tăng cường kiểm tra".
func actsLater(s []phrase.Token) bool {
	if open := openerOf(s); open != openTime && open != openIf {
		return false
	}
	for i := 2; i < len(s) && i < 90; i++ {
		if s[i].Mark(';') {
			return false
		}
		switch _, class := phrase.Predicate(s[i:]); class {
		case phrase.Duty:
			return true
		case phrase.None, phrase.Function, phrase.May:
		default:
			if s[i-1].Mark(',') {
				return true
			}
		}
	}
	return false
}

// bound is how strictly an order binds whose predicate is of a class: "yêu cầu các cơ sở không
// được …" forbids, "giao Sở Y tế được phép …" permits.
func bound(order corpus.Modality, class phrase.Class, word uint64) corpus.Modality {
	if class == phrase.Ban || class == phrase.May {
		return modalityOf(class, word)
	}
	return order
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

// directs reports whether "chỉ đạo" stands at s[i]: of the order verbs the one whose subject acts.
func directs(s []phrase.Token, i int) bool {
	return s[i].Hash == hashDirect && i+1 < len(s) && s[i+1].Hash == hashWay
}
