package gazetteer

import (
	"congvan/extract/phrase"
)

// Mention is a unit named in a text. First and Last are its tokens, Last exclusive; Start and End
// its bytes. When brackets after it give it a shorter name or tell what it is for, Next lies after
// them; otherwise Next is Last.
type Mention struct {
	Start, End  int
	First, Last int
	Next        int
	Group       bool // "các đơn vị", "doanh nghiệp": whoever is one
	Bare        bool // a group that is told by its kind alone: "các đơn vị"
	Known       bool // its name is in the register
	Many        bool // "các", "mỗi" stands before it
	Post        bool // "Giám đốc Sở Y tế"
	person      bool // "đồng chí Nguyễn Văn A"
	Short       Span // the alias that brackets define for it: "(sau đây gọi chung là BHXH các tỉnh)", "(BHXH tỉnh)"
}

// Span is a range of bytes, [0, 0) when there is none.
type Span struct{ Start, End int }

// FindUnit reads the unit's name that begins at byte at of text: "Sở Y tế chủ trì …" gives
// "Sở Y tế". It reads one name of several that are joined, and no further than the line's end.
func (r *Register) FindUnit(text string, at int) (Mention, bool) {
	tokens := phrase.Scan(make([]phrase.Token, 0, 64), text, at, lineEnd(text, at, 800))
	return r.Unit(text, tokens, 0, true)
}

// lineEnd is the end of the line that holds at, or the last word border within limit bytes.
func lineEnd(text string, at, limit int) int {
	for end := at; end < len(text); end++ {
		if text[end] == '\n' || end-at >= limit && text[end] == ' ' {
			return end
		}
	}
	return len(text)
}

// Units appends the units that are named from tokens[i] on, joined by commas, semicolons and
// "và", and gives the token after them: "Bộ Y tế, BHXH Việt Nam và các địa phương phải …".
// With bare set, a name need not begin with a capital or with "các".
func (r *Register) Units(dst []Mention, text string, tokens []phrase.Token, i int, bare bool) ([]Mention, int) {
	m, ok := r.Unit(text, tokens, i, bare)
	if !ok {
		return dst, i
	}
	posts := bare && m.Post && !tokens[m.First].Is(phrase.Capital) // trưởng phòng …, hiệu trưởng …
	for range maxJoined {
		if k := len(dst) - 1; k >= 0 && m.Post && dst[k].person && tokens[m.First-1].Mark(',') { // đồng chí A, Phó Chủ tịch UBND tỉnh
			dst[k].End, dst[k].Last, dst[k].Next = m.End, m.Last, m.Next
			m = dst[k]
			dst = dst[:k]
		}
		dst = append(dst, m)
		next, and := m.Next, false
		for joined := 0; next < len(tokens) && joined < 2; joined++ { // ", và"
			t := tokens[next]
			if n, _ := including.Match(tokens[next:]); n > 0 { // các địa phương kể cả Bộ Quốc phòng
				next, and = next+n, true
				break
			}
			if !(t.Mark(',') || t.Mark(';') || t.Hash == wordAnd) {
				break
			}
			and = t.Hash == wordAnd
			next++
		}
		if next == m.Next {
			return dst, next
		}
		if m, ok = r.Unit(text, tokens, next, and || posts || r.kindAt(tokens, next)); !ok {
			return dst, dst[len(dst)-1].Next
		}
	}
	return dst, dst[len(dst)-1].Next
}

// including are words that join a unit to a list which might be thought to leave it out.
var including = phrase.Set("kể cả|và kể cả|bao gồm cả|cũng như")

// kindAt reports whether a kind of units begins at tokens[i] that can end a list without "các":
// "…, cơ quan, tổ chức, cá nhân có liên quan".
func (r *Register) kindAt(tokens []phrase.Token, i int) bool {
	if i >= len(tokens) || tokens[i].Is(phrase.Capital) {
		return false
	}
	n, _ := groupHeads.Match(tokens[i:])
	k, class := phrase.Predicate(tokens[i:])
	return n > 1 && (k == 0 || class == phrase.Function && k < n)
}

// Names longer, and lists of more names, than any that is met: reading stays linear in the text.
const (
	maxJoined = 40
	maxWords  = 60
)

// Unit reads the one unit whose name begins at tokens[i].
func (r *Register) Unit(text string, tokens []phrase.Token, i int, bare bool) (Mention, bool) {
	p := reading{r: r, tokens: tokens}
	first := i
	if n, _ := quantifierWords.Match(tokens[i:]); n > 0 {
		p.many = true
		i += n
	}
	if i >= len(tokens) || !tokens[i].Is(phrase.Word) {
		return Mention{}, false
	}
	end, ok := p.head(i, bare)
	if !ok {
		return Mention{}, false
	}
	end = p.tail(end)
	m := Mention{
		First: first, Last: end, Next: end, Start: tokens[first].Start, End: tokens[end-1].End,
		Group: p.group || p.many && !p.known, Bare: p.group && !p.own && !p.post, Known: p.known, Post: p.post, Many: p.many,
	}
	if h := tokens[first].Hash; p.post && (h == wordComrade || h == wordMister || h == wordMadam) && tokens[end-1].Is(phrase.Capital) {
		m.person = true
	}
	p.brackets(text, &m)
	return m, true
}

// reading is the state of reading one name.
type reading struct {
	r       *Register
	tokens  []phrase.Token
	many    bool // a quantifier stands before it
	group   bool
	known   bool
	post    bool
	listed  bool // "các Bộ: Công an, Tài chính": what follows a comma shares the head
	places  bool // "UBND các tỉnh Quảng Nam, Quảng Ngãi": what follows a comma is a place
	of      bool // "của" was read
	firm    bool // a company: its name may hold commas
	purpose bool // an organ set up for one purpose, which its name tells
	kinds   bool // the word just read was a kind: "Thủ trưởng các sở"
	told    bool // a kind was read already
	own     bool // words of its own were read
	bareOK  bool // the head can stand without a name of its own
}

// head reads the first words of a name.
func (p *reading) head(i int, bare bool) (end int, ok bool) {
	t := p.tokens[i]
	capital := t.Is(phrase.Capital)
	if n, _ := notHeads.Match(p.tokens[i:]); n > 0 {
		return i, false
	}
	if n, _ := p.r.names.Match(p.tokens[i:]); n > 0 && (capital || n > 2) {
		if hn, v := heads.Match(p.tokens[i:]); hn == 0 || headWords[v-1].class != headGroup || n > hn {
			p.known, p.bareOK = true, true
			if hn > 0 {
				p.post = headWords[v-1].class == headPost
			}
			return i + n, true
		}
	}
	if gn, _ := groupHeads.Match(p.tokens[i:]); gn > 0 && (!capital || p.many) || gn > 1 {
		if un, v := heads.Match(p.tokens[i:]); !(capital && un >= gn && headWords[v-1].class != headGroup) {
			if p.groupAllowed(i, gn, capital, bare) {
				p.group, p.bareOK = true, true
				return i + gn, true
			}
			if !capital {
				return i, false
			}
		}
	}
	n, v := heads.Match(p.tokens[i:])
	if k, class := phrase.ExactPredicate(p.tokens[i:]); k > n && !p.many && class != phrase.Function {
		return i, false // Báo cáo, Ban hành
	}
	if n == 0 || headWords[v-1].class == headGroup || !(capital || p.many || bare && (n > 1 || headWords[v-1].class == headPost)) {
		return i, false
	}
	p.post = headWords[v-1].class == headPost
	p.firm = t.Hash == wordFirm || t.Hash == wordTotal
	if k, _ := purposeHeads.Match(p.tokens[i:]); k == n {
		p.purpose = true
	}
	p.bareOK = n > 1 || p.post || t.Is(phrase.Caps)
	if p.many && n == 1 && t.Hash != wordUnit {
		p.listed = true
	}
	return i + n, true
}

// groupAllowed tells "các sở" and "Cơ quan, tổ chức" from "sở hữu", "Tổ chức thực hiện".
func (p *reading) groupAllowed(i, n int, capital, bare bool) bool {
	if p.many {
		return true
	}
	if n == 1 || !(capital || bare) {
		return false
	}
	if k, _ := placeNouns.Match(p.tokens[i:]); k > 0 {
		return false
	}
	if p.tokens[i].Hash == wordOrganise[0] && p.tokens[i+1].Hash == wordOrganise[1] { // Tổ chức …
		if i+2 >= len(p.tokens) || !p.tokens[i+2].Mark(',') {
			return false
		}
		k, _ := groupHeads.Match(p.tokens[i+3:])
		return k > 0
	}
	return true
}

// brackets looks at what stands in brackets after a name: a shorter name for it, a unit of it that
// belongs to the name ("Bộ Quốc phòng (Cục Bản đồ)"), or words to skip.
func (p *reading) brackets(text string, m *Mention) {
	i := m.Last
	if i >= len(p.tokens) || !p.tokens[i].Mark('(') {
		p.skipDots(m)
		return
	}
	closing := i + 1
	for closing < len(p.tokens) && closing < i+60 && !p.tokens[closing].Mark(')') {
		closing++
	}
	if closing >= len(p.tokens) || !p.tokens[closing].Mark(')') {
		return
	}
	m.Next = closing + 1
	inside := p.tokens[:closing]
	if n, _ := calledWords.Match(inside[i+1:]); n > 0 && i+1+n < closing {
		m.Short = Span{inside[i+1+n].Start, inside[closing-1].End}
		return
	}
	if !(&reading{r: p.r, tokens: inside}).single(i + 1) {
		return
	}
	if inside[i+1].Hash == p.tokens[m.First].Hash || sameHead(p.tokens[m.First:m.Last], inside[i+1]) {
		m.Short = Span{inside[i+1].Start, inside[closing-1].End}
		return
	}
	m.Last, m.End = closing+1, p.tokens[closing].End
}

// single reports whether the tokens from i on are one name: it begins as one and has no comma.
func (p *reading) single(i int) bool {
	for _, t := range p.tokens[i:] {
		if t.Mark(',') || t.Mark(';') || t.Mark('.') {
			return false
		}
	}
	if n, _ := quantifierWords.Match(p.tokens[i:]); n > 0 {
		p.many = true
		i += n
	}
	if i >= len(p.tokens) || len(p.tokens)-i > 14 {
		return false
	}
	_, ok := p.head(i, false)
	return ok
}

func sameHead(name []phrase.Token, head phrase.Token) bool {
	for _, t := range name[:min(3, len(name))] {
		if t.Hash == head.Hash {
			return true
		}
	}
	return false
}

// skipDots passes over the dots of "…, Ngân hàng Nhà nước Việt Nam... giải quyết".
func (p *reading) skipDots(m *Mention) {
	i := m.Last
	for i < len(p.tokens) && p.tokens[i].Mark('.') {
		i++
	}
	if i-m.Last >= 1 && i < len(p.tokens) && p.tokens[i].Is(phrase.Word) && !p.tokens[i].Is(phrase.Capital) {
		m.Next = i
	}
}
