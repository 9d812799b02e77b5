package crawl

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"time"
)

// State is how a source does.
type State string

// The states.
const (
	Well         State = "well"
	ChangedShape State = "changed shape" // its pages raise alarms
	Failing      State = "failing"       // its listings could not be read to the end
	Quiet        State = "quiet"         // nothing new for longer than is its way
)

// Health is how a source does.
type Health struct {
	Source  string    `json:"source"`
	State   State     `json:"state"`
	Visited time.Time `json:"visited,omitzero"` // when it was last read to the end
	Newest  time.Time `json:"newest,omitzero"`  // when something new was last seen
	Links   int       `json:"links"`
	Kept    int       `json:"kept"`
	Waiting int       `json:"waiting"` // due, or to be tried again
	Dead    int       `json:"dead"`
	Alarms  []string  `json:"alarms,omitempty"` // of the last visit
}

// Health is how the sources do that were ever visited, in order of their names.
func (f *Frontier) Health(ctx context.Context, now time.Time) ([]Health, error) {
	patience, err := f.patience(ctx)
	if err != nil {
		return nil, fmt.Errorf("frontier: health: %w", err)
	}
	rows, err := f.db.QueryContext(ctx, `SELECT v.source, v.started, v.finished, v.alarms, ifnull(max(l.first_seen), 0), count(l.url),
		ifnull(sum(l.sha256 <> ''), 0), ifnull(sum(l.dead = 0 AND l.sha256 = ''), 0), ifnull(sum(l.dead), 0)
		FROM visits v LEFT JOIN links l ON l.source = v.source GROUP BY v.source ORDER BY v.source`)
	if err != nil {
		return nil, fmt.Errorf("frontier: health: %w", err)
	}
	defer rows.Close()
	var all []Health
	for rows.Next() {
		var h Health
		var started, finished, newest int64
		var alarms string
		if err := rows.Scan(&h.Source, &started, &finished, &alarms, &newest, &h.Links, &h.Kept, &h.Waiting, &h.Dead); err != nil {
			return nil, fmt.Errorf("frontier: health: %w", err)
		}
		if err := json.Unmarshal([]byte(alarms), &h.Alarms); err != nil {
			return nil, fmt.Errorf("frontier: health: %w", err)
		}
		h.Visited, h.Newest = moment(finished), moment(newest)
		switch {
		case finished < started:
			h.State = Failing
		case len(h.Alarms) > 0:
			h.State = ChangedShape
		case now.Sub(h.Newest) > patience[h.Source]:
			h.State = Quiet
		default:
			h.State = Well
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

// HealthOf is how the sources of a store do, also while a crawl runs; none when nothing was ever
// crawled.
func HealthOf(ctx context.Context, data string, now time.Time) ([]Health, error) {
	f, err := ReadFrontier(ctx, data)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.Health(ctx, now)
}

// Dead is a link that is given up.
type Dead struct {
	Source  string `json:"source"`
	URL     string `json:"url"`
	Outcome string `json:"outcome"`
	Reason  string `json:"reason"`
	Tries   int    `json:"tries"`
}

// Dead are the links that were given up, in order.
func (f *Frontier) Dead(ctx context.Context) ([]Dead, error) {
	rows, err := f.db.QueryContext(ctx, "SELECT source, url, outcome, reason, tries FROM links WHERE dead = 1 ORDER BY source, url")
	if err != nil {
		return nil, fmt.Errorf("frontier: dead links: %w", err)
	}
	defer rows.Close()
	var all []Dead
	for rows.Next() {
		var d Dead
		if err := rows.Scan(&d.Source, &d.URL, &d.Outcome, &d.Reason, &d.Tries); err != nil {
			return nil, fmt.Errorf("frontier: dead links: %w", err)
		}
		all = append(all, d)
	}
	return all, rows.Err()
}
