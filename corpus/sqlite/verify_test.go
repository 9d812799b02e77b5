package sqlite

import (
	"strings"
	"testing"

	"congvan/corpus"
)

func TestVerifyFindsWhatWasChanged(t *testing.T) {
	k := source("/a", "12/BHXH-TT", "Bộ Y tế", "2024-01-05", oneText, corpus.KindOriginal)
	k.Record.Obligations = []corpus.Obligation{{ID: "1", Action: corpus.Found[string]{Value: "Rà soát"}, Actors: []corpus.Actor{{Value: "Ban Thu"}, {Value: "Ban Thu"}}}}
	k.Record.References = []corpus.Reference{{Value: "5/BYT-KH"}, {Value: "Luật Bảo hiểm y tế"}}
	for _, test := range []struct{ name, change, want string }{
		{"nothing", "", ""},
		{"the packed record", `UPDATE record SET json = zeroblob(length(json))`, "damaged"},
		{"another record", `UPDATE record SET sum = zeroblob(32)`, "SHA-256"},
		{"a column", `UPDATE record SET issuer = 'Bộ Nội vụ'`, "columns"},
		{"the text's checksum", `UPDATE record SET text_sum = x'00'`, "columns"},
		{"a duty's date", `UPDATE obligation SET last_good = '2024-01-01'`, "duties"},
		{"a duty's state", `UPDATE obligation SET state = 'withdrawn'`, "duties"},
		{"a unit's name", `UPDATE unit SET name = 'Ban Chi'`, "named"},
		{"an actor is gone", `DELETE FROM actor`, "duties"},
		{"a reference more", `INSERT INTO reference SELECT record, 7, '', 'x', '' FROM reference LIMIT 1`, "duties"},
		{"a version", `UPDATE version SET sha256 = 'x'`, "newest version"},
		{"a band", `UPDATE band SET band = band + 1`, "band"},
		{"a unit", `UPDATE unit SET key = 'x'`, "unit"},
		{"the directive", `UPDATE record SET directive = 'x'`, "directive"},
		{"a source's status", `UPDATE source SET status = 'failed'`, "source"},
	} {
		s, _ := newStore(t)
		if _, err := s.Keep(t.Context(), []Kept{copyOf(k)}, moment); err != nil {
			t.Fatal(err)
		}
		if _, err := s.db.Exec(test.change); err != nil {
			t.Fatal(err)
		}
		var found []string
		if err := s.Verify(t.Context(), func(id, why string) { found = append(found, why) }); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(found, "; "); (got == "") != (test.want == "") || !strings.Contains(got, test.want) {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}
