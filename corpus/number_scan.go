package corpus

import (
	"strings"
	"unicode/utf8"
)

// The limits of the number grammar.
const (
	numberRoom    = 192 // bytes of a canonical number: fourteen organs of a joint circular fit
	maxCodes      = 16  // TTLT and up to fourteen organs
	maxCodeLen    = 40  // bytes
	maxSerialLen  = 6
	maxBlankInGap = 3 // blanks on one side of a separator
)

// ScanDocumentNumber reads the number that begins at byte at of running text: at its serial, or at
// the "/" of a blank one (số    /BHXH-TT). end is the byte after it; final punctuation is no part
// of it. It is stricter than ParseDocumentNumber: a symbol is capitals, and blanks stand only
// where real numbers have them (4217/KH- BHXH, 30a/⏎2008/NQ-CP). Dates, ratios and ranges are none.
func ScanDocumentNumber(text string, at int) (n DocumentNumber, end int, ok bool) {
	r := numberReader{text: text, at: at, from: at}
	if !r.startsHere() || r.read() != "" {
		return DocumentNumber{}, at, false
	}
	return r.number(), r.at, true
}

// numberReader reads one number from left to right and writes its canonical form.
//
//	number := serial sep [year "/"] code (sep code)*
//	serial := digit{1,6} [letter | "." digit{1,2}] | ""
type numberReader struct {
	text    string
	from    int // where the number begins
	at      int // after what has been read
	whole   bool
	out     [numberRoom]byte
	n       int // bytes of out in use
	digits  int // bytes of the serial's digits in out
	serial  int // bytes of the serial with its suffix in out
	symbol  int // where the symbol starts in out
	year    int
	codes   int
	typed   bool // the symbol so far is one code that names a type
	joint   bool // its first code is that of a joint document: organs follow
	lowered bool // the codes are written in lower case
}

// startsHere reports whether a number may begin at the reader's place: not inside a word, a
// fraction, a date or a decimal.
func (r *numberReader) startsHere() bool {
	if r.at >= len(r.text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(r.text[:r.at])
	if r.at == 0 {
		before = ' '
	}
	if r.text[r.at] == '/' {
		return before == ' ' || before == ':' || before == '.' || before == '…' || before == '_' || before == '\u00a0' || before == 'ố' || before == 'Ố'
	}
	switch {
	case before == 'ố' || before == 'Ố': // số2482/BHXH-TT
		return true
	case before == '/' || before == '.' || before == ',' || before == ':':
		earlier, _ := utf8.DecodeLastRuneInString(r.text[:r.at-1])
		return !isDigit(earlier) && before != '/'
	}
	return !isDigit(before) && !isNumberLetter(before) && before != '-'
}

// read reads the whole number; the answer says why there is none, "" when there is one.
func (r *numberReader) read() string {
	if why := r.readSerial(); why != "" {
		return why
	}
	sep := r.readSeparator(true)
	if sep == 0 && r.whole && r.digits == 0 {
		return "does not start with a serial"
	}
	if sep == 0 {
		if !r.oldSpace(r.at) {
			return "no symbol after the serial"
		}
		r.at, sep = r.at+1, ' '
	}
	r.put(sep)
	r.readYear(sep)
	r.symbol = r.n
	if !r.readCode() {
		return "the symbol has no letters"
	}
	for r.codes < maxCodes && r.readNextCode() {
	}
	if sep == ' ' && r.codes < 2 && !isGovernment(string(r.out[r.symbol:r.n])) {
		return "no symbol after the serial"
	}
	if r.lowered && r.codes < 2 && !r.whole {
		return "the symbol is not in capitals"
	}
	if r.digits == 0 && r.year == 0 && r.codes < 2 && !r.whole {
		return "neither serial nor year"
	}
	return ""
}

func (r *numberReader) readSerial() string {
	from := r.at
	for r.at < len(r.text) && isDigit(rune(r.text[r.at])) {
		r.at++
	}
	if r.at-from > maxSerialLen {
		return "serial of more than 6 digits"
	}
	r.puts(r.text[from:r.at])
	r.digits = r.at - from
	if r.digits > 0 {
		r.readSuffix()
	}
	r.serial = r.n
	return ""
}

// readSuffix reads the letter of 30a or the fraction of 66.20; of 1.420/KH the dot goes.
func (r *numberReader) readSuffix() {
	rest := r.text[r.at:]
	if len(rest) < 2 {
		return
	}
	if rest[0] == '.' {
		n := 1
		for n < len(rest) && isDigit(rune(rest[n])) {
			n++
		}
		sep, _ := r.separator(r.at+n, true)
		if n == 1 || n > 4 || r.digits+n-1 > maxSerialLen || sep != '/' {
			return
		}
		if n == 4 { // thousands
			r.puts(rest[1:4])
			r.digits += 3
		} else {
			r.puts(rest[:n])
		}
		r.at += n
		return
	}
	if rest[0] == ' ' && len(rest) > 2 && rest[2] == '/' && rest[1] >= 'a' && rest[1] <= 'e' { // 08 a/2010/TT-BTP
		r.put(rest[1])
		r.at += 2
		return
	}
	if c := rest[0] | 0x20; c >= 'a' && c <= 'z' || strings.HasPrefix(rest, "đ") || strings.HasPrefix(rest, "Đ") {
		_, size := utf8.DecodeRuneInString(rest)
		if sep, _ := r.separator(r.at+size, true); sep != 0 || r.oldSpace(r.at+size) {
			r.puts(strings.ToLower(rest[:size]))
			r.at += size
		}
	}
}

func (r *numberReader) put(c byte) {
	if r.n < numberRoom {
		r.out[r.n] = c
		r.n++
	}
}

func (r *numberReader) puts(s string) { r.n += copy(r.out[r.n:], s) }

// readSeparator reads the separator at the reader's place, 0 when there is none.
func (r *numberReader) readSeparator(first bool) byte {
	sep, next := r.separator(r.at, first)
	if sep != 0 {
		r.at = next
	}
	return sep
}

// separator is the "/" or "-" at byte at and the byte after it and the blanks around it; 0 when
// there is none. A line break may stand after it or before a "/"; blanks on both sides of a "-" are
// a dash between words unless the symbol so far is a type that an organ must follow.
func (r *numberReader) separator(at int, first bool) (sep byte, next int) {
	at, before, broken := r.blanks(at)
	if at >= len(r.text) {
		return 0, at
	}
	c, size := utf8.DecodeRuneInString(r.text[at:])
	c = plainRune(c)
	if c != '/' && c != '-' {
		return 0, at
	}
	next, _, _ = r.blanks(at + size)
	if c == '-' && !r.whole && (broken || before > 0 && (first && !r.partyFollows(next) || !first && !r.typed && !r.joint && !r.unitFollows(next))) {
		return 0, at
	}
	return byte(c), next
}

// unitFollows reports whether a unit of the only organ so far can stand at byte i: 4623/VPCP - ĐMDN,
// but not 914/BHXH - UBND tỉnh.
func (r *numberReader) unitFollows(i int) bool {
	return r.codes == 1 && i+1 < len(r.text) && isUpperCode(firstRune(r.text[i:])) && !isOrganCode(r.text[i:])
}

// partyFollows reports whether a type and the "/" of the Party's form stand at byte i: 28 - NQ/TW.
func (r *numberReader) partyFollows(i int) bool {
	end := i
	for end < len(r.text) && end-i < 8 && r.text[end] != '/' {
		end++
	}
	if end == len(r.text) || r.text[end] != '/' {
		return false
	}
	_, ok := TypeOfCode(r.text[i:end])
	return ok
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// blanks skips white space: a few blanks and at most one line break.
func (r *numberReader) blanks(at int) (after, count int, broken bool) {
	from := at
	for at < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		switch {
		case c == '\n' && (r.whole || !broken):
			broken = true
		case c == ' ' || c == '\u00a0' || c == '\r' || c == '\t' && r.whole:
			count++
		default:
			return at, count, broken
		}
		if count > maxBlankInGap && !r.whole {
			return from, 0, false
		}
		at += size
	}
	return at, count, broken
}

// oldSpace reports whether the blank at stands for the separator: 43 TC/QLCS, 210a TC/VP (before
// 1997).
func (r *numberReader) oldSpace(at int) bool {
	return r.digits > 0 && at+1 < len(r.text) && r.text[at] == ' ' && isUpperCode(rune(r.text[at+1]))
}

// readYear reads 2019/ or, of the nineties, 98/ after the serial.
func (r *numberReader) readYear(sep byte) {
	if sep != '/' {
		return
	}
	end := r.at
	for end < len(r.text) && isDigit(rune(r.text[end])) {
		end++
	}
	digits := r.text[r.at:end]
	year := 0
	for _, c := range []byte(digits) {
		if len(digits) <= 4 {
			year = year*10 + int(c-'0')
		}
	}
	switch {
	case len(digits) == 4 && year >= 1900 && year < 2100:
	case len(digits) == 2 && year >= 45:
		year += 1900
	default:
		return
	}
	if yearSep, next := r.separator(end, false); yearSep == '/' || yearSep == '-' && len(digits) == 4 { // 16/2009-L-CTN
		r.puts(digits)
		r.put(yearSep)
		r.at, r.year = next, year
	}
}

// number is what has been read. One that is written as its canonical form is a part of the text,
// and no copy.
func (r *numberReader) number() DocumentNumber {
	text := r.text[r.from:min(len(r.text), r.from+r.n)]
	if text != string(r.out[:r.n]) {
		text = string(r.out[:r.n])
	}
	n := DocumentNumber{Suffix: text[r.digits:r.serial], Year: r.year, Symbol: text[r.symbol:], text: text}
	for _, c := range []byte(text[:r.digits]) {
		n.Serial = n.Serial*10 + int(c-'0')
	}
	return n
}
