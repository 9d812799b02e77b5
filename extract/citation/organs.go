package citation

import "strings"

// organCodes are the codes of those who issue letters, without the B of a ministry and the like.
var organCodes = map[string]bool{
	"BHXH": true, "UBND": true, "HĐND": true, "HĐBT": true, "CP": true, "TTg": true, "TW": true, "VP": true, "VPCP": true, "TTCP": true, "NHNN": true, "KTNN": true,
	"TANDTC": true, "VKSTC": true, "VKSNDTC": true, "TCT": true, "TCHQ": true, "TCTK": true, "TLĐ": true, "MTTW": true, "CNTT": true, "LĐTBXH": true, "LDTBXH": true,
	"TCTHA": true, "KBNN": true, "STC": true, "SYT": true, "SNV": true, "SXD": true, "SCT": true, "SGDĐT": true, "CT": true, "CTN": true, "VPQH": true,
	"UBDT": true, "UBTVQH": true, "QLHĐ": true, "TTTT": true, "BCĐ": true, "BCS": true, "BCSĐ": true, "VPVP": true, "TƯ": true, "TU": true, "HU": true,
}

// knownOrgan reports whether a code can be that of an office that writes letters: one of the table,
// a ministry (B…), a department (S…), a bureau or a committee of at least three letters.
func knownOrgan(code string) bool {
	if organCodes[code] {
		return true
	}
	if len(code) < 3 || len(code) > 16 {
		return false
	}
	for _, head := range [...]string{"B", "UB", "TC", "VP", "HĐ", "BH", "CC", "TT", "S", "C", "V"} {
		if strings.HasPrefix(code, head) && strings.Trim(code, "ABCDEGHIKLMNOPQRSTUVXYĐ&") == "" {
			return true
		}
	}
	return false
}
