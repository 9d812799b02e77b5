package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// The chart of workload: so many weeks from the one of the day that is asked for, and so many
// units; the rest share a row. Measures are in the units of the chart.
const (
	weeksShown  = 12
	unitsShown  = 15
	loadLabel   = 250
	loadWeek    = 60
	loadRow     = 52
	loadBar     = 30
	loadHead    = 24
	labelPoints = 34 // characters of a unit's name that fit
)

// loadView is the workload by week and unit: a chart, and a table that says the same.
type loadView struct {
	Unit          string
	AsOf          corpus.Date
	Units         []string
	Weeks         []loadColumn
	Rows          []loadRowView
	Total         []int
	Width, Height int
	Board, Here   string
	Prev, Next    string
}

type loadColumn struct {
	Monday, Sunday corpus.Date
	X              int
}

// loadRowView is a unit with its duties of each week.
type loadRowView struct {
	Name  string // "": the rest
	Short string
	Total int
	Y     int
	Cells []loadCell
}

// Base is where the bars of the row stand.
func (r loadRowView) Base() int { return r.Y + loadRow - 6 }

type loadCell struct {
	Open            int
	X, Y, Height    int
	Address         string
	Monday, LastDay corpus.Date
}

// workload shows how busy units are in the weeks to come.
func (p *Pages) workload(v *visit) error {
	view := loadView{Unit: v.get("unit")}
	var err error
	if view.AsOf, err = ask.Date(v.r.Form, "asof"); err != nil {
		return err
	}
	if view.AsOf.IsZero() {
		view.AsOf = corpus.DateOf(p.now())
	}
	view.AsOf = view.AsOf.First()
	monday := view.AsOf.AddDays(-(int(view.AsOf.Time().Weekday()) + 6) % 7)
	for i := range weeksShown {
		first := monday.AddDays(7 * i)
		view.Weeks = append(view.Weeks, loadColumn{first, first.AddDays(6), loadLabel + i*loadWeek})
	}
	loads, err := p.pipeline.Workload(v.r.Context(), view.Unit, monday, monday.AddDays(7*weeksShown-1))
	if err != nil {
		return err
	}
	names, err := p.units.get(v.r.Context(), p.now())
	if err != nil {
		return err
	}
	view.fill(loads, names)
	board := dutiesView{Unit: view.Unit, AsOf: view.AsOf}
	if err := p.offerUnits(v, &board); err != nil {
		return err
	}
	view.Units = board.Units
	view.Board = "/nhiem-vu?" + url.Values{"unit": {view.Unit}}.Encode()
	view.Here = view.at(view.AsOf)
	view.Prev, view.Next = view.at(monday.AddDays(-7*weeksShown)), view.at(monday.AddDays(7*weeksShown))
	return p.render.write(v, http.StatusOK, "load", page{Title: "load.title", Nav: "duties", Body: &view})
}

func (view *loadView) at(day corpus.Date) string {
	values := url.Values{"asof": {day.String()}}
	if view.Unit != "" {
		values.Set("unit", view.Unit)
	}
	return "/nhiem-vu/khoi-luong?" + values.Encode()
}

// fill lays the counts on units and weeks, the busiest first.
func (view *loadView) fill(loads []sqlite.Load, names map[string]string) {
	rows := map[string]*loadRowView{}
	view.Total = make([]int, len(view.Weeks))
	for _, l := range loads {
		week := slices.IndexFunc(view.Weeks, func(w loadColumn) bool { return !l.Day.Before(w.Monday) && !w.Sunday.Before(l.Day) })
		if week < 0 {
			continue
		}
		row := rows[l.Unit]
		if row == nil {
			row = &loadRowView{Name: cmp.Or(names[l.Unit], l.Unit), Cells: make([]loadCell, len(view.Weeks))}
			rows[l.Unit] = row
		}
		row.Cells[week].Open += l.Open
		row.Total += l.Open
		view.Total[week] += l.Open
	}
	for _, row := range rows {
		view.Rows = append(view.Rows, *row)
	}
	slices.SortFunc(view.Rows, func(a, b loadRowView) int { return cmp.Or(b.Total-a.Total, cmp.Compare(a.Name, b.Name)) })
	if len(view.Rows) > unitsShown {
		rest := loadRowView{Cells: make([]loadCell, len(view.Weeks))}
		for _, row := range view.Rows[unitsShown:] {
			rest.Total += row.Total
			for i, c := range row.Cells {
				rest.Cells[i].Open += c.Open
			}
		}
		view.Rows = append(view.Rows[:unitsShown:unitsShown], rest)
	}
	view.draw()
}

// draw gives rows and bars their places; all bars are of one scale.
func (view *loadView) draw() {
	most := 1
	for _, row := range view.Rows {
		for _, c := range row.Cells {
			most = max(most, c.Open)
		}
	}
	for i := range view.Rows {
		row := &view.Rows[i]
		row.Y, row.Short = loadHead+i*loadRow, cutText(labelPoints, row.Name)
		for n := range row.Cells {
			c, w := &row.Cells[n], view.Weeks[n]
			if c.Open > 0 {
				c.Height = max(2, c.Open*loadBar/most)
			}
			c.X, c.Y, c.Monday, c.LastDay = w.X+8, row.Base()-c.Height, w.Monday, w.Sunday
			if row.Name != "" {
				c.Address = "/nhiem-vu?" + url.Values{"unit": {row.Name}, "asof": {w.Monday.String()}, "within": {"6"}}.Encode()
			}
		}
	}
	view.Width, view.Height = loadLabel+weeksShown*loadWeek, loadHead+len(view.Rows)*loadRow+4
}
