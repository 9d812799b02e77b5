package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestWalkPassesOver(t *testing.T) {
	root := t.TempDir()
	for _, file := range []string{"a.txt", "a.tmp", "keep.tmp", ".hidden", ".git/config", "nháp/b.txt", "x/nháp", "x/y/2010-1.txt", "x/2010-2.txt", "x/2011.txt",
		"sub/c.txt", "sub/d.log", "sub/deep/d.log", "d.log", "#1.txt"} {
		write(t, filepath.Join(root, file), "x")
	}
	write(t, filepath.Join(root, ignoreFile), "\uFEFF# comment\n\n*.tmp\r\n!keep.tmp\nnháp/\n/x/**/2010-*\n\\#1.txt\n[\n")
	write(t, filepath.Join(root, "sub", ignoreFile), "*.log\n")
	var got []string
	walk(root, func(f found) bool {
		rel, err := filepath.Rel(root, f.path)
		if err != nil || f.err != nil {
			t.Fatal(err, f.err)
		}
		got = append(got, filepath.ToSlash(rel))
		return true
	})
	want := []string{"a.txt", "d.log", "keep.tmp", "sub/c.txt", "x/2011.txt", "x/nháp"}
	if !slices.Equal(got, want) {
		t.Errorf("visited %v, want %v", got, want)
	}
}

func TestMatchParts(t *testing.T) {
	for _, test := range []struct {
		pattern, name string
		want          bool
	}{
		{"a/b", "a/b", true}, {"a/b", "a/b/c", false}, {"**/b", "b", true}, {"**/b", "x/y/b", true}, {"a/**", "a/x/y", true}, {"a/**/b", "a/b", true},
		{"a/**/b/**/c", "a/x/b/y/b/c", true}, {"a/**/b/**/c", "a/x/b/y", false}, {"a?", "ab", true}, {"a?", "a", false}, {"[ab]*", "bc", true}, {"**", "x", true},
	} {
		if got := matchParts(strings.Split(test.pattern, "/"), strings.Split(test.name, "/")); got != test.want {
			t.Errorf("%s on %s: %v, want %v", test.pattern, test.name, got, test.want)
		}
	}
	// Hostile: the time stays a product of the lengths.
	pattern, name := strings.Split(strings.Repeat("**/a/", 200)+"b", "/"), strings.Split(strings.Repeat("a/", 2000)+"c", "/")
	if matchParts(pattern, name) {
		t.Error("a path that ends otherwise matched")
	}
}

func write(t testing.TB, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}
