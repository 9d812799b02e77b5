package web

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus/corpustest"
	"congvan/corpus/sqlite"
)

const serveReport = "../../../testdata/reports/serve.md"

// The load: so many requests a second for so long, as many of them searches as documents; then so
// many clients at once, each asking for one page after another of every kind.
const (
	loadRate    = 15
	loadTime    = 60 * time.Second
	crowd       = 50
	crowdTime   = 20 * time.Second
	loadWarm    = 5 * time.Second
	answerLimit = time.Minute
)

// TestServeReport serves a store of CONGVAN_BENCH_DOCUMENTS (100,000) made dispatches with the real
// program, loads it and writes the report. CONGVAN_BENCH_DATA names a store to use: one that was
// made earlier, or where to make it.
func TestServeReport(t *testing.T) {
	if os.Getenv("CONGVAN_SERVE_REPORT") == "" {
		t.Skip("takes minutes: make bench-serve")
	}
	count := 100_000
	if n, err := strconv.Atoi(os.Getenv("CONGVAN_BENCH_DOCUMENTS")); err == nil && n > 0 {
		count = n
	}
	data := os.Getenv("CONGVAN_BENCH_DATA")
	if data == "" {
		data = filepath.Join(t.TempDir(), "store")
	}
	made(t, data, count)
	served := startProgram(t, data)
	l := &loader{t: t, base: served.base, ids: someIDs(t, data), took: map[string][]time.Duration{}, client: &http.Client{
		Timeout: answerLimit, Transport: &http.Transport{MaxIdleConnsPerHost: crowd, DisableCompression: true}}}
	l.steady(loadWarm)
	l.took, l.failed = map[string][]time.Duration{}, nil
	l.steady(loadTime)
	steady, failed := l.took, l.failed
	resident := served.memory("VmRSS")
	l.took, l.failed = map[string][]time.Duration{}, nil
	l.crowded(crowdTime)
	report := fmt.Sprintf("# Pages under load\n\nMade by `make bench-serve`: `congvan serve` over %d made dispatches, on this machine's two cores with the program that asks. "+
		"The load average was %s before it began; on a machine that others use the times say little.\n\n", served.documents, served.load)
	report += fmt.Sprintf("%d requests a second for %v, searches and documents by turns: %d failed.\n\n%s\n", loadRate, loadTime, len(failed), table(steady))
	report += fmt.Sprintf("%d clients at once for %v, every kind of page: %d failed.\n\n%s\n", crowd, crowdTime, len(l.failed), table(l.took))
	report += fmt.Sprintf("The first page, compressed, with its style and script: %d KB. A page of results: %d KB. A document: %d KB.\n\n", l.weigh("/", "/style.css", "/pages.js"), l.weigh("/?q=truyen+thong"), l.weigh("/van-ban/"+l.ids[0]))
	report += fmt.Sprintf("Memory of the server: %d MB after the steady load, %d MB at the most; of it %d MB its own, the rest is the index as the system maps it.\n", resident, served.memory("VmHWM"), served.memory("RssAnon"))
	t.Log("\n" + report)
	save(t, serveReport, []byte(report))
	for _, f := range slices.Concat(failed, l.failed)[:min(len(failed)+len(l.failed), 10)] {
		t.Error(f)
	}
}

// made makes the store, unless there is one.
func made(t *testing.T, data string, count int) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(data, "store.db")); err == nil {
		return
	}
	folder := t.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		shelf := filepath.Join(folder, strconv.Itoa(i/1000))
		if err := os.MkdirAll(shelf, 0o755); err != nil {
			t.Fatal(err)
		}
		save(t, filepath.Join(shelf, d.Name), []byte(d.Text))
	}
	p, err := pipeline.Open(t.Context(), pipeline.Options{Data: data, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Ingest(t.Context(), []string{folder}, nil, func(pipeline.Outcome) {}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func someIDs(t testing.TB, data string) []string {
	t.Helper()
	p, err := pipeline.OpenToRead(t.Context(), pipeline.Options{Data: data, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	ids, err := p.Store().IDs(t.Context(), sqlite.Filter{})
	if err != nil || len(ids) == 0 {
		t.Fatal("the store is empty", err)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids
}

// program is a running "congvan serve".
type program struct {
	t         *testing.T
	cmd       *exec.Cmd
	base      string
	documents int
	load      string
}

func startProgram(t *testing.T, data string) *program {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "congvan")
	if out, err := exec.Command("go", "build", "-o", binary, "congvan/cmd/congvan").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p := &program{t: t, cmd: exec.Command(binary, "--data", data, "serve", "--addr", "127.0.0.1:0")}
	said, err := p.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if load, err := os.ReadFile("/proc/loadavg"); err == nil {
		p.load, _, _ = strings.Cut(string(load), " ")
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Signal(os.Interrupt); _ = p.cmd.Wait() })
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(os.Stderr, said) }()
	p.base = strings.TrimSpace(line)
	resp, err := http.Get(p.base + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`congvan_records (\d+)`).FindSubmatch(body); m != nil {
		p.documents, _ = strconv.Atoi(string(m[1]))
	}
	return p
}

// memory is a line of the process's status, in MB; 0 where the system does not tell.
func (p *program) memory(line string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	m := regexp.MustCompile(line + `:\s+(\d+) kB`).FindSubmatch(status)
	if m == nil {
		return 0
	}
	kb, _ := strconv.Atoi(string(m[1]))
	return kb >> 10
}

// loader asks for pages and notes how long they took.
type loader struct {
	t      *testing.T
	base   string
	ids    []string
	client *http.Client

	mu     sync.Mutex
	took   map[string][]time.Duration
	failed []string
}

// asked are the searches, in turn: words with and without marks, a number, a phrase, filters,
// columns, the first page.
var askedFor = []string{"q=truyen+thong", "q=bảo+hiểm+y+tế", "q=bao+hiem+y+te+ho+gia+dinh", "q=12/HD-UBND", `q="báo+cáo+kết+quả"`, "q=thanh+tra&type=Công+văn", "year=2022", "",
	"q=cải+cách+hành+chính&sort=newest", "q=đơn+vị:+Sở+Y+tế", "q=hạn:<30d", "q=chuyển+đổi+số&from=2020-01-01", "q=tong+hop+danh+gia&cot=number&cot=issued&cot=due"}

// page is the n-th page of a kind.
func (l *loader) page(kind string, n int) string {
	switch kind {
	case "search":
		values, err := url.ParseQuery(askedFor[n%len(askedFor)])
		if err != nil {
			l.t.Fatal(err)
		}
		return "/?" + values.Encode()
	case "document":
		return "/van-ban/" + l.ids[n%len(l.ids)]
	case "map":
		return "/van-ban/" + l.ids[n%len(l.ids)] + "/ban-do"
	case "suggest":
		return "/api/v1/suggest?q=" + url.QueryEscape([]string{"bao", "12/H", "sở y", "tru"}[n%4])
	case "month":
		return "/nhiem-vu?thang=" + fmt.Sprintf("%d-%02d", 2020+n%5, 1+n%12)
	case "workload":
		return "/nhiem-vu/khoi-luong?asof=" + fmt.Sprintf("%d-%02d-01", 2020+n%5, 1+n%12)
	case "board":
		return "/nhiem-vu?asof=" + fmt.Sprintf("%d-%02d-01", 2020+n%5, 1+n%12)
	}
	return "/con-thieu"
}

func (l *loader) get(kind string, n int) {
	address := l.page(kind, n)
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, l.base+address, nil)
	if err != nil {
		l.t.Error(err)
		return
	}
	r.Header.Set("Accept-Encoding", "gzip")
	begin := time.Now()
	resp, err := l.client.Do(r)
	if err == nil {
		_, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode != http.StatusOK {
			err = fmt.Errorf("%s", resp.Status)
		}
	}
	took := time.Since(begin)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.took[kind] = append(l.took[kind], took)
	if err != nil {
		l.failed = append(l.failed, fmt.Sprintf("%s: %v", address, err))
	}
}

// steady asks at a constant rate, however long the answers take.
func (l *loader) steady(during time.Duration) {
	var asking sync.WaitGroup
	ticker := time.NewTicker(time.Second / loadRate)
	defer ticker.Stop()
	for n := range int(during.Seconds() * loadRate) {
		<-ticker.C
		asking.Go(func() { l.get([]string{"search", "document"}[n%2], n/2) })
	}
	asking.Wait()
}

// crowded asks as fast as a crowd of clients can.
func (l *loader) crowded(during time.Duration) {
	kinds := []string{"search", "document", "search", "document", "map", "suggest", "month", "workload", "board", "gaps"}
	end := time.Now().Add(during)
	var asking sync.WaitGroup
	for client := range crowd {
		asking.Go(func() {
			for n := client; time.Now().Before(end); n++ {
				l.get(kinds[n%len(kinds)], n*crowd+client)
			}
		})
	}
	asking.Wait()
}

// weigh is the size of answers as they are sent, in KB.
func (l *loader) weigh(addresses ...string) int {
	total := 0
	for _, address := range addresses {
		r, err := http.NewRequest(http.MethodGet, l.base+address, nil)
		if err != nil {
			l.t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", "gzip")
		resp, err := l.client.Do(r)
		if err != nil {
			l.t.Fatal(err)
		}
		n, _ := io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		total += int(n)
	}
	return (total + 1023) >> 10
}

// table is the times of each kind of page in milliseconds.
func table(took map[string][]time.Duration) string {
	out := "| page | requests | median ms | p90 | p99 | most |\n|---|---|---|---|---|---|\n"
	var kinds []string
	for kind := range took {
		kinds = append(kinds, kind)
	}
	slices.Sort(kinds)
	for _, kind := range kinds {
		all := slices.Clone(took[kind])
		slices.Sort(all)
		at := func(share float64) float64 { return float64(all[int(share*float64(len(all)-1))].Microseconds()) / 1000 }
		out += fmt.Sprintf("| %s | %d | %.1f | %.1f | %.1f | %.1f |\n", kind, len(all), at(0.5), at(0.9), at(0.99), at(1))
	}
	return out
}
