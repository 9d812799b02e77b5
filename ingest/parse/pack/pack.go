// Package pack opens zip containers, the wrapping of office files and archives, within limits.
package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/form"

	kflate "github.com/klauspost/compress/flate"
)

// Errors that say why a member cannot be had; StatusOf turns them into an outcome.
var (
	ErrMissing   = errors.New("no such part")
	ErrTooLarge  = errors.New("unpacks to more than the limit")
	ErrProtected = errors.New("needs a password")
)

// Zip is an open container.
type Zip struct {
	Files  []*zip.File
	byName map[string]*zip.File
	left   int64 // bytes that may still be unpacked
	limits form.Limits
}

// Open reads the directory of a container.
func Open(content []byte, limits form.Limits) (*Zip, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("reading the directory: %w", err)
	}
	r.RegisterDecompressor(zip.Deflate, kflate.NewReader)
	z := &Zip{Files: r.File, byName: make(map[string]*zip.File, len(r.File)), left: limits.Total, limits: limits}
	for _, f := range r.File {
		if name := key(f.Name); z.byName[name] == nil {
			z.byName[name] = f
		}
	}
	return z, nil
}

// Has reports whether there is a member of this name. Case and the direction of slashes differ
// between makers and do not count.
func (z *Zip) Has(name string) bool { return z.byName[key(name)] != nil }

func key(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, "\\", "/"), "/"))
}

// Read unpacks the member of this name.
func (z *Zip) Read(name string) ([]byte, error) {
	f := z.byName[key(name)]
	if f == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrMissing)
	}
	return z.Unpack(f)
}

// Unpack reads a member to its end, or to the limits on size and on the ratio of packing.
func (z *Zip) Unpack(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%s: %w", f.Name, ErrProtected)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", f.Name, err)
	}
	defer r.Close()
	most := z.left
	if packed := int64(f.CompressedSize64); packed < most/z.limits.Ratio {
		most = max(packed*z.limits.Ratio, 16<<20)
	}
	var out bytes.Buffer
	if size := f.UncompressedSize64; size <= uint64(min(most, 16<<20)) {
		out.Grow(int(size) + bytes.MinRead)
	}
	n, err := io.Copy(&out, io.LimitReader(r, most+1))
	if n > most {
		return nil, fmt.Errorf("%s: %w of %d bytes", f.Name, ErrTooLarge, most)
	}
	z.left -= n
	if err != nil && !errors.Is(err, zip.ErrChecksum) {
		return out.Bytes(), fmt.Errorf("unpacking %s: %w", f.Name, err)
	}
	return out.Bytes(), nil
}

// StatusOf is the outcome that an error of a container stands for.
func StatusOf(err error) corpus.Status {
	switch {
	case errors.Is(err, ErrTooLarge):
		return corpus.StatusTooLarge
	case errors.Is(err, ErrProtected):
		return corpus.StatusProtected
	case errors.Is(err, zip.ErrAlgorithm):
		return corpus.StatusUnsupported
	}
	return corpus.StatusDamaged
}
