package slides

import "encoding/binary"

// firstFont is the font of the first run of a text of n characters that names one
// ([MS-PPT] 2.9.44: runs of paragraphs, then runs of characters), -1 for none.
func firstFont(b []byte, n int) int {
	u16 := func() int {
		if len(b) < 2 {
			b = nil
			return 0
		}
		v := int(binary.LittleEndian.Uint16(b))
		b = b[2:]
		return v
	}
	u32 := func() int { low := u16(); return low | u16()<<16 }
	skip := func(on bool, size int) {
		if on {
			b = b[min(size, len(b)):]
		}
	}
	for covered := 0; covered < n+1 && len(b) > 0; { // paragraphs ([MS-PPT] 2.9.20)
		count := u32()
		covered += max(count, 1)
		u16() // indent
		mask := u32()
		skip(mask&0xF != 0, 2)
		skip(mask&0x80 != 0, 2)   // bullet character
		skip(mask&0x10 != 0, 2)   // its font
		skip(mask&0x40 != 0, 2)   // its size
		skip(mask&0x20 != 0, 4)   // its colour
		skip(mask&0x800 != 0, 2)  // alignment
		skip(mask&0x1000 != 0, 2) // line spacing
		skip(mask&0x2000 != 0, 2) // before
		skip(mask&0x4000 != 0, 2) // after
		skip(mask&0x100 != 0, 2)  // left margin
		skip(mask&0x400 != 0, 2)  // indent
		skip(mask&0x8000 != 0, 2) // tab size
		if mask&0x100000 != 0 {   // tab stops
			skip(true, 4*u16())
		}
		skip(mask&0x10000 != 0, 2)  // font alignment
		skip(mask&0xE0000 != 0, 2)  // wrapping
		skip(mask&0x200000 != 0, 2) // direction
	}
	for covered := 0; covered < n+1 && len(b) > 0; { // characters ([MS-PPT] 2.9.18)
		count := u32()
		covered += max(count, 1)
		mask := u32()
		skip(mask&0xFFFF != 0, 2)
		if mask&0x10000 != 0 {
			return u16()
		}
		skip(mask&0x200000 != 0, 2)
		skip(mask&0x400000 != 0, 2)
		skip(mask&0x800000 != 0, 2)
		skip(mask&0x20000 != 0, 2)
		skip(mask&0x40000 != 0, 4)
		skip(mask&0x80000 != 0, 2)
	}
	return -1
}
