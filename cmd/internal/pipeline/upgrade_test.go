package pipeline

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// unpackStore makes a store of one that an earlier version wrote.
func unpackStore(t *testing.T, archive string) (data string) {
	t.Helper()
	f, err := os.Open(archive)
	must(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	must(t, err)
	data = t.TempDir()
	for files := tar.NewReader(z); ; {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return data
		}
		must(t, err)
		if header.Typeflag != tar.TypeReg {
			continue
		}
		content, err := io.ReadAll(files)
		must(t, err)
		write(t, filepath.Join(data, filepath.FromSlash(header.Name)), string(content))
	}
}

// TestAStoreOfBefore opens stores that earlier versions wrote, with what persons said in them.
func TestAStoreOfBefore(t *testing.T) {
	archives, err := filepath.Glob("testdata/store-*.tar.gz")
	if err != nil || len(archives) == 0 {
		t.Fatal("no stores of before", err)
	}
	for _, archive := range archives {
		data := unpackStore(t, archive)
		if _, err := OpenToRead(t.Context(), Options{Data: data, Now: time.Now}); err == nil || !strings.Contains(err.Error(), "doctor --repair") {
			t.Errorf("%s: reading it as it is: %v, want what to do", archive, err)
		}
		for _, what := range []string{"originals", "records", "index"} {
			if f := finding(t, data, what, true); f.State != Well && f.State != Repaired {
				t.Errorf("%s: %+v", archive, f)
			}
		}
		sound(t, data)
		p := open(t, Options{Data: data})
		r, err := p.store.Record(t.Context(), "8366b49616c41df9")
		if err != nil || r.Subject.Value != "Về việc cũ" {
			t.Errorf("%s: what was corrected is gone: %v", archive, err)
		}
		duties, err := p.store.Duties(t.Context(), sqlite.DutyFilter{Over: true})
		states := map[string]int{}
		for _, d := range duties {
			states[d.State.State]++
		}
		if err != nil || len(duties) != 90 || states["done"] != 1 || states["not_ours"] != 1 {
			t.Errorf("%s: %d duties, states %v, %v, want 90 with one done and one not ours", archive, len(duties), states, err)
		}
		dated, err := p.store.Duties(t.Context(), sqlite.DutyFilter{Over: true, From: corpus.Date{Year: 1, Month: 1, Day: 1}})
		undated, err2 := p.store.Duties(t.Context(), sqlite.DutyFilter{Over: true, Undated: true})
		if err = errors.Join(err, err2); err != nil || len(dated) == 0 || len(undated) == 0 || len(dated)+len(undated) > len(duties) {
			t.Errorf("%s: %d duties with a date, %d without, %v", archive, len(dated), len(undated), err)
		}
		if err := p.Refresh(t.Context(), RefreshOptions{}, func(Refreshed) {}); err != nil {
			t.Error(err)
		}
		closed(t, p)
		sound(t, data)
	}
	result(t, "R16", "stores of %d earlier versions: all records, originals, marks and corrections are there, and all is sound", len(archives))
}

// age makes a store what the version of schema 2 would have written: its tables and what they knew.
func age(t *testing.T, data string) {
	t.Helper()
	file := filepath.Join(data, "store.db")
	packed := packedBefore(t, data)
	must(t, os.Rename(file, file+".new"))
	db, err := sqlOpen(file)
	must(t, err)
	defer db.Close()
	db.SetMaxOpenConns(1) // what is attached belongs to a connection
	run := func(script string, args ...any) {
		t.Helper()
		_, err := db.Exec(script, args...)
		must(t, err)
	}
	run(`PRAGMA journal_mode = WAL`)
	run(readFile(t, "../../../corpus/sqlite/migrations/0001_records.sql"))
	run(readFile(t, "../../../corpus/sqlite/migrations/0002_lives.sql"))
	run(`ATTACH ? AS new`, file+".new")
	run(`BEGIN`)
	for _, table := range texts(t, db, `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`) {
		columns := strings.Join(texts(t, db, `SELECT name FROM pragma_table_info(?, 'main')`, table), ", ")
		run(`INSERT INTO main.` + table + ` (` + columns + `) SELECT ` + columns + ` FROM new.` + table)
	}
	for id, b := range packed {
		run(`UPDATE main.record SET json = ?, sum = unhex(?) WHERE id = ?`, b, corpus.Hash(b), id)
	}
	run(`UPDATE main.obligation SET last_good = '9999-99-99' WHERE last_good = '~'`)
	run(`UPDATE main.actor SET last_good = '9999-99-99' WHERE last_good = '~'`)
	run(`COMMIT`)
	run(`DETACH new`)
	run(`PRAGMA user_version = 2`)
	run(`PRAGMA wal_checkpoint(TRUNCATE)`)
	must(t, os.Remove(file+".new"))
}

// packedBefore are a store's records as schema 2 packed them.
func packedBefore(t *testing.T, data string) map[string][]byte {
	t.Helper()
	p := open(t, Options{Data: data})
	defer closed(t, p)
	packed := map[string][]byte{}
	encoder, err := zstd.NewWriter(nil)
	must(t, err)
	for r, err := range p.store.Records(t.Context(), sqlite.Filter{}) {
		must(t, err)
		plain, err := json.Marshal(r)
		must(t, err)
		packed[r.ID] = encoder.EncodeAll(plain, nil)
	}
	return packed
}

// texts are the rows of a query of one column.
func texts(t *testing.T, db *sql.DB, query string, args ...any) []string {
	t.Helper()
	rows, err := db.Query(query, args...)
	must(t, err)
	defer rows.Close()
	var all []string
	for rows.Next() {
		var text string
		must(t, rows.Scan(&text))
		all = append(all, text)
	}
	must(t, rows.Err())
	return all
}

// TestKilledWhileUpgrading kills the upgrade of an older store at random moments.
func TestKilledWhileUpgrading(t *testing.T) {
	folder, data := dispatches(t, size(40, 1500)), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	digest := sound(t, data)
	age(t, data)
	old := readFile(t, filepath.Join(data, "store.db"))
	begin := time.Now()
	p := open(t, Options{Data: data})
	whole := time.Since(begin)
	closed(t, p)
	if sound(t, data) != digest {
		t.Error("an upgraded store differs from a new one")
	}
	random := rand.New(rand.NewPCG(7, 8))
	trials, kills, half := size(3, 50), 0, 0
	for range trials {
		write(t, filepath.Join(data, "store.db"), old)
		for range 2 {
			r := start(t, data, t.TempDir(), "CONGVAN_TEST_CHILD=open")
			time.Sleep(time.Duration(random.Int64N(int64(whole + 100*time.Millisecond)))) // a process takes a while to begin
			_ = r.Process.Kill()
			if r.end() < 0 {
				kills++
			}
		}
		if userVersion(t, data) == 2 {
			half++
		}
		p := open(t, Options{Data: data})
		closed(t, p)
		if sound(t, data) != digest {
			t.Fatal("after an upgrade that was killed the store differs")
		}
	}
	result(t, "R16", "%d kills while a store of the schema before was upgraded, %d stores were still of that: all end in the digest of a new store", kills, half)
}

func userVersion(t *testing.T, data string) (version int) {
	t.Helper()
	db, err := sqlOpen(filepath.Join(data, "store.db"))
	must(t, err)
	defer db.Close()
	must(t, db.QueryRow(`PRAGMA user_version`).Scan(&version))
	return version
}

// TestANewerStoreIsRefused changes no byte of it, whatever is asked.
func TestANewerStoreIsRefused(t *testing.T) {
	folder, data := dispatches(t, 5), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	damage(t, data, `PRAGMA user_version = 99`)
	before := files(t, data)
	o := Options{Data: data, Now: time.Now}
	for what, do := range map[string]func() error{
		"open":         func() error { _, err := Open(t.Context(), o); return err },
		"open to read": func() error { _, err := OpenToRead(t.Context(), o); return err },
		"doctor":       func() error { _, err := Examine(context.Background(), o, true); return err },
	} {
		if err := do(); !errors.Is(err, sqlite.ErrNewer) || !errors.Is(err, ErrStore) {
			t.Errorf("%s: %v, want ErrNewer", what, err)
		}
	}
	for file, sum := range files(t, data) {
		if before[file] != sum {
			t.Errorf("%s changed", file)
		}
	}
	result(t, "R16", "a newer store is refused and no byte of it changes")
}
