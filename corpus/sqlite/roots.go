package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"congvan/corpus"
)

// RootFilter narrows the sources to read again; zero fields do not.
type RootFilter struct {
	Status       corpus.Status
	URI          string // a part of it
	NotExtractor string // only where a record was made by other rules than these
}

// Roots yields the sources that were received themselves (not the members of archives) and whose
// bytes are kept, in order of URI.
func (s *Store) Roots(ctx context.Context, f RootFilter) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		rows, err := s.db.QueryContext(ctx, `SELECT uri, name, sha256, size, status, reason FROM source s WHERE parent = '' AND sha256 != ''
			AND ?1 IN ('', status) AND instr(uri, ?2) > 0
			AND (?3 = '' OR EXISTS (SELECT 1 FROM source m JOIN record r ON r.sha256 = m.sha256 WHERE (m.uri = s.uri OR m.parent = s.uri) AND r.extractor != ?3))
			ORDER BY uri`, f.Status, f.URI, f.NotExtractor)
		if err != nil {
			yield(corpus.Source{}, fmt.Errorf("list sources: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var src corpus.Source
			err := rows.Scan(&src.URI, &src.Name, &src.SHA256, &src.Size, &src.Status, &src.Reason)
			if !yield(src, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(corpus.Source{}, fmt.Errorf("list sources: %w", err))
		}
	}
}

// RootOf is the URI of a source that was received itself and holds the record: its file, or the
// archive that its file lies in.
func (s *Store) RootOf(ctx context.Context, id string) (string, error) {
	var uri string
	err := s.db.QueryRowContext(ctx, `SELECT CASE parent WHEN '' THEN uri ELSE parent END FROM source
		WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY 1 LIMIT 1`, id).Scan(&uri)
	if errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("source of record %s: %w", id, ErrNotFound)
	}
	return uri, err
}

// RootsOf are the URIs of the sources that were received themselves and hold one of the records.
func (s *Store) RootsOf(ctx context.Context, ids []string) (map[string]bool, error) {
	roots := map[string]bool{}
	for _, id := range ids {
		uri, err := s.RootOf(ctx, id)
		if errors.Is(err, ErrNotFound) {
			continue // its source has other bytes now
		}
		if err != nil {
			return nil, err
		}
		roots[uri] = true
	}
	return roots, nil
}

// Unread are the URIs, in their order, of the sources that were received themselves and that, or
// a member of which, could not be read.
func (s *Store) Unread(ctx context.Context) ([]string, error) {
	return s.ids(ctx, `SELECT DISTINCT CASE parent WHEN '' THEN uri ELSE parent END FROM source WHERE status != 'ok' AND status != 'partial' ORDER BY 1`)
}
