package warc

import (
	"bytes"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/ingest/fetch"
	"congvan/ingest/parse/form"
	reader "congvan/ingest/parse/warc"
)

var at = time.Date(2024, 9, 12, 8, 0, 0, 123000000, time.UTC)

func written(t *testing.T, responses ...fetch.Response) []byte {
	t.Helper()
	w, err := Create(Name(t.TempDir(), "documents", at), at)
	if err != nil {
		t.Fatal(err)
	}
	for i := range responses {
		if err := w.Add(&responses[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(w.Path())
	if err != nil {
		t.Fatal(err)
	}
	if int64(len(content)) != w.Size() {
		t.Errorf("%d bytes are there, %d were written", len(content), w.Size())
	}
	return content
}

func page(url, body string) fetch.Response {
	return fetch.Response{Final: url, Status: 200, At: at, Wire: []byte(body), Body: []byte(body),
		Header: http.Header{"Content-Type": {"text/html; charset=windows-1258"}}, Request: http.Header{"User-Agent": {"congvan/1.0"}}}
}

func TestReaderSeesWhatWasWritten(t *testing.T) {
	first := page("https://e.vn/vb?ItemID=1", "<p>một</p>\r\n\r\nWARC/1.1\r\n")
	gone := page("https://e.vn/vb?ItemID=2", "không có")
	gone.Status = 404
	content := written(t, first, gone, page("https://e.vn/vb?ItemID=3", "<p>ba</p>"))
	if !reader.Is(content) {
		t.Fatal("it is not told as a WARC file")
	}
	raw := reader.Read(content, form.Limits{}.Filled())
	if raw.Status != corpus.StatusOK || len(raw.Parts) != 2 {
		t.Fatalf("%s with %d parts: %s", raw.Status, len(raw.Parts), raw.Reason)
	}
	for i, want := range []fetch.Response{first, page("https://e.vn/vb?ItemID=3", "<p>ba</p>")} {
		part := raw.Parts[i]
		if part.URI != want.Final || !bytes.Equal(part.Content, want.Body) || part.Charset != "windows-1258" || !part.At.Equal(at) {
			t.Errorf("record %d is %+v", i, part)
		}
	}
}

func TestCutFilesAreReadUpToTheirLastRecord(t *testing.T) {
	content := written(t, page("https://e.vn/1", "<p>một</p>"), page("https://e.vn/2", strings.Repeat("<p>hai</p>", 100)))
	for cut := range len(content) {
		raw := reader.Read(content[:cut], form.Limits{}.Filled())
		for _, part := range raw.Parts {
			if part.Status == "" && string(part.Content) != "<p>một</p>" && len(part.Content) != 1000 {
				t.Fatalf("cut at %d: a part of %d bytes is given out as whole", cut, len(part.Content))
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://a/\r\nContent-Length: 22\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabc\r\n\r\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		raw := reader.Read(content, form.Limits{Total: 1 << 20}.Filled())
		for _, part := range raw.Parts {
			if len(part.Content) > 1<<20 {
				t.Errorf("a part of %d bytes", len(part.Content))
			}
		}
	})
}
