package query

import (
	"slices"
	"strings"
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
		q.Problems = append(q.Problems, problem(q.Text, len(q.Text), "", say(TooLong, utf8.RuneCountInString(q.Text))))
	}
	q.Text = strings.ToValidUTF8(q.Text, " ")
	lexemes, problems := lex(q.Text)
	q.Problems = append(q.Problems, problems...)
	p := parser{q: &q, o: o, lexemes: lexemes}
	q.Where = p.parse()
	return q.In(English)
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
				p.understood(SaidOr)
			}
			alternatives = append(alternatives, e)
		} else if i < len(p.lexemes) || start > 0 {
			at := min(i, len(p.lexemes)-1)
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, p.lexemes[at].start, p.lexemes[at].text, say(OneSided)))
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

func (p *parser) understood(code Code, args ...any) { p.q.said = append(p.q.said, say(code, args...)) }

// conditions are all conditions of one alternative; nil when there is none.
func (p *parser) conditions(lexemes []lexeme) engine.Expr {
	var all engine.All
	var free []lexeme // plain words, read together
	for _, l := range lexemes {
		if p.clauses++; p.clauses > maxClauses {
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, "", say(TooMany)))
			break
		}
		e, plain := p.condition(l)
		switch {
		case plain:
			free = append(free, l)
		case e == nil:
		case l.not:
			p.understood(SaidWithout, l.text)
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
		e, code := Field(l.field, l.text, p.o)
		if code != "" {
			p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.field+":"+l.text, say(code)))
			return words(l.text, engine.Everywhere), false
		}
		p.understood(SaidField, field(l.field), l.text)
		if l.open {
			return engine.Named{Name: l.field, Text: l.text}, false
		}
		return e, false
	case l.quoted:
		tokens := analysis.Tokens(l.text)
		if len(tokens) == 0 {
			return nil, false
		}
		p.understood(SaidPhrase, strings.TrimSpace(l.text))
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
		p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.text, say(BareStar)))
		return nil, false
	}
	last := tokens[len(tokens)-1]
	if len(last.Bare) < 2 {
		p.q.Problems = append(p.q.Problems, problem(p.q.Text, l.start, l.text, say(OneLetter)))
		return nil, false
	}
	p.understood(SaidPrefix, strings.TrimRight(l.text, "*"))
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
		p.understood(SaidNumber, n.text)
		all = append(all, n.anywhere())
	}
	if len(numbers) == 0 {
		if n, ok := p.serialYear(&lexemes); ok {
			numbers = append(numbers, n)
			p.understood(SaidNumberYear, n.serial, n.year)
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
	digits, kind, isSerial := p.serial(lexemes)
	switch {
	case len(numbers) > 0:
		// "cv số 2482/BHXH-TT năm 2022": the number says what is wanted.
		all = append(append(all, p.year(lexemes)...), p.typeHint(lexemes)...)
		if len(all) > 0 && !slices.ContainsFunc(lexemes, says) {
			return all
		}
	case isSerial:
		p.understood(SaidNumber, digits)
		all = append(all, engine.Any{serial(digits), citedSerial(digits, kind), words(digits, engine.Everywhere)})
		return append(append(all, p.year(lexemes)...), p.typeHint(lexemes)...)
	default:
		w.Quorum = Quorum(p.count(tokens))
		all = append(all, p.hints(lexemes)...)
	}
	p.q.Words += len(tokens)
	p.q.said = append(p.q.said, describe(p.q.Text, tokens, w.Instead)...)
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
