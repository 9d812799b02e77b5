// Package markup scans the XML of office files: fast, without copies, without namespaces, and
// without what makes XML dangerous. Document types are passed over, so no entity but the five of
// XML 1.0 and character references means anything.
package markup

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"
)

// Kind is what the scanner stands at.
type Kind uint8

// The kinds of tokens.
const (
	None Kind = iota
	Start
	End
	Text
)

// Errors of a scan.
var (
	ErrDeep = errors.New("elements nested too deep")
	ErrCut  = errors.New("the XML ends in the middle")
)

// Scanner reads tokens one after the other. Slices that it gives are good until the content is
// changed; attributes until the next call of Next.
type Scanner struct {
	Kind  Kind
	Name  []byte // of an element, without its namespace prefix
	Depth int    // elements open, with the one that starts or ends here

	b      []byte
	at     int
	data   []byte // text, or the attributes of a start tag
	cdata  bool
	closed bool // the start tag closes itself: its end comes next
	most   int
	err    error
}

// New scans content; elements may be nested depth deep.
func New(content []byte, depth int) *Scanner { return &Scanner{b: content, most: depth} }

// Err is why the scan ended, nil at a proper end.
func (s *Scanner) Err() error { return s.err }

// Offset is where the next token starts in the content.
func (s *Scanner) Offset() int { return s.at }

// Next moves to the next token and reports whether there is one.
func (s *Scanner) Next() bool {
	if s.err != nil {
		return false
	}
	if s.Kind == End {
		s.Depth--
	}
	if s.closed {
		s.closed, s.Kind = false, End
		return true
	}
	for s.at < len(s.b) {
		if s.b[s.at] != '<' {
			end := bytes.IndexByte(s.b[s.at:], '<')
			if end < 0 {
				end = len(s.b) - s.at
			}
			s.Kind, s.data, s.cdata = Text, s.b[s.at:s.at+end], false
			s.at += end
			return true
		}
		rest := s.b[s.at:]
		switch {
		case len(rest) < 2:
			return s.cut()
		case rest[1] == '?':
			if !s.skip("?>") {
				return s.cut()
			}
		case rest[1] == '!':
			if bytes.HasPrefix(rest, []byte("<![CDATA[")) {
				end := bytes.Index(rest, []byte("]]>"))
				if end < 0 {
					return s.cut()
				}
				s.Kind, s.data, s.cdata = Text, rest[9:end], true
				s.at += end + 3
				return true
			}
			if !s.declaration(rest) {
				return s.cut()
			}
		case rest[1] == '/':
			end := bytes.IndexByte(rest, '>')
			if end < 0 {
				return s.cut()
			}
			s.at += end + 1
			s.Kind, s.Name, s.data = End, local(bytes.TrimRight(rest[2:end], " \t\r\n")), nil
			if s.Depth == 0 {
				continue // an end without its start
			}
			return true
		default:
			return s.tag(rest)
		}
	}
	s.Kind = None
	if s.Depth > 0 {
		s.err = ErrCut
	}
	return false
}

func (s *Scanner) cut() bool {
	s.at, s.Kind, s.err = len(s.b), None, ErrCut
	return false
}

// declaration passes over a comment or a document type with its internal subset.
func (s *Scanner) declaration(rest []byte) bool {
	if bytes.HasPrefix(rest, []byte("<!--")) {
		return s.skip("-->")
	}
	brackets := 0
	for i := 2; i < len(rest); i++ {
		switch rest[i] {
		case '[':
			brackets++
		case ']':
			brackets--
		case '>':
			if brackets <= 0 {
				s.at += i + 1
				return true
			}
		}
	}
	return false
}

func (s *Scanner) skip(end string) bool {
	i := bytes.Index(s.b[s.at:], []byte(end))
	if i < 0 {
		return false
	}
	s.at += i + len(end)
	return true
}

// tag reads a start tag.
func (s *Scanner) tag(rest []byte) bool {
	end := 1
	for quote := byte(0); ; end++ {
		if end == len(rest) {
			return s.cut()
		}
		c := rest[end]
		if quote != 0 {
			if c == quote {
				quote = 0
			}
			continue
		}
		if c == '"' || c == '\'' {
			quote = c
		} else if c == '>' {
			break
		}
	}
	inner := rest[1:end]
	s.at += end + 1
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		inner, s.closed = inner[:n-1], true
	}
	name := inner
	s.data = nil
	for i, c := range inner {
		if isSpace(c) {
			name, s.data = inner[:i], inner[i:]
			break
		}
	}
	s.Kind, s.Name = Start, local(name)
	if s.Depth++; s.Depth > s.most {
		s.err, s.Kind = ErrDeep, None
		return false
	}
	return true
}

// Skip moves to the end of the element that starts here.
func (s *Scanner) Skip() {
	depth := s.Depth
	for s.Next() {
		if s.Kind == End && s.Depth == depth {
			return
		}
	}
}

// Attr is the value of the element's attribute with this name, whatever its prefix, and whether
// it has one.
func (s *Scanner) Attr(name string) (string, bool) {
	rest := s.data
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return "", false
		}
		key := bytes.TrimSpace(rest[:eq])
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return "", false
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return "", false
		}
		if string(local(key)) == name {
			value := rest[1 : 1+end]
			if bytes.IndexByte(value, '&') < 0 {
				return string(value), true
			}
			return string(Unescape(nil, value)), true
		}
		rest = rest[end+2:]
	}
}

// Value is the value of an attribute, "" without one.
func (s *Scanner) Value(name string) string {
	v, _ := s.Attr(name)
	return v
}

// Int is the number in an attribute, otherwise when there is none.
func (s *Scanner) Int(name string, otherwise int) int {
	v, ok := s.Attr(name)
	if !ok {
		return otherwise
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		return otherwise
	}
	return n
}

// On reports whether a toggle of OOXML is on: <w:vanish/> and <w:vanish w:val="1"/> are.
func (s *Scanner) On() bool {
	switch s.Value("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// Bytes is the text of a Text token. It is the content itself where nothing had to be unescaped.
func (s *Scanner) Bytes() []byte {
	if s.cdata || bytes.IndexByte(s.data, '&') < 0 {
		return s.data
	}
	return Unescape(nil, s.data)
}

func local(name []byte) []byte {
	if i := bytes.IndexByte(name, ':'); i >= 0 {
		return name[i+1:]
	}
	return name
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// Unescape appends text to out with its references resolved; what is no reference stays.
func Unescape(out, text []byte) []byte {
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out = append(out, text[:i]...)
		text = text[i:]
		end := bytes.IndexByte(text[:min(len(text), 12)], ';')
		if end < 0 {
			out, text = append(out, '&'), text[1:]
			continue
		}
		if r, ok := reference(string(text[1:end])); ok {
			out, text = utf8.AppendRune(out, r), text[end+1:]
		} else {
			out, text = append(out, '&'), text[1:]
		}
	}
}

func reference(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	case "nbsp":
		return '\u00a0', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' || digits[0] == 'X' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}

// Values are the values of all attributes with this name: r:id and id share one.
func (s *Scanner) Values(name string) []string {
	all := *s
	var out []string
	for {
		v, ok := all.Attr(name)
		if !ok {
			return out
		}
		out = append(out, v)
		at := bytes.Index(all.data, []byte(v))
		if at < 0 {
			return out
		}
		all.data = all.data[at+len(v)+1:]
	}
}
