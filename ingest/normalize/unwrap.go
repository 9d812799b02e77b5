package normalize

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// continues reports whether b goes on with a's sentence beyond doubt: it begins with a small
// letter or a closing mark and a does not end; or a ends in a word that ends nothing. It looks at
// the end of a and the start of b alone, so that joined lines leave nothing to join.
func (s *sheet) continues(a, b *line) bool {
	if a.isRow() || b.isRow() || b.fixed || (a.traits|b.traits)&(alone|empty) != 0 {
		return false
	}
	switch {
	case b.is(lower):
		return !a.is(ends|headsAlone) && !b.is(marker|component)
	case b.is(closer):
		return !a.is(ends | headsAlone)
	case b.is(dash):
		return isCompoundTail(s.of(*a), s.of(*b))
	case a.is(label) && b.is(digit):
		return true
	case a.is(inNumber):
		return !b.is(marker | component | dash)
	case b.is(marker | component | capital):
		return false
	}
	return a.is(open) || a.is(wantsNumber) && b.is(digit) || endsInProvision(s.of(*a), s.of(*b))
}

// goesOn is continues for two lines not looked at yet.
func (s *sheet) goesOn(before, after int) bool {
	a, b := s.lines[before], s.lines[after]
	s.look(&a)
	s.look(&b)
	return s.continues(&a, &b)
}

// isCompoundTail reports whether start is the other half of a compound that end begins.
func isCompoundTail(end, start string) bool {
	if len(start) < 3 || start[1] != ' ' || 'A' <= start[2] && start[2] <= 'Z' && start[2] != 'T' && start[2] != 'H' {
		return false
	}
	head := foldHead(start, 16)
	for _, c := range compoundTails {
		if strings.HasPrefix(head, c.tail) && strings.HasSuffix(foldTail(end, 16), c.head) {
			return true
		}
	}
	return false
}

// unwrap joins lines that the width of a page cut. Sentences cut beyond doubt are joined in any
// text; whether a line that could also begin a paragraph goes on with the one before is asked
// only where a good part of all lines is cut.
func (s *sheet) unwrap() {
	filled := s.lines[:0]
	for _, l := range s.lines {
		if l.start < l.end || l.fixed { // an empty cell has its place in a row alone
			filled = append(filled, l)
		}
	}
	s.lines = filled
	for i := range s.lines {
		s.look(&s.lines[i])
	}
	var p *page
	if s.wrapped {
		p = s.measure()
	}
	last, first := -1, -1 // the line before, and the first of its paragraph
	for i := range s.lines {
		l := &s.lines[i]
		if last >= 0 && l.sep == '\n' && !s.lines[last].isRow() {
			prev := &s.lines[last]
			if s.continues(prev, l) || s.continuesName(prev, l) || p != nil && p.carriesOn(first, last, i) {
				l.sep = s.glue(*prev, *l)
				last = i
				continue
			}
		}
		if l.sep == '\n' {
			first = i
		}
		last = i
	}
}

// continuesName reports whether b is the tail of a name that the letterhead cut: "CỘNG HÒA XÃ HỘI
// ⏎CHỦ NGHĨA VIỆT NAM", "BẢO HIỂM XÃ HỘI⏎VIỆT NAM", "ỦY BAN NHÂN DÂN⏎TỈNH QUẢNG NGÃI"; or of a
// signature ("TL.⏎BỘ TRƯỞNG").
func (s *sheet) continuesName(a, b *line) bool {
	if !a.is(capital) || b.fixed || b.isRow() || a.isRow() || a.end-a.start > 80 || b.end-b.start > 80 || b.blank > 1 {
		return false
	}
	end, start := s.of(*a), s.of(*b)
	if !b.is(capital) && (len(end) > 4 || !startsUpper(start)) {
		return false
	}
	head, before := foldHead(start, 48), foldTail(end, 48)
	switch {
	case before == "kt." || before == "tl." || before == "tm." || before == "tuq." || before == "q.":
		return true
	case strings.HasSuffix(before, "cong hoa xa hoi"):
		return strings.HasPrefix(head, "chu nghia")
	case strings.HasPrefix(head, "viet nam"):
		return !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, ":") && opensOrgan(end)
	case before == "uy ban nhan dan" || before == "hoi dong nhan dan" || before == "bao hiem xa hoi" || before == "cong an":
		return hasFoldedPrefix(start, placeWords)
	}
	return false
}

// placeWords begin the name of a unit of administration.
var placeWords = []string{"tinh ", "thanh pho ", "huyen ", "quan ", "thi xa ", "xa ", "phuong ", "thi tran ", "dac khu ", "tp."}

// glue is what joins two lines: nothing inside a number or a word with a hyphen ("TT-⏎BTC",
// "30a/⏎2008"), else a blank.
func (s *sheet) glue(a, b line) byte {
	end, start := s.of(a), s.of(b)
	last := end[len(end)-1]
	if (last == '-' || last == '/') && len(end) > 1 {
		before, _ := utf8.DecodeLastRuneInString(end[:len(end)-1])
		after, _ := utf8.DecodeRuneInString(start)
		if (unicode.IsLetter(before) || unicode.IsDigit(before)) && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
			return 0
		}
	}
	return ' '
}

// page is the layout of a wrapped text.
type page struct {
	*sheet
	width        measure
	first, other int  // right edges of full lines, by width: a paragraph's first line and the others
	indent       bool // paragraphs begin with an indent
	base         int  // the indent of lines that do not begin a paragraph
	spaced       bool // paragraphs are parted by blank lines
}

// measure finds the layout; nil when the lines are paragraphs.
func (s *sheet) measure() *page {
	p := &page{sheet: s}
	var firsts, others, bases []int
	breaks, cut := 0, 0
	var after []line // lines after one that ends a paragraph, or may
	begins := true
	for i := 1; i < len(s.lines); i++ {
		a, b := &s.lines[i-1], &s.lines[i]
		if a.isRow() || b.isRow() || a.fixed || b.fixed {
			begins = true
			continue
		}
		if breaks++; s.continues(a, b) {
			cut++
			switch {
			case !begins:
				others = append(others, i-1)
			case a.is(marker) || i > 1 && s.lines[i-2].is(ends): // surely a first line
				firsts = append(firsts, i-1)
			}
			if b.blank == 0 {
				bases = append(bases, b.indent)
			}
			begins = false
			continue
		}
		if text := s.of(*a); a.is(ends) && len(text) > 30 && text[len(text)-1] != ';' && startsUpper(strings.TrimLeft(s.of(*b), "0123456789.-)( “\"")) {
			after = append(after, *b)
		}
		begins = true
	}
	if cut < 2 || cut*6 < breaks {
		return nil
	}
	p.width = s.narrower(others)
	first := edgeOf(s.widths(firsts, p.width), 0)
	p.other = edgeOf(s.widths(others, p.width), first)
	p.first = edgeOf(s.widths(firsts, p.width), p.other)
	if len(firsts) < 3 {
		p.first = min(p.first, p.other)
	}
	sort.Ints(bases)
	p.base = median(bases)
	indented, spaced := 0, 0
	for _, l := range after {
		if l.indent > p.base+1 {
			indented++
		}
		if l.blank > 0 || l.border {
			spaced++
		}
	}
	p.indent = indented >= 3 && indented*5 >= len(after)*3
	p.spaced = spaced >= 3 && spaced*10 >= len(after)*7
	return p
}

// carriesOn reports whether line i, which could begin a paragraph, goes on with the line before;
// start is where that line's paragraph began.
func (p *page) carriesOn(start, last, i int) bool {
	a, b := &p.lines[last], &p.lines[i]
	if b.fixed || b.isRow() || b.tabLed || a.tabLed || b.blank > 0 || b.is(component) || (a.traits|b.traits)&(alone|empty) != 0 {
		return false
	}
	end, text := p.of(*a), p.of(*b)
	goes := a.is(open) || a.is(wantsNumber) && b.is(digit)
	if b.is(marker) && !(b.is(digit) && endsForNumber(end)) || !goes && opensPart(text) {
		return false
	}
	opening := p.of(p.lines[start])
	switch {
	case opensSubject(opening):
		return true
	case goes || strings.HasSuffix(end, ",") && !b.is(capital):
		return true
	case a.is(capital) && b.is(capital):
		return p.capsGoOn(opening, end, text)
	case a.is(headsAlone) || b.is(capital) && opensOrgan(text):
		return false
	case isTypeLine(opening) && last == start:
		return false
	case b.is(lower):
		return p.reaches(start, last, text, 85)
	case !a.is(ends) && hasPrefix(text, sentenceStarts):
		return false // end is a heading
	case start > 0 && !a.is(ends) && isTypeLine(p.of(p.lines[start-1])):
		return p.titleGoesOn(start, last, text)
	case opensBracket(end):
		return true
	}
	if p.indent && (b.indent > p.base+2 || last == start && a.indent > p.base+1 && b.indent > a.indent-2) {
		return false // its own indent
	}
	percent := 91 // letters differ in width, so lines differ in length
	switch {
	case a.is(ends) && (strings.HasSuffix(end, ":") || strings.HasSuffix(end, ";") || strings.HasSuffix(end, "/.")):
		return false
	case a.is(ends) && p.indent:
		percent = 75
	case a.is(ends) && !p.spaced:
		return false
	case !a.is(ends) && last == start && echoes(end, text):
		return false // end is a heading
	case p.indent:
		percent = 60
	case p.spaced:
		percent = 85
	case last != start: // in the midst of a paragraph
		percent = 80
	}
	return p.reaches(start, last, text, percent)
}

// titleGoesOn reports whether the subject under a title goes on. It is centred, so that its first
// line may be short; the widest shows how much fits on the others.
func (p *page) titleGoesOn(start, last int, next string) bool {
	if start == last {
		return p.reaches(start, last, next, 50)
	}
	widest := 0
	for _, l := range p.lines[start:last] {
		widest = max(widest, p.width(p.of(l)))
	}
	return (p.width(p.of(p.lines[last]))+p.width(" ")+p.width(firstWord(next)))*100 > widest*91
}

// opensBracket reports whether a quotation or a bracket is open at the end of a line.
func opensBracket(line string) bool {
	return strings.LastIndex(line, "“") > strings.LastIndex(line, "”") || strings.LastIndexByte(line, '(') > strings.LastIndexByte(line, ')')
}

// echoes reports whether the sentence begins with words of the heading before it: "Điều 2. Đối
// tượng điều chỉnh⏎Đối tượng điều chỉnh của Nghị định này".
func echoes(heading, sentence string) bool {
	if markerLen(heading) == 0 && !opensPart(heading) {
		return false
	}
	second := strings.IndexByte(sentence, ' ')
	if second < 0 {
		return false
	}
	end := strings.IndexByte(sentence[second+1:], ' ')
	if end < 0 {
		return false
	}
	return strings.Contains(foldHead(heading, 300), foldHead(sentence[:second+1+end], 40))
}

// capsGoOn reports whether a line in capitals goes on with a heading or a title in capitals.
func (p *page) capsGoOn(opening, end, text string) bool {
	if endsSentence(end) || isTypeLine(end) || opensOrgan(text) {
		return false
	}
	if strings.HasSuffix(end, ",") || strings.HasSuffix(end, "-") {
		return true
	}
	if isOrganHead(end) && columns(end) <= 18 && columns(text) <= 18 { // BỘ GIAO THÔNG⏎VẬN TẢI
		return true
	}
	if n := markerLen(opening); n > 0 && isCaps(opening) { // II. NỘI DUNG⏎TRUYỀN THÔNG
		return n < len(end)
	}
	return columns(end) >= 30 && !opensOrgan(opening) && !opensSignature(text)
}

// endsForNumber reports whether a line ends in a word that a number follows: số, Điều, khoản.
func endsForNumber(end string) bool {
	tail := foldTail(end, 12)
	for _, w := range []string{"so", "dieu", "khoan", "diem", "muc", "ngay", "thang", "nam", "quy", "va", "den", "tu", "phan", "chuong"} {
		if rest, ok := strings.CutSuffix(tail, w); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
			return true
		}
	}
	return false
}

// reaches reports whether the next word would not have fitted on the line before, which is full at
// this percentage of the usual width.
func (p *page) reaches(start, last int, next string, percent int) bool {
	edge := p.other
	if last == start {
		edge = p.first
	}
	return (p.lines[last].edge(p.text, p.width)+p.width(" ")+p.width(firstWord(next)))*100 > edge*percent
}

func firstWord(s string) string {
	if at := strings.IndexByte(s, ' '); at > 0 {
		return s[:at]
	}
	return s
}
