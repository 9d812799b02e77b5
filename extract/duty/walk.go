package duty

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
	"congvan/extract/phrase"
)

// walk reads the nodes of the body in the order of the text, and hands what headings and lead-ins
// say down to what stands under them.
func (f *finder) walk() {
	nodes := f.in.Layout.Nodes
	f.scopes = make([]scope, len(nodes))
	f.flows = make([]*scope, len(nodes)+1)
	line := 0
	for i := 0; i < len(nodes); i++ {
		n := &nodes[i]
		for line+1 < len(f.in.Layout.Lines) && f.in.Layout.Lines[line+1].Start <= n.Start {
			line++
		}
		ctx := f.inherited(i)
		f.scopes[i] = ctx
		if !f.speaks(n, line) || n.Own <= n.Body || f.quoted(n) {
			continue
		}
		f.tokens = phrase.Scan(f.tokens[:0], f.text, n.Body, n.Own)
		f.ctx = ctx
		if len(f.tokens) > 0 && f.node(i, &f.ctx) {
			for i+1 < len(nodes) && nodes[i+1].Start < n.End { // its parts belong to its own sentence
				i++
				f.scopes[i] = ctx
			}
		}
	}
}

// quoted reports whether a node stands in a quotation that began at the head of an earlier node,
// or begins one that goes on beyond it: the words of another document.
func (f *finder) quoted(n *layout.Node) bool {
	if n.Start < f.quoteEnd {
		return true
	}
	if f.unclosed || !strings.HasPrefix(f.text[n.Start:], "“") {
		return false
	}
	end := strings.Index(f.text[n.Start:], "”")
	if end < 0 {
		f.unclosed = true
		return false
	}
	if n.Start+end <= n.Own {
		return false
	}
	f.quoteEnd = n.Start + end
	return true
}

// speaks reports whether the node stands where a document says what to do.
func (f *finder) speaks(n *layout.Node, line int) bool {
	l := f.in.Layout
	if line >= len(l.Lines) {
		return false
	}
	switch l.Lines[line].Zone {
	case layout.Body, layout.Closing:
		return true
	case layout.Appendix:
		return n.Part < len(l.Parts) && l.Parts[n.Part].Role == layout.Attached
	}
	return false
}

// inherited is the scope that a node stands in before its own words are read.
func (f *finder) inherited(i int) scope {
	n := &f.in.Layout.Nodes[i]
	if flow := f.flows[n.Parent+1]; flow != nil {
		return *flow
	}
	if n.Parent >= 0 {
		return f.scopes[n.Parent]
	}
	return scope{}
}

// isItem reports whether a node is a list item or an article, whose text is one obligation.
func isItem(n *layout.Node) bool { return n.Kind != layout.Paragraph }

// node reads one node's own text. It reports whether the parts under it belong to its sentence.
func (f *finder) node(i int, ctx *scope) (whole bool) {
	n := &f.in.Layout.Nodes[i]
	if !isItem(n) {
		if was := f.flows[n.Parent+1]; was != nil && was.after(f.tokens) == nil {
			f.flows[n.Parent+1] = nil
			*ctx = f.inherited(i)
			f.scopes[i] = *ctx
		}
	}
	if ctx.mood != deaf && f.labels(i) {
		return false
	}
	if f.heading(i, ctx) || ctx.mood == deaf {
		return false
	}
	if f.in.Kind == corpus.KindArticle && isTitle(f.tokens) {
		f.spoken = nil
		return false
	}
	item := isItem(n)
	f.provision = !item && f.decides(n)
	b := &f.batch
	*b = batch{f: f, node: i, ctx: ctx, item: item}
	for from := 0; from < len(f.tokens); {
		to := sentenceEnd(f.tokens, from)
		b.sentence(f.tokens[from:to], to == len(f.tokens))
		from = to
	}
	b.flush()
	if item && len(b.local) > 0 && len(ctx.parties) == 0 {
		f.acting = acting{node: i, parties: b.local}
	}
	return b.whole
}

// decides reports whether a paragraph stands in an article of a decision or resolution, where what
// a unit is said to do is laid down: "Điều 1 … Bộ Tài chính hướng dẫn các địa phương …".
func (f *finder) decides(n *layout.Node) bool {
	return (f.in.Type == "QĐ" || f.in.Type == "NQ") && n.Parent >= 0 && f.in.Layout.Nodes[n.Parent].Kind == layout.Article
}

// isTitle reports whether a paragraph of an article is a title between paragraphs: it ends
// without a mark.
func isTitle(s []phrase.Token) bool { return s[len(s)-1].Is(phrase.Word) }

// heading reads a node that is a heading and sets the scope of what stands under it.
func (f *finder) heading(i int, ctx *scope) bool {
	n := &f.in.Layout.Nodes[i]
	last := f.tokens[len(f.tokens)-1]
	if !n.Heading && !last.Mark(':') && n.End <= n.Own+1 && len(f.tokens) > 24 {
		return false
	}
	if endsInDetail(f.tokens) {
		return false
	}
	parties, complete := f.titleUnits(f.tokens)
	if complete && (n.Heading || last.Mark(':') || n.End > n.Own+1) {
		s := scope{parties: parties, rule: "heading", mood: duties}
		if ctx.mood == silent {
			s.mood = plain
		}
		f.scopes[i] = s
		if !isItem(n) {
			f.flows[n.Parent+1] = &s
		}
		f.spoken = nil
		return true
	}
	if !n.Heading || len(parties) > 0 || len(f.tokens) > 30 && !layout.IsCaps(f.text[n.Body:n.Own]) {
		return false
	}
	if last.Mark('.') {
		if v := f.read(f.tokens, ctx, true); v.kind == obliges && len(v.parties) > 0 {
			return false // a short order with paragraphs under it
		}
	}
	if m, ok := moodOf(f.tokens); ok {
		f.scopes[i].mood = m
	}
	f.spoken = nil
	return true
}

// after is what is left of a lead-in's scope when a paragraph follows it.
func (s *scope) after(paragraph []phrase.Token) *scope {
	if s == nil || len(paragraph) == 0 {
		return nil
	}
	if n, _ := closers.Match(paragraph); n > 0 {
		return nil
	}
	if _, class := phrase.Predicate(paragraph); class == phrase.None || class == phrase.Function {
		return nil
	}
	return s
}
