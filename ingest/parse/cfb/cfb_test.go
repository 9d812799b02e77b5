package cfb

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOpen(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "forms", "dispatch.doc"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(content)
	if err != nil {
		t.Fatal(err)
	}
	main, err := f.Stream("WordDocument")
	if err != nil || binary.LittleEndian.Uint16(main) != 0xA5EC || !f.Has("1table") {
		t.Errorf("%v, streams %q", err, f.Names())
	}
	if _, err := f.Stream("no such"); !errors.Is(err, ErrMissing) {
		t.Errorf("a stream that is not there: %v", err)
	}
	if title, author := Summary(f); title != "Công văn về chuyển đổi số" || author != "Văn phòng Sở" {
		t.Errorf("title %q, author %q", title, author)
	}
}

// FuzzOpen wants no stream to be longer than the file, whatever the tables say.
func FuzzOpen(f *testing.F) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "forms", "dispatch.doc"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add(content[:1000])
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := Open(b)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Error(err)
			}
			return
		}
		for _, name := range file.Names() {
			if s, err := file.Stream(name); err == nil && len(s) > len(b) {
				t.Errorf("%s: %d bytes in a file of %d", name, len(s), len(b))
			}
		}
		Summary(file)
	})
}
