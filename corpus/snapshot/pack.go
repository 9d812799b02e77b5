package snapshot

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"github.com/klauspost/compress/zstd"
)

// A compressed snapshot is one zstd frame, so that any zstd program reads it, and after it a
// skippable frame (RFC 8878, 3.1.2) with a CRC-32C of the first. The frame alone has bits that
// say nothing: without the sum, a change of one would not be seen.
const (
	sealHead   = "\x50\x2a\x4d\x18\x04\x00\x00\x00" // magic number, length of what follows
	sealLength = len(sealHead) + 4
)

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(1<<20), zstd.WithLowerEncoderMem(true))
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderLowmem(true))
	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// pack is content compressed, or nil when that saves less than an eighth: PDF, DOCX and pictures
// are compressed already.
func pack(content []byte) []byte {
	packed := encoder.EncodeAll(content, make([]byte, 0, len(content)/2+64))
	packed = binary.LittleEndian.AppendUint32(append(packed, sealHead...), crc32.Checksum(packed, castagnoli))
	if len(packed) > len(content)-len(content)/8 {
		return nil
	}
	return packed
}

func unpack(packed []byte) ([]byte, error) {
	frame := packed[:max(0, len(packed)-sealLength)]
	seal := binary.LittleEndian.AppendUint32([]byte(sealHead), crc32.Checksum(frame, castagnoli))
	if !bytes.Equal(packed[len(frame):], seal) {
		return nil, ErrDamaged
	}
	content, err := decoder.DecodeAll(frame, nil)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return content, nil
}
