package bleveengine

import (
	"strings"

	"congvan/index/segment"
)

// column holds a key's values by document: values in order, and which each head has.
type column struct {
	values []string
	starts []uint32 // of a document's ordinals; one more than there are documents
	ords   []uint32
}

func (c *column) of(doc uint32) []uint32 { return c.ords[c.starts[doc]:c.starts[doc+1]] }

// column reads a key's column of a segment from its postings, once.
func (p *part) column(name string) (*column, error) {
	v := p.view
	v.mu.Lock()
	defer v.mu.Unlock()
	if c := v.columns[name]; c != nil {
		return c, nil
	}
	c := &column{starts: make([]uint32, v.size+1)}
	var lists []*postings
	err := p.each(fieldKey, name+"\x00", name+"\x01", func(term string, list segment.Postings) error {
		found, err := p.decode(list)
		if err != nil {
			return err
		}
		c.values = append(c.values, strings.TrimPrefix(term, name+"\x00"))
		lists = append(lists, found)
		for _, doc := range found.docs {
			c.starts[doc+1]++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for doc := range v.size {
		c.starts[doc+1] += c.starts[doc]
	}
	c.ords = make([]uint32, c.starts[v.size])
	next := append([]uint32(nil), c.starts...)
	for ord, list := range lists {
		for _, doc := range list.docs {
			c.ords[next[doc]] = uint32(ord)
			next[doc]++
		}
	}
	v.columns[name] = c
	return c, nil
}
