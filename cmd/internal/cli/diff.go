package cli

import (
	"encoding/json"
	"fmt"

	"congvan/cmd/internal/pipeline"
)

type diffCmd struct {
	A    string `arg:"" help:"ID or number of one document."`
	B    string `arg:"" help:"ID or number of the other."`
	JSON bool   `name:"json" help:"Print a run of words a line as JSON."`
}

// Run prints what two documents have differently: [-removed-] {+added+}.
func (c *diffCmd) Run(s *session) error {
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	changes, err := p.Diff(s.ctx, c.A, c.B)
	if err != nil {
		return err
	}
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	for i, change := range changes {
		if c.JSON {
			if err := out.Encode(change); err != nil {
				return err
			}
			continue
		}
		text := visible(change.Text)
		switch change.Kind {
		case "removed":
			text = s.coloured("31", "[-"+text+"-]")
		case "added":
			text = s.coloured("32", "{+"+text+"+}")
		default:
			text = shortened(text, i > 0, i+1 < len(changes))
		}
		fmt.Fprintln(s.Stdout, text)
	}
	return nil
}

// shortened is a run that both texts have: its words next to the changes around it.
func shortened(text string, before, after bool) string {
	const keep = 60 // characters
	runes := []rune(text)
	if len(runes) <= 3*keep {
		return text
	}
	head, tail := "", ""
	if before {
		head = string(runes[:keep])
	}
	if after {
		tail = string(runes[len(runes)-keep:])
	}
	return head + " … " + tail
}

func (s *session) coloured(code, text string) string {
	if !s.Colour {
		return text
	}
	return "\033[" + code + "m" + text + "\033[0m"
}
