package cli

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// filterFlags are the filters that search, list and export share.
type filterFlags struct {
	Issuer string `help:"Issuing agency, or a part of its name."`
	Type   string `help:"Type of document: \"Công văn\", \"Kế hoạch\"."`
	Unit   string `help:"A unit that has something to do."`
	From   string `help:"Issued on or after this date (YYYY, YYYY-MM or YYYY-MM-DD)."`
	To     string `help:"Issued on or before this date."`
}

// dates reads --from and --to.
func (f filterFlags) dates() (from, to corpus.Date, err error) {
	if from, err = dateFlag("--from", f.From); err == nil {
		to, err = dateFlag("--to", f.To)
	}
	return from, to, err
}

func dateFlag(flag, value string) (corpus.Date, error) {
	if value == "" {
		return corpus.Date{}, nil
	}
	d, err := corpus.ParseDate(value)
	if err != nil {
		return d, usageError{fmt.Sprintf("%s %q is not a date", flag, value), "write it as 2024, 2024-09 or 2024-09-15"}
	}
	return d, nil
}

func (f filterFlags) filter() (sqlite.Filter, error) {
	from, to, err := f.dates()
	return sqlite.Filter{Issuer: f.Issuer, Type: f.Type, Unit: f.Unit, From: from, To: to}, err
}

type listCmd struct {
	filterFlags
	Status string `help:"Only inputs with this outcome (failed, no_text, damaged …), with the reason of each."`
	Copies bool   `help:"With the other sources of each: the same bytes, text or directive."`
	Limit  int    `help:"At most so many." default:"0"`
	Offset int    `help:"Pass over so many." default:"0"`
	JSON   bool   `name:"json" help:"Print a line of JSON each."`
}

// Run prints one line a document, or one an input when --status asks for outcomes.
func (c *listCmd) Run(s *session) error {
	filter, err := c.filter()
	if err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Status != "" {
		return c.listSources(s, p)
	}
	filter.Limit, filter.Offset = c.Limit, c.Offset
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	var rows [][]string
	for r, err := range p.Store().Records(s.ctx, filter) {
		if err != nil {
			return err
		}
		line := lineOf(r)
		if c.Copies {
			if line.Copies, err = p.Store().Copies(s.ctx, r.ID); err != nil {
				return err
			}
		}
		if c.JSON {
			if err := out.Encode(line); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{r.ID, r.Number.Value, r.Issued.Value.String(), r.Issuer.Value, title(r), strconv.Itoa(len(r.Obligations))})
		for _, copied := range line.Copies {
			rows = append(rows, []string{"  " + copied.ID, copied.Number, copied.Issued.String(), "  " + howAlike(copied), copied.URI, ""})
		}
	}
	if !c.JSON {
		printTable(s.Stdout, []column{{title: "ID"}, {title: "NUMBER", width: 26}, {title: "DATE"}, {title: "ISSUER", width: 30},
			{title: "SUBJECT", width: 60}, {title: "DUTIES", right: true}}, rows)
	}
	return nil
}

func (c *listCmd) listSources(s *session, p *pipeline.Pipeline) error {
	out := json.NewEncoder(s.Stdout)
	out.SetEscapeHTML(false)
	var rows [][]string
	for src, err := range p.Store().Sources(s.ctx, corpus.Status(c.Status)) {
		if err != nil {
			return err
		}
		if c.JSON {
			if err := out.Encode(src); err != nil {
				return err
			}
			continue
		}
		rows = append(rows, []string{string(src.Status), src.URI, src.Reason})
	}
	if !c.JSON {
		printTable(s.Stdout, []column{{title: "STATUS"}, {title: "SOURCE", width: 80}, {title: "REASON", width: 100}}, rows)
	}
	return nil
}

// recordLine is what list --json prints of a record.
type recordLine struct {
	ID          string      `json:"id"`
	Number      string      `json:"number,omitempty"`
	Type        string      `json:"type,omitempty"`
	Issuer      string      `json:"issuer,omitempty"`
	Issued      corpus.Date `json:"issued,omitzero"`
	Subject     string      `json:"subject,omitempty"`
	Kind        corpus.Kind `json:"kind,omitempty"`
	Obligations int         `json:"obligations"`
	URI         string      `json:"uri"`

	Copies []sqlite.Copy `json:"copies,omitempty"` // when --copies asks for them
}

func lineOf(r *corpus.Record) recordLine {
	return recordLine{ID: r.ID, Number: r.Number.Value, Type: r.Type.Value, Issuer: r.Issuer.Value, Issued: r.Issued.Value, Subject: r.Subject.Value,
		Kind: r.Source.Kind, Obligations: len(r.Obligations), URI: r.Source.URI}
}

// title is what a record is about: its subject, or the title of an article, or how its text
// begins, or its file's name.
func title(r *corpus.Record) string {
	begins, _, _ := strings.Cut(r.Text, "\n")
	for _, about := range []string{r.Subject.Value, r.Source.Title, begins} {
		if about != "" {
			return about
		}
	}
	return r.Source.Name
}
