package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"congvan/corpus"
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
// When it returns nil, the batch is on the disk.
func (s *Store) Keep(ctx context.Context, batch []Kept, seen time.Time) error {
	return s.write(ctx, "keep records", func(tx *transaction) error {
		for _, k := range batch {
			if err := keepSource(ctx, tx, k, seen); err != nil {
				return fmt.Errorf("%s: %w", k.Source.URI, err)
			}
			if k.Record == nil {
				continue
			}
			if err := keepRecord(ctx, tx, k.Record); err != nil {
				return fmt.Errorf("%s: %w", k.Source.URI, err)
			}
		}
		return nil
	})
}

func (s *Store) write(ctx context.Context, what string, do func(*transaction) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	defer tx.Rollback() //nolint:errcheck // does nothing after a commit
	if err := do(&transaction{tx, map[string]*sql.Stmt{}}); err != nil {
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
	err = tx.exec(ctx, `INSERT INTO source (uri, name, sha256, size, modified, status, reason, parent)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (uri) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, size = excluded.size,
			modified = CASE WHEN ? THEN modified ELSE excluded.modified END, status = excluded.status, reason = excluded.reason, parent = excluded.parent`,
		k.Source.URI, k.Source.Name, k.Source.SHA256, k.Source.Size, k.Modified, k.Source.Status, k.Source.Reason, k.Parent, k.KeepModified)
	return err
}

func keepRecord(ctx context.Context, tx *transaction, r *corpus.Record) error {
	if err := layCorrections(ctx, tx, r); err != nil {
		return err
	}
	packed, err := pack(r)
	if err != nil {
		return err
	}
	key := ""
	if n, err := corpus.ParseDocumentNumber(r.Number.Value); err == nil {
		key = n.Key()
	}
	err = tx.exec(ctx, `INSERT INTO record (id, sha256, parser, extractor, kind, status, directive, number, number_key, serial, year,
			type, issuer, issued, subject, signatory, text_sum, json)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET parser = excluded.parser, extractor = excluded.extractor, kind = excluded.kind, status = excluded.status,
			directive = excluded.directive, number = excluded.number, number_key = excluded.number_key, serial = excluded.serial,
			year = excluded.year, type = excluded.type, issuer = excluded.issuer, issued = excluded.issued, subject = excluded.subject,
			signatory = excluded.signatory, text_sum = excluded.text_sum, json = excluded.json`,
		r.ID, r.Source.SHA256, r.Source.Parser, r.Extractor, r.Source.Kind, r.Source.Status, r.Directive(), r.Number.Value, key, r.Number.Serial,
		r.Number.Year, r.Type.Value, r.Issuer.Value, r.Issued.Value.String(), r.Subject.Value, r.Signatory.Name, corpus.Hash([]byte(r.Text)), packed)
	if err != nil {
		return err
	}
	if err := keepParts(ctx, tx, r); err != nil {
		return err
	}
	if err := tx.exec(ctx, `INSERT OR IGNORE INTO arrival (id) VALUES (?)`, r.ID); err != nil {
		return err
	}
	err = tx.exec(ctx, `INSERT INTO outbox (id) VALUES (?)`, r.ID)
	return err
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

// QueueAll puts every record into the outbox: the index is to be built again.
func (s *Store) QueueAll(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, `INSERT INTO outbox (id) SELECT id FROM record ORDER BY issued, id`); err != nil {
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
