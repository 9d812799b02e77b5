package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexeme is a piece of a query between spaces, or a quoted phrase, or a field with its value.
type lexeme struct {
	text   string // without sign, quotes, and field
	start  int    // byte in the query
	quoted bool
	not    bool
	field  string // "" none
	open   bool   // of a field: its last words may belong to the rest
	or     bool   // the word OR, hoặc in capitals, or |
}

const quotes = "\"“”„«»＂"

// lex cuts a query into lexemes. Quotes that do not close run to the end.
func lex(text string) (lexemes []lexeme, problems []Problem) {
	at := 0
	for {
		for at < len(text) {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !unicode.IsSpace(r) && !unicode.IsControl(r) && r != '(' && r != ')' {
				break
			}
			at += size
		}
		if at == len(text) {
			return lexemes, problems
		}
		l := lexeme{start: at}
		if rest := text[at:]; (rest[0] == '-' || rest[0] == '+') && len(rest) > 1 && rest[1] != ' ' && rest[1] != '-' && !inNumber(lexemes, rest) {
			l.not = rest[0] == '-'
			at++
		}
		var ok bool
		if name, valueAt, found := fieldAt(text, at); found {
			l.field = name
			l.text, at, ok = fieldValue(text, valueAt, name)
			l.open = isOpen(name) && !strings.ContainsAny(text[valueAt:at], quotes) && strings.Contains(l.text, " ")
			if !ok {
				problems = append(problems, problem(text, l.start, text[l.start:at], say(NoValue)))
				continue
			}
		} else if l.text, at, l.quoted, ok = piece(text, at); !ok {
			problems = append(problems, problem(text, l.start, text[l.start:min(l.start+1, len(text))], say(OpenQuote)))
		}
		l.or = !l.quoted && !l.not && l.field == "" && (l.text == "OR" || l.text == "HOẶC" || l.text == "|" || l.text == "||")
		lexemes = append(lexemes, l)
		if len(lexemes) > 4*maxClauses {
			return lexemes, append(problems, problem(text, at, "", say(TooMany)))
		}
	}
}

// inNumber reports whether a dash belongs to a number cut by spaces (2482/ BHXH -TT): a code
// follows, and a number has begun at most two pieces before.
func inNumber(before []lexeme, rest string) bool {
	code, _, _, _ := piece(rest[1:], 0)
	if !isCode(strings.TrimRight(code, ".,;")) {
		return false
	}
	for i := len(before) - 1; i >= max(0, len(before)-2); i-- {
		l := before[i]
		if l.quoted || l.not || l.field != "" || l.text == "" {
			return false
		}
		if l.text[0] >= '0' && l.text[0] <= '9' {
			return i == len(before)-1 || strings.ContainsAny(l.text, "/-")
		}
	}
	return false
}

// piece is a quoted phrase or what stands up to the next space.
func piece(text string, at int) (value string, end int, quoted, closed bool) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if strings.ContainsRune(quotes, r) {
		at += size
		length := strings.IndexAny(text[at:], quotes)
		if length < 0 {
			return text[at:], len(text), true, false
		}
		_, size = utf8.DecodeRuneInString(text[at+length:])
		return text[at : at+length], at + length + size, true, true
	}
	length := strings.IndexFunc(text[at:], func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(quotes, r) || r == '(' || r == ')'
	})
	if length < 0 {
		length = len(text) - at
	}
	return text[at : at+length], at + length, false, true
}

// fieldAt finds a field name and its colon at a place: "cơ quan:", "số :". A time (8:30), a
// heading ("kính gửi:") or an address (https:) is none.
func fieldAt(text string, at int) (name string, valueAt int, ok bool) {
	words, end := 0, at
	for end < len(text) && words <= longestName {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case r == ':':
			name, ok := fieldOf(text[at:end])
			return name, end + size, ok
		case r == ' ':
			words++
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			return "", 0, false
		}
		end += size
		if end-at > 60 {
			break
		}
	}
	return "", 0, false
}

// fieldValue is what belongs to a field: a quoted phrase, or a word; the names of units and
// people go on to the next field, quotation mark, sign or OR, since they are long.
func fieldValue(text string, at int, name string) (value string, end int, ok bool) {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	if at == len(text) {
		return "", at, false
	}
	value, end, quoted, _ := piece(text, at)
	if quoted {
		return value, end, strings.TrimSpace(value) != ""
	}
	if value == "" {
		return "", max(end, at+1), false
	}
	switch name {
	case Issuer, Unit, Signer, "subject", "text", Name:
	case Type:
		return typeValue(text, at, end)
	default:
		if value == "<" || value == ">" || value == "<=" || value == ">=" { // hạn: < 30d
			next, nextEnd, quoted, _ := piece(text, skipSpaces(text, end))
			if !quoted && next != "" {
				return value + next, nextEnd, true
			}
		}
		return value, end, true
	}
	for {
		next := skipSpaces(text, end)
		if next == len(text) {
			break
		}
		if _, _, found := fieldAt(text, next); found {
			break
		}
		word, wordEnd, quoted, _ := piece(text, next)
		if quoted || word == "" || word == "OR" || word == "HOẶC" || word[0] == '-' || word[0] == '+' || word[0] == '|' {
			break
		}
		end = wordEnd
	}
	return strings.TrimSpace(text[at:end]), end, true
}

// isOpen reports whether a field's value may be long, and where it ends is not written.
func isOpen(name string) bool { return name == Issuer || name == Unit || name == Signer }

// typeValue is the longest name of a document type that stands at a place, or one word.
func typeValue(text string, at, end int) (string, int, bool) {
	best := end
	for words, next := 1, end; words <= 5; words++ {
		if isTypeName(text[at:next]) {
			best = next
		}
		from := skipSpaces(text, next)
		if from == len(text) {
			break
		}
		_, wordEnd, quoted, _ := piece(text, from)
		if quoted || wordEnd == from {
			break
		}
		next = wordEnd
	}
	return text[at:best], best, true
}

func skipSpaces(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\t') {
		at++
	}
	return at
}

func problem(text string, at int, part string, m message) Problem {
	return problemOf(utf8.RuneCountInString(text[:at])+1, part, m)
}
