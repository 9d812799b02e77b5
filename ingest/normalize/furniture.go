package normalize

import (
	"strings"

	"congvan/corpus/viet"
)

// buttons are lines of law sites that are no part of the document, folded.
var buttons = map[string]bool{
	"tai van ban tieng viet": true, "tai van ban tieng anh": true, "tai van ban goc": true, "tai van ban": true, "tai ve van ban": true,
	"tai file van ban": true, "xem van ban goc": true, "lawnet": true, "van ban duoc huong dan": true, "van ban bi thay the": true,
	"hien thi van ban goc": true, "click vao day de xem": true, "in trang nay": true, "gui cho ban be": true, "noi dung van ban dang duoc cap nhat": true,
}

// dropFurniture takes out what belongs to the page and not to the text: rules, page numbers,
// buttons of sites, and the heads and feet that repeat on every page.
func (s *sheet) dropFurniture() {
	s.dropRunningLines()
	kept := s.lines[:0]
	border := false
	for i, l := range s.lines {
		text := s.of(l)
		if l.tabs == 0 && len(text) > 0 && len(text) < 200 && (isRule(text) || s.isPageNumber(i) || isButton(text)) {
			border = border || l.border || s.nextBorder(i) && isPageNumberText(text)
			continue
		}
		if border {
			l.border, l.blank = true, 0
		}
		border = false
		kept = append(kept, l)
	}
	s.lines = kept
}

// isRule reports whether a line is drawn: "-----", "_____", "* * *", "-----o0o-----".
func isRule(text string) bool {
	marks, rings := 0, 0
	for _, r := range text {
		switch r {
		case '-', '_', '=', '*', '~', '–', '—', '―', '─', '━', '═', '¯':
			marks++
		case 'o', 'O', '0':
			if marks == 0 {
				return false
			}
			rings++
		case ' ':
		default:
			return false
		}
	}
	return marks >= 3 && rings <= 3 || marks > 0 && strings.Trim(text, "*") == ""
}

// isPageBreak reports whether a line stands for a page border: "--- PAGE BREAK ---", "--- PAGE 2 ---".
func isPageBreak(text string) bool {
	if len(text) < 8 || len(text) > 40 || !strings.HasPrefix(text, "--") || !strings.HasSuffix(text, "--") {
		return false
	}
	inner := strings.ToLower(strings.Trim(text, "- "))
	return inner == "page break" || inner == "page" || strings.HasPrefix(inner, "page ") && strings.Trim(inner[5:], "0123456789/ of") == ""
}

func isButton(text string) bool {
	switch text[0] { // the first letters of buttons
	case 'T', 'X', 'L', 'V', 'H', 'C', 'I', 'G', 'N':
		return len(text) < 60 && buttons[strings.TrimRight(viet.Fold(text), " .>»")]
	}
	return false
}

// isPageNumber reports whether line i is a page's number. A bare number is one only at a page
// border, far to the right on a laid-out page, or between blank lines in the midst of a sentence.
func (s *sheet) isPageNumber(i int) bool {
	l := s.lines[i]
	text := s.of(l)
	if len(text) > 24 || l.tabLed {
		return false
	}
	if !isPageNumberText(text) {
		return false
	}
	if text[0] < '0' || text[0] > '9' {
		return true
	}
	switch {
	case l.border || s.nextBorder(i) || i == 0 && len(s.borders) > 0:
		return true
	case l.indent >= 25:
		return true
	case strings.ContainsAny(text, "/"):
		return false
	case i == 0 || i+1 == len(s.lines) || l.blank == 0 || s.lines[i+1].blank == 0:
		return false
	}
	return s.goesOn(i-1, i+1)
}

// nextBorder reports whether a page ends after line i.
func (s *sheet) nextBorder(i int) bool {
	return i+1 < len(s.lines) && s.lines[i+1].border || i+1 == len(s.lines) && len(s.borders) > 0
}

// isPageNumberText reports whether text is "2", "- 2 -", "2/5", "Trang 2", "Trang 2/5", "Page 2 of 5".
func isPageNumberText(text string) bool {
	rest := text
	word := false
	for _, w := range []string{"Trang ", "trang ", "TRANG ", "Page ", "page "} {
		if r, ok := strings.CutPrefix(rest, w); ok {
			rest, word = r, true
		}
	}
	if dashed := strings.Trim(rest, "-–— "); len(dashed) < len(rest) && !word {
		if strings.HasPrefix(rest, "-") != strings.HasSuffix(rest, "-") {
			return false
		}
		rest = dashed
	}
	digits, numbers := 0, 0
	for i := 0; i < len(rest); {
		switch c := rest[i]; {
		case '0' <= c && c <= '9':
			if digits++; digits == 1 {
				numbers++
			}
			if digits > 3 {
				return false
			}
			i++
		case digits > 0 && c == '/' && numbers == 1:
			digits = 0
			i++
		case digits > 0 && word && numbers == 1 && strings.HasPrefix(rest[i:], " of "):
			digits = 0
			i += 4
		default:
			return false
		}
	}
	return digits > 0
}

// dropRunningLines drops a line that heads or ends most pages of a document of three or more.
func (s *sheet) dropRunningLines() {
	if len(s.borders) < 2 {
		return
	}
	edges := map[string]int{} // how many pages a line heads or ends, digits aside
	pages := 0
	eachEdge := func(do func(i int, key string)) {
		for i, l := range s.lines {
			if l.tabs > 0 || l.end-l.start > 160 {
				continue
			}
			if i == 0 || l.border || i+1 == len(s.lines) || s.lines[i+1].border {
				if key := runningKey(s.of(l)); key != "" {
					do(i, key)
				}
			}
		}
	}
	for i, l := range s.lines {
		if i == 0 || l.border {
			pages++
		}
	}
	eachEdge(func(i int, key string) { edges[key]++ })
	drop := map[int]bool{}
	eachEdge(func(i int, key string) {
		if n := edges[key]; n >= 3 && n*5 >= pages*3 {
			drop[i] = true
		}
	})
	if len(drop) == 0 {
		return
	}
	kept := s.lines[:0]
	border := false
	for i, l := range s.lines {
		if drop[i] {
			border = border || l.border
			continue
		}
		l.border = l.border || border
		border = false
		kept = append(kept, l)
	}
	s.lines = kept
}

// runningKey is the line with its digits made one: pages differ in their numbers. Bare numbers
// have none; they are for isPageNumber.
func runningKey(text string) string {
	letters := false
	key := strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0'
		}
		letters = letters || r >= 'A'
		return r
	}, text)
	if !letters || markerLen(text) > 0 {
		return ""
	}
	return key
}
