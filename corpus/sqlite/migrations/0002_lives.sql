-- What records do to the obligations of other documents, to find who changed a directive's.
CREATE TABLE effect (
    record     TEXT NOT NULL,
    number_key TEXT NOT NULL,          -- of the other document
    PRIMARY KEY (number_key, record)
) WITHOUT ROWID;
CREATE INDEX effect_record ON effect (record);

-- Where an obligation stands: in_force, extended, corrected, replaced, withdrawn. Its dates are
-- those that hold now.
ALTER TABLE obligation ADD COLUMN state TEXT NOT NULL DEFAULT 'in_force';
