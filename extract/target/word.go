package target

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a sentence in lower case, without the marks around it.
type word struct {
	text       string
	start, end int  // in the sentence, without marks
	stop       bool // a mark that parts clauses follows it
	opens      bool // a bracket, colon or dash stands before it
}

// split cuts a sentence into words.
func split(sentence string) []word {
	words := make([]word, 0, len(sentence)/5+1)
	var small strings.Builder
	at := 0
	opens := true
	for at < len(sentence) {
		r, size := utf8.DecodeRuneInString(sentence[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := at
		for end < len(sentence) {
			r, size := utf8.DecodeRuneInString(sentence[end:])
			if unicode.IsSpace(r) {
				break
			}
			end += size
		}
		from, to := at, end
		for from < to && strings.IndexByte("([\"'", sentence[from]) >= 0 {
			from, opens = from+1, true
		}
		stop := false
		for to > from && strings.IndexByte(",;:.)]\"'", sentence[to-1]) >= 0 {
			to, stop = to-1, true
		}
		token := sentence[from:to]
		switch {
		case token == "-" || token == "–" || token == "+" || token == "":
			if len(words) == 0 || token == "" {
				opens = true
			} else {
				words = append(words, word{"-", from, to, false, false})
			}
		default:
			words = append(words, word{lower(&small, token), from, to, stop, opens})
			opens = strings.HasSuffix(sentence[from:end], ":") || len(words) == 1 && markerLevel(sentence[at:end]+" ") > 0
		}
		at = end
	}
	return words
}

// lower is s in lower case: s itself when it is, else cut from what small gathers.
func lower(small *strings.Builder, s string) string {
	for k, r := range s {
		if unicode.ToLower(r) == r {
			continue
		}
		from := small.Len()
		if from == 0 {
			small.Grow(96)
		}
		small.WriteString(s[:k])
		for _, r := range s[k:] {
			small.WriteRune(unicode.ToLower(r))
		}
		return small.String()[from:]
	}
	return s
}

// containsFold reports whether the word, which is in lower case, stands in s in any case.
func containsFold(s, word string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]|0x20 == word[0]|0x20 && hasPrefixFold(s[i:], word) {
			return true
		}
	}
	return false
}

func hasPrefixFold(s, word string) bool {
	for _, want := range word {
		r, size := utf8.DecodeRuneInString(s)
		if r != want && unicode.ToLower(r) != want {
			return false
		}
		s = s[size:]
	}
	return true
}

// oneLine is s with every run of white space as one space.
func oneLine(s string) string {
	for k := 0; k < len(s); k++ {
		if c := s[k]; c < ' ' || c == 0xC2 || c == 0xE1 && strings.HasPrefix(s[k:], "\u1680") || c == 0xE2 || c == 0xE3 || c == ' ' && (k == 0 || k+1 == len(s) || s[k+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

func hasDigit(s string) bool {
	for k := range len(s) {
		if s[k]-'0' < 10 {
			return true
		}
	}
	return false
}

// amount reads "35", "98,5", "1.420", "02".
func amount(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	whole, fraction, _ := strings.Cut(s, ",")
	number := whole
	if strings.IndexByte(whole, '.') >= 0 {
		groups := strings.Split(whole, ".")
		for k, g := range groups {
			if k > 0 && len(g) != 3 && !(len(groups) == 2 && fraction == "" && len(g) <= 2) {
				return 0, false
			}
		}
		if len(groups) != 2 || len(groups[1]) > 2 { // but 98.5
			number = strings.Join(groups, "")
		}
	}
	if fraction != "" {
		number += "." + fraction
	}
	v, err := strconv.ParseFloat(number, 64)
	return v, err == nil && !strings.ContainsAny(number, "eExXpPnN_+-")
}
