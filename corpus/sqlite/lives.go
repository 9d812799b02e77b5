package sqlite

import (
	"context"
	"fmt"

	"congvan/corpus"
)

// An obligation's row holds the date that is in force now, so that lists by date need no replay.
// A record that is kept may change the rows of others: of the directives that it acts on, and of
// those that they act on; and others that came before it may change its own.

// keepEffects writes which documents a record acts on, and says on which it acted before or does
// now.
func keepEffects(ctx context.Context, tx *transaction, r *corpus.Record, before bool) (keys []string, err error) {
	seen := map[string]bool{}
	if before {
		if keys, err = column(ctx, tx, `SELECT number_key FROM effect WHERE record = ?`, r.ID); err != nil {
			return nil, err
		}
		for _, key := range keys {
			seen[key] = true
		}
		if err := tx.exec(ctx, `DELETE FROM effect WHERE record = ?`, r.ID); err != nil {
			return nil, err
		}
	}
	for _, e := range r.Effects {
		key := numberKey(e.Document)
		if key == "" {
			continue
		}
		if err := tx.exec(ctx, `INSERT OR IGNORE INTO effect (record, number_key) VALUES (?, ?)`, r.ID, key); err != nil {
			return nil, err
		}
		if !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys, nil
}

// relive brings the rows of the obligations up to date that a record's coming changes.
func relive(ctx context.Context, tx *transaction, r *corpus.Record, before bool) error {
	keys, err := keepEffects(ctx, tx, r, before)
	if err != nil {
		return err
	}
	if own := numberKey(r.Number.Value); own != "" && len(r.Obligations) > 0 {
		if err := reliveRecord(ctx, tx, r, false); err != nil {
			return err
		}
	}
	seen := map[string]bool{}
	for len(keys) > 0 {
		key := keys[0]
		keys = keys[1:]
		if seen[key] {
			continue
		}
		seen[key] = true
		records, err := numbered(ctx, tx, key)
		if err != nil {
			return err
		}
		for _, target := range records {
			if target.ID != r.ID && len(target.Obligations) > 0 {
				if err := reliveRecord(ctx, tx, target, true); err != nil {
					return err
				}
			}
			for _, e := range target.Effects {
				if key := numberKey(e.Document); key != "" {
					keys = append(keys, key)
				}
			}
		}
	}
	return nil
}

// reliveRecord writes the dates and states of a record's obligations; fresh rows, which are as the
// record has them, only when others act on it.
func reliveRecord(ctx context.Context, tx *transaction, r *corpus.Record, always bool) error {
	set, err := around(ctx, tx, r)
	if err != nil || len(set) == 1 && !always {
		return err
	}
	for _, l := range livesOf(set, r.ID) {
		due, lastGood, _ := deadline(corpus.Obligation{Timing: l.Timing})
		if err := tx.exec(ctx, `UPDATE obligation SET due = ?, last_good = ?, state = ? WHERE record = ? AND id = ?`, due, lastGood, l.State, r.ID, l.Obligation); err != nil {
			return err
		}
		if err := tx.exec(ctx, `UPDATE actor SET last_good = ? WHERE record = ? AND id = ?`, lastGood, r.ID, l.Obligation); err != nil {
			return err
		}
	}
	return nil
}

func livesOf(set []*corpus.Record, id string) []corpus.Life {
	var lives []corpus.Life
	for _, l := range corpus.Lives(set) {
		if l.Record == id {
			lives = append(lives, l)
		}
	}
	return lives
}

// Lives is what became of the obligations of a record; ErrNotFound when there is no such record.
func (s *Store) Lives(ctx context.Context, id string) ([]corpus.Life, error) {
	r, err := s.Record(ctx, id)
	if err != nil {
		return nil, err
	}
	set, err := around(ctx, s.db, r)
	if err != nil {
		return nil, fmt.Errorf("lives of record %s: %w", id, err)
	}
	return livesOf(set, id), nil
}

// around is a record with all that can act on it, directly or by acting on what does, and those
// that share a number with one of them; the record alone when nothing acts on it.
func around(ctx context.Context, in querier, r *corpus.Record) ([]*corpus.Record, error) {
	set, known, asked := []*corpus.Record{r}, map[string]bool{r.ID: true}, map[string]bool{}
	for k := 0; k < len(set); k++ {
		key := numberKey(set[k].Number.Value)
		if key == "" || asked[key] {
			continue
		}
		asked[key] = true
		actors, err := column(ctx, in, `SELECT record FROM effect WHERE number_key = ? ORDER BY record`, key)
		if err != nil {
			return nil, err
		}
		if len(actors) == 0 {
			continue
		}
		same, err := column(ctx, in, `SELECT id FROM record WHERE number_key = ? ORDER BY id`, key)
		if err != nil {
			return nil, err
		}
		for _, id := range append(actors, same...) {
			if known[id] {
				continue
			}
			known[id] = true
			other, err := recordIn(ctx, in, id)
			if err != nil {
				return nil, err
			}
			set = append(set, other)
		}
	}
	return set, nil
}

// numbered are the records with a number.
func numbered(ctx context.Context, in querier, key string) ([]*corpus.Record, error) {
	ids, err := column(ctx, in, `SELECT id FROM record WHERE number_key = ? ORDER BY id`, key)
	if err != nil {
		return nil, err
	}
	var records []*corpus.Record
	for _, id := range ids {
		r, err := recordIn(ctx, in, id)
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

func recordIn(ctx context.Context, in querier, id string) (*corpus.Record, error) {
	rows, err := in.QueryContext(ctx, `SELECT json FROM record WHERE id = ?`, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	if !rows.Next() {
		return nil, fmt.Errorf("record %s: %w", id, ErrNotFound)
	}
	var packed []byte
	if err := rows.Scan(&packed); err != nil {
		return nil, err
	}
	return unpack(packed)
}

// column is the one text column of a query.
func column(ctx context.Context, in querier, query string, args ...any) ([]string, error) {
	rows, err := in.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var values []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return values, rows.Err()
}
