package pipeline

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// disk is a file system in a file, mounted where it says.
type disk struct{ image, mount, options string }

// newDisk makes an ext4 file system; the test is skipped where that is not allowed.
func newDisk(t *testing.T, commit int) *disk {
	t.Helper()
	d := &disk{filepath.Join(t.TempDir(), "disk"), t.TempDir(), fmt.Sprintf("loop,commit=%d", commit)}
	write(t, d.image, "")
	must(t, os.Truncate(d.image, 128<<20))
	if out, err := exec.Command("mkfs.ext4", "-q", d.image).CombinedOutput(); err != nil {
		t.Skipf("needs mkfs.ext4: %v %s", err, out)
	}
	if out, err := exec.Command("mount", "-o", d.options, d.image, d.mount).CombinedOutput(); err != nil {
		t.Skipf("needs to mount a disk: %v %s", err, out)
	}
	t.Cleanup(func() { _ = unix.Unmount(d.mount, unix.MNT_DETACH) })
	return d
}

// cut ends the file system at once: what was not written to the disk, journal and data, is gone,
// as when the power goes (EXT4_IOC_SHUTDOWN without a flush of the log).
func (d *disk) cut(t *testing.T) {
	t.Helper()
	const shutdown, withoutFlush = 0x8004587d, uint32(2)
	f, err := os.Open(d.mount)
	must(t, err)
	defer f.Close()
	how := withoutFlush
	if _, _, errno := unix.Syscall(unix.SYS_IOCTL, f.Fd(), shutdown, uintptr(unsafe.Pointer(&how))); errno != 0 {
		t.Skipf("the file system cannot be shut down: %v", errno)
	}
}

// again mounts the disk as after a restart: its journal is played.
func (d *disk) again(t *testing.T) {
	t.Helper()
	for try := 0; ; try++ { // the child may still hold it
		err := unix.Unmount(d.mount, 0)
		if err == nil {
			break
		}
		if try == 100 {
			t.Fatal(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
	if out, err := exec.Command("mount", "-o", d.options, d.image, d.mount).CombinedOutput(); err != nil {
		t.Fatalf("mount after the cut: %v %s", err, out)
	}
}

// TestPowerLoss cuts the power of a small disk while a child ingests to it.
func TestPowerLoss(t *testing.T) {
	folder := dispatches(t, 80)
	want := t.TempDir()
	begin := time.Now()
	ingestFolder(t, Options{Data: want}, folder)
	whole := max(time.Since(begin), 600*time.Millisecond)
	digest := sound(t, want)
	random := rand.New(rand.NewPCG(11, 12))
	for _, way := range []struct {
		synchronous string
		env         []string
		cuts        int
	}{{"FULL", nil, size(2, 50)}, {"NORMAL", []string{"CONGVAN_TEST_RELAXED=1"}, size(0, 10)}} {
		acked, missing := 0, 0
		for i := range way.cuts {
			d := newDisk(t, []int{1, 5, 1000}[i%3])
			data := filepath.Join(d.mount, "store")
			r := start(t, data, folder, append(way.env, "CONGVAN_TEST_BATCH=8")...)
			time.Sleep(20*time.Millisecond + time.Duration(random.Int64N(2*int64(whole)))) // the last ones come when all is done
			d.cut(t)
			_ = r.Process.Kill()
			r.end()
			d.again(t)
			acked += len(r.acked)
			if way.synchronous == "FULL" {
				missing += lost(t, data, r.acked)
			} else {
				missing += missed(t, data, r.acked)
			}
			ingestFolder(t, Options{Data: data}, folder)
			if sound(t, data) != digest {
				t.Errorf("synchronous=%s, cut %d: the store differs from one that was left in peace", way.synchronous, i)
			}
			must(t, unix.Unmount(d.mount, 0))
		}
		if way.cuts > 0 {
			result(t, "R03", "power cut %d times (ext4 shut down without a flush, commit=1, 5, 1000 s), synchronous=%s: %d documents acknowledged before, %d lost, 0 stores torn, same final digest",
				way.cuts, way.synchronous, acked, missing)
		}
	}
}

// missed counts acknowledged inputs that the store does not know, where that is allowed.
func missed(t *testing.T, data string, acked []string) (n int) {
	t.Helper()
	if len(acked) == 0 {
		return 0
	}
	p := open(t, Options{Data: data})
	defer closed(t, p)
	for _, uri := range acked {
		if _, known, err := p.store.Source(t.Context(), uri); err != nil || !known {
			n++
		}
	}
	return n
}
