package cli

import (
	"fmt"
	"os/user"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus/sqlite"
)

type markCmd struct {
	Duty  string `arg:"" optional:"" name:"DUTY" help:"RECORD/DUTY, as congvan due shows it."`
	State string `arg:"" optional:"" enum:"open,done,not_ours," default:"" help:"open, done or not_ours."`
	Note  string `help:"A note."`
	Reply string `help:"Number of the answer that settled it."`
	Who   string `help:"Who says so (default: the user's name)." env:"CONGVAN_USER"`
	Undo  bool   `help:"Take the last mark or correction back."`
}

// Run sets the state of a duty, or takes the last word back.
func (c *markCmd) Run(s *session) error {
	record, duty, ok := strings.Cut(c.Duty, "/")
	if !c.Undo && (!ok || c.State == "") {
		return usageError{"mark needs a duty and a state", "congvan mark 9ab6c8cd0d768a4f/o-1f2e3d done --reply 12/BC-BHXH"}
	}
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Undo {
		return undo(s, p, c.Who)
	}
	return p.Store().SetMark(s.ctx, record, duty, sqlite.Mark{State: c.State, Note: c.Note, Reply: c.Reply}, userName(c.Who), s.Now())
}

func undo(s *session, p *pipeline.Pipeline, who string) error {
	e, err := p.Undo(s.ctx, userName(who))
	if err == nil {
		fmt.Fprintf(s.Stderr, "took back: %s %s %s: %s → %s\n", e.What, e.Record, e.Target, e.After, e.Before)
	}
	return err
}

func userName(given string) string {
	if given != "" {
		return given
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return "unknown"
}

type correctCmd struct {
	ID    string `arg:"" optional:"" help:"Record ID."`
	Field string `arg:"" optional:"" help:"number, type, issuer, place, issued, effective.from, effective.to, subject, urgency, secrecy, signatory …"`
	Value string `arg:"" optional:"" help:"The right value; \"\" says that there is none."`
	Who   string `help:"Who says so (default: the user's name)." env:"CONGVAN_USER"`
	Undo  bool   `help:"Take the last mark or correction back."`
}

// Run puts a value of a record right.
func (c *correctCmd) Run(s *session) error {
	if !c.Undo && (c.ID == "" || c.Field == "") {
		return usageError{"correct needs a record, a field and a value", "congvan correct 9ab6c8cd0d768a4f issued 2022-09-12"}
	}
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Undo {
		return undo(s, p, c.Who)
	}
	return p.Correct(s.ctx, c.ID, c.Field, c.Value, userName(c.Who))
}
