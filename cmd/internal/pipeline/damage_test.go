package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"congvan/index"
)

// TestBitFlips changes single bits of originals, records and index segments.
func TestBitFlips(t *testing.T) {
	folder := dispatches(t, size(30, 50))
	data := t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	digest := sound(t, data)
	random := rand.New(rand.NewPCG(5, 6))
	trials := size(12, 400)

	found := 0
	originals := glob(t, data, "originals/??/*")
	for range trials {
		file := originals[random.IntN(len(originals))]
		restore := flip(t, file, random)
		p := open(t, Options{Data: data})
		if f, err := p.examineOriginals(t.Context(), false); err == nil && f.State == Wrong {
			found++
		}
		closed(t, p)
		restore()
	}
	if found != trials {
		t.Errorf("%d of %d flips in originals were found, want all", found, trials)
	}

	var segments []string
	for _, root := range glob(t, data, "index/*/root.bolt") {
		files, err := segmentsOf(root)
		if err != nil {
			t.Fatal(err)
		}
		segments = append(segments, files...)
	}
	inIndex := 0
	for range trials {
		restore := flip(t, segments[random.IntN(len(segments))], random)
		inIndex += min(1, len(tornSegments(filepath.Join(data, "index"))))
		restore()
	}
	if inIndex != trials {
		t.Errorf("%d of %d flips in segments were found, want all", inIndex, trials)
	}

	detected, harmless, silent := 0, 0, 0
	for range trials {
		restore := flip(t, filepath.Join(data, "store.db"), random)
		switch same, err := unharmed(data, digest); {
		case err != nil:
			detected++
		case same:
			harmless++
		default:
			silent++
		}
		restore()
	}
	if limit := max(1, trials/100); silent > limit {
		t.Errorf("%d of %d flips changed what is stored and were not found, want at most %d", silent, trials, limit)
	}
	result(t, "R05", "%d flips each: originals %d found; segments %d found; store %d found, %d in unused bytes, %d not found", trials, found, inIndex, detected, harmless, silent)
}

// unharmed reports what doctor finds wrong with the records, or whether their digest is the same.
func unharmed(data, digest string) (bool, error) {
	p, err := Open(context.Background(), Options{Data: data, Now: time.Now})
	if err != nil {
		return false, err
	}
	defer p.Close()
	wrong := ""
	if err := p.store.Verify(context.Background(), func(_, why string) { wrong = why }); err != nil {
		return false, err
	}
	if wrong != "" {
		return false, errors.New(wrong)
	}
	now, err := p.Digest(context.Background())
	return now == digest, err
}

func glob(t *testing.T, data, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(data, pattern))
	if err != nil || len(found) == 0 {
		t.Fatalf("no %s: %v", pattern, err)
	}
	return found
}

// flip changes one bit of a file and gives back what puts the file right again.
func flip(t *testing.T, file string, random *rand.Rand) (restore func()) {
	t.Helper()
	content := []byte(readFile(t, file))
	at, bit := random.IntN(len(content)), random.IntN(8)
	whole := string(content)
	content[at] ^= 1 << bit
	write(t, file, string(content))
	return func() {
		write(t, file, whole)
		for _, beside := range []string{"-wal", "-shm"} {
			_ = os.Remove(file + beside)
		}
	}
}

func finding(t *testing.T, data, what string, repair bool) Finding {
	t.Helper()
	findings, err := Examine(t.Context(), Options{Data: data, Now: time.Now}, repair)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.What == what {
			return f
		}
	}
	t.Fatalf("doctor says nothing of %s", what)
	return Finding{}
}

// TestDamagedRecordsAreMadeAgain changes what the store holds and repairs it.
func TestDamagedRecordsAreMadeAgain(t *testing.T) {
	folder, data := dispatches(t, 10), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	digest := sound(t, data)
	damage(t, data, `UPDATE record SET json = zeroblob(length(json)) WHERE rowid = 2`, `UPDATE record SET issuer = 'x' WHERE rowid = 5`, `DELETE FROM actor WHERE record = (SELECT id FROM record WHERE rowid = 7)`)
	if f := finding(t, data, "records", false); f.State != Wrong || !strings.HasPrefix(f.Says, "3 are damaged") {
		t.Errorf("doctor finds %+v, want 3 damaged records", f)
	}
	if f := finding(t, data, "records", true); f.State != Repaired {
		t.Errorf("doctor --repair: %+v", f)
	}
	if sound(t, data) != digest {
		t.Error("the store differs from before")
	}
}

// TestDrift takes records out of the index and puts others in.
func TestDrift(t *testing.T) {
	count := size(100, 1500)
	folder, data := dispatches(t, count), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	digest := sound(t, data)
	p := open(t, Options{Data: data})
	if err := p.openIndex(t.Context()); err != nil {
		t.Fatal(err)
	}
	var changes []index.Change
	for id, err := range p.store.ReadableIDs(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if len(changes) < 2*max(1, count/100) {
			r, err := p.store.Record(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			r.ID = "ffff" + id[4:]
			changes = append(changes, index.Change{ID: id}, index.Change{ID: r.ID, Record: r})
		}
	}
	if err := p.index.Apply(t.Context(), changes); err != nil {
		t.Fatal(err)
	}
	closed(t, p)
	want := fmt.Sprintf("%d records are missing in it, %d are no longer", len(changes)/2, len(changes)/2)
	begin := time.Now()
	if f := finding(t, data, "index", false); f.State != Wrong || !strings.HasPrefix(f.Says, want) {
		t.Errorf("doctor finds %+v, want %s", f, want)
	}
	if f := finding(t, data, "index", true); f.State != Repaired {
		t.Errorf("doctor --repair: %+v", f)
	}
	took := time.Since(begin)
	if sound(t, data) != digest {
		t.Error("the index differs from before")
	}
	result(t, "R09", "%d records: %d taken out of the index and as many ghosts put in: all found and repaired in %.1f s, with the checks of originals and records", count, len(changes)/2, took.Seconds())
}

// TestATornIndexHealsItself damages the index in every way and then only uses it.
func TestATornIndexHealsItself(t *testing.T) {
	folder := dispatches(t, 8)
	ways := map[string]func(t *testing.T, dir string){
		"no index":            func(t *testing.T, dir string) { must(t, os.RemoveAll(dir)) },
		"no version":          func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "version"))) },
		"another version":     func(t *testing.T, dir string) { write(t, filepath.Join(dir, "version"), "congvan.index/0\n") },
		"a segment is gone":   func(t *testing.T, dir string) { must(t, os.Remove(largest(t, dir, ".zap"))) },
		"a segment is cut":    func(t *testing.T, dir string) { cutFile(t, largest(t, dir, ".zap"), 0.5) },
		"a segment is empty":  func(t *testing.T, dir string) { cutFile(t, largest(t, dir, ".zap"), 0) },
		"root.bolt is cut":    func(t *testing.T, dir string) { cutFile(t, filepath.Join(dir, "documents", "root.bolt"), 0.3) },
		"root.bolt is empty":  func(t *testing.T, dir string) { cutFile(t, filepath.Join(dir, "obligations", "root.bolt"), 0) },
		"root.bolt is zeroed": func(t *testing.T, dir string) { zeroTail(t, filepath.Join(dir, "documents", "root.bolt")) },
		"an engine is gone":   func(t *testing.T, dir string) { must(t, os.RemoveAll(filepath.Join(dir, "documents"))) },
	}
	whole := t.TempDir()
	ingestFolder(t, Options{Data: whole}, folder)
	healed := 0
	slowest := time.Duration(0)
	for name, tear := range ways {
		for _, use := range []string{"ingest", "search"} {
			data := t.TempDir()
			must(t, os.CopyFS(data, os.DirFS(whole)))
			tear(t, filepath.Join(data, "index"))
			said := ""
			begin := time.Now()
			o := Options{Data: data, Now: time.Now, Warn: func(what string) { said += what }}
			if use == "ingest" {
				more := t.TempDir()
				write(t, filepath.Join(more, "more.txt"), "Số: 77/BYT-KH\nmột văn bản nữa")
				ingestFolder(t, o, more)
			} else if err := searches(t, o, "bảo hiểm"); err != nil {
				t.Errorf("%s, then search: %v", name, err)
			}
			slowest = max(slowest, time.Since(begin))
			if use == "search" && !strings.Contains(said, "index") && name != "no index" {
				t.Errorf("%s: nothing was said of the damage: %q", name, said)
			}
			sound(t, data)
			if err := searches(t, o, "bảo hiểm"); err != nil {
				t.Errorf("%s, then %s: %v", name, use, err)
			} else {
				healed++
			}
		}
	}
	result(t, "R06", "%d ways to damage the index, met by an ingest and by a search: %d of %d healed without an operator, slowest %.1f s", len(ways), healed, 2*len(ways), slowest.Seconds())
}

// searches fails when a search does, or finds nothing.
func searches(t *testing.T, o Options, text string) error {
	t.Helper()
	p, err := OpenToRead(t.Context(), o)
	if err != nil {
		return err
	}
	defer p.Close()
	x, err := p.Index(t.Context())
	if err != nil {
		return err
	}
	results, err := x.Search(t.Context(), p.Query(text))
	if err == nil && results.Total == 0 {
		err = errors.New("nothing was found")
	}
	return err
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func largest(t *testing.T, dir, ext string) string {
	t.Helper()
	var files []string
	must(t, filepath.WalkDir(dir, func(file string, _ fs.DirEntry, err error) error {
		if filepath.Ext(file) == ext {
			files = append(files, file)
		}
		return err
	}))
	return slices.MaxFunc(files, func(a, b string) int { return len(readFile(t, a)) - len(readFile(t, b)) })
}

func cutFile(t *testing.T, file string, part float64) {
	t.Helper()
	must(t, os.Truncate(file, int64(part*float64(len(readFile(t, file))))))
}

func zeroTail(t *testing.T, file string) {
	t.Helper()
	content := []byte(readFile(t, file))
	clear(content[len(content)/4:])
	write(t, file, string(content))
}

// TestATornStoreIsSaid cuts the store itself: there is one line, and nothing is changed.
func TestATornStoreIsSaid(t *testing.T) {
	folder, data := dispatches(t, 20), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	for name, tear := range map[string]func(string){
		"empty":      func(file string) { cutFile(t, file, 0.01) },
		"not SQLite": func(file string) { write(t, file, strings.Repeat("x", 9000)) },
	} {
		tear(filepath.Join(data, "store.db"))
		_, err := Open(t.Context(), Options{Data: data, Now: time.Now})
		if !errors.Is(err, ErrStore) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want one line that says what is wrong", name, err)
		}
	}
}

// damage runs statements on a closed store, past the program.
func damage(t *testing.T, data string, statements ...string) {
	t.Helper()
	db, err := sqlOpen(filepath.Join(data, "store.db"))
	must(t, err)
	defer db.Close()
	for _, s := range statements {
		_, err := db.Exec(s)
		must(t, err)
	}
}
