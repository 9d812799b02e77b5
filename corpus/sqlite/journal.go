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

// Mark is the state of a duty as a person sets it: "open" (also ""), "done" or "not_ours".
type Mark struct {
	State string `json:"state"`
	Note  string `json:"note,omitempty"`
	Reply string `json:"reply,omitempty"` // number of the answer that settled it
}

// Entry is a line of the journal: who said what when, what stood before and what after.
type Entry struct {
	Seq    int64           `json:"seq"`
	At     time.Time       `json:"at"`
	Who    string          `json:"who"`
	What   string          `json:"what"` // mark, correct or undo
	Record string          `json:"record"`
	Target string          `json:"target"`
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
	Undoes int64           `json:"undoes,omitempty"`
}

// markKey is what the marks of a record hang on: the directive, so that they survive new copies of
// it, or the record's ID when it has none.
func (s *Store) markKey(ctx context.Context, id string) (string, error) {
	key := id
	err := s.db.QueryRowContext(ctx, `SELECT directive FROM record WHERE id = ? AND directive != ''`, id).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return key, err
}

// SetMark sets the state of one duty and writes it into the journal. ErrNotFound when the record
// has no such duty.
func (s *Store) SetMark(ctx context.Context, recordID, obligation string, m Mark, who string, at time.Time) error {
	r, err := s.Record(ctx, recordID)
	if err != nil {
		return err
	}
	known := false
	for _, o := range r.Obligations {
		known = known || o.ID == obligation
	}
	if !known {
		return fmt.Errorf("obligation %s of record %s: %w", obligation, recordID, ErrNotFound)
	}
	key, err := s.markKey(ctx, recordID)
	if err != nil {
		return err
	}
	return s.write(ctx, "mark", func(tx *transaction) error {
		before, err := currentMark(ctx, tx, key, obligation)
		if err != nil {
			return err
		}
		if err := putMark(ctx, tx, key, obligation, m); err != nil {
			return err
		}
		return enter(ctx, tx, Entry{At: at, Who: who, What: "mark", Record: key, Target: obligation, Before: asJSON(before), After: asJSON(m)})
	})
}

func currentMark(ctx context.Context, tx *transaction, directive, obligation string) (Mark, error) {
	var m Mark
	err := tx.row(ctx, `SELECT state, note, reply FROM mark WHERE directive = ? AND obligation = ?`, []any{directive, obligation}, &m.State, &m.Note, &m.Reply)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return m, err
}

func putMark(ctx context.Context, tx *transaction, directive, obligation string, m Mark) error {
	err := tx.exec(ctx, `INSERT INTO mark (directive, obligation, state, note, reply) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (directive, obligation) DO UPDATE SET state = excluded.state, note = excluded.note, reply = excluded.reply`,
		directive, obligation, m.State, m.Note, m.Reply)
	return err
}

func asJSON(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null")
	}
	return b
}

// enter appends to the journal; nothing is ever taken out of it.
func enter(ctx context.Context, tx *transaction, e Entry) error {
	err := tx.exec(ctx, `INSERT INTO journal (at, who, what, record, target, before, after, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		e.At.UTC().Format(time.RFC3339), e.Who, e.What, e.Record, e.Target, string(e.Before), string(e.After), e.Undoes)
	return err
}

const entryColumns = `SELECT seq, at, who, what, record, target, before, after, undoes FROM journal`

// Journal is what persons said of a record (its ID or directive key), or of all when it is "",
// oldest first.
func (s *Store) Journal(ctx context.Context, record string) ([]Entry, error) {
	return s.entries(ctx, entryColumns+` WHERE ? IN ('', record) ORDER BY seq`, record)
}

// LatestEntries are the newest of the journal, the newest first, from before one of them on (0:
// from the newest).
func (s *Store) LatestEntries(ctx context.Context, before int64, limit int) ([]Entry, error) {
	return s.entries(ctx, entryColumns+` WHERE ? = 0 OR seq < ? ORDER BY seq DESC LIMIT ?`, before, before, limit)
}

func (s *Store) entries(ctx context.Context, query string, args ...any) ([]Entry, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	defer rows.Close()
	var entries []Entry
	for rows.Next() {
		var e Entry
		var at, before, after string
		if err := rows.Scan(&e.Seq, &at, &e.Who, &e.What, &e.Record, &e.Target, &before, &after, &e.Undoes); err != nil {
			return nil, fmt.Errorf("read journal: %w", err)
		}
		if e.At, err = time.Parse(time.RFC3339, at); err != nil {
			return nil, fmt.Errorf("read journal: entry %d: %w", e.Seq, err)
		}
		e.Before, e.After = json.RawMessage(before), json.RawMessage(after)
		entries = append(entries, e)
	}
	return entries, rows.Err()
}

// Mark is the state of a duty of a record; its zero value is open.
func (s *Store) Mark(ctx context.Context, r *corpus.Record, obligation string) (Mark, error) {
	var m Mark
	err := s.db.QueryRowContext(ctx, `SELECT state, note, reply FROM mark WHERE obligation = ?
		AND directive = coalesce((SELECT nullif(directive, '') FROM record WHERE id = ?), ?)`, obligation, r.ID, r.ID).Scan(&m.State, &m.Note, &m.Reply)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return m, err
}

// Arrived is the day on which the bytes of a record were first seen, at UTC.
func (s *Store) Arrived(ctx context.Context, r *corpus.Record) (corpus.Date, error) {
	var seen sql.NullString
	err := s.db.QueryRowContext(ctx, `SELECT min(seen) FROM version WHERE sha256 = ?`, r.Source.SHA256).Scan(&seen)
	if err != nil || len(seen.String) < 10 {
		return corpus.Date{}, err
	}
	return corpus.ParseDate(seen.String[:10])
}
