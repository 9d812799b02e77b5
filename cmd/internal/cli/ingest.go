package cli

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
)

type ingestCmd struct {
	Paths   []string `arg:"" name:"PATH" help:"Files, folders or archives; - is standard input."`
	Workers int      `help:"Documents read at a time (default: one a processor)." default:"0" hidden:""`
	JSON    bool     `name:"json" help:"Print an outcome a line as JSON."`
}

// Run ingests and prints a summary of the outcomes.
func (c *ingestCmd) Run(s *session) error {
	o := s.options()
	o.Workers = c.Workers
	p, err := pipeline.Open(s.ctx, o)
	if err != nil {
		return err
	}
	progress := s.startProgress("ingest")
	counts := map[pipeline.Change]int{}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	err = p.Ingest(s.ctx, c.Paths, s.Stdin, func(o pipeline.Outcome) {
		counts[o.Change]++
		progress.add(o.Source.Name)
		if o.Change == pipeline.Failed {
			progress.say(fmt.Sprintf("%s: %s: %s", o.Source.URI, o.Source.Status, o.Source.Reason))
		}
		if c.JSON {
			_ = out.Encode(outcomeLine{o.Source.URI, o.Change, o.Source.Status, o.Source.Reason, recordID(o.Record)})
		}
	})
	progress.finish()
	fmt.Fprintln(s.Stderr, summary(counts))
	if closing := p.Close(); err == nil {
		err = closing
	}
	if err == nil && counts[pipeline.Failed] > 0 {
		err = errSomeFailed
	}
	return err
}

// outcomeLine is what ingest --json prints of an input.
type outcomeLine struct {
	URI    string          `json:"uri"`
	Change pipeline.Change `json:"change"`
	Status corpus.Status   `json:"status"`
	Reason string          `json:"reason,omitempty"`
	ID     string          `json:"id,omitempty"`
}

func recordID(r *corpus.Record) string {
	if r == nil {
		return ""
	}
	return r.ID
}

// summary is "5 new, 1 failed".
func summary(counts map[pipeline.Change]int) string {
	var parts []string
	for _, change := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[change], change))
	}
	if len(parts) == 0 {
		return "nothing to ingest"
	}
	return strings.Join(parts, ", ")
}
