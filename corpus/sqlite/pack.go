package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"congvan/corpus"
)

// ErrDamaged says that a stored record is not what was written.
var ErrDamaged = errors.New("the stored record is damaged: congvan doctor --repair makes it again from its original")

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1)) // EncodeAll alone: safe to share
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
)

// pack is a record's JSON, compressed: records hold the text, and are a quarter of it packed. The
// frame carries a checksum.
func pack(r *corpus.Record) ([]byte, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode record %s: %w", r.ID, err)
	}
	return encoder.EncodeAll(b, make([]byte, 0, len(b)/2)), nil
}

func unpack(packed []byte) (*corpus.Record, error) {
	b, err := decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	r := new(corpus.Record)
	if err := json.Unmarshal(b, r); err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return r, nil
}
