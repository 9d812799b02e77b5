package parse

import (
	"archive/zip"
	"bytes"
	bits "encoding/binary"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// FuzzEdited reads whole files of every form with a few bytes changed: chance alone seldom makes a
// compound file or an archive that a reader looks into. An edit is six bytes: where (modulo the
// length), how many bytes are replaced, and by what. Of an archive one member is edited and all
// are packed again without compression, so that the checksums are right.
func FuzzEdited(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "forms", "*"))
	if err != nil || len(files) == 0 {
		f.Fatalf("no files to edit: %v", err)
	}
	var whole [][]byte
	for i, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if Detect(content) == "pdf" {
			continue // has fuzz targets of its own
		}
		whole = append(whole, content)
		for member := range byte(8) {
			f.Add(byte(i), member, []byte{0, 0, 2, byte(i), 1, 0xFF, 0, 7, 0xD0, 0xFF, 2, 0x80})
		}
	}
	f.Fuzz(func(t *testing.T, file, member byte, edits []byte) {
		content := whole[int(file)%len(whole)]
		if packed, err := zip.NewReader(bytes.NewReader(content), int64(len(content))); err == nil {
			content = repacked(t, packed, int(member), edits)
		} else {
			content = edited(content, edits)
		}
		parseAny(t, content)
	})
}

func edited(content, edits []byte) []byte {
	content = bytes.Clone(content)
	for ; len(edits) >= 6 && len(content) > 0; edits = edits[6:] {
		at := int(bits.BigEndian.Uint32(edits)>>8) % len(content)
		length := int(edits[3]) % 5
		for i := range length {
			if at+i < len(content) {
				content[at+i] = edits[4+i%2]
			}
		}
		if edits[3] >= 0xF0 { // now and then the file is cut
			content = content[:at]
		}
	}
	return content
}

func repacked(t *testing.T, packed *zip.Reader, member int, edits []byte) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, part := range packed.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if i == member%len(packed.File) {
			content = edited(content, edits)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
