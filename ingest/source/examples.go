package source

import (
	"embed"
	"io/fs"
	"strings"
)

//go:embed examples/*.toml
var shipped embed.FS

// Examples are the names of the sources that are shipped as examples, in order.
func Examples() []string {
	files, _ := fs.Glob(shipped, "examples/*.toml") // the pattern is right
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(strings.TrimPrefix(file, "examples/"), ".toml"))
	}
	return names
}

// Example is the file of a shipped source.
func Example(name string) ([]byte, bool) {
	content, err := shipped.ReadFile("examples/" + name + ".toml")
	return content, err == nil
}
