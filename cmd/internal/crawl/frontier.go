package crawl

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
	_ "modernc.org/sqlite" // the driver

	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// Frontier remembers what a crawl knows: links and what came of them, the listings that a visit
// still has to read, what hosts are due. Every step is one commit, so that a crawl which is
// killed goes on where it was. Times are seconds of the Unix clock.
type Frontier struct {
	db     *sql.DB
	unlock func() // nil: it is only looked at
}

const schema = `
CREATE TABLE IF NOT EXISTS links (
	url TEXT PRIMARY KEY, source TEXT NOT NULL, role TEXT NOT NULL, parent TEXT NOT NULL DEFAULT '',
	number TEXT NOT NULL DEFAULT '', date TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '',
	first_seen INTEGER NOT NULL, last_seen INTEGER NOT NULL, fetched INTEGER NOT NULL DEFAULT 0,
	outcome TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', etag TEXT NOT NULL DEFAULT '', modified TEXT NOT NULL DEFAULT '',
	sha256 TEXT NOT NULL DEFAULT '', tries INTEGER NOT NULL DEFAULT 0, next INTEGER NOT NULL, dead INTEGER NOT NULL DEFAULT 0,
	segment TEXT NOT NULL DEFAULT '', ending INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_due ON links (source, dead, next);
CREATE INDEX IF NOT EXISTS links_segment ON links (segment);
CREATE TABLE IF NOT EXISTS listings (source TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (source, key));
CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, listing TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS visits (source TEXT PRIMARY KEY, started INTEGER NOT NULL, finished INTEGER NOT NULL DEFAULT 0, since TEXT NOT NULL DEFAULT '', rows INTEGER NOT NULL DEFAULT 0, fresh INTEGER NOT NULL DEFAULT 0, alarms TEXT NOT NULL DEFAULT '[]');
CREATE TABLE IF NOT EXISTS hosts (name TEXT PRIMARY KEY, state TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS segments (path TEXT PRIMARY KEY, ingested INTEGER NOT NULL DEFAULT 0);
PRAGMA user_version = 1;
`

// ErrInUse says that another crawl has the frontier.
var ErrInUse = errors.New("another crawl is running on this store; wait until it has finished")

// OpenFrontier opens the frontier of a store's folder to crawl: for this process alone, until it
// is closed or the process ends.
func OpenFrontier(ctx context.Context, data string) (*Frontier, error) {
	if err := os.MkdirAll(data, 0o755); err != nil {
		return nil, fmt.Errorf("opening the frontier: %w", err)
	}
	unlock, err := lock(filepath.Join(data, "crawl.lock"))
	if err != nil {
		return nil, err
	}
	f, err := openFrontier(ctx, filepath.Join(data, "crawl.db"))
	if err == nil {
		if _, err = f.db.ExecContext(ctx, schema); err != nil {
			_ = f.db.Close()
		}
	}
	if err != nil {
		unlock()
		return nil, fmt.Errorf("opening the frontier of %s: %w", data, err)
	}
	f.unlock = unlock
	return f, nil
}

// ReadFrontier opens the frontier of a store's folder to look at, also while a crawl runs. Where
// nothing was ever crawled the error is fs.ErrNotExist.
func ReadFrontier(ctx context.Context, data string) (*Frontier, error) {
	path := filepath.Join(data, "crawl.db")
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("opening the frontier: %w", err)
	}
	f, err := openFrontier(ctx, path, "query_only(1)")
	if err != nil {
		return nil, fmt.Errorf("opening the frontier of %s: %w", data, err)
	}
	return f, nil
}

func openFrontier(ctx context.Context, path string, more ...string) (*Frontier, error) {
	query := url.Values{"_pragma": append([]string{"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(NORMAL)"}, more...), "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+query.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // what is read within a commit is what the commit sees
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if version > 1 {
		return nil, errors.Join(errors.New("a newer congvan made it"), db.Close())
	}
	return &Frontier{db: db}, nil
}

// lock takes a lock that the system takes back when the process ends, however that is (flock).
func lock(path string) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("opening the frontier: %w", err)
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		if errors.Is(err, unix.EWOULDBLOCK) {
			err = ErrInUse
		}
		return nil, errors.Join(err, file.Close())
	}
	return func() { file.Close() }, nil
}

// Close closes the frontier.
func (f *Frontier) Close() error {
	err := f.db.Close()
	if f.unlock != nil {
		f.unlock()
	}
	return err
}

// Host is what is known of a host: the frontier is the fetch client's Memory.
func (f *Frontier) Host(ctx context.Context, name string) (state fetch.HostState, err error) {
	var encoded string
	err = f.db.QueryRowContext(ctx, "SELECT state FROM hosts WHERE name = ?", name).Scan(&encoded)
	if errors.Is(err, sql.ErrNoRows) {
		return state, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(encoded), &state)
	}
	return state, err
}

// KeepHost keeps what is known of a host.
func (f *Frontier) KeepHost(ctx context.Context, name string, state fetch.HostState) error {
	encoded, err := json.Marshal(state)
	if err == nil {
		_, err = f.db.ExecContext(ctx, "INSERT INTO hosts (name, state) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET state = excluded.state", name, string(encoded))
	}
	return err
}

// Visited is when the last visit of a source began, and when one last came to the end of its
// listings; the zero time for never.
func (f *Frontier) Visited(ctx context.Context, name string) (started, finished time.Time, err error) {
	var from, to int64
	err = f.db.QueryRowContext(ctx, "SELECT started, finished FROM visits WHERE source = ?", name).Scan(&from, &to)
	if errors.Is(err, sql.ErrNoRows) {
		return started, finished, nil
	}
	return moment(from), moment(to), err
}

// moment is a time of the Unix clock; the zero time for 0.
func moment(seconds int64) time.Time {
	if seconds == 0 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// in runs steps as one commit.
func (f *Frontier) in(ctx context.Context, what string, steps func(*sql.Tx) error) error {
	tx, err := f.db.BeginTx(ctx, nil)
	if err == nil {
		if err = steps(tx); err == nil {
			err = tx.Commit()
		} else {
			_ = tx.Rollback()
		}
	}
	if err != nil {
		return fmt.Errorf("frontier: %s: %w", what, err)
	}
	return nil
}

// keyOf tells one page of a listing from another within a visit. A postback's state is another
// each time, so its number stands for it.
func keyOf(r source.Request) string {
	if r.Form != nil {
		return fmt.Sprintf("%s#%d", r.URL, r.Page)
	}
	return r.URL
}

// Begin starts a visit of a source, or goes on with one that was broken off.
func (f *Frontier) Begin(ctx context.Context, name, since string, starts []source.Request, now time.Time) error {
	return f.in(ctx, "beginning a visit", func(tx *sql.Tx) error {
		var open int
		err := tx.QueryRowContext(ctx, "SELECT count(*) FROM visits WHERE source = ? AND finished < started AND since <= ?", name, since).Scan(&open)
		if err != nil || open > 0 {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM listings WHERE source = ?", name); err != nil {
			return err
		}
		// Later than all that was seen before, also on a quick or a moving clock.
		started := now.Unix()
		if err := tx.QueryRowContext(ctx, "SELECT max(?, ifnull(max(last_seen) + 1, 0)) FROM links WHERE source = ?", started, name).Scan(&started); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO visits (source, started, finished, since) VALUES (?, ?, 0, ?)
			ON CONFLICT (source) DO UPDATE SET started = excluded.started, finished = 0, since = excluded.since, rows = 0, fresh = 0, alarms = '[]'`, name, started, since)
		if err != nil {
			return err
		}
		return pushListings(ctx, tx, name, starts)
	})
}

func pushListings(ctx context.Context, tx *sql.Tx, name string, requests []source.Request) error {
	for _, r := range requests {
		encoded, err := json.Marshal(r)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO listings (source, key, request) VALUES (?, ?, ?)", name, keyOf(r), string(encoded)); err != nil {
			return err
		}
	}
	return nil
}

// maxListingTries is how often a page of a listing is asked for in one visit.
const maxListingTries = 4

// NextListing is a page of a listing that the visit still has to read; the one tried least first.
func (f *Frontier) NextListing(ctx context.Context, name string) (r source.Request, tries int, ok bool, err error) {
	var encoded string
	err = f.db.QueryRowContext(ctx, "SELECT request, tries FROM listings WHERE source = ? AND done = 0 AND tries < ? ORDER BY tries, key LIMIT 1", name, maxListingTries).Scan(&encoded, &tries)
	if errors.Is(err, sql.ErrNoRows) {
		return r, 0, false, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(encoded), &r)
	}
	return r, tries, err == nil, err
}

// ListingFailed notes a try that brought nothing.
func (f *Frontier) ListingFailed(ctx context.Context, name string, r source.Request, retry bool, why string) error {
	return f.in(ctx, "noting a listing", func(tx *sql.Tx) error {
		tries := 1
		if !retry {
			tries = maxListingTries
		}
		if _, err := tx.ExecContext(ctx, "UPDATE listings SET tries = tries + ? WHERE source = ? AND key = ?", tries, name, keyOf(r)); err != nil {
			return err
		}
		return addAlarms(ctx, tx, name, []string{why})
	})
}

func addAlarms(ctx context.Context, tx *sql.Tx, name string, alarms []string) error {
	for _, alarm := range alarms {
		if _, err := tx.ExecContext(ctx, "UPDATE visits SET alarms = json_insert(alarms, '$[#]', ?) WHERE source = ? AND json_array_length(alarms) < 20", alarm, name); err != nil {
			return err
		}
	}
	return nil
}

// Finish ends a visit of which no page is left to read.
func (f *Frontier) Finish(ctx context.Context, name string, now time.Time) error {
	return f.in(ctx, "finishing a visit", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE visits SET finished = max(started, ?) WHERE source = ?", now.Unix(), name)
		return err
	})
}
