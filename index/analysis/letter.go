package analysis

// A letter is a bare letter with a quality mark (the breve of ă, the circumflex of â, the horn
// of ơ, the stroke of đ) and a tone mark. Both are 0 where there is none.
type letter struct {
	bare    byte
	quality byte // '1' breve, '2' circumflex, '3' horn, '4' stroke
	tone    byte // 'f' huyền, 's' sắc, 'r' hỏi, 'x' ngã, 'j' nặng: the keys of Telex
}

// lastLetter is the last marked Vietnamese letter, ỹ.
const lastLetter = 'ỹ'

// letters holds the marked Vietnamese letters, upper and lower case, by code point.
var letters = buildLetters()

const tones = "fsrxj"

func buildLetters() *[lastLetter + 1]letter {
	var table [lastLetter + 1]letter
	for _, r := range "đĐðÐƉ" { // eth and the African D stand for Đ in texts of old tools
		table[r] = letter{'d', '4', 0}
	}
	for _, row := range []struct {
		lower, upper string
		bare         byte
		quality      byte
	}{
		{"aàáảãạ", "AÀÁẢÃẠ", 'a', 0}, {"ăằắẳẵặ", "ĂẰẮẲẴẶ", 'a', '1'}, {"âầấẩẫậ", "ÂẦẤẨẪẬ", 'a', '2'},
		{"eèéẻẽẹ", "EÈÉẺẼẸ", 'e', 0}, {"êềếểễệ", "ÊỀẾỂỄỆ", 'e', '2'},
		{"iìíỉĩị", "IÌÍỈĨỊ", 'i', 0},
		{"oòóỏõọ", "OÒÓỎÕỌ", 'o', 0}, {"ôồốổỗộ", "ÔỒỐỔỖỘ", 'o', '2'}, {"ơờớởỡợ", "ƠỜỚỞỠỢ", 'o', '3'},
		{"uùúủũụ", "UÙÚỦŨỤ", 'u', 0}, {"ưừứửữự", "ƯỪỨỬỮỰ", 'u', '3'},
		{"yỳýỷỹỵ", "YỲÝỶỸỴ", 'y', 0},
	} {
		for _, forms := range []string{row.lower, row.upper} {
			i := 0
			for _, r := range forms {
				l := letter{bare: row.bare, quality: row.quality}
				if i > 0 {
					l.tone = tones[i-1]
				}
				if r >= 0x80 {
					table[r] = l
				}
				i++
			}
		}
	}
	return &table
}

// combining maps a combining mark to the quality or the tone that it gives the letter before it,
// so that decomposed text (NFD) has the same terms as composed text.
func combining(r rune) (quality, tone byte, ok bool) {
	switch r {
	case 0x0306:
		return '1', 0, true
	case 0x0302:
		return '2', 0, true
	case 0x031B:
		return '3', 0, true
	case 0x0335: // short stroke overlay
		return '4', 0, true
	case 0x0300:
		return 0, 'f', true
	case 0x0301:
		return 0, 's', true
	case 0x0309:
		return 0, 'r', true
	case 0x0303:
		return 0, 'x', true
	case 0x0323:
		return 0, 'j', true
	}
	return 0, 0, r >= 0x0300 && r <= 0x036F
}

// invisible reports whether a rune has no width inside a word: it belongs to the word it is in.
func invisible(r rune) bool {
	return r == 0x00AD || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF
}
