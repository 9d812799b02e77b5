package duty

import (
	"sort"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/extract/phrase"
)

// confidences are how often a rule's obligations are right, measured on annotated documents.
var confidences = map[string]float64{
	"heading": 0.96, "order": 0.95, "lead-in": 0.93, "subject": 0.92, "paragraph": 0.88, "addressees": 0.8, RuleTable: 0.85, RuleLabel: 0.85, "unit": 0.75, "section": 0.65, RuleCourtesy: 0.9,
}

// emit makes the obligation that a batch has gathered.
func (f *finder) emit(b *batch) {
	action := clean(f.text[b.start:b.end])
	if strings.TrimSpace(action) == "" {
		return
	}
	o := corpus.Obligation{
		Action:     corpus.Found[string]{Value: action, Span: f.in.Ruler.Span(b.start, b.end), Rule: b.rule, Confidence: confidences[b.rule]},
		Modality:   b.v.modality,
		Section:    f.path(b.node),
		Rule:       b.rule,
		Confidence: confidences[b.rule],
	}
	plain := len(b.v.parties) == 0 || b.v.order < 0 && b.item && b.ctx.rule == "lead-in" && (b.v.class == phrase.Verb || b.v.class == phrase.Adverb)
	if plain && b.ctx.modality != "" && o.Modality == corpus.Must {
		o.Modality = b.ctx.modality
	}
	tokens := f.tokensOf(b.start, b.end)
	partners := f.partners(tokens, 0)
	if len(partners) == 0 && len(b.v.parties) == 0 {
		partners = b.ctx.partners
	}
	role := corpus.RoleResponsible
	if b.v.class == phrase.Lead || leadsWork(tokens, f.skipTo(tokens, b)) {
		role = corpus.RoleLead
	}
	if n := len(b.parties) + len(partners); cap(f.actors)-len(f.actors) < n || f.actors == nil {
		f.actors = make([]corpus.Actor, 0, max(24, n))
	}
	first := len(f.actors)
	for _, p := range b.parties {
		f.actors = append(f.actors, f.actor(p, role, b.rule))
	}
	for _, p := range partners {
		if !within(p, b.parties) {
			f.actors = append(f.actors, f.actor(p, corpus.RoleCoordinate, "partner"))
		}
	}
	o.Actors = f.actors[first:len(f.actors):len(f.actors)]
	o.Condition = f.condition(tokens)
	f.attach(&o, b.start, b.end)
	o.ID = f.identity(o.Section, action)
	f.out = append(f.out, o)
}

// path is the section of a node; unlabelled nodes under one parent share it.
func (f *finder) path(node int) string {
	n := &f.in.Layout.Nodes[node]
	if n.Label != "" {
		return f.in.Layout.Path(node)
	}
	if f.section == "" || f.parent != n.Parent {
		f.section, f.parent = f.in.Layout.Path(node), n.Parent
	}
	return f.section
}

// tokensOf are the tokens of the node being read that lie in [start, end).
func (f *finder) tokensOf(start, end int) []phrase.Token {
	from := sort.Search(len(f.tokens), func(k int) bool { return f.tokens[k].Start >= start })
	to := from
	for to < len(f.tokens) && f.tokens[to].End <= end {
		to++
	}
	return f.tokens[from:to]
}

// within reports whether a partner is one of those who act.
func within(p party, parties []party) bool {
	for _, q := range parties {
		if q.value == p.value {
			return true
		}
	}
	return false
}

// partnerWords come before the units that an actor works with.
var partnerWords = phrase.Set("cùng|phối hợp với|phối hợp chặt chẽ với|phối hợp cùng|phối hợp|cùng với|phối hợp cùng với|chủ trì, phối hợp với|chủ trì, phối hợp|phối hợp, thống nhất với|chủ trì phối hợp với")

// partners are the units after "phối hợp với" in tokens from i on: the first time it is said.
func (f *finder) partners(tokens []phrase.Token, from int) []party {
	for i := from; i < len(tokens); i++ {
		if tokens[i].Hash != hashJoin && tokens[i].Hash != hashTogether && tokens[i].Hash != hashMain {
			continue
		}
		n, _ := partnerWords.Match(tokens[i:])
		if n == 0 || i+n < len(tokens) && tokens[i+n].Hash == hashOrganise && tokens[i+n-1].Hash == hashFit {
			continue // phối hợp tổ chức hội nghị
		}
		f.mentions, _ = f.in.Units.Units(f.mentions[:0], f.text, tokens, i+n, true)
		if len(f.mentions) > 0 {
			return f.parties()
		}
	}
	return nil
}

// leadsWork reports whether the text says that its actor leads: "chủ trì", "đầu mối".
func leadsWork(tokens []phrase.Token, from int) bool {
	for i := from; i < len(tokens) && i < from+30; i++ {
		t := tokens[i]
		if i > 0 && (tokens[i-1].Hash == hashOffice || tokens[i-1].Hash == hashUnit) {
			continue // cơ quan chủ trì soạn thảo
		}
		if t.Hash != hashMain && t.Hash != hashHead && t.Hash != hashBe && t.Hash != hashDo {
			continue
		}
		if t.Hash == hashHead && i > from {
			continue // các thương nhân đầu mối
		}
		if _, class := phrase.Predicate(tokens[i:]); class == phrase.Lead {
			return true
		}
	}
	return false
}

// skipTo is the token of an obligation after the subject or the units that it is laid on.
func (f *finder) skipTo(tokens []phrase.Token, b *batch) int {
	last := 0
	for _, p := range b.v.parties {
		last = max(last, p.end)
	}
	for i, t := range tokens {
		if t.Start >= last {
			return i
		}
	}
	return 0
}

// condition is the clause on which a duty depends: "Trường hợp …", "nếu …", "khi …", up to its
// comma or "thì".
func (f *finder) condition(tokens []phrase.Token) string {
	for i, t := range tokens {
		if t.Hash != hashIf && t.Hash != hashCase && t.Hash != hashWhen {
			continue
		}
		if t.Hash == hashCase && (i+1 >= len(tokens) || tokens[i+1].Hash != hashEvent) {
			continue
		}
		if i > 0 && (tokens[i-1].Hash == hashAfter || tokens[i-1].Hash == hashBefore) || i+1 < len(tokens) && tokens[i+1].Hash == hashHas && t.Hash == hashIf && i > 0 && tokens[i-1].Mark('(') {
			continue // sau khi trồng; (nếu có)
		}
		for k := i + 1; k < len(tokens) && k < i+80; k++ {
			if tokens[k].Mark(',') || tokens[k].Mark(';') || tokens[k].Mark('.') || tokens[k].Mark(')') || tokens[k].Hash == hashThen {
				if k-i < 2 {
					break
				}
				return clean(f.text[t.Start:tokens[k-1].End])
			}
		}
	}
	return ""
}

// attach gives an obligation the times and targets that stand in its text.
func (f *finder) attach(o *corpus.Obligation, start, end int) {
	for f.timing < len(f.in.Timings) && f.in.Timings[f.timing].End <= start {
		f.timing++
	}
	for _, t := range f.in.Timings[f.timing:] {
		if t.Start >= end {
			break
		}
		if t.Start >= start && t.End <= end {
			o.Timing = append(o.Timing, t.Value)
		}
	}
	for f.target < len(f.in.Targets) && f.in.Targets[f.target].End <= start {
		f.target++
	}
	for _, t := range f.in.Targets[f.target:] {
		if t.Start >= end {
			break
		}
		if t.Start >= start && t.End <= end {
			o.Targets = append(o.Targets, t.Value)
		}
	}
}

// identity is a name for an obligation that stays when the document is read again: a hash of its
// section and words, with a count when two are alike.
func (f *finder) identity(section, action string) string {
	const prime = 0x100000001b3
	h := uint64(0xcbf29ce484222325)
	for _, s := range [2]string{section, action} {
		for _, r := range s {
			if r != ' ' {
				h = (h ^ uint64(viet.FoldRune(r))) * prime
			}
		}
		h = (h ^ 0xff) * prime
	}
	if f.ids == nil {
		f.ids = make(map[uint64]int, min(64, len(f.in.Layout.Nodes)))
		f.names.Grow(12 * min(64, len(f.in.Layout.Nodes)))
	}
	f.ids[h]++
	from := f.names.Len()
	for k := range 12 {
		f.names.WriteByte("0123456789abcdef"[h>>(60-4*k)&15])
	}
	id := f.names.String()[from:]
	if k := f.ids[h]; k > 1 {
		return id + "-" + strconv.Itoa(k)
	}
	return id
}
