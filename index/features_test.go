package index_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
)

// TestStatisticsKept holds an index that was changed a lot against one made at once: the same
// records must get the same scores, whatever was added, replaced and deleted on the way.
func TestStatisticsKept(t *testing.T) {
	changed, fresh := open(t), open(t)
	g := newGenerator(7)
	var records []*corpus.Record
	for i := range 14 {
		records = append(records, g.record(i))
	}
	change := func(r *corpus.Record) index.Change { return index.Change{ID: r.ID, Record: r} }
	for _, r := range records { // one at a time, each first with other words
		old := *r
		old.Text = strings.Repeat("bảo hiểm xã hội y tế ", 40) + r.Text[:500]
		apply(t, changed, change(&old))
	}
	for i := 0; i < len(records); i += 3 {
		apply(t, changed, index.Change{ID: records[i].ID})
	}
	for _, r := range records {
		apply(t, changed, change(r))
	}
	apply(t, changed, record("gone", "", "bảo hiểm xã hội"))
	apply(t, changed, index.Change{ID: "gone"})
	var all []index.Change
	for _, r := range records {
		all = append(all, change(r))
	}
	apply(t, fresh, all...)
	for range 40 {
		q := parse(g.words(1 + g.r.IntN(12)))
		q.Limit = 60
		one, other := search(t, changed, q), search(t, fresh, q)
		if one.Total != other.Total || len(one.Hits) != len(other.Hits) {
			t.Fatalf("%q: %d records in the changed index, %d in the fresh one", q.Text, one.Total, other.Total)
		}
		for i := range one.Hits {
			a, b := one.Hits[i], other.Hits[i]
			if a.ID != b.ID && math.Abs(a.Score-b.Score) > 1e-4 || math.Abs(a.Score-b.Score) > 1e-4*b.Score {
				t.Fatalf("%q, hit %d: %s %.5f in the changed index, %s %.5f in the fresh one", q.Text, i, a.ID, a.Score, b.ID, b.Score)
			}
		}
	}
}

func TestOneHitADirective(t *testing.T) {
	x := open(t)
	original := record("pdf", "2482/BHXH-TT", "hướng dẫn truyền thông kết quả")
	copied := record("web", "2482/BHXH-TT", "hướng dẫn truyền thông kết quả hướng dẫn truyền thông kết quả")
	article := record("news", "2482/BHXH-TT", "truyền thông kết quả, truyền thông, hướng dẫn truyền thông kết quả")
	article.Record.Source.Kind = corpus.KindArticle
	apply(t, x, article, original, copied, record("else", "2483/BHXH-TT", "hướng dẫn truyền thông kết quả"))
	results := search(t, x, parse("truyền thông kết quả"))
	if len(results.Hits) != 2 || results.Total != 2 {
		t.Fatalf("%d hits of %d, want 2: %+v", len(results.Hits), results.Total, results.Hits)
	}
	for _, h := range results.Hits {
		if h.Number == "2482/BHXH-TT" && (h.Kind != corpus.KindOriginal || h.Copies != 2) {
			t.Errorf("shown is the %s with %d copies, want the original with 2", h.Kind, h.Copies)
		}
	}
}

func TestLongLawDoesNotDrown(t *testing.T) {
	x := open(t)
	var law strings.Builder
	for i := range 300 {
		fmt.Fprintf(&law, "Điều %d. Quy định chung\nCơ quan có trách nhiệm thực hiện quy định về hồ sơ, thủ tục, truyền thông, chi phí và kết quả theo luật này.\n", i+1)
	}
	apply(t, x, record("law", "", law.String()), record("dispatch", "", "V/v chi phí truyền thông\nĐề nghị các đơn vị lập dự toán chi phí truyền thông năm 2024."))
	results := search(t, x, parse("chi phí truyền thông"))
	if len(results.Hits) != 2 || results.Hits[0].ID != "dispatch" {
		t.Fatalf("first is %+v, want the dispatch", results.Hits)
	}
	results = search(t, x, parse(`"trách nhiệm thực hiện quy định về hồ sơ"`))
	if len(results.Hits) != 1 || len(results.Hits[0].Snippets) == 0 || len(results.Hits[0].Snippets[0].Highlights) == 0 {
		t.Fatalf("a phrase in a passage of the law: %+v", results.Hits)
	}
}

func TestFacetsFiltersAndPaging(t *testing.T) {
	x := open(t)
	g := newGenerator(3)
	var changes []index.Change
	want := map[string]int{}
	for i := range 200 {
		r := g.record(i)
		r.Text += "\nnội dung chung"
		want[r.Type.Value]++
		changes = append(changes, index.Change{ID: r.ID, Record: r})
	}
	apply(t, x, changes...)
	q := parse(`"nội dung chung"`)
	q.Facets = []string{query.Type, query.Year, query.Deadline}
	results := search(t, x, q)
	if results.Total != 200 || len(results.Facets) != 3 {
		t.Fatalf("%d found, %d facets", results.Total, len(results.Facets))
	}
	for _, v := range results.Facets[0].Values {
		if v.Count != want[v.Value] {
			t.Errorf("facet %s counts %d, want %d", v.Value, v.Count, want[v.Value])
		}
	}
	for _, order := range []query.Sort{query.ByScore, query.ByNewest, query.ByOldest, query.ByDue} {
		seen, pages := map[string]bool{}, 0
		q := parse(`"nội dung chung" năm:2020`)
		q.Sort, q.Limit = order, 7
		var last string
		for {
			page := search(t, x, q)
			pages++
			for _, h := range page.Hits {
				if seen[h.ID] {
					t.Fatalf("%s: record %s is on two pages", order, h.ID)
				}
				seen[h.ID] = true
				issued := h.Issued.String()
				if issued[:4] != "2020" || order == query.ByNewest && last != "" && issued > last || order == query.ByOldest && issued < last {
					t.Fatalf("%s: %s after %s", order, issued, last)
				}
				last = issued
			}
			if q.After = page.Next; q.After == "" {
				break
			}
		}
		if len(seen) != 20 || pages != 3 {
			t.Errorf("%s: %d records on %d pages, want 20 on 3", order, len(seen), pages)
		}
	}
}

func TestObligations(t *testing.T) {
	x := open(t)
	c := record("d", "2482/BHXH-TT", "Trung tâm Truyền thông theo dõi, đôn đốc; Văn phòng báo cáo trước ngày 15/10/2024")
	c.Record.Obligations = []corpus.Obligation{
		{ID: "1", Modality: corpus.Must, Section: "V.1", Actors: []corpus.Actor{{Value: "Trung tâm Truyền thông"}}, Action: corpus.Found[string]{Value: "theo dõi, đôn đốc"}},
		{ID: "2", Modality: corpus.Must, Section: "V.2", Actors: []corpus.Actor{{Value: "Văn phòng"}}, Action: corpus.Found[string]{Value: "báo cáo trước ngày 15/10/2024"},
			Timing: []corpus.Timing{{Kind: corpus.TimingDate, Bound: corpus.Before, Due: corpus.Date{Year: 2024, Month: 10, Day: 15}}}},
	}
	apply(t, x, c)
	today := query.Options{Today: corpus.Date{Year: 2024, Month: 10, Day: 1}}
	for typed, want := range map[string]string{
		"đôn đốc": "1", "bao cao": "2", "đơn vị:văn phòng": "2", "unit:truyền thông": "1", "hạn:<30d": "2", "hạn:<5d": "",
		"hạn:2024-10": "2", "mục:V.1": "1", "số:2482 đôn đốc": "1",
	} {
		results, err := x.SearchObligations(context.Background(), query.Parse(typed, today))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range results.Hits {
			got = append(got, h.Duty.ID)
			if h.ID != "d" || h.Number != "2482/BHXH-TT" {
				t.Errorf("%s: hit of record %s, number %s", typed, h.ID, h.Number)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: obligations %v, want %s", typed, got, want)
		}
	}
}

func TestSuggestAndSimilar(t *testing.T) {
	x := seedIndex(t)
	for typed, want := range map[string]string{
		"24": "2482/BHXH-TT", "2482/bh": "2482/BHXH-TT", "1420 kh": "1420/KH-BHXH", "bao hiem xa": "Bảo hiểm xã hội Việt Nam",
		"hướng dẫn công t": "hướng dẫn công tác truyền thông năm 2020",
	} {
		got, err := x.Suggest(context.Background(), typed, 5)
		if err != nil || len(got) == 0 || got[0].Text != want {
			t.Errorf("Suggest(%q) = %+v, %v, want %s first", typed, got, err, want)
		}
	}
	results, err := x.Similar(context.Background(), "000", 3)
	if err != nil || len(results.Hits) == 0 {
		t.Fatalf("Similar: %+v, %v", results, err)
	}
	for _, h := range results.Hits {
		if h.ID == "000" {
			t.Error("a record is like itself")
		}
	}
}

// TestHostileQueries gives the search what nobody should type: it answers, and looks at no more
// than sixty conditions over these documents may. Work is counted, not timed: at most 5,520
// postings and 258 terms when this was written.
func TestHostileQueries(t *testing.T) {
	x := seedIndex(t)
	work := index.CountWork(x)
	for name, typed := range map[string]string{
		"nothing": "", "spaces": " \t\n ", "stars": strings.Repeat("* ", 1000), "star": "*", "quote": `"`, "quotes": strings.Repeat(`"`, 999),
		"unclosed": `"bảo hiểm`, "dashes": "- -- --- -a", "or": "OR OR", "or at the end": "bảo OR", "controls": "\x00\x01\x1b[31m\x7f bảo\x00hiểm",
		"long word": strings.Repeat("a", 100_000), "long text": strings.Repeat("bảo hiểm xã hội ", 7000), "letters": strings.Repeat("a b c d ", 20_000),
		"fields": strings.Repeat("số: ", 10_000), "numbers": strings.Repeat("1/A-", 30_000), "clauses": strings.Repeat("x OR ", 10_000),
		"nots": strings.Repeat("-bảo ", 10_000), "prefixes": strings.Repeat("ba* ", 10_000), "regexp": "(a+)+$ .*.*.*.*", "invalid": "b\xff\xfe\xc3(",
		"brackets": strings.Repeat("(", 50_000), "colon": "::: a:b:c https://x.y:80", "no value": "số: loại:", "bad date": "từ:hôm qua hạn:<abc",
		"combining": "e" + strings.Repeat("\u0301", 10_000), "phrase": `"` + strings.Repeat("của các ", 5000) + `"`, "digits": strings.Repeat("9", 5000),
	} {
		*work = index.Work{}
		results := search(t, x, parse(typed))
		if work.Searches > 8 || work.Postings > 10_000 || work.Terms > 1000 {
			t.Errorf("%s: %+v", name, *work)
		}
		for _, p := range results.Problems {
			if p.Message == "" || p.Column < 1 {
				t.Errorf("%s: problem %+v", name, p)
			}
		}
	}
	q := parse(`loại:"công văn" "bảo hiểm`)
	if len(q.Problems) != 1 || q.Problems[0].Column != 17 {
		t.Errorf("an open quotation mark: %+v, want a problem at column 17", q.Problems)
	}
}

// TestMendedWhenNothingIsFound searches for what was meant when what was typed finds nothing, on
// every page alike.
func TestMendedWhenNothingIsFound(t *testing.T) {
	x := open(t)
	for i := range 25 {
		apply(t, x, record(fmt.Sprintf("d%02d", i), "", "hướng dẫn tuyên truyền về bảo hiểm"))
	}
	seen := map[string]bool{}
	q := parse("tuyeenf truyeefn")
	for q.Limit = 10; ; {
		page := search(t, x, q)
		if !page.Mended || page.DidYouMean == "" || page.Total != 25 {
			t.Fatalf("after %q: mended %v, did you mean %q, %d found", q.After, page.Mended, page.DidYouMean, page.Total)
		}
		for _, h := range page.Hits {
			if seen[h.ID] || len(h.Snippets) == 0 || len(h.Snippets[0].Highlights) == 0 {
				t.Errorf("%s is found twice, or shows nothing", h.ID)
			}
			seen[h.ID] = true
		}
		if q.After = page.Next; q.After == "" {
			break
		}
	}
	if len(seen) != 25 {
		t.Errorf("%d records on all pages, want 25", len(seen))
	}
	if page := search(t, x, parse("truyền thong")); page.Mended || page.Total != 25 {
		t.Errorf("what finds something was searched otherwise: %+v", page.DidYouMean)
	}
	exact := parse("tuyeenf truyeefn")
	exact.Exact = true
	if page := search(t, x, exact); page.Total != 0 || page.Mended {
		t.Errorf("searched otherwise though exactly this was asked: %d found", page.Total)
	}
}
