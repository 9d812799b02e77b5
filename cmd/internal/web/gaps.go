package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"congvan/cmd/internal/ask"
	"congvan/corpus/sqlite"
)

// The most rows of the two lists, and runs of missing numbers in a row.
const (
	seriesShown = 200
	citedShown  = 100
	runsShown   = 40
)

// gapsView is what the page of gaps shows.
type gapsView struct {
	Issuer string
	Year   int
	Series []seriesView
	Cited  []citedView
}

type seriesView struct {
	sqlite.Series
	Runs string
}

type citedView struct {
	sqlite.Cited
	All     string // address of the documents that name it
	Example string
}

func (p *Pages) gaps(v *visit) error {
	view := gapsView{Issuer: v.get("issuer")}
	var err error
	if view.Year, err = ask.Number(v.r.Form, "year", 0, 0, 9999); err != nil {
		return err
	}
	series, err := p.series.get(v.r.Context(), p.now())
	if view.Issuer != "" || view.Year > 0 {
		series, err = p.pipeline.Store().Series(v.r.Context(), view.Issuer, view.Year)
	}
	if err != nil {
		return err
	}
	for _, s := range series {
		if len(s.Missing) > 0 && len(view.Series) < seriesShown {
			view.Series = append(view.Series, seriesView{s, runs(s.Missing)})
		}
	}
	cited, err := p.cited.get(v.r.Context(), p.now())
	if err != nil {
		return err
	}
	for _, c := range cited {
		all := "/?q=" + url.QueryEscape(`trích dẫn:"`+c.Number+`"`)
		view.Cited = append(view.Cited, citedView{c, all, documentAddress(c.First)})
	}
	return p.render.write(v, http.StatusOK, "gaps", page{Title: "gaps.title", Nav: "gaps", Body: &view})
}

// runs is "3, 5–9, 11".
func runs(missing [][2]int) string {
	var parts []string
	for i, run := range missing {
		if i == runsShown {
			parts = append(parts, "…")
			break
		}
		if run[0] == run[1] {
			parts = append(parts, strconv.Itoa(run[0]))
		} else {
			parts = append(parts, fmt.Sprintf("%d–%d", run[0], run[1]))
		}
	}
	return strings.Join(parts, ", ")
}
