package corpus

import (
	"fmt"
	"strconv"
	"strings"
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
// separators, other dashes, look-alike letters, trailing punctuation. The error says what is
// wrong with it.
func ParseDocumentNumber(s string) (DocumentNumber, error) {
	text := canonicalNumber(s)
	digits := 0
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	if digits > 6 {
		return DocumentNumber{}, fmt.Errorf("document number %q: serial of more than 6 digits", s)
	}
	sep := strings.IndexAny(text, "/-")
	if sep < 0 || sep+1 == len(text) {
		return DocumentNumber{}, fmt.Errorf("document number %q: no symbol after the serial", s)
	}
	if sep < digits || sep-digits > 4 {
		return DocumentNumber{}, fmt.Errorf("document number %q: does not start with a serial", s)
	}
	n := DocumentNumber{Suffix: text[digits:sep], Symbol: text[sep+1:], text: text}
	n.Serial, _ = strconv.Atoi(text[:digits])
	if year, rest, ok := strings.Cut(n.Symbol, "/"); ok && len(year) == 4 && text[sep] == '/' {
		if y, err := strconv.Atoi(year); err == nil && y >= 1900 && y < 2100 {
			n.Year, n.Symbol = y, rest
		}
	}
	if !strings.ContainsFunc(n.Symbol, func(r rune) bool { return r > '9' }) {
		return DocumentNumber{}, fmt.Errorf("document number %q: the symbol has no letters", s)
	}
	return n, nil
}

// String is the canonical written form.
func (n DocumentNumber) String() string { return n.text }

// Codes are the parts of the symbol: BHXH, TT.
func (n DocumentNumber) Codes() []string {
	return strings.FieldsFunc(n.Symbol, func(r rune) bool { return r == '-' || r == '/' })
}

// Key is the strict match key: serial without leading zeros, year, codes; Đ and D differ.
func (n DocumentNumber) Key() string {
	return strings.ToUpper(strings.Join(append([]string{strconv.Itoa(n.Serial) + n.Suffix, strconv.Itoa(n.Year)}, n.Codes()...), "|"))
}

// LooseKey is the key for a second look: Đ as D, no &, no year.
func (n DocumentNumber) LooseKey() string {
	key := strings.Join(append([]string{strconv.Itoa(n.Serial) + n.Suffix}, n.Codes()...), "|")
	return strings.NewReplacer("Đ", "D", "&", "").Replace(strings.ToUpper(key))
}

// canonicalNumber unifies look-alike letters and dashes and drops spaces and final punctuation.
func canonicalNumber(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case 'Ð', 'Ɖ':
			return 'Đ'
		case 'ð':
			return 'đ'
		case '–', '—', '‐', '‑', '−':
			return '-'
		case '⁄', '∕':
			return '/'
		case 'А':
			return 'A'
		case 'В':
			return 'B'
		case 'С':
			return 'C'
		case 'Е':
			return 'E'
		case 'Н':
			return 'H'
		case 'К':
			return 'K'
		case 'М':
			return 'M'
		case 'О':
			return 'O'
		case 'Р':
			return 'P'
		case 'Т':
			return 'T'
		case 'Х':
			return 'X'
		case ' ', '\t', '\n', '\r', '\u00a0':
			return -1
		}
		return r
	}, s)
	return strings.TrimRight(s, ".,;:")
}
