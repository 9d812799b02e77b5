package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTitle bounds a title, in bytes.
const maxTitle = 420

// readTail reads what stands after a citation: "của BHXH Việt Nam về việc … (sau đây gọi là …)", or
// the form of law sites "… năm 2021 phê duyệt … do Bộ Y tế ban hành".
func (f *finder) readTail(c *Citation) {
	text := f.text
	c.tail = c.End
	at := skipBlanks(text, c.End)
	if at < len(text) && text[at] == ',' {
		if next := skipBlanks(text, at+1); matchWords(text, next, "của") > 0 {
			at = next
		}
	}
	if end := matchWords(text, at, "của"); end > 0 && c.Issuer == "" {
		if stop := f.issuerEnd(end); stop > 0 && startsUpper(text, min(len(text)-1, skipBlanks(text, end))) {
			c.Issuer, c.tail = oneLine(text[end:stop]), stop
			at = skipBlanks(text, stop)
		}
	}
	if c.Name == "" {
		f.readTitle(c, at)
	}
	f.readAlias(c)
}

// titleVerbs begin a title that no "về" announces: "… của Chính phủ quy định chi tiết …".
var titleVerbs = []string{"quy định", "hướng dẫn", "phê duyệt", "sửa đổi", "ban hành", "bổ sung", "điều chỉnh", "công bố", "tăng cường", "đẩy mạnh", "triển khai", "thành lập", "bãi bỏ"}

func (f *finder) readTitle(c *Citation, at int) {
	text := f.text
	start := 0
	for _, lead := range [...]string{"về việc", "v/v", "về"} {
		if end := matchWords(text, at, lead); end > 0 {
			start = skipBlanks(text, end)
			break
		}
	}
	if start == 0 {
		for _, verb := range titleVerbs {
			if at < len(text) && !startsUpper(text, at) && matchWords(text, at, verb) > 0 && matchWords(text, at, "ban hành kèm") == 0 {
				start = at
			}
		}
	}
	if start == 0 || start >= len(text) {
		return
	}
	end := promulgated(text, start)
	if end == 0 {
		end = titleEnd(text, start)
	}
	if end <= start {
		return
	}
	title := oneLine(text[start:end])
	c.tail = end
	if k := strings.LastIndex(title, " do "); k > 0 && strings.HasSuffix(title, " ban hành") && c.Issuer == "" {
		c.Issuer = strings.TrimSuffix(title[k+len(" do "):], " ban hành")
		title = title[:k]
	}
	c.Title = title
}

// promulgated is the end of a line that law sites write, "… do Bộ Y tế ban hành", when the title
// starts at i of such a line; else 0.
func promulgated(text string, i int) int {
	line := text[i:min(len(text), i+2*maxTitle)]
	k := strings.IndexByte(line, '\n')
	if k < 0 {
		if len(line) == 2*maxTitle {
			return 0
		}
		k = len(line)
	}
	line = strings.TrimRight(line[:k], " .\r")
	if !strings.HasSuffix(line, " ban hành") || !strings.Contains(line, " do ") || strings.Contains(line, ". ") || strings.Contains(line, "; ") {
		return 0
	}
	return i + len(line)
}

// titleEnd is where a title that starts at i ends: at the end of the sentence, at a bracket, or at
// a comma or "và" that another document, an actor or a new clause follows; 0 when that is too far.
func titleEnd(text string, i int) int {
	limit := border(text, min(len(text), i+maxTitle))
	for at := i; at < limit; at++ {
		switch text[at] {
		case ';', '(', ')', '\t', '|':
			return at
		case '\n':
			if next := skipBlanks(text, at); next == len(text) || text[next] == '\n' || !continuesLine(text, next) && !strings.HasSuffix(text[i:at], " số") {
				return at
			}
		case '.':
			if at+1 >= len(text) || text[at+1] == ' ' || text[at+1] == '\n' || text[at+1] == '/' {
				return at
			}
		case ',':
			next := skipBlanks(text, at+1)
			if next >= len(text) || startsUpper(text, next) && !enumerates(text, at, next) || clauseBegins(text, next) {
				return at
			}
		case ' ':
			if endsTitle(text, at+1) {
				return at
			}
			if strings.HasPrefix(text[at:], " và ") {
				if next := at + len(" và "); startsDocument(text, next) {
					return at
				}
			}
		case 0xE2:
			if strings.HasPrefix(text[at:], "”") {
				return at
			}
		}
	}
	if limit == len(text) {
		return limit
	}
	return 0
}

// endsTitle reports whether the words at i say something of the document that the title names.
func endsTitle(text string, i int) bool {
	switch {
	case i >= len(text):
		return false
	case text[i] == 'h':
		return matchWords(text, i, "hết hiệu lực") > 0
	case text[i] == 'c':
		return matchWords(text, i, "có hiệu lực") > 0
	case strings.HasPrefix(text[i:], "đ"):
		return begins(text, i, "được sửa đổi", "đã được sửa đổi", "được thay thế", "đã được thay thế", "được bãi bỏ", "đã được bãi bỏ")
	}
	return false
}

// continuesLine reports whether the line at i goes on with the one before: it begins in lower case
// and is no lettered point.
func continuesLine(text string, i int) bool {
	r, size := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLower(r) && (i+size >= len(text) || text[i+size] != ')')
}

// enumerates reports whether the capital after a comma goes on with a list: Điều 214, Điều 215;
// BHXH, BHYT.
func enumerates(text string, comma, next int) bool {
	if begins(text, next, "điều", "khoản", "điểm", "mục") {
		return true
	}
	before := text[strings.LastIndexByte(text[:comma], ' ')+1 : comma]
	after := text[next:]
	if k := strings.IndexAny(after[:min(len(after), 24)], " ,.;\n)"); k > 0 {
		after = after[:k]
	}
	return isAcronym(before) && isAcronym(after)
}

// isAcronym reports whether s is in capitals: BHYT.
func isAcronym(s string) bool {
	return len(s) > 1 && len(s) < 16 && strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// clauseBegins reports whether the words at i begin a new clause after a title.
func clauseBegins(text string, i int) bool {
	for _, word := range [...]string{"đề nghị", "yêu cầu", "số", "được", "các đơn vị", "trong đó", "theo đó", "qua đó", "thì", "như sau", "cụ thể", "đồng thời", "giao"} {
		if matchWords(text, i, word) > 0 {
			return true
		}
	}
	return startsDocument(text, i)
}

// startsDocument reports whether a type word that is written with a capital, "các" and a type
// word, or "số" and a digit stand at i.
func startsDocument(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if end := matchWords(text, i, "các"); end > 0 {
		i = skipBlanks(text, end)
	}
	if end := matchWords(text, i, "số"); end > 0 {
		next := skipBlanks(text, end)
		return next < len(text) && byteKind[text[next]]&digit != 0
	}
	if i >= len(text) || !startsUpper(text, i) {
		return false
	}
	_, end := matchType(text, i)
	return end > 0
}

// sentenceStart is where the sentence, clause or line that holds byte i begins, at most n bytes
// before it.
func sentenceStart(text string, i, n int) int {
	low := border(text, max(0, i-n))
	for at := i - 1; at >= low; at-- {
		switch text[at] {
		case '\n', ';', '\t', '|':
			return at + 1
		case '.', '?', '!', ':':
			if at+1 < len(text) && (text[at+1] == ' ' || text[at+1] == '\n') {
				if text[at] != '.' || !abbreviated(text[low:at]) {
					return at + 1
				}
			}
		}
	}
	return low
}

// abbreviated reports whether the text ends in an abbreviation that a full stop belongs to: TP. Hồ
// Chí Minh, KT. Bộ trưởng.
func abbreviated(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	k := strings.LastIndexAny(text, " \n(") + 1
	return unicode.IsUpper(r) && len(text)-k <= 4
}
