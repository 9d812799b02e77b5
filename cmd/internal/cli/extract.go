package cli

import (
	"encoding/json"
	"fmt"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/extract"
	"congvan/ingest"
)

type extractCmd struct {
	Files []string `arg:"" name:"FILE" help:"Files or folders; - is standard input."`
}

// Run prints a record a line, also of a file that cannot be read.
func (c *extractCmd) Run(s *session) error {
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	unreadable := 0
	err := pipeline.Extract(s.ctx, s.options(), c.Files, s.Stdin, func(r *corpus.Record) error {
		if !r.Source.Status.Readable() {
			unreadable++
			fmt.Fprintf(s.Stderr, "%s: %s: %s\n", r.Source.URI, r.Source.Status, r.Source.Reason)
		}
		return out.Encode(r)
	})
	if err == nil && unreadable > 0 {
		err = errSomeFailed
	}
	return err
}

func (s *session) options() pipeline.Options {
	return pipeline.Options{
		Data: s.data, Now: s.Now, Ingest: ingest.Options{Sandbox: s.pool}, Extract: extract.Options{Register: s.register},
		Warn: func(what string) { fmt.Fprintln(s.Stderr, "congvan:", what) },
	}
}
