package form

import (
	"strings"

	"congvan/ingest/charset"
)

// OneLine is metadata as one line, read from an old encoding if it is in one.
func OneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	enc, _ := charset.DetectRun(s)
	return charset.DecodeRun(s, enc)
}
