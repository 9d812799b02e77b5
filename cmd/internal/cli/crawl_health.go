package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"congvan/cmd/internal/crawl"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
)

// look reports on the sources and fetches nothing; a crawl may be running.
func (c *crawlCmd) look(s *session) error {
	f, err := crawl.ReadFrontier(s.ctx, s.data)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(s.Stderr, "nothing was crawled yet")
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", pipeline.ErrStore, err)
	}
	defer f.Close()
	if c.Dead {
		return c.dead(s, f)
	}
	return c.health(s, f)
}

// writeMetrics puts a whole file in the place of the last one: who reads it never sees a half.
func (c *crawlCmd) writeMetrics(s *session, f *crawl.Frontier) error {
	if c.Metrics == "" {
		return nil
	}
	all, err := f.Health(s.ctx, s.Now())
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := crawl.WriteMetrics(&text, all); err != nil {
		return err
	}
	if err := os.WriteFile(c.Metrics+".new", text.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing metrics: %w", err)
	}
	if err := os.Rename(c.Metrics+".new", c.Metrics); err != nil {
		return fmt.Errorf("writing metrics: %w", err)
	}
	return nil
}

// health reports on the sources; one that is not well is a failure, for scripts that watch.
func (c *crawlCmd) health(s *session, f *crawl.Frontier) error {
	all, err := f.Health(s.ctx, s.Now())
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	ill := false
	var rows [][]string
	for _, h := range all {
		ill = ill || h.State != crawl.Well
		if c.JSON {
			if err := out.Encode(h); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{h.Source, string(h.State), day(h.Visited), day(h.Newest), fmt.Sprint(h.Links), fmt.Sprint(h.Waiting), fmt.Sprint(h.Dead), visible(strings.Join(h.Alarms, "; "))})
	}
	if !c.JSON {
		printTable(s.Stdout, []column{{title: "SOURCE"}, {title: "STATE"}, {title: "VISITED"}, {title: "NEWEST"}, {title: "LINKS", right: true}, {title: "WAITING", right: true}, {title: "DEAD", right: true}, {title: "ALARMS", width: 70}}, rows)
	}
	if ill {
		return errSomeFailed
	}
	return nil
}

func (c *crawlCmd) dead(s *session, f *crawl.Frontier) error {
	all, err := f.Dead(s.ctx)
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	for _, d := range all {
		if c.JSON {
			if err := out.Encode(d); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(s.Stdout, "%s\t%s\t%s: %s\n", d.Source, visible(d.URL), d.Outcome, d.Reason)
	}
	return nil
}

// day is the day of a time; "" for none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return corpus.DateOf(t).String()
}
