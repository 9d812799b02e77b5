package citation

import (
	"strings"

	"congvan/extract/phrase"
)

// The words of a pinpoint: those that name a part, and those that join its numbers.
var (
	partWords = lexicon("điểm", "khoản", "điều", "mục", "chương", "phần", "tiết", "đoạn", "phụ lục", "tiểu mục", "câu", "phụ lục số")
	joinWords = lexicon("và", "hoặc", "đến", "các", "của", "thứ", "tại", "thuộc", "lục", "số", "nhất", "hai", "ba")
	ownWords  = lexicon("của", "thuộc", "tại")
)

// pinpointReach is how many bytes before a citation are looked at.
const pinpointReach = 160

// pinpoint reads the part of the document that a citation names, which stands before it ("điểm a
// khoản 2 Điều 5 của", "các điểm a, b và đ khoản 1 Điều 4") or in brackets after it ("(Điều 214)").
// from is where the citation with its pinpoint begins; nothing before low is looked at.
func (f *finder) pinpoint(c *Citation, low int) (provision string, from int) {
	low = max(low, border(f.text, max(0, c.Start-pinpointReach)))
	window := f.scratch.scan(f.text, low, c.Start)
	last := len(window) - 1
	for last >= 0 && (window[last].Mark(',') || matches(ownWords, window[last:])) {
		last--
	}
	if last < 0 || !isOrdinal(f.text, window[last]) {
		return f.pinpointAfter(c), c.Start
	}
	start := -1
	for k := last; k >= 0; k-- {
		if matches(partWords, window[k:]) {
			start = k
		} else if !isOrdinal(f.text, window[k]) && !isJoin(window[k]) && !matches(joinWords, window[k:k+1]) {
			break
		}
	}
	if start < 0 {
		return f.pinpointAfter(c), c.Start
	}
	return oneLine(f.text[window[start].Start:window[last].End]), window[start].Start
}

// pinpointAfter reads the pinpoint in brackets behind a citation: Bộ luật Hình sự (Điều 214, 215).
func (f *finder) pinpointAfter(c *Citation) string {
	at := skipBlanks(f.text, c.End)
	if at >= len(f.text) || f.text[at] != '(' {
		return ""
	}
	end := strings.IndexByte(f.text[at:min(len(f.text), at+pinpointReach)], ')')
	if end < 0 {
		return ""
	}
	window := f.scratch.scan(f.text, at+1, at+end)
	if len(window) == 0 || !matches(partWords, window) {
		return ""
	}
	for k, tok := range window {
		if !isOrdinal(f.text, tok) && !isJoin(tok) && !matches(joinWords, window[k:k+1]) && !matches(partWords, window[k:]) {
			return ""
		}
	}
	return oneLine(f.text[at+1 : at+end])
}

func isJoin(t phrase.Token) bool { return t.Mark(',') || t.Mark('.') || t.Mark('-') }

func matches(l *phrase.Lexicon, window []phrase.Token) bool {
	n, _ := l.Match(window)
	return n > 0
}

// isOrdinal reports whether the token numbers a part: 5, 12a, a, đ, III.
func isOrdinal(text string, t phrase.Token) bool {
	if !t.Is(phrase.Word) {
		return false
	}
	word := text[t.Start:t.End]
	return t.Is(phrase.Number) && len(word) < 5 || len(word) == 1 || word == "đ" || strings.Trim(word, "IVX") == ""
}
