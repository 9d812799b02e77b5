package pipeline

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// fileURI names a file the same from wherever the program is started. Bytes of its name that are
// not UTF-8 are written %FF, since records are.
func fileURI(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if utf8.ValidString(path) {
		return path
	}
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i, r := range path {
		if c := path[i]; r == utf8.RuneError && c != '\xEF' { // U+FFFD itself begins with EF
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// filePath is the path of the file that fileURI named, "" when it is no file.
func filePath(uri string) string {
	if strings.HasPrefix(uri, "stdin:") || strings.Contains(uri, "://") {
		return ""
	}
	path := filepath.FromSlash(uri)
	if _, err := os.Lstat(path); err != nil {
		if raw, err := url.PathUnescape(uri); err == nil && !utf8.ValidString(raw) {
			return filepath.FromSlash(raw)
		}
	}
	return path
}

// Unread are the paths of the files that could not be read last time, or of which a member could
// not: what "ingest --retry" reads again.
func (p *Pipeline) Unread(ctx context.Context) ([]string, error) {
	uris, err := p.store.Unread(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrStore, err)
	}
	var paths []string
	for _, uri := range uris {
		if path := filePath(uri); path != "" {
			paths = append(paths, path)
		}
	}
	return paths, nil
}
