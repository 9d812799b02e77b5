package index_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
)

var update = flag.Bool("update", false, "write the reports in testdata/reports")

func open(t *testing.T) *index.Index {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func record(id, number, text string) index.Change {
	r := &corpus.Record{ID: id, Text: text, Source: corpus.Source{Name: id + ".txt", Kind: corpus.KindOriginal, Status: corpus.StatusOK}}
	if n, err := corpus.ParseDocumentNumber(number); err == nil {
		r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Year: n.Year, Symbol: n.Symbol}
	}
	return index.Change{ID: id, Record: r, Group: r.Directive()}
}

func find(t *testing.T, x *index.Index, text string) []string {
	t.Helper()
	results, err := x.Search(context.Background(), query.Parse(text, query.Options{Today: corpus.Date{Year: 2024, Month: 10, Day: 1}}))
	if err != nil {
		t.Fatalf("search %q: %v", text, err)
	}
	ids := []string{}
	for _, h := range results.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func apply(t *testing.T, x *index.Index, changes ...index.Change) {
	t.Helper()
	if err := x.Apply(context.Background(), changes); err != nil {
		t.Fatal(err)
	}
}

func TestAddReplaceDelete(t *testing.T) {
	x := open(t)
	apply(t, x, record("a", "", "bảo hiểm xã hội"), record("b", "", "bảo hiểm y tế"))
	if got := find(t, x, "bảo hiểm y tế"); len(got) == 0 || got[0] != "b" {
		t.Errorf("after adding: %v, want b first", got)
	}
	apply(t, x, record("b", "", "khám chữa bệnh"))
	if got := find(t, x, "khám chữa bệnh"); !slices.Equal(got, []string{"b"}) {
		t.Errorf("after replacing: %v, want b", got)
	}
	if got := find(t, x, `"bảo hiểm y tế"`); len(got) != 0 {
		t.Errorf("the replaced text is still found: %v", got)
	}
	apply(t, x, index.Change{ID: "b"}, index.Change{ID: "never there"})
	if got := find(t, x, "khám chữa bệnh"); len(got) != 0 {
		t.Errorf("after deleting: %v, want nothing", got)
	}
	if n, err := x.Count(); n != 1 || err != nil {
		t.Errorf("Count() = %d, %v, want 1", n, err)
	}
	if ok, err := x.Has(context.Background(), "a"); !ok || err != nil {
		t.Errorf("Has(a) = %t, %v", ok, err)
	}
	if ok, err := x.Has(context.Background(), "b"); ok || err != nil {
		t.Errorf("Has(b) = %t, %v", ok, err)
	}
	for id, err := range x.IDs(context.Background()) {
		if id != "a" || err != nil {
			t.Errorf("IDs: %q, %v, want a", id, err)
		}
	}
}

func TestMarks(t *testing.T) {
	x := open(t)
	apply(t, x, record("bare", "", "bao hiem xa hoi"), record("exact", "", "bảo hiểm xã hội"), record("other", "", "báo hiếm xá hồi"), record("none", "", "kế toán"))
	if got, want := find(t, x, "bảo hiểm xã hội"), "exact"; len(got) == 0 || got[0] != want {
		t.Errorf("marked: %v, want %s first", got, want)
	}
	if got := find(t, x, "bao hiem xa hoi"); len(got) != 3 {
		t.Errorf("without marks: %v, want three", got)
	}
}

func TestStaleVersion(t *testing.T) {
	dir := t.TempDir()
	x, err := index.Open(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "version"), []byte("congvan.index/0\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(dir, index.Options{}); !errors.Is(err, index.ErrStale) {
		t.Errorf("Open of another version: %v, want ErrStale", err)
	}
}
