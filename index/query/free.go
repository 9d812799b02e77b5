package query

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/index/engine"
)

// numbers takes the document numbers out of lexemes. A number may be cut by spaces around its
// separators, and its last code may follow after a space (2482/bhxh tt).
func (p *parser) numbers(lexemes *[]lexeme) []number {
	var found []number
	var rest []lexeme
	list := *lexemes
	for i := 0; i < len(list); i++ {
		text := strings.Trim(list[i].text, ".,;:()")
		if text == "" || text[0] < '0' || text[0] > '9' {
			rest = append(rest, list[i])
			continue
		}
		used := 1
		for i+used < len(list) && used < 8 {
			next := strings.Trim(list[i+used].text, ".,;:")
			if !joins(text, next) {
				break
			}
			text += " " + next
			used++
		}
		n, ok := readNumber(text)
		if !ok {
			rest = append(rest, list[i])
			continue
		}
		found = append(found, n)
		i += used - 1
	}
	*lexemes = rest
	return found
}

// serialYear takes a number without its symbol out of lexemes: nghị định 30/2020, 126/2020. One
// up to 12 may be a month, unless a word announces a number.
func (p *parser) serialYear(lexemes *[]lexeme) (number, bool) {
	for i, l := range *lexemes {
		text := strings.Trim(l.text, ".,;:()")
		digits, year, ok := strings.Cut(text, "/")
		if !ok || !allDigits(digits) || len(digits) > 5 || len(year) != 4 || !allDigits(year) || year[:2] != "19" && year[:2] != "20" {
			continue
		}
		if month, err := strconv.Atoi(digits); err == nil && month <= 12 {
			if i == 0 || !announces((*lexemes)[i-1].text) || bareText((*lexemes)[i-1].text) == "nam" {
				continue
			}
		}
		*lexemes = append((*lexemes)[:i:i], (*lexemes)[i+1:]...)
		return number{serial: trimZeros(digits), year: year, text: text}, true
	}
	return number{}, false
}

// joins reports whether a number goes on with the next piece: after or before a separator, or
// with a code: letters in capitals, or without a vowel as no word is.
func joins(text, next string) bool {
	if next == "" {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	if last == '/' || isDash(last) || first == '/' || isDash(first) {
		return true
	}
	if letters := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '/' && r != '&' }); letters >= 0 || len(next) > 12 {
		return false
	}
	if allDigits(text) { // 28 NQ/TW, 2482 BHXH-TT
		return isCode(next) && len(next) > 1
	}
	return isCode(next)
}

func isCode(s string) bool {
	if strings.ToUpper(s) == s {
		return true
	}
	return !strings.ContainsAny(bareText(s), "aeiouy")
}

// year finds the year that a query with a number names; records of it come first.
func (p *parser) year(lexemes []lexeme) engine.All {
	for _, l := range lexemes {
		text := strings.Trim(l.text, ".,;:()")
		if len(text) == 4 && allDigits(text) && (text[:2] == "19" || text[:2] == "20") {
			return engine.All{optional(engine.Keyed{Name: Year, Values: []string{text}, Boost: boostYear})}
		}
		if d, ok := readDate(text); ok && d.IsDay() {
			return engine.All{optional(engine.Keyed{Name: Issued, Values: []string{d.String()}, Boost: boostYear})}
		}
	}
	return nil
}

// serial finds the digits of a query that is about a number alone: "2482", "cv 2482", "công văn
// số 2482 năm 2022"; and the name or code of the type that stands with them, "" when none does.
func (p *parser) serial(lexemes []lexeme) (digits, kind string, ok bool) {
	var words []string
	for i, l := range lexemes {
		text := strings.Trim(l.text, ".,;:()")
		isYear := i > 0 && bareText(lexemes[i-1].text) == "nam"
		if !allDigits(text) && !isAnnouncement(text) {
			words = append(words, text)
		}
		switch {
		case allDigits(text) && len(text) <= 6 && !isYear:
			if digits != "" {
				return "", "", false
			}
			digits = text
		case isYear && allDigits(text):
		case announces(text):
		default:
			return "", "", false
		}
	}
	// Words that only stand in names of types announce nothing: sơ kết 5 năm, báo cáo 30 ngày.
	kind = strings.Join(words, " ")
	if kind != "" && !isTypeName(kind) {
		if _, isCode := corpus.TypeOfCode(strings.ToUpper(kind)); !isCode {
			return "", "", false
		}
	}
	return digits, kind, digits != ""
}

// isAnnouncement reports whether a word says that a number or a year follows. Sơ is not số.
func isAnnouncement(word string) bool {
	for _, announcement := range []string{"số", "năm", "cv"} {
		if sameWords(word)(announcement) {
			return true
		}
	}
	return false
}

// announces reports whether a word may stand beside a number: số, cv, năm, the words and codes
// of document types.
func announces(word string) bool {
	if isAnnouncement(word) {
		return true
	}
	bare := bareText(word)
	for _, t := range corpus.DocumentTypes() {
		if bareText(t.Code) == bare {
			return true
		}
		for _, one := range strings.Fields(bareText(t.Name)) {
			if one == bare {
				return true
			}
		}
	}
	return false
}

// says reports whether a piece beside a number is more than an announcement of it or a year.
func says(l lexeme) bool {
	text := strings.Trim(l.text, ".,;:()")
	return !announces(text) && !(len(text) == 4 && allDigits(text))
}

// typeHint finds the type of document that a query with a number names (kế hoạch 1420, cv 2482);
// records of it come first.
func (p *parser) typeHint(lexemes []lexeme) engine.All {
	for from := range lexemes {
		for to := len(lexemes); to > from; to-- {
			var words []string
			for _, l := range lexemes[from:to] {
				words = append(words, l.text)
			}
			text := strings.Join(words, " ")
			if _, isCode := corpus.TypeOfCode(strings.ToUpper(text)); isCode || to-from > 1 && isTypeName(text) {
				return engine.All{optional(engine.Keyed{Name: Type, Match: typeMatch(text), Boost: boostType})}
			}
			if to-from > longestName+1 {
				to = from + longestName + 1
			}
		}
	}
	return nil
}

// hints are what plain words may mean besides: a date.
func (p *parser) hints(lexemes []lexeme) engine.All {
	var hints engine.All
	for _, l := range lexemes {
		if d, ok := readDate(strings.Trim(l.text, ".,;:()")); ok && d.IsDay() {
			p.understood(SaidDate, d.String())
			hints = append(hints, optional(engine.Keyed{Name: Issued, Values: []string{d.String()}, Boost: boostDate}))
		}
	}
	return hints
}
