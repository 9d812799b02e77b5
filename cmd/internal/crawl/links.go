package crawl

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"congvan/ingest/fetch"
	"congvan/ingest/source"
)

// The roles of links.
const (
	roleDocument = "document" // a page of its own, which may have files
	roleFile     = "file"
	roleTab      = "tab" // another part of a document's page, read for its files alone
)

// Due is a link whose time has come.
type Due struct {
	URL, Role, SHA256 string
	Before            fetch.Validators
	Tries             int
}

// Read notes what a page of a listing gave, and takes it off the visit. It returns how many of
// its links this visit had not seen, and how many nobody had.
func (f *Frontier) Read(ctx context.Context, name string, r source.Request, l source.Listing, v fetch.Validators, more []source.Request, now time.Time) (unseen, fresh int, err error) {
	err = f.in(ctx, "noting a listing", func(tx *sql.Tx) error {
		var started int64
		if err := tx.QueryRowContext(ctx, "SELECT started FROM visits WHERE source = ?", name).Scan(&started); err != nil {
			return err
		}
		for _, link := range l.Links {
			role := roleDocument
			if link.File {
				role = roleFile
			}
			seen, known, err := addLink(ctx, tx, name, role, "", link, now, started)
			if err != nil {
				return err
			}
			if !known {
				fresh++
			}
			if !known || seen < started {
				unseen++
			}
		}
		if r.Page > 1 && unseen == 0 { // the last page over again, as some portals answer
			more = nil
		}
		if err := pushListings(ctx, tx, name, more); err != nil {
			return err
		}
		if r.Form == nil && v != (fetch.Validators{}) {
			encoded, err := json.Marshal(l)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO pages (url, etag, modified, listing) VALUES (?, ?, ?, ?)", r.URL, v.ETag, v.LastModified, string(encoded)); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE listings SET done = 1 WHERE source = ? AND key = ?", name, keyOf(r)); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE visits SET rows = rows + ?, fresh = fresh + ? WHERE source = ?", len(l.Links), fresh, name); err != nil {
			return err
		}
		return addAlarms(ctx, tx, name, l.Alarms)
	})
	return unseen, fresh, err
}

// addLink notes a link, seen in the visit that started then. One that the site says has changed since it was fetched is due again.
func addLink(ctx context.Context, tx *sql.Tx, name, role, parent string, link source.Link, now time.Time, visit int64) (seen int64, known bool, err error) {
	var fetched int64
	err = tx.QueryRowContext(ctx, "SELECT last_seen, fetched FROM links WHERE url = ?", link.URL).Scan(&seen, &fetched)
	if errors.Is(err, sql.ErrNoRows) {
		_, err = tx.ExecContext(ctx, "INSERT INTO links (url, source, role, parent, number, date, subject, first_seen, last_seen, next) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			link.URL, name, role, parent, link.Number, link.Date.String(), link.Subject, now.Unix(), max(now.Unix(), visit), now.Unix())
		return 0, false, err
	}
	if err != nil {
		return 0, false, err
	}
	if fetched > 0 && link.Changed.Unix() > fetched {
		_, err = tx.ExecContext(ctx, "UPDATE links SET last_seen = ?, next = min(next, ?), dead = 0 WHERE url = ?", max(now.Unix(), visit), now.Unix(), link.URL)
	} else {
		_, err = tx.ExecContext(ctx, "UPDATE links SET last_seen = ? WHERE url = ?", max(now.Unix(), visit), link.URL)
	}
	return seen, true, err
}

// Listed is what a page of a listing gave last time.
func (f *Frontier) Listed(ctx context.Context, url string) (l source.Listing, v fetch.Validators, err error) {
	var encoded string
	err = f.db.QueryRowContext(ctx, "SELECT etag, modified, listing FROM pages WHERE url = ?", url).Scan(&v.ETag, &v.LastModified, &encoded)
	if errors.Is(err, sql.ErrNoRows) {
		return l, v, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(encoded), &l)
	}
	return l, v, err
}

// NextDue is the link that has been due longest, and when the next one is if none is yet.
func (f *Frontier) NextDue(ctx context.Context, name string, now time.Time) (d Due, ok bool, err error) {
	err = f.db.QueryRowContext(ctx, "SELECT url, role, sha256, etag, modified, tries FROM links WHERE source = ? AND dead = 0 AND next <= ? ORDER BY next LIMIT 1", name, now.Unix()).
		Scan(&d.URL, &d.Role, &d.SHA256, &d.Before.ETag, &d.Before.LastModified, &d.Tries)
	if errors.Is(err, sql.ErrNoRows) {
		return d, false, nil
	}
	return d, err == nil, err
}

// RetryAt is when the first of the links that failed is tried again.
func (f *Frontier) RetryAt(ctx context.Context, name string) (at time.Time, ok bool, err error) {
	var next sql.NullInt64
	err = f.db.QueryRowContext(ctx, "SELECT min(next) FROM links WHERE source = ? AND dead = 0 AND tries > 0", name).Scan(&next)
	return time.Unix(next.Int64, 0), next.Valid, err
}

// After is what is noted of a link once it was asked for.
type After struct {
	Outcome fetch.Outcome
	Reason  string
	SHA256  string // of what is kept; "" leaves it
	fetch.Validators
	Tries   int
	Next    time.Time
	Dead    bool
	Fetched time.Time // zero leaves it
	Segment string    // the WARC file, and how long it is with the record
	Ending  int64
	Files   []source.Link // found on the page
	Tabs    []source.Link
}

// Asked notes what came of a link.
func (f *Frontier) Asked(ctx context.Context, name, url string, a After, now time.Time) error {
	return f.in(ctx, "noting a link", func(tx *sql.Tx) error {
		for _, file := range a.Files {
			if _, _, err := addLink(ctx, tx, name, roleFile, url, file, now, 0); err != nil {
				return err
			}
		}
		for _, tab := range a.Tabs {
			if _, _, err := addLink(ctx, tx, name, roleTab, url, tab, now, 0); err != nil {
				return err
			}
		}
		if a.Fetched.IsZero() {
			_, err := tx.ExecContext(ctx, "UPDATE links SET outcome = ?, reason = ?, tries = ?, next = ?, dead = ? WHERE url = ?", string(a.Outcome), a.Reason, a.Tries, a.Next.Unix(), a.Dead, url)
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE links SET outcome = ?, reason = ?, tries = ?, next = ?, dead = ?, fetched = ?, etag = ?, modified = ?, sha256 = ?,
			ending = CASE ? WHEN '' THEN ending ELSE ? END, segment = CASE ? WHEN '' THEN segment ELSE ? END WHERE url = ?`,
			string(a.Outcome), a.Reason, a.Tries, a.Next.Unix(), a.Dead, a.Fetched.Unix(), a.ETag, a.LastModified, a.SHA256, a.Segment, a.Ending, a.Segment, a.Segment, url)
		return err
	})
}

// AddSegment notes a WARC file that documents are written to, before the first is.
func (f *Frontier) AddSegment(ctx context.Context, path string) error {
	_, err := f.db.ExecContext(ctx, "INSERT OR IGNORE INTO segments (path) VALUES (?)", path)
	return err
}

// Ingested notes that the store has what a WARC file holds.
func (f *Frontier) Ingested(ctx context.Context, path string) error {
	_, err := f.db.ExecContext(ctx, "UPDATE segments SET ingested = 1 WHERE path = ?", path)
	return err
}

// Pending are the WARC files that the store does not have yet.
func (f *Frontier) Pending(ctx context.Context) ([]string, error) {
	rows, err := f.db.QueryContext(ctx, "SELECT path FROM segments WHERE ingested = 0 ORDER BY path")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var paths []string
	for rows.Next() {
		var path string
		if err := rows.Scan(&path); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, rows.Err()
}

// Whole is how long a WARC file is up to the last record that a link is noted with.
func (f *Frontier) Whole(ctx context.Context, segment string) (size int64, err error) {
	err = f.db.QueryRowContext(ctx, "SELECT ifnull(max(ending), 0) FROM links WHERE segment = ?", segment).Scan(&size)
	return size, err
}

// Lost makes the links due again whose record a WARC file does not hold: a power cut took more of
// the file than of the frontier.
func (f *Frontier) Lost(ctx context.Context, segment string, size int64, now time.Time) error {
	_, err := f.db.ExecContext(ctx, "UPDATE links SET fetched = 0, sha256 = '', etag = '', modified = '', next = ?, dead = 0 WHERE segment = ? AND ending > ?", now.Unix(), segment, size)
	return err
}
