package sqlite

import (
	"errors"
	"testing"
	"time"

	"congvan/corpus"
)

func TestDoubtsAreListedUntilSomeoneLooked(t *testing.T) {
	s, _ := newStore(t)
	at := time.Date(2024, 6, 1, 8, 0, 0, 0, time.UTC)
	k := kept("/a", "1/A-B", "2024-05-02")
	r := k.Record
	r.Issuer = corpus.Found[string]{Value: "Bảo hiểm xã hội Việt Nam", Confidence: 0.4}
	r.Missing = []corpus.Missing{{Field: "place", Why: corpus.WhyNotUnderstood}}
	keep := func() {
		t.Helper()
		if _, err := s.Keep(t.Context(), []Kept{k}, at); err != nil {
			t.Fatal(err)
		}
	}
	keep()
	doubts, total, err := s.Doubts(t.Context(), 0, 10)
	if err != nil || total != len(doubts) || len(doubts) < 2 {
		t.Fatalf("doubts are %+v of %d, %v", doubts, total, err)
	}
	older, _, err := s.Doubts(t.Context(), doubts[0].N, 10)
	if err != nil || len(older) != len(doubts)-1 || older[0] != doubts[1] {
		t.Errorf("after the first come %+v, %v", older, err)
	}
	if err := s.SetCorrection(t.Context(), r.ID, "place", "Hà Nội", "lan", at); err != nil {
		t.Fatal(err)
	}
	keep()
	left, _, err := s.Doubts(t.Context(), 0, 10)
	if err != nil || len(left) != len(doubts)-1 {
		t.Errorf("one was looked at, and %+v are left, %v", left, err)
	}
}

func TestOneEntryIsTakenBack(t *testing.T) {
	s, _ := newStore(t)
	at := time.Date(2024, 6, 1, 8, 0, 0, 0, time.UTC)
	k := kept("/a", "1/A-B", "2024-05-02")
	r := k.Record
	if _, err := s.Keep(t.Context(), []Kept{k}, at); err != nil {
		t.Fatal(err)
	}
	for _, value := range []string{"Huế", "Hà Nội"} {
		if err := s.SetCorrection(t.Context(), r.ID, "place", value, "lan", at); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetCorrection(t.Context(), r.ID, "subject", "về thu", "an", at); err != nil {
		t.Fatal(err)
	}
	journal, err := s.Journal(t.Context(), r.ID)
	if err != nil || len(journal) != 3 {
		t.Fatalf("the journal is %+v, %v", journal, err)
	}
	if _, err := s.UndoEntry(t.Context(), journal[0].Seq, "an", at); !errors.Is(err, ErrNotFound) {
		t.Errorf("what was said again later is taken back: %v", err)
	}
	for _, n := range []int{1, 0} {
		e, err := s.UndoEntry(t.Context(), journal[n].Seq, "an", at)
		if err != nil || e.Target != "place" || e.Seq != journal[n].Seq {
			t.Errorf("taking %d back gives %+v, %v", n, e, err)
		}
	}
	if _, err := s.UndoEntry(t.Context(), journal[0].Seq, "an", at); !errors.Is(err, ErrNotFound) {
		t.Errorf("one entry is taken back twice: %v", err)
	}
}
