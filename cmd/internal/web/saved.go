package web

import (
	"net/http"
	"net/url"
	"strings"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
)

// The longest name of a saved search, and the most that the page lists.
const (
	longestName = 100
	savedShown  = 50
)

// savedView is a search with a name.
type savedView struct{ Name, Query, Address string }

// saved are the searches that were saved, here or with the command.
func (p *Pages) saved(v *visit) ([]savedView, error) {
	all, err := p.pipeline.Store().SavedSearches(v.r.Context(), "")
	if err != nil {
		return nil, err
	}
	var list []savedView
	for _, one := range all[:min(len(all), savedShown)] {
		list = append(list, savedView{one.Name, one.Query, "/?" + url.Values{"q": {one.Query}}.Encode()})
	}
	return list, nil
}

// inWords is a search in the query language alone, as the command saves it.
func inWords(s ask.Search) string {
	parts := []string{s.Text}
	for _, name := range ask.Filters {
		if value := ask.Plain(s.Filter[name]); value != "" {
			parts = append(parts, name+`:"`+strings.ReplaceAll(value, `"`, " ")+`"`)
		}
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// save keeps a search under a name, or forgets the one of that name.
func (p *Pages) save(v *visit) error {
	name, text := strings.TrimSpace(v.r.PostForm.Get("name")), strings.TrimSpace(v.r.PostForm.Get("query"))
	forget := v.r.PostForm.Get("forget") != ""
	switch {
	case name == "" || len(name) > longestName || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' }):
		return ask.Mistake{Parameter: "name", Detail: "want a name of at most 100 bytes on one line"}
	case !forget && text == "":
		return ask.Mistake{Parameter: "query", Detail: "want a search to save"}
	}
	err := p.change(v.r.Context(), func(w *pipeline.Pipeline) error {
		if forget {
			return w.Store().Forget(v.r.Context(), name)
		}
		return w.Store().Save(v.r.Context(), name, text)
	})
	if err != nil {
		return err
	}
	http.Redirect(v.w, v.r, "/?"+url.Values{"q": {text}}.Encode(), http.StatusSeeOther)
	return nil
}
