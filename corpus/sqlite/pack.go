package sqlite

import (
	"crypto/sha256"
	_ "embed" // the dictionary
	"encoding/json"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"

	"congvan/corpus"
)

// ErrDamaged says that a stored record is not what was written.
var ErrDamaged = errors.New("the stored record is damaged: congvan doctor --repair makes it again from its original")

// dictionary holds the JSON of some ordinary records, the shipped dispatches and made ones: what
// they have in common need not be written with each. It must never change, since what was written
// with it cannot be read without; another one takes another number.
//
//go:embed records.dict
var dictionary []byte

const dictionaryNumber = 1

var (
	encoder, _ = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderDictRaw(dictionaryNumber, dictionary),
		zstd.WithWindowSize(1<<20), zstd.WithEncoderConcurrency(1)) // EncodeAll alone: safe to share
	decoder, _ = zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryNumber, dictionary), zstd.WithDecoderConcurrency(0))
)

// encode is a record's JSON and the SHA-256 of it, which tells whether a record is as it was.
func encode(r *corpus.Record) (plain, sum []byte, err error) {
	if plain, err = json.Marshal(r); err != nil {
		return nil, nil, fmt.Errorf("encode record %s: %w", r.ID, err)
	}
	return plain, sumOf(plain), nil
}

func sumOf(plain []byte) []byte {
	sum := sha256.Sum256(plain)
	return sum[:]
}

// pack compresses a record's JSON: it holds the text, and is an eighth of it packed. The frame
// carries a checksum.
func pack(plain []byte) []byte { return encoder.EncodeAll(plain, make([]byte, 0, len(plain)/4)) }

func unpackPlain(packed []byte) ([]byte, error) {
	plain, err := decoder.DecodeAll(packed, make([]byte, 0, 8*len(packed)))
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return plain, nil
}

func unpack(packed []byte) (*corpus.Record, error) {
	plain, err := unpackPlain(packed)
	if err != nil {
		return nil, err
	}
	return decode(plain)
}

func decode(plain []byte) (*corpus.Record, error) {
	r := new(corpus.Record)
	if err := json.Unmarshal(plain, r); err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return r, nil
}

// repacked is what was packed without a dictionary, packed with it; what is damaged stays as it is.
func repacked(packed []byte) []byte {
	plain, err := unpackPlain(packed)
	if err != nil {
		return packed
	}
	return pack(plain)
}

// resummed is the sum of a record whose sum was over what was packed. That of a damaged one stays
// as it is, and the damage is found.
func resummed(packed, sum []byte) []byte {
	plain, err := unpackPlain(packed)
	if was := sha256.Sum256(packed); err != nil || string(was[:]) != string(sum) {
		return sum
	}
	return sumOf(plain)
}
