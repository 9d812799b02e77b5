package bleveengine

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"congvan/index/analysis"
	"congvan/index/engine"
)

func openTest(t *testing.T) *Engine {
	t.Helper()
	e, err := Open(t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// TestScoreIsBM25 computes scores by the book and holds the engine's against them, after
// entries were added, replaced and deleted.
func TestScoreIsBM25(t *testing.T) {
	e := openTest(t)
	texts := map[string]string{}
	put := func(owner, text string) {
		change := engine.Change{Owner: owner}
		delete(texts, owner)
		if text != "" {
			change.Entries = []engine.Entry{{Text: text}}
			texts[owner] = text
		}
		if err := e.Apply(context.Background(), []engine.Change{change}); err != nil {
			t.Fatal(err)
		}
	}
	put("a", "thu thu chi")
	put("b", "thu ban chi cho dân sinh nhân quân")
	put("c", "thu thu thu thu thu")
	put("d", "không liên quan gì đến câu hỏi")
	put("c", "chi ban")
	put("e", "thu chi thu")
	put("d", "")
	words := engine.Words{Tokens: analysis.Tokens("thu"), Quorum: 1, Zone: engine.InText}
	answer, err := e.Search(context.Background(), engine.Request{Where: words, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	total, having := 0.0, 0.0
	for _, text := range texts {
		total += float64(len(strings.Fields(text)))
		if strings.Contains(text, "thu") {
			having++
		}
	}
	n := float64(len(texts))
	mean := total / n
	r := engine.DefaultRanking()
	if len(answer.Matches) != int(having) {
		t.Fatalf("%d matches, want %.0f", len(answer.Matches), having)
	}
	for _, m := range answer.Matches {
		tf := float64(strings.Count(texts[m.Owner], "thu"))
		length := float64(len(strings.Fields(texts[m.Owner])))
		want := math.Log(1+(n-having+0.5)/(having+0.5)) * tf * (r.K1 + 1) / (tf + r.K1*(1-r.B+r.B*length/mean))
		if math.Abs(m.Score-want) > 1e-5 {
			t.Errorf("%s scores %.6f, by the book %.6f", m.Owner, m.Score, want)
		}
	}
}

func TestPassagesLeadToTheirRecord(t *testing.T) {
	e := openTest(t)
	change := engine.Change{Owner: "law"}
	for i := range 40 {
		change.Entries = append(change.Entries, engine.Entry{Text: fmt.Sprintf("điều thứ x%d", i), Stored: []byte(fmt.Sprint(i))})
	}
	change.Entries[0].Keys = []engine.Key{{Name: "type", Value: "Luật"}}
	if err := e.Apply(context.Background(), []engine.Change{change, {Owner: "other", Entries: []engine.Entry{{Text: "điều khác"}}}}); err != nil {
		t.Fatal(err)
	}
	where := engine.All{engine.Words{Tokens: analysis.Tokens("x17"), Quorum: 1}, engine.Keyed{Name: "type", Values: []string{"Luật"}}}
	answer, err := e.Search(context.Background(), engine.Request{Where: where, Limit: 5, Facets: []string{"type"}})
	if err != nil {
		t.Fatal(err)
	}
	if len(answer.Matches) != 1 || string(answer.Matches[0].Stored) != "17" || string(answer.Matches[0].First) != "0" || answer.Matches[0].Part != 17 || answer.Facets["type"][0].Count != 1 {
		t.Fatalf("%+v", answer)
	}
	change.Entries = change.Entries[:3]
	if err := e.Apply(context.Background(), []engine.Change{change}); err != nil {
		t.Fatal(err)
	}
	if answer, err = e.Search(context.Background(), engine.Request{Where: where, Limit: 5}); err != nil || answer.Total != 0 {
		t.Fatalf("a passage that is no more is found: %+v, %v", answer, err)
	}
	if n, err := e.Count(); n != 2 || err != nil {
		t.Errorf("Count() = %d, %v, want 2", n, err)
	}
}

func TestPostingsSets(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	random := func() *postings {
		p := &postings{}
		for doc := range uint32(300) {
			if r.IntN(4) == 0 {
				p.docs, p.counts = append(p.docs, doc), append(p.counts, uint8(1+r.IntN(3)))
			}
		}
		return p
	}
	for range 50 {
		lists := []*postings{random(), random(), random()}
		var all, any []uint32
		for doc := range uint32(300) {
			n := 0
			for _, list := range lists {
				if slices.Contains(list.docs, doc) {
					n++
				}
			}
			if n == 3 {
				all = append(all, doc)
			}
			if n > 0 {
				any = append(any, doc)
			}
		}
		if got := intersect(lists).docs; !slices.Equal(got, all) {
			t.Fatalf("intersect: %v, want %v", got, all)
		}
		if got := merge(lists, 300).docs; !slices.Equal(got, any) {
			t.Fatalf("merge: %v, want %v", got, any)
		}
	}
}

func TestSecondWriterIsTold(t *testing.T) {
	dir := t.TempDir()
	first, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if second, err := Open(dir, Options{}); err == nil {
		second.Close()
		t.Error("two writers opened one index")
	} else if !strings.Contains(err.Error(), ErrBusy.Error()) {
		t.Errorf("the second writer is told %v", err)
	}
}
