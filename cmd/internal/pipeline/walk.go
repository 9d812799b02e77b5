package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Found is a file that a walk came to, or what it could not enter.
type found struct {
	path string
	info fs.FileInfo
	err  error
}

// walk visits the files at path, itself a file or a folder, in order of their names. Hidden
// files and folders below it are passed over; links to folders are not followed.
func walk(path string, visit func(found) bool) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		visit(found{path, info, err})
		return
	}
	_ = filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
		hidden := at != path && strings.HasPrefix(filepath.Base(at), ".")
		switch {
		case err != nil:
			if !visit(found{path: at, err: err}) {
				return fs.SkipAll
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		info, err := os.Stat(at) // follows a link to a file
		if err == nil && !info.Mode().IsRegular() {
			return nil // a link to a folder, a socket, a device
		}
		if !visit(found{at, info, err}) {
			return fs.SkipAll
		}
		return nil
	})
}
