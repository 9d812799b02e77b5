package phrase

import "unicode"

// A letter's entry: the bare letter with its quality (â, ơ, đ), in lower case, and its tone.
type letter struct {
	base  uint16 // lower case, without tone
	bare  uint16 // without quality either: a, o, d
	tone  uint8  // 0 level, 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng
	kind  uint8  // isLetter, isDigit or 0
	flags Flags  // of a word that begins with it: Capital, Number
	small uint8  // 1 for a letter that is no capital
}

const (
	isLetter = 1
	isDigit  = 2
)

const tableSize = 0x1F00

// letters is indexed by code point below tableSize.
var letters = func() *[tableSize]letter {
	var t [tableSize]letter
	for r := rune(0); r < tableSize; r++ {
		low := unicode.ToLower(r)
		switch {
		case '0' <= r && r <= '9':
			t[r] = letter{base: uint16(r), bare: uint16(r), kind: isDigit, flags: Number}
		case unicode.IsLetter(r):
			t[r] = letter{base: uint16(low), bare: uint16(low), kind: isLetter}
			if low != r {
				t[r].flags = Capital
			}
		}
	}
	rows := []struct{ base, bare, toned string }{
		{"a", "a", "áàảãạ"}, {"ă", "a", "ắằẳẵặ"}, {"â", "a", "ấầẩẫậ"},
		{"e", "e", "éèẻẽẹ"}, {"ê", "e", "ếềểễệ"}, {"i", "i", "íìỉĩị"},
		{"o", "o", "óòỏõọ"}, {"ô", "o", "ốồổỗộ"}, {"ơ", "o", "ớờởỡợ"},
		{"u", "u", "úùủũụ"}, {"ư", "u", "ứừửữự"}, {"y", "y", "ýỳỷỹỵ"},
		{"đ", "d", ""}, {"ð", "d", ""},
	}
	for _, row := range rows {
		base, bare := []rune(row.base)[0], rune(row.bare[0])
		set := func(r rune, tone uint8) {
			for _, c := range []rune{r, unicode.ToUpper(r)} {
				t[c].base, t[c].bare, t[c].tone = uint16(base), uint16(bare), tone
			}
		}
		set(base, 0)
		for k, r := range []rune(row.toned) {
			set(r, uint8(k+1))
		}
	}
	for r := range t {
		if t[r].kind == isLetter && t[r].flags == 0 {
			t[r].small = 1
		}
	}
	for _, c := range []rune{'ð', 'Ð'} { // the Icelandic letter that stands for đ in many texts
		t[c].base = 'đ'
	}
	return &t
}()
