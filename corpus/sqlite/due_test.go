package sqlite

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"congvan/corpus"
)

// TestAnObligationIsDecodedAlone: what a text says of keys and IDs misleads nobody.
func TestAnObligationIsDecodedAlone(t *testing.T) {
	r := &corpus.Record{ID: "r", Text: `"obligations":[{"id":"o1","action":{"value":"giả"}}]` + "\n{\"id\":\"o2\"", Subject: corpus.Found[string]{Value: `,"obligations":[{"id":"o2"`}}
	for _, id := range []string{"o1", "o11", `o"2`, "o<3>"} {
		r.Obligations = append(r.Obligations, corpus.Obligation{ID: id, Modality: corpus.Must, Section: `{"id":"o11",`,
			Action: corpus.Found[string]{Value: "việc của " + id + ` {"id":"o<3>"}`}, Actors: []corpus.Actor{{Value: `"obligations":[`}}})
	}
	plain, _, err := encode(r)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := decode(plain)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range whole.Obligations {
		got := corpus.Obligation{ID: want.ID}
		if err := decodeObligation(plain, &got); err != nil {
			t.Errorf("%s: %v", want.ID, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-whole +alone):\n%s", want.ID, diff)
		}
	}
	gone := corpus.Obligation{ID: "o3"}
	if err := decodeObligation(plain, &gone); err != nil || gone.Action.Value != "" {
		t.Errorf("an obligation that is not there: %+v, %v", gone, err)
	}
}
