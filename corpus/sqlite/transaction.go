package sqlite

import (
	"context"
	"database/sql"
	"strings"
)

// transaction is a transaction that parses each statement once: a batch runs the same dozen
// statements thousands of times.
type transaction struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	units    map[string]string // written already in this transaction: key → name
}

func (t *transaction) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.tx.PrepareContext(ctx, query) // closed with the transaction
	if err == nil {
		t.prepared[query] = s
	}
	return s, err
}

func (t *transaction) exec(ctx context.Context, query string, args ...any) error {
	s, err := t.statement(ctx, query)
	if err == nil {
		_, err = s.ExecContext(ctx, args...)
	}
	return err
}

// insertRows is how many rows a statement inserts: each execution costs as much as several rows.
const insertRows = 8

// insert runs "INSERT … " + (?, …) for all rows of width columns, whose values stand one after
// another in args.
func (t *transaction) insert(ctx context.Context, into string, width int, args []any) error {
	row := "(?" + strings.Repeat(", ?", width-1) + ")"
	for n := insertRows; len(args) > 0; {
		if len(args) < n*width {
			n = 1
		}
		if err := t.exec(ctx, into+" VALUES "+row+strings.Repeat(", "+row, n-1), args[:n*width]...); err != nil {
			return err
		}
		args = args[n*width:]
	}
	return nil
}

// row scans the one row of a query; sql.ErrNoRows when there is none.
func (t *transaction) row(ctx context.Context, query string, args []any, into ...any) error {
	s, err := t.statement(ctx, query)
	if err == nil {
		err = s.QueryRowContext(ctx, args...).Scan(into...)
	}
	return err
}

// QueryContext is the method of a querier.
func (t *transaction) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}
