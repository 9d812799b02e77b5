package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/corpus/sketch"
)

// Layer is how two sources are one: by bytes, by text or by the directive that they are copies of.
type Layer string

// The layers, from the surest.
const (
	SameBytes     Layer = "bytes"
	SameText      Layer = "text"
	SameDirective Layer = "directive"
)

// Copy is another source of what a record is about.
type Copy struct {
	Layer    Layer       `json:"layer"`
	ID       string      `json:"id"` // of its record
	URI      string      `json:"uri"`
	Kind     corpus.Kind `json:"kind"`
	Number   string      `json:"number,omitempty"`
	Issued   corpus.Date `json:"issued,omitzero"`
	Likeness float64     `json:"likeness"` // of the texts, 0 to 1, an estimate
}

// Copies are the other sources of a record: the same bytes elsewhere, nearly the same text, and
// other copies of its directive; the surest first, originals before articles.
func (s *Store) Copies(ctx context.Context, id string) ([]Copy, error) {
	var sha256, directive string
	var mine []byte
	err := s.db.QueryRowContext(ctx, `SELECT sha256, directive, sketch FROM record WHERE id = ?`, id).Scan(&sha256, &directive, &mine)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("find copies of %s: %w", id, err)
	}
	args := []any{id, sha256, directive}
	marks := ""
	if len(mine) == sketch.Size {
		for _, band := range sketch.Sketch(mine).Bands() { // by its bands, since the table is sorted by them
			args = append(args, band)
			marks += ", ?"
		}
	}
	rows, err := s.db.QueryContext(ctx, `WITH alike AS (SELECT ?1 AS id UNION SELECT id FROM record WHERE directive = ?3 AND directive != ''
			UNION SELECT record FROM band WHERE band IN (NULL`+marks+`))
		SELECT r.id, v.uri, r.kind, r.number, r.issued, r.directive != '' AND r.directive = ?3, r.sketch, v.uri = (SELECT min(uri) FROM version WHERE sha256 = ?2)
		FROM alike CROSS JOIN record r USING (id) JOIN version v ON v.sha256 = r.sha256`, args...)
	if err != nil {
		return nil, fmt.Errorf("find copies of %s: %w", id, err)
	}
	defer rows.Close()
	var copies []Copy
	for rows.Next() {
		var c Copy
		var issued string
		var same, own bool
		var theirs []byte
		if err := rows.Scan(&c.ID, &c.URI, &c.Kind, &c.Number, &issued, &same, &theirs, &own); err != nil {
			return nil, fmt.Errorf("find copies of %s: %w", id, err)
		}
		c.Issued, _ = corpus.ParseDate(issued)
		c.Likeness = likenessOf(theirs, mine)
		switch {
		case c.ID == id && own:
			continue
		case c.ID == id:
			c.Layer, c.Likeness = SameBytes, 1
		case c.Likeness >= sketch.Alike:
			c.Layer = SameText
		case same:
			c.Layer = SameDirective
		default:
			continue
		}
		copies = append(copies, c)
	}
	slices.SortFunc(copies, func(a, b Copy) int {
		return cmp.Or(cmp.Compare(layerRank(a.Layer), layerRank(b.Layer)), cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.URI, b.URI))
	})
	return copies, rows.Err()
}

func layerRank(l Layer) int { return slices.Index([]Layer{SameBytes, SameText, SameDirective}, l) }

// Directives are the keys of what records are copies of, by ID; a record without is left out.
func (s *Store) Directives(ctx context.Context, ids []string) (map[string]string, error) {
	args := make([]any, len(ids))
	for i, id := range ids {
		args[i] = id
	}
	directives := map[string]string{}
	if len(ids) == 0 {
		return directives, nil
	}
	rows, err := s.db.QueryContext(ctx, `SELECT id, directive FROM record WHERE directive != '' AND id IN (?`+strings.Repeat(", ?", len(ids)-1)+`)`, args...)
	if err != nil {
		return nil, fmt.Errorf("find directives: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, directive string
		if err := rows.Scan(&id, &directive); err != nil {
			return nil, fmt.Errorf("find directives: %w", err)
		}
		directives[id] = directive
	}
	return directives, rows.Err()
}
