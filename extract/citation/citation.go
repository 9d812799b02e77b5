package citation

import (
	"strings"

	"congvan/corpus"
)

// Citation is one mention of a document. Start and End are bytes of the text: from the type word to
// the end of the number or name and of the date that belongs to it, without issuer and title.
type Citation struct {
	Start, End int
	Number     corpus.DocumentNumber // zero when the document is named by its name alone
	Name       string                // "Luật Bảo hiểm xã hội": what the type and the name say, in one spelling
	Type       string                // tên loại: "Công văn", "Nghị định"; "" when nothing says it
	Serial     int                   // of a short form that gives no symbol: 96 in "Nghị quyết số 96"
	Issued     corpus.Date           // may be a bare year: "Luật BHXH năm 2014"
	Issuer     string                // as written: "BHXH Việt Nam"
	Title      string                // trích yếu, without "về việc"
	Alias      string                // what the text calls it from here on: (sau đây gọi là Nghị quyết số 96)
	Provision  string                // "điểm a khoản 2 Điều 5"
	Relation   corpus.Relation
	Passive    bool // "được sửa đổi bởi" this document
	Rule       string
	Confidence float64

	from   int  // start of the provision before it, or Start
	tail   int  // end of issuer, title and alias
	listed bool // it goes on with the list of the citation before it
}

// Blank reports whether the number has no serial, as a draft's reference to itself:
// Công văn số    /BHXH-TT ngày   tháng   năm 2020.
func (c Citation) Blank() bool { return !c.Number.IsZero() && c.Number.Serial == 0 }

// Short reports whether the citation gives only type and serial: Nghị quyết số 96.
func (c Citation) Short() bool { return c.Serial > 0 }

// From is the byte where the provision before the citation begins; Start when there is none.
func (c Citation) From() int { return c.from }

// Tail is the byte after the citation with its issuer, title and alias.
func (c Citation) Tail() int { return max(c.tail, c.End) }

// Find is every mention of a document in the text, in order and without overlap. It is linear in
// the text's length and keeps no state.
func Find(text string) []Citation {
	f := finder{text: text, lastType: -1, found: make([]Citation, 0, min(64, len(text)/1024+4)), scratch: make(tokens, 0, 96)}
	f.run()
	f.relate()
	if len(f.found) == 0 {
		return nil
	}
	return f.found
}

// finder walks once over a text. At every digit and every first letter of a type word it tries to
// read a citation; all look-ahead and look-back is bounded.
type finder struct {
	text     string
	found    []Citation
	scratch  tokens
	lastType int      // where the latest type word without a number began, -1 for none
	lastWord typeWord // that type word
	lastEnd  int      // the byte after it
	lastForm int      // the byte after the latest code of a form: mẫu số 09/KK-TNCN
}

func (f *finder) run() {
	text := f.text
	for i := 0; i < len(text); {
		kind := byteKind[text[i]]
		if kind&(digit|first) == 0 || i > 0 && byteKind[text[i-1]]&inWord != 0 {
			i++
			continue
		}
		switch {
		case kind&digit != 0:
			i = f.bare(i)
		case kind&first != 0 && mayStartType(text, i) && wordStart(text, i):
			i = max(i+1, f.typed(i))
		default:
			i++
		}
	}
}

// add keeps a citation and gives the byte after it. Citations do not overlap: one whose type word
// lies in the citation before it begins after that.
func (f *finder) add(c Citation) int {
	f.lastType = -1
	if k := len(f.found) - 1; k >= 0 && c.Start < f.found[k].End {
		if c.End <= f.found[k].End {
			return c.End
		}
		c.Start = f.found[k].End
		for c.Start < c.End && byteKind[f.text[c.Start]]&inWord == 0 {
			c.Start++
		}
		c.from = max(c.from, c.Start)
	}
	f.readTail(&c)
	f.found = append(f.found, c)
	return c.End
}

// typed reads what follows a type word at i: a number, a short form or, for laws, a name.
func (f *finder) typed(i int) int {
	word, end := matchType(f.text, i)
	if end == 0 {
		return i
	}
	at, said := skipNumberWord(f.text, end)
	number, to, ok := corpus.ScanDocumentNumber(f.text, at)
	if ok && (number.Serial > 0 || number.Year > 0 || said) {
		c := Citation{Start: i, End: to, Number: number, Type: word.name, Rule: "type and number", Confidence: 0.99}
		if word.name == "" {
			c.Type = typeOfSymbol(number)
		}
		if number.Serial == 0 {
			c.Rule, c.Confidence = "blank number", 0.9
		}
		f.date(&c)
		return f.add(c)
	}
	if word.law && !said {
		return f.law(i, end, word)
	}
	if said { // it adds what it reads
		if end, ok := f.serials(i, at, word); ok {
			return end
		}
	}
	if c, ok := f.short(i, at, said, word); ok {
		f.date(&c)
		return f.add(c)
	}
	if !said {
		if c, ok := f.unnumbered(i, end, word); ok {
			return f.add(c)
		}
	}
	if i >= f.lastEnd || f.lastType < 0 {
		f.lastType, f.lastWord, f.lastEnd = i, word, end
	}
	return i // its second word may begin another: "thi công⏎Văn bản số"
}

// short reads the short form of a number: Nghị quyết số 96, Nghị định 54, Chỉ thị số 05.
func (f *finder) short(i, at int, said bool, word typeWord) (Citation, bool) {
	end := at
	for end < len(f.text) && byteKind[f.text[end]]&digit != 0 {
		end++
	}
	if end == at || end-at > 5 || !startsUpper(f.text, i) || word.law && !said || !said && !word.short {
		return Citation{}, false
	}
	if !endsNumber(f.text, end) || countsSomething(f.text, end) {
		return Citation{}, false
	}
	if !said && (end-at == 4 && isYear(f.text[at:end]) || end-at == 1) {
		return Citation{}, false
	}
	c := Citation{Start: i, End: end, Serial: atoi(f.text[at:end]), Type: word.name, Rule: "short number", Confidence: 0.7}
	return c, c.Serial > 0
}

// maxSerials bounds a list of serials that share a symbol.
const maxSerials = 24

// serials reads a list of serials whose last one alone has the symbol, "Công văn số 12, 13 và
// 14/BHXH-TT", and adds a citation for each. It answers where to go on.
func (f *finder) serials(i, at int, word typeWord) (end int, ok bool) {
	var starts, ends [maxSerials]int
	for n := 0; n < maxSerials; n++ {
		last, to, full := corpus.ScanDocumentNumber(f.text, at)
		if full && n > 0 {
			symbol := last.String()
			symbol = symbol[strings.IndexAny(symbol, "/- "):]
			var numbers [maxSerials]corpus.DocumentNumber
			for k := range n { // all of them, or the list is none
				var err error
				if numbers[k], err = corpus.ParseDocumentNumber(f.text[starts[k]:ends[k]] + symbol); err != nil {
					return 0, false
				}
			}
			starts[0] = i
			for k := range n {
				f.add(Citation{Start: starts[k], End: ends[k], Number: numbers[k], Type: word.name, Rule: "shared symbol", Confidence: 0.9})
			}
			c := Citation{Start: at, End: to, Number: last, Type: word.name, Rule: "list", Confidence: 0.97}
			f.date(&c)
			return f.add(c), true
		}
		_, stop := readInt(f.text, at, 5)
		if full || stop == at {
			return 0, false
		}
		starts[n], ends[n] = at, stop
		next := skipBlanks(f.text, stop)
		switch and := matchWords(f.text, next, "và"); {
		case and > 0:
			next = and
		case next < len(f.text) && f.text[next] == ',':
			next++
		default:
			return 0, false
		}
		at, _ = skipNumberWord(f.text, next)
	}
	return 0, false
}

// bare reads a number that no type word stands before: in a list that shares its head, after a
// title, in a table. It answers where to go on.
func (f *finder) bare(i int) int {
	number, to, ok := corpus.ScanDocumentNumber(f.text, i)
	if !ok {
		return f.skipDigits(i)
	}
	start, name, rule, confidence := f.head(i, number)
	if rule == "" {
		if name == "form" {
			f.lastForm = to
		}
		return f.skipDigits(i)
	}
	c := Citation{Start: start, End: to, Number: number, Type: name, Rule: rule, Confidence: confidence}
	f.date(&c)
	return f.add(c)
}

func (f *finder) skipDigits(i int) int {
	for i < len(f.text) && byteKind[f.text[i]]&inWord != 0 {
		i++
	}
	return i
}
