package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// column sorts the lines of a two-column block into its left and right half.
type column struct {
	left, right []line
	centre      int // summed middles of the gaps, in columns
	gaps        int
}

// middle is the column that parts left from right.
func (c *column) middle() int {
	if c.gaps == 0 {
		return 1 << 30
	}
	return c.centre / c.gaps
}

// placed are the lines of the block in reading order: the left half, then the right.
func (c *column) placed() []line {
	out := append(c.left, c.right...)
	for i := range out {
		out[i].sep = '\n'
	}
	if len(c.right) > 0 && len(c.left) > 0 {
		out[len(c.left)].fixed = true
	}
	return out
}

// splitLetterheads puts the two columns at the head of a dispatch, organ and number on the left,
// quốc hiệu and date on the right, one after the other (NĐ 30/2020 annex I, boxes 1 to 5b).
func (s *sheet) splitLetterheads() {
	var out []line
	done := 0
	for i := range s.lines {
		if i < done || !s.isMotto(s.lines[i]) {
			continue
		}
		from, to := s.letterhead(i, done)
		block, split := s.sortLetterhead(from, to)
		if !split {
			continue
		}
		out = append(append(out, s.lines[done:from]...), block...)
		done = to
	}
	if done > 0 {
		s.lines = append(out, s.lines[done:]...)
	}
}

// isMotto reports whether a short line holds the name of the state, or of the Party.
func (s *sheet) isMotto(l line) bool {
	if l.end-l.start > 240 {
		return false
	}
	text := s.of(l)
	return mottoAt(text) >= 0
}

// mottoAt is where "CỘNG HÒA XÃ HỘI" or "ĐẢNG CỘNG SẢN" stands in capitals, -1 when nowhere. OCR
// loses marks, so they do not count. In "QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI …" it is part of a name.
func mottoAt(text string) int {
	if !strings.Contains(text, "NG ") { // both mottos have it
		return -1
	}
	for i, r := range text {
		if r != 'C' && r != 'Đ' || i > 0 && text[i-1] != ' ' && text[i-1] != '\t' && text[i-1] != '|' {
			continue
		}
		if strings.HasSuffix(strings.TrimRight(foldTail(text[:i], 8), " "), "nuoc") {
			continue
		}
		head := foldHead(text[i:], 40)
		if (strings.HasPrefix(head, "cong hoa xa hoi") || strings.HasPrefix(head, "dang cong san viet")) && isCaps(text[i:i+min(len(text)-i, 8)]) {
			return i
		}
	}
	return -1
}

// letterhead finds the block around the motto's line: up to three lines above, and below to the
// last line of two columns and the end of a V/v that stands under the number.
func (s *sheet) letterhead(at, low int) (from, to int) {
	from = at
	for from > low && at-from < 3 {
		l := s.lines[from-1]
		if l.tabs > 1 || l.end-l.start > 160 || s.lines[from].blank > 1 || !(l.gap || l.pipe || isCaps(s.of(l))) || markerLen(s.of(l)) > 0 {
			break
		}
		from--
	}
	to = at + 1
	subject := false
	for i := at + 1; i < len(s.lines) && i < at+18; i++ {
		l := s.lines[i]
		text := s.of(l)
		if l.end-l.start > 260 || l.border || s.isMotto(l) || markerLen(text) > 0 && !l.gap && !isRightHead(text) || strings.HasPrefix(foldHead(text, 12), "kinh gui") || !l.gap && isTypeLine(text) {
			break
		}
		_, _, two := s.cutHead(l)
		isNumber := isNumberLine(text)
		isSubject := opensSubject(text)
		subject = isSubject || subject && (l.blank == 0 || two || s.goesOn(i-1, i))
		if two || isNumber || isSubject || subject || isRightHead(text) {
			to = i + 1
		} else if l.blank > 1 {
			break
		}
	}
	return from, to
}

// sortLetterhead sorts the lines [from, to); split is false when no line has two columns.
func (s *sheet) sortLetterhead(from, to int) (block []line, split bool) {
	var c column
	type half struct{ left, right line }
	halves := make([]half, 0, to-from)
	for _, l := range s.lines[from:to] {
		left, right, two := s.cutHead(l)
		if two {
			split = true
			if l.gap {
				c.centre += (columns(s.of(left)) + left.indent + right.indent) / 2
				c.gaps++
			}
			halves = append(halves, half{left, right})
			continue
		}
		halves = append(halves, half{left: l})
	}
	if !split {
		return nil, false
	}
	middle := c.middle()
	for _, h := range halves {
		switch {
		case h.right.end > 0:
			c.left, c.right = append(c.left, h.left), append(c.right, h.right)
		case isRightHead(s.of(h.left)) || h.left.indent >= middle:
			c.right = append(c.right, h.left)
		default:
			c.left = append(c.left, h.left)
		}
	}
	return c.placed(), true
}

// cutHead cuts a line of a letterhead in two: at a bar, a tab, a wide gap, or where OCR ran the
// columns together, before words that only the right one has.
func (s *sheet) cutHead(l line) (left, right line, two bool) {
	text := s.of(l)
	cut := -1
	switch {
	case l.pipe:
		if bar := strings.IndexByte(text, '|'); bar > 0 && strings.Trim(text[bar:], "| ") != "" {
			left, right = s.part(l, l.start, l.start+bar), s.part(l, l.start+bar+1, l.end)
			for right.end > right.start && (s.text[right.end-1] == '|' || s.text[right.end-1] == ' ') {
				right.end--
			}
			right.pipe = strings.IndexByte(s.of(right), '|') >= 0
			return left, right, left.start < left.end && right.start < right.end
		}
		return l, line{}, false
	case l.tabs > 0:
		trimmed := strings.TrimLeft(text, "\t ")
		if tab := strings.IndexByte(trimmed, '\t'); tab > 0 {
			cut = len(text) - len(trimmed) + tab
		}
	case l.gap:
		cut = gapAt(text)
	}
	if cut < 0 {
		cut = lexicalCut(text)
	}
	if cut <= 0 {
		return l, line{}, false
	}
	left, right = s.part(l, l.start, l.start+cut), s.part(l, l.start+cut, l.end)
	left.indent, right.indent = l.indent, l.indent+columns(s.text[l.start:right.start])
	left.tabs, right.tabs = 0, 0
	return left, right, left.start < left.end && right.start < right.end
}

// gapAt is where the first run of three blanks begins that has a column on its right: blanks left
// free for a day or a number ("ngày    tháng") are none.
func gapAt(text string) int {
	for i := 0; i+3 < len(text); {
		if text[i] != ' ' {
			i++
			continue
		}
		j := i
		for j < len(text) && text[j] == ' ' {
			j++
		}
		if j-i >= 3 && i > 0 {
			next := foldHead(text[j:], 12)
			before := foldTail(text[:i], 12)
			switch {
			case strings.HasSuffix(before, "ngay") || strings.HasSuffix(before, "thang") || strings.HasSuffix(before, "nam"):
			case strings.HasPrefix(next, "thang ") || strings.HasPrefix(next, "nam ") || strings.HasPrefix(next, "/") || strings.HasPrefix(next, ", ngay"):
			case strings.HasSuffix(before, "so:") || before == "so":
			default:
				return i
			}
		}
		i = j
	}
	return -1
}

// lexicalCut finds the right column of a line without a gap: the motto after an organ's name, or
// place and date after a number.
func lexicalCut(text string) int {
	if at := mottoAt(text); at > 0 {
		return at
	}
	if at := watchwordAt(text); at > 0 && isCaps(text[:at]) {
		return at
	}
	return placeDateAt(text)
}

// watchwordAt is where "Độc lập - Tự do - Hạnh phúc" stands, -1 when nowhere.
func watchwordAt(text string) int {
	for i := 0; i < len(text); i++ {
		if text[i] != 0xC4 && text[i]|0x20 != 'd' || i > 0 && text[i-1] != ' ' { // Đ or, in OCR, D
			continue
		}
		if head := foldHead(text[i:], 48); strings.HasPrefix(head, "doc lap") && strings.Contains(head, "phuc") {
			return i
		}
	}
	return -1
}

// placeDateAt is where place and date begin on a line that begins with the number: "Số:
// 812/TCT-DNL Hà Nội, ngày 13"; -1 when nowhere.
func placeDateAt(text string) int {
	for at := 0; at < len(text); at++ {
		if text[at] != ',' || !strings.HasPrefix(foldHead(strings.TrimLeft(text[at+1:min(len(text), at+12)], " "), 8), "ngay") {
			continue
		}
		start := at
		for start > 0 {
			word := strings.LastIndexByte(strings.TrimRight(text[:start], " "), ' ')
			if word < 0 || strings.ContainsAny(text[word+1:start], "/:;()0123456789") || !startsUpper(text[word+1:]) {
				break
			}
			start = word + 1
		}
		before := strings.TrimRight(text[:start], " ")
		if start == at || !isNumberLine(text) && !strings.Contains(before[strings.LastIndexByte(before, ' ')+1:], "/") {
			return -1
		}
		return start
	}
	return -1
}

// isNumberLine reports whether text begins with the document's number: "Số: 12/TB-UBND". OCR may
// read "sé:" for it.
func isNumberLine(text string) bool {
	head := foldHead(text, 10)
	return strings.HasPrefix(head, "so:") || strings.HasPrefix(head, "so :") || strings.HasPrefix(head, "se:") ||
		strings.HasPrefix(head, "so ") && len(head) > 3 && (head[3] >= '0' && head[3] <= '9')
}

// opensSubject reports whether text begins with V/v (về việc), which OCR also reads as V/w or V/y.
func opensSubject(text string) bool {
	return len(text) > 3 && text[0]|0x20 == 'v' && text[1] == '/' && isASCIILetter(text[2]) && (text[3] == ' ' || text[3] == ':' || text[3] == '.')
}

func isASCIILetter(c byte) bool { c |= 0x20; return 'a' <= c && c <= 'z' }

// isRightHead reports whether a line belongs to the right column whatever its place.
func isRightHead(text string) bool {
	text = strings.TrimLeft(text, "—–-_~.,'` ") // specks that OCR reads
	head := foldHead(text, 40)
	return strings.HasPrefix(head, "cong hoa xa hoi") || strings.HasPrefix(head, "doc lap") || strings.HasPrefix(head, "dang cong san viet") ||
		strings.HasPrefix(head, "chu nghia viet nam") || isPlaceDate(text)
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// foldTail is the end of s folded, of at most n bytes of s.
func foldTail(s string, n int) string {
	if at := len(s) - n; at > 0 {
		for at < len(s) && !utf8.RuneStart(s[at]) {
			at++
		}
		s = s[at:]
	}
	return viet.Fold(s)
}
