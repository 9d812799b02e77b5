package pipeline

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"congvan/index"
)

// openSafely opens an index that is whole. The library below takes a lost segment for an empty
// index, and ends the process at a file that is cut short.
func openSafely(dir string, o index.Options) (x *index.Index, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if crash := recover(); crash != nil {
			err = fmt.Errorf("open index %s: it is damaged: %v", dir, crash)
		}
	}()
	roots, err := filepath.Glob(filepath.Join(dir, "*", "root.bolt"))
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		if err := inspect(root); err != nil {
			return nil, fmt.Errorf("open index: %s is damaged: %w", root, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "version")); err == nil && len(roots) < engines {
		return nil, fmt.Errorf("open index %s: it is damaged: it has %d of %d engines", dir, len(roots), engines)
	}
	return index.Open(dir, o)
}

// engines is how many an index has: one for documents, one for obligations.
const engines = 2

// inspect looks whether the segments that root.bolt names are there and end as segments do.
func inspect(root string) error {
	files, err := segmentsOf(root)
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := inspectSegment(file); err != nil {
			return err
		}
	}
	return nil
}

// segmentsOf are the segments that root.bolt names; none while another process has it open, which
// knows them.
func segmentsOf(root string) (files []string, err error) {
	db, err := bolt.Open(root, 0o644, &bolt.Options{ReadOnly: true, Timeout: time.Second, PreLoadFreelist: true})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		// Layout of the library: bucket "s" → a bucket a snapshot, newest last → a bucket a
		// segment → key "p", the name of its file.
		snapshots := tx.Bucket([]byte{'s'})
		if snapshots == nil {
			return nil
		}
		newest, _ := snapshots.Cursor().Last()
		snapshot := snapshots.Bucket(newest)
		if newest == nil || snapshot == nil {
			return nil
		}
		return snapshot.ForEachBucket(func(key []byte) error {
			if name := snapshot.Bucket(key).Get([]byte{'p'}); name != nil {
				files = append(files, filepath.Join(filepath.Dir(root), string(name)))
			}
			return nil
		})
	})
	return files, err
}

// inspectSegment reads the end of a segment: the version of the format, then a checksum.
func inspectSegment(file string) error {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the segment %s that it names is gone", filepath.Base(file))
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	var end [8]byte
	if info.Size() < int64(len(end)) {
		return fmt.Errorf("the segment %s is cut short", filepath.Base(file))
	}
	if _, err := f.ReadAt(end[:], info.Size()-int64(len(end))); err != nil {
		return err
	}
	if version := binary.BigEndian.Uint32(end[:]); version < 11 || version > 99 {
		return fmt.Errorf("the segment %s is cut short", filepath.Base(file))
	}
	return nil
}
