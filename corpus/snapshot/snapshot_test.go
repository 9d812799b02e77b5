package snapshot

import (
	"bytes"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"congvan/corpus"
)

func noise(length int) []byte {
	random := rand.NewChaCha8([32]byte{1})
	content := make([]byte, length)
	random.Read(content) //nolint:errcheck // never fails
	return content
}

func TestSnapshots(t *testing.T) {
	text := []byte(strings.Repeat("Căn cứ Luật Bảo hiểm y tế; ", 200))
	for _, test := range []struct {
		name    string
		content []byte
		packed  bool
	}{
		{"nothing", nil, false},
		{"a byte", []byte("x"), false},
		{"text", text, true},
		{"what is compressed already", noise(5000), false},
		{"large text", bytes.Repeat(text, 700), true},
	} {
		s := Open(filepath.Join(t.TempDir(), "originals"))
		for range 2 { // the second time it is there
			sum, err := s.Put(test.content)
			if err != nil || sum != corpus.Hash(test.content) {
				t.Fatalf("%s: Put gives %s, %v", test.name, sum, err)
			}
			if err := s.Sync(); err != nil {
				t.Fatal(err)
			}
			if got, err := s.Get(sum); err != nil || !bytes.Equal(got, test.content) {
				t.Errorf("%s: Get gives %d bytes, %v, want %d", test.name, len(got), err, len(test.content))
			}
			_, err = os.Stat(s.path(sum) + packedExt)
			if packed := err == nil; packed != test.packed {
				t.Errorf("%s: compressed is %v, want %v", test.name, packed, test.packed)
			}
		}
	}
}

// TestSnapshotsOfBefore reads snapshots that an older version wrote, none of them compressed.
func TestSnapshotsOfBefore(t *testing.T) {
	s := Open(t.TempDir())
	text := []byte(strings.Repeat("Số: 12/BHXH-TT\n", 50))
	sum := corpus.Hash(text)
	if err := errors.Join(os.MkdirAll(filepath.Dir(s.path(sum)), 0o755), os.WriteFile(s.path(sum), text, 0o644)); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Get(sum); err != nil || !bytes.Equal(got, text) {
		t.Errorf("Get: %d bytes, %v", len(got), err)
	}
	if _, err := s.Put(text); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.path(sum) + packedExt); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it was written a second time: %v", err)
	}
	more, err := s.Put(noise(30))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	if err := s.All(func(sum string) error { all = append(all, sum); return nil }); err != nil {
		t.Fatal(err)
	}
	want := []string{sum, more}
	slices.Sort(want)
	if !slices.Equal(all, want) {
		t.Errorf("All: %v, want %v", all, want)
	}
}

// TestEveryBitCounts changes each bit of a compressed snapshot, one after the other.
func TestEveryBitCounts(t *testing.T) {
	s := Open(t.TempDir())
	sum, err := s.Put([]byte(strings.Repeat("Kính gửi: Bảo hiểm xã hội các tỉnh. ", 20)))
	if err != nil {
		t.Fatal(err)
	}
	file := s.path(sum) + packedExt
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for bit := range 8 * len(whole) {
		changed := slices.Clone(whole)
		changed[bit/8] ^= 1 << (bit % 8)
		if err := os.WriteFile(file, changed, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Get(sum); !errors.Is(err, ErrDamaged) {
			t.Fatalf("bit %d changed: %v, want ErrDamaged", bit, err)
		}
	}
	for length := range len(whole) {
		if err := os.WriteFile(file, whole[:length], 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Get(sum); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d bytes: %v, want ErrDamaged", length, err)
		}
	}
}

func TestADamagedSnapshotIsWrittenAgain(t *testing.T) {
	s := Open(t.TempDir())
	for _, content := range [][]byte{noise(100), []byte(strings.Repeat("công văn ", 100))} {
		sum, err := s.Put(content)
		if err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(s.path(sum) + "*")
		if err != nil || len(files) != 1 {
			t.Fatal(files, err)
		}
		if err := os.Truncate(files[0], 10); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Get(sum); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut: %v, want ErrDamaged", err)
		}
		if _, err := s.Put(content); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Get(sum); err != nil || !bytes.Equal(got, content) {
			t.Errorf("put again: %d bytes, %v", len(got), err)
		}
	}
}

func TestTidy(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "originals"))
	sum, err := s.Put(noise(9))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(s.incoming(), "1234"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.Tidy(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.incoming()); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("half a file is left: %v", err)
	}
	if _, err := s.Get(sum); err != nil {
		t.Error(err)
	}
	if err := Open(filepath.Join(t.TempDir(), "none")).Tidy(); err != nil {
		t.Errorf("no folder yet: %v", err)
	}
}
