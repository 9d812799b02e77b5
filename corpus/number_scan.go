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
	var buffer [numberRoom]byte
	r := numberReader{text: text, at: at, out: buffer[:0]}
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
	at      int // after what has been read
	whole   bool
	out     []byte
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
	sep := r.separator(true)
	if sep == 0 && r.whole && r.digits == 0 {
		return "does not start with a serial"
	}
	if sep == 0 && !r.oldSpace() {
		return "no symbol after the serial"
	}
	if sep == 0 {
		sep = ' '
	}
	r.out = append(r.out, sep)
	r.readYear(sep)
	r.symbol = len(r.out)
	if !r.readCode() {
		return "the symbol has no letters"
	}
	if sep == ' ' && r.at < len(r.text) && r.text[r.at] != '/' && r.text[r.at] != '-' {
		return "no symbol after the serial"
	}
	for r.codes < maxCodes && r.readNextCode() {
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
	r.out = append(r.out, r.text[from:r.at]...)
	r.digits = r.at - from
	if r.digits > 0 {
		r.readSuffix()
	}
	r.serial = len(r.out)
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
		if n >= len(rest) || rest[n] != '/' || n == 1 || n > 4 || r.digits+n-1 > maxSerialLen {
			return
		}
		if n == 4 { // thousands
			r.out, r.digits = append(r.out, rest[1:4]...), r.digits+3
		} else {
			r.out = append(r.out, rest[:n]...)
		}
		r.at += n
		return
	}
	if c := rest[0] | 0x20; c >= 'a' && c <= 'z' || strings.HasPrefix(rest, "đ") || strings.HasPrefix(rest, "Đ") {
		_, size := utf8.DecodeRuneInString(rest)
		after := *r
		after.at += size
		if after.separator(true) != 0 || after.oldSpace() {
			r.out = append(r.out, strings.ToLower(rest[:size])...)
			r.at += size
		}
	}
}

// separator reads a "/" or "-" with the blanks around it, 0 when there is none. A line break may
// stand after it or before a "/"; blanks on both sides of a "-" are a dash between words unless
// loose or the symbol so far is a type that an organ must follow.
func (r *numberReader) separator(first bool) byte {
	at, before, broken := r.blanks(r.at)
	if at >= len(r.text) {
		return 0
	}
	c, size := utf8.DecodeRuneInString(r.text[at:])
	c = plainRune(c)
	if c != '/' && c != '-' {
		return 0
	}
	if c == '-' && !r.whole && (broken || before > 0 && (first || !r.typed && !r.joint)) {
		return 0
	}
	at, _, _ = r.blanks(at + size)
	r.at = at
	return byte(c)
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

// oldSpace reports whether one blank stands for the separator: 43 TC/QLCS, 210a TC/VP (before 1997).
func (r *numberReader) oldSpace() bool {
	if r.digits == 0 || r.at+1 >= len(r.text) || r.text[r.at] != ' ' || !isUpperCode(rune(r.text[r.at+1])) {
		return false
	}
	r.at++
	return true
}

// readYear reads 2019/ or, of the nineties, 98/ after the serial.
func (r *numberReader) readYear(sep byte) {
	if sep != '/' {
		return
	}
	after := *r
	for after.at < len(r.text) && isDigit(rune(r.text[after.at])) {
		after.at++
	}
	digits := r.text[r.at:after.at]
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
	if yearSep := after.separator(false); yearSep == '/' || yearSep == '-' && len(digits) == 4 { // 16/2009-L-CTN
		r.out = append(append(r.out, digits...), yearSep)
		r.at, r.year = after.at, year
	}
}

// readNextCode reads a separator and a code, or nothing.
func (r *numberReader) readNextCode() bool {
	saved, length := *r, len(r.out)
	sep := r.separator(false)
	if sep == 0 && r.typed && r.at < len(r.text) && r.text[r.at] == ' ' { // TT BTC
		if at, count, broken := r.blanks(r.at); count == 1 && !broken {
			r.at, sep = at, '-'
			if !isOrganCode(r.text[at:]) {
				sep = 0
			}
		}
	}
	if sep != 0 && len(r.out)+maxCodeLen+1 < numberRoom {
		r.out = append(r.out, sep)
		if r.readCode() {
			return true
		}
	}
	*r = saved
	r.out = r.out[:length]
	return false
}

// readCode reads one code: letters, digits, & and inner dots, starting with a letter.
func (r *numberReader) readCode() bool {
	at, from, upper, lower := r.at, len(r.out), 0, 0
	lastUpper := at
	for at < len(r.text) && len(r.out)-from < maxCodeLen {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		c = plainRune(c)
		switch {
		case isUpperCode(c) || r.whole && isNumberLetter(c) && !isLowerCode(c):
			upper++
			lastUpper = at + size
		case isLowerCode(c) || isNumberLetter(c):
			lower++
		case isDigit(c) && at > r.at:
			lastUpper = at + size
		case c == '&' && at > r.at:
		case c == ' ' && r.ampersand(at):
			at++
			continue
		case c == '.' && at > r.at && at+1 < len(r.text) && isUpperCode(rune(r.text[at+1])):
		default:
			c = 0
		}
		if c == 0 {
			break
		}
		r.out = utf8.AppendRune(r.out, c)
		at += size
	}
	if upper+lower == 0 {
		r.out = r.out[:from]
		return false
	}
	if lower > 0 && strings.HasPrefix(r.text[lastUpper:], "ngày") && upper > 0 { // BHXHngày 12/3/2020
		r.out = r.out[:len(r.out)-(at-lastUpper)]
		at, lower = lastUpper, 0
	}
	code, ok := canonicalCode(string(r.out[from:]), upper, lower, r.whole || r.lowered)
	if !ok {
		r.out = r.out[:from]
		return false
	}
	r.out = append(r.out[:from], code...)
	r.at = at
	r.codes++
	r.lowered = r.lowered || upper == 0
	_, known := TypeOfCode(code)
	r.typed = r.codes == 1 && known
	if r.codes == 1 {
		r.joint = strings.HasSuffix(code, "LT") || strings.HasSuffix(code, "LN") || strings.HasSuffix(code, "PH")
	}
	return true
}

// ampersand reports whether the blank at is one around the & of BNN & PTNT.
func (r *numberReader) ampersand(at int) bool {
	rest := r.text[at+1:]
	if strings.HasPrefix(rest, "&") {
		return true
	}
	return at > r.at && r.text[at-1] == '&' && rest != "" && isUpperCode(rune(rest[0]))
}

// number is what has been read.
func (r *numberReader) number() DocumentNumber {
	text := string(r.out)
	n := DocumentNumber{Suffix: text[r.digits:r.serial], Year: r.year, Symbol: text[r.symbol:], text: text}
	for _, c := range []byte(text[:r.digits]) {
		n.Serial = n.Serial*10 + int(c-'0')
	}
	return n
}
