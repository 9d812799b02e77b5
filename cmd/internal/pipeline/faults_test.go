package pipeline

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"congvan/corpus"
	"congvan/corpus/corpustest"
)

// The faults that a store has to survive are made for real: in processes of their own that are
// killed, on small disks, on bytes that were changed. "make test" does it in small; "make faults"
// at full size, and writes the report.

// full reports whether faults are made at full size.
var full = os.Getenv("CONGVAN_FAULTS") != ""

func size(small, large int) int {
	if full {
		return large
	}
	return small
}

const reportFile = "../../../testdata/reports/faults.md"

// results are the lines of the report.
var results = struct {
	sync.Mutex
	lines []string
}{}

// result notes what a fault came to.
func result(t *testing.T, row, format string, args ...any) {
	t.Helper()
	line := fmt.Sprintf(format, args...)
	t.Logf("%s: %s", row, line)
	results.Lock()
	defer results.Unlock()
	results.lines = append(results.lines, fmt.Sprintf("| %s | %s | %s |", row, t.Name(), line))
}

func TestMain(m *testing.M) {
	if os.Getenv("CONGVAN_TEST_CHILD") != "" {
		os.Exit(child())
	}
	begin := time.Now()
	code := m.Run()
	if full && len(results.lines) > 15 { // not of a single test
		if err := writeReport(code, time.Since(begin)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

func writeReport(code int, took time.Duration) error {
	slices.Sort(results.lines)
	verdict := "Every test passed"
	if code != 0 {
		verdict = "NOT every test passed"
	}
	report := "# Faults survived\n\nMade by `make faults`, at full size; `make test` does the same in small. " + verdict + fmt.Sprintf(", in %.0f minutes.\n", took.Minutes()) +
		"A commit is synced to the disk before an input is acknowledged: SQLite `synchronous=FULL`, one `syncfs` for the originals of a batch.\n\n" +
		"| fault | test | came to |\n|---|---|---|\n" + strings.Join(results.lines, "\n") + "\n"
	return errors.Join(os.MkdirAll(filepath.Dir(reportFile), 0o755), os.WriteFile(reportFile, []byte(report), 0o644))
}

// child is the program that faults happen to. It prints "ack URI" for each input that was reported.
func child() int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if limit, err := strconv.ParseUint(os.Getenv("CONGVAN_TEST_FILES"), 10, 64); err == nil {
		if err := unix.Setrlimit(unix.RLIMIT_NOFILE, &unix.Rlimit{Cur: limit, Max: limit}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 4
		}
	}
	o := Options{Data: os.Getenv("CONGVAN_TEST_DATA"), Now: time.Now, Reached: failpoint(os.Getenv("CONGVAN_FAILPOINT")), Relaxed: os.Getenv("CONGVAN_TEST_RELAXED") != ""}
	o.Batch, _ = strconv.Atoi(os.Getenv("CONGVAN_TEST_BATCH")) // otherwise the usual
	ForBatches()
	p, err := Open(ctx, o)
	if err != nil {
		fmt.Println(err)
		return 3
	}
	switch os.Getenv("CONGVAN_TEST_CHILD") {
	case "open":
	case "search":
		err = searchAll(ctx, p, os.Stdin)
	case "refresh":
		err = p.Refresh(ctx, RefreshOptions{}, func(Refreshed) {})
	case "backup":
		err = p.Backup(ctx, o.Data+".backup")
	default:
		err = p.Ingest(ctx, []string{os.Getenv("CONGVAN_TEST_FOLDER")}, nil, func(o Outcome) {
			if o.Change != Failed {
				fmt.Println("ack", o.Source.URI)
			}
		})
	}
	switch err = errors.Join(err, p.Close()); {
	case ctx.Err() != nil:
		return 0
	case err != nil:
		fmt.Println(err)
		return 1
	}
	return 0
}

// failpoint kills the process at the nth time that a step is reached: "step:n".
func failpoint(spec string) func(Step) error {
	step, times, _ := strings.Cut(spec, ":")
	left, err := strconv.Atoi(times)
	if err != nil {
		return nil
	}
	var mu sync.Mutex
	return func(s Step) error {
		mu.Lock()
		defer mu.Unlock()
		if string(s) == step {
			if left--; left == 0 {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				select {} // it comes at once
			}
		}
		return nil
	}
}

// run is a child at work.
type run struct {
	*exec.Cmd
	acked []string
	said  []string
	read  chan struct{}
}

func start(t testing.TB, data, folder string, env ...string) *run {
	t.Helper()
	return startWith(t, nil, data, folder, env...)
}

// startWith starts a child that reads in.
func startWith(t testing.TB, in io.Reader, data, folder string, env ...string) *run {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	r := &run{Cmd: exec.Command(self, "-test.run=^$"), read: make(chan struct{})}
	r.Env = append(append(os.Environ(), "CONGVAN_TEST_CHILD=ingest", "CONGVAN_TEST_DATA="+data, "CONGVAN_TEST_FOLDER="+folder), env...)
	r.Stdin, r.Stderr = in, os.Stderr
	out, err := r.StdoutPipe()
	if err == nil {
		err = r.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(r.read)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if uri, ok := strings.CutPrefix(lines.Text(), "ack "); ok {
				r.acked = append(r.acked, uri)
			} else {
				r.said = append(r.said, lines.Text())
			}
		}
	}()
	return r
}

// end waits for the child and returns its exit code; -1 when it was killed.
func (r *run) end() int {
	<-r.read
	_ = r.Wait()
	return r.ProcessState.ExitCode()
}

// dispatches writes count made dispatches into a new folder.
func dispatches(t testing.TB, count int) string {
	t.Helper()
	folder := t.TempDir()
	for i := range count {
		d := corpustest.Make(1, i)
		text := d.Text
		if len(text) > 20_000 {
			text = text[:len(text)/10] // the long ones make tests slow and show nothing more
			text = strings.ToValidUTF8(text, "")
		}
		write(t, filepath.Join(folder, d.Name), text)
	}
	return folder
}

func open(t testing.TB, o Options) *Pipeline {
	t.Helper()
	if o.Now == nil {
		o.Now = time.Now
	}
	p, err := Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func closed(t testing.TB, p *Pipeline) {
	t.Helper()
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

// ingestFolder takes a folder in and counts what came of it.
func ingestFolder(t testing.TB, o Options, folder string) map[Change]int {
	t.Helper()
	p := open(t, o)
	counts := map[Change]int{}
	if err := p.Ingest(t.Context(), []string{folder}, nil, func(o Outcome) { counts[o.Change]++ }); err != nil {
		t.Fatal(err)
	}
	closed(t, p)
	return counts
}

// sound checks that store and index agree and are as they were written, and returns their digest.
func sound(t testing.TB, data string) string {
	t.Helper()
	p := open(t, Options{Data: data})
	defer closed(t, p)
	if err := p.openIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	missing, ghosts, err := p.drift(t.Context())
	if err != nil || len(missing)+len(ghosts) > 0 {
		t.Errorf("%d records are missing in the index, %d are ghosts, %v", len(missing), len(ghosts), err)
	}
	if err := p.store.Verify(t.Context(), func(id, why string) { t.Errorf("record %s: %s", id, why) }); err != nil {
		t.Error(err)
	}
	digest, err := p.Digest(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return digest
}

// lost counts acknowledged inputs that the store does not hold, original and record.
func lost(t testing.TB, data string, acked []string) int {
	t.Helper()
	if len(acked) == 0 {
		return 0
	}
	p, err := OpenToRead(t.Context(), Options{Data: data, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, p)
	n := 0
	for _, uri := range acked {
		state, known, err := p.store.Source(t.Context(), uri)
		if err == nil && known {
			_, err = p.snapshots.Get(state.SHA256)
		}
		if err == nil && known {
			_, err = p.store.Record(t.Context(), state.SHA256[:16])
		}
		if err != nil || !known {
			t.Errorf("%s was acknowledged and is not held: %v", uri, err)
			n++
		}
	}
	return n
}

// files are the SHA-256 of all files of a folder, but for those that say who works with it.
func files(t testing.TB, folder string) map[string]string {
	t.Helper()
	sums := map[string]string{}
	err := filepath.WalkDir(folder, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "lock" || strings.HasSuffix(d.Name(), "-shm") || strings.HasSuffix(d.Name(), "-wal") {
			return err
		}
		content, err := os.ReadFile(file)
		sums[file] = corpus.Hash(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}
