package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"congvan/cmd/internal/crawl"
	"congvan/corpus"
	"congvan/ingest/source"
)

type sourceCmd struct {
	Add    sourceAddCmd    `cmd:"" help:"Check a source's file and take it over into the store."`
	List   sourceListCmd   `cmd:"" help:"List the configured sources and the examples."`
	Test   sourceTestCmd   `cmd:"" help:"Show what one page of a source would give."`
	Robots sourceRobotsCmd `cmd:"" help:"Say what a robots.txt allows a crawler to fetch."`
}

// sourcesFolder is where the files of the store's sources are.
func (s *session) sourcesFolder() string { return filepath.Join(s.data, "sources") }

type sourceAddCmd struct {
	Files   []string `arg:"" name:"FILE" help:"TOML files, or names of examples: congvan source list shows them."`
	Replace bool     `help:"Take the place of a source of the same name."`
}

// Run copies the files that are right, and says what is wrong with the others.
func (c *sourceAddCmd) Run(s *session) error {
	if err := os.MkdirAll(s.sourcesFolder(), 0o755); err != nil {
		return fmt.Errorf("making the folder of sources: %w", err)
	}
	failed := false
	for _, file := range c.Files {
		if err := c.add(s, file); err != nil {
			fmt.Fprintln(s.Stderr, err)
			failed = true
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}

func (c *sourceAddCmd) add(s *session, file string) error {
	content, src, err := sourceFile(file)
	if err != nil {
		return err
	}
	path := filepath.Join(s.sourcesFolder(), src.Name+".toml")
	if _, err := os.Stat(path); err == nil && !c.Replace {
		return fmt.Errorf("%s: there is a source %q already; --replace takes its place", file, src.Name)
	}
	err = writeWhole(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	if err == nil {
		fmt.Fprintf(s.Stderr, "added %s; \"congvan source test %s\" shows what it gives\n", path, src.Name)
	}
	return err
}

// sourceFile reads a source's file, or the example of that name.
func sourceFile(file string) ([]byte, *source.Source, error) {
	content, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		if example, ok := source.Example(file); ok {
			content, err, file = example, nil, file+".toml"
		}
	}
	if err != nil {
		return nil, nil, fmt.Errorf("reading a source: %w; the examples are %s", err, strings.Join(source.Examples(), ", "))
	}
	src, err := source.Parse(file, content)
	return content, src, err
}

type sourceListCmd struct {
	JSON bool `name:"json" help:"Print a source a line as JSON."`
}

// Run lists the sources; what is wrong with a file is said on standard error.
func (c *sourceListCmd) Run(s *session) error {
	sources, problems := source.Load(s.sourcesFolder())
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	var rows [][]string
	for _, src := range sources {
		if c.JSON {
			line := struct {
				Name  string      `json:"name"`
				Title string      `json:"title,omitempty"`
				Kind  source.Kind `json:"kind"`
				Start []string    `json:"start"`
				Every string      `json:"every,omitempty"`
			}{src.Name, src.Title, src.Kind, src.Start, rhythm(src)}
			if err := out.Encode(line); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{src.Name, string(src.Kind), rhythm(src), src.Title, src.Start[0]})
	}
	if !c.JSON {
		printTable(s.Stdout, []column{{title: "NAME"}, {title: "KIND"}, {title: "EVERY"}, {title: "TITLE", width: 50}, {title: "START", width: 70}}, rows)
		fmt.Fprintf(s.Stderr, "examples to start from: %s\n", strings.Join(source.Examples(), ", "))
	}
	if problems != nil {
		fmt.Fprintln(s.Stderr, problems)
		return errSomeFailed
	}
	return nil
}

// rhythm is how long a source is left alone; "" when it is not.
func rhythm(src *source.Source) string {
	if src.Rhythm() == 0 {
		return ""
	}
	return src.Rhythm().String()
}

type sourceTestCmd struct {
	Source   string   `arg:"" name:"SOURCE" help:"Name of a source, or its file."`
	Page     string   `help:"Read this saved page and do not fetch." placeholder:"FILE" type:"path"`
	Document bool     `help:"The page is a document's own, not a listing."`
	URL      string   `name:"url" help:"Address of the page (default: the source's first one)."`
	OpenHost []string `help:"Name of a host that may lie on a private address." placeholder:"NAME"`
	JSON     bool     `name:"json" help:"Print what was read as JSON."`
}

// Run shows the links that a page gives, the next page and what is strange about it. Alarms are
// a failure.
func (c *sourceTestCmd) Run(s *session) error {
	src, err := s.source(c.Source)
	if err != nil {
		return usageError{err.Error(), "\"congvan source list\" names the sources, \"congvan source add FILE\" adds one"}
	}
	today := corpus.DateOf(s.Now())
	start := src.Starts(src.Window(today), today)[0]
	if c.URL != "" {
		start.URL = c.URL
	}
	var shown any
	var links []source.Link
	var alarms []string
	switch {
	case c.Page != "":
		content, err := os.ReadFile(c.Page)
		if err != nil {
			return usageError{err.Error(), "--page names a page that was saved"}
		}
		body := source.Body{URL: start.URL, Content: content, Page: 1}
		if c.Document {
			found, err := src.ReadPage(body)
			if err != nil {
				return err
			}
			shown, links, alarms = found, slices.Concat([]source.Link{found.Link}, found.Tabs, found.Files), found.Alarms
			break
		}
		listing, err := src.ReadListing(body)
		if err != nil {
			return err
		}
		shown, links, alarms = listing, listing.Links, listing.Alarms
	case c.Document:
		return usageError{"--document needs --page", "save the page and name it"}
	default:
		o := src.FetchOptions()
		o.OpenHosts, o.Hours = c.OpenHost, nil // one page, now
		listing, err := crawl.Try(s.ctx, src, start, o)
		if err != nil {
			return err
		}
		shown, links, alarms = listing, listing.Links, listing.Alarms
		for _, more := range listing.More {
			fmt.Fprintln(s.Stderr, "then", more.URL)
		}
	}
	if c.JSON {
		out := json.NewEncoder(s.Stdout)
		out.SetEscapeHTML(false)
		if err := out.Encode(shown); err != nil {
			return err
		}
	} else {
		var rows [][]string
		for _, link := range links {
			rows = append(rows, []string{link.Number, link.Date.String(), link.Subject, link.URL})
		}
		printTable(s.Stdout, []column{{title: "NUMBER", width: 24}, {title: "DATE"}, {title: "SUBJECT", width: 60}, {title: "URL", width: 90}}, rows)
	}
	for _, alarm := range alarms {
		fmt.Fprintln(s.Stderr, "ALARM", alarm)
	}
	if len(alarms) > 0 {
		return errSomeFailed
	}
	return nil
}

// source is the store's source of a name, or the one that a file describes.
func (s *session) source(name string) (*source.Source, error) {
	path := filepath.Join(s.sourcesFolder(), name+".toml")
	if content, err := os.ReadFile(path); err == nil {
		return source.Parse(path, content)
	}
	_, src, err := sourceFile(name)
	return src, err
}
