package query

import (
	"strconv"
	"strings"
	"unicode"

	"congvan/corpus"
	"congvan/index/analysis"
	"congvan/index/engine"
)

// How much a number adds to the score: a record that has it comes before all that name it, and
// those before all that only have the words.
const (
	boostOwnNumber  = 1000
	boostExactMarks = 50 // NĐ typed and found, not ND
	boostCited      = 20
	boostSerial     = 300
	boostYear       = 30
	boostType       = 15
	boostDate       = 10
)

// number is a document number as typed: the whole of it, or its beginning.
type number struct {
	serial string   // digits, without leading zeros, with the letter after them (30a)
	year   string   // "" when it is not in the number
	codes  []string // of the symbol, bare and in upper case
	text   string
}

// readNumber reads a number that has a symbol, or the start of one: 2482/BHXH-TT, 2482/bhxh,
// 28-NQ/TW, 05/2019/NQ-HĐTP, 2482BHXH.
func readNumber(s string) (number, bool) {
	n := number{text: s}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > 6 {
		return n, false
	}
	rest := s[digits:]
	n.serial = trimZeros(s[:digits])
	if letters := letterRun(rest); letters > 0 && letters <= 2 && len(rest) > letters && isSeparator(rest[letters:]) {
		n.serial += strings.ToUpper(rest[:letters]) // 30a/2008
		rest = rest[letters:]
	}
	parts := strings.FieldsFunc(rest, func(r rune) bool {
		return r == '/' || isDash(r) || r == '⁄' || r == '∕' || unicode.IsSpace(r) || r == '_'
	})
	if len(parts) == 0 {
		return n, false
	}
	if len(parts[0]) == 4 && allDigits(parts[0]) && (strings.HasPrefix(parts[0], "19") || strings.HasPrefix(parts[0], "20")) {
		n.year, parts = parts[0], parts[1:]
	}
	for _, part := range parts {
		code := bareCode(part)
		if code == "" || !strings.ContainsFunc(code, unicode.IsLetter) || len(code) > 20 {
			return n, false
		}
		n.codes = append(n.codes, code)
	}
	return n, len(n.codes) > 0
}

// bareCode is a code of a symbol without marks, in capitals: NĐ is ND.
func bareCode(code string) string {
	return strings.ToUpper(strings.ReplaceAll(bareText(code), " ", ""))
}

func trimZeros(s string) string {
	if s = strings.TrimLeft(s, "0"); s == "" {
		return "0"
	}
	return s
}

func letterRun(s string) int {
	n := 0
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || s[n] >= 'A' && s[n] <= 'Z') {
		n++
	}
	return n
}

func isDash(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2015 || r == 0x2212 }

func isSeparator(s string) bool {
	for _, r := range s {
		return r == '/' || isDash(r) || r == '⁄' || r == '∕'
	}
	return false
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// loose is the loose key of the number, or the start of one.
func (n number) loose() string { return strings.Join(append([]string{n.serial}, n.codes...), "|") }

// records is the condition that a record has the number, or one that starts with it; a record
// with just this number comes first.
func (n number) own() engine.Expr {
	key := n.loose()
	own := engine.Any{
		engine.Keyed{Name: Loose, Values: []string{key}, Boost: boostOwnNumber},
		// 2482/BHXH or 2482/BH for 2482/BHXH-TT: the end may be left out.
		engine.Keyed{Name: Loose, From: key, To: key + "}", Boost: boostSerial},
	}
	squashed := TypedNumber(n.text)
	own = append(own, engine.Keyed{Name: Written, From: squashed + "\x02", To: squashed + "\x03", Boost: boostOwnNumber - boostExactMarks})
	if strict, err := corpus.ParseDocumentNumber(n.text); err == nil {
		own = append(own, engine.Keyed{Name: Number, Values: []string{strict.Key()}, Boost: boostExactMarks})
	}
	if n.year == "" {
		return own
	}
	return engine.All{own, optional(engine.Keyed{Name: Year, Values: []string{n.year}, Boost: boostYear})}
}

// anywhere is the condition that a record has the number, names it, or has its words in a row.
func (n number) anywhere() engine.Expr {
	tokens := analysis.Tokens(n.text)
	return engine.Any{
		n.own(),
		n.cited(),
		engine.Phrase{Tokens: tokens, Folded: true},
	}
}

// ofYear is the condition that a record has the serial in the year, or the two in a row.
func (n number) ofYear() engine.Expr {
	return engine.Any{
		engine.All{
			engine.Keyed{Name: Serial, Values: []string{n.serial}, Boost: boostSerial},
			engine.Keyed{Name: Year, Values: []string{n.year}, Boost: boostYear},
		},
		engine.Phrase{Tokens: analysis.Tokens(n.text), Folded: true},
	}
}

func (n number) cited() engine.Expr {
	key := n.loose()
	return engine.Keyed{Name: Cites, From: key, To: key + "}", Boost: boostCited}
}

// optional never refuses; it only adds to the score.
func optional(e engine.Expr) engine.Expr { return engine.Any{e, engine.All{}} }

func numberField(value string) (engine.Expr, Code) {
	if n, ok := readNumber(value); ok {
		return n.own(), ""
	}
	if allDigits(value) && len(value) <= 6 {
		return serial(value), ""
	}
	return nil, WantsNumber
}

func citesField(value string) (engine.Expr, Code) {
	if n, ok := readNumber(value); ok {
		return n.cited(), ""
	}
	if allDigits(value) && len(value) <= 6 {
		return citedSerial(value, ""), ""
	}
	return engine.Keyed{Name: Cites, Match: holdsWords(value)}, ""
}

// citedSerial is the condition that a record names a document by a number with these digits; one
// whose symbol has the code of the type comes first: 27-CT/TW for chỉ thị 27. Symbols of dispatches
// and laws have none: 1007/BHXH-TT, 58/2014/QH13.
func citedSerial(digits, kind string) engine.Expr {
	digits = trimZeros(digits)
	cited := engine.Any{engine.Keyed{Name: Cites, From: digits + "|", To: digits + "}", Boost: boostCited}}
	if kind == "" {
		return cited
	}
	is := typeMatch(kind)
	for _, t := range corpus.DocumentTypes() {
		if is(t.Name) {
			key := digits + "|" + bareCode(t.Code)
			cited = append(cited, engine.Keyed{Name: Cites, Values: []string{key}, From: key + "|", To: key + "}", Boost: boostType})
		}
	}
	return cited
}

func serial(digits string) engine.Expr {
	return engine.Keyed{Name: Serial, Values: []string{trimZeros(digits)}, Boost: boostSerial}
}

// Keys are the keys under which a record's own number is found.
func Keys(n corpus.DocumentNumber) []engine.Key {
	keys := []engine.Key{{Name: Number, Value: n.Key()}, {Name: Loose, Value: LooseKey(n)}}
	keys = append(keys, engine.Key{Name: Written, Value: TypedNumber(n.String()) + "\x02" + n.String()})
	if n.Serial > 0 {
		keys = append(keys, engine.Key{Name: Serial, Value: strconv.Itoa(n.Serial)})
	}
	return keys
}

// LooseKey is the key of a number without year, marks and separators: what is typed carelessly
// gives the same.
func LooseKey(n corpus.DocumentNumber) string {
	key := []string{strconv.Itoa(n.Serial) + strings.ToUpper(n.Suffix)}
	for _, code := range n.Codes() {
		key = append(key, bareCode(code))
	}
	return strings.Join(key, "|")
}

// TypedNumber is a number, or the start of one, without marks and separators: 2482/bhxh-tt and
// 2482 BHXH TT give the same.
func TypedNumber(s string) string {
	return strings.ReplaceAll(bareText(strings.TrimLeft(s, "0")), " ", "")
}
