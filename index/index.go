// Package index finds records again: by words with or without marks, by numbers in any written
// form, by issuer, unit and date; and the obligations in them in their own right.
package index

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"congvan/corpus"
	"congvan/index/bleveengine"
	"congvan/index/engine"
)

// Version names the shape of the index on disk: terms, keys and what is stored. It changes when
// an index of before would find other things than a new one.
const Version = "congvan.index/4"

// ErrStale says that an index of another version is on the disk: it has to be built again.
var ErrStale = errors.New("the index was made by another version")

// ErrBusy says that another process has the index open to write.
var ErrBusy = bleveengine.ErrBusy

// Options say how an index is opened. The zero Options are fine.
type Options struct {
	ReadOnly bool           // it must exist
	Ranking  engine.Ranking // zero: engine.DefaultRanking
}

// Index is an open index. All its methods may be called at the same time; Apply writes one
// batch after another.
type Index struct {
	documents engine.Engine
	duties    engine.Engine
	packer    *packer
	names     nameCache
	o         Options
}

// Open opens the index in a folder, and creates it where there is none. An index of another
// version is left alone: ErrStale.
func Open(dir string, o Options) (*Index, error) {
	if err := checkVersion(dir, o.ReadOnly); err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	packer, err := newPacker()
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	documents, err := bleveengine.Open(filepath.Join(dir, "documents"), bleveengine.Options{ReadOnly: o.ReadOnly})
	if err != nil {
		return nil, err
	}
	duties, err := bleveengine.Open(filepath.Join(dir, "obligations"), bleveengine.Options{ReadOnly: o.ReadOnly, CacheBytes: 32 << 20})
	if err != nil {
		return nil, errors.Join(err, documents.Close())
	}
	return &Index{documents: documents, duties: duties, packer: packer, o: o}, nil
}

// checkVersion reads the file that names the version, and writes it into an empty folder.
func checkVersion(dir string, readOnly bool) error {
	path := filepath.Join(dir, "version")
	have, err := os.ReadFile(path)
	switch {
	case err == nil && strings.TrimSpace(string(have)) == Version:
		return nil
	case err == nil:
		return fmt.Errorf("%w (%s, this is %s): build it again", ErrStale, strings.TrimSpace(string(have)), Version)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case readOnly:
		return fs.ErrNotExist
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if files, err := os.ReadDir(dir); err == nil && len(files) > 0 {
		return fmt.Errorf("%w (it has no version file): build it again", ErrStale)
	}
	return writeVersion(path)
}

// writeVersion returns once the version is on the disk: with an empty one after power loss, the
// segments, which were synced, would be no good.
func writeVersion(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err = f.WriteString(Version + "\n"); err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// Close closes the index.
func (x *Index) Close() error { return errors.Join(x.documents.Close(), x.duties.Close()) }

// Change is a record to take in, or to forget.
type Change struct {
	ID     string
	Record *corpus.Record // nil: forget it
	Group  string         // key of the directive: records of one group are one hit; "" none
}

// Apply takes a batch of changes in; when it returns they are on the disk and are found. A
// record that is there already is replaced. Larger batches are faster: a few hundred records.
// When it fails or is killed, the same batch may be applied again.
func (x *Index) Apply(ctx context.Context, changes []Change) error {
	documents := make([]engine.Change, len(changes))
	duties := make([]engine.Change, len(changes))
	for i, c := range changes {
		documents[i].Owner, duties[i].Owner = c.ID, c.ID
		if c.Record == nil {
			continue
		}
		entries, err := x.packer.recordEntries(c)
		if err != nil {
			return fmt.Errorf("index record %s: %w", c.ID, err)
		}
		documents[i].Entries = entries
		if duties[i].Entries, err = x.packer.dutyEntries(c); err != nil {
			return fmt.Errorf("index obligations of record %s: %w", c.ID, err)
		}
	}
	// Documents last: a record that is found has its obligations.
	if err := x.duties.Apply(ctx, duties); err != nil {
		return err
	}
	return x.documents.Apply(ctx, documents)
}

// IDs are the IDs of all records, in no order.
func (x *Index) IDs(ctx context.Context) iter.Seq2[string, error] { return x.documents.Owners(ctx) }

// Has reports whether a record is in the index.
func (x *Index) Has(ctx context.Context, id string) (bool, error) {
	_, ok, err := x.documents.Head(ctx, id)
	return ok, err
}

// Count is the number of records.
func (x *Index) Count() (int, error) { return x.documents.Count() }

// Compact brings the index into its smallest and fastest form. It is worth its time (a minute for
// 100,000 records) after the index was built anew; searches go on meanwhile.
func (x *Index) Compact(ctx context.Context) error {
	return errors.Join(x.documents.Compact(ctx), x.duties.Compact(ctx))
}
