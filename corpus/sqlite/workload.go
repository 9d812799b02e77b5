package sqlite

import (
	"context"
	"fmt"
	"strings"

	"congvan/corpus"
)

// Load is how many open duties of a unit have their last good day on a day.
type Load struct {
	Unit string // key
	Day  corpus.Date
	Open int
}

// Workload counts the open duties from one day to another, inclusive, by unit and day: of these
// units, or of all when there are none. Articles are left out where the store holds the directive
// that they report.
func (s *Store) Workload(ctx context.Context, units []string, from, to corpus.Date) ([]Load, error) {
	where, args := "", []any{from.String(), to.String()}
	if len(units) > 0 {
		where = " AND a.unit IN (?" + strings.Repeat(", ?", len(units)-1) + ")"
		for _, unit := range units {
			args = append(args, unit)
		}
	}
	rows, err := s.db.QueryContext(ctx, `SELECT a.unit, o.last_good, count(*) FROM obligation o CROSS JOIN actor a ON a.record = o.record AND a.id = o.id
		CROSS JOIN record r ON r.id = o.record
		LEFT JOIN mark m ON m.directive = CASE r.directive WHEN '' THEN r.id ELSE r.directive END AND m.obligation = o.id
		WHERE o.last_good != '`+never+`' AND o.last_good >= ? AND o.last_good <= ?`+where+`
		AND o.state NOT IN ('replaced', 'withdrawn') AND coalesce(m.state, 'open') = 'open'
		AND NOT (r.kind = 'article' AND EXISTS (SELECT 1 FROM record b WHERE b.directive = r.directive AND b.directive != '' AND b.kind = 'original'))
		GROUP BY a.unit, o.last_good ORDER BY a.unit, o.last_good`, args...)
	if err != nil {
		return nil, fmt.Errorf("count duties: %w", err)
	}
	defer rows.Close()
	var all []Load
	for rows.Next() {
		var l Load
		var day string
		if err := rows.Scan(&l.Unit, &day, &l.Open); err != nil {
			return nil, fmt.Errorf("count duties: %w", err)
		}
		l.Day, _ = corpus.ParseDate(day)
		all = append(all, l)
	}
	return all, rows.Err()
}

// Naming is how a record names another.
type Naming struct {
	Record, Value string
	Relation      corpus.Relation
}

// Namings are the references of these records, in their order.
func (s *Store) Namings(ctx context.Context, records []string) ([]Naming, error) {
	if len(records) == 0 {
		return nil, nil
	}
	args := make([]any, len(records))
	for i, id := range records {
		args[i] = id
	}
	rows, err := s.db.QueryContext(ctx, `SELECT record, value, relation FROM reference WHERE record IN (?`+strings.Repeat(", ?", len(records)-1)+`) AND number_key != '' ORDER BY record, n`, args...)
	if err != nil {
		return nil, fmt.Errorf("list references: %w", err)
	}
	defer rows.Close()
	var all []Naming
	for rows.Next() {
		var n Naming
		if err := rows.Scan(&n.Record, &n.Value, &n.Relation); err != nil {
			return nil, fmt.Errorf("list references: %w", err)
		}
		all = append(all, n)
	}
	return all, rows.Err()
}
