package duty

import "congvan/extract/phrase"

// lead takes a last sentence that ends in a colon.
func (b *batch) lead(s []phrase.Token, v verdict) {
	f := b.f
	if v.kind == obliges && v.rule == "imperative" && !b.mayInherit(v) {
		v = verdict{}
	}
	if n, _ := telling.Match(s[min(v.verb, len(s)-1):]); v.kind == obliges && v.rule == "subject" && n > 0 && f.in.Type != "NQ" {
		v = verdict{} // Bộ Tài chính hướng dẫn một số nội dung như sau:
	}
	f.leadIn(b.node, s, v, b.ctx)
	if v.kind != obliges {
		b.flush()
		return
	}
	if n := &f.in.Layout.Nodes[b.node]; b.item && n.End-n.Start < longestAction && (endsInDetail(s) || !f.partsOblige(b.node)) {
		b.take(s, v)
		if b.open {
			b.end = n.End
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

// endsInDetail reports whether a sentence says that details of it follow: "…, trong đó:".
func endsInDetail(s []phrase.Token) bool {
	n := len(s)
	return n > 5 && s[n-1].Mark(':') && s[n-2].Hash == hashThat && s[n-3].Hash == hashWithin
}

// telling are verbs with which who signs announces what follows.
var telling = phrase.Set("hướng dẫn|thông báo|trả lời|ban hành|xây dựng kế hoạch|công bố|quy định|tổng hợp|báo cáo|lưu ý")

// longestAction bounds, in bytes, a duty that takes the parts under it for its own words.
const longestAction = 6000

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

// leadIn takes what a sentence that ends in a colon says of what follows it.
func (f *finder) leadIn(i int, s []phrase.Token, v verdict, ctx *scope) {
	n := &f.in.Layout.Nodes[i]
	next := *ctx
	switch {
	case v.kind == leads && len(v.parties) == 0:
		next.ordered, next.mood = true, duties
		if len(next.parties) == 0 {
			next.parties, next.rule = f.addressees(), "addressees"
		}
	case v.kind == leads || v.kind == obliges:
		next.ordered, next.mood = true, duties
		if len(v.parties) > 0 {
			next.parties, next.rule = v.parties, "lead-in"
			if ctx.rule == "heading" && (anyOf(v.parties) || f.same(v.parties, ctx.parties)) {
				next.parties, next.rule = ctx.parties, ctx.rule
			}
		}
		next.partners = f.partners(s, v.verb)
		next.modality = v.modality
	default:
		if parties := f.guided(s); len(parties) > 0 {
			next.parties, next.rule, next.ordered, next.mood = parties, "lead-in", true, duties
		} else if asksFor(s) {
			next.mood = duties
		} else {
			return
		}
	}
	f.ordered = f.ordered || next.ordered
	f.scopes[i] = next
	if !isItem(n) {
		f.flows[n.Parent+1] = &next
	}
}

// guided are the units of "BHXH Việt Nam hướng dẫn BHXH các tỉnh thực hiện như sau:".
func (f *finder) guided(s []phrase.Token) []party {
	tries := 0
	for i := 0; i+3 < len(s) && tries < maxTries; i++ {
		n, _ := guiding.Match(s[i:])
		if n == 0 {
			continue
		}
		tries++
		var next int
		f.mentions, next = f.in.Units.Units(f.mentions[:0], f.text, s, i+n, true)
		if len(f.mentions) == 0 || next >= len(s) || len(s)-next > 14 {
			continue
		}
		if _, class := phrase.Predicate(s[next:]); class == phrase.Verb || class == phrase.Adverb || class == phrase.Join {
			return f.parties()
		}
	}
	return nil
}

// guiding are verbs before the units that a letter tells what to do.
var guiding = phrase.Set("hướng dẫn|lưu ý|đề nghị|yêu cầu|thông báo|chỉ đạo|thông báo đến|hướng dẫn để")

// asksFor reports whether a lead-in without an actor announces orders: "… kết luận và chỉ đạo như
// sau:", "… thực hiện các nội dung sau:".
func asksFor(s []phrase.Token) bool {
	for i := max(0, len(s)-16); i < len(s); i++ {
		if n, _ := announcing.Match(s[i:]); n > 0 {
			return true
		}
	}
	return false
}

var announcing = phrase.Set("chỉ đạo như sau|yêu cầu như sau|nhiệm vụ sau|nhiệm vụ như sau|nhiệm vụ trọng tâm sau|các nhiệm vụ|giao nhiệm vụ|kết luận như sau|thực hiện các nội dung sau|thực hiện một số nội dung|thực hiện như sau|thực hiện các nhiệm vụ|các biện pháp sau|các giải pháp sau|những việc sau|các công việc sau")
