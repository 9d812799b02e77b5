// Package api is the HTTP API under /api/v1: JSON that mirrors the commands. It only reads.
package api

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"congvan/cmd/internal/ask"
	"congvan/cmd/internal/pipeline"
	"congvan/corpus/sqlite"
)

// API serves one store.
type API struct {
	pipeline *pipeline.Pipeline
	live     *pipeline.Live
	now      func() time.Time
	log      *slog.Logger
	counts   counters
}

// New is the API over an open store; live is its index.
func New(p *pipeline.Pipeline, live *pipeline.Live, now func() time.Time, log *slog.Logger) *API {
	return &API{pipeline: p, live: live, now: now, log: log}
}

// route is an address of the API and what answers it.
type route struct {
	pattern string
	handle  func(*API, http.ResponseWriter, *http.Request) error
}

// routes is every address; the OpenAPI document describes the same ones, and a test compares.
var routes = []route{
	{"GET /api/v1/search", (*API).search},
	{"GET /api/v1/suggest", (*API).suggest},
	{"GET /api/v1/records", (*API).records},
	{"GET /api/v1/records/{id}", (*API).record},
	{"GET /api/v1/records/{id}/text", (*API).text},
	{"GET /api/v1/records/{id}/original", (*API).original},
	{"GET /api/v1/obligations", (*API).obligations},
	{"GET /api/v1/references", (*API).references},
	{"GET /api/v1/export/{table}", (*API).export},
	{"GET /api/v1/openapi.json", (*API).openAPI},
	{"GET /healthz", (*API).health},
	{"GET /metrics", (*API).metrics},
}

// Register adds the API's addresses to a mux.
func (a *API) Register(mux *http.ServeMux) {
	for _, r := range routes {
		mux.Handle(r.pattern, a.counted(r))
	}
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		writeProblem(w, r, problem{Status: http.StatusNotFound, Title: "No such address", Detail: r.URL.Path + " is not in /api/v1/openapi.json"})
	})
}

// counted answers a route, turns its error into a problem document and counts it.
func (a *API) counted(r route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		start := a.now()
		recorder := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		err := req.ParseForm()
		if err != nil {
			err = ask.Mistake{Parameter: "query", Detail: err.Error()}
		} else {
			err = r.handle(a, recorder, req)
		}
		if err != nil {
			a.fail(recorder, req, err)
		}
		a.counts.add(r.pattern, recorder.status, a.now().Sub(start))
	})
}

func (a *API) fail(w *statusWriter, r *http.Request, err error) {
	var bad ask.Mistake
	switch {
	case r.Context().Err() != nil:
		return // nobody listens any more
	case w.wrote:
		a.log.Error("answer broken off", "path", r.URL.Path, "error", err)
	case errors.As(err, &bad):
		writeProblem(w, r, problem{Status: http.StatusBadRequest, Title: "A parameter is not understood", Detail: bad.Detail, Parameter: bad.Parameter})
	case errors.Is(err, sqlite.ErrNotFound):
		writeProblem(w, r, problem{Status: http.StatusNotFound, Title: "Not found", Detail: err.Error()})
	default:
		a.log.Error("request failed", "path", r.URL.Path, "error", err)
		writeProblem(w, r, problem{Status: http.StatusInternalServerError, Title: "The store could not be read", Detail: "the server's log says why"})
	}
}

// statusWriter remembers the status, and whether anything was written.
type statusWriter struct {
	http.ResponseWriter
	status int
	wrote  bool
}

func (w *statusWriter) WriteHeader(status int) {
	w.status, w.wrote = status, true
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Write(b []byte) (int, error) {
	w.wrote = true
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (a *API) health(w http.ResponseWriter, r *http.Request) error {
	if _, _, _, err := a.pipeline.Store().Counts(r.Context()); err != nil {
		return fmt.Errorf("health: %w", err)
	}
	return writeJSON(w, r, map[string]string{"status": "ok"})
}
