package pipeline

import (
	"bufio"
	"encoding/binary"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
)

// tornSegments are the segments of an index that is not open whose bytes do not give their
// checksum: the last four bytes of a segment are the CRC-32 of all before them. The library does not
// look at it. What no root.bolt names is left of a merge that was broken off, and read by nobody.
func tornSegments(dir string) []string {
	var torn []string
	roots, _ := filepath.Glob(filepath.Join(dir, "*", "root.bolt")) // the pattern is a good one
	for _, root := range roots {
		files, _ := segmentsOf(root) // a root that cannot be read is told by who opens it
		for _, file := range files {
			if !segmentIsWhole(file) {
				torn = append(torn, file)
			}
		}
	}
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
