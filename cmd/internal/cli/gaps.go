package cli

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"congvan/cmd/internal/crawl"
	"congvan/cmd/internal/pipeline"
)

type gapsCmd struct {
	Issuer string `help:"Only numbers of this agency."`
	Year   int    `help:"Only numbers of this year."`
	Limit  int    `help:"At most so many documents that are cited and not held." default:"50"`
	JSON   bool   `name:"json" help:"Print a finding a line as JSON."`
}

// gapLine is what gaps --json prints: one of its fields is set.
type gapLine struct {
	Series any `json:"series,omitempty"`
	Cited  any `json:"cited,omitempty"`
	Quiet  any `json:"quiet,omitempty"`
}

// Run lists what is missing.
func (c *gapsCmd) Run(s *session) error {
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	series, err := p.Store().Series(s.ctx, c.Issuer, c.Year)
	if err != nil {
		return err
	}
	cited, err := p.Store().CitedNotHeld(s.ctx, c.Limit)
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	var rows [][]string
	for _, g := range series {
		if len(g.Missing) == 0 {
			continue
		}
		if c.JSON {
			if err := out.Encode(gapLine{Series: g}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{g.Issuer, strconv.Itoa(g.Year), g.Type, fmt.Sprintf("%d of %d–%d", g.Held, g.First, g.Last), runs(g.Missing)})
	}
	if !c.JSON {
		fmt.Fprintln(s.Stdout, "Numbers missing between those that are held")
		printTable(s.Stdout, []column{{title: "ISSUER", width: 36}, {title: "YEAR"}, {title: "TYPE"}, {title: "HELD"}, {title: "MISSING", width: 60}}, rows)
		fmt.Fprintln(s.Stdout, "\nDocuments cited and not held")
	}
	rows = nil
	for _, g := range cited {
		if c.JSON {
			if err := out.Encode(gapLine{Cited: g}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{g.Number, strconv.Itoa(g.By), g.First})
	}
	if !c.JSON {
		printTable(s.Stdout, []column{{title: "NUMBER", width: 40}, {title: "CITED BY", right: true}, {title: "FOR EXAMPLE"}}, rows)
	}
	return c.printQuiet(s, p.Data(), out)
}

// printQuiet names the crawled sources that have had nothing new for longer than is their way.
func (c *gapsCmd) printQuiet(s *session, data string, out *json.Encoder) error {
	sources, err := crawl.HealthOf(s.ctx, data, s.Now())
	if err != nil {
		return err
	}
	var rows [][]string
	for _, h := range sources {
		if h.State != crawl.Quiet {
			continue
		}
		if c.JSON {
			if err := out.Encode(gapLine{Quiet: h}); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{h.Source, h.Newest.Format(time.DateOnly), h.Visited.Format(time.DateOnly)})
	}
	if !c.JSON && len(sources) > 0 {
		fmt.Fprintln(s.Stdout, "\nSources gone quiet")
		printTable(s.Stdout, []column{{title: "SOURCE", width: 40}, {title: "LAST NEW"}, {title: "LAST READ"}}, rows)
	}
	return nil
}

// runs is "3, 5–9, 11".
func runs(missing [][2]int) string {
	var parts []string
	for _, run := range missing {
		if run[0] == run[1] {
			parts = append(parts, strconv.Itoa(run[0]))
		} else {
			parts = append(parts, fmt.Sprintf("%d–%d", run[0], run[1]))
		}
	}
	return strings.Join(parts, ", ")
}
