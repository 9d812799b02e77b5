package pdf

import "strconv"

// kind says what an operand is.
type kind uint8

const (
	number kind = iota
	text        // a string, unescaped
	name
	opening // of an array or a dictionary
	closing
	word // an operator, true, false, null
	end  // of the stream
)

// token is a number, or bytes that stay valid until the lexer's reset.
type token struct {
	kind  kind
	value float64
	bytes []byte
}

// lexer cuts a content stream (ISO 32000-1, 7.8.2) or a CMap into tokens. It accepts anything:
// what is malformed is passed over.
type lexer struct {
	data    []byte
	at      int
	scratch []byte // unescaped strings since the last reset
}

func (l *lexer) reset() { l.scratch = l.scratch[:0] }

func (l *lexer) next() token {
	for l.at < len(l.data) {
		c := l.data[l.at]
		switch {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.data) && l.data[l.at] != '\n' && l.data[l.at] != '\r' {
				l.at++
			}
		case c == '(':
			return l.literal()
		case c == '<':
			if at(l.data, l.at+1) == '<' {
				l.at += 2
				return token{kind: opening}
			}
			return l.hex()
		case c == '>':
			l.at++
			if at(l.data, l.at) == '>' {
				l.at++
				return token{kind: closing}
			}
		case c == '[':
			l.at++
			return token{kind: opening}
		case c == ']':
			l.at++
			return token{kind: closing}
		case c == '/':
			l.at++
			return token{kind: name, bytes: l.name()}
		case c == ')' || c == '{' || c == '}':
			l.at++
		default:
			return l.regular()
		}
	}
	return token{kind: end}
}

func (l *lexer) regular() token {
	start := l.at
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		l.at++
	}
	b := l.data[start:l.at]
	if c := b[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		if v, ok := parseNumber(b); ok {
			return token{kind: number, value: v}
		}
	}
	return token{kind: word, bytes: b}
}

// parseNumber reads "12", "-.5", "1.50-3" (the sign inside ends it), "--5".
func parseNumber(b []byte) (float64, bool) {
	i, negative := 0, false
	for i < len(b) && (b[i] == '-' || b[i] == '+') {
		negative = b[i] == '-'
		i++
	}
	digits, v, scale := 0, 0.0, 0.0
	for ; i < len(b); i++ {
		switch c := b[i]; {
		case c >= '0' && c <= '9':
			digits++
			if scale == 0 {
				v = v*10 + float64(c-'0')
			} else {
				v += float64(c-'0') * scale
				scale /= 10
			}
		case c == '.' && scale == 0:
			scale = 0.1
		case c == '-' && digits > 0:
			i = len(b)
		case (c == 'e' || c == 'E') && digits > 0:
			f, err := strconv.ParseFloat(string(b), 64)
			return f, err == nil
		default:
			return 0, false
		}
	}
	if negative {
		v = -v
	}
	return v, digits > 0 || scale > 0
}

func (l *lexer) name() []byte {
	start := l.at
	escaped := false
	for l.at < len(l.data) && isRegular(l.data[l.at]) {
		escaped = escaped || l.data[l.at] == '#'
		l.at++
	}
	raw := l.data[start:l.at]
	if !escaped {
		return raw
	}
	from := len(l.scratch)
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexDigit(raw[i+1]) >= 0 && hexDigit(raw[i+2]) >= 0 {
			l.scratch = append(l.scratch, byte(hexDigit(raw[i+1])<<4|hexDigit(raw[i+2])))
			i += 2
			continue
		}
		l.scratch = append(l.scratch, raw[i])
	}
	return l.scratch[from:len(l.scratch):len(l.scratch)]
}

func (l *lexer) hex() token {
	l.at++
	from, high := len(l.scratch), -1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		if c == '>' {
			break
		}
		d := hexDigit(c)
		if d < 0 {
			continue
		}
		if high < 0 {
			high = d
			continue
		}
		l.scratch = append(l.scratch, byte(high<<4|d))
		high = -1
	}
	if high >= 0 {
		l.scratch = append(l.scratch, byte(high<<4))
	}
	return token{kind: text, bytes: l.scratch[from:len(l.scratch):len(l.scratch)]}
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) literal() token {
	l.at++
	from, depth := len(l.scratch), 1
	for l.at < len(l.data) {
		c := l.data[l.at]
		l.at++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return token{kind: text, bytes: l.scratch[from:len(l.scratch):len(l.scratch)]}
			}
		case '\\':
			l.escape()
			continue
		case '\r': // an end of line in a string counts as one "\n"
			if at(l.data, l.at) == '\n' {
				l.at++
			}
			c = '\n'
		}
		l.scratch = append(l.scratch, c)
	}
	return token{kind: text, bytes: l.scratch[from:len(l.scratch):len(l.scratch)]}
}

func (l *lexer) escape() {
	if l.at >= len(l.data) {
		return
	}
	c := l.data[l.at]
	l.at++
	if plain, ok := escapes[c]; ok {
		l.scratch = append(l.scratch, plain)
		return
	}
	switch {
	case c == '\r':
		if at(l.data, l.at) == '\n' {
			l.at++
		}
	case c == '\n':
	case '0' <= c && c <= '7':
		v := int(c - '0')
		for n := 0; n < 2 && l.at < len(l.data) && '0' <= l.data[l.at] && l.data[l.at] <= '7'; n++ {
			v = v*8 + int(l.data[l.at]-'0')
			l.at++
		}
		l.scratch = append(l.scratch, byte(v))
	default:
		l.scratch = append(l.scratch, c)
	}
}
