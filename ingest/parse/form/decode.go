package form

import (
	"strings"

	"congvan/ingest/charset"
)

// Decoder reads the runs of one document. The zero value is ready.
type Decoder struct {
	seen charset.Encoding // of a run whose font or whose syllables told
}

// Decode reads a run in the encoding of its font. Where the font says nothing, and the letters are
// none that Unicode has for Vietnamese, the syllables decide; what they say of a long run holds
// for short ones after it, such as cells of a table.
func (d *Decoder) Decode(run string, enc charset.Encoding) string {
	if enc != charset.Unknown {
		out := charset.DecodeRun(run, enc)
		if d.seen == charset.Unknown && enc != charset.UTF8 && len(run) > 20 && out != run {
			d.seen = enc
			if enc == charset.TCVN3Capitals {
				d.seen = charset.TCVN3
			}
		}
		return out
	}
	letters, odd := suspicious(run)
	if letters == 0 {
		return run
	}
	if enc, _ := charset.DetectRun(run); enc != charset.Unknown {
		d.seen = enc
		return charset.DecodeRun(run, enc)
	}
	if odd > 0 && len(run) < 100 && d.seen != charset.Unknown && d.seen != charset.VIQR {
		return charset.DecodeRun(run, d.seen)
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
