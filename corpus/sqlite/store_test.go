package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"congvan/corpus"
)

func newStore(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "store.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, path
}

func kept(uri, number, issued string) Kept {
	sum := corpus.Hash([]byte(uri + number))
	source := corpus.Source{URI: uri, Name: filepath.Base(uri), SHA256: sum, Status: corpus.StatusOK, Kind: corpus.KindOriginal}
	date, _ := corpus.ParseDate(issued)
	n, _ := corpus.ParseDocumentNumber(number)
	return Kept{Source: source, Record: &corpus.Record{
		Schema: corpus.Schema, ID: corpus.IDOf(sum), Source: source,
		Number: corpus.NumberFact{Value: number, Serial: n.Serial, Year: date.Year, Symbol: n.Symbol},
		Issuer: corpus.Found[string]{Value: "Bảo hiểm xã hội Việt Nam"}, Issued: corpus.Found[corpus.Date]{Value: date}, Text: "Số: " + number,
	}}
}

var moment = time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)

func TestFind(t *testing.T) {
	s, _ := newStore(t)
	older, newer := kept("/a", "1191/BHXH-TT", "2020-04-20"), kept("/b", "1191/BHXH-TT", "2023-01-05")
	other := kept("/c", "2482/BHXH-TT", "2022-09-12")
	if _, err := s.Keep(t.Context(), []Kept{older, newer, other}, moment); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		want []string
	}{
		{"1191/BHXH-TT", []string{newer.Record.ID, older.Record.ID}},
		{"1191 / bhxh-TT.", []string{newer.Record.ID, older.Record.ID}},
		{"2482", []string{other.Record.ID}},
		{"02482", []string{other.Record.ID}},
		{other.Record.ID, []string{other.Record.ID}},
		{"24", nil},
		{"2482abc", nil},
		{"", nil},
		{"' OR 1=1 --", nil},
	} {
		got, err := s.Find(t.Context(), test.name)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("Find(%q) = %v, %v, want %v", test.name, got, err, test.want)
		}
	}
}

func TestRecordsFilter(t *testing.T) {
	s, _ := newStore(t)
	a, b := kept("/a", "1191/BHXH-TT", "2020-04-20"), kept("/b", "1420/KH-BHXH", "2021-05-25")
	b.Record.Type.Value = "Kế hoạch"
	b.Record.Obligations = []corpus.Obligation{{Actors: []corpus.Actor{{Value: "Trung tâm Truyền thông"}}}}
	if _, err := s.Keep(t.Context(), []Kept{a, b}, moment); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		filter Filter
		want   int
	}{
		{"all", Filter{}, 2},
		{"issuer without marks", Filter{Issuer: "bao hiem xa hoi"}, 2},
		{"another issuer", Filter{Issuer: "Bộ Y tế"}, 0},
		{"type", Filter{Type: "kế hoạch"}, 1},
		{"unit", Filter{Unit: "trung tam truyen thong"}, 1},
		{"from a year", Filter{From: corpus.Date{Year: 2021}}, 1},
		{"to a month", Filter{To: corpus.Date{Year: 2020, Month: 4}}, 1},
		{"a page", Filter{Limit: 1, Offset: 1}, 1},
	} {
		got := 0
		for _, err := range s.Records(t.Context(), test.filter) {
			if err != nil {
				t.Fatal(err)
			}
			got++
		}
		if got != test.want {
			t.Errorf("%s: %d records, want %d", test.name, got, test.want)
		}
	}
}

func TestOutboxIsOrderedAndCleared(t *testing.T) {
	s, _ := newStore(t)
	a, b := kept("/a", "1/A-B", "2020-01-01"), kept("/b", "2/A-B", "2020-01-02")
	for _, k := range []Kept{a, b} {
		if _, err := s.Keep(t.Context(), []Kept{k}, moment); err != nil {
			t.Fatal(err)
		}
	}
	ids, mark, err := s.Pending(t.Context(), 1)
	if err != nil || len(ids) != 1 || ids[0] != a.Record.ID {
		t.Fatalf("Pending = %v, %v, want %s first", ids, err, a.Record.ID)
	}
	if err := s.Done(t.Context(), mark); err != nil {
		t.Fatal(err)
	}
	if ids, _, _ := s.Pending(t.Context(), 9); len(ids) != 1 || ids[0] != b.Record.ID {
		t.Errorf("after Done: %v, want %s alone", ids, b.Record.ID)
	}
}

func TestAChangedCopyIsANewVersion(t *testing.T) {
	s, _ := newStore(t)
	first, second := kept("/a", "1/A-B", "2020-01-01"), kept("/a", "2/A-B", "2020-01-02")
	for _, k := range []Kept{first, second, second} {
		if _, err := s.Keep(t.Context(), []Kept{k}, moment); err != nil {
			t.Fatal(err)
		}
	}
	var versions int
	if err := s.db.QueryRow(`SELECT count(*) FROM version WHERE uri = '/a'`).Scan(&versions); err != nil || versions != 2 {
		t.Errorf("%d versions, %v, want 2", versions, err)
	}
	if _, err := s.Record(t.Context(), first.Record.ID); err != nil {
		t.Errorf("the first version's record is gone: %v", err)
	}
}

func TestANewerStoreIsLeftAlone(t *testing.T) {
	s, path := newStore(t)
	if _, err := s.db.Exec(`PRAGMA user_version = 99`); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for name, open := range map[string]func(context.Context, string) (*Store, error){"Open": Open, "OpenReadOnly": OpenReadOnly} {
		if _, err := open(t.Context(), path); !errors.Is(err, ErrNewer) {
			t.Errorf("%s of a newer store: %v, want ErrNewer", name, err)
		}
	}
}

func TestRecordOfNothing(t *testing.T) {
	s, _ := newStore(t)
	if _, err := s.Record(t.Context(), "0123456789abcdef"); !errors.Is(err, ErrNotFound) {
		t.Errorf("Record of an unknown ID: %v, want ErrNotFound", err)
	}
}
