package form

import (
	"strings"

	"congvan/ingest/charset"
)

// decode reads a run in the encoding of its font. Where the font says nothing, and the letters are
// none that Unicode has for Vietnamese, the syllables decide; what they say of a long run holds
// for short ones after it, such as cells of a table.
func (f *Flow) decode(run string) string {
	if f.enc != charset.Unknown {
		return charset.DecodeRun(run, f.enc)
	}
	letters, odd := suspicious(run)
	if letters == 0 {
		return run
	}
	if enc, _ := charset.DetectRun(run); enc != charset.Unknown {
		f.seen = enc
		return charset.DecodeRun(run, enc)
	}
	if odd > 0 && len(run) < 100 && f.seen != charset.Unknown && f.seen != charset.VIQR {
		return charset.DecodeRun(run, f.seen)
	}
	return run
}

// suspicious counts the letters of windows-1252 beyond ASCII, and those among them that
// Vietnamese does not have. Both are 0 once there is a letter that only Unicode has.
func suspicious(s string) (letters, odd int) {
	for _, r := range s {
		switch {
		case r < 0x80:
		case r >= 0x102 && r <= 0x1B0 || r >= 0x300 && r < 0x370 || r >= 0x1EA0 && r <= 0x1EF9:
			return 0, 0
		case strings.ContainsRune("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý", r):
			letters++
		case r > 0xA0 && r <= 0xFF && !strings.ContainsRune("§«»°²³·×÷½¼¾®©±", r), r == 'Œ', r == 'œ', r == 'Š', r == 'š', r == 'Ÿ', r == 'ƒ':
			letters++
			odd++
		}
	}
	return letters, odd
}
