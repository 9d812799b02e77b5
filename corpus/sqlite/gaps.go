package sqlite

import (
	"context"
	"fmt"
)

// Series is the numbering of one issuer in one year: of one type of document, or of its công
// văn. NĐ 30/2020 art. 15: it starts at 01 on 1 January.
type Series struct {
	Issuer  string   `json:"issuer"`
	Year    int      `json:"year"`
	Type    string   `json:"type"`
	Held    int      `json:"held"`
	First   int      `json:"first"`
	Last    int      `json:"last"`
	Missing [][2]int `json:"missing"` // runs of serials, both ends missing
}

// Series are the numberings of which at least some numbers are held, with what lies between them
// and is not.
func (s *Store) Series(ctx context.Context, issuer string, year int) ([]Series, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT DISTINCT issuer, year, type, serial FROM record WHERE serial > 0 AND year > 0 AND kind = 'original'
		AND (? = '' OR contains(issuer, ?)) AND (? = 0 OR year = ?) ORDER BY issuer, year, type, serial`, issuer, issuer, year, year)
	if err != nil {
		return nil, fmt.Errorf("list series: %w", err)
	}
	defer rows.Close()
	var all []Series
	for rows.Next() {
		var next Series
		var serial int
		if err := rows.Scan(&next.Issuer, &next.Year, &next.Type, &serial); err != nil {
			return nil, fmt.Errorf("list series: %w", err)
		}
		if n := len(all); n == 0 || all[n-1].Issuer != next.Issuer || all[n-1].Year != next.Year || all[n-1].Type != next.Type {
			next.First, next.Last = serial, serial
			all = append(all, next)
		}
		current := &all[len(all)-1]
		current.Held++
		if serial > current.Last+1 {
			current.Missing = append(current.Missing, [2]int{current.Last + 1, serial - 1})
		}
		current.Last = serial
	}
	return all, rows.Err()
}

// Cited is a document that others name and the store does not hold.
type Cited struct {
	Number string `json:"number"`
	By     int    `json:"by"`    // documents that name it
	First  string `json:"first"` // ID of one of them
}

// CitedNotHeld are the documents that stored ones name and that are not stored, the most named
// first.
func (s *Store) CitedNotHeld(ctx context.Context, limit int) ([]Cited, error) {
	if limit <= 0 {
		limit = -1
	}
	rows, err := s.db.QueryContext(ctx, `SELECT min(value), count(DISTINCT record), min(record) FROM reference
		WHERE number_key != '' AND number_key NOT IN (SELECT number_key FROM record WHERE kind = 'original')
		GROUP BY number_key ORDER BY 2 DESC, 1 LIMIT ?`, limit)
	if err != nil {
		return nil, fmt.Errorf("list cited documents: %w", err)
	}
	defer rows.Close()
	var cited []Cited
	for rows.Next() {
		var c Cited
		if err := rows.Scan(&c.Number, &c.By, &c.First); err != nil {
			return nil, fmt.Errorf("list cited documents: %w", err)
		}
		cited = append(cited, c)
	}
	return cited, rows.Err()
}
