package fetch

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"io"
	"net/http"
	"strings"
	"time"
)

const (
	freeSwell = 1 << 20 // bytes that any packed body may grow to
	maxSwell  = 200     // times its packed size beyond that; pages reach 50
)

// body reads an answer's body within limits.
type body struct {
	patience time.Duration
	minRate  int64
	limit    int64
	cut      bool // keep what is within the limit
	stop     context.CancelCauseFunc

	decoded, wire []byte
}

func (b *body) read(answer *http.Response) error {
	encoding := strings.ToLower(strings.TrimSpace(answer.Header.Get("Content-Encoding")))
	if answer.ContentLength > b.limit && !b.cut {
		return errTooLarge
	}
	watched := b.watch(answer.Body)
	defer watched.timer.Stop()
	switch encoding {
	case "", "identity", "utf-8": // the last is said by servers that mean the charset
		content, err := b.upToLimit(watched, answer.ContentLength)
		if err != nil {
			return err
		}
		b.decoded, b.wire = content, content
		if answer.ContentLength < 0 && len(answer.TransferEncoding) == 0 && answer.ProtoMajor == 1 && !hasEnd(content) {
			return errShort
		}
		return nil
	case "gzip", "x-gzip", "deflate":
	default:
		return errEncoding
	}
	var wire bytes.Buffer
	packed := io.TeeReader(watched, &wire)
	var unpacked io.Reader
	var err error
	if encoding == "deflate" {
		unpacked, err = zlib.NewReader(packed)
	} else {
		unpacked, err = gzip.NewReader(packed)
	}
	if err == io.EOF && wire.Len() == 0 {
		return nil // no body at all
	}
	if err != nil {
		return err
	}
	b.decoded, err = b.upToLimit(&swelling{from: unpacked, packed: watched}, -1)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, io.LimitReader(packed, 64<<10)) // to the end, where a wrong length shows
	b.wire = wire.Bytes()
	return err
}

// discard reads the little that an answer without a use has, so that the connection can be used
// again.
func (b *body) discard(answer *http.Response) {
	watched := b.watch(answer.Body)
	defer watched.timer.Stop()
	_, _ = io.CopyN(io.Discard, watched, 64<<10)
}

// upToLimit reads all of r, or says that it is more than the limit.
func (b *body) upToLimit(r io.Reader, announced int64) ([]byte, error) {
	var buffer bytes.Buffer
	if announced > 0 && announced < 4<<20 { // a larger claim must be made good first
		buffer.Grow(int(announced) + bytes.MinRead)
	}
	n, err := buffer.ReadFrom(io.LimitReader(r, b.limit+1))
	if err == nil && n > b.limit {
		if !b.cut {
			err = errTooLarge
		}
		buffer.Truncate(int(b.limit))
	}
	return buffer.Bytes(), err
}

// watched is a body whose pace is watched: a silence stops it, and so does a trickle.
type watched struct {
	b     *body
	from  io.Reader
	timer *time.Timer
	began time.Time
	bytes int64
}

func (b *body) watch(from io.Reader) *watched {
	return &watched{b: b, from: from, began: time.Now(), timer: time.AfterFunc(b.patience, func() { b.stop(errSlow) })}
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.from.Read(p)
	w.bytes += int64(n)
	w.timer.Reset(w.b.patience)
	if since := time.Since(w.began); err == nil && since > w.b.patience && float64(w.bytes) < since.Seconds()*float64(w.b.minRate) {
		return n, errSlow
	}
	return n, err
}

// swelling stops a body that grows out of proportion: 10 MB that unpack to 10 GB.
type swelling struct {
	from   io.Reader
	packed *watched
	bytes  int64
}

func (s *swelling) Read(p []byte) (int, error) {
	n, err := s.from.Read(p)
	s.bytes += int64(n)
	if s.bytes > freeSwell && s.bytes > maxSwell*s.packed.bytes {
		return n, errBomb
	}
	return n, err
}

// hasEnd reports whether a body that only the end of the connection delimits looks whole. Forms
// that have no end of their own pass.
func hasEnd(content []byte) bool {
	tail := content[max(0, len(content)-2048):]
	head := bytes.ToLower(bytes.TrimLeft(content[:min(len(content), 512)], " \t\r\n\xEF\xBB\xBF"))
	switch {
	case bytes.HasPrefix(head, []byte("%pdf-")):
		return bytes.Contains(tail, []byte("%%EOF"))
	case bytes.HasPrefix(head, []byte("pk\x03\x04")):
		return bytes.Contains(content[max(0, len(content)-66000):], []byte("PK\x05\x06"))
	case bytes.HasPrefix(head, []byte("<!doctype html")), bytes.HasPrefix(head, []byte("<html")):
		lower := bytes.ToLower(tail)
		return bytes.Contains(lower, []byte("</html>")) || bytes.Contains(lower, []byte("</body>"))
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		return bytes.HasSuffix(bytes.TrimRight(tail, "\x00 \r\n"), []byte("}"))
	}
	return true
}
