package index_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/index"
	"congvan/index/query"
)

// TestRetrieval measures the default search on a set of judged questions, in the folder that
// DEV_RETRIEVAL names: corpus.jsonl ({"id", "text"}), queries.jsonl ({"id", "text"}) and
// qrels.tsv. Each article is a record of its own, and nothing of it but its text is used.
func TestRetrieval(t *testing.T) {
	folder := os.Getenv("DEV_RETRIEVAL")
	if folder == "" {
		t.Skip("DEV_RETRIEVAL names no folder with judged questions")
	}
	x := buildRetrieval(t, folder)
	judged := readJudgments(t, filepath.Join(folder, "qrels.tsv"))
	var marked, folded [2]measure
	each(t, filepath.Join(folder, "queries.jsonl"), func(q article) {
		half := halfOf(q.ID)
		marked[half].add(ranking(t, x, q.Text), judged[q.ID])
		folded[half].add(ranking(t, x, viet.Fold(q.Text)), judged[q.ID])
	})
	rows := ""
	report := func(name string, m measure) {
		rows += fmt.Sprintf("| %s | %.0f | %.4f | %.4f | %.4f |\n", name, m.n, m.ndcg/m.n, m.first/m.n, m.recall/m.n)
		t.Logf("%-28s %4.0f questions  nDCG@10 %.4f  success@1 %.4f  recall@10 %.4f", name, m.n, m.ndcg/m.n, m.first/m.n, m.recall/m.n)
	}
	report("as asked, tuning half", marked[0])
	report("as asked, other half", marked[1])
	report("without marks, tuning half", folded[0])
	report("without marks, other half", folded[1])
	all, bare := marked[0].plus(marked[1]), folded[0].plus(folded[1])
	report("as asked", all)
	report("without marks", bare)
	if *update {
		writeSearchReport(t, rows)
	}
	if got := all.ndcg / all.n; got < 0.900 {
		t.Errorf("nDCG@10 is %.4f, want at least 0.900", got)
	}
	if got := all.first / all.n; got < 0.83 {
		t.Errorf("success@1 is %.4f, want at least 0.83", got)
	}
	if loss := all.ndcg/all.n - bare.ndcg/bare.n; loss > 0.010 {
		t.Errorf("questions without marks lose %.4f nDCG@10, want at most 0.010", loss)
	}
}

type article struct{ ID, Text string }

func each(t *testing.T, path string, do func(article)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a article
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		do(a)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func buildRetrieval(t *testing.T, folder string) *index.Index {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	var changes []index.Change
	each(t, filepath.Join(folder, "corpus.jsonl"), func(a article) {
		r := &corpus.Record{ID: a.ID, Source: corpus.Source{Kind: corpus.KindOriginal, Status: corpus.StatusOK}, Text: a.Text}
		changes = append(changes, index.Change{ID: a.ID, Record: r})
	})
	if err := x.Apply(context.Background(), changes); err != nil {
		t.Fatal(err)
	}
	return x
}

func ranking(t *testing.T, x *index.Index, text string) []string {
	t.Helper()
	results, err := x.Search(context.Background(), query.Parse(text, query.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, h := range results.Hits {
		ids = append(ids, h.ID)
	}
	return ids
}

func readJudgments(t *testing.T, path string) map[string]map[string]bool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	judged := map[string]map[string]bool{}
	for line := range strings.Lines(string(b)) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) != 4 || parts[3] == "0" {
			continue
		}
		if judged[parts[0]] == nil {
			judged[parts[0]] = map[string]bool{}
		}
		judged[parts[0]][parts[2]] = true
	}
	return judged
}

// halfOf puts a question in one half or the other, the same each time: weights are chosen on
// the first and reported on the second.
func halfOf(id string) int {
	h := fnv.New32a()
	fmt.Fprint(h, id)
	return int(h.Sum32() >> 7 & 1)
}

type measure struct{ n, ndcg, first, recall float64 }

func (m measure) plus(o measure) measure {
	return measure{m.n + o.n, m.ndcg + o.ndcg, m.first + o.first, m.recall + o.recall}
}

func (m *measure) add(ranking []string, wanted map[string]bool) {
	if len(wanted) == 0 {
		return
	}
	m.n++
	gain, ideal, found := 0.0, 0.0, 0.0
	for i, id := range ranking {
		if wanted[id] {
			gain += 1 / math.Log2(float64(i)+2)
			found++
		}
	}
	for i := range min(10, len(wanted)) {
		ideal += 1 / math.Log2(float64(i)+2)
	}
	m.ndcg += gain / ideal
	m.recall += found / float64(len(wanted))
	if len(ranking) > 0 && wanted[ranking[0]] {
		m.first++
	}
}
