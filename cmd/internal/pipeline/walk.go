package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// found is a file that a walk came to, or what it could not enter.
type found struct {
	path string
	info fs.FileInfo
	err  error
}

// walk visits the files at root, itself a file or a folder, in order of their names. Hidden files
// and folders below it, and what ignore files name, are passed over; links to folders are not
// followed, so no loop is endless.
func walk(root string, visit func(found) bool) {
	info, err := os.Stat(root)
	if err != nil || !info.IsDir() {
		visit(found{root, info, err})
		return
	}
	rules := map[string][]rule{} // that hold in a folder
	_ = filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error {
		hidden := at != root && strings.HasPrefix(filepath.Base(at), ".")
		inherited := rules[filepath.Dir(at)]
		switch {
		case err != nil:
			if !visit(found{path: at, err: err}) {
				return fs.SkipAll
			}
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && (hidden || at != root && ignored(inherited, at, true)):
			return fs.SkipDir
		case d.IsDir():
			if own := readRules(at); own != nil || inherited != nil {
				rules[at] = append(inherited[:len(inherited):len(inherited)], own...)
			}
			return nil
		case hidden || ignored(inherited, at, false):
			return nil
		}
		info, err := fileInfo(at, d)
		if err == nil && !info.Mode().IsRegular() {
			return nil // a link to a folder, a socket, a device
		}
		if !visit(found{at, info, err}) {
			return fs.SkipAll
		}
		return nil
	})
}

// fileInfo follows a link to a file.
func fileInfo(at string, d fs.DirEntry) (fs.FileInfo, error) {
	if d.Type()&fs.ModeSymlink != 0 {
		return os.Stat(at)
	}
	return d.Info()
}
