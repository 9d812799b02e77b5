// Package snapshot keeps originals for ever: the bytes as received, in files named by their
// SHA-256. A snapshot is written whole or not at all, and never changed.
package snapshot

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"congvan/corpus"
)

// ErrDamaged says that the stored bytes are not those that were received.
var ErrDamaged = errors.New("snapshot is damaged: its bytes do not give its SHA-256")

// Store is a folder of snapshots.
type Store struct {
	dir string
}

// Open uses dir as a store; it need not exist yet.
func Open(dir string) *Store { return &Store{dir} }

// Path is the file of a snapshot, whether it exists or not: dir/ab/abcd….
func (s *Store) Path(sha256 string) string {
	return filepath.Join(s.dir, sha256[:2], sha256)
}

// Has reports whether the snapshot is kept.
func (s *Store) Has(sha256 string) bool {
	info, err := os.Stat(s.Path(sha256))
	return err == nil && info.Mode().IsRegular()
}

// Put keeps bytes and returns their SHA-256. The bytes are on the disk for certain only after
// the next Sync: many files are synced at the cost of one. A snapshot that is there already is
// read and compared, since a lost one may have left a file of its size behind.
func (s *Store) Put(content []byte) (sha256 string, err error) {
	sha256 = corpus.Hash(content)
	path := s.Path(sha256)
	if have, err := os.ReadFile(path); err == nil && bytes.Equal(have, content) {
		return sha256, nil
	}
	if err := write(path, content); err != nil {
		return "", fmt.Errorf("keep snapshot %s: %w", sha256[:12], err)
	}
	return sha256, nil
}

func write(path string, content []byte) error {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, "incoming-*")
	if errors.Is(err, fs.ErrNotExist) { // the first of its folder
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
		f, err = os.CreateTemp(folder, "incoming-*")
	}
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// Sync returns once every snapshot that was put is on the disk, names and bytes.
func (s *Store) Sync() error {
	d, err := os.Open(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // nothing was put yet
	}
	if err != nil {
		return fmt.Errorf("sync snapshots: %w", err)
	}
	defer d.Close()
	if err := syncFileSystem(d); err != nil {
		return fmt.Errorf("sync snapshots: %w", err)
	}
	return nil
}

// Get is a snapshot's bytes, checked against its name. The error is fs.ErrNotExist when it is
// not kept and ErrDamaged when its bytes have changed.
func (s *Store) Get(sha256 string) ([]byte, error) {
	content, err := os.ReadFile(s.Path(sha256))
	if err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	if corpus.Hash(content) != sha256 {
		return nil, fmt.Errorf("read snapshot %s: %w", s.Path(sha256), ErrDamaged)
	}
	return content, nil
}

// All calls visit with the SHA-256 of every snapshot, in order of their names.
func (s *Store) All(visit func(sha256 string) error) error {
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || len(d.Name()) != 64 {
			return err
		}
		return visit(d.Name())
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
