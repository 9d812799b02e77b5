package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"sort"
	"strings"

	container "github.com/ledongthuc/pdf"
)

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
