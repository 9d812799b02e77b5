package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"congvan/corpus"
)

// ErrNotFound says that the store has no such record.
var ErrNotFound = errors.New("not found")

// Record is the record with this ID; ErrNotFound when there is none.
func (s *Store) Record(ctx context.Context, id string) (*corpus.Record, error) {
	var packed []byte
	err := s.db.QueryRowContext(ctx, `SELECT json FROM record WHERE id = ?`, id).Scan(&packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("record %s: %w", id, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", id, err)
	}
	r, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", id, err)
	}
	return r, nil
}

// IDs are the IDs of the records that pass the filter, by date of issue; its Unit is not looked at.
func (s *Store) IDs(ctx context.Context, f Filter) ([]string, error) {
	where, args := f.where()
	return s.ids(ctx, `SELECT id FROM record WHERE `+where+` ORDER BY issued, id`, args...)
}

// Find gives the IDs of the records that text names: an ID, a document number in any written
// form, or a bare serial. Originals come before articles, newer before older.
func (s *Store) Find(ctx context.Context, text string) ([]string, error) {
	query, arg := `SELECT id FROM record WHERE id = ?`, any(text)
	if n, err := corpus.ParseDocumentNumber(text); err == nil {
		query, arg = `SELECT id FROM record WHERE number_key = ?`, n.Key()
	}
	ids, err := s.ids(ctx, query+` ORDER BY kind DESC, issued DESC, id`, arg)
	if len(ids) > 0 || err != nil {
		return ids, err
	}
	return s.ids(ctx, `SELECT id FROM record WHERE serial > 0 AND serial = CAST(? AS INTEGER) AND CAST(CAST(? AS INTEGER) AS TEXT) = ltrim(?, '0')
		ORDER BY kind DESC, issued DESC, id`, text, text, text)
}

func (s *Store) ids(ctx context.Context, query string, args ...any) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("find records: %w", err)
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("find records: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// Filter narrows a list; zero fields do not. Texts are matched without regard to case, Issuer
// and Unit as parts.
type Filter struct {
	Issuer, Type, Unit, Status string
	From, To                   corpus.Date // of issue, inclusive
	Limit, Offset              int
	After                      string // Cursor of the last record of the page before
}

// Cursor is where a record stands in a list; Filter.After goes on behind it.
func Cursor(issued corpus.Date, id string) string { return issued.String() + "~" + id }

func (f Filter) where() (string, []any) {
	where, args := "1", []any{}
	add := func(condition string, arg any) {
		where += " AND " + condition
		args = append(args, arg)
	}
	if f.Issuer != "" {
		add("contains(issuer, ?)", f.Issuer)
	}
	if f.Type != "" {
		add("same(type, ?)", f.Type)
	}
	if f.Status != "" {
		add("status = ?", f.Status)
	}
	if !f.From.IsZero() {
		add("issued >= ?", f.From.First().String())
	}
	if !f.To.IsZero() {
		add("issued != '' AND issued <= ?", f.To.Last().String())
	}
	if issued, id, ok := strings.Cut(f.After, "~"); ok {
		where += " AND (issued, id) > (?, ?)"
		args = append(args, issued, id)
	}
	return where, args
}

// Records yields the records that pass the filter, by date of issue and ID. An error ends it.
func (s *Store) Records(ctx context.Context, f Filter) iter.Seq2[*corpus.Record, error] {
	return func(yield func(*corpus.Record, error) bool) {
		where, args := f.where()
		limit, offset := f.Limit, f.Offset
		if limit == 0 {
			limit = -1
		}
		rows, err := s.db.QueryContext(ctx, `SELECT json FROM record WHERE `+where+` ORDER BY issued, id LIMIT ? OFFSET ?`, append(args, limit, offset)...)
		if err != nil {
			yield(nil, fmt.Errorf("list records: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var packed []byte
			if err := rows.Scan(&packed); err != nil {
				yield(nil, fmt.Errorf("list records: %w", err))
				return
			}
			r, err := unpack(packed)
			if err == nil && f.Unit != "" && !actsIn(r, f.Unit) {
				continue
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, fmt.Errorf("list records: %w", err))
		}
	}
}

// State is what the store knows of a source.
type State struct {
	SHA256   string
	Size     int64
	Modified int64
	Status   corpus.Status
	Parser   string // of the record that its bytes gave; "" when there is none
}

// Source is the state of the source at uri, and whether there is one.
func (s *Store) Source(ctx context.Context, uri string) (State, bool, error) {
	var st State
	err := s.sourceAt.QueryRowContext(ctx, uri).Scan(&st.SHA256, &st.Size, &st.Modified, &st.Status)
	if errors.Is(err, sql.ErrNoRows) {
		return State{}, false, nil
	}
	if err != nil {
		return State{}, false, fmt.Errorf("source %s: %w", uri, err)
	}
	return st, true, nil
}

// Sources yields the stored outcomes, of one status when status is not empty, in order of URI.
func (s *Store) Sources(ctx context.Context, status corpus.Status) iter.Seq2[corpus.Source, error] {
	return func(yield func(corpus.Source, error) bool) {
		rows, err := s.db.QueryContext(ctx, `SELECT uri, name, sha256, size, status, reason FROM source WHERE ? = '' OR status = ? ORDER BY uri`, status, status)
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

// Counts are the numbers of sources, records and outbox entries.
func (s *Store) Counts(ctx context.Context) (sources, records, pending int, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM source), (SELECT count(*) FROM record), (SELECT count(*) FROM outbox)`).
		Scan(&sources, &records, &pending)
	return sources, records, pending, err
}

// ReadableIDs yields the IDs of the records that have text, in their order: what the index holds.
func (s *Store) ReadableIDs(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := s.db.QueryContext(ctx, `SELECT id FROM record WHERE status IN (?, ?) ORDER BY id`, corpus.StatusOK, corpus.StatusPartial)
		if err != nil {
			yield("", fmt.Errorf("list IDs: %w", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var id string
			err := rows.Scan(&id)
			if !yield(id, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield("", fmt.Errorf("list IDs: %w", err))
		}
	}
}
