package pipeline

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// tornSegments are the segments of the index whose bytes do not give their checksum: the last four
// bytes of a segment are the CRC-32 of all before them. The library does not look at it.
func tornSegments(dir string) []string {
	var torn []string
	_ = filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(file) == ".zap" && !segmentIsWhole(file) {
			torn = append(torn, file)
		}
		return nil // what cannot be read is told by who opens it
	})
	return torn
}

func segmentIsWhole(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < 4 {
		return false
	}
	h := crc32.NewIEEE()
	if _, err := io.Copy(h, bufio.NewReader(io.LimitReader(f, info.Size()-4))); err != nil {
		return false
	}
	var last [4]byte
	_, err = f.ReadAt(last[:], info.Size()-4)
	return err == nil && binary.BigEndian.Uint32(last[:]) == h.Sum32()
}
