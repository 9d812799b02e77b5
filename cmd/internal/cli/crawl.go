package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"congvan/cmd/internal/crawl"
	"congvan/cmd/internal/pipeline"
	"congvan/ingest/source"
)

type crawlCmd struct {
	Sources  []string      `arg:"" optional:"" name:"SOURCE" help:"Names of sources (default: all): congvan source list."`
	Since    string        `help:"Read listings back to this day (default: the months that each source names)." placeholder:"DATE"`
	Deep     bool          `help:"Read listings to their end."`
	DryRun   bool          `help:"Read the listings, print what is new, and fetch nothing else."`
	Once     bool          `help:"Visit the sources once (the default)."`
	Every    time.Duration `help:"Stay, and look so often which sources are due by their own rhythm, until interrupted." placeholder:"1h"`
	Metrics  string        `help:"Write how the sources do to this file after each round, in the Prometheus text format." placeholder:"FILE" type:"path"`
	Contact  string        `help:"Address or page that says who this is: it goes into the User-Agent." env:"CONGVAN_CONTACT"`
	OpenHost []string      `help:"Name of a host that may lie on a private address." placeholder:"NAME"`
	Health   bool          `help:"Report how the sources do, and fetch nothing."`
	Dead     bool          `help:"List the links that were given up, and fetch nothing."`
	JSON     bool          `name:"json" help:"Print a page or finding a line as JSON."`
}

// Run visits the sources and prints a summary.
func (c *crawlCmd) Run(s *session) error {
	o, err := c.options(s)
	if err != nil {
		return err
	}
	if c.Health || c.Dead {
		return c.look(s)
	}
	f, err := crawl.OpenFrontier(s.ctx, s.data)
	if err != nil {
		return fmt.Errorf("%w: %w", pipeline.ErrStore, err)
	}
	defer f.Close()
	if c.DryRun {
		return c.preview(s, f, o)
	}
	for {
		err := c.visit(s, f, o)
		if failed := c.writeMetrics(s, f); failed != nil {
			return errors.Join(err, failed)
		}
		if c.Every <= 0 || err != nil && !errors.Is(err, errSomeFailed) {
			return err
		}
		timer := time.NewTimer(c.Every)
		select {
		case <-timer.C:
		case <-s.ctx.Done():
			timer.Stop()
			return s.ctx.Err()
		}
	}
}

// options puts the flags and the sources together.
func (c *crawlCmd) options(s *session) (crawl.Options, error) {
	o := crawl.Options{Data: s.data, Deep: c.Deep, Contact: c.Contact, OpenHosts: c.OpenHost, Now: s.Now, Rhythm: c.Every > 0}
	if c.Once && c.Every > 0 {
		return o, usageError{"--once and --every do not go together", "leave one of them out"}
	}
	if c.Deep && c.Since != "" {
		return o, usageError{"--deep and --since do not go together", "--deep reads listings to their end"}
	}
	var err error
	if o.Since, err = dateFlag("--since", c.Since); err != nil {
		return o, err
	}
	if !o.Since.IsZero() && !o.Since.IsDay() { // 2024 and 2024-09 are their first days
		o.Since = o.Since.First()
	}
	if c.Health || c.Dead {
		return o, nil
	}
	all, err := source.Load(s.sourcesFolder())
	if err != nil {
		return o, usageError{err.Error(), "put it right, and \"congvan source list\" shows it"}
	}
	for _, name := range c.Sources {
		if !slices.ContainsFunc(all, func(src *source.Source) bool { return src.Name == name }) {
			return o, usageError{fmt.Sprintf("there is no source %q", name), "\"congvan source list\" names them, \"congvan source add FILE\" adds one"}
		}
	}
	for _, src := range all {
		if len(c.Sources) == 0 || slices.Contains(c.Sources, src.Name) {
			o.Sources = append(o.Sources, src)
		}
	}
	if len(o.Sources) == 0 {
		return o, usageError{"there are no sources yet", "\"congvan source add FILE\" adds one; the examples are " + strings.Join(source.Examples(), ", ")}
	}
	return o, nil
}

// visit crawls once.
func (c *crawlCmd) visit(s *session, f *crawl.Frontier, o crawl.Options) error {
	progress := s.startProgress("crawl")
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	counts := map[crawl.Change]int{}
	reasons := map[string]int{}
	listings, unread := 0, 0
	var mu sync.Mutex
	o.Report = func(e crawl.Event) {
		mu.Lock()
		defer mu.Unlock()
		progress.add(e.Source + " " + e.URL)
		if e.Listing {
			listings++
			if e.Reason != "" {
				progress.say(fmt.Sprintf("%s: %s: %s", e.Source, visible(e.URL), e.Reason))
			}
		} else {
			counts[e.Change]++
		}
		if e.Change == crawl.Failed {
			reasons[string(e.Outcome)+": "+e.Reason]++
		}
		if c.JSON {
			_ = out.Encode(crawlLine{e.Source, e.URL, string(e.Outcome), e.Change, e.Reason, e.Listing, e.Fresh})
		}
	}
	o.Ingest = func(ctx context.Context, path string) error {
		return s.ingestWARC(ctx, path, func(outcome pipeline.Outcome) {
			if outcome.Change == pipeline.Failed {
				unread++
				progress.say(fmt.Sprintf("%s: %s: %s", visible(outcome.Source.URI), outcome.Source.Status, outcome.Source.Reason))
			}
		})
	}
	err := crawl.Run(s.ctx, f, o)
	progress.finish()
	fmt.Fprintf(s.Stderr, "%d listing pages; %d new, %d changed, %d unchanged, %d failed", listings, counts[crawl.New], counts[crawl.Changed], counts[crawl.Unchanged], counts[crawl.Failed])
	if counts[crawl.Later] > 0 {
		fmt.Fprintf(s.Stderr, ", %d later", counts[crawl.Later])
	}
	if unread > 0 {
		fmt.Fprintf(s.Stderr, "; %d could not be read", unread)
	}
	fmt.Fprintln(s.Stderr)
	for _, reason := range slices.Sorted(maps.Keys(reasons)) {
		fmt.Fprintf(s.Stderr, "  %d × %s\n", reasons[reason], reason)
	}
	if err != nil {
		return err
	}
	if len(reasons) > 0 || unread > 0 {
		return errSomeFailed
	}
	return nil
}

// crawlLine is what crawl --json prints of a page.
type crawlLine struct {
	Source  string       `json:"source"`
	URL     string       `json:"url"`
	Outcome string       `json:"outcome"`
	Change  crawl.Change `json:"change,omitempty"`
	Reason  string       `json:"reason,omitempty"`
	Listing bool         `json:"listing,omitempty"`
	New     int          `json:"new,omitempty"` // links that nobody had seen
}

// ingestWARC puts what a WARC file holds into the store.
func (s *session) ingestWARC(ctx context.Context, path string, report func(pipeline.Outcome)) error {
	p, err := pipeline.Open(ctx, s.options())
	if err != nil {
		return err
	}
	err = p.IngestWith(ctx, pipeline.IngestOptions{Paths: []string{path}}, report)
	return errors.Join(err, p.Close())
}

func (c *crawlCmd) preview(s *session, f *crawl.Frontier, o crawl.Options) error {
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	failed := false
	o.Report = func(e crawl.Event) {
		if e.Change == crawl.Failed {
			failed = true
			fmt.Fprintf(s.Stderr, "%s: %s: %s: %s\n", e.Source, visible(e.URL), e.Outcome, e.Reason)
		}
	}
	err := crawl.Preview(s.ctx, f, o, func(name string, link source.Link) {
		if c.JSON {
			_ = out.Encode(struct {
				Source string `json:"source"`
				source.Link
			}{name, link})
			return
		}
		fmt.Fprintf(s.Stdout, "%s\t%s\t%s\t%s\t%s\n", name, link.Number, link.Date, visible(link.Subject), visible(link.URL))
	})
	if err == nil && failed {
		err = errSomeFailed
	}
	return err
}
