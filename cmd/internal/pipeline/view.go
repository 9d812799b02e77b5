package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"congvan/index"
)

// The index belongs to the process that writes to it, and readers would have to wait for it. But
// its segments never change once they are written, and a small file (root.bolt) says which of
// them count. So a reader takes a view: links to the segments and a copy of that file, opens it
// and removes the names at once; the system keeps the files while they are open.

// viewTries is how often a view is taken again when the writer changed files meanwhile.
const viewTries = 20

// openView opens the index in dir as it is now, whoever writes to it.
func openView(dir string, o index.Options) (*index.Index, error) {
	o.ReadOnly = true
	if _, err := os.Stat(filepath.Join(dir, "version")); err != nil {
		return nil, err
	}
	var x *index.Index
	var err error
	for try := range viewTries {
		if x, err = takeView(dir, o); err == nil || errors.Is(err, index.ErrStale) || isOfMachine(err) {
			break
		}
		time.Sleep(time.Duration(try) * 5 * time.Millisecond)
	}
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) { // a folder that cannot be written has no writer either
		return openSafely(dir, o)
	}
	return x, err
}

func takeView(dir string, o index.Options) (*index.Index, error) {
	view, err := os.MkdirTemp(filepath.Dir(dir), "view-*")
	if err != nil {
		return nil, fmt.Errorf("take a view of the index: %w", err)
	}
	defer os.RemoveAll(view)
	if err := linkTree(dir, view); err != nil {
		return nil, fmt.Errorf("take a view of the index: %w", err)
	}
	return openSafely(view, o)
}

// linkTree makes the files of one folder appear in another: segments as links, the rest copied
// first, so that no segment they name can have come later.
func linkTree(from, to string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		source, target := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		switch {
		case e.IsDir():
			if err := os.Mkdir(target, 0o755); err != nil {
				return err
			}
			if err := linkTree(source, target); err != nil {
				return err
			}
		case !strings.HasSuffix(e.Name(), ".zap"):
			content, err := os.ReadFile(source)
			if err == nil {
				err = os.WriteFile(target, content, 0o644)
			}
			if err != nil {
				return err
			}
		}
	}
	segments, err := filepath.Glob(filepath.Join(from, "*.zap"))
	if err != nil {
		return err
	}
	for _, segment := range segments {
		err := os.Link(segment, filepath.Join(to, filepath.Base(segment)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // merged away since
			return err
		}
	}
	return nil
}
