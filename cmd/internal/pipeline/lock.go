package pipeline

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"golang.org/x/sys/unix"
)

var errInUse = errors.New("another congvan is writing to it; wait until it has finished, or name another store with --data")

// lockPatience is how long a second writer waits for the first.
const (
	lockPatience = 3 * time.Second
	lockEvery    = 50 * time.Millisecond
)

// lock makes this process the one that writes to the store in dir. The lock is the system's own
// (flock): it goes when the process does, however that ends.
func lock(ctx context.Context, dir string) (unlock func(), err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	for waited := time.Duration(0); ; waited += lockEvery {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil {
			return func() { f.Close() }, nil
		}
		if !errors.Is(err, unix.EWOULDBLOCK) || waited >= lockPatience || ctx.Err() != nil {
			if errors.Is(err, unix.EWOULDBLOCK) {
				err = errInUse
			}
			return nil, errors.Join(err, f.Close())
		}
		time.Sleep(lockEvery)
	}
}
