package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Saved is a search with a name.
type Saved struct {
	Name  string `json:"name"`
	Query string `json:"query"`
	Seen  int64  `json:"-"` // arrivals up to this one are known
}

// Save keeps a search under a name; what is there now counts as known. The same name again
// replaces the search.
func (s *Store) Save(ctx context.Context, name, query string) error {
	_, err := s.db.ExecContext(ctx, `INSERT INTO saved (name, query, seen) VALUES (?, ?, coalesce((SELECT max(n) FROM arrival), 0))
		ON CONFLICT (name) DO UPDATE SET query = excluded.query, seen = excluded.seen`, name, query)
	if err != nil {
		return fmt.Errorf("save search %q: %w", name, err)
	}
	return nil
}

// Forget removes a saved search; ErrNotFound when there is none.
func (s *Store) Forget(ctx context.Context, name string) error {
	result, err := s.db.ExecContext(ctx, `DELETE FROM saved WHERE name = ?`, name)
	if err == nil {
		var n int64
		if n, err = result.RowsAffected(); err == nil && n == 0 {
			err = ErrNotFound
		}
	}
	if err != nil {
		return fmt.Errorf("forget search %q: %w", name, err)
	}
	return nil
}

// SavedSearches are the saved searches, the one with this name when it is not empty.
func (s *Store) SavedSearches(ctx context.Context, name string) ([]Saved, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT name, query, seen FROM saved WHERE ? IN ('', name) ORDER BY name`, name)
	if err != nil {
		return nil, fmt.Errorf("list saved searches: %w", err)
	}
	defer rows.Close()
	var all []Saved
	for rows.Next() {
		var one Saved
		if err := rows.Scan(&one.Name, &one.Query, &one.Seen); err != nil {
			return nil, fmt.Errorf("list saved searches: %w", err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list saved searches: %w", err)
	}
	if name != "" && len(all) == 0 {
		return nil, fmt.Errorf("saved search %q: %w", name, ErrNotFound)
	}
	return all, nil
}

// Arrivals are the IDs of the records that came after an arrival, and the newest arrival.
func (s *Store) Arrivals(ctx context.Context, after int64) (ids map[string]bool, newest int64, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT n, id FROM arrival WHERE n > ? ORDER BY n`, after)
	if err != nil {
		return nil, after, fmt.Errorf("list arrivals: %w", err)
	}
	defer rows.Close()
	ids, newest = map[string]bool{}, after
	for rows.Next() {
		var id string
		if err := rows.Scan(&newest, &id); err != nil {
			return nil, after, fmt.Errorf("list arrivals: %w", err)
		}
		ids[id] = true
	}
	return ids, newest, rows.Err()
}

// SetSeen notes that the hits of a saved search are known up to an arrival.
func (s *Store) SetSeen(ctx context.Context, name string, arrival int64) error {
	_, err := s.db.ExecContext(ctx, `UPDATE saved SET seen = max(seen, ?) WHERE name = ?`, arrival, name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("saved search %q: %w", name, err)
	}
	return nil
}
