package crawl

import (
	"context"
	"slices"
	"time"

	"congvan/corpus"
)

// What a source publishes on which day shows its way: one that posts every other day is quiet
// after a week, one that posts once a month is not.
const (
	shortestQuiet = 7 * 24 * time.Hour
	longestQuiet  = 120 * 24 * time.Hour
	usualQuiet    = 30 * 24 * time.Hour // of a source of which too little is known
	fewestDays    = 10                  // with something new, of which a way can be seen
	latestDays    = 60                  // older ones do not count
)

// patience is how long each source may bring nothing new: three times the longest of nine in ten
// pauses between the days of its latest documents.
func (f *Frontier) patience(ctx context.Context) (map[string]time.Duration, error) {
	rows, err := f.db.QueryContext(ctx, `SELECT v.source, ifnull(l.date, '') FROM visits v
		LEFT JOIN (SELECT DISTINCT source, date FROM links WHERE length(date) = 10) l ON l.source = v.source ORDER BY v.source, l.date DESC`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	days := map[string][]corpus.Date{}
	for rows.Next() {
		var name, date string
		if err := rows.Scan(&name, &date); err != nil {
			return nil, err
		}
		if _, known := days[name]; !known {
			days[name] = nil
		}
		if day, err := corpus.ParseDate(date); err == nil && len(days[name]) < latestDays {
			days[name] = append(days[name], day)
		}
	}
	all := make(map[string]time.Duration, len(days))
	for name, of := range days {
		all[name] = patienceFor(of)
	}
	return all, rows.Err()
}

// patienceFor is the patience with a source that published on these days, the latest first.
func patienceFor(days []corpus.Date) time.Duration {
	if len(days) < fewestDays {
		return usualQuiet
	}
	pauses := make([]time.Duration, 0, len(days))
	for i := 1; i < len(days); i++ {
		pauses = append(pauses, days[i-1].Time().Sub(days[i].Time()))
	}
	slices.Sort(pauses)
	return min(max(3*pauses[len(pauses)*9/10], shortestQuiet), longestQuiet)
}
