package sqlite

import (
	"context"
	"fmt"

	"congvan/corpus"
)

// Doubtful is a value that a person should look at; N grows with the time at which it came.
type Doubtful struct {
	N      int64
	Record string
	Field  string
}

// Doubts are the values to be looked at, the newest first, from before one of them on (0: from the
// newest), and how many there are.
func (s *Store) Doubts(ctx context.Context, before int64, limit int) (doubts []Doubtful, total int, err error) {
	if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM doubt`).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("read doubts: %w", err)
	}
	rows, err := s.db.QueryContext(ctx, `SELECT n, record, field FROM doubt WHERE ? = 0 OR n < ? ORDER BY n DESC LIMIT ?`, before, before, limit)
	if err != nil {
		return nil, 0, fmt.Errorf("read doubts: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var d Doubtful
		if err := rows.Scan(&d.N, &d.Record, &d.Field); err != nil {
			return nil, 0, fmt.Errorf("read doubts: %w", err)
		}
		doubts = append(doubts, d)
	}
	return doubts, total, rows.Err()
}

// keepDoubts writes the doubts of a record, in place of those of before.
func keepDoubts(ctx context.Context, tx *transaction, r *corpus.Record, before bool) error {
	if before {
		if err := tx.exec(ctx, `DELETE FROM doubt WHERE record = ?`, r.ID); err != nil {
			return err
		}
	}
	var rows []any
	for _, d := range r.Doubts() {
		rows = append(rows, r.ID, d.Field)
	}
	return tx.insert(ctx, `INSERT INTO doubt (record, field)`, 2, rows)
}
