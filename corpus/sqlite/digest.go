package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
)

// digested are the queries whose rows make the digest: all that the store holds but clock times,
// which differ from run to run, and numbers that count writes.
var digested = []string{
	`SELECT uri, name, sha256, size, status, reason, parent FROM source ORDER BY uri`,
	`SELECT uri, n, sha256 FROM version ORDER BY uri, n`,
	`SELECT id, sha256, parser, extractor, kind, status, directive, own, published, number, number_key, serial, year, type, issuer, issued,
		subject, signatory, text_sum, sketch, sum FROM record ORDER BY id`,
	`SELECT * FROM band ORDER BY band, record`,
	`SELECT * FROM obligation ORDER BY record, id`,
	`SELECT * FROM effect ORDER BY number_key, record`,
	`SELECT * FROM actor ORDER BY unit, last_good, record, id`,
	`SELECT * FROM unit ORDER BY key`,
	`SELECT * FROM reference ORDER BY record, n`,
	`SELECT who, what, record, target, before, after, undoes FROM journal ORDER BY seq`,
	`SELECT * FROM mark ORDER BY directive, obligation`,
	`SELECT * FROM correction ORDER BY record, field`,
}

// Digest is a SHA-256, in hex, over what the store holds. It is the same for the same inputs,
// whatever the order in which they came and however many workers read them.
func (s *Store) Digest(ctx context.Context) (string, error) {
	h := sha256.New()
	for _, query := range digested {
		if err := s.digest(ctx, h, query); err != nil {
			return "", fmt.Errorf("digest of the store: %w", err)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func (s *Store) digest(ctx context.Context, h hash.Hash, query string) error {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for _, v := range values {
			fmt.Fprintf(h, "%T %v\x00", v, v)
		}
		fmt.Fprint(h, "\n")
	}
	return rows.Err()
}
