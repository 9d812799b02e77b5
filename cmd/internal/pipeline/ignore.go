package pipeline

import (
	"os"
	"path"
	"path/filepath"
	"strings"
)

// ignoreFile lists, in a folder, what ingest passes over in it and below: a pattern a line, as in
// git's ignore files.
//
//	# drafts
//	*.tmp
//	Bản nháp/
//	/archive/**/2010-*
//	!keep.tmp
const ignoreFile = ".congvanignore"

// rule is a line of an ignore file.
type rule struct {
	folder   string   // of the file, with slashes
	parts    []string // of the pattern, split at slashes; "**" is any number of folders
	negated  bool
	onlyDirs bool
}

// readRules reads the ignore file of a folder, if there is one that can be read.
func readRules(folder string) []rule {
	content, err := os.ReadFile(filepath.Join(folder, ignoreFile))
	if err != nil {
		return nil
	}
	var rules []rule
	for line := range strings.Lines(strings.TrimPrefix(string(content), "\uFEFF")) {
		if r, ok := parseRule(strings.TrimRight(line, " \t\r\n")); ok {
			r.folder = filepath.ToSlash(folder)
			rules = append(rules, r)
		}
	}
	return rules
}

func parseRule(line string) (rule, bool) {
	var r rule
	if line == "" || line[0] == '#' {
		return r, false
	}
	if r.negated = line[0] == '!'; r.negated {
		line = line[1:]
	}
	line = strings.TrimPrefix(line, `\`) // \# and \!
	if r.onlyDirs = strings.HasSuffix(line, "/"); r.onlyDirs {
		line = strings.TrimSuffix(line, "/")
	}
	anchored := strings.Contains(line, "/")
	r.parts = strings.Split(strings.TrimPrefix(line, "/"), "/")
	if !anchored {
		r.parts = append([]string{"**"}, r.parts...)
	}
	for _, part := range r.parts {
		if _, err := path.Match(part, ""); err != nil || part == "" {
			return r, false // a pattern that can match nothing
		}
	}
	return r, true
}

// ignored reports whether the last of the rules that match says so. Rules come from the outermost
// folder to the innermost.
func ignored(rules []rule, at string, dir bool) bool {
	at = filepath.ToSlash(at)
	for i := len(rules) - 1; i >= 0; i-- {
		r := rules[i]
		below, ok := strings.CutPrefix(at, strings.TrimSuffix(r.folder, "/")+"/")
		if r.folder == "." {
			below, ok = at, true
		}
		if ok && (dir || !r.onlyDirs) && matchParts(r.parts, strings.Split(below, "/")) {
			return !r.negated
		}
	}
	return false
}

// matchParts matches a pattern against a path, both split at slashes. A run of "**" counts as one,
// and only the last place to go on from is tried again, so the time is a product of the lengths.
func matchParts(pattern, name []string) bool {
	resume, from := -1, 0
	p, n := 0, 0
	for n < len(name) {
		if p < len(pattern) {
			if pattern[p] == "**" {
				resume, from = p, n
				p++
				continue
			}
			if ok, _ := path.Match(pattern[p], name[n]); ok {
				p, n = p+1, n+1
				continue
			}
		}
		if resume < 0 {
			return false
		}
		from++
		p, n = resume+1, from
	}
	for p < len(pattern) && pattern[p] == "**" {
		p++
	}
	return p == len(pattern)
}
