package segment

import "encoding/binary"

// cursor reads numbers one after another. Over the end of its bytes it is bad and reads zeros.
type cursor struct {
	data []byte
	at   int
	bad  bool
}

func (c *cursor) number() uint64 {
	if c.at < len(c.data) && c.data[c.at] < 0x80 {
		c.at++
		return uint64(c.data[c.at-1])
	}
	if c.at > len(c.data) {
		c.bad = true
		return 0
	}
	n, size := binary.Uvarint(c.data[c.at:])
	if size <= 0 {
		c.bad, c.at = true, len(c.data)
		return 0
	}
	c.at += size
	return n
}

// int is a number that counts or places bytes: never more than there can be.
func (c *cursor) int() int {
	n := c.number()
	if n > uint64(1)<<48 {
		c.bad = true
		return 0
	}
	return int(n)
}

func (c *cursor) bytes(n int) []byte {
	if c.bad || n < 0 || n > len(c.data)-c.at {
		c.bad = true
		return nil
	}
	c.at += n
	return c.data[c.at-n : c.at]
}

// index reads the number and the place of block offsets.
func (c *cursor) index() offsets {
	n, at := c.int(), c.int()
	if c.bad || at > len(c.data) || n > (len(c.data)-at)/8 {
		c.bad = true
		return nil
	}
	return offsets(c.data[at : at+8*n])
}

// offsets are places in the file, eight bytes each.
type offsets []byte

func (o offsets) len() int { return len(o) / 8 }

func (o offsets) at(i int) int {
	n := binary.LittleEndian.Uint64(o[8*i:])
	if n > uint64(1)<<48 {
		return 1 << 48 // no place in any file
	}
	return int(n)
}
