package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"congvan/corpus"
	"congvan/extract/temporal"
)

type whenCmd struct {
	Text []string `arg:"" help:"Text to read."`
	At   string   `help:"Date of issue of the document that says so: gives missing years." placeholder:"DATE"`
	JSON bool     `name:"json" help:"Print a timing a line as JSON."`
}

// Run prints the timings that the temporal grammar reads.
func (c *whenCmd) Run(s *session) error {
	at, err := dateFlag("--at", c.At)
	if err != nil {
		return err
	}
	text := strings.Join(c.Text, " ")
	found := temporal.Find(text, temporal.Context{Issued: at})
	ruler := corpus.NewRuler(text)
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	for _, f := range found {
		f.Timing.Span = ruler.Span(f.Start, f.End)
		if c.JSON {
			if err := out.Encode(f.Timing); err != nil {
				return err
			}
			continue
		}
		value := timingValue(f.Timing)
		if f.Timing.Reason != "" {
			value = strings.TrimSpace(value + " (" + f.Timing.Reason + ")")
		}
		fmt.Fprintf(s.Stdout, "%-10s %-40s %s\n", f.Timing.Kind, oneLine(f.Timing.Text), value)
	}
	if len(found) == 0 && !c.JSON {
		fmt.Fprintln(s.Stderr, "no time is named there")
	}
	return nil
}
