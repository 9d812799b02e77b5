package duty

import (
	"congvan/corpus"
	"congvan/extract/layout"
	"congvan/extract/phrase"
)

// RuleLabel is the rule of a duty whose actors stand behind labels under its title: "2.1. Lễ khai
// mạc", "- Đơn vị chủ trì: Sở Văn hóa và Thể thao", "- Thời gian: ngày 11/9".
const RuleLabel = "label"

// task is one with labels under it: its node, and its place among the duties read.
type task struct {
	node  int
	out   int
	title bool // its words are the node's, not a label's own
}

// labelPiece is one label with what stands behind it.
type labelPiece struct {
	role role
	rest layout.Range
}

// labels reads a node that only says who does, with whom and by when what the node around it is
// about. It reports whether the node is such a one, which then is no sentence.
func (f *finder) labels(i int) bool {
	pieces := f.labelPieces()
	if len(pieces) == 0 {
		return false
	}
	n := &f.in.Layout.Nodes[i]
	for _, p := range pieces {
		switch p.role {
		case roleLead, roleDoer:
			f.cellUnits(p.rest)
			lead := f.parties()
			if len(lead) == 0 {
				continue
			}
			role := corpus.RoleResponsible
			if p.role == roleLead || endsInLead(f.tokens) {
				role = corpus.RoleLead
			}
			with := f.partners(f.tokens, 0)
			o := f.labelledTask(i, n)
			for _, q := range lead {
				if !named(o, q.value) {
					o.Actors = append(o.Actors, f.actor(q, role, RuleLabel))
				}
			}
			f.join(o, with)
		case rolePartner:
			if f.task.node == n.Parent && f.task.out < len(f.out) {
				f.cellUnits(p.rest)
				f.join(&f.out[f.task.out], f.parties())
			}
		case roleDeadline:
			if f.task.node == n.Parent && f.task.out < len(f.out) {
				f.attachTimes(&f.out[f.task.out], p.rest.Start, p.rest.End)
			}
		}
	}
	return true
}

// join adds partners to a duty.
func (f *finder) join(o *corpus.Obligation, partners []party) {
	for _, q := range partners {
		if !named(o, q.value) {
			o.Actors = append(o.Actors, f.actor(q, corpus.RoleCoordinate, RuleLabel))
		}
	}
}

func named(o *corpus.Obligation, name string) bool {
	for _, a := range o.Actors {
		if a.Value == name {
			return true
		}
	}
	return false
}

// labelledTask is the duty that the labels under a node speak of: the one that the node was read
// as, or a new one with the node's own words. Where the node is no task, the label itself is.
func (f *finder) labelledTask(i int, n *layout.Node) *corpus.Obligation {
	if f.task.node == n.Parent && n.Parent >= 0 && f.task.title && f.task.out < len(f.out) && f.out[f.task.out].Rule == RuleLabel {
		return &f.out[f.task.out]
	}
	words, rule := layout.Range{Start: n.Body, End: n.Own}, RuleLabel
	if n.Parent >= 0 {
		p := &f.in.Layout.Nodes[n.Parent]
		if title := (layout.Range{Start: p.Body, End: p.Own}); p.Kind > layout.Capital && p.Kind < layout.Paragraph && title.End-title.Start >= shortestTask && !layout.IsCaps(f.text[p.Body:p.Own]) {
			words, i = title, n.Parent
		}
	}
	words.End = f.taskEnd(words)
	span := f.in.Ruler.Span(words.Start, words.End)
	f.task = task{node: n.Parent, title: i == n.Parent}
	for k := len(f.out) - 1; k >= 0 && k >= len(f.out)-8; k-- { // the title was read as an order without a unit
		if o := &f.out[k]; o.Action.Span.Start >= span.Start && o.Action.Span.End <= span.End+1 && len(o.Actors) == 0 {
			o.Rule, o.Confidence = rule, confidences[rule]
			o.Action.Rule, o.Action.Confidence = rule, confidences[rule]
			f.task.out = k
			return o
		}
	}
	action := clean(f.text[words.Start:words.End])
	section := f.path(i)
	f.out = append(f.out, corpus.Obligation{
		ID: f.identity(section, action), Modality: corpus.Must, Section: section, Rule: rule, Confidence: confidences[rule],
		Action: corpus.Found[string]{Value: action, Span: span, Rule: rule, Confidence: confidences[rule]},
	})
	f.task.out = len(f.out) - 1
	f.unordered = true
	return &f.out[f.task.out]
}

// labelWords begin labels of who does and by when.
var labelWords = phrase.Set("cơ quan|đơn vị|các cơ quan|các đơn vị|bộ phận|người|phân công|chủ trì|phối hợp|thời gian|thời hạn|tiến độ|thời điểm|lãnh đạo|phòng|cán bộ|hoàn thành")

// labelPieces cuts the node's words at its labels: "Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp:
// các sở, ngành." Without a label at its beginning there are none.
func (f *finder) labelPieces() []labelPiece {
	s := f.tokens
	at, colon, r := 0, 0, role(0)
	if at = f.skipDash(s); at >= len(s) {
		return nil
	}
	if colon, r = f.labelAt(s, at); colon == 0 || r != roleDeadline && !f.isName(s, colon+1) {
		return nil
	}
	f.pieces = f.pieces[:0]
	for colon > 0 {
		next, end, nextRole := 0, len(s), role(0)
		for i := colon + 1; i+2 < len(s); i++ {
			if !s[i].Mark('.') && !s[i].Mark(';') {
				continue
			}
			if c, found := f.labelAt(s, i+1); c > 0 {
				next, end, nextRole = c, i, found
				break
			}
		}
		if colon+1 < end {
			f.pieces = append(f.pieces, labelPiece{r, layout.Range{Start: s[colon+1].Start, End: s[end-1].End}})
		}
		colon, r = next, nextRole
	}
	return f.pieces
}

// isName reports whether a unit's name, or another word with a capital that is no verb, stands at
// s[i]: "Các đơn vị thực hiện: rà soát, báo cáo" is an order.
func (f *finder) isName(s []phrase.Token, i int) bool {
	list, _ := f.in.Units.Units(f.mentions[:0], f.text, s, i, true)
	if f.mentions = list[:0]; len(list) > 0 {
		return true
	}
	_, class := phrase.Predicate(s[i:])
	return s[i].Is(phrase.Capital) && class == phrase.None
}

func (f *finder) skipDash(s []phrase.Token) int {
	at := 0
	for at < len(s) && !s[at].Is(phrase.Word) {
		at++
	}
	return at
}

// labelAt is the colon of a label that begins at s[at], and what the label is for; 0 without one.
func (f *finder) labelAt(s []phrase.Token, at int) (colon int, r role) {
	if at >= len(s) {
		return 0, 0
	}
	if n, _ := labelWords.Match(s[at:]); n == 0 {
		return 0, 0
	}
	for i := at + 1; i < len(s) && i < at+9; i++ {
		if s[i].Mark(':') {
			r, weight := f.columnRole(layout.Range{Start: s[at].Start, End: s[i].Start})
			switch {
			case i+1 >= len(s):
				return 0, 0
			case weight < 5: // Cơ quan chỉ đạo: …
				r = roleOther
			}
			return i, r
		}
		if !s[i].Is(phrase.Word) && !s[i].Mark(',') && !s[i].Mark('(') && !s[i].Mark(')') || s[i].Is(phrase.Capital) {
			return 0, 0
		}
	}
	return 0, 0
}
