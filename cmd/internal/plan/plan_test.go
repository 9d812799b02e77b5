package plan

import (
	"bufio"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const root = "../../.."

// topLevel is all that stands at the top, besides dot files.
var topLevel = []string{"LICENSE", "Makefile", "README.md", "cmd", "corpus", "extract", "go.mod", "go.sum", "index", "ingest", "testdata"}

// built is what make leaves at the top; it is not committed.
var built = []string{"bin", "congvan-data", "obligations.json"}

// unnamed are package names that say nothing.
var unnamed = []string{"util", "utils", "common", "helper", "helpers", "pkg", "misc", "shared"}

// mayImport says which floor may import which; a wing never another wing.
var mayImport = map[string][]string{
	"cmd":     {"cmd", "ingest", "extract", "index", "corpus"},
	"ingest":  {"ingest", "corpus"},
	"extract": {"extract", "corpus"},
	"index":   {"index", "corpus"},
	"corpus":  {"corpus"},
}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) && !slices.Contains(built, name) {
			t.Errorf("%s stands at the top; only %v do", name, topLevel)
		}
	}
}

// TestImports opens every source file itself: the result of a child process would be cached by
// go test, and stay green after a bad import.
func TestImports(t *testing.T) {
	files := 0
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		files++
		checkFile(t, filepath.ToSlash(strings.TrimPrefix(file, root+string(filepath.Separator))))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d source files were found: is %s the top of the module?", files, root)
	}
}

func checkFile(t *testing.T, file string) {
	source, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	floor, _, _ := strings.Cut(file, "/")
	folder := path.Base(path.Dir(file))
	if slices.Contains(unnamed, folder) {
		t.Errorf("%s: a package named %s says nothing", file, folder)
	}
	test := strings.HasSuffix(file, "_test.go")
	for _, spec := range source.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if ours, ok := strings.CutPrefix(imported, "congvan/"); ok {
			target, _, _ := strings.Cut(ours, "/")
			if !slices.Contains(mayImport[floor], target) {
				t.Errorf("%s imports %s: %s may import %v", file, imported, floor, mayImport[floor])
			}
		}
		standard := !strings.Contains(strings.SplitN(imported, "/", 2)[0], ".")
		if path.Dir(file) == "corpus" && !test && (!standard || strings.HasPrefix(imported, "congvan/")) {
			t.Errorf("%s imports %s: corpus itself imports the standard library alone", file, imported)
		}
	}
}

// TestNoLongRooms keeps files short enough to read in one go.
func TestNoLongRooms(t *testing.T) {
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		f, err := os.Open(file)
		if err != nil {
			return err
		}
		defer f.Close()
		lines := 0
		for scanner := bufio.NewScanner(f); scanner.Scan(); {
			lines++
		}
		if lines > 400 {
			t.Errorf("%s has %d lines: is it one idea?", file, lines)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
