package sqlite

import (
	"context"
	"fmt"

	"congvan/corpus"
)

// Held is a stored original that a reference may name.
type Held struct {
	ID     string
	Number corpus.DocumentNumber
	Issued corpus.Date
}

// HeldWith are the stored originals with a serial, one a directive: those whose number the caller
// compares, strictly or loosely.
func (s *Store) HeldWith(ctx context.Context, serial int) ([]Held, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT min(id), number, issued FROM record WHERE serial = ? AND kind = 'original' AND number != ''
		GROUP BY directive ORDER BY 1`, serial)
	if err != nil {
		return nil, fmt.Errorf("look number up: %w", err)
	}
	defer rows.Close()
	var held []Held
	for rows.Next() {
		var h Held
		var number, issued string
		if err := rows.Scan(&h.ID, &number, &issued); err != nil {
			return nil, fmt.Errorf("look number up: %w", err)
		}
		if h.Number, err = corpus.ParseDocumentNumber(number); err != nil {
			continue
		}
		h.Issued, _ = corpus.ParseDate(issued)
		held = append(held, h)
	}
	return held, rows.Err()
}
