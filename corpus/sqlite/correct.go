package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"congvan/corpus"
)

// SetCorrection writes down that a person put a field of a record right; "" says that it is
// absent. The record itself changes when it is kept again.
func (s *Store) SetCorrection(ctx context.Context, recordID, field, value, who string, at time.Time) error {
	r, err := s.Record(ctx, recordID)
	if err != nil {
		return err
	}
	before, err := r.Value(field)
	if err != nil {
		return err
	}
	trial := *r
	if err := trial.Correct(corpus.Correction{Field: field, Value: value}); err != nil {
		return err
	}
	base := before
	for _, c := range r.Corrections {
		if c.Field == field {
			base = c.Extracted
		}
	}
	return s.write(ctx, "correct", func(tx *transaction) error {
		standing, err := currentCorrection(ctx, tx, recordID, field)
		if err != nil {
			return err
		}
		c := corpus.Correction{Field: field, Value: value, Base: base, Who: who}
		if err := putCorrection(ctx, tx, recordID, c); err != nil {
			return err
		}
		return enter(ctx, tx, Entry{At: at, Who: who, What: "correct", Record: recordID, Target: field, Before: asJSON(standing), After: asJSON(c)})
	})
}

// currentCorrection is the correction of a field that stands, nil for none.
func currentCorrection(ctx context.Context, tx *transaction, record, field string) (*corpus.Correction, error) {
	c := corpus.Correction{Field: field}
	err := tx.row(ctx, `SELECT base, value, who FROM correction WHERE record = ? AND field = ?`, []any{record, field}, &c.Base, &c.Value, &c.Who)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &c, err
}

func putCorrection(ctx context.Context, tx *transaction, record string, c corpus.Correction) error {
	err := tx.exec(ctx, `INSERT INTO correction (record, field, base, value, who) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (record, field) DO UPDATE SET base = excluded.base, value = excluded.value, who = excluded.who`, record, c.Field, c.Base, c.Value, c.Who)
	return err
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

func layCorrections(ctx context.Context, in querier, r *corpus.Record) error {
	if len(r.Corrections) > 0 {
		return nil // laid already
	}
	rows, err := in.QueryContext(ctx, `SELECT field, base, value, who FROM correction WHERE record = ? ORDER BY field`, r.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var c corpus.Correction
		if err := rows.Scan(&c.Field, &c.Base, &c.Value, &c.Who); err != nil {
			return err
		}
		if err := r.Correct(c); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Undo takes the newest mark or correction that stands back, and says which it was.
func (s *Store) Undo(ctx context.Context, who string, at time.Time) (Entry, error) {
	return s.undo(ctx, who, at, `1`)
}

// UndoEntry takes one mark or correction back, unless something later was said of the same.
func (s *Store) UndoEntry(ctx context.Context, seq int64, who string, at time.Time) (Entry, error) {
	return s.undo(ctx, who, at, `j.seq = ? AND NOT EXISTS (SELECT 1 FROM journal l WHERE l.record = j.record AND l.target = j.target AND l.seq > j.seq
		AND l.what != 'undo' AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = l.seq))`, seq)
}

func (s *Store) undo(ctx context.Context, who string, at time.Time, which string, args ...any) (Entry, error) {
	var e Entry
	err := s.write(ctx, "undo", func(tx *transaction) error {
		var before, after string
		err := tx.row(ctx, `SELECT seq, what, record, target, before, after FROM journal j WHERE what != 'undo'
			AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.seq) AND `+which+` ORDER BY seq DESC LIMIT 1`, args, &e.Seq, &e.What, &e.Record, &e.Target, &before, &after)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("a mark or correction to undo: %w", ErrNotFound)
		}
		if err != nil {
			return err
		}
		e.Before, e.After = json.RawMessage(before), json.RawMessage(after)
		if err := restore(ctx, tx, e); err != nil {
			return err
		}
		return enter(ctx, tx, Entry{At: at, Who: who, What: "undo", Record: e.Record, Target: e.Target, Before: e.After, After: e.Before, Undoes: e.Seq})
	})
	return e, err
}

// restore brings back what stood before an entry.
func restore(ctx context.Context, tx *transaction, e Entry) error {
	if e.What == "mark" {
		var m Mark
		if err := json.Unmarshal(e.Before, &m); err != nil {
			return err
		}
		return putMark(ctx, tx, e.Record, e.Target, m)
	}
	var c *corpus.Correction
	if err := json.Unmarshal(e.Before, &c); err != nil {
		return err
	}
	if c == nil {
		err := tx.exec(ctx, `DELETE FROM correction WHERE record = ? AND field = ?`, e.Record, e.Target)
		return err
	}
	return putCorrection(ctx, tx, e.Record, *c)
}
