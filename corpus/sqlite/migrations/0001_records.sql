-- A source is a place that documents come from: a file, a member of an archive, an address.
CREATE TABLE source (
    uri        TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    sha256     TEXT NOT NULL,          -- of its newest bytes, '' when they could not be read
    size       INTEGER NOT NULL,
    modified   INTEGER NOT NULL,       -- of the file, nanoseconds since 1970; 0 unknown
    status     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    parent     TEXT NOT NULL DEFAULT '' -- the archive or mail that it lies in
) WITHOUT ROWID;
CREATE INDEX source_sha256 ON source (sha256);
CREATE INDEX source_status ON source (status);
CREATE INDEX source_parent ON source (parent);

-- Every state that a source was seen in, oldest first.
CREATE TABLE version (
    uri    TEXT NOT NULL,
    n      INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    seen   TEXT NOT NULL,              -- RFC 3339
    PRIMARY KEY (uri, n)
) WITHOUT ROWID;

-- A record is kept as the JSON of the contract; the columns repeat what lists filter by.
CREATE TABLE record (
    id         TEXT PRIMARY KEY,
    sha256     TEXT NOT NULL,
    parser     TEXT NOT NULL,
    extractor  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    status     TEXT NOT NULL,
    directive  TEXT NOT NULL,          -- number, issuer and year: the sources of one directive share it
    number     TEXT NOT NULL,
    number_key TEXT NOT NULL,
    serial     INTEGER NOT NULL,
    year       INTEGER NOT NULL,
    type       TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    issued     TEXT NOT NULL,
    subject    TEXT NOT NULL,
    signatory  TEXT NOT NULL,
    text_sum   TEXT NOT NULL,          -- SHA-256 of the text
    json       BLOB NOT NULL           -- zstd
) WITHOUT ROWID;
CREATE INDEX record_number ON record (number_key);
CREATE INDEX record_serial ON record (serial);
CREATE INDEX record_directive ON record (directive);
CREATE INDEX record_issued ON record (issued, id);

-- What the index has still to be told, in order.
CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id  TEXT NOT NULL
);
