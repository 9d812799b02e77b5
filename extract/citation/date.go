package citation

import (
	"strings"

	"congvan/corpus"
)

// date reads the date that belongs to a citation and moves its end behind it: "ngày 27/3/2020",
// ", ngày 11 tháng 11 năm 2011", "của Chính phủ ngày 20 tháng 10 năm 2006", "năm 2018".
func (f *finder) date(c *Citation) {
	text := f.text
	at := skipBlanks(text, c.End)
	if at < len(text) && text[at] == '(' { // 12/2002/TT-BCA (A11)
		if k := strings.IndexByte(text[at:min(len(text), at+16)], ')'); k > 0 && upperOnly(text[at+1:at+k]) {
			at = skipBlanks(text, at+k+1)
		}
	}
	if at < len(text) && text[at] == ',' {
		at = skipBlanks(text, at+1)
	} else if next := matchWords(text, at, "của"); next > 0 && begins(text, skipBlanks(text, next), "ngày") { // a slip: của ngày 6 tháng 02 năm 2002
		at = skipBlanks(text, next)
	}
	if d, end := readDate(text, at); end > 0 {
		c.Issued, c.End = d, end
		return
	}
	if year, end := readYear(text, at); end > 0 && c.Number.Year == 0 {
		c.Issued, c.End = year, end
		return
	}
	if end := matchWords(text, at, "của"); end > 0 && text[skipBlanks(text, c.End)] != '(' {
		issuer := f.issuerEnd(end)
		if d, end := readDate(text, skipBlanks(text, issuer)); end > 0 && issuer > 0 {
			c.Issued, c.Issuer, c.End = d, oneLine(strings.TrimRight(text[at+len("của"):issuer], ", ")), end
		}
		return
	}
	for _, words := range [...]string{"ban hành", "ký", "được ban hành", "do"} {
		if end := matchWords(text, at, words); end > 0 {
			if d, stop := readDate(text, skipBlanks(text, end)); stop > 0 {
				c.Issued = d
			}
		}
	}
}

func upperOnly(s string) bool {
	return strings.Trim(s, "ABCDEGHIKLMNOPQRSTUVXYĐ0123456789 ") == ""
}

// The words of a date, and what OCR makes of them.
var (
	dayWords   = []string{"ngày", "ngảy", "ngay"}
	monthWords = []string{"tháng", "thảng", "thang", "thắng"}
)

// oneOf is the byte after the first of the words that stands at i, 0 when none does.
func oneOf(text string, i int, words []string) int {
	for _, word := range words {
		if end := matchWords(text, i, word); end > 0 {
			return end
		}
	}
	return 0
}

// readDate reads "ngày 14 tháng 12 năm 2004" or "ngày 14/12/2004" at i; the year is all that is
// known of "ngày   tháng   năm 2020". end is 0 when there is no date.
func readDate(text string, i int) (d corpus.Date, end int) {
	at := oneOf(text, i, dayWords)
	if at == 0 {
		return corpus.Date{}, 0
	}
	day, at := readInt(text, skipBlanks(text, at), 2)
	next := skipDots(text, at)
	if k := oneOf(text, next, monthWords); k > 0 {
		var month, year int
		month, at = readInt(text, skipDots(text, k), 2)
		at = skipDots(text, at)
		if !strings.HasPrefix(text[at:], "năm") && !strings.HasPrefix(text[at:], "NĂM") {
			if year, at = yearAfterSlash(text, at); year == 0 { // ngày 14 tháng 12/2004
				return corpus.Date{}, 0
			}
		} else {
			year, at = readInt(text, skipDots(text, at+len("năm")), 4)
		}
		if year < 1900 || year > 2100 {
			return corpus.Date{}, 0
		}
		if d, ok := corpus.NewDate(year, month, day); ok && month > 0 {
			return d, at
		}
		return corpus.Date{Year: year}, at
	}
	return shortDate(text, day, at)
}

// shortDate reads what follows the day of 14/12/2004, 7-1-1991, 1.9.1989.
func shortDate(text string, day, at int) (corpus.Date, int) {
	sep, size := dateSign(text, at)
	if sep == 0 {
		return corpus.Date{}, 0
	}
	month, at := readInt(text, skipBlanks(text, at+size), 2)
	again, size := dateSign(text, at)
	if again != sep {
		return corpus.Date{}, 0
	}
	year, at := readInt(text, skipBlanks(text, at+size), 4)
	d, ok := corpus.NewDate(year, month, day)
	switch {
	case year < 1900 || year > 2100 || at < len(text) && byteKind[text[at]]&inWord != 0:
		return corpus.Date{}, 0
	case !ok || day == 0 || month == 0:
		return corpus.Date{Year: year}, at
	}
	return d, at
}

// dateSign is the sign between day, month and year at i, blanks before it skipped, and the bytes
// up to its end.
func dateSign(text string, i int) (sign byte, size int) {
	at := skipBlanks(text, i)
	if at >= len(text) || at > i+2 {
		return 0, 0
	}
	switch text[at] {
	case '/', '-', '.':
		return text[at], at + 1 - i
	}
	if strings.HasPrefix(text[at:], "⁄") {
		return '/', at + len("⁄") - i
	}
	return 0, 0
}

func yearAfterSlash(text string, at int) (int, int) {
	if at < len(text) && text[at] == '/' {
		return readInt(text, at+1, 4)
	}
	return 0, at
}

// readYear reads "năm 2018" at i, or a bare 2018 that no unit or fraction follows.
func readYear(text string, i int) (corpus.Date, int) {
	at := i
	if end := matchWords(text, i, "năm"); end > 0 {
		at = skipBlanks(text, end)
	} else if i == 0 || !isBlank(text, i-1) && text[i-1] != 0xa0 {
		return corpus.Date{}, 0
	}
	year, end := readInt(text, at, 4)
	if end-at != 4 || year < 1940 || year > 2100 || !endsNumber(text, end) {
		return corpus.Date{}, 0
	}
	return corpus.Date{Year: year}, end
}

// readInt reads up to n digits at i.
func readInt(text string, i, n int) (value, end int) {
	end = i
	for end < len(text) && end-i < n && byteKind[text[end]]&digit != 0 {
		value = value*10 + int(text[end]-'0')
		end++
	}
	return value, end
}

// skipDots skips the room that a form leaves for a day: blanks, dots, low lines.
func skipDots(text string, i int) int {
	for limit := min(len(text), i+40); i < limit; {
		switch {
		case text[i] == ' ' || text[i] == '.' || text[i] == '_' || text[i] == '\n':
			i++
		case strings.HasPrefix(text[i:], "\u00a0"):
			i += 2
		case strings.HasPrefix(text[i:], "…"):
			i += 3
		default:
			return i
		}
	}
	return i
}
