package sqlite

import (
	"context"
	"fmt"
	"strings"

	"congvan/corpus"
)

// Duty is an obligation with the document that lays it.
type Duty struct {
	Record     string // ID
	Number     string
	Issuer     string
	Issued     corpus.Date
	Subject    string
	Obligation corpus.Obligation
	LastGood   corpus.Date // the last day that keeps it; zero when no date is known
	State      Mark        // what a person said of it
	Life       corpus.LifeState
}

// DutyFilter narrows the duties; zero fields do not.
type DutyFilter struct {
	Units    []string    // keys as of UnitKey, any of them
	From, To corpus.Date // of the last good day, inclusive; duties without a date are left out when set
	RRule    string      // only those that recur by this rule and have no date
	Undated  bool        // only those without a date and a rule
	Over     bool        // also those that a later document replaced or withdrew
	Limit    int         // 0: all
}

// Duties are the duties that pass the filter, by last good day, then record and obligation.
// Articles are left out where the store holds the directive that they report.
func (s *Store) Duties(ctx context.Context, f DutyFilter) ([]Duty, error) {
	// The table that has the order asked for in its index, so that a page costs a page.
	from, by, group, where, args := "obligation o", "o", "", []string{"1"}, []any{}
	if len(f.Units) > 0 {
		from, by = "actor a CROSS JOIN obligation o ON o.record = a.record AND o.id = a.id", "a"
		if len(f.Units) > 1 {
			group = " GROUP BY a.last_good, a.record, a.id"
		}
		where = append(where, "a.unit IN (?"+strings.Repeat(", ?", len(f.Units)-1)+")")
		for _, unit := range f.Units {
			args = append(args, unit)
		}
	}
	add := func(condition string, arg any) {
		where = append(where, condition)
		args = append(args, arg)
	}
	if !f.From.IsZero() || !f.To.IsZero() {
		where = append(where, by+".last_good != '"+never+"'") // as the index says it
	}
	if !f.From.IsZero() {
		add(by+".last_good >= ?", f.From.String())
	}
	if !f.To.IsZero() {
		add(by+".last_good <= ?", f.To.String())
	}
	if f.RRule != "" {
		add("o.rrule = ?", f.RRule)
		add("o.rrule != '' AND "+by+".last_good = ?", never) // with a date it is listed by that
	}
	if f.Undated {
		add("o.rrule = '' AND "+by+".last_good = ?", never)
	}
	if !f.Over {
		where = append(where, "o.state NOT IN ('replaced', 'withdrawn')")
	}
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.db.QueryContext(ctx, `SELECT o.record, o.id, o.last_good, o.state, r.number, r.issuer, r.issued, r.subject, coalesce(m.state, ''), coalesce(m.note, ''), coalesce(m.reply, '')
		FROM `+from+` CROSS JOIN record r ON r.id = o.record
		LEFT JOIN mark m ON m.directive = CASE r.directive WHEN '' THEN r.id ELSE r.directive END AND m.obligation = o.id
		WHERE `+strings.Join(where, " AND ")+`
		AND NOT (r.kind = 'article' AND EXISTS (SELECT 1 FROM record b WHERE b.directive = r.directive AND b.directive != '' AND b.kind = 'original'))
		`+group+` ORDER BY `+by+`.last_good, `+by+`.record, `+by+`.id LIMIT ?`, append(args, limit)...)
	if err != nil {
		return nil, fmt.Errorf("list duties: %w", err)
	}
	defer rows.Close()
	var duties []Duty
	for rows.Next() {
		var d Duty
		var lastGood, issued string
		if err := rows.Scan(&d.Record, &d.Obligation.ID, &lastGood, &d.Life, &d.Number, &d.Issuer, &issued, &d.Subject, &d.State.State, &d.State.Note, &d.State.Reply); err != nil {
			return nil, fmt.Errorf("list duties: %w", err)
		}
		if lastGood != never {
			d.LastGood, _ = corpus.ParseDate(lastGood)
		}
		d.Issued, _ = corpus.ParseDate(issued)
		duties = append(duties, d)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list duties: %w", err)
	}
	return duties, s.fill(ctx, duties)
}

// fill reads the obligations of the duties out of their records, each record once.
func (s *Store) fill(ctx context.Context, duties []Duty) error {
	byRecord := map[string][]int{}
	for i, d := range duties {
		byRecord[d.Record] = append(byRecord[d.Record], i)
	}
	for id, places := range byRecord {
		r, err := s.Record(ctx, id)
		if err != nil {
			return fmt.Errorf("list duties: %w", err)
		}
		for _, o := range r.Obligations {
			for _, i := range places {
				if duties[i].Obligation.ID == o.ID {
					duties[i].Obligation = o
				}
			}
		}
	}
	return nil
}

// Rules are the distinct recurrence rules of the stored duties.
func (s *Store) Rules(ctx context.Context) ([]string, error) {
	return s.ids(ctx, `WITH RECURSIVE rule (name) AS (
			SELECT min(rrule) FROM obligation WHERE rrule != ''
			UNION ALL SELECT (SELECT min(rrule) FROM obligation WHERE rrule != '' AND rrule > name) FROM rule WHERE name IS NOT NULL)
		SELECT name FROM rule WHERE name IS NOT NULL`) // from one to the next: as many look-ups as rules
}

// Units are the keys of the units that duties name, with a name of each.
func (s *Store) Units(ctx context.Context) (map[string]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT key, name FROM unit`)
	if err != nil {
		return nil, fmt.Errorf("list units: %w", err)
	}
	defer rows.Close()
	units := map[string]string{}
	for rows.Next() {
		var key, name string
		if err := rows.Scan(&key, &name); err != nil {
			return nil, fmt.Errorf("list units: %w", err)
		}
		units[key] = name
	}
	return units, rows.Err()
}
