package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash/crc32"
	"time"

	"congvan/corpus"
	"congvan/corpus/sketch"
)

// Kept is one outcome to store: a source and, when it could be read, its record.
type Kept struct {
	Source   corpus.Source
	Modified int64          // of the file, nanoseconds since 1970; 0 unknown
	Parent   string         // URI of the archive or mail that it lies in
	Record   *corpus.Record // nil: nothing to extract from, or unchanged

	KeepModified bool // read again from the store: the file's time stays as it is
}

// Keep stores a batch in one transaction and puts what the index has to learn into the outbox.
// When it returns nil, the batch is on the disk. A record that is there already as it is stays
// untouched. The notices say which numbers came again with other content.
func (s *Store) Keep(ctx context.Context, batch []Kept, seen time.Time) (notices []Notice, err error) {
	err = s.write(ctx, "keep records", func(tx *transaction) error {
		regrouping := regrouping{keys: map[string]bool{}, before: map[string]string{}, fresh: map[string]bool{}}
		for _, k := range batch {
			if err := keepSource(ctx, tx, k, seen); err != nil {
				return fmt.Errorf("%s: %w", k.Source.URI, err)
			}
			if k.Record == nil {
				continue
			}
			if err := keepRecord(ctx, tx, k.Record, &regrouping); err != nil {
				return fmt.Errorf("%s: %w", k.Source.URI, err)
			}
		}
		notices, err = regrouping.run(ctx, tx)
		return err
	})
	return notices, err
}

// Mend writes a record anew in place of a damaged one with its ID.
func (s *Store) Mend(ctx context.Context, r *corpus.Record) error {
	return s.write(ctx, "mend record "+r.ID, func(tx *transaction) error {
		for _, table := range []string{"obligation", "actor", "reference", "band", "doubt"} {
			if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE record = ?`, r.ID); err != nil {
				return err
			}
		}
		if err := tx.exec(ctx, `DELETE FROM record WHERE id = ?`, r.ID); err != nil {
			return err
		}
		g := regrouping{keys: map[string]bool{}, before: map[string]string{}, fresh: map[string]bool{}}
		if err := keepRecord(ctx, tx, r, &g); err != nil {
			return err
		}
		_, err := g.run(ctx, tx)
		return err
	})
}

func (s *Store) write(ctx context.Context, what string, do func(*transaction) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer tx.Rollback() //nolint:errcheck // does nothing after a commit
	if err := do(&transaction{tx, map[string]*sql.Stmt{}, map[string]string{}}); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

func keepSource(ctx context.Context, tx *transaction, k Kept, seen time.Time) error {
	var last string
	var n int
	err := tx.row(ctx, `SELECT sha256, n FROM version WHERE uri = ? ORDER BY n DESC LIMIT 1`, []any{k.Source.URI}, &last, &n)
	if err != nil && err != sql.ErrNoRows {
		return err
	}
	if k.Source.SHA256 != "" && k.Source.SHA256 != last {
		if err := tx.exec(ctx, `INSERT INTO version (uri, n, sha256, seen) VALUES (?, ?, ?, ?)`,
			k.Source.URI, n+1, k.Source.SHA256, seen.UTC().Format(time.RFC3339)); err != nil {
			return err
		}
	}
	err = tx.exec(ctx, `INSERT INTO source (uri, name, sha256, size, modified, status, reason, parent, sum)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (uri) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, size = excluded.size,
			modified = CASE WHEN ? THEN modified ELSE excluded.modified END, status = excluded.status, reason = excluded.reason, parent = excluded.parent, sum = excluded.sum`,
		k.Source.URI, k.Source.Name, k.Source.SHA256, k.Source.Size, k.Modified, k.Source.Status, k.Source.Reason, k.Parent, sourceSum(k.Source, k.Parent), k.KeepModified)
	return err
}

// sourceSum is a checksum over a source's row, but for the file's time.
func sourceSum(s corpus.Source, parent string) int64 {
	return int64(crc32.ChecksumIEEE(fmt.Appendf(nil, "%q%q%q%d%q%q%q", s.URI, s.Name, s.SHA256, s.Size, s.Status, s.Reason, parent)))
}

// keepRecord writes a record that is new or other than before, and remembers in g what has to be
// grouped again.
func keepRecord(ctx context.Context, tx *transaction, r *corpus.Record, g *regrouping) error {
	if err := settleSource(ctx, tx, r); err != nil {
		return err
	}
	if err := layCorrections(ctx, tx, r); err != nil {
		return err
	}
	plain, sum, err := encode(r)
	if err != nil {
		return err
	}
	var beforeSum, beforeSketch []byte
	var beforeKey, beforeDirective string
	err = tx.row(ctx, `SELECT sum, sketch, number_key, directive FROM record WHERE id = ?`, []any{r.ID}, &beforeSum, &beforeSketch, &beforeKey, &beforeDirective)
	known := err == nil
	switch {
	case known && bytes.Equal(beforeSum, sum):
		return nil
	case known:
		g.before[r.ID] = cmp.Or(beforeDirective, r.ID)
		g.keys[beforeKey] = true
		if err := carryMarks(ctx, tx, r, g.before[r.ID]); err != nil {
			return err
		}
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	g.keys[numberKey(r.Number.Value)], g.fresh[r.ID] = true, true
	drawn := sketch.Of(r.Text)
	values := append(columnsOf(r, drawn), r.Directive(), sum, pack(plain))
	if err := tx.insert(ctx, `INSERT OR REPLACE INTO record (`+recordColumns+`, directive, sum, json)`, len(values), values); err != nil {
		return err
	}
	if err := keepBands(ctx, tx, r.ID, beforeSketch, drawn); err != nil {
		return err
	}
	if err := keepParts(ctx, tx, r, known); err != nil {
		return err
	}
	if !known {
		if err := tx.exec(ctx, `INSERT OR IGNORE INTO arrival (id) VALUES (?)`, r.ID); err != nil {
			return err
		}
	}
	return tx.exec(ctx, `INSERT INTO outbox (id) VALUES (?)`, r.ID)
}

// recordColumns repeat what a record says for lists to filter by; columnsOf are their values.
const recordColumns = `id, sha256, parser, extractor, kind, status, own, published, number, number_key, serial, year,
	type, issuer, issued, subject, signatory, text_sum, sketch`

func columnsOf(r *corpus.Record, drawn sketch.Sketch) []any {
	textSum := sha256.Sum256([]byte(r.Text))
	return []any{r.ID, r.Source.SHA256, r.Source.Parser, r.Extractor, string(r.Source.Kind), string(r.Source.Status), r.Directive(), r.Source.Published.Year,
		r.Number.Value, numberKey(r.Number.Value), r.Number.Serial, r.Number.Year, r.Type.Value, r.Issuer.Value, r.Issued.Value.String(), r.Subject.Value,
		r.Signatory.Name, textSum[:], drawn[:]}
}

// keepBands writes the bands of a record's sketch in place of those of the sketch before.
func keepBands(ctx context.Context, tx *transaction, id string, before []byte, drawn sketch.Sketch) error {
	if bytes.Equal(before, drawn[:]) {
		return nil
	}
	if len(before) == sketch.Size {
		for _, band := range sketch.Sketch(before).Bands() {
			if err := tx.exec(ctx, `DELETE FROM band WHERE band = ? AND record = ?`, band, id); err != nil {
				return err
			}
		}
	}
	var bands []any
	for _, band := range drawn.Bands() {
		bands = append(bands, band, id)
	}
	return tx.insert(ctx, `INSERT INTO band (band, record)`, 2, bands)
}

// settleSource names the record by the first, in order of code points, of the places that its
// bytes came from, so that the order in which they come does not matter.
func settleSource(ctx context.Context, in querier, r *corpus.Record) error {
	rows, err := in.QueryContext(ctx, `SELECT v.uri, s.name FROM version v JOIN source s USING (uri) WHERE v.sha256 = ? ORDER BY v.uri LIMIT 1`, r.Source.SHA256)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var uri, name string
		if err := rows.Scan(&uri, &name); err != nil {
			return err
		}
		if uri < r.Source.URI {
			r.Source.URI, r.Source.Name = uri, name
		}
	}
	return rows.Err()
}

// Settle makes a record that was read again what Keep would store of it, corrections laid over it,
// and reports whether that is what is stored already.
func (s *Store) Settle(ctx context.Context, r *corpus.Record) (same bool, err error) {
	if err := settleSource(ctx, s.db, r); err != nil {
		return false, fmt.Errorf("record %s: %w", r.ID, err)
	}
	if err := layCorrections(ctx, s.db, r); err != nil {
		return false, fmt.Errorf("record %s: %w", r.ID, err)
	}
	_, sum, err := encode(r)
	if err != nil {
		return false, err
	}
	var before []byte
	err = s.db.QueryRowContext(ctx, `SELECT sum FROM record WHERE id = ?`, r.ID).Scan(&before)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return false, fmt.Errorf("record %s: %w", r.ID, err)
	}
	return bytes.Equal(before, sum), nil
}

// Pending is the oldest part of the outbox, at most limit entries: IDs whose records the index
// has to take in again, and the mark to hand to Done.
func (s *Store) Pending(ctx context.Context, limit int) (ids []string, mark int64, err error) {
	rows, err := s.db.QueryContext(ctx, `SELECT seq, id FROM outbox ORDER BY seq LIMIT ?`, limit)
	if err != nil {
		return nil, 0, fmt.Errorf("read outbox: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&mark, &id); err != nil {
			return nil, 0, fmt.Errorf("read outbox: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, mark, rows.Err()
}

// Done says that the index holds everything up to mark.
func (s *Store) Done(ctx context.Context, mark int64) error {
	if _, err := s.db.ExecContext(ctx, `DELETE FROM outbox WHERE seq <= ?`, mark); err != nil {
		return fmt.Errorf("clear outbox: %w", err)
	}
	return nil
}

// QueueAll puts every record that does not wait there already into the outbox: the index is to be
// built again.
func (s *Store) QueueAll(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, `INSERT INTO outbox (id) SELECT id FROM record WHERE id NOT IN (SELECT id FROM outbox) ORDER BY issued, id`); err != nil {
		return fmt.Errorf("queue all records: %w", err)
	}
	return nil
}

// Queue puts records into the outbox, those that are gone too: the index forgets them.
func (s *Store) Queue(ctx context.Context, ids []string) error {
	return s.write(ctx, "queue records", func(tx *transaction) error {
		for _, id := range ids {
			if err := tx.exec(ctx, `INSERT INTO outbox (id) VALUES (?)`, id); err != nil {
				return err
			}
		}
		return nil
	})
}
