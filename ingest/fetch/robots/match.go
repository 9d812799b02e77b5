package robots

import "strings"

// rule is an Allow or Disallow line, its path in the form in which it is compared.
type rule struct {
	allow  bool
	octets int     // how specific it is
	plain  pattern // compared with the target as it is
	query  pattern // its query decoded further; the same as plain for most
}

// pattern is a path cut at its "*"s. It must be met from the start of the target on.
type pattern struct {
	parts []string
	ends  bool // "$": the target must end with it
}

func newRule(allow bool, path string) rule {
	r := rule{allow: allow}
	path, ends := strings.CutSuffix(path, "$")
	normal := make([]string, 0, 1)
	for part := range strings.SplitSeq(path, "*") {
		part = normalized(part)
		r.octets += len(part) + 1
		normal = append(normal, part)
	}
	r.octets-- // one "*" less than parts
	if ends {
		r.octets++
	}
	r.plain = pattern{normal, ends}
	r.query = pattern{decodedQueryParts(normal), ends}
	return r
}

// target is the path of a URL in the two forms in which a rule may meet it.
type target struct{ plain, query string }

func newTarget(path string) target {
	plain := normalized(path)
	return target{plain, decodedQuery(plain)}
}

func (r *rule) matches(t target) bool {
	return r.plain.matches(t.plain) || r.query.matches(t.query)
}

// matches takes the earliest place for each part, which leaves the most to those that follow.
func (p *pattern) matches(path string) bool {
	last := len(p.parts) - 1
	rest, ok := strings.CutPrefix(path, p.parts[0])
	if !ok || last == 0 {
		return ok && (!p.ends || rest == "")
	}
	for _, part := range p.parts[1:last] {
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	if p.ends {
		return strings.HasSuffix(rest, p.parts[last])
	}
	return strings.Contains(rest, p.parts[last])
}
