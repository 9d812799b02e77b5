package cli

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
)

type dueCmd struct {
	Unit    string `help:"Only what this unit owes; groups are expanded."`
	Within  string `help:"Only what is due in so many days or weeks (30d, 4w)." placeholder:"DAYS"`
	Overdue bool   `help:"Only what is late."`
	All     bool   `help:"Also what is marked done or not ours, and what later documents replaced or withdrew."`
	AsOf    string `help:"Count from this day (default: today)." placeholder:"DATE"`
	Limit   int    `help:"At most so many of each kind." default:"0"`
	JSON    bool   `name:"json" help:"Print a duty a line as JSON."`
}

// Run lists open duties by their date.
func (c *dueCmd) Run(s *session) error {
	o := pipeline.DueOptions{Unit: c.Unit, Overdue: c.Overdue, All: c.All, Limit: c.Limit, AsOf: corpus.DateOf(s.Now())}
	var err error
	if c.AsOf != "" {
		if o.AsOf, err = dateFlag("--as-of", c.AsOf); err != nil {
			return err
		}
		if !o.AsOf.IsDay() {
			return usageError{fmt.Sprintf("--as-of %q is not a day", c.AsOf), "write it as 2024-09-15"}
		}
	}
	if o.Within, err = daysFlag("--within", c.Within); err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	duties, err := p.Due(s.ctx, o)
	if err != nil {
		return err
	}
	if c.JSON {
		out := json.NewEncoder(s.Stdout)
		out.SetEscapeHTML(false)
		for _, d := range duties {
			if err := out.Encode(dueLineOf(d)); err != nil {
				return err
			}
		}
		return nil
	}
	var rows [][]string
	for _, d := range duties {
		left := ""
		if !d.Next.IsZero() {
			left = fmt.Sprintf("%+d", d.DaysLeft)
		}
		rows = append(rows, []string{left, d.Next.String(), actorNames(d.Obligation), d.Obligation.Action.Value, d.Number, d.Obligation.Section, d.Record + "/" + d.Obligation.ID})
	}
	printTable(s.Stdout, []column{{title: "DAYS", right: true}, {title: "LAST DAY"}, {title: "UNIT", width: 34}, {title: "TASK", width: 70},
		{title: "NUMBER", width: 20}, {title: "SECTION"}, {title: "DUTY"}}, rows)
	return nil
}

// dueLine is what due --json prints of a duty.
type dueLine struct {
	Record     string            `json:"record"`
	Number     string            `json:"number,omitempty"`
	Issuer     string            `json:"issuer,omitempty"`
	Next       corpus.Date       `json:"next,omitzero"`
	DaysLeft   *int              `json:"days_left,omitempty"`
	Recurring  bool              `json:"recurring,omitempty"`
	State      string            `json:"state"`
	Life       corpus.LifeState  `json:"life,omitempty"` // what later documents made of it
	Note       string            `json:"note,omitempty"`
	Reply      string            `json:"reply,omitempty"`
	Obligation corpus.Obligation `json:"obligation"`
}

func dueLineOf(d pipeline.Due) dueLine {
	line := dueLine{Record: d.Record, Number: d.Number, Issuer: d.Issuer, Next: d.Next, Recurring: d.Recurring,
		State: d.State.State, Life: d.Life, Note: d.State.Note, Reply: d.State.Reply, Obligation: d.Obligation}
	if line.State == "" {
		line.State = "open"
	}
	if !d.Next.IsZero() {
		line.DaysLeft = &d.DaysLeft
	}
	return line
}

// daysFlag reads 30d, 4w or 30.
func daysFlag(flag, value string) (int, error) {
	if value == "" {
		return 0, nil
	}
	digits, unit := strings.TrimRight(value, "dw"), 1
	if strings.HasSuffix(value, "w") {
		unit = 7
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n <= 0 || n > 36500 || len(value)-len(digits) > 1 {
		return 0, usageError{fmt.Sprintf("%s %q is not a number of days", flag, value), "write it as 30d or 4w"}
	}
	return n * unit, nil
}
