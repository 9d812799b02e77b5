-- Values that a person should look at and has not: unsure ones, and such as were not understood.
-- Records of before come in when they are kept again.
CREATE TABLE doubt (
    n      INTEGER PRIMARY KEY AUTOINCREMENT,
    record TEXT NOT NULL,
    field  TEXT NOT NULL
);
CREATE INDEX doubt_record ON doubt (record);
