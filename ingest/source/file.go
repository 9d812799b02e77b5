package source

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"congvan/ingest/fetch"
)

// Problem is a mistake in a source's file.
type Problem struct {
	File    string
	Line    int // 0: of the file as a whole
	Message string
}

func (p *Problem) Error() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Message)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// Load reads every source in a folder, in order of their names. A folder that is not there has
// none.
func Load(folder string) ([]*Source, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.toml"))
	if err != nil {
		return nil, fmt.Errorf("sources in %s: %w", folder, err)
	}
	slices.Sort(files)
	var sources []*Source
	var problems []error
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			problems = append(problems, fmt.Errorf("reading a source: %w", err))
			continue
		}
		s, err := Parse(file, content)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		sources = append(sources, s)
	}
	return sources, errors.Join(problems...)
}

// Parse reads a source's file; file is what errors call it. The errors are all the mistakes that
// were found, each a *Problem with its line.
func Parse(file string, content []byte) (*Source, error) {
	s := &Source{First: 1}
	at := lineFinder(content)
	meta, err := toml.Decode(string(content), s)
	if err != nil {
		var parse toml.ParseError
		if errors.As(err, &parse) {
			message := parse.Message
			if message == "" {
				message = strings.TrimPrefix(err.Error(), "toml: ")
			}
			return nil, &Problem{file, parse.Position.Line, message}
		}
		return nil, mismatch(file, err)
	}
	var problems []error
	wrong := func(key, format string, args ...any) {
		problems = append(problems, &Problem{file, at(key), fmt.Sprintf(format, args...)})
	}
	for _, key := range meta.Undecoded() {
		wrong(key.String(), "there is no %q; what there is stands in the examples", key)
	}
	s.check(meta, wrong)
	return s, errors.Join(problems...)
}

// mismatch is the problem of a value of the wrong type, of which the decoder tells the line in
// its words alone: "toml: line 2 (last key \"months\"): incompatible types: …".
func mismatch(file string, err error) *Problem {
	p := &Problem{File: file, Message: strings.TrimPrefix(err.Error(), "toml: ")}
	if n, _ := fmt.Sscanf(p.Message, "line %d", &p.Line); n == 1 {
		if _, after, ok := strings.Cut(p.Message, "): "); ok {
			p.Message = after
		}
	}
	return p
}

// check finds what is wrong with a source. Keys are named as in the file: "list.row".
func (s *Source) check(meta toml.MetaData, wrong func(key, format string, args ...any)) {
	if s.Name == "" || strings.Trim(s.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		wrong("name", "name must be small letters, digits and hyphens: \"bhxh\"")
	}
	switch s.Kind {
	case KindList:
		if s.List.Link.empty() {
			wrong("list", "a list needs list.link: where the link to a document is")
		}
	case KindSitemap, KindFeed, KindFolder:
		if meta.IsDefined("list") {
			wrong("list", "a %s is not read by selectors: leave [list] out", s.Kind)
		}
	default:
		wrong("kind", "kind must be list, sitemap, feed or folder, not %q", s.Kind)
	}
	if len(s.Start) == 0 {
		wrong("start", "start must name the first pages")
	}
	for _, start := range s.Start {
		if u, err := url.Parse(start); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			wrong("start", "%q is no address that begins with https://", start)
		}
	}
	for _, hours := range s.Hours {
		h, err := fetch.ParseHours(hours)
		if err != nil {
			wrong("hours", "%v", err)
		}
		s.hours = append(s.hours, h)
	}
	if s.Delay < 0 || s.Every < 0 || s.Budget < 0 || s.Months < 0 || s.Revisit < 0 {
		wrong("delay", "delay, every, revisit, budget and months cannot be less than nothing")
	}
	if s.Months > 1200 {
		wrong("months", "months: %d are more than a century", s.Months)
	}
	paged := false
	for name, value := range s.Query {
		for _, place := range placesOf(value) {
			switch place {
			case "page":
				paged = true
			case "from", "to":
				if s.Dates == "" {
					wrong("query."+name, "{%s} needs dates = \"dd/MM/yyyy\", the way in which the site writes them", place)
				}
			default:
				wrong("query."+name, "{%s} is none of {page}, {from} and {to}", place)
			}
		}
	}
	ways := 0
	for _, is := range []bool{paged, !s.List.Next.empty(), !s.List.Postback.empty()} {
		if is {
			ways++
		}
	}
	if ways > 1 {
		wrong("list", "one way to the next page, please: {page} in the query, list.next or list.postback")
	}
	if s.Dates != "" {
		if _, err := dateLayout(s.Dates); err != nil {
			wrong("dates", "%v", err)
		}
	}
	for _, media := range s.Media {
		if !slices.Contains(forms, media) {
			wrong("media", "%q is none of %s", media, strings.Join(forms, ", "))
		}
	}
	for _, need := range s.Sane.Need {
		if !slices.Contains([]string{"number", "date", "subject", "file"}, need) {
			wrong("sane.need", "%q is none of number, date, subject and file", need)
		}
	}
	if s.Page != nil && s.Page.Skip && s.Page.File.empty() {
		wrong("page.skip", "a page that is no document must have files: page.file")
	}
}

// duration is "6h", "2s" or "30d" in a file.
type duration time.Duration

func (d *duration) UnmarshalText(text []byte) error {
	if days, ok := strings.CutSuffix(string(text), "d"); ok {
		if n, err := strconv.ParseUint(days, 10, 16); err == nil {
			*d = duration(time.Duration(n) * 24 * time.Hour)
			return nil
		}
	}
	parsed, err := time.ParseDuration(string(text))
	if err != nil {
		return fmt.Errorf("%q is no length of time: write it as 2s, 30m, 6h or 30d", text)
	}
	*d = duration(parsed)
	return nil
}

// lineFinder gives the line of a key, "list.row", or that of its table when it is not there.
func lineFinder(content []byte) func(key string) int {
	lines := strings.Split(string(content), "\n")
	return func(key string) int {
		table, name := "", key
		if at := strings.LastIndexByte(key, '.'); at >= 0 {
			table, name = key[:at], key[at+1:]
		}
		current, tableLine := "", 0
		for i, line := range lines {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "[") {
				current = strings.Trim(strings.TrimRight(strings.SplitN(line, "#", 2)[0], " \t"), "[] \t")
				if current == table || current == key {
					tableLine = i + 1
				}
				continue
			}
			left, _, ok := strings.Cut(line, "=")
			if ok && current == table && strings.Trim(left, " \t\"'") == name {
				return i + 1
			}
		}
		return tableLine
	}
}
