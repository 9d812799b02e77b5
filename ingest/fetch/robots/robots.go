// Package robots answers whether a crawler may fetch a URL, by the rules that a site gives in
// its robots.txt (RFC 9309, the Robots Exclusion Protocol).
package robots

import (
	"bytes"
	"strconv"
	"strings"
	"time"
)

// MaxSize is how much of a file is read, in bytes (RFC 9309 section 2.5: at least 500 KiB).
// A line that the limit cuts is left out: half a path would be another rule.
const MaxSize = 500 << 10

// File is a robots.txt read. The zero value has no rules: all is allowed.
type File struct {
	Sitemaps []string // as written, in the file's order
	groups   []group
}

// group is the rules that stand under one run of User-agent lines (section 2.2.1).
type group struct {
	agents []agentLine
	rules  []rule
	delay  time.Duration
}

// Parse reads a file as received. It never fails: a line that is not understood is no line.
func Parse(body []byte) *File {
	if len(body) > MaxSize {
		body = body[:MaxSize]
		body = body[:bytes.LastIndexAny(body, "\r\n")+1]
	}
	var f File
	open := false // the last line that counts named an agent: the next one joins it
	for line := range lines(body) {
		field, value := fieldOf(line)
		switch field {
		case userAgent:
			if !open {
				f.groups = append(f.groups, group{})
				open = true
			}
			g := &f.groups[len(f.groups)-1]
			g.agents = append(g.agents, agentOf(value))
		case allow, disallow:
			open = false
			if len(f.groups) > 0 && value != "" { // an empty Disallow forbids nothing
				g := &f.groups[len(f.groups)-1]
				g.rules = append(g.rules, newRule(field == allow, value))
			}
		case crawlDelay: // no part of the RFC: must not end a run of agents (section 2.2.4)
			if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds <= 86400 && len(f.groups) > 0 {
				f.groups[len(f.groups)-1].delay = time.Duration(seconds * float64(time.Second))
			}
		case sitemap:
			f.Sitemaps = append(f.Sitemaps, value)
		}
	}
	return &f
}

// Rules are what a file says to one crawler.
type Rules struct {
	Delay time.Duration // Crawl-delay; 0: none was asked for
	rules []rule
}

// For is what the file says to agent: the groups that name its product token, taken together, or
// those for "*" when none does. Of a whole User-Agent header, "congvan/1.2 (+https://…)", the
// product token is what counts.
func (f *File) For(agent string) Rules {
	name := agentOf(agent)
	if rules, named := f.gather(func(a agentLine) bool { return a.names(name.whole) }); named {
		return rules
	}
	rules, _ := f.gather(func(a agentLine) bool { return a.all })
	return rules
}

func (f *File) gather(applies func(agentLine) bool) (rules Rules, any bool) {
	for _, g := range f.groups {
		for _, a := range g.agents {
			if applies(a) {
				any = true
				rules.rules = append(rules.rules, g.rules...)
				rules.Delay = max(rules.Delay, g.delay)
				break
			}
		}
	}
	return rules, any
}

// Allowed reports whether a URL, or a path with its query, may be fetched: the rule with the
// most octets decides, of two as long the one that allows (section 2.2.2).
func (r Rules) Allowed(url string) bool {
	path := pathOf(url)
	if path == "/robots.txt" {
		return true // implicitly
	}
	target := newTarget(path)
	verdict, longest := true, -1
	for i := range r.rules {
		rule := &r.rules[i]
		if rule.octets < longest || rule.octets == longest && (verdict || !rule.allow) {
			continue
		}
		if rule.matches(target) {
			verdict, longest = rule.allow, rule.octets
		}
	}
	return verdict
}

// agentLine is what a User-agent line names.
type agentLine struct {
	all   bool   // "*"
	token string // the product token: letters, "_" and "-" (section 2.2.1), "Googlebot" of "Googlebot/2.1"
	whole string // with digits besides, which names like "MJ12bot" have
}

func agentOf(value string) agentLine {
	value = strings.Trim(value, " \t")
	if value == "*" || len(value) > 1 && value[0] == '*' && (value[1] == ' ' || value[1] == '\t') {
		return agentLine{all: true}
	}
	token, whole := 0, 0
	for whole < len(value) && (isTokenByte(value[whole]) || '0' <= value[whole] && value[whole] <= '9') {
		if token == whole && isTokenByte(value[whole]) {
			token++
		}
		whole++
	}
	return agentLine{token: value[:token], whole: value[:whole]}
}

func isTokenByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' || c == '-'
}

func (a agentLine) names(agent string) bool {
	return agent != "" && (strings.EqualFold(a.token, agent) || strings.EqualFold(a.whole, agent))
}
