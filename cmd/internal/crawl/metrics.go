package crawl

import (
	"fmt"
	"io"
	"time"
)

// WriteMetrics writes how sources do in the Prometheus text format 0.0.4.
func WriteMetrics(w io.Writer, all []Health) error {
	for _, metric := range []struct {
		name, help string
		value      func(Health) int64
	}{
		{"congvan_crawl_links", "Links that were ever seen.", func(h Health) int64 { return int64(h.Links) }},
		{"congvan_crawl_kept", "Links of which a copy is held.", func(h Health) int64 { return int64(h.Kept) }},
		{"congvan_crawl_waiting", "Links that are due, or to be tried again.", func(h Health) int64 { return int64(h.Waiting) }},
		{"congvan_crawl_dead", "Links that were given up.", func(h Health) int64 { return int64(h.Dead) }},
		{"congvan_crawl_alarms", "Alarms of the last visit.", func(h Health) int64 { return int64(len(h.Alarms)) }},
		{"congvan_crawl_visited_seconds", "When the listings were last read to their end (Unix time; 0: never).", func(h Health) int64 { return seconds(h.Visited) }},
		{"congvan_crawl_newest_seconds", "When something new was last seen (Unix time; 0: never).", func(h Health) int64 { return seconds(h.Newest) }},
	} {
		if _, err := fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s gauge\n", metric.name, metric.help, metric.name); err != nil {
			return err
		}
		for _, h := range all {
			if _, err := fmt.Fprintf(w, "%s{source=%q} %d\n", metric.name, h.Source, metric.value(h)); err != nil {
				return err
			}
		}
	}
	const state = "congvan_crawl_state"
	if _, err := fmt.Fprintf(w, "# HELP %s How a source does: 1 at its state.\n# TYPE %s gauge\n", state, state); err != nil {
		return err
	}
	for _, h := range all {
		for _, is := range []State{Well, ChangedShape, Failing, Quiet} {
			at := 0
			if h.State == is {
				at = 1
			}
			if _, err := fmt.Fprintf(w, "%s{source=%q,state=%q} %d\n", state, h.Source, is, at); err != nil {
				return err
			}
		}
	}
	return nil
}

func seconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}
