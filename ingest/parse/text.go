package parse

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// plain reads a text file of any encoding.
func plain(content []byte, o Options) Raw {
	if len(content) < 1<<20 && utf8.Valid(content) && form.Blank(string(content)) {
		return form.Fail("text", corpus.StatusEmpty, "no text in it")
	}
	text, enc, sure := charset.ToUTF8(content, o.Charset)
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	if len(text) > o.Limits.Text {
		return form.Fail("text", corpus.StatusTooLarge, "%d bytes of text, over the limit of %d", len(text), o.Limits.Text)
	}
	raw := form.Good("text", text)
	raw.Wrapped = true
	if !sure {
		raw.Warn("the encoding is uncertain; read as %s", enc)
	}
	return raw
}

// binary reports whether the first bytes cannot be text in any encoding: zero bytes that no
// UTF-16 explains, or many control characters. (VISCII has six capitals among the controls.)
func binary(content []byte) bool {
	head := content[:min(len(content), 4096)]
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return false
	}
	zeros, controls, high := [2]int{}, 0, 0
	for i, b := range head {
		switch {
		case b == 0:
			zeros[i%2]++
		case b == 0x01 || b == 0x1E: // the upper bytes of Vietnamese letters in UTF-16
			high++
		case b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1A && b != 0x1B:
			controls++
		}
	}
	if n := zeros[0] + zeros[1]; n > 0 { // UTF-16 without its mark: every other byte of ASCII is zero
		return min(zeros[0], zeros[1]) > n/20 || n < len(head)/8 || controls*20 > len(head)
	}
	return (controls+high)*20 > len(head)
}
