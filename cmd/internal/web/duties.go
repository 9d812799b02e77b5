package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/export"
)

// The most duties that are looked up for the board, and shown in a column or on a day.
const (
	dutiesSought = 400
	columnShown  = 40
	dayShown     = 5
	unitsOffered = 300
)

// dutiesView is what the page of duties shows: a board, or a month.
type dutiesView struct {
	Unit                              string
	AsOf                              corpus.Date
	Within                            int
	Overdue                           bool
	Units                             []string
	Columns                           []column
	Month                             *monthView
	Board, Calendar                   string // addresses of the two views
	Table, FollowUp, Incoming, Events string
	Empty                             bool
}

// column is a column of the board.
type column struct {
	Key    string // of words
	Class  string
	Duties []dueView
	More   int
	Capped bool // there may be more than were looked up
}

type dueView struct {
	pipeline.Due
	Address string
	Late    int // days
	When    string
}

func dueViewOf(d pipeline.Due) dueView {
	view := dueView{Due: d, Address: documentAddress(d.Record), Late: -d.DaysLeft}
	if s := d.Obligation.Action.Span; !s.IsZero() {
		view.Address += place(s)
	}
	for _, t := range d.Obligation.Timing {
		view.When = cmp.Or(view.When, t.Text)
	}
	return view
}

func (p *Pages) duties(v *visit) error {
	view := dutiesView{Unit: v.get("unit"), Overdue: v.get("overdue") != ""}
	var err error
	if view.AsOf, err = ask.Date(v.r.Form, "asof"); err != nil {
		return err
	}
	if view.AsOf.IsZero() {
		view.AsOf = corpus.DateOf(p.now())
	}
	view.AsOf = view.AsOf.First()
	if view.Within, err = ask.Number(v.r.Form, "within", 0, 0, 36500); err != nil {
		return err
	}
	month, err := ask.Date(v.r.Form, "thang")
	if err != nil {
		return err
	}
	if v.get("thang") != "" && month.Month == 0 {
		return ask.Mistake{Parameter: "thang", Detail: "want a month: 2024-09"}
	}
	if month.Month > 0 {
		view.Month, err = p.month(v, view.Unit, corpus.Date{Year: month.Year, Month: month.Month})
		if err == nil {
			view.Empty = view.Month.Count == 0
		}
	} else {
		err = p.board(v, &view)
	}
	if err != nil {
		return err
	}
	if err := p.offerUnits(v, &view); err != nil {
		return err
	}
	view.addresses()
	return p.render.write(v, http.StatusOK, "duties", page{Title: "duties.title", Nav: "duties", Body: &view})
}

// board fills the columns: each is asked for by itself, so that none hides another.
func (p *Pages) board(v *visit, view *dutiesView) error {
	columns := []column{{Key: "duties.late", Class: "late"}, {Key: "duties.week", Class: "soon"}, {Key: "duties.month"}, {Key: "duties.later"}, {Key: "duties.recurring"}, {Key: "duties.undated"}}
	due := func(o pipeline.DueOptions) ([]pipeline.Due, error) {
		o.AsOf, o.Unit, o.Limit = view.AsOf, view.Unit, dutiesSought
		return p.pipeline.Due(v.r.Context(), o)
	}
	late, err := due(pipeline.DueOptions{Overdue: true})
	if err != nil {
		return err
	}
	slices.Reverse(late) // the newest first
	put := func(c *column, d pipeline.Due) {
		if len(c.Duties) < columnShown {
			c.Duties = append(c.Duties, dueViewOf(d))
		} else {
			c.More++
		}
		c.Capped = len(c.Duties)+c.More >= dutiesSought
	}
	for _, d := range late {
		put(&columns[0], d)
	}
	if !view.Overdue {
		within := cmp.Or(view.Within, 36500)
		coming, err := due(pipeline.DueOptions{Within: within})
		if err != nil {
			return err
		}
		for _, d := range coming {
			switch {
			case d.Recurring:
				put(&columns[4], d)
			case d.DaysLeft <= 7:
				put(&columns[1], d)
			case d.DaysLeft <= 30:
				put(&columns[2], d)
			default:
				put(&columns[3], d)
			}
		}
		if view.Within == 0 {
			rest, err := due(pipeline.DueOptions{})
			if err != nil {
				return err
			}
			for _, d := range rest {
				if d.Next.IsZero() {
					put(&columns[5], d)
				}
			}
		}
	}
	view.Columns = slices.DeleteFunc(columns, func(c column) bool { return len(c.Duties) == 0 })
	view.Empty = len(view.Columns) == 0
	return nil
}

// offerUnits are the names that the box of units proposes.
func (p *Pages) offerUnits(v *visit, view *dutiesView) error {
	known, err := p.units.get(v.r.Context())
	if err != nil {
		return err
	}
	for _, name := range known {
		if len(name) < 120 {
			view.Units = append(view.Units, name)
		}
	}
	slices.Sort(view.Units)
	view.Units = slices.Compact(view.Units)
	view.Units = view.Units[:min(len(view.Units), unitsOffered)]
	return nil
}

func (view *dutiesView) addresses() {
	values := url.Values{}
	if view.Unit != "" {
		values.Set("unit", view.Unit)
	}
	view.Events = "/nhiem-vu.ics?" + values.Encode()
	view.Table = exportAddress(values, string(export.Obligations), "xlsx")
	view.FollowUp = exportAddress(values, string(export.FollowUp), "xlsx")
	view.Incoming = exportAddress(values, string(export.Incoming), "xlsx")
	view.Board = "/nhiem-vu?" + values.Encode()
	values.Set("thang", corpus.Date{Year: view.AsOf.Year, Month: view.AsOf.Month}.String())
	view.Calendar = "/nhiem-vu?" + values.Encode()
}
