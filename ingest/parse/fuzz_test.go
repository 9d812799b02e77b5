package parse

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"congvan/ingest/parse/form"
)

// FuzzParse feeds readers with what detection sends them: any input gives a status, a reason with
// all but ok, and text that is UTF-8. It reads in process, so a panic that Parse caught counts.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "forms", "dispatch.*"))
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	for _, s := range []string{`{\rtf1{\fonttbl{\f0\fcharset163 Arial;}}\trowd\cellx9\intbl a\cell\row\u7897?}`, "From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b--", "<table><td rowspan=9>x", "\x09\x08\x10\x00\x00\x06\x05\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if Detect(content) == "pdf" {
			t.Skip() // has a fuzz target of its own
		}
		parseAny(t, content)
	})
}

// parseAny reads content in process, so that a panic that Parse caught counts.
func parseAny(t *testing.T, content []byte) {
	t.Helper()
	raw := Parse(context.Background(), content, Options{Limits: form.Limits{Total: 8 << 20, Text: 4 << 20}})
	if raw.Status == "" || raw.Status != "ok" && raw.Reason == "" {
		t.Errorf("status %q, reason %q", raw.Status, raw.Reason)
	}
	if raw.Form != "text" && !utf8.ValidString(raw.Text) {
		t.Errorf("%s: text is not UTF-8", raw.Form)
	}
	if stumbled(raw.Reason) {
		t.Error(raw.Reason)
	}
}

func stumbled(reason string) bool {
	return len(reason) > 10 && reason[:10] == "the reader"
}
