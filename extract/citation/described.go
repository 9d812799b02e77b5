package citation

import (
	"fmt"
	"strings"
)

// A document may be named without number and without a name of its own: by what it is about ("Nghị
// định về hợp đồng lao động"), by its date ("Công văn ngày 10/3/2015 của Công ty A"), or as the one
// that was named before ("Công văn nêu trên").

// The rules of such citations.
const (
	ruleAbove     = "said above"
	ruleDated     = "type and date"
	ruleDescribed = "type and subject"
)

// aboveReach is how far back "nêu trên" points, in bytes.
const aboveReach = 3000

// unnumbered reads what follows the type word text[i:end] when no number does.
func (f *finder) unnumbered(i, end int, word typeWord) (Citation, bool) {
	at := skipBlanks(f.text, end)
	if at >= len(f.text) || at == end {
		return Citation{}, false
	}
	if c := f.text[at]; c == 'n' || c == 'd' || c == 't' || c == "đ"[0] { // this is asked of every type word of a text
		if c, ok := f.above(i, at, word); ok {
			return c, ok
		}
	}
	if !startsUpper(f.text, i) || !word.short && !word.law && word.name != "Tờ trình" {
		return Citation{}, false
	}
	if c, ok := f.byDate(i, at, word); ok {
		return c, ok
	}
	switch word.name { // of decisions there are classes: "Quyết định về việc hưởng trợ cấp"
	case "Nghị định", "Thông tư", "Thông tư liên tịch":
		return f.bySubject(i, at, word)
	}
	return Citation{}, false
}

// above reads "nêu trên", "nói trên", "dẫn trên" after a type word: the nearest document of that type
// before it. "Các văn bản nêu trên" are several and not one of them.
func (f *finder) above(i, at int, word typeWord) (Citation, bool) {
	end := 0
	for _, words := range [...]string{"nêu trên", "nói trên", "dẫn trên", "đã nêu", "đã dẫn", "trên đây"} {
		if end = matchWords(f.text, at, words); end > 0 {
			break
		}
	}
	if end == 0 {
		return Citation{}, false
	}
	switch before := f.wordBefore(i); before {
	case "các", "những", "hai", "02", "03":
		return Citation{}, false
	}
	for k := len(f.found) - 1; k >= 0 && i-f.found[k].End < aboveReach; k-- {
		d := &f.found[k]
		if d.Rule == letterhead || d.Blank() || word.name != "" && d.Type != word.name {
			continue
		}
		return Citation{Start: i, End: end, Number: d.Number, Name: d.Name, Serial: d.Serial, Type: d.Type, Issued: d.Issued, Rule: ruleAbove, Confidence: min(0.8, d.Confidence)}, true
	}
	return Citation{}, false
}

// byDate reads "Công văn ngày 10/3/2015 của Công ty A" and, of laws, "Pháp lệnh năm 1961".
func (f *finder) byDate(i, at int, word typeWord) (Citation, bool) {
	if strings.IndexByte(f.text[i:at], '\n') >= 0 && !word.law {
		return Citation{}, false // "QUYẾT ĐỊNH", "Ngày 5 tháng 6 năm 1975"
	}
	date, end := readDate(f.text, at)
	if end == 0 && word.law && word.name != "Hiến pháp" && matchWords(f.text, at, "năm") > 0 {
		date, end = readYear(f.text, at)
	}
	if end == 0 || date.Day == 0 && !word.law || !word.law && matchWords(f.text, skipBlanks(f.text, end), "của") == 0 {
		return Citation{}, false
	}
	name := fmt.Sprintf("%s năm %d", word.name, date.Year)
	if date.Day > 0 {
		name = fmt.Sprintf("%s ngày %d tháng %d năm %d", word.name, date.Day, date.Month, date.Year)
	}
	return Citation{Start: i, End: end, Name: name, Type: word.name, Issued: date, Rule: ruleDated, Confidence: 0.7}, true
}

// drafting are the words that make of a document one that is yet to come.
var drafting = []string{"ban hành", "xây dựng", "soạn thảo", "dự thảo", "trình", "hoàn thiện", "nghiên cứu", "đề xuất", "hồ sơ", "thông qua"}

// bySubject reads "Thông tư của Bộ Tài chính hướng dẫn về hóa đơn" where the sentence rests on it:
// after "tại", "theo", "của", "và" and the like.
func (f *finder) bySubject(i, at int, word typeWord) (Citation, bool) {
	switch f.wordBefore(i) {
	case "tại", "theo", "của", "và", "bởi", "các", "với", "bằng":
	default:
		return Citation{}, false
	}
	issuer := ""
	if end := matchWords(f.text, at, "của"); end > 0 {
		stop := f.issuerEnd(end)
		if stop == 0 || !startsUpper(f.text, min(len(f.text)-1, skipBlanks(f.text, end))) {
			return Citation{}, false
		}
		issuer, at = oneLine(f.text[end:stop]), skipBlanks(f.text, stop)
	}
	if !begins(f.text, at, "về", "quy định", "hướng dẫn", "xử phạt") || startsUpper(f.text, at) {
		return Citation{}, false
	}
	start := sentenceStart(f.text, i, sentenceReach)
	before := strings.ToLower(f.text[max(start, border(f.text, max(0, i-100))):i])
	for _, word := range drafting {
		if strings.Contains(before, word) {
			return Citation{}, false
		}
	}
	end := subjectEnd(f.text, at)
	if end-at < 12 || end-at > 260 || strings.HasSuffix(f.text[:end], " này") || namesDocument(f.text, at, end) {
		return Citation{}, false
	}
	return Citation{Start: i, End: end, Name: word.name + " " + oneLine(f.text[at:end]), Type: word.name, Issuer: issuer, Rule: ruleDescribed, Confidence: 0.6}, true
}

// subjectEnd is where a subject that names a document ends: where a title would, and before what the
// sentence goes on with.
func subjectEnd(text string, i int) int {
	end := titleEnd(text, i)
	if end == 0 {
		return i
	}
	for at := i; at < end; at++ {
		if text[at] == ',' && begins(text, skipBlanks(text, at+1), "các", "cơ quan", "người", "nếu", "mức", "việc") {
			return at
		}
		if text[at] == ' ' && begins(text, at+1, "và các", "thì", "của Bộ", "của Chính phủ", "của Thủ tướng", "của Ủy ban", "của UBND") {
			return at
		}
	}
	for end > i && text[end-1] == ' ' {
		end--
	}
	return end
}

// namesDocument reports whether another document is named in text[from:to]: it is a reference of its
// own, and the better one.
func namesDocument(text string, from, to int) bool {
	for at := from; at < to; at++ {
		if text[at] == ' ' && startsDocument(text, at+1) {
			return true
		}
	}
	return false
}

// wordBefore is the word before byte i in lower case.
func (f *finder) wordBefore(i int) string {
	before := strings.TrimRight(f.text[max(0, i-24):i], " \n\r\u00a0")
	return strings.ToLower(lastWord(before))
}
