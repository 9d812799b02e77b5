package query

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/index/analysis"
	"congvan/index/engine"
)

// Parse reads a query. Whatever it is given it answers with one that can be searched, and with
// what it could not read.
func Parse(text string, o Options) Query {
	q := Query{Text: text, Limit: o.Limit}
	if len(text) > maxLength {
		cut := maxLength
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		q.Text = text[:cut]
		q.Problems = append(q.Problems, Problem{Column: utf8.RuneCountInString(q.Text) + 1, Message: fmt.Sprintf("only the first %d characters are searched", utf8.RuneCountInString(q.Text))})
	}
	q.Text = strings.ToValidUTF8(q.Text, " ")
	lexemes, problems := lex(q.Text)
	q.Problems = append(q.Problems, problems...)
	p := parser{q: &q, o: o, lexemes: lexemes}
	q.Where = p.parse()
	return q
}

// parser joins lexemes to conditions.
type parser struct {
	q       *Query
	o       Options
	lexemes []lexeme
	clauses int
}

// parse reads alternatives: what stands around OR.
func (p *parser) parse() engine.Expr {
	var alternatives engine.Any
	start := 0
	for i := 0; i <= len(p.lexemes); i++ {
		if i < len(p.lexemes) && !p.lexemes[i].or {
			continue
		}
		if e := p.conditions(p.lexemes[start:i]); e != nil {
			if len(alternatives) > 0 {
				p.understood("or")
			}
			alternatives = append(alternatives, e)
		} else if i < len(p.lexemes) || start > 0 {
			at := min(i, len(p.lexemes)-1)
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, p.lexemes[at].start, p.lexemes[at].text, "nothing stands on one side of it"))
		}
		start = i + 1
	}
	switch len(alternatives) {
	case 0:
		return nil
	case 1:
		return alternatives[0]
	}
	return alternatives
}

func (p *parser) understood(format string, args ...any) {
	p.q.Understood = append(p.q.Understood, fmt.Sprintf(format, args...))
}

// conditions are all conditions of one alternative; nil when there is none.
func (p *parser) conditions(lexemes []lexeme) engine.Expr {
	var all engine.All
	var free []lexeme // plain words, read together
	for _, l := range lexemes {
		if p.clauses++; p.clauses > maxClauses {
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, "", "too many conditions: the rest is left out"))
			break
		}
		e, plain := p.condition(l)
		switch {
		case plain:
			free = append(free, l)
		case e == nil:
		case l.not:
			p.understood("without %s", l.text)
			all = append(all, engine.Not{Expr: e})
		default:
			all = append(all, e)
		}
	}
	if e := p.free(free); e != nil {
		all = append(all, e)
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// condition is what a lexeme asks for by itself; plain when it is a word among words.
func (p *parser) condition(l lexeme) (e engine.Expr, plain bool) {
	switch {
	case l.field != "":
		e, message := Field(l.field, l.text, p.o)
		if message != "" {
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.field+":"+l.text, message))
			return words(l.text, engine.Everywhere), false
		}
		p.understood("%s: %s", l.field, l.text)
		if l.open {
			return engine.Named{Name: l.field, Text: l.text}, false
		}
		return e, false
	case l.quoted:
		tokens := analysis.Tokens(l.text)
		if len(tokens) == 0 {
			return nil, false
		}
		p.understood("the phrase “%s”", strings.TrimSpace(l.text))
		if len(tokens) > maxClauses {
			tokens = tokens[:maxClauses]
		}
		return engine.Phrase{Tokens: tokens, Folded: !analysis.Marked(tokens)}, false
	case strings.HasSuffix(l.text, "*"):
		return p.prefix(l)
	case l.not:
		return words(l.text, engine.Everywhere), false
	}
	return nil, true
}

func (p *parser) prefix(l lexeme) (engine.Expr, bool) {
	tokens := analysis.Tokens(l.text)
	if len(tokens) == 0 {
		p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.text, "* needs letters before it"))
		return nil, false
	}
	last := tokens[len(tokens)-1]
	if len(last.Bare) < 2 {
		p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.text, "one letter is too little: it is left out"))
		return nil, false
	}
	p.understood("words that start with “%s”", strings.TrimRight(l.text, "*"))
	if len(tokens) == 1 {
		return engine.Prefix{Token: last}, false
	}
	first := tokens[:len(tokens)-1]
	return engine.All{engine.Phrase{Tokens: first, Folded: !analysis.Marked(first)}, engine.Prefix{Token: last}}, false
}

// free reads the plain words of an alternative: numbers, then the rest.
func (p *parser) free(lexemes []lexeme) engine.Expr {
	if len(lexemes) == 0 {
		return nil
	}
	var all engine.All
	numbers := p.numbers(&lexemes)
	for _, n := range numbers {
		p.understood("the number %s", n.text)
		all = append(all, n.anywhere())
	}
	if len(numbers) == 0 {
		if n, ok := p.serialYear(&lexemes); ok {
			numbers = append(numbers, n)
			p.understood("the number %s of the year %s", n.serial, n.year)
			all = append(all, n.ofYear())
		}
	}
	tokens := p.tokens(lexemes)
	if len(tokens) == 0 {
		if len(all) == 0 {
			return nil
		}
		return all
	}
	w := engine.Words{Tokens: tokens, Folded: !analysis.Marked(tokens), Instead: instead(tokens)}
	digits, isSerial := p.serial(lexemes)
	switch {
	case len(numbers) > 0:
		// "cv số 2482/BHXH-TT năm 2022": the number says what is wanted.
		all = append(all, p.year(lexemes)...)
	case isSerial:
		p.understood("the number %s", digits)
		all = append(all, engine.Any{serial(digits), words(digits, engine.Everywhere)})
		all = append(all, p.year(lexemes)...)
	default:
		w.Quorum = Quorum(p.count(tokens))
		all = append(all, p.hints(lexemes)...)
	}
	p.q.Words += len(tokens)
	p.q.Understood = append(p.q.Understood, describe(p.q.Text, tokens, w.Instead)...)
	all = append(all, w)
	if len(all) == 1 {
		return all[0]
	}
	return all
}

// Quorum is the share of words that must be found. Few words were chosen with care, and all are
// meant; a question in full sentences is answered by what holds some of them.
func Quorum(words int) float64 {
	if words <= 6 {
		return 1
	}
	return 0.3
}

// count is the number of different words that are no stop words.
func (p *parser) count(tokens []analysis.Token) int {
	seen := map[string]bool{}
	for _, t := range tokens {
		if !t.Stop() {
			seen[t.Key()] = true
		}
	}
	return len(seen)
}

// tokens are the words of lexemes; those that are apart in the query make no pair.
func (p *parser) tokens(lexemes []lexeme) []analysis.Token {
	var tokens []analysis.Token
	end := -1
	for _, l := range lexemes {
		found := analysis.Tokens(p.q.Text[l.start : l.start+len(l.text)])
		for i := range found {
			found[i].Start += l.start
			found[i].End += l.start
			found[i].Opens = found[i].Opens && i > 0 || i == 0 && p.apart(end, l.start)
		}
		tokens = append(tokens, found...)
		if len(tokens) > 0 {
			end = l.start + len(l.text)
		}
	}
	if len(tokens) > 4*maxClauses {
		tokens = tokens[:4*maxClauses]
	}
	return tokens
}

// apart reports whether something else than spaces and commas lies between two words.
func (p *parser) apart(from, to int) bool {
	if from < 0 || from > to {
		return true
	}
	return strings.ContainsAny(p.q.Text[max(0, from-1):to], ".;:!?\n\t") || strings.Trim(p.q.Text[from:to], " ,()\u00a0") != ""
}

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
// số 2482 năm 2022".
func (p *parser) serial(lexemes []lexeme) (digits string, ok bool) {
	for i, l := range lexemes {
		text := strings.Trim(l.text, ".,;:()")
		isYear := i > 0 && bareText(lexemes[i-1].text) == "nam"
		switch {
		case allDigits(text) && len(text) <= 6 && !isYear:
			if digits != "" {
				return "", false
			}
			digits = text
		case isYear && allDigits(text):
		case announces(text):
		default:
			return "", false
		}
	}
	return digits, digits != ""
}

// announces reports whether a word may stand beside a number: số, cv, năm, the words and codes
// of document types.
func announces(word string) bool {
	bare := bareText(word)
	switch bare {
	case "so", "nam", "cv":
		return true
	}
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

// hints are what plain words may mean besides: a date.
func (p *parser) hints(lexemes []lexeme) engine.All {
	var hints engine.All
	for _, l := range lexemes {
		if d, ok := readDate(strings.Trim(l.text, ".,;:()")); ok && d.IsDay() {
			p.understood("the date %s", d)
			hints = append(hints, optional(engine.Keyed{Name: Issued, Values: []string{d.String()}, Boost: boostDate}))
		}
	}
	return hints
}

// isTypeName reports whether a text is the name of a document type, with or without marks.
func isTypeName(text string) bool {
	same := sameWords(text)
	for _, t := range corpus.DocumentTypes() {
		if same(t.Name) {
			return true
		}
	}
	return false
}
