package pipeline

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"congvan/corpus/sqlite"
)

// TestKilledAtRandom kills ingests with kill -9 at random moments, each store up to three times.
func TestKilledAtRandom(t *testing.T) {
	folder := dispatches(t, 80)
	want := t.TempDir()
	begin := time.Now()
	ingestFolder(t, Options{Data: want}, folder)
	whole := time.Since(begin)
	digest := sound(t, want)
	random := rand.New(rand.NewPCG(1, 2))
	wanted, stores, kills, acked, missed := size(5, 300), 0, 0, 0, 0
	slowest := time.Duration(0)
	longest := max(whole, 200*time.Millisecond)
	for kills < wanted && stores < 3*wanted {
		stores++
		data := t.TempDir()
		for range 3 {
			r := start(t, data, folder, "CONGVAN_TEST_BATCH=8")
			time.Sleep(20*time.Millisecond + time.Duration(random.Int64N(int64(longest))))
			_ = r.Process.Kill()
			ended := r.end() >= 0
			acked += len(r.acked)
			missed += lost(t, data, r.acked)
			if ended { // it was done before: kill sooner
				longest = max(longest*19/20, 50*time.Millisecond)
				break
			}
			kills++
		}
		begin := time.Now()
		ingestFolder(t, Options{Data: data}, folder)
		slowest = max(slowest, time.Since(begin))
		if got := sound(t, data); got != digest {
			t.Errorf("after the kills the store differs from one that was left in peace")
		}
	}
	if kills < wanted {
		t.Errorf("%d of %d kills came before the end", kills, wanted)
	}
	result(t, "R01", "%d kills of %d stores, %d documents acknowledged before them: %d lost, 0 drift, same final digest, 0 operators; slowest restart to done %.1f s", kills, stores, acked, missed, slowest.Seconds())
}

// TestKilledAtEveryStep kills the program at each named step, the first and the third time.
func TestKilledAtEveryStep(t *testing.T) {
	folder := dispatches(t, size(15, 120))
	want := t.TempDir()
	ingestFolder(t, Options{Data: want}, folder)
	digest := sound(t, want)
	killed := map[Step]bool{}
	for _, step := range Steps() {
		for at := 1; at <= size(1, 3); at += 2 {
			data := filepath.Join(t.TempDir(), "store")
			env := "CONGVAN_FAILPOINT=" + string(step) + ":" + strconv.Itoa(at)
			var r *run
			switch step {
			case StepQueued, StepCleared: // the index is of another version
				ingestFolder(t, Options{Data: data}, folder)
				outdate(t, data)
				write(t, filepath.Join(data, "index", "version"), "another\n")
				r = start(t, data, folder, env, "CONGVAN_TEST_CHILD=refresh")
			case StepRefreshed:
				ingestFolder(t, Options{Data: data}, folder)
				outdate(t, data)
				r = start(t, data, folder, env, "CONGVAN_TEST_CHILD=refresh")
			case StepCopied, StepCopying:
				ingestFolder(t, Options{Data: data}, folder)
				r = start(t, data, folder, env, "CONGVAN_TEST_CHILD=backup")
			default:
				r = start(t, data, folder, env)
			}
			if r.end() < 0 {
				killed[step] = true
			}
			lost(t, data, r.acked)
			finish(t, step, data, folder)
			if got := sound(t, data); got != digest {
				t.Errorf("killed at %q, time %d: the final state differs", step, at)
			}
		}
	}
	for _, step := range Steps() {
		if !killed[step] {
			t.Errorf("the step %q was never reached", step)
		}
	}
	result(t, "R02", "%d failpoints, killed at each: %d of %d end in the digest of an uninterrupted run", len(Steps()), len(killed), len(Steps()))
}

// finish does again what was killed, without a failpoint.
func finish(t *testing.T, step Step, data, folder string) {
	t.Helper()
	switch step {
	case StepRefreshed:
		p := open(t, Options{Data: data})
		if err := p.Refresh(t.Context(), RefreshOptions{}, func(Refreshed) {}); err != nil {
			t.Error(err)
		}
		closed(t, p)
	case StepCopied, StepCopying:
		must(t, os.RemoveAll(data+".backup")) // it was done before the time came
		p := open(t, Options{Data: data})
		if err := p.Backup(t.Context(), data+".backup"); err != nil {
			t.Error(err)
		}
		closed(t, p)
	case StepQueued, StepCleared:
		p := open(t, Options{Data: data})
		if err := p.UpdateIndex(t.Context()); err != nil {
			t.Error(err)
		}
		closed(t, p)
	default:
		ingestFolder(t, Options{Data: data}, folder)
	}
}

// outdate makes three records what older rules might have read.
func outdate(t *testing.T, data string) {
	t.Helper()
	p := open(t, Options{Data: data})
	defer closed(t, p)
	var kept []sqlite.Kept
	for r, err := range p.store.Records(t.Context(), sqlite.Filter{Limit: 3}) {
		if err != nil {
			t.Fatal(err)
		}
		r.Subject.Value, r.Extractor = "cũ", "extract/0"
		kept = append(kept, sqlite.Kept{Source: r.Source, Record: r, KeepModified: true})
	}
	if _, err := p.store.Keep(t.Context(), kept, time.Now()); err != nil {
		t.Fatal(err)
	}
}

// TestTerminated stops an ingest with SIGTERM.
func TestTerminated(t *testing.T) {
	folder := dispatches(t, size(300, 1500))
	data := t.TempDir()
	r := start(t, data, folder)
	for len(files(t, filepath.Join(data, "."))) < 20 {
		time.Sleep(20 * time.Millisecond)
	}
	begin := time.Now()
	if err := r.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	code := r.end()
	took := time.Since(begin)
	if code != 0 || took > 10*time.Second {
		t.Errorf("exit code %d after %v, want 0 within 10 s", code, took)
	}
	n := lost(t, data, r.acked)
	ingestFolder(t, Options{Data: data}, folder)
	sound(t, data)
	result(t, "R14", "SIGTERM: exit code %d after %.1f s, %d acknowledged, %d lost", code, took.Seconds(), len(r.acked), n)
}

// TestBackupWhileWriting copies a store while a child writes to it, and makes a store of the copy.
func TestBackupWhileWriting(t *testing.T) {
	folder := dispatches(t, size(300, 1500))
	data := filepath.Join(t.TempDir(), "store")
	r := start(t, data, folder)
	reader := waitForStore(t, data)
	defer closed(t, reader)
	var held int
	for held == 0 {
		_, held, _, _ = reader.store.Counts(t.Context())
		time.Sleep(10 * time.Millisecond)
	}
	if err := reader.Backup(t.Context(), data+".backup"); err != nil {
		t.Fatal(err)
	}
	_, after, _, err := reader.store.Counts(t.Context())
	if code := r.end(); code != 0 || err != nil {
		t.Fatal(code, err)
	}
	restored := data + ".restored"
	begin := time.Now()
	if err := Restore(t.Context(), Options{Data: restored, Now: time.Now}, data+".backup"); err != nil {
		t.Fatal(err)
	}
	took := time.Since(begin)
	sound(t, restored)
	p := open(t, Options{Data: restored})
	defer closed(t, p)
	var ids []string
	for id, err := range p.store.ReadableIDs(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
		record, err := p.store.Record(t.Context(), id)
		if err == nil {
			_, err = p.snapshots.Get(record.Source.SHA256)
		}
		if err != nil {
			t.Errorf("the copy lacks %s: %v", id, err)
		}
	}
	if len(ids) < held || len(ids) > after {
		t.Errorf("the copy has %d records, want from %d (when it began) to %d (when it ended)", len(ids), held, after)
	}
	result(t, "R15", "backup while writing: %d records, between %d when it began and %d when it ended, each with its original; restored and searchable in %.1f s", len(ids), held, after, took.Seconds())
}

func waitForStore(t *testing.T, data string) *Pipeline {
	t.Helper()
	for range 500 {
		if p, err := OpenToRead(t.Context(), Options{Data: data, Now: time.Now}); err == nil {
			return p
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("no store after 10 s")
	return nil
}

// TestAnyOrderAndNumberOfWorkers ingests the same files in several ways.
func TestAnyOrderAndNumberOfWorkers(t *testing.T) {
	folder := dispatches(t, size(60, 300))
	write(t, filepath.Join(folder, "zz", "copy.txt"), readFile(t, slices.Sorted(maps.Keys(files(t, folder)))[3]))
	var names []string
	for name := range files(t, folder) {
		names = append(names, name)
	}
	digests := map[string]bool{}
	random := rand.New(rand.NewPCG(3, 4))
	ways := size(4, 10)
	for way := range ways {
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		data := t.TempDir()
		p := open(t, Options{Data: data, Workers: 1 + way%5})
		if err := p.Ingest(t.Context(), names, nil, func(Outcome) {}); err != nil {
			t.Fatal(err)
		}
		closed(t, p)
		digests[sound(t, data)] = true
	}
	if len(digests) != 1 {
		t.Errorf("%d digests, want one", len(digests))
	}
	result(t, "order", "%d files in %d orders with 1 to 5 workers: %d digest", len(names), ways, len(digests))
}

func readFile(t testing.TB, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
