package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"congvan/corpus"

	container "github.com/ledongthuc/pdf"
)

type value = container.Value

// Limits on what a stream may unfold to, in bytes.
const (
	maxHolder  = 32 << 20 // an object stream
	maxContent = 64 << 20 // a page's content
	maxColumns = 1 << 20  // a predictor's row
)

// Refusal says why a file cannot be read, as a status to keep with it.
type Refusal struct {
	Status corpus.Status
	Reason string
}

const reasonPassword = "the file needs a password"

func (r *Refusal) Error() string { return "pdf: " + r.Reason }

func damaged(format string, args ...any) error {
	return &Refusal{corpus.StatusDamaged, fmt.Sprintf(format, args...)}
}

// file is a PDF file opened through a cross-reference of our own making.
type file struct {
	reader    *container.Reader
	encrypted bool
}

// open surveys the bytes and hands them to the container reader with a fresh cross-reference.
// Junk before the header and after the end does no harm.
func open(b []byte) (f *file, err error) {
	defer recoverTo(&err)
	start := bytes.Index(b[:min(len(b), 64<<10)], []byte("%PDF-"))
	if start < 0 {
		return nil, damaged("no PDF header in the first 64 KB")
	}
	body := b[start:]
	found := scanObjects(body)
	if len(found.objects) == 0 {
		return nil, damaged("no objects in the file")
	}
	trailer := trailerEntries(found)
	if !strings.Contains(trailer, "/Root") && found.catalog == "" && len(found.holders) == 0 {
		return nil, damaged("no catalog in the file")
	}
	f = &file{encrypted: strings.Contains(trailer, "/Encrypt")}
	f.reader, err = openWith(body, found.objects, trailer+holderList(found))
	if err == nil && f.encrypted && f.shortKey() {
		err = errors.New("a key of 40 bits")
	}
	if err != nil || len(found.holders) == 0 {
		return f, classify(err, trailer)
	}
	objects, catalog := f.unfoldHolders(found)
	if !strings.Contains(trailer, "/Root") {
		if catalog == "" {
			return nil, damaged("no catalog in the file")
		}
		trailer += "/Root " + catalog
	}
	f.reader, err = openWith(body, objects, trailer+holderList(found))
	return f, classify(err, trailer)
}

// shortKey reports whether the file is encrypted with 40 bits, which the container reader gets
// wrong.
func (f *file) shortKey() (short bool) {
	defer func() { _ = recover() }()
	how := f.reader.Trailer().Key("Encrypt")
	return how.Key("V").Int64() == 1 || how.Key("V").Int64() == 2 && how.Key("Length").Int64() <= 40
}

// classify turns the container's errors into refusals.
func classify(err error, trailer string) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, container.ErrInvalidPassword):
		return &Refusal{corpus.StatusProtected, reasonPassword}
	case strings.Contains(trailer, "/Encrypt"):
		return &Refusal{corpus.StatusProtected, "the file is encrypted in a way that is not read here: " + err.Error()}
	}
	return damaged("the file's structure cannot be read: %v", err)
}

// recoverTo turns the container's panics into errors.
func recoverTo(err *error) {
	if cause := recover(); cause != nil {
		if e, ok := cause.(error); ok {
			*err = damaged("%v", e)
		} else {
			*err = damaged("%v", cause)
		}
	}
}

// trailerEntries are the entries of the newest trailer that names a root: what an update appends
// comes later in the file.
func trailerEntries(s survey) string {
	root, encrypt, id, about := "", "", "", ""
	for _, t := range s.trailers {
		if r := entry(t, "/Root"); r != "" { // what an older trailer says of encryption holds no more
			root, encrypt = r, entry(t, "/Encrypt")
		}
		if i := entry(t, "/ID"); i != "" {
			id = i
		}
		if i := entry(t, "/Info"); i != "" {
			about = i
		}
	}
	if root == "" {
		root = s.catalog
	}
	var out strings.Builder
	for _, e := range [...][2]string{{"/Root ", root}, {"/Encrypt ", encrypt}, {"/ID ", id}, {"/Info ", about}} {
		if e[1] != "" {
			out.WriteString(e[0] + e[1])
		}
	}
	return out.String()
}

// entry is the raw value of a key of a dictionary: a reference, an array or a dictionary.
func entry(dictionary []byte, key string) string {
	i := bytes.Index(dictionary, []byte(key))
	if i < 0 || isRegular(at(dictionary, i+len(key))) {
		return ""
	}
	rest := bytes.TrimLeft(dictionary[i+len(key):], " \r\n\t\f\x00")
	switch {
	case bytes.HasPrefix(rest, []byte("<<")):
		return string(dictionaryAt(rest, 0))
	case bytes.HasPrefix(rest, []byte("[")):
		for j := 0; j < len(rest); j++ {
			if rest[j] == '(' {
				j = skipLiteral(rest, j)
			} else if rest[j] == ']' {
				return string(rest[:j+1])
			}
		}
	default:
		var id, gen int
		if n, _ := fmt.Sscanf(string(rest[:min(len(rest), 24)]), "%d %d R", &id, &gen); n == 2 && id > 0 {
			return fmt.Sprintf("%d %d R", id, gen)
		}
	}
	return ""
}
