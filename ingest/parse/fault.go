package parse

import (
	"bytes"
	"strings"
)

// where is the function of this program in which a stack's panic arose, for the reason of a
// document that a reader stumbled over.
func where(stack []byte) string {
	_, after, _ := bytes.Cut(stack, []byte("panic("))
	for line := range strings.SplitSeq(string(after), "\n") {
		if at := strings.Index(line, "congvan/ingest/parse"); at >= 0 && !strings.HasPrefix(line, "\t") {
			name, _, _ := strings.Cut(line[at+len("congvan/ingest/"):], "(0x")
			return name
		}
	}
	return "an unknown place"
}
