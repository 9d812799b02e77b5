package index

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/klauspost/compress/zstd"
)

// packer writes passages as they are stored with an entry: the length of the fields, the fields
// in JSON, the text; all compressed, since Vietnamese text shrinks to half.
type packer struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

func newPacker() (*packer, error) {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderCRC(false),
		zstd.WithWindowSize(64<<10), zstd.WithEncoderConcurrency(runtime.GOMAXPROCS(0)))
	if err != nil {
		return nil, err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(256<<20))
	if err != nil {
		return nil, err
	}
	return &packer{encoder, decoder}, nil
}

func (k *packer) pack(p *passage) ([]byte, error) {
	fields, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	plain := binary.AppendUvarint(make([]byte, 0, len(fields)+len(p.text)+4), uint64(len(fields)))
	plain = append(append(plain, fields...), p.text...)
	return k.encoder.EncodeAll(plain, make([]byte, 0, len(plain)/2)), nil
}

// packDuties writes a record's obligations: how many, the length of each one's fields and text,
// then the fields and texts.
func (k *packer) packDuties(duties []*passage) ([]byte, error) {
	plain := binary.AppendUvarint(nil, uint64(len(duties)))
	var bodies []byte
	for _, p := range duties {
		fields, err := json.Marshal(p)
		if err != nil {
			return nil, err
		}
		plain = binary.AppendUvarint(binary.AppendUvarint(plain, uint64(len(fields))), uint64(len(p.text)))
		bodies = append(append(bodies, fields...), p.text...)
	}
	plain = append(plain, bodies...)
	return k.encoder.EncodeAll(plain, make([]byte, 0, len(plain)/2)), nil
}

// unpackDuty reads one of them.
func (k *packer) unpackDuty(packed []byte, part int) (*passage, error) {
	plain, err := k.decoder.DecodeAll(packed, make([]byte, 0, 4*len(packed)))
	if err != nil {
		return nil, fmt.Errorf("stored obligations: %w", err)
	}
	at, damaged := 0, false
	number := func() int {
		n, size := binary.Uvarint(plain[at:])
		if size <= 0 || n > uint64(len(plain)) {
			damaged = true
			return 0
		}
		at += size
		return int(n)
	}
	before, fields, text := 0, 0, 0
	for i := range number() {
		n, m := number(), number()
		switch {
		case i < part:
			before += n + m
		case i == part:
			fields, text = n, m
		}
	}
	from := at + before
	if damaged || fields == 0 || from+fields+text > len(plain) {
		return nil, fmt.Errorf("stored obligations are damaged: no %d", part)
	}
	p := &passage{text: string(plain[from+fields : from+fields+text])}
	if err := json.Unmarshal(plain[from:from+fields], p); err != nil {
		return nil, fmt.Errorf("stored obligation %d: %w", part, err)
	}
	return p, nil
}

func (k *packer) unpack(packed []byte) (*passage, error) {
	plain, err := k.decoder.DecodeAll(packed, make([]byte, 0, 3*len(packed)))
	if err != nil {
		return nil, fmt.Errorf("stored passage: %w", err)
	}
	n, size := binary.Uvarint(plain)
	if size <= 0 || uint64(len(plain)-size) < n {
		return nil, fmt.Errorf("stored passage is damaged")
	}
	p := &passage{text: string(plain[size+int(n):])}
	if err := json.Unmarshal(plain[size:size+int(n)], p); err != nil {
		return nil, fmt.Errorf("stored passage: %w", err)
	}
	return p, nil
}
