// Package charset turns the encodings in which Vietnamese has been written, UTF-8 and UTF-16
// beside TCVN 3, VNI, VPS, VISCII, VIQR and windows-1258, into UTF-8. It names the encoding by
// the font where there is one and by the share of possible Vietnamese syllables otherwise.
package charset

import "strings"

// Encoding is a way to write Vietnamese in bytes.
type Encoding uint8

// The encodings. Unknown leaves text as it is.
const (
	Unknown       Encoding = iota
	UTF8                   // RFC 3629
	UTF16LE                // RFC 2781
	UTF16BE                // RFC 2781
	Windows1252            // Western, no Vietnamese: what Latin-1 really is
	Windows1258            // with combining tone marks
	TCVN3                  // TCVN 5712:1993, VN3: fonts .Vn…
	TCVN3Capitals          // the same in a font that draws capitals only: fonts .Vn…H
	VNI                    // VNI for Windows, two bytes a letter: fonts VNI-…
	VPS                    // Vietnamese Professionals Society: fonts VPS …
	VISCII                 // RFC 1456
	VIQR                   // RFC 1456, Vie^.t Nam
	DoubleUTF8             // UTF-8 read as windows-1252 and written as UTF-8 again
)

var names = [...]string{"unknown", "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1258", "tcvn3", "tcvn3-capitals", "vni", "vps", "viscii", "viqr", "double utf-8"}

// String is the encoding's name, as a record's warnings write it.
func (e Encoding) String() string { return names[e] }

// aliases are names that web pages and mails declare.
var aliases = map[string]Encoding{
	"utf8": UTF8, "utf16": UTF16LE, "utf16le": UTF16LE, "utf16be": UTF16BE, "unicode": UTF16LE,
	"iso88591": Windows1252, "latin1": Windows1252, "windows1252": Windows1252, "cp1252": Windows1252,
	"windows1258": Windows1258, "cp1258": Windows1258, "xcp1258": Windows1258,
	"tcvn": TCVN3, "tcvn3": TCVN3, "tcvn5712": TCVN3, "tcvn57121": TCVN3, "xviettcvn5712": TCVN3, "abc": TCVN3,
	"vni": VNI, "xvietvni": VNI, "vps": VPS, "xvietvps": VPS, "viscii": VISCII, "viscii11": VISCII, "csviscii": VISCII, "viqr": VIQR, "csviqr": VIQR,
}

// ByName is the encoding that a declaration (Content-Type, meta, XML) names, in any spelling.
func ByName(name string) (Encoding, bool) {
	key := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' || r == ':' || r == '"' || r == '\'' || r == '.' {
			return -1
		}
		return r
	}, strings.ToLower(name))
	e, ok := aliases[key]
	return e, ok
}

// ByFont is the encoding that a font is made for: ".VnTimeH" TCVN 3 in capitals, "VNI-Times"
// VNI, "VPS Times" VPS. A subset tag before the name ("ABCDEF+.VnTime") is passed over. Fonts of
// Unicode give false.
func ByFont(name string) (Encoding, bool) {
	name = strings.Trim(name, " \"'/")
	if tag, rest, ok := strings.Cut(name, "+"); ok && len(tag) == 6 && tag == strings.ToUpper(tag) {
		name = rest
	}
	face, _, _ := strings.Cut(name, ",") // ".VnTime,Bold"
	face = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(face, "Italic"), "Bold"), "-")
	lower := strings.ToLower(face)
	switch {
	case strings.HasPrefix(lower, ".vn"), strings.HasPrefix(face, "Vn") && len(face) > 2 && 'A' <= face[2] && face[2] <= 'Z':
		if strings.HasSuffix(face, "H") || strings.HasSuffix(lower, "timeh") {
			return TCVN3Capitals, true
		}
		return TCVN3, true
	case strings.HasPrefix(lower, "vni"):
		return VNI, true
	case strings.HasPrefix(lower, "vps"):
		return VPS, true
	case strings.HasPrefix(lower, "viscii"):
		return VISCII, true
	}
	return Unknown, false
}
