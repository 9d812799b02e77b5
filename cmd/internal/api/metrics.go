package api

import (
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"

	"congvan/cmd/internal/crawl"
)

// counters count answers by route and status.
type counters struct {
	mu    sync.Mutex
	count map[counted]int
	spent map[string]time.Duration
}

type counted struct {
	route  string
	status int
}

func (c *counters) add(route string, status int, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count == nil {
		c.count, c.spent = map[counted]int{}, map[string]time.Duration{}
	}
	c.count[counted{route, status}]++
	c.spent[route] += took
}

// metrics answers in the Prometheus text format 0.0.4.
func (a *API) metrics(w http.ResponseWriter, r *http.Request) error {
	sources, records, pending, err := a.pipeline.Store().Counts(r.Context())
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	for _, gauge := range []struct {
		name, help string
		value      int
	}{
		{"congvan_sources", "Inputs that the store knows.", sources},
		{"congvan_records", "Records in the store.", records},
		{"congvan_index_pending", "Records that the index has still to take in.", pending},
	} {
		fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s gauge\n%s %d\n", gauge.name, gauge.help, gauge.name, gauge.name, gauge.value)
	}
	a.counts.write(w)
	return a.crawlMetrics(w, r)
}

// crawlMetrics tells how the sources do, when any was ever crawled.
func (a *API) crawlMetrics(w http.ResponseWriter, r *http.Request) error {
	all, err := crawl.HealthOf(r.Context(), a.pipeline.Data(), a.now())
	if err != nil || len(all) == 0 {
		return err
	}
	return crawl.WriteMetrics(w, all)
}

func (c *counters) write(w http.ResponseWriter) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var keys []counted
	for key := range c.count {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b counted) int {
		if a.route != b.route {
			return slices.Compare([]byte(a.route), []byte(b.route))
		}
		return a.status - b.status
	})
	fmt.Fprint(w, "# HELP congvan_http_requests_total Requests answered.\n# TYPE congvan_http_requests_total counter\n")
	for _, key := range keys {
		fmt.Fprintf(w, "congvan_http_requests_total{route=%q,status=\"%d\"} %d\n", key.route, key.status, c.count[key])
	}
	fmt.Fprint(w, "# HELP congvan_http_seconds_total Time spent on answers.\n# TYPE congvan_http_seconds_total counter\n")
	last := ""
	for _, key := range keys {
		if key.route != last {
			fmt.Fprintf(w, "congvan_http_seconds_total{route=%q} %g\n", key.route, c.spent[key.route].Seconds())
		}
		last = key.route
	}
}
