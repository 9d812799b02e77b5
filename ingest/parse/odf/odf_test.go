package odf

import (
	"testing"

	"congvan/corpus"
	"congvan/ingest/parse/form"

	"github.com/google/go-cmp/cmp"
)

func TestFlat(t *testing.T) {
	const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Kế  hoạch</text:p><text:p>số 5.</text:p></text:note-body></text:note>`
	tests := []struct{ name, body, want string }{
		{"spaces, tabs and breaks", `<text:p>một<text:s text:c="2"/>hai<text:tab/>ba<text:line-break/>bốn</text:p>`, "một  hai\tba\nbốn\n"},
		{"white space of the file is one space", "<text:p>một\n   hai</text:p>", "một hai\n"},
		{"notes at the end, a line each", `<text:p>một` + note + `</text:p><text:p>hai` + note + `</text:p>`, "một[1]\nhai[2]\n[1] Kế hoạch số 5.\n[2] Kế hoạch số 5.\n"},
		{"a comment is no text", `<text:p>một<office:annotation><text:p>xem lại</text:p></office:annotation></text:p>`, "một\n"},
		{"a deletion is no text", `<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>giữ</text:p>`, "giữ\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw := Flat("fodt", []byte(`<office:document><office:body><office:text>`+tt.body+`</office:text></office:body></office:document>`), nil, form.Limits{}.Filled())
			if diff := cmp.Diff(tt.want, raw.Text); diff != "" || raw.Status != corpus.StatusOK {
				t.Errorf("%s (%s) (-want +got):\n%s", raw.Status, raw.Reason, diff)
			}
		})
	}
}

func TestFlatOutcomes(t *testing.T) {
	tests := []struct {
		name, file string
		limits     form.Limits
		want       corpus.Status
	}{
		{"cut off", `<office:document><office:body><office:text><text:p>một</text:p><text:p`, form.Limits{}, corpus.StatusPartial},
		{"too deep", `<office:document><office:body><office:text><text:section><text:section><text:p>một</text:p>`, form.Limits{Nesting: 4}, corpus.StatusTooLarge},
		{"too long", `<office:document><office:body><office:text><text:p>một hai ba</text:p></office:text></office:body></office:document>`, form.Limits{Text: 5}, corpus.StatusTooLarge},
	}
	for _, tt := range tests {
		if raw := Flat("fodt", []byte(tt.file), nil, tt.limits.Filled()); raw.Status != tt.want || raw.Reason == "" {
			t.Errorf("%s: %s (%s), want %s", tt.name, raw.Status, raw.Reason, tt.want)
		}
	}
}
