package pdf

import "bytes"

// skipInlineImage passes over an inline image (ISO 32000-1, 8.9.7): its dictionary, "ID", the
// data and "EI". The data may hold the bytes "EI" themselves, so those that count stand between
// white space and are followed by what looks like content.
func (l *lexer) skipInlineImage() {
	for {
		t := l.next()
		if t.kind == end {
			return
		}
		if t.kind == word && string(t.bytes) == "ID" {
			break
		}
	}
	l.at++ // the one white space behind ID
	for l.at < len(l.data) {
		i := bytes.Index(l.data[l.at:], []byte("EI"))
		if i < 0 {
			l.at = len(l.data)
			return
		}
		found := l.at + i
		l.at = found + 2
		if (found == 0 || isSpace(l.data[found-1])) && contentFollows(l.data[l.at:]) {
			return
		}
	}
}

// contentFollows reports whether the bytes after "EI" can be content: white space, then text.
func contentFollows(rest []byte) bool {
	if len(rest) == 0 {
		return true
	}
	if !isSpace(rest[0]) {
		return false
	}
	for _, c := range rest[:min(len(rest), 12)] {
		if c >= 0x7F || c < ' ' && !isSpace(c) || c == 0 {
			return false
		}
	}
	return true
}
