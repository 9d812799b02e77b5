package robots

import (
	"bytes"
	"iter"
	"strings"
)

// field is the kind of a line.
type field int

const (
	unknown field = iota
	userAgent
	allow
	disallow
	sitemap
	crawlDelay
)

// maxLine is how much of a line is read, in bytes: eight times the longest URL of old browsers,
// as Google's parser has it. The rest of a longer line is passed over.
const maxLine = 2083*8 - 1

// fields are the names of fields, in lower case, with the misspellings that Google's parser
// forgives. A name may go on after that: "Disallowed: /", "User-agents: x".
var fields = []struct {
	name  string
	field field
}{
	{"user-agent", userAgent}, {"useragent", userAgent}, {"user agent", userAgent},
	{"allow", allow},
	{"disallow", disallow}, {"dissallow", disallow}, {"dissalow", disallow}, {"disalow", disallow},
	{"diaslow", disallow}, {"diasllow", disallow}, {"disallaw", disallow},
	{"sitemap", sitemap}, {"site-map", sitemap},
	{"crawl-delay", crawlDelay},
}

// lines yields the lines of a file without their ends, CR, LF or both, and without its byte
// order mark, whole or cut.
func lines(body []byte) iter.Seq[string] {
	for _, b := range []byte("\xEF\xBB\xBF") {
		if len(body) == 0 || body[0] != b {
			break
		}
		body = body[1:]
	}
	return func(yield func(string) bool) {
		for len(body) > 0 {
			end := bytes.IndexAny(body, "\r\n")
			line := body
			if end >= 0 {
				line, body = body[:end], body[end+1:]
			} else {
				body = nil
			}
			if !yield(string(line[:min(len(line), maxLine)])) {
				return
			}
		}
	}
}

// fieldOf splits a line: "Disallow: /path # comment". For the colon white space may stand when
// the line is two words: "Disallow /path".
func fieldOf(line string) (field, string) {
	line, _, _ = strings.Cut(line, "#")
	line = trim(line)
	name, value, ok := strings.Cut(line, ":")
	if !ok {
		at := strings.IndexAny(line, " \t")
		if at < 0 {
			return unknown, ""
		}
		name, value = line[:at], trim(line[at:])
		if strings.ContainsAny(value, " \t") {
			return unknown, ""
		}
	}
	name = trim(name)
	for _, f := range fields {
		if len(name) >= len(f.name) && strings.EqualFold(name[:len(f.name)], f.name) {
			return f.field, trim(value)
		}
	}
	return unknown, ""
}

// trim cuts white space of ASCII, no other.
func trim(s string) string { return strings.Trim(s, " \t\v\f\r\n") }
