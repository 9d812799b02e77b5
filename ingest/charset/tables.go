package charset

import (
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// byteTables map the bytes of the one-byte encodings to runes. What an encoding leaves open reads
// as windows-1252, since its fonts draw that there: TCVN 3 text has the quotes “ ” at 93 and 94.
var tcvn3Table, visciiTable, vpsTable = func() (tcvn3, viscii, vps [256]rune) {
	for b := range 256 {
		tcvn3[b] = charmap.Windows1252.DecodeByte(byte(b))
	}
	viscii, vps = tcvn3, tcvn3
	for _, l := range letterRows {
		vps[l.vpsCapital] = l.capital
	}
	for _, l := range letterRows {
		tcvn3[l.tcvn3] = l.small
		if l.tcvn3Capital != 0 {
			tcvn3[l.tcvn3Capital] = l.capital
		}
		viscii[l.viscii], viscii[l.visciiCapital] = l.small, l.capital
		vps[l.vps] = l.small // where a capital shares the byte, the small letter is meant
	}
	for b, r := range vpsControls {
		vps[b] = r
	}
	return tcvn3, viscii, vps
}()

// vpsControls are the capitals that VPS keeps among the control characters. Programs that cannot
// write those use the small letter's byte, as letterRows has it.
var vpsControls = map[byte]rune{
	0x02: 'Ạ', 0x03: 'Ậ', 0x04: 'Ặ', 0x05: 'Ẹ', 0x06: 'Ệ', 0x10: 'Ị', 0x11: 'Ọ', 0x12: 'Ộ',
	0x13: 'Ợ', 0x14: 'Ụ', 0x15: 'Ự', 0x19: 'Ỵ', 0x1C: 'Ẫ', 0x1D: 'Ữ',
}

// tcvn3Pairs are capitals with tones as some programs write them: the bare capital, then the
// small letter with its tone. "A" B5 is À.
var tcvn3Pairs = func() map[[2]byte]rune {
	capitals := map[string]byte{"a": 'A', "e": 'E', "i": 'I', "o": 'O', "u": 'U', "y": 'Y'}
	for _, l := range letterRows {
		if l.tcvn3Capital != 0 {
			capitals[string(l.small)] = l.tcvn3Capital
		}
	}
	pairs := map[[2]byte]rune{}
	for _, l := range letterRows {
		parts := []rune(norm.NFD.String(string(l.small)))
		for i, mark := range parts {
			switch mark {
			case 0x300, 0x301, 0x303, 0x309, 0x323:
				base := norm.NFC.String(string(append(append([]rune{}, parts[:i]...), parts[i+1:]...)))
				pairs[[2]byte{capitals[base], l.tcvn3}] = l.capital
			}
		}
	}
	return pairs
}()

// tcvn3Marks are the combining marks of TCVN 5712, written after a vowel: "A" B3 is Á.
var tcvn3Marks = map[byte]rune{0xB0: 0x300, 0xB1: 0x309, 0xB2: 0x303, 0xB3: 0x301, 0xB4: 0x323}

// vniSingles and vniPairs map VNI: a letter of one byte, and a base letter with a mark after it.
// Typists mix the cases of base and mark, so a mark of either case goes with any base.
var vniSingles, vniPairs = func() (singles map[byte]rune, pairs map[[2]byte]rune) {
	singles, pairs = map[byte]rune{}, map[[2]byte]rune{}
	for _, l := range letterRows {
		if len(l.vni) == 1 {
			singles[l.vni[0]], singles[l.vniCapital[0]] = l.small, l.capital
			continue
		}
		small, capital := l.vni, l.vniCapital
		pairs[[2]byte{small[0], small[1]}], pairs[[2]byte{small[0], capital[1]}] = l.small, l.small
		pairs[[2]byte{capital[0], small[1]}], pairs[[2]byte{capital[0], capital[1]}] = l.capital, l.capital
	}
	// converters also write i and y with the marks of the other vowels: "chiùnh" for chính
	for mark, letters := range map[byte]string{0xF9: "íÍ", 0xF8: "ìÌ", 0xFB: "ỉỈ", 0xF5: "ĩĨ", 0xEF: "ịỊ"} {
		l := []rune(letters)
		pairs[[2]byte{'i', mark}], pairs[[2]byte{'i', mark &^ 0x20}] = l[0], l[0]
		pairs[[2]byte{'I', mark}], pairs[[2]byte{'I', mark &^ 0x20}] = l[1], l[1]
	}
	pairs[[2]byte{'y', 0xEF}], pairs[[2]byte{'Y', 0xCF}] = 'ỵ', 'Ỵ'
	return singles, pairs
}()

// latinByte is the windows-1252 byte of a rune, as programs store text of an old font in Unicode:
// also C1 controls for the bytes that windows-1252 leaves open, and U+F0xx of symbol fonts.
func latinByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	if 0xF020 <= r && r <= 0xF0FF {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}
