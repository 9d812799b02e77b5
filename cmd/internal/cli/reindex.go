package cli

import (
	"fmt"

	"congvan/cmd/internal/pipeline"
)

type reindexCmd struct{}

// Run builds the index again; searches go on with the one that is there until it is done.
func (c *reindexCmd) Run(s *session) error {
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	progress := s.startProgress("reindex")
	count, err := p.Reindex(s.ctx, func(name string) { progress.add(name) })
	progress.finish()
	if err == nil {
		fmt.Fprintf(s.Stderr, "%d records indexed\n", count)
	}
	return err
}
