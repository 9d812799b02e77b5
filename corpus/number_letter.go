package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainRune unifies the look-alikes that stand in real numbers: eth and African D for Đ, Cyrillic
// capitals, dashes and slashes of other blocks, full-width forms.
func plainRune(r rune) rune {
	if r < 0x80 {
		return r
	}
	switch r {
	case 'Ð', 'Ɖ':
		return 'Đ'
	case 'ð':
		return 'đ'
	case '–', '—', '‐', '‑', '‒', '−':
		return '-'
	case '⁄', '∕':
		return '/'
	}
	if r >= 'А' && r <= 'Х' {
		if k := strings.IndexRune("АВСЕНКМОРТХ", r); k >= 0 {
			return rune("ABCEHKMOPTX"[k/2])
		}
	}
	if isFullWidth(r) {
		return r - 0xFEE0
	}
	return r
}

// isFullWidth reports whether the rune is a wide form of an ASCII character: １, ／, Ｑ.
func isFullWidth(r rune) bool { return r >= '！' && r <= '～' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isUpperCode reports whether the rune is a capital that codes are written in: Latin, Đ and the
// vowels that tell TƯ from TU. Capitals with a tone are words.
func isUpperCode(r rune) bool {
	switch r {
	case 'Đ', 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư':
		return true
	}
	return r >= 'A' && r <= 'Z'
}

func isLowerCode(r rune) bool {
	switch r {
	case 'đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư':
		return true
	}
	return r >= 'a' && r <= 'z'
}

func isNumberLetter(r rune) bool { return r >= 'A' && unicode.IsLetter(r) }

// mixedCodes are the codes that are not all capitals: QyĐ (quy định) is not QĐ (quyết định). Keys
// are in capitals, values as annex III of NĐ 30/2020 writes them.
var mixedCodes = map[string]string{
	"CTR": "CTr", // 33-CTr/TU, 05/Ctr-UBND
	"TTR": "TTr", // 290/TTr-BCA
	"QYĐ": "QyĐ", // 12/QyĐ-BTC
	"TTG": "TTg", // 28/2025/QĐ-TTg
	"TRS": "TrS", // 03/TrS-VP
	"QTR": "QTr", // 15-QTr/BTCTW
}

// mixable reports whether a code in capitals may have another canonical spelling.
func mixable(code []byte) bool { return len(code) > 2 && len(code) < 5 }

// canonicalCode is the code in its canonical spelling; ok is false when it is a word and no code.
// upper and lower count its letters; loose admits any mixture of them.
func canonicalCode(code string, upper, lower int, loose bool) (string, bool) {
	if lower == 0 {
		if mixed, ok := mixedCodes[code]; ok {
			return mixed, true
		}
		return code, true
	}
	capitals := strings.ToUpper(code)
	if mixed, ok := mixedCodes[capitals]; ok {
		return mixed, true
	}
	_, known := TypeOfCode(capitals)
	switch {
	case upper == 0:
		return capitals, loose || known && len(capitals) > 1 || isOrganCode(capitals)
	case loose:
		return code, true
	}
	if _, ok := TypeOfCode(code); ok { // QĐi, DAn
		return code, true
	}
	return code, code == "QCh" || code == "TBh"
}

// commonOrgans are codes of organs that stand alone after a serial or that are met in lower case;
// the register of units knows the rest.
var commonOrgans = [...]string{
	"BHXH", "UBND", "HĐND", "HĐBT", "HĐTP", "HĐCP", "CP", "TTg", "TW", "TƯ", "TU", "QH", "CTN", "BTC", "BYT", "BNV", "BTP", "BCA", "BQP", "BCT",
	"BXD", "BGTVT", "BGDĐT", "BLĐTBXH", "LĐTBXH", "BKHĐT", "BKHCN", "BTTTT", "BVHTTDL", "BTNMT", "BNN", "NHNN", "TLĐ", "VPCP", "TTCP",
	"KTNN", "TANDTC", "VKSTC", "TCT", "TCHQ", "TC", "LB", "UBTVQH",
}

// isOrganCode reports whether text begins with the code of a common organ, as a whole word.
func isOrganCode(text string) bool {
	for _, organ := range commonOrgans {
		if strings.HasPrefix(text, organ) {
			next, _ := utf8.DecodeRuneInString(text[len(organ):])
			if !isUpperCode(next) {
				return true
			}
		}
	}
	return false
}

// isGovernment reports whether a lone code after a blank is that of the government or its head, as
// before 1992: Quyết định số 56 CP.
func isGovernment(code string) bool {
	return code == "CP" || code == "TTg" || code == "HĐBT" || code == "HĐCP"
}
