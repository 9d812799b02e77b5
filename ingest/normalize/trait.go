package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// traits are what unwrapping asks of a line, found out once.
type traits uint16

const (
	lower       traits = 1 << iota // begins with a small letter
	digit                          // begins with a digit
	dash                           // begins with a hyphen
	closer                         // begins with a mark that closes or goes on: ) , ” ;
	marker                         // begins with a list marker
	component                      // begins a component of the page
	capital                        // has no small letter
	ends                           // ends a sentence or announces a list
	headsAlone                     // is whole though nothing ends it: a title's type, a motto, an organ, a name
	open                           // ends in what cannot be a line's last word
	wantsNumber                    // ends in a word that a number follows: "số"
	label                          // is "Số:" and waits for the number, which a page set apart
	alone                          // is an address of the net and nothing else
	inNumber                       // ends inside a document's number: "5120/BGTVT-"
	empty
)

func (l *line) is(any traits) bool { return l.traits&any != 0 }

// look finds out a line's traits.
func (s *sheet) look(l *line) {
	text := s.of(*l)
	if text == "" {
		l.traits = empty
		return
	}
	l.traits = startTraits(text) | endTraits(text)
	if isCaps(text) {
		l.traits |= capital
		if last := text[len(text)-1]; last != ',' && last != '-' {
			l.traits |= headsAlone
		}
	}
	if len(text) > 100 {
		return
	}
	if isNetAddress(text) {
		l.traits |= alone
	}
	if standsAlone(text) {
		l.traits |= headsAlone
	}
}

// standsAlone reports whether a short line is whole though nothing ends it: place and date, the
// watchword, "Chương I", a person's name.
func standsAlone(text string) bool {
	switch first := text[0]; {
	case 'a' <= first && first <= 'z' || first == '-':
		return false
	case strings.IndexByte(text, ',') > 0:
		year := text[max(0, len(text)-4):]
		return isPlaceDate(text) && strings.Trim(year, "0123456789") == ""
	}
	return foldedPrefix(text, "doc lap") && watchwordAt(text) == 0 || len(text) < 24 && opensPart(text) || isName(text)
}

func startTraits(text string) (t traits) {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsLower(first):
		t |= lower
		if len(text) < 40 && typeNames[strings.TrimRight(viet.Fold(text), " :")] || opensSubject(text) || strings.HasPrefix(text, "kt.") || strings.HasPrefix(text, "tm.") || strings.HasPrefix(text, "tl.") {
			t |= component
		}
	case '0' <= first && first <= '9':
		t |= digit
	case first == '-':
		t |= dash
	case first == ')' || first == ',' || first == '”' || first == '»' || first == ';' && len(text) > 1:
		t |= closer
	default:
		if opensComponent(text) {
			t |= component
		}
	}
	if markerLen(text) > 0 {
		t |= marker
	}
	return t
}

func endTraits(text string) (t traits) {
	if endsSentence(text) {
		t |= ends
		if labelsNumber(text) {
			t |= label
		}
		return t
	}
	at := strings.LastIndexByte(text, ' ')
	if last := text[len(text)-1]; (last == '-' || last == '/') && endsInNumber(text[at+1:]) {
		return inNumber
	}
	if at < 0 || strings.IndexByte(text[:at], ' ') < 0 { // a cell or a name, too short to tell
		return t
	}
	word := text[at+1:]
	if len(word) > 9 {
		return t
	}
	if openWords[word] || word == "-" || word == "–" {
		t |= open
	}
	if numberWords[word] {
		t |= wantsNumber
	}
	return t
}

// endsInNumber reports whether a word that ends in a hyphen or a slash is the start of a number:
// "5120/BGTVT-", "30a/".
func endsInNumber(word string) bool {
	slash := strings.IndexByte(word, '/')
	return slash > 0 && len(word) > 2 && '0' <= word[0] && word[0] <= '9' && word[len(word)-2] != word[len(word)-1]
}

// labelsNumber reports whether a line is "Số:" or ends so: "Nghị quyết số:".
func labelsNumber(line string) bool {
	if len(line) > 40 || line[len(line)-1] != ':' {
		return false
	}
	label := foldTail(line, 6)
	return label == "so:" || label == "so :" || strings.HasSuffix(label, " so:")
}

// endsSentence reports whether a line ends a sentence or announces a list.
func endsSentence(line string) bool {
	switch c := line[max(0, len(line)-1):]; { // most lines end in a letter
	case c == "":
		return true
	case isASCIILetter(c[0]) || c[0] == ',' || '0' <= c[0] && c[0] <= '9':
		return false
	case c[0] >= 0x80 && !strings.HasSuffix(line, "”") && !strings.HasSuffix(line, "’") && !strings.HasSuffix(line, "»"):
		return false
	}
	line = strings.TrimRight(line, "”\"’' »)")
	if line == "" {
		return true
	}
	switch line[len(line)-1] {
	case '.':
		if strings.HasSuffix(line, "..") {
			return strings.HasSuffix(line, "/..") || strings.HasSuffix(line, "....") // dots to write on
		}
		return !endsAbbreviation(line)
	case '!', '?', ':', ';', '|':
		return true
	case '/':
		return strings.HasSuffix(line, "./")
	}
	return false
}

// endsAbbreviation reports whether a line's last dot belongs to "TP." or a title before a name.
func endsAbbreviation(line string) bool {
	switch line[strings.LastIndexAny(line[max(0, len(line)-8):], " \t(-")+1+max(0, len(line)-8):] {
	case "TP.", "Tp.", "TX.", "ThS.", "TS.", "PGS.", "GS.", "BS.":
		return true
	}
	return false
}

// isNetAddress reports whether a line is an address of the net and nothing else, as in the stamp
// of a digital signature.
func isNetAddress(line string) bool {
	if len(line) > 100 || strings.IndexByte(line, ' ') >= 0 {
		return false
	}
	return strings.IndexByte(line, '@') > 0 || strings.Contains(line, "://") || strings.HasPrefix(line, "www.")
}

// endsInProvision reports whether a line ends in "khoản 2" or "điểm a" and the next goes on with
// what it is part of: "Điều 69 của Luật".
func endsInProvision(line, next string) bool {
	if !strings.HasPrefix(next, "Điều ") && !strings.HasPrefix(next, "Khoản ") && !strings.HasPrefix(next, "Mục ") || opensPart(next) {
		return false
	}
	at := strings.LastIndexByte(line, ' ')
	if at < 0 || len(line)-at > 4 {
		return false
	}
	tail := foldTail(line[:at], 10)
	return strings.HasSuffix(tail, "khoan") || strings.HasSuffix(tail, "diem") || strings.HasSuffix(tail, "tiet")
}
