package segment

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
)

// writer writes a segment: all entries, then field by field the terms in order.
type writer struct {
	out   *bufio.Writer
	at    int
	sum   hash.Hash32
	names blocks
	count int
	terms blocks // of the present field
	field byte
	n     int // terms of the present field
	place int // of its next postings
	foot  []byte
	done  int // fields
}

// blocks are rows written as differences from the one before, and where each block of them begins.
type blocks struct {
	bytes  []byte
	starts []int
	last   []byte
}

// begin starts a block when the row with this number is the first of one, with a number that the
// rows count on from.
func (b *blocks) begin(row, size, base int) {
	if row%size == 0 {
		b.starts = append(b.starts, len(b.bytes))
		b.bytes = binary.AppendUvarint(b.bytes, uint64(base))
		b.last = b.last[:0]
	}
}

func (b *blocks) key(key []byte) {
	shared := 0
	for shared < len(key) && shared < len(b.last) && key[shared] == b.last[shared] {
		shared++
	}
	b.bytes = binary.AppendUvarint(b.bytes, uint64(shared))
	b.bytes = binary.AppendUvarint(b.bytes, uint64(len(key)-shared))
	b.bytes = append(b.bytes, key[shared:]...)
	b.last = append(b.last[:0], key...)
}

func newWriter(out io.Writer) *writer {
	w := &writer{sum: crc32.NewIEEE()}
	w.out = bufio.NewWriterSize(io.MultiWriter(out, w.sum), 256<<10)
	w.write([]byte(magic))
	return w
}

func (w *writer) write(b []byte) {
	w.out.Write(b) //nolint:errcheck // Flush tells
	w.at += len(b)
}

// entry writes the next entry.
func (w *writer) entry(name, stored []byte) {
	w.names.begin(w.count, tableBlock, w.at)
	w.names.key(name)
	w.names.bytes = binary.AppendUvarint(w.names.bytes, uint64(len(stored)))
	w.count++
	w.write(stored)
}

// begin starts a field, after the one before is ended.
func (w *writer) begin(field byte) {
	w.field, w.n, w.place = field, 0, w.at
	w.terms = blocks{bytes: w.terms.bytes[:0], starts: w.terms.starts[:0], last: w.terms.last[:0]}
}

// term writes the next term of the field and its n encoded postings.
func (w *writer) term(term []byte, n int, postings []byte) {
	w.terms.begin(w.n, dictionaryBlock, w.at)
	w.terms.key(term)
	w.terms.bytes = binary.AppendUvarint(w.terms.bytes, uint64(n))
	w.n++
	if n == 1 {
		w.terms.bytes = append(w.terms.bytes, postings...)
		return
	}
	w.terms.bytes = binary.AppendUvarint(w.terms.bytes, uint64(len(postings)))
	w.write(postings)
}

// end ends a field. One without terms leaves no trace.
func (w *writer) end() {
	if w.n == 0 {
		return
	}
	w.foot = append(w.foot, w.field)
	w.foot = binary.AppendUvarint(w.foot, uint64(w.n))
	w.blocks(&w.terms)
	w.done++
}

// blocks writes blocks and where they begin, and notes both for the footer.
func (w *writer) blocks(b *blocks) {
	base := w.at
	w.write(b.bytes)
	w.foot = binary.AppendUvarint(w.foot, uint64(len(b.starts)))
	w.foot = binary.AppendUvarint(w.foot, uint64(w.at))
	var place [8]byte
	for _, start := range b.starts {
		binary.LittleEndian.PutUint64(place[:], uint64(base+start))
		w.write(place[:])
	}
}

// finish writes the rest; the segment is whole then.
func (w *writer) finish() error {
	fields := w.foot
	w.foot = nil
	w.blocks(&w.names)
	at := w.at
	foot := binary.AppendUvarint(nil, uint64(w.count))
	foot = append(foot, w.foot...)
	foot = binary.AppendUvarint(foot, uint64(w.done))
	foot = append(foot, fields...)
	foot = binary.LittleEndian.AppendUint64(foot, uint64(at))
	w.write(binary.BigEndian.AppendUint32(append(foot, magic...), FormatVersion))
	if err := w.out.Flush(); err != nil {
		return err
	}
	w.write(binary.BigEndian.AppendUint32(nil, w.sum.Sum32()))
	return w.out.Flush()
}

// writeFile makes a file of what write writes; when it fails there is none.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	if err = write(f); err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(path) // it says less than err
		return fmt.Errorf("write segment %s: %w", path, err)
	}
	return nil
}
