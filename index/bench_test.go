package index_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"congvan/corpus/corpustest"
	"congvan/corpus/viet"
	"congvan/index"
	"congvan/index/query"
)

// searchesMeasured is how many queries of each kind are timed.
const searchesMeasured = 1200

// TestSpeed builds an index of BENCH_DOCUMENTS made dispatches and measures building, size and
// searches against what is promised for 100,000 on two cores. With -update it writes
// testdata/reports/search-speed.md. Times are told, not asserted: the machine may be shared.
func TestSpeed(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("BENCH_DOCUMENTS"))
	if err != nil {
		t.Skip("BENCH_DOCUMENTS names no number of documents")
	}
	dir := t.TempDir()
	x, err := index.Open(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	b := &bench{T: t, x: x, n: n, r: rand.New(rand.NewPCG(9, 9))}
	b.build(dir)
	b.line("")
	b.line("| %d searches each | promised | median ms | p99 ms | processor ms |", searchesMeasured)
	b.line("|---|---|---|---|---|")
	for _, kind := range searchKinds {
		b.measure(kind)
	}
	b.clients()
	if *update {
		report := "# What searching costs\n\nMade by `make bench-search` over made dispatches (median 3 KB, one in a hundred about 100 KB; a small vocabulary, so that\n" +
			"each word is in many of them). Processor time is that of the whole process a search; the machine may have been shared, which\nthe other times show.\n\n" + b.report.String()
		if err := os.WriteFile("../testdata/reports/search-speed.md", []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// bench measures one index.
type bench struct {
	*testing.T
	x      *index.Index
	n      int
	r      *rand.Rand
	report strings.Builder
}

func (b *bench) line(format string, args ...any) {
	fmt.Fprintf(&b.report, format+"\n", args...)
	b.Logf(format, args...)
}

// benchBatch is how many records are taken in at a time, as ingesting does.
const benchBatch = 500

func (b *bench) build(dir string) {
	var workers, under sync.WaitGroup
	batches := make(chan []index.Change)
	for range 2 {
		workers.Go(func() {
			for batch := range batches {
				if err := b.x.Apply(context.Background(), batch); err != nil {
					b.Error(err)
				}
				under.Done()
			}
		})
	}
	text := 0
	var making, spent time.Duration
	for at := 0; at < b.n; at += benchBatch * 8 {
		beginCPU := processorTime()
		var made [][]index.Change
		for from := at; from < min(b.n, at+benchBatch*8); from += benchBatch {
			var batch []index.Change
			for i := from; i < min(b.n, from+benchBatch); i++ {
				r := recordOf(corpustest.Make(1, i))
				text += len(r.Text)
				batch = append(batch, index.Change{ID: r.ID, Record: r, Group: r.Directive()})
			}
			made = append(made, batch)
		}
		making += processorTime() - beginCPU
		begin := time.Now()
		under.Add(len(made))
		for _, batch := range made {
			batches <- batch
		}
		under.Wait() // what is still going on while more are made up would count for nothing
		spent += time.Since(begin)
	}
	begin := time.Now()
	close(batches)
	workers.Wait()
	spent += time.Since(begin)
	b.line("| building | |\n|---|---|")
	b.line("| dispatches | %d, %d MB of text |", b.n, text>>20)
	b.line("| taken in, batches of %d | %.0f a second |", benchBatch, float64(b.n)/spent.Seconds())
	b.line("| processor time a dispatch | %.2f ms (2.5 on each of two cores is 800 a second) |", millis(processorTime()-making)/float64(b.n))
	b.line("| index | %.2f times the text |", float64(sizeOf(b.T, dir))/float64(text))
	begin = time.Now()
	if err := b.x.Compact(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.line("| compacting | %.1f s |", time.Since(begin).Seconds())
	begin = time.Now()
	search(b.T, b.x, parse("kế hoạch"))
	b.line("| first search | %.0f ms |", millis(time.Since(begin)))
	b.line("| memory after it | %d MB |", residentMB())
}

// searchKind is a kind of query, and what is promised for it.
type searchKind struct {
	name, promised string
	query          func(b *bench) query.Query
}

var searchKinds = []searchKind{
	{"number, whole or in part, in any form", "1", func(b *bench) query.Query { return parse(b.number()) }},
	{"two to five keywords", "8 / 40", func(b *bench) query.Query { return parse(b.words(2 + b.r.IntN(4))) }},
	{"the same without marks", "8 / 40", func(b *bench) query.Query { return parse(viet.Fold(b.words(2 + b.r.IntN(4)))) }},
	{"phrase of three", "12 / 60", func(b *bench) query.Query { return parse(`"` + b.words(3) + `"`) }},
	{"page: keywords, filters, 5 facets, highlights", "40 / 150", (*bench).page},
	{"newest first", "", func(b *bench) query.Query {
		q := parse(b.words(2))
		q.Sort = query.ByNewest
		return q
	}},
	{"question of 20 words", "", func(b *bench) query.Query { return parse(b.words(20)) }},
	{"suggestions", "5", nil},
}

func (b *bench) measure(kind searchKind) {
	var times []time.Duration
	queries := make([]query.Query, searchesMeasured)
	typed := make([]string, searchesMeasured)
	for i := range queries {
		if kind.query != nil {
			queries[i] = kind.query(b)
		} else {
			typed[i] = b.typed()
		}
	}
	runtime.GC()
	spent := processorTime()
	for i, q := range queries {
		begin := time.Now()
		if kind.query == nil {
			if _, err := b.x.Suggest(context.Background(), typed[i], 8); err != nil {
				b.Fatal(err)
			}
		} else if results := search(b.T, b.x, q); results.Total == 0 {
			b.Errorf("%s: %q finds nothing", kind.name, q.Text)
		}
		times = append(times, time.Since(begin))
	}
	spent = processorTime() - spent
	slices.Sort(times)
	b.line("| %s | %s | %.2f | %.2f | %.2f |", kind.name, kind.promised, millis(times[len(times)/2]), millis(times[len(times)*99/100]), millis(spent)/float64(len(times)))
}

// clients measures how many page queries 16 clients at once get answered.
func (b *bench) clients() {
	queries := make(chan query.Query, searchesMeasured)
	for range cap(queries) {
		queries <- b.page()
	}
	close(queries)
	begin := time.Now()
	var clients sync.WaitGroup
	for range 16 {
		clients.Go(func() {
			for q := range queries {
				if _, err := b.x.Search(context.Background(), q); err != nil {
					b.Error(err)
				}
			}
		})
	}
	clients.Wait()
	b.line("\n16 clients at once: %.0f page queries a second (promised: 60).", float64(cap(queries))/time.Since(begin).Seconds())
}

// dispatch is one that is in the index.
func (b *bench) dispatch() corpustest.Dispatch { return corpustest.Make(1, b.r.IntN(b.n)) }

// words are n words that stand in a row in some line of a dispatch.
func (b *bench) words(n int) string {
	for {
		lines := strings.Split(b.dispatch().Text, "\n")
		words := strings.Fields(strings.Trim(lines[b.r.IntN(len(lines))], "-.,;:|"))
		if len(words) < n || strings.ContainsAny(words[0], "/.)") {
			continue
		}
		at := b.r.IntN(len(words) - n + 1)
		row := strings.Join(words[at:at+n], " ")
		if row = strings.Trim(row, ".,;:/()|- "); !strings.ContainsAny(row, "0123456789:.;-|/\"") && len(strings.Fields(row)) == n {
			return row
		}
	}
}

func (b *bench) number() string {
	number := b.dispatch().Number
	switch b.r.IntN(4) {
	case 0:
		number = viet.Fold(strings.ToLower(number))
	case 1:
		number = strings.NewReplacer("/", " ", "-", " ").Replace(number)
	case 2:
		number = "công văn số " + number
	}
	return number
}

// page is what a page of results asks: words, filters, and five facets.
func (b *bench) page() query.Query {
	q := parse(b.words(2+b.r.IntN(3)) + " từ:2019 đến:2023")
	q.Facets = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Deadline}
	return q
}

// typed is the beginning of a number, a subject or an issuer.
func (b *bench) typed() string {
	d := b.dispatch()
	letters := []rune([]string{d.Number, d.Subject, d.Issuer}[b.r.IntN(3)])
	return string(letters[:min(len(letters), 1+b.r.IntN(16))])
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// processorTime is what the process has used of both cores.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// residentMB is the memory that the process holds, with the parts of the index that are in it.
func residentMB() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.Atoi(fields[0])
	return kb >> 10
}

func parse(text string) query.Query { return query.Parse(text, query.Options{}) }

func search(t *testing.T, x *index.Index, q query.Query) index.Results {
	t.Helper()
	results, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	return results
}

func sizeOf(t *testing.T, dir string) (size int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, e := d.Info()
			size, err = size+info.Size(), e
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return size
}
