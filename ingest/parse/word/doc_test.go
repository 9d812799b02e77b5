package word

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
)

// TestRead looks in testdata/forms/dispatch.doc for what Word 97 keeps in tables of its own.
func TestRead(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "..", "testdata", "forms", "dispatch.doc"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := cfb.Open(content)
	if err != nil {
		t.Fatal(err)
	}
	raw := Read(f, form.Limits{}.Filled())
	for _, want := range []string{
		"\nThực hiện kế hoạch[1], Sở yêu cầu các đơn vị làm như sau:\n", // the reference of a note
		"\nb) Theo dõi:\n- hằng tháng;\n",                               // labels of lists
		"\nCộng hòa xã hội chủ nghĩa Việt Nam",                          // a run in a TCVN 3 font
		"\nTổng cộng\t\t01 việc\n",                                      // a cell over two columns
		"\n[1] Kế hoạch số 5/KH-UBND.\n",
	} {
		if strings.Count(raw.Text, want) != 1 {
			t.Errorf("want %q once in\n%s", want, raw.Text)
		}
	}
	if raw.Status != corpus.StatusOK || raw.Title != "Công văn về chuyển đổi số" {
		t.Errorf("%s (%s), title %q", raw.Status, raw.Reason, raw.Title)
	}
	if raw := Read(f, form.Limits{Text: 100}.Filled()); raw.Status != corpus.StatusTooLarge {
		t.Errorf("with room for 100 bytes: %s (%s)", raw.Status, raw.Reason)
	}
}

// TestPositions reads tables of positions (PLC, [MS-DOC] 2.2.2): one position more than entries.
func TestPositions(t *testing.T) {
	var plc []byte
	for _, at := range []uint32{0, 7, 9} {
		plc = binary.LittleEndian.AppendUint32(plc, at)
	}
	plc = append(plc, "abcd"...)
	at, entries := positions(plc, 2)
	if len(at) != 3 || at[1] != 7 || len(entries) != 2 || string(entries[1]) != "cd" {
		t.Errorf("%v %q", at, entries)
	}
	for n := range 10 {
		if at, entries := positions(plc[:n], 2); len(at) != 0 || len(entries) != 0 {
			t.Errorf("of %d bytes: %v %q", n, at, entries)
		}
	}
}
