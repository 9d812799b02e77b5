package duty

import (
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
		if len(rest) > 0 && (v.kind == statement || v.rule == "imperative" && !b.mayInherit(v)) { // Căn cứ …; giao Sở Y tế …
			part, rest = s, nil
			v = f.read(part, b.scope(), b.item)
		}
		v = b.orderIn(part, v)
		b.first = part[0].Start == f.tokens[0].Start
		if colon && len(rest) == 0 {
			b.lead(part, v)
			return
		}
		b.take(part, v)
		s = rest
	}
}

// orderIn is the order that follows what the document does itself: "Đồng ý với đề xuất của Sở Xây
// dựng; giao Sở Xây dựng hoàn chỉnh hồ sơ." Without one it is the sentence's own verdict v.
func (b *batch) orderIn(s []phrase.Token, v verdict) verdict {
	if v.kind != obliges || v.rule != "imperative" || b.mayInherit(v) {
		return v
	}
	if order, ok := b.f.later(s, skipOpening(s), b.ctx, b.item); ok && order.order >= 0 && len(order.parties) > 0 {
		return order
	}
	return v
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
		if len(v.parties) > 0 {
			b.local = v.parties
		}
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

// mayInherit reports whether a sentence without an actor is a duty here.
func (b *batch) mayInherit(v verdict) bool {
	s := b.scope()
	switch {
	case s.mood == silent:
		return v.class == phrase.Ban && len(s.parties) > 0
	case s.rule == "lead-in" && b.begins(assents): // among orders: "Đồng ý cho doanh nghiệp lùi thời hạn …"
		return false
	case len(s.parties) > 0: // a notice's own decisions stand among its orders
		return b.f.in.Type != "TB" || s.rule != "lead-in" || !b.begins(ownVerbs)
	case v.class == phrase.Ban:
		return b.item || b.f.in.Type == "CT"
	case s.mood != duties || b.begins(ownVerbs) || b.f.in.Type == "BC" || b.f.in.Type == "TTr":
		return false // a report's plans bind no one
	}
	return b.item || s.ordered || b.f.in.Layout.Nodes[b.node].Parent >= 0
}

// begin opens an obligation with a sentence.
func (b *batch) begin(s []phrase.Token, v verdict) {
	f := b.f
	b.open, b.v = true, v
	f.ordered = f.ordered || v.order >= 0
	b.start, b.end = s[0].Start, lastWordEnd(s)
	b.rule = v.rule
	if len(v.parties) == 1 && len(f.pair) == 2 && bothSides(f.text[v.parties[0].start:v.parties[0].end]) {
		v.parties = f.pair
	}
	b.v, b.parties = v, v.parties
	ctx := b.scope()
	if len(v.parties) == 0 {
		b.parties, b.rule = ctx.parties, ctx.rule
		if b.rule == "" && !b.item && len(f.acting.parties) > 0 && f.in.Layout.Nodes[b.node].Parent == f.acting.node && f.directsWork() {
			b.parties, b.rule = f.acting.parties, "paragraph"
		}
		if b.rule == "" {
			b.rule = "section"
		}
	} else if b.ctx.rule == "heading" && f.same(v.parties, b.ctx.parties) || b.ctx.rule == "heading" && anyOf(v.parties) {
		b.parties = b.ctx.parties
	}
	if !b.item && v.verb < len(s) {
		k := f.actionStart(s, v)
		for k+1 < len(s) && !s[k].Is(phrase.Word) {
			k++
		}
		b.start = s[k].Start
	}
	if len(v.parties) > 0 {
		b.remember(v)
	}
}

// directsWork reports whether the document directs what units do, and does not lay down law, whose
// paragraphs speak of whoever is concerned.
func (f *finder) directsWork() bool {
	switch f.in.Type {
	case "CV", "TB", "CT", "CĐ", "KH", "KL", "HD", "CTr":
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

func (b *batch) flush() {
	if b.open {
		b.f.emit(b)
	}
	b.open = false
}
