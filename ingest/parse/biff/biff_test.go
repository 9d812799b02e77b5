package biff

import (
	"encoding/binary"
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/form"

	"github.com/google/go-cmp/cmp"
)

// made is a record of a workbook ([MS-XLS] 2.1.4).
func made(kind uint16, content ...byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, kind)
	return append(binary.LittleEndian.AppendUint16(b, uint16(len(content))), content...)
}

// workbook is a stream with one sheet of these records.
func workbook(globals, sheet []byte) []byte {
	begin := made(0x809, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	end := made(0x0A)
	at := uint32(len(begin) + len(globals) + 4 + 9 + len(end))
	b := append(begin[:len(begin):len(begin)], globals...)
	b = append(b, made(0x85, append(binary.LittleEndian.AppendUint32(nil, at), 0, 0, 1, 0, 'A')...)...)
	b = append(append(b, end...), begin...)
	return append(append(b, sheet...), end...)
}

func TestStream(t *testing.T) {
	table := made(0xFC, 2, 0, 0, 0, 2, 0, 0, 0, // two strings
		2, 0, 0, 'S', 'o', // of one byte a character: So
		2, 0, 1, 0xD1, 0x1E, 'i', 0) // of two bytes: ối
	tests := []struct {
		name           string
		globals, sheet []byte
		want           string
	}{
		{"labels", nil, append(made(0x204, 0, 0, 0, 0, 0, 0, 2, 0, 0, 'T', 'T'), made(0x204, 0, 0, 1, 0, 0, 0, 3, 0, 0, 'N', 'o', 'i')...), "TT\tNoi\n"},
		{"shared strings", table, append(made(0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), made(0xFD, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0)...), "So\nối\n"},
		{"a string that is not there", table, append(made(0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), made(0xFD, 1, 0, 0, 0, 0, 0, 9, 0, 0, 0)...), "So\n"},
		{"a whole number packed", nil, made(0x27E, 0, 0, 0, 0, 0, 0, 35<<2|2, 0, 0, 0), "35\n"},
	}
	for _, tt := range tests {
		raw := Stream(workbook(tt.globals, tt.sheet), form.Limits{}.Filled())
		if diff := cmp.Diff(tt.want, raw.Text); diff != "" || raw.Status != corpus.StatusOK {
			t.Errorf("%s: %s (%s) (-want +got):\n%s", tt.name, raw.Status, raw.Reason, diff)
		}
	}
}
