package robots

import "strings"

// pathOf is the path and query of a URL, without the fragment; "/" when it has none.
func pathOf(url string) string {
	url, _, _ = strings.Cut(url, "#")
	rest := url
	if after, ok := strings.CutPrefix(url, "//"); ok {
		rest = after
	} else if at := strings.Index(url, "://"); at >= 0 && !strings.ContainsAny(url[:at], "/?;") {
		rest = url[at+3:]
	}
	at := strings.IndexAny(rest, "/?;")
	switch {
	case at < 0:
		return "/"
	case rest[at] != '/':
		return "/" + rest[at:]
	}
	return rest[at:]
}

const upperHex = "0123456789ABCDEF"

// normalized writes octets the way in which RFC 9309 section 2.2.2 compares them: those outside
// ASCII, and those that no URL may have, as %-escapes in capitals; escapes of unreserved
// characters as the characters; escapes of reserved ones as they are. "*" and "$", which mean
// something in a rule, are escaped, so that the rule's "%2A" and "%24" meet them (section 2.2.3).
//
//	/foo/bar/ツ → /foo/bar/%E3%83%84    /foo/bar/%62%61%7A → /foo/bar/baz    /a%2fb → /a%2Fb
func normalized(path string) string {
	i := 0
	for i < len(path) && plainByte(path[i]) {
		i++
	}
	if i == len(path) {
		return path
	}
	var b strings.Builder
	b.Grow(len(path) + 16)
	b.WriteString(path[:i])
	for ; i < len(path); i++ {
		c := path[i]
		switch {
		case c == '%' && i+2 < len(path) && isHex(path[i+1]) && isHex(path[i+2]):
			octet := unhex(path[i+1])<<4 | unhex(path[i+2])
			if unreserved(octet) {
				b.WriteByte(octet)
			} else {
				escape(&b, octet)
			}
			i += 2
		case c == '%' || plainByte(c):
			b.WriteByte(c)
		default:
			escape(&b, c)
		}
	}
	return b.String()
}

func escape(b *strings.Builder, octet byte) {
	b.WriteByte('%')
	b.WriteByte(upperHex[octet>>4])
	b.WriteByte(upperHex[octet&15])
}

// plainByte reports whether an octet stands for itself in a path, whatever is around it.
func plainByte(c byte) bool {
	return unreserved(c) || strings.IndexByte("/?:@!&'()+,;=[]#", c) >= 0
}

// unreserved are RFC 3986 section 2.3.
func unreserved(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~'
}

// decodedQuery decodes, in the query of a normalized path, the reserved characters that a query
// may hold either way (RFC 3986 section 3.4). RFC 9309's table has them meet:
//
//	/foo/bar?baz=https://foo.bar  =  /foo/bar?baz=https%3A%2F%2Ffoo.bar
func decodedQuery(path string) string {
	at := strings.IndexByte(path, '?')
	if at < 0 || strings.IndexByte(path[at:], '%') < 0 {
		return path
	}
	return path[:at] + queryReplacer.Replace(path[at:])
}

var queryReplacer = strings.NewReplacer("%3A", ":", "%2F", "/", "%3F", "?", "%40", "@")

// decodedQueryParts is decodedQuery of a rule cut at its "*"s.
func decodedQueryParts(parts []string) []string {
	inQuery, changed := false, false
	decoded := make([]string, len(parts))
	for i, part := range parts {
		if inQuery {
			decoded[i] = queryReplacer.Replace(part)
		} else {
			decoded[i] = decodedQuery(part)
			inQuery = strings.IndexByte(part, '?') >= 0
		}
		changed = changed || decoded[i] != part
	}
	if !changed {
		return parts
	}
	return decoded
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func unhex(c byte) byte {
	if c <= '9' {
		return c - '0'
	}
	return c | 0x20 - 'a' + 10
}
