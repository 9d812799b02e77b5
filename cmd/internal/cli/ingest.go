package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
)

type ingestCmd struct {
	Paths   []string `arg:"" name:"PATH" optional:"" help:"Files, folders or archives; - is standard input. Folders may have .congvanignore files."`
	Watch   bool     `help:"Stay and read what comes into the folders, until interrupted."`
	Retry   bool     `help:"Read again what could not be read before (list --status failed)."`
	DryRun  bool     `help:"Say what would be new or changed, and change nothing."`
	Workers int      `help:"Documents read at a time (default: one a processor)." default:"0" hidden:""`
	JSON    bool     `name:"json" help:"Print an outcome a line as JSON."`
}

// Run ingests and prints a summary of the outcomes.
func (c *ingestCmd) Run(s *session) error {
	switch {
	case len(c.Paths) == 0 && !c.Retry:
		return usageError{"there is nothing to ingest", "name files or folders, or --retry for what could not be read before"}
	case c.Watch && (c.DryRun || c.Retry || slices.Contains(c.Paths, "-")):
		return usageError{"--watch goes with folders and files alone", "leave the other flags out, and - too"}
	case c.Retry && c.DryRun:
		return usageError{"--retry and --dry-run do not go together", "\"congvan list --status failed\" shows what would be tried again"}
	}
	pipeline.ForBatches()
	o := s.options()
	o.Workers = c.Workers
	progress := s.startProgress("ingest")
	counts := map[pipeline.Change]int{}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	err := c.ingest(s.ctx, o, pipeline.IngestOptions{Paths: c.Paths, Stdin: s.Stdin, Total: progress.total()}, func(o pipeline.Outcome) {
		counts[o.Change]++
		progress.add(o.Source.Name)
		if o.Change == pipeline.Failed {
			progress.say(fmt.Sprintf("%s: %s: %s", visible(o.Source.URI), o.Source.Status, o.Source.Reason))
		}
		if n := o.Notice; n != nil {
			progress.say(fmt.Sprintf("%s: number %s came before with other content (%.0f%% alike): congvan diff %s %s", visible(o.Source.URI), n.Number, 100*n.Likeness, n.Other, n.Record))
		}
		switch {
		case c.JSON:
			_ = out.Encode(outcomeLine{o.Source.URI, o.Change, o.Source.Status, o.Source.Reason, recordID(o.Record)})
		case c.DryRun && o.Change != pipeline.Unchanged:
			fmt.Fprintf(s.Stdout, "%-9s %s\n", o.Change, visible(o.Source.URI))
		}
	})
	progress.finish()
	fmt.Fprintln(s.Stderr, summary(counts))
	if err == nil && counts[pipeline.Failed] > 0 {
		err = errSomeFailed
	}
	return err
}

// ingest takes the way that the flags ask for.
func (c *ingestCmd) ingest(ctx context.Context, o pipeline.Options, in pipeline.IngestOptions, report func(pipeline.Outcome)) error {
	switch {
	case c.DryRun:
		return pipeline.Preview(ctx, o, in, report)
	case c.Watch:
		in.Total = nil
		return pipeline.Watch(ctx, o, in, report)
	}
	p, err := pipeline.Open(ctx, o)
	if err != nil {
		return err
	}
	err = p.IngestWith(ctx, in, report)
	if c.Retry && err == nil {
		if in.Paths, err = p.Unread(ctx); err == nil {
			in.Again = true
			err = p.IngestWith(ctx, in, report)
		}
	}
	return errors.Join(err, p.Close())
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
