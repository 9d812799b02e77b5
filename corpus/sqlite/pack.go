package sqlite

import (
	"encoding/json"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"congvan/corpus"
)

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1)) // EncodeAll alone: safe to share
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0))
)

// pack is a record's JSON, compressed: records hold the text, and are a quarter of it packed.
func pack(r *corpus.Record) ([]byte, error) {
	b, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("encode record %s: %w", r.ID, err)
	}
	return encoder.EncodeAll(b, nil), nil
}

func unpack(packed []byte) (*corpus.Record, error) {
	b, err := decoder.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("decode record: %w", err)
	}
	r := new(corpus.Record)
	if err := json.Unmarshal(b, r); err != nil {
		return nil, fmt.Errorf("decode record: %w", err)
	}
	return r, nil
}
