// Package segment is the form of the index on disk: a file that never changes once it is written,
// with the terms of its entries, which entries have each term and how often, and what is stored
// with an entry. It plugs into bleve's scorch in the place of the general segments, which keep
// lengths, places and columns that nobody here asks for, and whose postings cost 100 ns each to
// read; one here costs a byte or two, and 2 ns.
//
// A file is, one after the other:
//
//	magic
//	what is stored with each entry
//	for each field: the postings of its terms; its terms in blocks; where the blocks begin
//	the entries' names and where their stored bytes end, in blocks; where the blocks begin
//	the footer: the number of entries, and of each field its name, terms, blocks and their place
//	the footer's place (8 bytes), magic, and as in the library's own form the version and the
//	CRC-32 of all before it (4 bytes each, the greater end first)
package segment

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/mmap-go"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

const magic = "congvan1"

// trailer is the length of what stands after the footer: its place, magic, version, checksum.
const trailer = 8 + len(magic) + 4 + 4

// ErrDamaged says that a segment's bytes are not those that were written.
var ErrDamaged = errors.New("the segment is damaged")

// Segment is one file, or the same bytes in memory before they are written. Its methods may be
// called at the same time.
type Segment struct {
	path   string
	data   []byte
	mapped mmap.MMap // nil: in memory
	refs   atomic.Int64
	count  int
	fields map[byte]dictionary
	names  table
}

var (
	_ api.UnpersistedSegment = (*Segment)(nil)
	_ api.PersistedSegment   = (*mappedSegment)(nil)
)

// mappedSegment is a segment that is a file. The engine tells by its methods whether a segment
// has to be written.
type mappedSegment struct{ *Segment }

// Path is the file.
func (s *mappedSegment) Path() string { return s.path }

// Persist does nothing: the segment is a file already.
func (s *mappedSegment) Persist(string) error { return nil }

// open maps a file into memory.
func open(path string) (*mappedSegment, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // the mapping stays
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() < int64(len(magic)+trailer) {
		return nil, fmt.Errorf("open segment %s: %w: %d bytes", path, ErrDamaged, info.Size())
	}
	mapped, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("open segment %s: %w", path, err)
	}
	s := &Segment{path: path, data: mapped, mapped: mapped}
	if err := s.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("open segment %s: %w", path, err), mapped.Unmap())
	}
	return &mappedSegment{s}, nil
}

// load reads the footer.
func (s *Segment) load() error {
	s.refs.Store(1)
	end := len(s.data) - trailer
	if end < len(magic) || string(s.data[:len(magic)]) != magic || string(s.data[end+8:end+8+len(magic)]) != magic {
		return fmt.Errorf("%w: it does not begin and end as one", ErrDamaged)
	}
	at := binary.LittleEndian.Uint64(s.data[end:])
	if at > uint64(end) {
		return fmt.Errorf("%w: its footer is out of place", ErrDamaged)
	}
	c := cursor{data: s.data[:end], at: int(at)}
	s.count = c.int()
	s.names = table{data: s.data, index: c.index()}
	s.fields = make(map[byte]dictionary)
	for range c.int() {
		name, terms := byte(c.int()), c.int()
		s.fields[name] = dictionary{data: s.data, terms: terms, blocks: c.index()}
		if c.bad {
			break
		}
	}
	if c.bad || c.at != end || s.count > 32*s.names.index.len() {
		return fmt.Errorf("%w: its footer says nothing", ErrDamaged)
	}
	return nil
}

// Count is the number of entries.
func (s *Segment) Count() uint64 { return uint64(s.count) }

// DocID is the name of an entry.
func (s *Segment) DocID(doc uint64) ([]byte, error) {
	row, err := s.names.row(doc, s.count)
	return row.name, err
}

// Stored are the bytes stored with an entry: part of the segment, to be copied.
func (s *Segment) Stored(doc uint32) ([]byte, error) {
	row, err := s.names.row(uint64(doc), s.count)
	if err != nil {
		return nil, err
	}
	if row.from > row.to || row.to > len(s.data) {
		return nil, fmt.Errorf("%w: entry %d", ErrDamaged, doc)
	}
	return s.data[row.from:row.to], nil
}

// DocNumbers are the entries with the names. A name is its owner, #, and a number, and each
// entry is found under its owner, which is looked for once however many entries it has.
func (s *Segment) DocNumbers(names []string) (*roaring.Bitmap, error) {
	wanted := make(map[string]bool, len(names))
	owners := make(map[string]bool)
	for _, name := range names {
		wanted[name] = true
		owners[name[:max(0, strings.LastIndexByte(name, '#'))]] = true
	}
	found := roaring.New()
	owner := s.fields[Owner]
	for name := range owners {
		list, ok, err := owner.find([]byte(name))
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		err = list.Visit(func(doc, _ uint32) {
			if row, e := s.names.row(uint64(doc), s.count); e != nil {
				err = e
			} else if wanted[string(row.name)] {
				found.Add(doc)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// Size is what the segment holds in memory, in bytes.
func (s *Segment) Size() int {
	if s.mapped != nil {
		return 1 << 10
	}
	return len(s.data)
}

// AddRef and DecRef count who uses the segment; the last one closes it.
func (s *Segment) AddRef() { s.refs.Add(1) }

// DecRef says that one who used the segment does no longer.
func (s *Segment) DecRef() error {
	if s.refs.Add(-1) != 0 || s.mapped == nil {
		return nil
	}
	return s.mapped.Unmap()
}

// Close is DecRef for the one who opened the segment.
func (s *Segment) Close() error { return s.DecRef() }

// Persist writes the segment to a file.
func (s *Segment) Persist(path string) error {
	return writeFile(path, func(out io.Writer) error {
		_, err := out.Write(s.data)
		return err
	})
}

// Fields, Dictionary and VisitStoredFields are how others than the engine would read a segment;
// there are none.
func (s *Segment) Fields() []string { return nil }

// Dictionary says that terms are read in another way.
func (s *Segment) Dictionary(field string) (api.TermDictionary, error) {
	return nil, fmt.Errorf("field %s: the terms of a segment are read by Postings and Terms", field)
}

// VisitStoredFields says that stored bytes are read in another way.
func (s *Segment) VisitStoredFields(uint64, api.StoredFieldValueVisitor) error {
	return errors.New("what a segment stores is read by Stored")
}

// BytesRead, ResetBytesRead and BytesWritten are figures that nobody asks for.
func (s *Segment) BytesRead() uint64 { return 0 }

// ResetBytesRead does nothing.
func (s *Segment) ResetBytesRead(uint64) {}

// BytesWritten is 0.
func (s *Segment) BytesWritten() uint64 { return 0 }
