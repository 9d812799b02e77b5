package pdf

import (
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// accents are the parts of Adobe's glyph names behind the base letter; "ohorndotbelow" is ợ and
// "acircumflexacute" ấ.
var accents = map[string]rune{
	"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306,
	"dieresis": 0x308, "hookabove": 0x309, "hook": 0x309, "ring": 0x30A, "caron": 0x30C, "horn": 0x31B,
	"dotbelow": 0x323, "cedilla": 0x327,
}

// accentOrder has longer names before their beginnings.
var accentOrder = []string{"circumflex", "hookabove", "dotbelow", "dieresis", "cedilla", "macron", "grave", "acute", "tilde", "breve", "caron", "hook", "ring", "horn"}

// named are the glyph names of the Adobe Glyph List that official documents use and that are no
// letter with accents.
var named = map[string]string{
	"space": " ", "nbspace": " ", "nonbreakingspace": " ", "exclam": "!", "quotedbl": "\"", "numbersign": "#", "dollar": "$", "percent": "%",
	"ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-",
	"period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
	"eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@",
	"bracketleft": "[", "backslash": "\\", "bracketright": "]", "asciicircum": "^", "underscore": "_", "braceleft": "{", "bar": "|",
	"braceright": "}", "asciitilde": "~", "exclamdown": "¡", "cent": "¢", "sterling": "£", "currency": "¤", "yen": "¥", "brokenbar": "¦",
	"section": "§", "copyright": "©", "ordfeminine": "ª", "guillemotleft": "«", "logicalnot": "¬", "sfthyphen": "\u00AD", "softhyphen": "\u00AD",
	"registered": "®", "degree": "°", "plusminus": "±", "twosuperior": "²", "threesuperior": "³", "mu": "µ", "mu1": "µ", "paragraph": "¶",
	"periodcentered": "·", "middot": "·", "onesuperior": "¹", "ordmasculine": "º", "guillemotright": "»", "onequarter": "¼", "onehalf": "½",
	"threequarters": "¾", "questiondown": "¿", "multiply": "×", "divide": "÷", "AE": "Æ", "ae": "æ", "OE": "Œ", "oe": "œ", "Eth": "Ð",
	"eth": "ð", "Oslash": "Ø", "oslash": "ø", "Thorn": "Þ", "thorn": "þ", "germandbls": "ß", "dotlessi": "ı", "Lslash": "Ł", "lslash": "ł",
	"dcroat": "đ", "Dcroat": "Đ", "dmacron": "đ", "Dslash": "Đ", "dstroke": "đ", "Dstroke": "Đ", "dong": "₫", "Euro": "€", "euro": "€",
	"quoteleft": "‘", "quoteright": "’", "quotesinglbase": "‚", "quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„",
	"guilsinglleft": "‹", "guilsinglright": "›", "endash": "–", "emdash": "—", "minus": "−", "bullet": "•", "ellipsis": "…", "dagger": "†",
	"daggerdbl": "‡", "perthousand": "‰", "trademark": "™", "fraction": "⁄", "florin": "ƒ", "fi": "fi", "fl": "fl", "ff": "ff", "ffi": "ffi",
	"ffl": "ffl", "f_i": "fi", "f_l": "fl", "f_f": "ff", "lessequal": "≤", "greaterequal": "≥", "notequal": "≠", "approxequal": "≈",
	"acute": "´", "grave": "`", "circumflex": "ˆ", "tilde": "˜", "macron": "¯", "breve": "˘", "dotaccent": "˙", "dieresis": "¨", "ring": "˚",
	"cedilla": "¸", "hungarumlaut": "˝", "ogonek": "˛", "caron": "ˇ", "gravecomb": "\u0300", "acutecomb": "\u0301", "tildecomb": "\u0303",
	"hookabovecomb": "\u0309", "dotbelowcomb": "\u0323", "checkmark": "✓", "filledbox": "■", "H22073": "□", "arrowright": "→",
	"arrowdblright": "⇒", "infinity": "∞", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "Omega": "Ω", "pi": "π",
	"sigma": "σ", "summation": "∑", "radical": "√", "square": "□", "circle": "○", "triagrt": "►", "diamond": "♦",
}

// glyphText is the text that a glyph's name stands for: Adobe Glyph List names, "uni1EA5",
// "u1EA5", with what follows a dot left aside ("a.sc").
func glyphText(glyph string) (string, bool) {
	if i := strings.IndexByte(glyph, '.'); i > 0 {
		glyph = glyph[:i]
	}
	if len(glyph) == 1 {
		if c := glyph[0]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
			return glyph, true
		}
	}
	if s, ok := named[glyph]; ok {
		return s, true
	}
	if hex, ok := strings.CutPrefix(glyph, "uni"); ok && len(hex) >= 4 {
		var out []rune
		for ; len(hex) >= 4; hex = hex[4:] {
			v, err := strconv.ParseUint(hex[:4], 16, 32)
			if err != nil {
				return "", false
			}
			out = append(out, rune(v))
		}
		return string(out), true
	}
	if hex, ok := strings.CutPrefix(glyph, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && v <= 0x10FFFF {
			return string(rune(v)), true
		}
	}
	return accented(glyph)
}

// accented reads a base letter and the accents behind it.
func accented(glyph string) (string, bool) {
	if len(glyph) < 4 || glyph[0]|0x20 < 'a' || glyph[0]|0x20 > 'z' {
		return "", false
	}
	out, rest := glyph[:1], glyph[1:]
	for n := 0; rest != ""; n++ {
		found := false
		for _, a := range accentOrder {
			if strings.HasPrefix(rest, a) {
				out += string(accents[a])
				rest, found = rest[len(a):], true
				break
			}
		}
		if !found || n > 2 {
			return "", false
		}
	}
	return norm.NFC.String(out), true
}

// standardHigh is the upper half of Adobe's StandardEncoding (ISO 32000-1, annex D.2).
var standardHigh = map[byte]rune{
	0xA1: '¡', 0xA2: '¢', 0xA3: '£', 0xA4: '⁄', 0xA5: '¥', 0xA6: 'ƒ', 0xA7: '§', 0xA8: '¤', 0xA9: '\'', 0xAA: '“', 0xAB: '«', 0xAC: '‹',
	0xAD: '›', 0xB1: '–', 0xB2: '†', 0xB3: '‡', 0xB4: '·', 0xB6: '¶', 0xB7: '•', 0xB8: '‚', 0xB9: '„', 0xBA: '”', 0xBB: '»', 0xBC: '…',
	0xBD: '‰', 0xBF: '¿', 0xC1: '`', 0xC2: '´', 0xC3: 'ˆ', 0xC4: '˜', 0xC5: '¯', 0xC6: '˘', 0xC7: '˙', 0xC8: '¨', 0xCA: '˚', 0xCB: '¸',
	0xCD: '˝', 0xCE: '˛', 0xCF: 'ˇ', 0xD0: '—', 0xE1: 'Æ', 0xE3: 'ª', 0xE8: 'Ł', 0xE9: 'Ø', 0xEA: 'Œ', 0xEB: 'º', 0xF1: 'æ', 0xF5: 'ı',
	0xF8: 'ł', 0xF9: 'ø', 0xFA: 'œ', 0xFB: 'ß',
}

// baseEncoding is the text of each code in one of the encodings of ISO 32000-1, annex D.
func baseEncoding(encoding string) (table [256]string) {
	for c := range 256 {
		r := rune(c)
		switch {
		case c < 0x20:
			continue
		case encoding == "MacRomanEncoding":
			r = charmap.Macintosh.DecodeByte(byte(c))
		case encoding == "StandardEncoding":
			switch {
			case c == '\'':
				r = '’'
			case c == '`':
				r = '‘'
			case c >= 0x7F:
				r = standardHigh[byte(c)]
			}
		default:
			r = charmap.Windows1252.DecodeByte(byte(c))
		}
		if r != 0 {
			table[c] = string(r)
		}
	}
	return table
}
