package normalize

import (
	"strings"
	"unicode"
)

// splitClosings puts the two columns at the foot of a dispatch one after the other: "Nơi nhận"
// with its list on the left, who signs on the right (annex I, boxes 7 and 9b).
func (s *sheet) splitClosings() {
	var out []line
	done := 0
	for i := range s.lines {
		if i < done || !isRecipientsHead(s.of(s.lines[i])) {
			continue
		}
		to := s.closing(i)
		block, split := s.sortClosing(i, to)
		if !split {
			continue
		}
		out = append(append(out, s.lines[done:i]...), block...)
		done = to
	}
	if done > 0 {
		s.lines = append(out, s.lines[done:]...)
	}
}

// isRecipientsHead reports whether a line begins the list of recipients.
func isRecipientsHead(text string) bool {
	if len(text) == 0 || text[0]|0x20 != 'n' {
		return text != "" && text[0] == '|' && strings.Contains(foldHead(text, 24), "noi nhan")
	}
	head := foldHead(text, 16)
	return strings.HasPrefix(head, "noi nhan") && len(text) < 300
}

// closing is where the block ends that line at begins: before an appendix, a new letterhead, or a
// line that is neither a list's nor a signature's.
func (s *sheet) closing(at int) int {
	to := at + 1
	for ; to < len(s.lines) && to < at+60; to++ {
		l := s.lines[to]
		text := s.of(l)
		if l.end-l.start > 300 || l.border && !l.gap || s.isMotto(l) || isRecipientsHead(text) || strings.HasPrefix(foldHead(text, 10), "phu luc") || isTypeLine(text) {
			break
		}
		if n := markerLen(text); n > 0 && !l.gap && text[0] != '-' && text[0] != '~' && text[0] != '+' && startsUpper(text) {
			break // I. … of an appendix
		}
		if l.tabs > 1 {
			break
		}
	}
	return to
}

// sortClosing sorts the lines [from, to); split is false when no line has two columns.
func (s *sheet) sortClosing(from, to int) (block []line, split bool) {
	var c column
	type half struct {
		left, right line
		two         bool
	}
	halves := make([]half, 0, to-from)
	for _, l := range s.lines[from:to] {
		left, right, two := s.cutClosing(l)
		if two {
			split = true
			if l.gap {
				c.centre += (columns(s.of(left)) + left.indent + right.indent) / 2
				c.gaps++
			}
		}
		halves = append(halves, half{left, right, two})
	}
	if !split {
		return nil, false
	}
	middle := c.middle()
	ended := false // the list has come to its last line, the archive copies
	for _, h := range halves {
		text := s.of(h.left)
		switch {
		case h.two:
			c.left, c.right = append(c.left, h.left), append(c.right, h.right)
		case h.left.indent >= middle || opensSignature(text) || ended && isName(text):
			c.right = append(c.right, h.left)
			continue
		default:
			c.left = append(c.left, h.left)
		}
		ended = ended || strings.Contains(foldHead(text, 16), "luu")
	}
	return c.placed(), true
}

// cutClosing cuts a line of the closing block in two.
func (s *sheet) cutClosing(l line) (left, right line, two bool) {
	if l.pipe || l.tabs == 1 {
		return s.cutHead(l)
	}
	text := s.of(l)
	cut := -1
	if l.gap {
		cut = gapAt(text)
	}
	if cut < 0 {
		cut = signatureAt(text)
	}
	if cut <= 0 {
		return l, line{}, false
	}
	left, right = s.part(l, l.start, l.start+cut), s.part(l, l.start+cut, l.end)
	left.indent, right.indent = l.indent, l.indent+columns(s.text[l.start:right.start])
	return left, right, left.start < left.end && right.start < right.end
}

// signatureAt is where a signature begins that OCR ran into the list: capitals after "Nơi nhận:"
// or after an entry's end ("- Như trên; PHÓ TỔNG GIÁM ĐỐC").
func signatureAt(text string) int {
	for i := 0; i+2 < len(text); i++ {
		if text[i] != ':' && text[i] != ';' && text[i] != ',' || text[i+1] != ' ' {
			continue
		}
		if text[i] == ':' && !isRecipientsHead(text) {
			continue
		}
		rest := text[i+1:]
		for rest != "" && (rest[0] == ' ' || rest[0] == '.' || rest[0] == ':') { // specks
			rest = rest[1:]
		}
		if opensSignature(rest) {
			return len(text) - len(rest)
		}
	}
	return -1
}

// opensSignature reports whether text names in capitals who signs, or on whose behalf.
func opensSignature(text string) bool {
	if !isCaps(text) || len(text) > 120 {
		return false
	}
	return hasFoldedPrefix(text, signatureWords)
}

// signatureWords begin who signs, or on whose behalf.
var signatureWords = []string{
	"kt.", "tm.", "tl.", "tuq.", "q.", "k/t", "t/m", "t/l", "pho ", "chu tich", "giam doc", "tong giam doc", "bo truong", "thu truong", "cuc truong",
	"tong cuc truong", "vu truong", "chanh ", "thu tuong", "truong ban", "vien truong", "chu nhiem", "hieu truong", "bi thu",
}

// isName reports whether text looks like a person's name: two to five words with capitals.
func isName(text string) bool {
	if len(text) > 48 || strings.Count(text, " ") > 4 {
		return false
	}
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	for _, w := range words {
		if !startsUpper(w) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}
