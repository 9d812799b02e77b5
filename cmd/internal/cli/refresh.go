package cli

import (
	"encoding/json"
	"fmt"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
)

type refreshCmd struct {
	Stale  bool   `help:"Only what an older version of the rules made."`
	Status string `help:"Only inputs with this outcome (no_text, failed …)."`
	Source string `help:"Only inputs whose path or address has this part."`
	Query  string `help:"Only documents that this search finds, at most 1,000."`
	Type   string `help:"Only documents of this type: \"Công văn\"."`
	Issuer string `help:"Only documents of this agency."`
	From   string `help:"Only documents issued on or after this date."`
	To     string `help:"Only documents issued on or before this date."`
	DryRun bool   `help:"Show what would change, field by field, and change nothing."`
	JSON   bool   `name:"json" help:"Print a changed record a line as JSON."`
}

// Run reads stored originals again.
func (c *refreshCmd) Run(s *session) error {
	filter, err := filterFlags{Issuer: c.Issuer, Type: c.Type, From: c.From, To: c.To}.filter()
	if err != nil {
		return err
	}
	pipeline.ForBatches()
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	progress := s.startProgress("refresh")
	changed, failed := 0, 0
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	o := pipeline.RefreshOptions{Stale: c.Stale, Status: corpus.Status(c.Status), URI: c.Source, Records: filter, Query: c.Query, DryRun: c.DryRun}
	err = p.Refresh(s.ctx, o, func(r pipeline.Refreshed) {
		progress.add(r.Source.Name)
		if r.Change == pipeline.Failed {
			failed++
			progress.say(fmt.Sprintf("%s: %s: %s", r.Source.URI, r.Source.Status, r.Source.Reason))
		}
		if len(r.Differences) == 0 {
			return
		}
		changed++
		if c.JSON {
			_ = out.Encode(refreshLine{recordID(r.Record), r.Source.URI, r.Differences})
			return
		}
		fmt.Fprintf(s.Stdout, "%s  %s\n", recordID(r.Record), r.Source.URI)
		for _, d := range r.Differences {
			fmt.Fprintf(s.Stdout, "  %s\n    - %s\n    + %s\n", d.Field, cut(d.Before, 200), cut(d.After, 200))
		}
	})
	progress.finish()
	verb := "changed"
	if c.DryRun {
		verb = "would change"
	}
	fmt.Fprintf(s.Stderr, "%d %s, %d failed\n", changed, verb, failed)
	if err == nil && failed > 0 {
		err = errSomeFailed
	}
	return err
}

// refreshLine is what refresh --json prints of a record.
type refreshLine struct {
	ID          string                `json:"id"`
	URI         string                `json:"uri"`
	Differences []pipeline.Difference `json:"differences"`
}
