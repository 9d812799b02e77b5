package cli

import (
	"encoding/json"
	"fmt"

	"congvan/cmd/internal/pipeline"
)

type alertsCmd struct {
	Name   string `arg:"" optional:"" help:"A saved search; without it all are asked."`
	Peek   bool   `help:"Show what is new, and show it again next time."`
	List   bool   `help:"List the saved searches instead."`
	Forget bool   `help:"Remove the saved search instead."`
	JSON   bool   `name:"json" help:"Print a hit a line as JSON."`
}

// alertLine is what alerts --json prints of a hit.
type alertLine struct {
	Search string `json:"search"`
	pipeline.NewHit
}

// Run tells what is new for saved searches since they were last asked.
func (c *alertsCmd) Run(s *session) error {
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Forget {
		return p.Store().Forget(s.ctx, c.Name)
	}
	saved, err := p.Store().SavedSearches(s.ctx, c.Name)
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	for _, one := range saved {
		if c.List {
			fmt.Fprintf(s.Stdout, "%-20s %s\n", oneLine(one.Name), oneLine(one.Query))
			continue
		}
		hits, err := p.Alerts(s.ctx, one, !c.Peek)
		if err != nil {
			return err
		}
		if !c.JSON {
			fmt.Fprintf(s.Stdout, "%s: %d new\n", oneLine(one.Name), len(hits))
		}
		for _, hit := range hits {
			if c.JSON {
				if err := out.Encode(alertLine{one.Name, hit}); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(s.Stdout, "  %s  %-24s %s  %s\n", hit.ID, oneLine(hit.Number), hit.Issued, cut(hit.Subject, 80))
		}
	}
	if len(saved) == 0 {
		fmt.Fprintln(s.Stderr, "no search is saved: congvan search QUERY --save NAME")
	}
	return nil
}
