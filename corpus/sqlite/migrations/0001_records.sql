-- A source is a place that documents come from: a file, a member of an archive, an address.
CREATE TABLE source (
    uri        TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    sha256     TEXT NOT NULL,          -- of its newest bytes, '' when they could not be read
    size       INTEGER NOT NULL,
    modified   INTEGER NOT NULL,       -- of the file, nanoseconds since 1970; 0 unknown
    status     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    parent     TEXT NOT NULL DEFAULT '', -- the archive or mail that it lies in
    sum        INTEGER NOT NULL        -- CRC-32 of the row, but for modified
) WITHOUT ROWID;
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_status ON source (status) WHERE status != 'ok';
CREATE INDEX source_parent ON source (parent);

-- Every state that a source was seen in, oldest first.
CREATE TABLE version (
    uri    TEXT NOT NULL,
    n      INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    seen   TEXT NOT NULL,              -- RFC 3339
    PRIMARY KEY (uri, n)
) WITHOUT ROWID;
CREATE INDEX version_sha256 ON version (sha256, seen);

-- A record is kept as the JSON of the contract; the columns repeat what lists filter by. With
-- rowids, since a row without may hold a quarter of a page and the rest takes a page of its own.
CREATE TABLE record (
    id         TEXT PRIMARY KEY,
    sha256     TEXT NOT NULL,
    parser     TEXT NOT NULL,
    extractor  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    status     TEXT NOT NULL,
    directive  TEXT NOT NULL,          -- what it is a copy of: the sources of one directive share it
    own        TEXT NOT NULL,          -- number, issuer and year as the record itself says them
    published  INTEGER NOT NULL,       -- year in which an article appeared, 0 unknown
    number     TEXT NOT NULL,
    number_key TEXT NOT NULL,
    serial     INTEGER NOT NULL,
    year       INTEGER NOT NULL,
    type       TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    issued     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    signatory  TEXT NOT NULL,
    text_sum   BLOB NOT NULL,          -- SHA-256 of the text
    sketch     BLOB NOT NULL,          -- of the text, to tell how like another it is
    sum        BLOB NOT NULL,          -- SHA-256 of json as it stands here
    json       BLOB NOT NULL           -- zstd
);
CREATE INDEX record_number ON record (number_key);
CREATE INDEX record_serial ON record (serial);
CREATE INDEX record_directive ON record (directive);
CREATE INDEX record_issued ON record (issued, id);

-- Records that share a band may be nearly the same text.
CREATE TABLE band (
    band   INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (band, record)
) WITHOUT ROWID;

-- What the index has still to be told, in order.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id  TEXT NOT NULL
);

-- The duties of the stored records, for lists by unit and date.
CREATE TABLE obligation (
    record    TEXT NOT NULL,
    id        TEXT NOT NULL,           -- within the record
    due       TEXT NOT NULL,           -- the earliest date, '' for none
    last_good TEXT NOT NULL,           -- the last day that keeps it: the day before due with bound "before"
    rrule     TEXT NOT NULL,
    PRIMARY KEY (record, id)
) WITHOUT ROWID;
CREATE INDEX obligation_due ON obligation (last_good, record, id);
CREATE INDEX obligation_rrule ON obligation (rrule, last_good) WHERE rrule != '';

-- Who acts in a duty: the key of the unit register, or the folded name of a unit unknown to it.
CREATE TABLE actor (
    unit      TEXT NOT NULL,
    last_good TEXT NOT NULL,
    record    TEXT NOT NULL,
    id        TEXT NOT NULL,
    PRIMARY KEY (unit, last_good, record, id)
) WITHOUT ROWID;
CREATE INDEX actor_record ON actor (record);

-- The documents that a record names, for lists of what is cited and not held.
CREATE TABLE reference (
    record     TEXT NOT NULL,
    n          INTEGER NOT NULL,
    number_key TEXT NOT NULL,          -- '' for a document named without number
    value      TEXT NOT NULL,
    relation   TEXT NOT NULL,
    PRIMARY KEY (record, n)
) WITHOUT ROWID;
CREATE INDEX reference_number ON reference (number_key);

-- What persons said, in order; nothing is ever removed.
CREATE TABLE journal (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,              -- RFC 3339
    who    TEXT NOT NULL,
    what   TEXT NOT NULL,              -- mark, correct, undo
    record TEXT NOT NULL,              -- directive or record ID
    target TEXT NOT NULL,              -- obligation ID or field
    before TEXT NOT NULL,              -- JSON, 'null' for nothing
    after  TEXT NOT NULL,              -- JSON, 'null' for nothing
    undoes INTEGER NOT NULL DEFAULT 0  -- the entry that this one takes back
);
CREATE INDEX journal_record ON journal (record, target);

-- The state of a duty as persons set it last; the journal has its history. It hangs on the
-- directive and not on a copy of it, so it survives new versions and new rules.
CREATE TABLE mark (
    directive  TEXT NOT NULL,          -- key of the directive, or the record's ID without one
    obligation TEXT NOT NULL,
    state      TEXT NOT NULL,          -- open, done, not_ours
    note       TEXT NOT NULL,
    reply      TEXT NOT NULL,          -- number of the answer that settled it
    PRIMARY KEY (directive, obligation)
) WITHOUT ROWID;

-- What persons put right in a record, laid over every new extraction of it.
CREATE TABLE correction (
    record TEXT NOT NULL,
    field  TEXT NOT NULL,
    base   TEXT NOT NULL,              -- what was extracted when it was corrected
    value  TEXT NOT NULL,
    who    TEXT NOT NULL,
    PRIMARY KEY (record, field)
) WITHOUT ROWID;

-- The units that duties name: few, however many the duties.
CREATE TABLE unit (
    key  TEXT PRIMARY KEY,
    name TEXT NOT NULL                 -- the first of its spellings
) WITHOUT ROWID;

-- When each record came first, in order: what is new since a saved search was last asked.
CREATE TABLE arrival (
    n  INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE
);

-- Searches with a name, and the arrival up to which their hits are known.
CREATE TABLE saved (
    name  TEXT PRIMARY KEY,
    query TEXT NOT NULL,
    seen  INTEGER NOT NULL
) WITHOUT ROWID;
