package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
)

// reach is how far back, in bytes, a number looks for the type word that it belongs to.
const reach = 240

// head says what a number without a type word of its own is: where its citation starts, its type
// and the rule; no rule when it is no document's number.
func (f *finder) head(i int, n corpus.DocumentNumber) (start int, name, rule string, confidence float64) {
	before := strings.TrimRight(f.text[max(0, i-reach):i], " \n\r\t\u00a0:")
	word := lastWord(before)
	if formWords[strings.ToLower(word)] || f.lastForm > 0 && f.lastForm <= i && connects(f.text[f.lastForm:i]) && n.Year == 0 {
		return 0, "form", "", 0
	}
	said := word == "số" || word == "Số" || word == "SỐ"
	if said {
		before = strings.TrimRight(before[:len(before)-len(word)], " \n\r\t\u00a0")
		if formWords[strings.ToLower(lastWord(before))] {
			return 0, "form", "", 0
		}
	}
	own := typeOfSymbol(n)
	if said && f.lastType >= 0 && f.lastEnd <= i && i-f.lastType < reach && !endsSentence(f.text[f.lastEnd:i]) && ofIssuer(f.text[f.lastEnd:i]) {
		return f.lastType, f.lastWord.name, "type, issuer and number", 0.95
	}
	if k := len(f.found) - 1; k >= 0 && f.found[k].Type != "" && (own == "" || own == f.found[k].Type || n.Year > 0) {
		last := f.found[k]
		if last.End <= i && connects(f.text[last.End:i]) || last.tail > last.End && last.tail <= i && connects(f.text[last.tail:i]) ||
			said && i-last.End < 3*reach && afterSemicolon(before) {
			return i, last.Type, "list", 0.97
		}
	}
	if f.lastType >= 0 && i > f.lastEnd && connects(f.text[f.lastEnd:i]) {
		return f.lastType, f.lastWord.name, "type and number", 0.95
	}
	if said && word != "số" && f.startsLine(i, word) {
		return i, own, letterhead, 0.9
	}
	switch code, count := n.FirstCode(); {
	case n.Year > 0 && own != "" && count > 1:
		return i, own, "full number", 0.95
	case n.Year > 0 && isAssembly(code):
		return i, "", "full number", 0.9
	case own != "" && count > 1 && !formCodes[code]:
		return i, own, "number", 0.85
	case own == "" && count > 1 && count < 4 && knownOrgan(code):
		return i, "Công văn", "letter number", 0.8
	case said && own == "" && knownOrgan(code) && n.Year == 0:
		return i, "", "letter number", 0.6
	}
	return 0, "", "", 0
}

// letterhead is the rule of a number that stands where a document has its own: after "Số:" at the
// beginning of a line.
const letterhead = "letterhead"

// startsLine reports whether the word before the number at i begins its line or cell.
func (f *finder) startsLine(i int, word string) bool {
	line := f.text[max(0, i-80):i]
	line = strings.TrimLeft(line[strings.LastIndexAny(line, "\n\t|")+1:], " \r\u00a0")
	return strings.HasPrefix(line, word)
}

// formWords stand before what looks like a number and is the code of a form, a standard or a
// place in the text.
var formWords = map[string]bool{
	"mẫu": true, "mẫu:": true, "biểu": true, "bảng": true, "lục": true, "khai": true, "qcvn": true, "tcvn": true, "iso": true, "tcn": true,
	"hiệu": true, "mã": true, "khoản": true, "phép": true, "đồng": true, "thẻ": true, "tiêu": true, "form": true,
}

// formCodes stand in a number without a year for a form (05B/PL-TNCN: phụ lục) or a copy (12/SY-UBND).
var formCodes = map[string]bool{"L": true, "BL": true, "HP": true, "PL": true, "LCT": true, "SY": true, "SL": true, "TrS": true}

// lastWord is the last word of s, without the marks around it.
func lastWord(s string) string {
	k := strings.LastIndexAny(s, " \n\t(\u00a0") + 1
	return strings.TrimLeft(s[k:], "“\"'(\u00a0")
}

// connects reports whether s only joins the items of a list: ", ", " và số ", "; số: ".
func connects(s string) bool {
	if len(s) > 40 {
		return false
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' || r == ':' }) {
		switch w {
		case "và", "hoặc", "số", "Số", "các", "-":
		default:
			return false
		}
	}
	return !strings.Contains(s, "\n\n")
}

// afterSemicolon reports whether the text ends in a ";": "…; số 545/BHXH-KHĐT".
func afterSemicolon(s string) bool { return strings.HasSuffix(s, ";") || strings.HasSuffix(s, ",") }

// endsSentence reports whether a sentence or a line with more to come ends inside s.
func endsSentence(s string) bool {
	return strings.ContainsAny(s, ";:\t") || strings.Contains(s, ". ") || strings.Contains(s, ".\n")
}

// ofIssuer reports whether s, between a type word and a number, can name an issuer or what the
// document is called: "của Bộ Tài chính số", "kết luận số".
func ofIssuer(s string) bool {
	r, _ := utf8.DecodeRuneInString(s[min(len(s), skipBlanks(s, 0)):])
	return r != ',' && r != ')' && r != '(' && r != '.' && !strings.Contains(s, " này ")
}

// isAssembly reports whether the code is the National Assembly's or its committee's: QH14, UBTVQH15.
func isAssembly(code string) bool {
	return strings.HasPrefix(code, "QH") || strings.HasPrefix(code, "UBTVQH")
}

// endsNumber reports whether a serial ends at i: no letter, digit, sign or fraction goes on.
func endsNumber(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if r == '.' || r == ',' {
		return i+size >= len(text) || byteKind[text[i+size]]&digit == 0
	}
	return !unicode.IsLetter(r) && !strings.ContainsRune("/-–%°'…", r) // "Văn bản số…3…" of a form
}

// counted are words that make the number before them an amount: Kế hoạch 5 năm, Thông báo 30 ngày.
var counted = []string{
	"năm", "ngày", "tháng", "quý", "tuần", "giờ", "phút", "người", "lần", "điểm", "điều", "khoản", "mục", "trường hợp", "nội dung", "vấn đề",
	"cá nhân", "đơn vị", "tổ chức", "đối tượng", "tỉnh", "xã", "huyện", "triệu", "tỷ", "đồng", "phần trăm", "bộ", "bản", "thành viên", "cán bộ",
}

// countsSomething reports whether the words at i make the digits before them an amount.
func countsSomething(text string, i int) bool {
	at := skipBlanks(text, i)
	if at == i || at < len(text) && text[at] == '%' {
		return at < len(text) && text[at] == '%'
	}
	for _, word := range counted {
		if matchWords(text, at, word) > 0 && !startsUpper(text, at) {
			return word != "ngày" && word != "năm" || !dated(text, at, word)
		}
	}
	return false
}

// dated reports whether a date follows: Nghị định 54 ngày 3/4/2010, Nghị quyết 28 năm 2018.
func dated(text string, at int, word string) bool {
	next := skipBlanks(text, at+len(word))
	return next < len(text) && byteKind[text[next]]&digit != 0
}
