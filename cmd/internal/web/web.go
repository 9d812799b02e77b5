// Package web serves the analyst's pages: made on the server, readable without scripts, in
// Vietnamese and English. A page is a folder with its template and a file with its handler. The
// pages only read, unless reviewers have accounts; the documents they show are hostile until
// escaped.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
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
	script   asset                    // of every page
	keys     asset                    // of the review page
	units    fresh[map[string]string] // names by key
	series   fresh[[]sqlite.Series]
	cited    fresh[[]sqlite.Cited]
	costly   chan struct{} // costly pages under way
	drawn    *drawings

	door   *Door    // nil: nobody signs in
	change Change   // nil: the pages only read
	tray   *HandIns // files that were handed in; nil: none are taken
}

// Change opens the store to write for as long as one change takes.
type Change func(ctx context.Context, do func(*pipeline.Pipeline) error) error

// Accounts lets reviewers change what the store says, and hand files in.
func (p *Pages) Accounts(door *Door, change Change, tray *HandIns) {
	p.door, p.change, p.tray = door, change, tray
}

// costlyAtOnce is how many costly pages are made at a time; others wait for them.
const costlyAtOnce = 2

// New is the pages over an open store; live is its index. The error is a template that does not
// parse.
func New(p *pipeline.Pipeline, live *pipeline.Live, now func() time.Time, log *slog.Logger) (*Pages, error) {
	render, err := newRenderer()
	if err != nil {
		return nil, err
	}
	store := p.Store()
	return &Pages{pipeline: p, live: live, now: now, log: log, render: render, style: newAsset("text/css; charset=utf-8", styleSheet),
		script: newAsset("text/javascript; charset=utf-8", pagesScript), keys: newAsset("text/javascript; charset=utf-8", reviewKeys),
		units:  fresh[map[string]string]{seek: store.Units},
		series: fresh[[]sqlite.Series]{seek: func(ctx context.Context) ([]sqlite.Series, error) { return store.Series(ctx, "", 0) }},
		cited:  fresh[[]sqlite.Cited]{seek: func(ctx context.Context) ([]sqlite.Cited, error) { return store.CitedNotHeld(ctx, citedShown) }},
		costly: make(chan struct{}, costlyAtOnce), drawn: newDrawings()}, nil
}

// routes is every address of a page and what answers it.
var routes = []struct {
	pattern string
	handle  func(*Pages, *visit) error
	costly  bool
}{
	{"GET /{$}", (*Pages).search, false},
	{"GET /feed", (*Pages).feed, false},
	{"GET /van-ban/{id}", (*Pages).document, false},
	{"GET /van-ban/{id}/trang/{page}", (*Pages).picture, false},
	{"GET /van-ban/{id}/ban-do", (*Pages).refmap, false},
	{"GET /van-ban/{id}/so-sanh/{other}", (*Pages).compare, true},
	{"GET /nhiem-vu", (*Pages).duties, true},
	{"GET /nhiem-vu/khoi-luong", (*Pages).workload, true},
	{"GET /nhiem-vu.ics", (*Pages).calendar, true},
	{"GET /con-thieu", (*Pages).gaps, true},
	{"GET " + signInAddress, (*Pages).signIn, false},
	{"POST " + signInAddress, (*Pages).signIn, false},
	{"POST /dang-xuat", (*Pages).signOut, false},
}

// reviews are the addresses for reviewers alone.
var reviews = []struct {
	pattern string
	handle  func(*Pages, *visit) error
}{
	{"GET /duyet", (*Pages).review},
	{"POST /duyet", (*Pages).decide},
	{"POST /danh-dau", (*Pages).mark},
	{"GET /nhat-ky", (*Pages).journal},
	{"POST /hoan-tac", (*Pages).undo},
	{"POST /luu-tim", (*Pages).save},
	{"GET " + handInAddress, (*Pages).handIns},
	{"POST " + handInAddress, (*Pages).handIn},
}

// Register adds the pages' addresses to a mux.
func (p *Pages) Register(mux *http.ServeMux) {
	for _, r := range routes {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) { p.serve(w, req, p.inTurn(r.handle, r.costly)) })
	}
	for _, r := range reviews {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, req *http.Request) { p.serve(w, req, p.reviewing(r.handle)) })
	}
	mux.HandleFunc("GET /style.css", p.style.serve)
	mux.HandleFunc("GET /pages.js", p.script.serve)
	mux.HandleFunc("GET /review.js", p.keys.serve)
	mux.HandleFunc("/", func(w http.ResponseWriter, req *http.Request) {
		p.serve(w, req, func(*Pages, *visit) error { return errNoPage })
	})
}

// inTurn makes a costly page wait for its turn.
func (p *Pages) inTurn(handle func(*Pages, *visit) error, costly bool) func(*Pages, *visit) error {
	if !costly {
		return handle
	}
	return func(p *Pages, v *visit) error {
		select {
		case p.costly <- struct{}{}:
			defer func() { <-p.costly }()
			return handle(p, v)
		case <-v.r.Context().Done():
			return v.r.Context().Err()
		}
	}
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
	unread := r.ParseForm()
	v.language = languageOf(w, r)
	if unread != nil {
		p.fail(v, unreadStatus(unread), ask.Mistake{Parameter: "?", Detail: unread.Error()}.Error())
		return
	}
	err := handle(p, v)
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
	case errors.Is(err, errChanged):
		status = http.StatusConflict
	case errors.Is(err, errRefused):
		status = http.StatusForbidden
	case errors.Is(err, pipeline.ErrStore):
		status, detail = http.StatusServiceUnavailable, err.Error()
		v.w.Header().Set("Retry-After", "10")
	default:
		p.log.Error("page failed", "path", r.URL.Path, "error", err)
	}
	p.fail(v, status, detail)
}

// unreadStatus says why a request could not be read to its end.
func unreadStatus(err error) int {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, os.ErrDeadlineExceeded):
		return http.StatusRequestTimeout
	}
	return http.StatusBadRequest
}

// fail tells the reader what went wrong and what to do.
func (p *Pages) fail(v *visit, status int, detail string) {
	key := "fail.500"
	switch status {
	case http.StatusNotFound:
		key = "fail.404"
	case http.StatusBadRequest, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge:
		key = "fail.400"
	case http.StatusForbidden:
		key = "fail.403"
	case http.StatusConflict:
		key = "fail.409"
	case http.StatusServiceUnavailable:
		key = "fail.503"
	}
	v.w.Header().Set("Cache-Control", "no-store")
	err := p.render.write(v, status, "failure", page{Title: key, Nav: "failure", Body: struct{ Key, Detail string }{key, detail}})
	if err != nil {
		p.log.Error("page failed", "path", v.r.URL.Path, "error", err)
	}
}
