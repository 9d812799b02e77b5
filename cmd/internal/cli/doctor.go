package cli

import (
	"fmt"
	"strings"

	"congvan/cmd/internal/pipeline"
)

type doctorCmd struct {
	Repair bool `help:"Put right what is wrong: the index is made again where it differs from the store."`
	JSON   bool `name:"json" help:"Print a finding a line as JSON."`
}

// Run reports what this machine can do and how store and index are; it fails when something is
// wrong that is not repaired.
func (c *doctorCmd) Run(s *session) error {
	findings, err := pipeline.Examine(s.ctx, s.options(), c.Repair)
	if err != nil {
		return err
	}
	wrong := 0
	for _, f := range findings {
		mark := "ok   "
		switch f.State {
		case pipeline.Lacking:
			mark = "lacks"
		case pipeline.Wrong:
			mark = "WRONG"
			wrong++
		case pipeline.Repaired:
			mark = "fixed"
		}
		if c.JSON {
			fmt.Fprintln(s.Stdout, f.JSON())
			continue
		}
		fmt.Fprintf(s.Stdout, "%s  %-10s %s\n", mark, f.What, f.Says)
		if f.Do != "" {
			fmt.Fprintf(s.Stdout, "%s%s\n", strings.Repeat(" ", 18), f.Do)
		}
	}
	if wrong > 0 {
		return errSomeFailed
	}
	return nil
}
