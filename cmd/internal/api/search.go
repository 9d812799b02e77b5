package api

import (
	"net/http"

	"congvan/cmd/internal/ask"
	"congvan/index"
	"congvan/index/query"
)

// facets are what facets=true counts.
var facets = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Kind, query.Deadline}

func (a *API) search(w http.ResponseWriter, r *http.Request) error {
	asked, err := ask.Read(r.Form)
	if err != nil {
		return err
	}
	q := asked.Query(a.pipeline)
	if q.Limit, err = ask.Number(r.Form, "limit", 20, 1, 200); err != nil {
		return err
	}
	if q.Skip, err = ask.Number(r.Form, "offset", 0, 0, 100_000); err != nil {
		return err
	}
	if r.FormValue("facets") == "true" {
		q.Facets = facets
	}
	results, err := ask.Find(r.Context(), a.live, q)
	if err != nil {
		return err
	}
	if results.Hits == nil {
		results.Hits = []index.Hit{}
	}
	return writeJSON(w, r, results)
}

// suggest completes what is being typed: a list, empty when there is nothing to propose.
func (a *API) suggest(w http.ResponseWriter, r *http.Request) error {
	limit, err := ask.Number(r.Form, "limit", 8, 1, 20)
	if err != nil {
		return err
	}
	suggestions, err := ask.Suggest(r.Context(), a.live, r.FormValue("q"), limit)
	if err != nil {
		return err
	}
	return writeJSON(w, r, suggestions)
}
