package word

import (
	"strings"

	"congvan/ingest/parse/form"
)

// pattern is a list: its levels and how far they have counted.
type pattern struct {
	levels  []form.Level
	counter form.Counter
}

// override is a use of a list (LFO), by which paragraphs refer to it.
type override struct {
	list   uint32
	starts map[int]int
}

const (
	lstSize = 28 // LSTF
	lvlSize = 28 // LVLF
	lfoSize = 16 // LFO
)

// readLists reads the lists ([MS-DOC] 2.9.131, 2.9.150) and their uses. The levels stand behind
// the table of lists, outside its length.
func (d *document) readLists() {
	d.lists = map[uint32]*pattern{}
	b := d.part(fibLists)
	n := int(u16(b, 0))
	if len(b) < 2+n*lstSize {
		return
	}
	heads := b[2 : 2+n*lstSize]
	at := int(u32(d.main, 0x9A+8*fibLists)) + 2 + n*lstSize
	for i := range n {
		head := heads[i*lstSize:]
		count := 9
		if head[26]&1 != 0 {
			count = 1
		}
		p := &pattern{}
		for range count {
			level, size := readLevel(d.table, at)
			if size == 0 {
				break
			}
			p.levels = append(p.levels, level)
			at += size
		}
		d.lists[u32(head, 0)] = p
	}
	d.readOverrides()
}

// readLevel reads a level and says how long it is, 0 when it is cut off.
func readLevel(b []byte, at int) (form.Level, int) {
	if at < 0 || at+lvlSize > len(b) {
		return form.Level{}, 0
	}
	f := b[at : at+lvlSize]
	level := form.Level{Start: int(int32(u32(f, 0))), Format: numeral(f[4])}
	text := at + lvlSize + int(f[24]) + int(f[25])
	if text+2 > len(b) {
		return form.Level{}, 0
	}
	n := int(u16(b, text))
	if text+2+2*n > len(b) {
		return form.Level{}, 0
	}
	var out strings.Builder
	for i := range n {
		c := u16(b, text+2+2*i)
		if c < 9 {
			out.WriteString("%" + string(rune('1'+c)))
		} else {
			out.WriteRune(rune(c))
		}
	}
	level.Text = out.String()
	return level, text + 2 + 2*n - at
}

func (d *document) readOverrides() {
	b := d.part(fibOverrides)
	n := int(u32(b, 0))
	if n < 0 || n > len(b)/lfoSize {
		return
	}
	at := 4 + n*lfoSize
	for i := range n {
		head := b[4+i*lfoSize:]
		o := override{list: u32(head, 0), starts: map[int]int{}}
		at += 4
		for range int(head[12]) {
			if at+8 > len(b) {
				break
			}
			start, flags := int(int32(u32(b, at))), u32(b, at+4)
			at += 8
			if flags&0x10 != 0 {
				o.starts[int(flags&0xF)] = start
			}
			if flags&0x20 != 0 {
				_, size := readLevel(b, at)
				at += size
			}
		}
		d.overrides = append(d.overrides, o)
	}
}

// label counts a paragraph of a list and returns its label, "" when it has none.
func (d *document) label(list, level int) string {
	if list < 1 || list > len(d.overrides) {
		return ""
	}
	o := d.overrides[list-1]
	p := d.lists[o.list]
	if p == nil {
		return ""
	}
	if start, ok := o.starts[level]; ok && level < 9 {
		p.counter.Set(level, start)
		delete(o.starts, level)
	}
	return p.counter.Next(p.levels, level)
}

func numeral(nfc byte) form.Numeral {
	switch nfc {
	case 1:
		return form.UpperRoman
	case 2:
		return form.LowerRoman
	case 3:
		return form.UpperLetter
	case 4:
		return form.LowerLetter
	case 22:
		return form.DecimalZero
	case 23:
		return form.Bullet
	case 255:
		return form.NoNumeral
	}
	return form.Decimal
}
