// Package snapshot keeps originals for ever: the bytes as received, in files named by their
// SHA-256, compressed where that pays. A snapshot is written whole or not at all, and never changed.
package snapshot

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"congvan/corpus"
)

// ErrDamaged says that the stored bytes are not those that were received.
var ErrDamaged = errors.New("snapshot is damaged: its bytes do not give its SHA-256")

// Store is a folder of snapshots: dir/ab/abcd…, or dir/ab/abcd….zst when it is compressed.
type Store struct {
	dir string
}

// packedExt ends the names of compressed snapshots.
const packedExt = ".zst"

// Open uses dir as a store; it need not exist yet.
func Open(dir string) *Store { return &Store{dir} }

func (s *Store) path(sha256 string) string {
	if len(sha256) < 2 {
		return filepath.Join(s.dir, "none", sha256)
	}
	return filepath.Join(s.dir, sha256[:2], sha256)
}

// Put keeps bytes and returns their SHA-256. The bytes are on the disk for certain only after
// the next Sync: many files are synced at the cost of one. A snapshot that is there already is
// read and compared, since a lost one may have left a file of its size behind.
func (s *Store) Put(content []byte) (sha256 string, err error) {
	sha256 = corpus.Hash(content)
	if have, err := s.read(sha256); err == nil && bytes.Equal(have, content) {
		return sha256, nil
	}
	path := s.path(sha256)
	if packed := pack(content); packed != nil {
		content, path = packed, path+packedExt
	}
	if err := s.write(path, content); err != nil {
		return "", fmt.Errorf("keep snapshot %s: %w", sha256[:12], err)
	}
	return sha256, nil
}

// incoming is the folder of files that are being written. What is left there was never finished.
func (s *Store) incoming() string { return filepath.Join(s.dir, "incoming") }

// Tidy removes what a killed process left half written. Only who alone writes may call it.
func (s *Store) Tidy() error {
	if err := os.RemoveAll(s.incoming()); err != nil {
		return fmt.Errorf("tidy snapshots: %w", err)
	}
	return nil
}

func (s *Store) write(path string, content []byte) error {
	f, err := os.CreateTemp(s.incoming(), "")
	if errors.Is(err, fs.ErrNotExist) { // the first
		if err := os.MkdirAll(s.incoming(), 0o755); err != nil {
			return err
		}
		f, err = os.CreateTemp(s.incoming(), "")
	}
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func rename(from, to string) error {
	err := os.Rename(from, to)
	if errors.Is(err, fs.ErrNotExist) { // the first of its folder
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		err = os.Rename(from, to)
	}
	return err
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
	content, err := s.read(sha256)
	if err != nil {
		return nil, fmt.Errorf("read snapshot: %w", err)
	}
	if corpus.Hash(content) != sha256 {
		return nil, fmt.Errorf("read snapshot %s: %w", s.path(sha256), ErrDamaged)
	}
	return content, nil
}

// read reads a snapshot as it is kept: compressed, or, as all were before and what does not shrink
// is, as it came.
func (s *Store) read(sha256 string) ([]byte, error) {
	path := s.path(sha256)
	packed, err := os.ReadFile(path + packedExt)
	if errors.Is(err, fs.ErrNotExist) {
		return os.ReadFile(path)
	}
	if err != nil {
		return nil, err
	}
	content, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path+packedExt, err)
	}
	return content, nil
}

// All calls visit with the SHA-256 of every snapshot, in order of their names.
func (s *Store) All(visit func(sha256 string) error) error {
	last := ""
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		sha256 := strings.TrimSuffix(d.Name(), packedExt)
		if len(sha256) != 64 || sha256 == last { // both forms may be there
			return nil
		}
		last = sha256
		return visit(sha256)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
