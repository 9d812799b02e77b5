package pipeline

import (
	"archive/zip"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"congvan/corpus"
)

func sqlOpen(file string) (*sql.DB, error) {
	return sql.Open("sqlite", "file:"+file+"?_txlock=immediate")
}

// TestTheSameFolderTwice ingests a folder again: no byte changes.
func TestTheSameFolderTwice(t *testing.T) {
	count := size(60, 1500)
	folder, data := dispatches(t, count), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	before := files(t, data)
	if got := ingestFolder(t, Options{Data: data}, folder); got[Unchanged] != count || len(got) != 1 {
		t.Errorf("the second time: %v, want %d unchanged", got, count)
	}
	after := files(t, data)
	changed := 0
	for file, sum := range after {
		if before[file] != sum {
			t.Errorf("%s changed", file)
			changed++
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files, before %d", len(after), len(before))
	}
	result(t, "R12", "%d files ingested twice: %d of %d files of the store changed", count, changed, len(before))
}

// TestASecondWriter waits and is then told so.
func TestASecondWriter(t *testing.T) {
	data := t.TempDir()
	p := open(t, Options{Data: data})
	begin := time.Now()
	_, err := Open(t.Context(), Options{Data: data, Now: time.Now})
	took := time.Since(begin)
	if !errors.Is(err, ErrStore) || !strings.Contains(err.Error(), "another congvan is writing") || took > 5*time.Second {
		t.Errorf("a second writer after %v: %v", took, err)
	}
	go func() {
		time.Sleep(300 * time.Millisecond)
		closed(t, p)
	}()
	second, err := Open(t.Context(), Options{Data: data, Now: time.Now})
	if err != nil {
		t.Fatalf("the first writer ends and the second does not begin: %v", err)
	}
	closed(t, second)
	result(t, "R12", "a second writer is told so after %.1f s; it begins when the first ends before", took.Seconds())
}

// TestALockedDatabase has another program hold the database's own lock for a while.
func TestALockedDatabase(t *testing.T) {
	folder, data := dispatches(t, 30), t.TempDir()
	p := open(t, Options{Data: data})
	defer closed(t, p)
	db, err := sqlOpen(filepath.Join(data, "store.db"))
	must(t, err)
	defer db.Close()
	tx, err := db.Begin() // immediate: it holds the write lock
	must(t, err)
	held := time.Duration(size(1, 30)) * time.Second
	var released time.Time
	go func() {
		time.Sleep(held)
		released = time.Now()
		_ = tx.Rollback()
	}()
	count := 0
	must(t, p.Ingest(t.Context(), []string{folder}, nil, func(o Outcome) {
		if o.Change == New {
			count++
		}
	}))
	took := time.Since(released)
	if count != 30 || took > 5*time.Second+held/10 {
		t.Errorf("%d of 30 kept, %v after the lock went", count, took)
	}
	result(t, "R08", "the database locked for %v by another program: %d of 30 kept, done %.1f s after it was free", held, count, took.Seconds())
}

// TestClockSetBack ingests, sets the clock back two days and ingests again.
func TestClockSetBack(t *testing.T) {
	folder, data, same := dispatches(t, 30), t.TempDir(), t.TempDir()
	now := time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC)
	clock := func(at time.Time) func() time.Time { return func() time.Time { return at } }
	ingestFolder(t, Options{Data: data, Now: clock(now)}, folder)
	write(t, filepath.Join(folder, "later.txt"), "Số: 5/BYT-KH\nvăn bản đến sau")
	got := ingestFolder(t, Options{Data: data, Now: clock(now.AddDate(0, 0, -2).In(time.FixedZone("", -11*3600)))}, folder)
	if got[New] != 1 || got[Unchanged] != 30 {
		t.Errorf("after the clock was set back: %v, want 1 new and 30 unchanged", got)
	}
	ingestFolder(t, Options{Data: same}, folder)
	if sound(t, data) != sound(t, same) {
		t.Error("the clock changes what is stored")
	}
	result(t, "R13", "clock set back two days and another time zone: 30 unchanged, 1 new, same digest as with a good clock")
}

// TestACrashWhileReading fails the one file.
func TestACrashWhileReading(t *testing.T) {
	folder, data := dispatches(t, 20), t.TempDir()
	var once sync.Once
	crash := func(s Step) error {
		if s == StepRead {
			once.Do(func() { panic("index out of range") })
		}
		return nil
	}
	got := ingestFolder(t, Options{Data: data, Reached: crash}, folder)
	if got[New] != 19 || got[Failed] != 1 {
		t.Errorf("%v, want 19 new and 1 failed", got)
	}
	if got := ingestFolder(t, Options{Data: data}, folder); got[New] != 1 {
		t.Errorf("the next time: %v, want the failed one new", got)
	}
	result(t, "R07", "a reader that panics fails its file alone, and the next run reads it")
}

// TestDiskFull fills a small disk, and then makes it larger.
func TestDiskFull(t *testing.T) {
	mount := t.TempDir()
	small := size(2, 12) // MB
	if err := unix.Mount("tmpfs", mount, "tmpfs", 0, fmt.Sprintf("size=%dm", small)); err != nil {
		t.Skipf("needs to mount a small disk: %v", err)
	}
	defer unix.Unmount(mount, unix.MNT_DETACH)
	count := size(120, 1000)
	folder, data := dispatches(t, count), filepath.Join(mount, "store")
	r := start(t, data, folder)
	code := r.end()
	if code == 0 {
		t.Error("a full disk ended as if all was well")
	}
	must(t, unix.Mount("tmpfs", mount, "tmpfs", unix.MS_REMOUNT, "size=400m"))
	n := lost(t, data, r.acked)
	again := start(t, data, folder)
	if code := again.end(); code != 0 {
		t.Errorf("with room again: exit code %d, %v", code, again.said)
	}
	want := t.TempDir()
	ingestFolder(t, Options{Data: want}, folder)
	if sound(t, data) != sound(t, want) {
		t.Error("the store differs from one on a large disk")
	}
	result(t, "R04", "disk of %d MB full: exit code %d, %d acknowledged, %d lost; with room again %d of %d held without an operator, same digest as on a large disk", small, code, len(r.acked), n, count, count)
}

// TestReadOnlyData opens a store on a disk that cannot be written.
func TestReadOnlyData(t *testing.T) {
	mount := t.TempDir()
	if err := unix.Mount("tmpfs", mount, "tmpfs", 0, ""); err != nil {
		t.Skipf("needs to mount a disk: %v", err)
	}
	defer unix.Unmount(mount, unix.MNT_DETACH)
	data := filepath.Join(mount, "store")
	ingestFolder(t, Options{Data: data}, dispatches(t, 10))
	must(t, unix.Mount("tmpfs", mount, "tmpfs", unix.MS_REMOUNT|unix.MS_RDONLY, ""))
	if err := searches(t, Options{Data: data, Now: time.Now}, "bảo hiểm"); err != nil {
		t.Errorf("search on a read-only disk: %v", err)
	}
	_, err := Open(t.Context(), Options{Data: data, Now: time.Now})
	if !errors.Is(err, ErrStore) || strings.Contains(err.Error(), "\n") {
		t.Errorf("ingest on a read-only disk: %v, want one clear line", err)
	}
	result(t, "R22", "read-only disk: search works, ingest says %q", err)
}

// TestOddFiles has names and files that come in real folders.
func TestOddFiles(t *testing.T) {
	folder, data := dispatches(t, 5), t.TempDir()
	text := "Số: 9/BYT-KH\nmột văn bản có tên lạ "
	must(t, os.Symlink(folder, filepath.Join(folder, "loop")))
	must(t, os.Symlink("self", filepath.Join(folder, "self")))
	must(t, os.Symlink("nowhere", filepath.Join(folder, "dangling")))
	must(t, syscall.Mkfifo(filepath.Join(folder, "pipe"), 0o644))
	write(t, filepath.Join(folder, "t\xean l\xf9.txt"), text+"1")
	write(t, filepath.Join(folder, "a\xff.txt"), text+"2")
	write(t, filepath.Join(folder, "a\xfe.txt"), text+"3")
	write(t, filepath.Join(folder, strings.Repeat("a", 200), strings.Repeat("b", 200), strings.Repeat("c", 200), "x.txt"), text+"4")
	archive := filepath.Join(folder, "names.zip")
	f, err := os.Create(archive)
	must(t, err)
	z := zip.NewWriter(f)
	w, err := z.Create(strings.Repeat("đ", 4000) + ".txt")
	must(t, err)
	fmt.Fprint(w, text+"5")
	must(t, errors.Join(z.Close(), f.Close()))

	got := ingestFolder(t, Options{Data: data}, folder)
	if got[New] != 10 || got[Failed] != 2 {
		t.Errorf("%v, want 10 new and 2 failed (two links that lead nowhere)", got)
	}
	if got := ingestFolder(t, Options{Data: data}, folder); got[New]+got[Changed] != 0 {
		t.Errorf("the second time: %v, want nothing new", got)
	}
	sound(t, data)
	result(t, "R22", "links in circles and to nowhere, a pipe, names that are no UTF-8, of 200 bytes in folders of 200 bytes, of 4,000 characters in an archive: 10 read, 2 failed with a reason")
}

// TestAFileWithoutPermission is passed over with its reason.
func TestAFileWithoutPermission(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read every file")
	}
	folder := dispatches(t, 3)
	write(t, filepath.Join(folder, "secret.txt"), "x")
	must(t, os.Chmod(filepath.Join(folder, "secret.txt"), 0))
	if got := ingestFolder(t, Options{Data: t.TempDir()}, folder); got[New] != 3 || got[Failed] != 1 {
		t.Errorf("%v, want 3 new and 1 failed", got)
	}
}

// TestAFileThatChangesWhileItIsRead is tried again next time.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	write(t, file, "Số: 1/X-Y")
	info, err := os.Stat(file)
	must(t, err)
	write(t, file, "Số: 1/X-Y và thêm")
	if _, err := readWhole(job{found: found{path: file, info: info}}); !errors.Is(err, errMoved) {
		t.Errorf("%v, want %v", err, errMoved)
	}
}

// TestAnOriginalDeletedByHand is found, and comes back with the file.
func TestAnOriginalDeletedByHand(t *testing.T) {
	folder, data := dispatches(t, 5), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	gone := glob(t, data, "originals/??/*")[0]
	must(t, os.Remove(gone))
	if f := finding(t, data, "originals", true); f.State != Wrong {
		t.Errorf("doctor says %+v", f)
	}
	p := open(t, Options{Data: data})
	if err := p.Refresh(t.Context(), RefreshOptions{}, func(Refreshed) {}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.store.Record(t.Context(), filepath.Base(gone)[:16]); err != nil {
		t.Errorf("the record went with its original: %v", err)
	}
	closed(t, p)
	if got := ingestFolder(t, Options{Data: data}, folder); got[Unchanged] != 4 || got[Changed] != 1 {
		t.Errorf("ingest again: %v, want the one of them changed and the others not", got)
	}
	if f := finding(t, data, "originals", false); f.State != Well {
		t.Errorf("after the files were ingested again doctor says %+v", f)
	}
}

// TestFewFilesAndLittleMemory limits a child to 256 open files and a soft 128 MB.
func TestFewFilesAndLittleMemory(t *testing.T) {
	count := size(300, 2000)
	folder, data := dispatches(t, count), t.TempDir()
	r := start(t, data, folder, "CONGVAN_TEST_FILES=256", "GOMEMLIMIT=128MiB")
	code := r.end()
	usage, _ := r.ProcessState.SysUsage().(*syscall.Rusage)
	if code != 0 || len(r.acked) != count {
		t.Errorf("exit code %d, %d of %d acknowledged, %v", code, len(r.acked), count, r.said)
	}
	result(t, "R17, R18", "%d documents with 256 open files and GOMEMLIMIT=128MiB: %d kept, peak %d MB", count, len(r.acked), usage.Maxrss>>10)
}

// TestRebuild throws the index away and builds it again.
func TestRebuild(t *testing.T) {
	count := size(100, 1500)
	folder, data := dispatches(t, count), t.TempDir()
	ingestFolder(t, Options{Data: data}, folder)
	digest := sound(t, data)
	must(t, os.RemoveAll(filepath.Join(data, "index")))
	p := open(t, Options{Data: data})
	begin := time.Now()
	must(t, p.store.QueueAll(t.Context()))
	must(t, p.UpdateIndex(t.Context()))
	took := time.Since(begin)
	closed(t, p)
	if sound(t, data) != digest {
		t.Error("the index differs from before")
	}
	result(t, "R19", "index of %d documents built again from the records: %.0f documents/s, same digest", count, float64(count)/took.Seconds())
}

// TestWatch sees a file that is written in two halves, and reads it once.
func TestWatch(t *testing.T) {
	folder, data := dispatches(t, 1), t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	go func() {
		file := filepath.Join(folder, "sub", "half.txt")
		write(t, file, "Số: 7/BYT-KH\n")
		time.Sleep(500 * time.Millisecond)
		write(t, file, "Số: 7/BYT-KH\nvà nửa sau")
	}()
	var got []string
	err := Watch(ctx, Options{Data: data, Now: time.Now}, IngestOptions{Paths: []string{folder}}, func(o Outcome) {
		got = append(got, fmt.Sprintf("%s %s", o.Change, o.Source.Name))
		if o.Source.Name == "half.txt" {
			if o.Record == nil || !strings.Contains(o.Record.Text, "nửa sau") {
				t.Error("the file was read half written")
			}
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(got) != 2 {
		t.Errorf("%v, %v, want two files, each once", got, err)
	}
}

// TestALargeArchive has, at full size, as many members as a large folder has files.
func TestALargeArchive(t *testing.T) {
	count := size(300, 100_000)
	folder, data := t.TempDir(), t.TempDir()
	f, err := os.Create(filepath.Join(folder, "all.zip"))
	must(t, err)
	z := zip.NewWriter(f)
	for i := range count {
		w, err := z.Create(fmt.Sprintf("%d/%d.txt", i/1000, i))
		must(t, err)
		fmt.Fprintf(w, "Số: %d/BYT-KH", i+1)
	}
	must(t, errors.Join(z.Close(), f.Close()))
	if got := ingestFolder(t, Options{Data: data}, folder); got[New] != count || len(got) != 1 {
		t.Errorf("%v, want %d new", got, count)
	}
	p := open(t, Options{Data: data})
	state, known, err := p.store.Source(t.Context(), fileURI(filepath.Join(folder, "all.zip")))
	if err != nil || !known || state.Status != corpus.StatusOK {
		t.Errorf("the archive itself: %+v, %v, %v", state, known, err)
	}
	// A member is no snapshot of its own, and can be had all the same.
	member := fmt.Sprintf("Số: %d/BYT-KH", count)
	r, err := p.store.Record(t.Context(), corpus.Hash([]byte(member))[:16])
	must(t, err)
	if content, err := p.Original(t.Context(), r); err != nil || string(content) != member {
		t.Errorf("the original of a member: %q, %v", content, err)
	}
	closed(t, p)
	if got := ingestFolder(t, Options{Data: data}, folder); got[Unchanged] != 1 {
		t.Errorf("the second time: %v, want the archive unchanged", got)
	}
	result(t, "ZIP", "an archive of %d files: all kept", count)
}

// TestALargeFolder has, at full size, 100,000 files in one folder.
func TestALargeFolder(t *testing.T) {
	count := size(300, 100_000)
	folder, data := t.TempDir(), t.TempDir()
	for i := range count {
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.txt", i)), fmt.Appendf(nil, "Số: %d/BYT-KH", i+1), 0o644))
	}
	if got := ingestFolder(t, Options{Data: data}, folder); got[New] != count || len(got) != 1 {
		t.Errorf("%v, want %d new", got, count)
	}
	if got := ingestFolder(t, Options{Data: data}, folder); got[Unchanged] != count || len(got) != 1 {
		t.Errorf("the second time: %v, want %d unchanged", got, count)
	}
	result(t, "folder", "a folder of %d files: all kept, the second time all unchanged", count)
}
