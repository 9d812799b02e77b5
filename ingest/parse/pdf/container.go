package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sort"
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

// holderList gives the reader names for what the survey found: object streams and page objects.
func holderList(s survey) string {
	var out strings.Builder
	out.WriteString("/Holders [")
	for _, h := range s.holders {
		out.WriteString(reference(h) + " ")
	}
	out.WriteString("]/Strays [")
	for _, p := range s.pages[:min(len(s.pages), maxPages)] {
		out.WriteString(reference(p) + " ")
	}
	out.WriteString("]")
	return out.String()
}

// openWith opens the body with a cross-reference stream for the objects put behind it.
func openWith(body []byte, objects []located, entries string) (*container.Reader, error) {
	latest := map[uint32]located{}
	top := uint32(0)
	for _, o := range objects {
		latest[o.id] = o
	}
	ids := make([]uint32, 0, len(latest))
	for id := range latest {
		if int(id) < 100_000+32*len(latest) { // a lone huge number would cost a huge table
			ids = append(ids, id)
			top = max(top, id)
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	var index strings.Builder
	rows := make([]byte, 0, 13*len(ids))
	for i := 0; i < len(ids); {
		j := i
		for j < len(ids) && ids[j]-ids[i] == uint32(j-i) {
			rows = appendRow(rows, latest[ids[j]])
			j++
		}
		fmt.Fprintf(&index, "%d %d ", ids[i], j-i)
		i = j
	}
	var tail bytes.Buffer
	fmt.Fprintf(&tail, "\n%d 0 obj\n<</Type/XRef/Size %d/W[1 8 4]/Index[%s]%s/Length %d>>\nstream\n", top+1, top+2, index.String(), entries, len(rows))
	tail.Write(rows)
	fmt.Fprintf(&tail, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", len(body)+1)
	whole := overlay{body: body, tail: tail.Bytes()}
	return container.NewReader(whole, int64(len(body)+tail.Len()))
}

func appendRow(rows []byte, o located) []byte {
	if o.holder != 0 {
		rows = append(rows, 2)
		rows = binary.BigEndian.AppendUint64(rows, uint64(o.holder))
		return binary.BigEndian.AppendUint32(rows, 0)
	}
	rows = append(rows, 1)
	rows = binary.BigEndian.AppendUint64(rows, uint64(o.offset))
	return binary.BigEndian.AppendUint32(rows, uint32(o.gen))
}

// overlay is the file as the container reader wants it: a header of its liking, the body, and the
// new cross-reference behind.
type overlay struct{ body, tail []byte }

const header = "%PDF-1.7\n"

func (o overlay) ReadAt(p []byte, off int64) (int, error) {
	n := 0
	if off < int64(len(o.body)) {
		n = copy(p, o.body[off:])
		for i := off; i < int64(len(header)) && int(i-off) < n; i++ {
			p[i-off] = header[i]
		}
	}
	if rest := off + int64(n) - int64(len(o.body)); n < len(p) && rest >= 0 && rest < int64(len(o.tail)) {
		n += copy(p[n:], o.tail[rest:])
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// unfoldHolders adds the objects in object streams (ISO 32000-1, 7.5.7) to those of the survey,
// in file order, so that what comes later stands.
func (f *file) unfoldHolders(s survey) (all []located, catalog string) {
	isHolder := map[uint32]bool{}
	for _, h := range s.holders {
		isHolder[h.id] = true
	}
	held := map[int][]located{} // by the holder's offset
	list := f.reader.Trailer().Key("Holders")
	for i, h := range s.holders {
		for _, member := range members(list, i) {
			if !isHolder[member.id] { // a holder inside a holder could lead back to itself
				member.holder = h.id
				held[h.offset] = append(held[h.offset], member)
			}
		}
	}
	for _, o := range s.objects {
		all = append(all, o)
		all = append(all, held[o.offset]...)
		if len(all) > maxObjects {
			break
		}
	}
	return all, s.catalog
}

// members reads the head of an object stream: pairs of an object's number and its place.
func members(list value, i int) (found []located) {
	var err error
	defer func() {
		if recover() != nil {
			found = nil
		}
	}()
	holder := list.Index(i)
	first, n := holder.Key("First").Int64(), holder.Key("N").Int64()
	if first <= 0 || first > 4<<20 || n <= 0 || n > first || !plainFilters(holder) {
		return nil
	}
	head, err := io.ReadAll(io.LimitReader(holder.Reader(), first))
	if err != nil && len(head) == 0 {
		return nil
	}
	fields := bytes.Fields(head)
	for j := 0; j+1 < len(fields) && len(found) < int(n); j += 2 {
		id, ok1 := smallInt(fields[j])
		place, ok2 := smallInt(fields[j+1])
		if !ok1 || !ok2 || place > maxHolder {
			break
		}
		if id > 0 && id <= maxObjects {
			found = append(found, located{id: uint32(id)})
		}
	}
	return found
}

func smallInt(digits []byte) (int, bool) {
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > 1<<40 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, len(digits) > 0
}

// plainFilters reports whether a stream's filters are ones that the container reader unfolds
// within bounds.
func plainFilters(stream value) bool {
	filter, params := stream.Key("Filter"), stream.Key("DecodeParms")
	check := func(name string, p value) bool {
		switch name {
		case "FlateDecode":
			predictor := p.Key("Predictor")
			columns := p.Key("Columns").Int64()
			return predictor.IsNull() || predictor.Int64() == 12 && columns > 0 && columns < maxColumns
		case "ASCII85Decode":
			return true
		}
		return false
	}
	switch filter.Kind() {
	case container.Null:
		return true
	case container.Name:
		return check(filter.Name(), params)
	case container.Array:
		for i := range filter.Len() {
			if i > 4 || !check(filter.Index(i).Name(), params.Index(i)) {
				return false
			}
		}
		return true
	}
	return false
}

// unfold reads a stream's data, at most limit bytes. Data that break off are kept as far as they go.
func unfold(stream value, limit int64) (data []byte, err error) {
	defer recoverTo(&err)
	if stream.Kind() != container.Stream {
		return nil, nil
	}
	if !plainFilters(stream) {
		return nil, damaged("filter %v is not read here", stream.Key("Filter"))
	}
	data, err = io.ReadAll(io.LimitReader(stream.Reader(), limit))
	if len(data) > 0 {
		err = nil
	}
	return data, err
}
