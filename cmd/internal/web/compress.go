package web

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync"
)

// compressor compresses answers of text for clients that take gzip.
type compressor struct {
	next    http.Handler
	writers sync.Pool
}

func newCompressor(next http.Handler) *compressor {
	return &compressor{next: next, writers: sync.Pool{New: func() any {
		w, _ := gzip.NewWriterLevel(io.Discard, gzip.BestSpeed) // the level is one there is
		return w
	}}}
}

func (c *compressor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Add("Vary", "Accept-Encoding")
	if !takesGzip(r.Header.Get("Accept-Encoding")) || r.Method == http.MethodHead {
		c.next.ServeHTTP(w, r)
		return
	}
	cw := &compressedWriter{ResponseWriter: w, from: c}
	defer cw.close()
	c.next.ServeHTTP(cw, r)
}

// takesGzip reads Accept-Encoding (RFC 9110, 12.5.3): gzip, but not gzip;q=0.
func takesGzip(accept string) bool {
	for coding := range strings.SplitSeq(accept, ",") {
		name, weight, _ := strings.Cut(coding, ";")
		if strings.EqualFold(strings.TrimSpace(name), "gzip") {
			weight = strings.TrimSpace(weight)
			return weight != "q=0" && !strings.HasPrefix(weight, "q=0.0")
		}
	}
	return false
}

// compressedWriter decides when the headers are known whether the answer gains by it.
type compressedWriter struct {
	http.ResponseWriter
	from    *compressor
	gzip    *gzip.Writer
	decided bool
}

func (w *compressedWriter) WriteHeader(status int) {
	if !w.decided && status >= 200 {
		w.decided = true
		h := w.Header()
		if status != http.StatusNoContent && status != http.StatusNotModified && h.Get("Content-Encoding") == "" && gains(h.Get("Content-Type")) {
			h.Del("Content-Length")
			h.Set("Content-Encoding", "gzip")
			if tag := h.Get("ETag"); tag != "" && !strings.HasPrefix(tag, "W/") {
				h.Set("ETag", "W/"+tag) // other bytes, the same meaning
			}
			w.gzip = w.from.writers.Get().(*gzip.Writer)
			w.gzip.Reset(w.ResponseWriter)
		}
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *compressedWriter) Write(b []byte) (int, error) {
	if !w.decided {
		w.WriteHeader(http.StatusOK)
	}
	if w.gzip != nil {
		return w.gzip.Write(b)
	}
	return w.ResponseWriter.Write(b)
}

func (w *compressedWriter) close() {
	if w.gzip != nil {
		_ = w.gzip.Close() // the client has gone if this fails
		w.from.writers.Put(w.gzip)
	}
}

// gains reports whether a media type is text; sheets and originals are packed already.
func gains(media string) bool {
	media, _, _ = strings.Cut(media, ";")
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") || strings.HasSuffix(media, "jsonl")
}

// Unwrap lets http.ResponseController reach the connection.
func (w *compressedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
