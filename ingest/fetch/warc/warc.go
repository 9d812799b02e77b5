// Package warc writes what was fetched as WARC/1.1 records (ISO 28500:2017), each packed by
// itself, so that a file that was cut off is whole up to its last record.
package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"congvan/ingest/fetch"
)

// File is a WARC file that is being written.
type File struct {
	f      *os.File
	size   int64
	z      *gzip.Writer // used again for each record: its tables are large
	packed bytes.Buffer
}

// Name is the path of a new file in a folder: prefix and the time, so that files sort as they
// were made.
func Name(folder, prefix string, now time.Time) string {
	return filepath.Join(folder, prefix+"-"+now.UTC().Format("20060102T150405.000000000")+".warc.gz")
}

// Create makes a new file at path, with a first record that says what made it. A file that is
// there already is an error.
func Create(path string, now time.Time) (*File, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("making the folder of WARC files: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, fmt.Errorf("making a WARC file: %w", err)
	}
	w := &File{f: f, z: gzip.NewWriter(io.Discard)}
	about := "software: congvan/1.0\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n"
	err = w.write("warcinfo", now, []string{"WARC-Filename", filepath.Base(f.Name()), "Content-Type", "application/warc-fields"}, []byte(about))
	if err != nil {
		return nil, err
	}
	return w, nil
}

// Path is where the file is.
func (w *File) Path() string { return w.f.Name() }

// Size is how many bytes were written.
func (w *File) Size() int64 { return w.size }

// Add writes an exchange: the request and the response.
func (w *File) Add(resp *fetch.Response) error {
	var block bytes.Buffer
	fmt.Fprintf(&block, "HTTP/1.1 %d %s\r\n", resp.Status, http.StatusText(resp.Status))
	writeHeader(&block, resp.Header)
	block.Write(resp.Wire)
	id := recordID()
	err := w.writeAs(id, "response", resp.At, []string{"WARC-Target-URI", resp.Final, "Content-Type", "application/http;msgtype=response", "WARC-Payload-Digest", digest(resp.Wire)}, block.Bytes())
	if err != nil {
		return err
	}
	block.Reset()
	at := strings.SplitN(strings.TrimPrefix(strings.TrimPrefix(resp.Final, "https://"), "http://"), "/", 2)
	path := "/"
	if len(at) == 2 {
		path += at[1]
	}
	fmt.Fprintf(&block, "GET %s HTTP/1.1\r\nHost: %s\r\n", path, at[0])
	writeHeader(&block, resp.Request)
	return w.write("request", resp.At, []string{"WARC-Target-URI", resp.Final, "WARC-Concurrent-To", id, "Content-Type", "application/http;msgtype=request"}, block.Bytes())
}

func writeHeader(block *bytes.Buffer, header http.Header) {
	for _, name := range slices.Sorted(maps.Keys(header)) {
		for _, value := range header[name] {
			fmt.Fprintf(block, "%s: %s\r\n", name, value)
		}
	}
	block.WriteString("\r\n")
}

func (w *File) write(kind string, at time.Time, fields []string, block []byte) error {
	return w.writeAs(recordID(), kind, at, fields, block)
}

// writeAs writes one record in one call, so that a killed process leaves whole ones and at most
// one that is cut.
func (w *File) writeAs(id, kind string, at time.Time, fields []string, block []byte) error {
	z := w.z
	w.packed.Reset()
	z.Reset(&w.packed)
	fmt.Fprintf(z, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Record-ID: %s\r\nWARC-Date: %s\r\n", kind, id, at.UTC().Format(time.RFC3339Nano))
	for i := 0; i+1 < len(fields); i += 2 {
		fmt.Fprintf(z, "%s: %s\r\n", fields[i], strings.NewReplacer("\r", "", "\n", "").Replace(fields[i+1]))
	}
	fmt.Fprintf(z, "WARC-Block-Digest: %s\r\nContent-Length: %d\r\n\r\n", digest(block), len(block))
	_, _ = z.Write(block) // into memory: cannot fail
	_, _ = io.WriteString(z, "\r\n\r\n")
	_ = z.Close()
	n, err := w.f.Write(w.packed.Bytes())
	w.size += int64(n)
	if err != nil {
		return fmt.Errorf("writing %s: %w", w.f.Name(), err)
	}
	return nil
}

// Close syncs the file to the disk and closes it.
func (w *File) Close() error {
	err := w.f.Sync()
	if closing := w.f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("closing %s: %w", w.f.Name(), err)
	}
	return nil
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// recordID is a random UUID (RFC 9562 section 5.4).
func recordID() string {
	var u [16]byte
	_, _ = rand.Read(u[:]) // never fails
	u[6], u[8] = u[6]&0x0F|0x40, u[8]&0x3F|0x80
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
