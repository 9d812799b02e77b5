// Package web serves the analyst's pages: made on the server, readable without scripts, in
// Vietnamese and English. A page is a folder with its template and a file with its handler. The
// pages only read; the documents they show are hostile until escaped.
package web

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus/sqlite"
)

// Pages serves one store.
type Pages struct {
	pipeline *pipeline.Pipeline
	live     *pipeline.Live
	now      func() time.Time
	log      *slog.Logger
	render   renderer
	style    asset
	units    *unitNames
	diffs    chan struct{} // comparisons under way: they are the one costly page
}

// New is the pages over an open store; live is its index. The error is a template that does not
// parse.
func New(p *pipeline.Pipeline, live *pipeline.Live, now func() time.Time, log *slog.Logger) (*Pages, error) {
	render, err := newRenderer()
	if err != nil {
		return nil, err
	}
	return &Pages{pipeline: p, live: live, now: now, log: log, render: render, units: &unitNames{pipeline: p, now: now}, style: newAsset("text/css; charset=utf-8", styleSheet), diffs: make(chan struct{}, 1)}, nil
}

// routes is every address of a page and what answers it.
var routes = []struct {
	pattern string
	handle  func(*Pages, *visit) error
}{
	{"GET /{$}", (*Pages).search},
	{"GET /feed", (*Pages).feed},
	{"GET /van-ban/{id}", (*Pages).document},
	{"GET /van-ban/{id}/ban-do", (*Pages).refmap},
	{"GET /van-ban/{id}/so-sanh/{other}", (*Pages).compare},
	{"GET /nhiem-vu", (*Pages).duties},
	{"GET /nhiem-vu.ics", (*Pages).calendar},
	{"GET /con-thieu", (*Pages).gaps},
}

// Register adds the pages' addresses to a mux.
func (p *Pages) Register(mux *http.ServeMux) {
	for _, r := range routes {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) { p.serve(w, req, r.handle) })
	}
	mux.HandleFunc("GET /style.css", p.style.serve)
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		p.serve(w, req, func(*Pages, *visit) error { return errNoPage })
	})
}

// errNoPage says that nothing is at an address.
var errNoPage = errors.New("no such page")

// visit is one request with the reader's language.
type visit struct {
	w        http.ResponseWriter
	r        *http.Request
	language language
}

// get is a parameter of the address.
func (v *visit) get(name string) string { return v.r.Form.Get(name) }

func (p *Pages) serve(w http.ResponseWriter, r *http.Request, handle func(*Pages, *visit) error) {
	v := &visit{w: w, r: r}
	err := r.ParseForm()
	v.language = languageOf(w, r)
	if err != nil {
		err = ask.Mistake{Parameter: "?", Detail: err.Error()}
	} else {
		err = handle(p, v)
	}
	if err == nil || r.Context().Err() != nil {
		return
	}
	status, detail := http.StatusInternalServerError, ""
	var mistake ask.Mistake
	switch {
	case errors.As(err, &mistake):
		status, detail = http.StatusBadRequest, mistake.Error()
	case errors.Is(err, sqlite.ErrNotFound), errors.Is(err, errNoPage):
		status = http.StatusNotFound
	default:
		p.log.Error("page failed", "path", r.URL.Path, "error", err)
	}
	p.fail(v, status, detail)
}

// fail tells the reader what went wrong and what to do.
func (p *Pages) fail(v *visit, status int, detail string) {
	key := "fail.500"
	switch status {
	case http.StatusNotFound:
		key = "fail.404"
	case http.StatusBadRequest:
		key = "fail.400"
	}
	v.w.Header().Set("Cache-Control", "no-store")
	err := p.render.write(v, status, "failure", page{Title: key, Nav: "failure", Body: struct{ Key, Detail string }{key, detail}})
	if err != nil {
		p.log.Error("page failed", "path", v.r.URL.Path, "error", err)
	}
}
