package api

import (
	"net/http"
	"strings"

	"congvan/index"
	"congvan/index/query"
)

// facets are what facets=true counts.
var facets = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Kind, query.Deadline}

func (a *API) search(w http.ResponseWriter, r *http.Request) error {
	text := r.FormValue("q")
	if _, err := filter(r); err != nil {
		return err
	}
	for _, name := range []string{"issuer", "type", "unit", "from", "to"} {
		if value := r.FormValue(name); value != "" {
			text += " " + name + `:"` + strings.ReplaceAll(value, `"`, " ") + `"`
		}
	}
	q := a.pipeline.Query(text)
	var err error
	if q.Limit, err = number(r, "limit", 20, 1, 200); err != nil {
		return err
	}
	if q.Skip, err = number(r, "offset", 0, 0, 100_000); err != nil {
		return err
	}
	q.After = r.FormValue("cursor")
	switch s := query.Sort(r.FormValue("sort")); s {
	case "", "score", query.ByNewest, query.ByOldest, query.ByDue:
		q.Sort = s
	default:
		return badRequest{"sort", "want score, newest, oldest or due"}
	}
	if r.FormValue("facets") == "true" {
		q.Facets = facets
	}
	var results index.Results
	err = a.live.Use(r.Context(), func(x *index.Index) error {
		results, err = x.Search(r.Context(), q)
		return err
	})
	if err != nil {
		return err
	}
	if results.Hits == nil {
		results.Hits = []index.Hit{}
	}
	return writeJSON(w, r, results)
}
