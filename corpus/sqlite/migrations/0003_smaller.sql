-- Records are packed with a dictionary, and their sums are over the JSON: what compresses it
-- may change.
UPDATE record SET json = repacked(json), sum = resummed(json, sum);

-- Most duties have no date: lists by date need not hold them. '~' sorts after every date.
DROP INDEX obligation_due;
UPDATE obligation SET last_good = '~' WHERE last_good = '9999-99-99';
UPDATE actor SET last_good = '~' WHERE last_good = '9999-99-99';
CREATE INDEX obligation_due ON obligation (last_good, record, id) WHERE last_good != '~';
