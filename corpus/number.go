package corpus

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DocumentNumber is the number and symbol of a document (số, ký hiệu; NĐ 30/2020 art. 8.1.c,
// annex III): 2482/BHXH-TT, 05/2019/NQ-HĐTP, 28-NQ/TW. Serials restart every 1 January.
type DocumentNumber struct {
	Serial int    // 0 when it is left blank
	Suffix string // what follows the digits of the serial: "a" in 30a, ".20" in 66.20
	Year   int    // 0 when the number does not carry one
	Symbol string // BHXH-TT, NQ-HĐTP, NQ/TW
	text   string
}

// ParseDocumentNumber reads a number in any written form: with spaces or line breaks around its
// separators, other dashes, look-alike letters, lower case, "Số:" before it or punctuation after
// it. The error says what is wrong with it.
func ParseDocumentNumber(s string) (DocumentNumber, error) {
	body := strings.TrimLeft(s, " \t\r\n\u00a0")
	if strings.ContainsFunc(body, isFullWidth) {
		body = strings.Map(plainRune, body)
	}
	for _, word := range [...]string{"Số", "số", "SỐ"} {
		if rest, ok := strings.CutPrefix(body, word); ok {
			body = strings.TrimLeft(rest, " \t\r\n\u00a0:.…_")
			break
		}
	}
	r := numberReader{text: body, whole: true}
	if why := r.read(); why != "" {
		return DocumentNumber{}, fmt.Errorf("document number %q: %s", s, why)
	}
	if rest := strings.Trim(body[r.at:], " \t\r\n\u00a0.,;:…-–/_"); rest != "" {
		return DocumentNumber{}, fmt.Errorf("document number %q: %q is not part of a symbol", s, rest)
	}
	return r.number(), nil
}

// String is the canonical written form: parsing it gives the same number.
func (n DocumentNumber) String() string { return n.text }

// IsZero reports whether there is no number.
func (n DocumentNumber) IsZero() bool { return n.text == "" }

// Codes are the parts of the symbol: BHXH, TT.
func (n DocumentNumber) Codes() []string { return strings.FieldsFunc(n.Symbol, isCodeBreak) }

// FirstCode is the first of the Codes and how many there are.
func (n DocumentNumber) FirstCode() (code string, count int) {
	for c := range strings.FieldsFuncSeq(n.Symbol, isCodeBreak) {
		if count == 0 {
			code = c
		}
		count++
	}
	return code, count
}

// TypeCode is the code in the symbol that stands for a document type: NQ in 05/2019/NQ-HĐTP and in
// 28-NQ/TW; "" when the symbol has none, as in 2482/BHXH-TT.
func (n DocumentNumber) TypeCode() string {
	first := n.Symbol
	if k := strings.IndexFunc(first, isCodeBreak); k >= 0 {
		first = first[:k]
	} else if n.Year == 0 {
		return "" // 169-CP, 914/BHXH: a lone code is who issued it
	}
	if _, ok := TypeOfCode(first); ok {
		return first
	}
	return ""
}

func isCodeBreak(r rune) bool { return r == '-' || r == '/' || r == ' ' }

// Key is the strict match key: serial without leading zeros, year, codes; Đ and D differ.
func (n DocumentNumber) Key() string {
	key := strconv.AppendInt(make([]byte, 0, len(n.text)+16), int64(n.Serial), 10)
	key = append(appendUpper(key, n.Suffix), '|')
	key = strconv.AppendInt(key, int64(n.Year), 10)
	for code := range strings.FieldsFuncSeq(n.Symbol, isCodeBreak) {
		key = appendUpper(append(key, '|'), code)
	}
	return string(key)
}

func appendUpper(key []byte, s string) []byte {
	for _, r := range s {
		key = utf8.AppendRune(key, unicode.ToUpper(r))
	}
	return key
}

// LooseKey is the key for a second look: Đ as D, no &, no year, and one spelling of the organs
// that are written in several.
func (n DocumentNumber) LooseKey() string {
	return string(n.AppendLooseKey(make([]byte, 0, len(n.text)+16)))
}

// AppendLooseKey appends the LooseKey to key.
func (n DocumentNumber) AppendLooseKey(key []byte) []byte {
	key = strconv.AppendInt(key, int64(n.Serial), 10)
	key = appendUpper(key, n.Suffix)
	for code := range strings.FieldsFuncSeq(n.Symbol, isCodeBreak) {
		key = append(key, '|')
		start := len(key)
		for _, r := range code {
			if r = looseLetter(unicode.ToUpper(r)); r != 0 {
				key = utf8.AppendRune(key, r)
			}
		}
		for _, same := range looseCodes {
			if same[0] == string(key[start:]) {
				key = append(key[:start], same[1]...)
				break
			}
		}
	}
	return key
}

// looseLetter is the bare form of a letter of a code, 0 for what the loose key leaves out.
func looseLetter(r rune) rune {
	switch r {
	case '&', '.':
		return 0
	case 'Đ':
		return 'D'
	case 'Ă', 'Â':
		return 'A'
	case 'Ê':
		return 'E'
	case 'Ô', 'Ơ':
		return 'O'
	case 'Ư':
		return 'U'
	}
	return r
}

// looseCodes are other spellings of organs, as loose letters, with the one that stands for them.
var looseCodes = [...][2]string{
	{"BNNPTNT", "BNN"},     // 01/2015/TT-BNNPTNT, 32/2009/TT-BNN
	{"BNNMT", "BNN"},       // 12/2025/TT-BNNMT
	{"LDTBXH", "BLDTBXH"},  // 294/QĐ-LĐTBXH
	{"LDTBXHH", "BLDTBXH"}, // a slip seen in registers
	{"TU", "TW"},           // 28-NQ/TƯ
	{"BCS", "BCSD"},        // 96/NQ-BCS, 298-KH/BCSĐ
	{"UBTVQH", "UBTV"},
}

// ConfusionKey is the key for a last look, when neither the strict nor the loose one is known: the
// letters and digits that OCR takes for each other are one. Two numbers that share it may differ.
func (n DocumentNumber) ConfusionKey() string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'O', 'Q', 'D':
			return '0'
		case 'I', 'L':
			return '1'
		case 'S':
			return '5'
		case 'B':
			return '8'
		case 'Z':
			return '2'
		case 'G':
			return '6'
		case 'F':
			return 'T'
		}
		return r
	}, n.LooseKey())
}
