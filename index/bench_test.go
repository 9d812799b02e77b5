package index_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/index"
	"congvan/index/query"
)

// TestSpeed builds an index of BENCH_DOCUMENTS made-up dispatches and measures building, size
// and searches against what is promised for 100,000 on two cores.
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
	g := newGenerator(1)
	text := 0
	start := time.Now()
	var made time.Duration
	var workers sync.WaitGroup
	batches := make(chan []index.Change)
	for range 2 {
		workers.Go(func() {
			for batch := range batches {
				if err := x.Apply(context.Background(), batch); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for done := 0; done < n; {
		var batch []index.Change
		begun := time.Now()
		for range min(4000, n-done) {
			r := g.record(done)
			text += len(r.Text)
			batch = append(batch, index.Change{ID: r.ID, Record: r, Group: r.Directive()})
			done++
		}
		made += time.Since(begun)
		batches <- batch
	}
	close(batches)
	workers.Wait()
	spent := time.Since(start)
	t.Logf("building: %d documents, %d MB of text, %.0f documents/s (making them up took %v of it)", n, text>>20, float64(n)/spent.Seconds(), made)
	start = time.Now()
	if err := x.Compact(context.Background()); err != nil {
		t.Fatal(err)
	}
	t.Logf("compacting: %v", time.Since(start).Round(time.Millisecond))
	start = time.Now()
	search(t, x, query.Parse("kế hoạch", query.Options{}))
	t.Logf("first search: %v", time.Since(start).Round(time.Millisecond))
	for _, one := range []struct {
		name          string
		query         func() query.Query
		median, worst time.Duration
	}{
		{"number", func() query.Query { return parse(g.number(g.r.IntN(n))) }, time.Millisecond, 0},
		{"keywords", func() query.Query { return parse(g.words(2 + g.r.IntN(4))) }, 8 * time.Millisecond, 40 * time.Millisecond},
		{"without marks", func() query.Query { return parse(viet.Fold(g.words(2 + g.r.IntN(4)))) }, 8 * time.Millisecond, 40 * time.Millisecond},
		{"phrase", func() query.Query { return parse(`"` + g.words(3) + `"`) }, 12 * time.Millisecond, 60 * time.Millisecond},
		{"page", g.page, 40 * time.Millisecond, 150 * time.Millisecond},
		{"question", func() query.Query { return parse(g.words(20)) }, 0, 0},
	} {
		var times []time.Duration
		for range 1000 {
			q := one.query()
			start := time.Now()
			search(t, x, q)
			times = append(times, time.Since(start))
		}
		slices.Sort(times)
		median, worst := times[len(times)/2], times[len(times)*99/100]
		t.Logf("%-14s median %8.2f ms  p99 %8.2f ms", one.name, ms(median), ms(worst))
		if one.median > 0 && median > one.median || one.worst > 0 && worst > one.worst {
			t.Errorf("%s is slower than promised: %v, %v", one.name, one.median, one.worst)
		}
	}
	suggestions(t, x, g)
	clients(t, x, g)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	size := sizeOf(t, dir)
	t.Logf("index: %d MB, %.2f times the text", size>>20, float64(size)/float64(text))
}

// suggestions measures what is proposed while a word is being typed.
func suggestions(t *testing.T, x *index.Index, g *generator) {
	var times []time.Duration
	for range 300 {
		typed := []rune(g.words(2))
		start := time.Now()
		if _, err := x.Suggest(context.Background(), string(typed[:len(typed)-1]), 8); err != nil {
			t.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	t.Logf("%-14s median %8.2f ms  p99 %8.2f ms", "suggestions", ms(times[len(times)/2]), ms(times[len(times)*99/100]))
	if median := times[len(times)/2]; median > 5*time.Millisecond {
		t.Errorf("suggestions are slower than promised: %v", median)
	}
}

// clients measures how many page queries 16 clients at once get answered.
func clients(t *testing.T, x *index.Index, g *generator) {
	queries := make(chan query.Query, 640)
	for range cap(queries) {
		queries <- g.page()
	}
	close(queries)
	start := time.Now()
	var clients sync.WaitGroup
	for range 16 {
		clients.Go(func() {
			for q := range queries {
				if _, err := x.Search(context.Background(), q); err != nil {
					t.Error(err)
				}
			}
		})
	}
	clients.Wait()
	rate := float64(cap(queries)) / time.Since(start).Seconds()
	t.Logf("16 clients: %.0f page queries/s", rate)
	if rate < 60 {
		t.Errorf("want at least 60 page queries/s")
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

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

// generator makes up dispatches: syllables drawn by Zipf's law from those of real sentences and
// from made-up words, so that common pairs are common and rare ones rare.
type generator struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	terms []string
}

var syllables = strings.Fields(`bảo hiểm xã hội y tế công tác truyền thông chính sách tuyên đơn vị tỉnh thành phố trực thuộc trung ương kế hoạch
	thực hiện quy định pháp luật báo cáo kết quả tổ chức triển khai nội dung hướng dẫn tham gia tự nguyện bắt buộc hộ gia đình người lao động
	sử dụng đối tượng thời gian hằng năm quý tháng ngày trước sau cơ quan nhà nước tài chính thanh tra kiểm xử lý vi phạm giải quyết chế độ
	hưu trí thai sản ốm đau nghề nghiệp tai nạn thất nghiệp khám chữa bệnh viện thuốc vật tư hồ sơ thủ tục dịch vụ trực tuyến dữ liệu số
	chuyển đổi hệ thống phần mềm giám đốc phó trưởng phòng ban thu chi quỹ ngân hàng thuế đất đai môi trường giáo dục đào tạo học sinh sinh viên`)

func newGenerator(seed uint64) *generator {
	g := &generator{r: rand.New(rand.NewPCG(seed, seed))}
	for i := range 8000 { // terms of two or three syllables; the first are the commonest
		words := 2 + i%2
		term := make([]string, words)
		for w := range term {
			term[w] = syllables[int(float64(len(syllables))*g.r.Float64()*min(1, 0.2+float64(i)/2000))%len(syllables)]
		}
		g.terms = append(g.terms, strings.Join(term, " "))
	}
	for i := range 3000 { // names, codes
		g.terms = append(g.terms, fmt.Sprintf("%s%c%d", syllables[g.r.IntN(len(syllables))], 'a'+i%26, i))
	}
	g.zipf = rand.NewZipf(g.r, 1.1, 8, uint64(len(g.terms)-1))
	return g
}

func (g *generator) term() string { return g.terms[g.zipf.Uint64()] }

func (g *generator) words(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(g.term() + " ")
	}
	return strings.Join(strings.Fields(b.String())[:n], " ")
}

// page is what a page of results asks: words, a filter, and five facets.
func (g *generator) page() query.Query {
	q := parse(g.words(2+g.r.IntN(3)) + " từ:2019")
	q.Facets = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Deadline}
	return q
}

func (g *generator) number(i int) string {
	units := []string{"BHXH-TT", "BHXH-CSYT", "BHXH-TCKT", "KH-BHXH", "UBND-VX", "BTC-TCT", "QĐ-BYT"}
	return fmt.Sprintf("%d/%s", 1+i%5000, units[i%len(units)])
}

func (g *generator) record(i int) *corpus.Record {
	r := &corpus.Record{ID: fmt.Sprintf("%016x", i), Source: corpus.Source{Name: fmt.Sprintf("cv-%06d.txt", i), Kind: corpus.KindOriginal, Status: corpus.StatusOK}}
	n, _ := corpus.ParseDocumentNumber(g.number(i))
	r.Number = corpus.NumberFact{Value: n.String(), Serial: n.Serial, Symbol: n.Symbol}
	r.Issued.Value = corpus.Date{Year: 2015 + i%10, Month: 1 + i%12, Day: 1 + i%28}
	r.Type = corpus.TypeFact{Value: corpus.DocumentTypes()[i%12].Name}
	r.Issuer.Value = "Cơ quan " + syllables[i%60] + " " + syllables[(i/60)%7]
	r.Subject.Value = "Về việc " + g.words(10)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\nSố: %s\n%s\n", r.Issuer.Value, r.Number.Value, r.Subject.Value)
	for b.Len() < 3000 {
		sentence := g.words(12 + g.r.IntN(20))
		if g.r.IntN(5) == 0 {
			o := corpus.Obligation{ID: strconv.Itoa(len(r.Obligations)), Modality: corpus.Must}
			o.Action.Value = sentence
			o.Actors = []corpus.Actor{{Value: "Ban " + syllables[g.r.IntN(80)]}}
			if g.r.IntN(2) == 0 {
				o.Timing = []corpus.Timing{{Due: corpus.Date{Year: 2024, Month: 1 + g.r.IntN(12), Day: 1 + g.r.IntN(28)}}}
			}
			r.Obligations = append(r.Obligations, o)
		}
		b.WriteString(sentence + ".\n")
	}
	r.Text = b.String()
	return r
}
