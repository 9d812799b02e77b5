package warc

import (
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nlnwa/gowarc/v3"
)

// TestAnotherReaderFindsNoFault has a file judged by the reader of a national library's archive,
// which checks syntax, mandatory fields, lengths and digests after ISO 28500.
func TestAnotherReaderFindsNoFault(t *testing.T) {
	packed := page("https://e.vn/nén", "<p>nén</p>")
	var wire strings.Builder
	z := gzip.NewWriter(&wire)
	_, _ = io.WriteString(z, "<p>nén</p>")
	_ = z.Close()
	packed.Wire = []byte(wire.String())
	packed.Header = http.Header{"Content-Type": {"text/html"}, "Content-Encoding": {"gzip"}}
	odd := page("https://e.vn/vb?ItemID=1&x=\u00e1%0d%0a", "WARC/1.1\r\n\r\n\r\n\r\n")
	odd.Header.Set("X-Odd", "một\r\nhai: ba")
	gone := page("https://e.vn/mất", "")
	gone.Status = 404
	if got := faultsOf(t, written(t, page("https://e.vn/1", "<p>một</p>"), packed, odd, gone)); len(got) > 0 {
		t.Errorf("faults: %q", got)
	}
}

// TestTheOtherReaderWouldFindOne breaks a digest, so that the check above is known to check.
func TestTheOtherReaderWouldFindOne(t *testing.T) {
	content := written(t, page("https://e.vn/1", "<p>một</p>"))
	z, err := gzip.NewReader(strings.NewReader(string(content)))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if got := faultsOf(t, []byte(strings.Replace(string(plain), "<p>một</p>", "<p>hai</p>.", 1))); len(got) == 0 {
		t.Error("a changed body is no fault to it")
	}
}

// faultsOf are the other reader's findings.
func faultsOf(t *testing.T, content []byte) (faults []string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.warc")
	if content[0] == 0x1F {
		path += ".gz"
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := gowarc.NewWarcFileReader(path, 0, gowarc.WithSyntaxErrorPolicy(gowarc.ErrWarn), gowarc.WithSpecViolationPolicy(gowarc.ErrWarn), gowarc.WithUnknownRecordTypePolicy(gowarc.ErrWarn))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	records := 0
	for record, err := range r.Records() {
		if err != nil {
			return append(faults, err.Error())
		}
		records++
		found, err := record.WarcRecord.ValidateDigest()
		for _, fault := range append(append(record.Validation, found...), err) {
			if fault != nil {
				faults = append(faults, record.WarcRecord.RecordId()+": "+fault.Error())
			}
		}
		_ = record.Close()
	}
	if records == 0 {
		faults = append(faults, "no records")
	}
	return faults
}
