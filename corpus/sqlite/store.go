// Package sqlite keeps records in one SQLite file (modernc.org/sqlite, no cgo): what was read
// from where, what it says, and what the index has still to be told.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrNewer says that a newer congvan wrote the store; this one leaves it alone.
var ErrNewer = errors.New("the store was written by a newer congvan")

// Store is an open store. Many may read it at a time, one may write.
type Store struct {
	db       *sql.DB
	sourceAt *sql.Stmt // asked for every file of a walk
}

// Open opens the store in the file at path and brings its schema up to date; without the file
// it creates one. A store of a newer schema is left as it is: ErrNewer. What a commit acknowledged
// survives power loss, not only a killed process (SQLite's synchronous=FULL).
func Open(ctx context.Context, path string) (*Store, error) { return openToWrite(ctx, path, "FULL") }

// OpenRelaxed is Open for who can bear to lose the commits before a power loss, back to the last
// checkpoint (synchronous=NORMAL): the store is whole all the same.
func OpenRelaxed(ctx context.Context, path string) (*Store, error) {
	return openToWrite(ctx, path, "NORMAL")
}

func openToWrite(ctx context.Context, path, synchronous string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return open(ctx, path, "rwc", synchronous, migrate)
}

// OpenReadOnly opens an existing store to read. The error is fs.ErrNotExist when there is none.
func OpenReadOnly(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return open(ctx, path, "ro", "FULL", checkVersion)
}

func open(ctx context.Context, path, mode, synchronous string, prepare func(context.Context, *sql.DB) error) (*Store, error) {
	// A page holds several records; its size is that of a new store, and is set before the journal's mode.
	query := url.Values{"mode": {mode}, "_txlock": {"immediate"}, "_journal_mode": {"WAL"}, "_pragma": {"page_size(8192)",
		"busy_timeout(60000)", "synchronous(" + synchronous + ")", "cache_size(-32000)", "foreign_keys(ON)", "wal_autocheckpoint(3000)"}}
	if mode == "ro" {
		query.Del("_journal_mode")
		query["_pragma"] = []string{"busy_timeout(60000)", "cache_size(-16000)"}
	}
	registerFunctions()
	registerRepacking()
	if mode == "ro" && cannotWrite(filepath.Dir(path)) {
		// Readers share a file beside the store; where it cannot be made, nobody writes either.
		query.Set("immutable", "1")
	}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	if err := prepare(ctx, db); err != nil {
		return nil, errors.Join(fmt.Errorf("open store %s: %w", path, err), db.Close())
	}
	sourceAt, err := db.PrepareContext(ctx, `SELECT sha256, size, modified, status FROM source WHERE uri = ?`)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open store %s: %w", path, err), db.Close())
	}
	return &Store{db, sourceAt}, nil
}

// cannotWrite reports whether the folder is on a disk that is read-only.
func cannotWrite(folder string) bool { return errors.Is(unix.Access(folder, unix.W_OK), unix.EROFS) }

// Close closes the store.
func (s *Store) Close() error { return errors.Join(s.sourceAt.Close(), s.db.Close()) }

func schemaVersion(ctx context.Context, db *sql.DB) (have, want int, err error) {
	files, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return 0, 0, err
	}
	err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have)
	return have, len(files), err
}

func checkVersion(ctx context.Context, db *sql.DB) error {
	have, want, err := schemaVersion(ctx, db)
	switch {
	case err != nil:
		return err
	case have > want:
		return fmt.Errorf("%w: its schema is %d, this program knows %d", ErrNewer, have, want)
	case have < want:
		return fmt.Errorf("its schema is %d and this program needs %d: run congvan doctor --repair", have, want)
	}
	return nil
}

// migrate runs the migrations that the store lacks, each with its new version in one transaction.
func migrate(ctx context.Context, db *sql.DB) error {
	have, want, err := schemaVersion(ctx, db)
	if err != nil {
		return err
	}
	if have > want {
		return checkVersion(ctx, db)
	}
	files, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return err
	}
	for _, file := range files {
		number, err := strconv.Atoi(strings.SplitN(file.Name(), "_", 2)[0])
		if err != nil {
			return fmt.Errorf("migration %s: %w", file.Name(), err)
		}
		if number <= have {
			continue
		}
		script, err := migrations.ReadFile("migrations/" + file.Name())
		if err != nil {
			return err
		}
		if _, err := db.ExecContext(ctx, fmt.Sprintf("BEGIN IMMEDIATE; %s; PRAGMA user_version = %d; COMMIT;", script, number)); err != nil {
			return fmt.Errorf("migration %s: %w", file.Name(), err)
		}
	}
	return nil
}

// CopyTo writes the store as it is at one moment into a new file, also while others write to it.
func (s *Store) CopyTo(ctx context.Context, path string) error {
	if _, err := s.db.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return fmt.Errorf("copy store: %w", err)
	}
	return nil
}
