package web

import (
	"os"
	"path/filepath"
	"testing"
)

// looks are the ways in which each page is pictured.
var looks = []struct {
	name          string
	width, height int
	scheme        string
}{
	{"wide", 1440, 900, "light"},
	{"phone", 390, 844, "light"},
	{"dark", 1440, 900, "dark"},
}

// TestScreenshots pictures each page: wide, on a phone, in the dark, and how it prints. It runs
// when CONGVAN_SCREENSHOTS names a folder.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("CONGVAN_SCREENSHOTS")
	if folder == "" {
		t.Skip("CONGVAN_SCREENSHOTS names no folder: make screenshots does")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	c := openChrome(t)
	g := openGallery(c)
	for _, page := range shown {
		address := g.address(page.address)
		for _, look := range looks {
			c.size(look.width, look.height, look.name == "phone")
			c.look(look.scheme, "screen")
			c.open(address)
			c.settled()
			save(t, filepath.Join(folder, page.name+"-"+look.name+".png"), c.picture(2200))
		}
		c.look("light", "print")
		c.size(794, 1123, false)
		c.open(address)
		save(t, filepath.Join(folder, page.name+"-print.png"), c.picture(1123))
	}
}

func save(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
}
