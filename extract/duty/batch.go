package duty

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// batch gathers the sentences of one node into obligations. In an item, sentences with the same
// actor are one obligation and its text is kept whole; in a paragraph each sentence is one.
type batch struct {
	f       *finder
	node    int
	ctx     *scope
	item    bool
	open    bool // an obligation is being gathered
	first   bool // the sentence is the node's first
	whole   bool // the parts under the node belong to its last obligation
	start   int
	end     int
	v       verdict
	parties []party
	rule    string
	local   []party // who acts in this node, for sentences that do not say so
}

// sentence takes the next sentence of the node.
func (b *batch) sentence(s []phrase.Token, last bool) {
	s = trimMarks(s)
	if len(s) == 0 {
		return
	}
	f := b.f
	colon := last && s[len(s)-1].Mark(':')
	for len(s) > 0 {
		part, rest := f.splitClause(s)
		v := f.read(part, b.scope(), b.item)
		b.first = part[0].Start == f.tokens[0].Start
		if colon && len(rest) == 0 {
			b.lead(part, v)
			return
		}
		b.take(part, v)
		s = rest
	}
}

// scope is the node's scope, with who acted before in it.
func (b *batch) scope() *scope {
	if len(b.ctx.parties) > 0 {
		return b.ctx
	}
	inherit := b.local
	if b.f.in.Kind == corpus.KindArticle {
		inherit = b.f.spoken
	}
	if len(inherit) == 0 {
		return b.ctx
	}
	s := *b.ctx
	s.parties, s.rule = inherit, "paragraph"
	return &s
}

// take adds a sentence to the obligation that is open, or opens one.
func (b *batch) take(s []phrase.Token, v verdict) {
	f := b.f
	switch v.kind {
	case obliges:
	case courteous:
		b.flush()
		if f.in.Options.Courtesies {
			b.begin(s, v)
			b.rule = RuleCourtesy
			b.flush()
		}
		return
	default:
		if b.open && (b.item || completes(s)) {
			b.end = lastWordEnd(s)
			return
		}
		if b.ctx.rule != "heading" || b.ctx.parties[0].group || f.unit || !b.first || !looksImperative(s) {
			return
		}
		v = verdict{kind: obliges, verb: 0, order: -1, subject: -1, modality: corpus.Must, rule: "unit"}
	}
	if v.rule == "imperative" && !b.mayInherit(v) {
		if b.open && b.item {
			b.end = lastWordEnd(s)
		}
		return
	}
	if b.open && b.item && (len(v.parties) == 0 || f.same(v.parties, b.parties)) {
		b.end = lastWordEnd(s)
		return
	}
	if b.open && len(v.parties) == 0 && completes(s) {
		b.end = lastWordEnd(s)
		return
	}
	b.flush()
	b.begin(s, v)
}

// completes reports whether a short sentence only says by when: "Hoàn thành trong tháng 4/2023."
func completes(s []phrase.Token) bool {
	n, _ := completing.Match(s)
	return n > 0 && len(s) < 24
}

var completing = lexiconOf("hoàn thành|thời hạn|thời gian hoàn thành|hoàn thành và báo cáo|báo cáo kết quả|kết quả báo cáo|thời gian thực hiện|hoàn thành trước|xong trước")

// mayInherit reports whether a sentence without an actor is a duty here.
func (b *batch) mayInherit(v verdict) bool {
	s := b.scope()
	if s.mood == silent {
		return v.class == phrase.Ban && len(s.parties) > 0
	}
	return len(s.parties) > 0 || s.mood == duties && (b.item || s.ordered)
}

// begin opens an obligation with a sentence.
func (b *batch) begin(s []phrase.Token, v verdict) {
	f := b.f
	b.open, b.v = true, v
	b.start, b.end = s[0].Start, lastWordEnd(s)
	b.rule = v.rule
	if len(v.parties) == 1 && len(f.pair) == 2 && bothSides(f.text[v.parties[0].start:v.parties[0].end]) {
		v.parties = f.pair
	}
	b.v, b.parties = v, v.parties
	ctx := b.scope()
	if len(v.parties) == 0 {
		b.parties, b.rule = ctx.parties, ctx.rule
		if b.rule == "" {
			b.rule = "section"
		}
	} else if b.ctx.rule == "heading" && f.same(v.parties, b.ctx.parties) || len(b.ctx.parties) > 0 && anyOf(v.parties) {
		b.parties = b.ctx.parties
	}
	if !b.item && v.verb < len(s) {
		b.start = s[actionStart(s, v)].Start
	}
	if len(v.parties) > 0 {
		b.remember(v)
	}
}

// actionStart is where the action of a sentence in a paragraph begins: after the units that are
// ordered or, when little follows them, at the order verb; after a subject that is long beside
// what it is to do; otherwise at the sentence's beginning.
func actionStart(s []phrase.Token, v verdict) int {
	switch named, rest := v.verb-max(v.order, 0), len(s)-v.verb; {
	case v.order >= 0 && 2*rest < named:
		return v.order
	case v.order >= 0:
		return v.verb
	case v.subject == 0 && 10*named > 3*len(s) && 10*named <= 4*len(s):
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

// remember keeps who acts, for sentences that do not say so.
func (b *batch) remember(v verdict) {
	f := b.f
	if len(v.parties) == 2 && v.order < 0 {
		f.pair = v.parties
	}
	b.local = v.parties
	if v.order < 0 && len(f.spoken) > 0 && f.same(v.parties, f.spoken) {
		return
	}
	f.spoken = v.parties
}

// lead takes a last sentence that ends in a colon.
func (b *batch) lead(s []phrase.Token, v verdict) {
	f := b.f
	if v.kind == obliges && v.rule == "imperative" && !b.mayInherit(v) {
		v = verdict{}
	}
	f.leadIn(b.node, s, v, b.ctx)
	if v.kind != obliges {
		b.flush()
		return
	}
	if b.item && !f.partsOblige(b.node) {
		b.take(s, v)
		if b.open {
			b.end = f.in.Layout.Nodes[b.node].End
			for b.end > b.start && (f.text[b.end-1] == '\n' || f.text[b.end-1] == ' ') {
				b.end--
			}
			b.whole = true
		}
		return
	}
	if !announces(s[v.verb:]) {
		b.take(s, v)
	} else {
		b.flush()
	}
}

// partsOblige reports whether one of the first parts under a node is a duty of its own, not a
// noun in a list that ends the node's sentence.
func (f *finder) partsOblige(node int) bool {
	nodes := f.in.Layout.Nodes
	for k := node + 1; k < len(nodes) && k <= node+4 && nodes[k].Start < nodes[node].End; k++ {
		part := &nodes[k]
		f.part = phrase.Scan(f.part[:0], f.text, part.Body, min(part.Own, part.Body+600))
		if v := f.read(f.part, &f.scopes[node], true); v.kind != statement || part.Heading {
			return true
		}
	}
	return node+1 >= len(nodes) || nodes[node+1].Start >= nodes[node].End
}

func (b *batch) flush() {
	if b.open {
		b.f.emit(b)
	}
	b.open = false
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
	if s[0].Hash == hashDirect {
		return s, nil // Chỉ đạo các đơn vị …; các đơn vị …
	}
	tries := 0
	list, named := f.in.Units.Units(f.mentions[:0], f.text, s, skipOpening(s), false)
	f.mentions = list[:0]
	for i := max(4, named); i+3 < len(s) && tries < maxTries; i++ {
		if !s[i].Mark(';') || !f.mayNameUnit(s, i+1) {
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
	list, next := f.in.Units.Units(f.mentions[:0], f.text, s, 0, false)
	f.mentions = list[:0]
	if len(list) == 0 || next >= len(s) {
		return false
	}
	_, class := phrase.Predicate(s[next:])
	return class != phrase.None && class != phrase.Function && class != phrase.Order
}

// announces reports whether a predicate that ends in a colon says nothing but that a list comes:
// "thực hiện tốt những việc cụ thể sau đây:".
func announces(predicate []phrase.Token) bool {
	words, sau := 0, false
	for _, t := range predicate {
		if t.Is(phrase.Word) {
			words++
			sau = sau || t.Hash == hashAfter
		}
	}
	return words <= 4 || sau && words <= 20 || words <= 20 && endsInDuty(predicate)
}

// endsInDuty reports whether a predicate ends in "có trách nhiệm:", "có nhiệm vụ:".
func endsInDuty(predicate []phrase.Token) bool {
	for i := max(0, len(predicate)-6); i < len(predicate); i++ {
		if n, class := phrase.Predicate(predicate[i:]); class == phrase.Duty && n > 1 && i+n >= len(predicate)-1 {
			return true
		}
	}
	return false
}

// nounOpenings begin statements under a unit's heading: "Kinh phí thực hiện do …".
var nounOpenings = lexiconOf("kinh phí|thời gian|địa điểm|nội dung|hồ sơ|đối tượng|việc|mức|số lượng|số|tỷ lệ|trường hợp|các|những|một số|danh sách|tiêu chí|điều kiện|phương án|kết quả|thành phần|hình thức|mẫu|mẫu biểu|phụ lục|" +
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
