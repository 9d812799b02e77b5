package pdf

import (
	"bytes"
	"io"
	"strings"
)

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
