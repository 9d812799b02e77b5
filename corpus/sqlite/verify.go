package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/corpus/sketch"
)

// Verify reads all that the store holds and calls damaged with each record that is not what was
// written, or whose rows in lists are not what it says, and the reason. The error says that the
// file itself is torn.
func (s *Store) Verify(ctx context.Context, damaged func(id, why string)) error {
	var verdict string
	if err := s.db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&verdict); err != nil {
		return fmt.Errorf("check store: %w", err)
	}
	if verdict != "ok" {
		return fmt.Errorf("check store: %s", verdict)
	}
	ids, err := s.ids(ctx, `SELECT id FROM record ORDER BY id`)
	if err != nil {
		return fmt.Errorf("check store: %w", err)
	}
	for _, id := range ids {
		why, err := s.verifyRecord(ctx, id)
		if err != nil {
			return fmt.Errorf("check record %s: %w", id, err)
		}
		if why != "" {
			damaged(id, why)
		}
	}
	if err := s.verifyRows(ctx, damaged); err != nil {
		return fmt.Errorf("check store: %w", err)
	}
	units, err := s.Units(ctx)
	if err != nil {
		return fmt.Errorf("check store: %w", err)
	}
	for key, name := range units {
		// The key of a unit that no register has is its name, folded; those of a register have no space.
		if strings.Contains(key, " ") && UnitKey(corpus.Actor{Value: name}) != key {
			damaged("", fmt.Sprintf("the unit %q is named %q", key, name))
		}
	}
	return s.verifySources(ctx, damaged)
}

// crossChecks are queries that find rows which contradict others.
var crossChecks = []struct{ query, why string }{
	{`SELECT uri FROM source s WHERE sha256 != '' AND sha256 IS NOT (SELECT sha256 FROM version v WHERE v.uri = s.uri ORDER BY n DESC LIMIT 1)`,
		"the newest version of %q is not what its source says"},
	{`SELECT DISTINCT uri FROM version WHERE uri NOT IN (SELECT uri FROM source)`, "versions of %q, which is no source"},
	{`SELECT DISTINCT record FROM band WHERE record NOT IN (SELECT id FROM record)`, "a band of %q, which is no record"},
	{`SELECT id FROM arrival WHERE id NOT IN (SELECT id FROM record)`, "the arrival of %q, which is no record"},
	{`SELECT DISTINCT unit FROM actor WHERE unit NOT IN (SELECT key FROM unit)`, "the unit %q has no name"},
	{`SELECT id FROM record r WHERE directive != own AND NOT EXISTS (SELECT 1 FROM record o WHERE o.own = r.directive)`, "the directive of %q is nobody's"},
}

func (s *Store) verifyRows(ctx context.Context, damaged func(id, why string)) error {
	for _, check := range crossChecks {
		rows, err := s.ids(ctx, check.query)
		if err != nil {
			return err
		}
		for _, row := range rows {
			damaged("", fmt.Sprintf(check.why, row))
		}
	}
	return nil
}

func (s *Store) verifyRecord(ctx context.Context, id string) (why string, err error) {
	columns := len(columnsOf(new(corpus.Record), sketch.Sketch{}))
	values, into := make([]any, columns+2), make([]any, columns+2)
	for i := range values {
		into[i] = &values[i]
	}
	if err := s.db.QueryRowContext(ctx, `SELECT `+recordColumns+`, sum, json FROM record WHERE id = ?`, id).Scan(into...); err != nil {
		return "", err
	}
	packed, _ := values[columns+1].([]byte)
	plain, err := unpackPlain(packed)
	if err != nil {
		return err.Error(), nil
	}
	if have, _ := values[columns].([]byte); !bytes.Equal(have, sumOf(plain)) {
		return "its bytes do not give its SHA-256", nil
	}
	r, err := decode(plain)
	if err != nil {
		return err.Error(), nil
	}
	if !slices.Equal(texts(columnsOf(r, sketch.Of(r.Text))), texts(values[:columns])) {
		return "its columns differ from its content", nil
	}
	for _, band := range sketch.Of(r.Text).Bands() {
		var one int
		if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM band WHERE band = ? AND record = ?`, band, id).Scan(&one); err != nil || one == 0 {
			return "a band of its text is gone", err
		}
	}
	want, err := s.liveParts(ctx, r)
	if err != nil {
		return "", err
	}
	for query, rows := range map[string][]any{
		`SELECT record, id, due, last_good, rrule, state FROM obligation WHERE record = ?`: want.obligations,
		`SELECT record, id, unit, last_good FROM actor WHERE record = ?`:                   want.actors,
		`SELECT record, n, number_key, value, relation FROM reference WHERE record = ?`:    want.references,
	} {
		same, err := s.sameRows(ctx, query, id, rows)
		if err != nil || !same {
			return "its duties or references are listed otherwise", err
		}
	}
	return "", nil
}

// liveParts are the rows of a record's duties and references, with the dates and states that are
// in force now.
func (s *Store) liveParts(ctx context.Context, r *corpus.Record) (parts, error) {
	p := partsOf(r)
	var obligations []any
	for row := range slices.Chunk(p.obligations, 5) {
		obligations = append(append(obligations, row...), string(corpus.InForce))
	}
	p.obligations = obligations
	set, err := around(ctx, s.db, r)
	if err != nil || len(set) == 1 {
		return p, err
	}
	for _, l := range livesOf(set, r.ID) {
		due, lastGood, _ := deadline(corpus.Obligation{Timing: l.Timing})
		for row := range slices.Chunk(p.obligations, 6) {
			if row[1] == l.Obligation {
				row[2], row[3], row[5] = due, lastGood, string(l.State)
			}
		}
		for row := range slices.Chunk(p.actors, 4) {
			if row[1] == l.Obligation {
				row[3] = lastGood
			}
		}
	}
	return p, nil
}

// sameRows reports whether a query gives the rows that want holds one after another, in any order
// and however often.
func (s *Store) sameRows(ctx context.Context, query, id string, want []any) (bool, error) {
	rows, err := s.db.QueryContext(ctx, query, id)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return false, err
	}
	width := len(columns)
	expected, found := map[string]bool{}, map[string]bool{}
	for row := range slices.Chunk(want, width) {
		expected[fmt.Sprintf("%q", texts(row))] = true
	}
	values, into := make([]any, width), make([]any, width)
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return false, err
		}
		row := fmt.Sprintf("%q", texts(values))
		if found[row] = true; !expected[row] {
			return false, nil
		}
	}
	return len(found) == len(expected), rows.Err()
}

// texts are values as texts, to be compared however the driver types them.
func texts(values []any) []string {
	all := make([]string, len(values))
	for i, v := range values {
		if b, ok := v.([]byte); ok {
			v = string(b)
		}
		all[i] = fmt.Sprint(v)
	}
	return all
}

func (s *Store) verifySources(ctx context.Context, damaged func(id, why string)) error {
	rows, err := s.db.QueryContext(ctx, `SELECT uri, name, sha256, size, status, reason, parent, sum FROM source`)
	if err != nil {
		return fmt.Errorf("check sources: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var src corpus.Source
		var parent string
		var sum int64
		if err := rows.Scan(&src.URI, &src.Name, &src.SHA256, &src.Size, &src.Status, &src.Reason, &parent, &sum); err != nil {
			return fmt.Errorf("check sources: %w", err)
		}
		if sum != sourceSum(src, parent) {
			damaged("", fmt.Sprintf("the source %q is not what was written", src.URI))
		}
	}
	return rows.Err()
}
