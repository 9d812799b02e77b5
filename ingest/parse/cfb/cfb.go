// Package cfb reads compound files ([MS-CFB]), the container of Office 97–2003 and of Outlook
// messages, from memory. Chains that run in circles or out of the file end where they do.
package cfb

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Errors of a container.
var (
	ErrDamaged = errors.New("damaged compound file")
	ErrMissing = errors.New("no such stream")
)

const (
	freeSector  = 0xFFFFFFFF
	mostSectors = 0xFFFFFFFA
	mostEntries = 100_000
)

// File is an open container.
type File struct {
	b          []byte
	sector     int // bytes of a sector
	fat, mini  []uint32
	miniStream []byte
	cutoff     uint32
	streams    map[string]entry
	order      []string
}

type entry struct {
	start uint32
	size  uint64
}

// Open reads the tables and the directory of a container.
func Open(b []byte) (*File, error) {
	if len(b) < 512 {
		return nil, fmt.Errorf("%w: shorter than its header", ErrDamaged)
	}
	shift := binary.LittleEndian.Uint16(b[30:])
	if shift != 9 && shift != 12 {
		return nil, fmt.Errorf("%w: sectors of 2^%d bytes", ErrDamaged, shift)
	}
	f := &File{b: b, sector: 1 << shift, cutoff: binary.LittleEndian.Uint32(b[56:]), streams: map[string]entry{}}
	f.readFAT()
	directory := f.chain(binary.LittleEndian.Uint32(b[48:]), -1)
	if len(directory) < 128 {
		return nil, fmt.Errorf("%w: no directory", ErrDamaged)
	}
	mini := f.chain(binary.LittleEndian.Uint32(b[60:]), -1)
	f.mini = words(mini)
	root := directory[:128]
	f.miniStream = f.chain(binary.LittleEndian.Uint32(root[116:]), int64(binary.LittleEndian.Uint32(root[120:])))
	f.walk(directory, binary.LittleEndian.Uint32(root[76:]), "", make(map[uint32]bool), 0)
	return f, nil
}

// readFAT joins the sectors of the allocation table, which the header and a chain of further
// sectors list.
func (f *File) readFAT() {
	take := func(list []byte) {
		for _, at := range words(list) {
			if at < mostSectors && len(f.fat)*f.sector/4 <= len(f.b) {
				f.fat = append(f.fat, words(f.at(at))...)
			}
		}
	}
	take(f.b[76:512])
	next := binary.LittleEndian.Uint32(f.b[68:])
	for n := 0; next < mostSectors && n <= len(f.b)/f.sector; n++ {
		list := f.at(next)
		if len(list) < f.sector {
			return
		}
		take(list[:f.sector-4])
		next = binary.LittleEndian.Uint32(list[f.sector-4:])
	}
}

// at is a sector, shorter or empty where the file ends before it does.
func (f *File) at(n uint32) []byte {
	from := (int64(n) + 1) * int64(f.sector)
	if from >= int64(len(f.b)) {
		return nil
	}
	return f.b[from:min(from+int64(f.sector), int64(len(f.b)))]
}

// chain joins the sectors of a chain, size bytes of them; all when size is negative.
func (f *File) chain(start uint32, size int64) []byte {
	var out []byte
	for n := 0; start < mostSectors && n <= len(f.b)/f.sector && (size < 0 || int64(len(out)) < size); n++ {
		out = append(out, f.at(start)...)
		if int64(start) >= int64(len(f.fat)) {
			break
		}
		start = f.fat[start]
	}
	if size >= 0 && int64(len(out)) > size {
		out = out[:size]
	}
	return out
}

// miniChain joins the sectors of 64 bytes of a small stream.
func (f *File) miniChain(start uint32, size int64) []byte {
	var out []byte
	for n := 0; start < mostSectors && n <= len(f.miniStream)/64 && int64(len(out)) < size; n++ {
		from := int64(start) * 64
		if from >= int64(len(f.miniStream)) {
			break
		}
		out = append(out, f.miniStream[from:min(from+64, int64(len(f.miniStream)))]...)
		if int64(start) >= int64(len(f.mini)) {
			break
		}
		start = f.mini[start]
	}
	return out[:min(int64(len(out)), size)]
}

// walk visits the tree of siblings under a storage.
func (f *File) walk(directory []byte, id uint32, dir string, seen map[uint32]bool, depth int) {
	type todo struct {
		id    uint32
		dir   string
		depth int
	}
	stack := []todo{{id, dir, depth}}
	for len(stack) > 0 && len(f.order) < mostEntries {
		one := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		at := int64(one.id) * 128
		if one.id == freeSector || at+128 > int64(len(directory)) || seen[one.id] || one.depth > 32 {
			continue
		}
		seen[one.id] = true
		e := directory[at : at+128]
		name := one.dir + utf16Name(e)
		left, right, child := binary.LittleEndian.Uint32(e[68:]), binary.LittleEndian.Uint32(e[72:]), binary.LittleEndian.Uint32(e[76:])
		stack = append(stack, todo{right, one.dir, one.depth})
		switch e[66] {
		case 1: // a storage
			stack = append(stack, todo{child, name + "/", one.depth + 1})
			f.order = append(f.order, name+"/")
		case 2:
			f.streams[strings.ToLower(name)] = entry{binary.LittleEndian.Uint32(e[116:]), binary.LittleEndian.Uint64(e[120:])}
			f.order = append(f.order, name)
		}
		stack = append(stack, todo{left, one.dir, one.depth})
	}
}

func utf16Name(e []byte) string {
	n := min(int(binary.LittleEndian.Uint16(e[64:])), 64)/2 - 1
	units := make([]uint16, 0, 32)
	for i := 0; i < n; i++ {
		units = append(units, binary.LittleEndian.Uint16(e[2*i:]))
	}
	return string(utf16.Decode(units))
}

// Has reports whether there is a stream of this name ("WordDocument", "dir/stream").
func (f *File) Has(name string) bool {
	_, ok := f.streams[strings.ToLower(name)]
	return ok
}

// Names are the streams and, ending in "/", the storages of the container.
func (f *File) Names() []string { return f.order }

// Stream is the content of a stream; of a damaged one, what is there.
func (f *File) Stream(name string) ([]byte, error) {
	e, ok := f.streams[strings.ToLower(name)]
	if !ok {
		return nil, fmt.Errorf("%s: %w", name, ErrMissing)
	}
	size := int64(min(e.size&0xFFFFFFFF, uint64(len(f.b)))) // in files of small sectors the upper half is not reliable
	if e.size&0xFFFFFFFF < uint64(f.cutoff) {
		return f.miniChain(e.start, size), nil
	}
	return f.chain(e.start, size), nil
}

func words(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}
