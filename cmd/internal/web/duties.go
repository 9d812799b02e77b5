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

// The most duties that are shown in a column and on a day, and looked up for a month.
const (
	columnShown  = 20
	monthSought  = 120
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
	Board, Calendar, Load             string // addresses of the three views
	Table, FollowUp, Incoming, Events string
	Empty                             bool
}

// column is a column of the board.
type column struct {
	Key    string // of words
	Class  string
	Duties []dueView
	More   bool // there are more than are shown
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
		view.Empty = len(view.Columns) == 0
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

// stretch is a column of the board: from and to are days from the day that is asked for.
type stretch struct {
	key, class string
	from, to   int
}

// stretches are the columns of duties with a date to come.
var stretches = []stretch{{"duties.week", "soon", 0, 7}, {"duties.month", "", 8, 30}, {"duties.later", "", 31, 36500}}

// board fills the columns: each is asked for by itself, so that none hides another.
func (p *Pages) board(v *visit, view *dutiesView) error {
	due := func(o pipeline.DueOptions) ([]pipeline.Due, error) {
		o.Unit, o.Limit = view.Unit, columnShown+1
		return p.pipeline.Due(v.r.Context(), o)
	}
	late, err := due(pipeline.DueOptions{AsOf: view.AsOf, Overdue: true})
	if err != nil {
		return err
	}
	view.column("duties.late", "late", late, 0)
	if view.Overdue {
		return nil
	}
	last := cmp.Or(view.Within, 36500)
	for _, s := range stretches {
		if s.from > last {
			break
		}
		found, err := due(pipeline.DueOptions{Dated: true, AsOf: view.AsOf.AddDays(s.from), Within: max(min(s.to, last)-s.from, 1)})
		if err != nil {
			return err
		}
		view.column(s.key, s.class, found, s.from)
	}
	rest, err := due(pipeline.DueOptions{AsOf: view.AsOf, Within: view.Within})
	if err != nil {
		return err
	}
	var recurring, undated []pipeline.Due
	for _, d := range rest {
		switch {
		case d.Next.IsZero():
			undated = append(undated, d)
		case d.LastGood.IsZero():
			recurring = append(recurring, d)
		}
	}
	view.column("duties.recurring", "", recurring, 0)
	view.column("duties.undated", "", undated, 0)
	return nil
}

// column adds a column, unless it is empty; its days are counted from some days later than the
// day that is asked for.
func (view *dutiesView) column(key, class string, found []pipeline.Due, later int) {
	c := column{Key: key, Class: class, More: len(found) > columnShown}
	for _, d := range found[:min(len(found), columnShown)] {
		d.DaysLeft += later
		c.Duties = append(c.Duties, dueViewOf(d))
	}
	if len(c.Duties) > 0 {
		view.Columns = append(view.Columns, c)
	}
}

// offerUnits are the names that the box of units proposes.
func (p *Pages) offerUnits(v *visit, view *dutiesView) error {
	known, err := p.units.get(v.r.Context(), p.now())
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
	view.Board, view.Load = "/nhiem-vu?"+values.Encode(), "/nhiem-vu/khoi-luong?"+values.Encode()
	values.Set("thang", corpus.Date{Year: view.AsOf.Year, Month: view.AsOf.Month}.String())
	view.Calendar = "/nhiem-vu?" + values.Encode()
}
