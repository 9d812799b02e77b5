package normalize

import (
	"sort"
	"strings"
)

// flatReach is how many lines below the motto a flattened letterhead goes on, and flatLength how
// far into a line its parts are looked for, in bytes.
const (
	flatReach  = 5
	flatLength = 1500
)

// splitFlattened parts a letterhead that lost its line breaks, as some web pages come out: "BỘ TÀI
// CHÍNH ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- Số: 1/BC V/v
// … Hà Nội, ngày 2 tháng 3 năm 2019 Kính gửi: …".
func (s *sheet) splitFlattened() {
	var out []line
	done := 0
	for i := range s.lines {
		if i < done || !s.isFlattened(s.lines[i]) {
			continue
		}
		from := i
		if i > done && hasInlineRule(s.of(s.lines[i-1])) {
			from--
		}
		to := min(i+flatReach, len(s.lines))
		out = append(out, s.lines[done:from]...)
		for _, l := range s.lines[from:to] {
			out = append(out, s.partsOf(l)...)
		}
		done = to
	}
	if done > 0 {
		s.lines = append(out, s.lines[done:]...)
	}
}

// isFlattened reports whether a line has the motto and more of the letterhead, without a gap.
func (s *sheet) isFlattened(l line) bool {
	if l.gap || l.pipe || l.tabs > 0 || l.end-l.start < 40 {
		return false
	}
	text := s.of(l)
	text = text[:runeEnd(text, 400)]
	at := mottoAt(text)
	if at < 0 {
		return false
	}
	return hasInlineRule(text) || watchwordAt(text) > 0
}

func hasInlineRule(text string) bool { return strings.Contains(text[:runeEnd(text, 400)], "----") }

// runeEnd is n, or less where that would cut a character, at most len(s).
func runeEnd(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}

// partsOf cuts a line of a flattened letterhead into its components; rules between them go.
func (s *sheet) partsOf(l line) []line {
	text := s.of(l)
	head := text[:runeEnd(text, flatLength)]
	cuts := componentCuts(head)
	if len(cuts) == 0 && !hasInlineRule(head) || l.tabs > 0 || l.pipe {
		return []line{l}
	}
	var parts []line
	from := 0
	for _, to := range append(cuts, len(text)) {
		for from < to {
			end, next := to, to
			if rule := strings.Index(head[min(from, len(head)):min(to, len(head))], "----"); rule >= 0 {
				end = from + rule
				next = end + len(head[end:]) - len(strings.TrimLeft(head[end:], "-"))
			}
			if p := s.part(l, l.start+from, l.start+end); p.start < p.end {
				parts = append(parts, p)
			}
			from = next
		}
	}
	if len(parts) == 0 {
		return []line{l}
	}
	for k := 1; k < len(parts); k++ {
		parts[k].blank, parts[k].border = 0, false
	}
	return parts
}

// componentCuts are the places where a component begins inside a flattened letterhead.
func componentCuts(text string) []int {
	var cuts []int
	add := func(at int) {
		if at > 0 && strings.TrimSpace(text[:at]) != "" {
			cuts = append(cuts, at)
		}
	}
	add(mottoAt(text))
	if at := watchwordAt(text); at >= 0 {
		add(at)
		if end := strings.Index(text[at:], "húc"); end > 0 {
			add(at + end + len("húc"))
		}
	}
	for _, word := range []string{" V/v", " Kính gửi", " Số:"} {
		if at := strings.Index(text, word); at > 0 {
			add(at + 1)
		}
	}
	if at := strings.Index(text, ", ngày "); at > 0 && at < 900 {
		start := at
		for words := 0; start > 0 && words < 4; words++ {
			space := strings.LastIndexByte(strings.TrimRight(text[:start], " "), ' ')
			if strings.ContainsAny(text[space+1:start], "/:;()-0123456789") || !startsUpper(text[space+1:]) {
				break
			}
			start = space + 1
		}
		if year := yearEnd(text[at:]); start < at && year > 0 {
			add(start)
			add(at + year)
			cuts = append(cuts, titleCuts(text, at+year)...)
		}
	}
	sort.Ints(cuts)
	return cuts
}

// yearEnd is where "năm 2019" ends within the next words, 0 when there is none.
func yearEnd(text string) int {
	head := text[:runeEnd(text, 60)]
	at := strings.Index(head, "năm ")
	if at < 0 {
		return 0
	}
	end := at + len("năm ")
	n := 0
	for end+n < len(text) && '0' <= text[end+n] && text[end+n] <= '9' {
		n++
	}
	if n != 4 {
		return 0
	}
	return end + n
}

// titleCuts part a title in capitals after the date: the type, the subject, and what follows.
func titleCuts(text string, from int) []int {
	rest := strings.TrimLeft(text[from:], " ")
	start := len(text) - len(rest)
	end := start
	for end < len(text) {
		word := text[end:]
		if space := strings.IndexByte(word, ' '); space >= 0 {
			word = word[:space]
		}
		if word != "" && !isCaps(word) && strings.Trim(word, "-–0123456789,./") != "" {
			break
		}
		end = min(end+len(word)+1, len(text))
	}
	title := strings.TrimRight(text[start:min(end, len(text))], " ")
	for size := len(title); size > 0; size = strings.LastIndexByte(title[:size], ' ') {
		if isTypeLine(title[:size]) {
			cuts := []int{start + size}
			if end < len(text) {
				cuts = append(cuts, end)
			}
			return cuts
		}
		if strings.IndexByte(title[:size], ' ') < 0 {
			break
		}
	}
	return nil
}
