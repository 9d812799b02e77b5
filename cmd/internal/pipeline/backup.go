package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"congvan/corpus/snapshot"
)

// Backup copies records and originals into a new folder, as they are at one moment, also while
// another process writes. The index is left out: it is made again from the records.
func (p *Pipeline) Backup(ctx context.Context, folder string) error {
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("backup: %s exists already: name a folder that does not", folder)
	}
	partial := folder + ".partial"
	err := os.RemoveAll(filepath.Join(partial, "store.db")) // of one that was stopped; originals stay good
	if err == nil {
		err = os.MkdirAll(partial, 0o755)
	}
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	// Records first: an original is on the disk before its record is, so none can be missing.
	if err := p.store.CopyTo(ctx, filepath.Join(partial, "store.db")); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	if err := p.reached(StepCopied); err != nil {
		return err
	}
	to := snapshot.Open(filepath.Join(partial, "originals"))
	err = p.snapshots.All(func(sha256 string) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		content, err := p.snapshots.Get(sha256)
		if err != nil {
			return err
		}
		if _, err = to.Put(content); err != nil {
			return err
		}
		return p.reached(StepCopying)
	})
	if err == nil {
		err = to.Sync()
	}
	if err == nil {
		err = os.Rename(partial, folder)
	}
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

// Restore makes the store that o names of a backup; there must be none yet.
func Restore(ctx context.Context, o Options, folder string) error {
	if _, err := os.Stat(filepath.Join(o.Data, "store.db")); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w %s exists already: restore into a new one (--data)", ErrStore, o.Data)
	}
	if _, err := os.Stat(filepath.Join(folder, "store.db")); err != nil {
		return fmt.Errorf("restore: %s is not a backup: %w", folder, err)
	}
	if err := os.CopyFS(o.Data, os.DirFS(folder)); err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	p, err := Open(ctx, o)
	if err != nil {
		return err
	}
	return errors.Join(p.UpdateIndex(ctx), p.Close())
}
