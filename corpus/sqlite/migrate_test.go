package sqlite

import (
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// oldStore makes a store of the first schema with one source in it.
func oldStore(t *testing.T) (path string, db *sql.DB) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "store.db")
	script, err := migrations.ReadFile("migrations/0001_records.sql")
	if err != nil {
		t.Fatal(err)
	}
	db, err = sql.Open("sqlite", "file:"+path+"?_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, s := range []string{string(script), `PRAGMA user_version = 1`,
		`INSERT INTO source (uri, name, sha256, size, modified, status, reason, sum) VALUES ('/a', 'a', '', 0, 0, 'failed', 'x', 0)`} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	return path, db
}

func TestAnOldStoreIsMigrated(t *testing.T) {
	path, db := oldStore(t)
	// A migration that was killed: its transaction was never committed.
	files, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) > 1 {
		script, err := migrations.ReadFile("migrations/" + files[1].Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("BEGIN IMMEDIATE; " + string(script)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time there is nothing to do
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		have, want, err := schemaVersion(t.Context(), s.db)
		if err != nil || have != want {
			t.Errorf("schema %d, %v, want %d", have, err, want)
		}
		if _, known, err := s.Source(t.Context(), "/a"); !known || err != nil {
			t.Errorf("the source of before is gone: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAnOlderStoreIsNotReadAsItIs(t *testing.T) {
	path, db := oldStore(t)
	db.Close()
	if files, _ := fs.ReadDir(migrations, "migrations"); len(files) == 1 {
		t.Skip("there is one schema yet")
	}
	if _, err := OpenReadOnly(t.Context(), path); err == nil || !strings.Contains(err.Error(), "doctor --repair") {
		t.Errorf("OpenReadOnly of an older store: %v, want what to do", err)
	}
}

func TestANewerStoreKeepsItsBytes(t *testing.T) {
	s, path := newStore(t)
	if _, err := s.db.Exec(`PRAGMA user_version = 99`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); !errors.Is(err, ErrNewer) {
		t.Errorf("Open: %v, want ErrNewer", err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file changed, %v", err)
	}
}
